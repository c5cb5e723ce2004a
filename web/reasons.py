"""Why a value deserves a look, in words: sums that are wrong, check digits, other values as likely, poor print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from storage.document import FullDocument, StoredField
from storage.kinds import Field, FieldType, Kind
from storage.reading import Box, FieldValue, Page, Source
from storage.values import is_valid
from web import doubt
from web.formats import in_words, shown
from web.say import _
from web.sums import cents, in_figures

_LEAST_LEGIBLE = 0.75  # of a word, as its reader says
_ALIKE = 0.6  # of the chosen value's probability
_CENT = 1

# check -> the fields whose sum it is: the first ones with their signs give the last
_SUMS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "net_plus_vat_is_gross": (("net_amount", 1), ("vat_amount", 1), ("gross_amount", -1)),
    "gross_minus_withholding_is_due": (("gross_amount", 1), ("withholding_amount", -1), ("amount_due", -1)),
    "gross_minus_deductions_is_net": (("gross_pay", 1), ("deductions", -1), ("net_pay", -1)),
}
# check -> the fields that it speaks of, where the figures are not at hand
_OF_OTHERS: Mapping[str, tuple[str, ...]] = {
    "vat_lines_add_up": ("net_amount",),
    "lines_add_up": ("net_amount",),
    "payments_match_amount_due": ("amount_due",),
    "balances_add_up": ("opening_balance", "closing_balance"),
}


def reasons(kind: Kind, full: FullDocument) -> dict[str, tuple[str, ...]]:
    """By field, strongest first. Nothing where a person has looked already."""
    if doubt.is_settled(full):
        return {}
    values = {name: stored.value.value for name, stored in full.fields.items()}
    failed = {check.check for check in full.checks if not check.passed}
    found: dict[str, list[str]] = {}
    for name, text in _wrong_sums(values, failed):
        found.setdefault(name, []).append(text)
    for field in kind.fields:
        stored = full.fields.get(field.name)
        told = _missing(kind, field) if stored is None else _of_value(full, field, stored)
        found.setdefault(field.name, []).extend(told)
    return {name: tuple(dict.fromkeys(texts)) for name, texts in found.items() if texts}


def wrong_sums(values: Mapping[str, str]) -> dict[str, str]:
    """What does not add up in values that a person is about to confirm, by field."""
    return dict(_wrong_sums(values, set()))


def _wrong_sums(values: Mapping[str, str], failed: set[str]) -> Iterator[tuple[str, str]]:
    """A sum is computed again where all its figures are there: what was corrected meanwhile is right now."""
    for check, parts in _SUMS.items():
        figures = [cents(values.get(name, "")) for name, _sign in parts]
        if None in figures:
            continue
        off = sum((figure or 0) * sign for figure, (_name, sign) in zip(figures, parts, strict=True))
        stamp = cents(values.get("stamp_duty", "")) or 0
        if abs(off) > _CENT and not (stamp and abs(off + stamp) <= _CENT):
            text = _sum_in_words(check, off)
            yield from ((name, text) for name, _sign in parts)
    for check, names in _OF_OTHERS.items():
        if check in failed:
            yield from ((name, _unlike(check)) for name in names if name in values)


def _sum_in_words(check: str, off: int) -> str:
    amount = in_figures(abs(off))
    known = {
        "net_plus_vat_is_gross": _("net amount + VAT is not the total: %(amount)s apart", amount=amount),
        "gross_minus_withholding_is_due": _(
            "total - withholding tax is not the amount due: %(amount)s apart", amount=amount
        ),
        "gross_minus_deductions_is_net": _("gross pay - deductions is not net pay: %(amount)s apart", amount=amount),
    }
    return known[check]


def _unlike(check: str) -> str:
    return {
        "vat_lines_add_up": _("the VAT summary does not add up to it"),
        "lines_add_up": _("the lines do not add up to it"),
        "payments_match_amount_due": _("the instalments do not add up to it"),
        "balances_add_up": _("the movements do not lead from one balance to the other"),
    }.get(check, "")


def _missing(kind: Kind, field: Field) -> list[str]:
    return [_("missing")] if field.name in kind.essential else []


def _of_value(full: FullDocument, field: Field, stored: StoredField) -> list[str]:
    value = stored.value
    told = [_invalid(field)] if not is_valid(field.type, value.value, field.choices) else []
    if stored.user or not doubt.is_doubtful(value.confidence):
        return told
    if rival := _rival(full.candidates.get(field.name, ()), value):
        told.append(_("another value is as likely: %(value)s", value=shown(field, rival.value)))
    if _reads_badly(full.pages, value):
        told.append(_("the print reads badly here"))
    if value.source is Source.COMPUTED:
        told.append(_("computed from other values, not printed"))
    elif value.source is not Source.XML and not any(why.startswith("label:") for why in value.evidence):
        told.append(_("nothing beside it says what it is"))
    return told


def _invalid(field: Field) -> str:
    if field.type in (FieldType.VAT_ID, FieldType.TAX_CODE, FieldType.IBAN):
        return _("the check digits do not agree")
    if field.type in (FieldType.DATE, FieldType.MONTH):
        return _("there is no such day")
    return _("this is no value for the field: %(field)s", field=in_words(field.label))


def _rival(others: tuple[FieldValue, ...], value: FieldValue) -> FieldValue | None:
    alike = (one for one in others if one.value != value.value and one.confidence >= _ALIKE * value.confidence)
    return next(alike, None)


def _reads_badly(pages: tuple[Page, ...], value: FieldValue) -> bool:
    page = next((page for page in pages if page.number == value.page), None)
    if page is None or value.box is None or page.source is not Source.OCR:
        return False
    words = [word for word in page.words if _is_inside(word.box.middle, value.box)]
    return min((word.confidence for word in words), default=1.0) < _LEAST_LEGIBLE


def _is_inside(point: tuple[float, float], box: Box) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom
