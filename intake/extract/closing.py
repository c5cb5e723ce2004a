"""From the total of an invoice to what is paid: withholding, stamp duty, what a fund holds back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from intake.extract.scoring import Scored
from storage.reading import Check

Tables = Mapping[str, Mapping[Decimal, Scored]]
_STAMP = Decimal("2.00")
_LEGAL = tuple(Decimal(rate) / 100 for rate in ("20", "4", "30", "23", "11.5", "4.6", "11", "8"))


def value_of(one: Scored) -> Decimal:
    return abs(Decimal(one.found.value))


def due_and_withheld(
    tables: Tables, gross: Decimal, net: Decimal | None, chosen: dict[str, Scored], checks: list[Check]
) -> None:
    """Adds stamp duty, amount due and withholding to `chosen`, and the check that they agree with the total."""
    stamp = tables["stamp_duty"].get(_STAMP)
    if stamp is not None and stamp.score > 0.4:
        chosen["stamp_duty"] = stamp
    due = max(tables["amount_due"].values(), key=lambda s: s.score)
    if due.score > 0.55:
        chosen["amount_due"] = due
    pairs = list(_withheld(tables, gross, net))
    if pairs:
        _, held, due = max(pairs, key=lambda p: p[0])
        chosen["withholding_amount"] = held.better_by(0.5, "check:gross-withholding=due")
        chosen["amount_due"] = due.better_by(0.5, "check:gross-withholding=due")
        checks.append(Check("gross_minus_withholding_is_due", True, f"{gross} - {value_of(held)} = {value_of(due)}"))
        return
    held = max(tables["withholding_amount"].values(), key=lambda s: s.score)
    if held.score > 0.6 and value_of(held) < gross:
        chosen["withholding_amount"] = held


def _share_of_its_base(tables: Tables, amount: Decimal, gross: Decimal) -> bool:
    """Whether the label names the base that an amount is the legal share of: "R.A. 20% su 1.990,33    398,07"."""
    bases = [value for value, one in tables["withholding_amount"].items() if one.score > 0.3]
    due = tables["amount_due"].get(gross - amount)
    told = due is not None and due.score > 0.3
    return told and any(abs(base * rate - amount) < Decimal("0.011") for base in bases for rate in _LEGAL)


def _withheld(tables: Tables, gross: Decimal, net: Decimal | None) -> Iterator[tuple[float, Scored, Scored]]:
    """Pairs of withheld and due amounts that make the total, perhaps with a third amount held back (a fund's share)."""
    dues = tables["amount_due"]
    for amount, held in tables["withholding_amount"].items():
        if not 0 < amount < gross / 2 or (held.score <= 0.3 and not _share_of_its_base(tables, amount, gross)):
            continue
        rated = net is not None and any(
            abs(value * rate - amount) < Decimal("0.011") for value in dues for rate in _LEGAL
        )
        if gross - amount in dues:
            due = dues[gross - amount]
            yield held.score + due.score + 0.3 * rated + 0.2, held, due
        for other in dues:
            rest = gross - amount - other
            if 0 < other < gross / 4 and other != amount and rest in dues and dues[rest].score > 0.5:
                yield held.score + dues[rest].score + 0.3 * rated - 0.3, held, dues[rest]
