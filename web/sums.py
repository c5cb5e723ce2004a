"""What a table's columns add up to, in whole cents, and what is missing to the total that they should give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from storage.kinds import FIELDS, FieldType
from storage.reading import Row
from storage.values import canonical_amount, is_valid
from web.formats import in_words, shown
from web.say import _

# table -> its columns, each with the fields that it should add up to; the first one that has a value counts
_TOTALS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "vat_lines": (("net_amount", ("net_amount",)), ("vat_amount", ("vat_amount",))),
    "lines": (("amount", ("net_amount", "gross_amount")),),
    "due_dates": (("amount", ("amount_due", "gross_amount")),),
}


@dataclass(frozen=True, slots=True)
class Sum:
    """A column's sum as people read it; `missing` is in words, empty where it is the total, `holds` None where there
    is no total to compare it with."""

    column: str
    text: str
    missing: str
    holds: bool | None


def sums(table: str, rows: Iterable[Row], values: Mapping[str, str]) -> tuple[Sum, ...]:
    """`rows` and `values` (the document's fields) are canonical; what is not is left out."""
    kept = [row for row in rows if any(row.values())]
    return tuple(_sums(table, kept, values)) if kept else ()


def _sums(table: str, rows: list[Row], values: Mapping[str, str]) -> Iterator[Sum]:
    for column, totals in _TOTALS.get(table, ()):
        added = sum(cents(row.get(column, "")) or 0 for row in rows)
        name = next((name for name in totals if cents(values.get(name, "")) is not None), None)
        if name is None:
            yield Sum(column, in_figures(added), "", None)
            continue
        missing = (cents(values[name]) or 0) - added
        yield Sum(column, in_figures(added), _missing(missing, name), missing == 0)


def _missing(missing: int, name: str) -> str:
    label = in_words(FIELDS[name].label)
    if missing > 0:
        return _("%(amount)s missing to: %(field)s", amount=in_figures(missing), field=label)
    return _("%(amount)s more than: %(field)s", amount=in_figures(-missing), field=label) if missing else ""


def cents(value: str) -> int | None:
    """A canonical amount in whole cents, rounded half up; None for anything else."""
    if not value or not is_valid(FieldType.AMOUNT, value):
        return None
    thousandths = Decimal(value) * 1000
    return int((abs(thousandths) + 5) // 10) * (-1 if thousandths < 0 else 1)


def in_figures(number: int) -> str:
    """Cents as people read them."""
    return shown(FIELDS["amount"], canonical_amount(Decimal(number).scaleb(-2)))
