"""Dates, amounts and identifiers anywhere on a page. Letters are taken for digits only where a check then agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from intake.extract.dates import dates_over_cells, find_dates, find_months
from intake.extract.found import CellText, Found
from intake.extract.ibans import find_ibans, ibans_over_cells
from intake.layout.sheet import Sheet
from storage.identifiers import canonical_vat_id, compact
from storage.kinds import FieldType
from storage.values import (
    canonical_amount,
    is_valid_tax_code,
    is_valid_vat_id,
    parse_amount,
)

_AMOUNT = re.compile(
    r"(?<![\w.,/])(?P<sign>[-–−+] ?)?(?:(?:€|EUR|Euro|\$|£|CHF|USD) ?)?(?P<inner>[-–−] ?)?"
    r"(?P<number>\d{1,3}(?:[.,'’]\d{3})+[.,] ?\d{2}|\d{1,3}(?: \d{3})+,\d{2}|\d+[.,] ?\d{2,5}|\d{1,3}(?:\.\d{3})+)"
    r"(?: ?(?:€|EUR|Euro|euro))?(?P<trail>-(?!\w))?(?![\w/]|[.,]\d)"
)
# "Totale - 100,00": a dash between the words of a sum and its amount is no sign.
_LABEL_BEFORE = re.compile(
    r"\b(?:totale?|imponibile|saldo|imposta|iva|pagare|documento|fattura|netto|lordo|importo|sezione|amount|due)\W*$",
    re.IGNORECASE,
)
_DIGITS = str.maketrans(
    {
        "O": "0",
        "o": "0",
        "D": "0",
        "Q": "0",
        "I": "1",
        "l": "1",
        "|": "1",
        "Z": "2",
        "S": "5",
        "s": "5",
        "G": "6",
        "B": "8",
    }
)
_LETTERS = str.maketrans({"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B", "|": "I"})
_ELEVEN = re.compile(r"(?<![\w])(?:IT ?-?)?((?:[\dOoQDIl|ZSsGB]){11})(?!\w)")
_SPACED_ELEVEN = re.compile(r"(?<![\w/.,-])(?:IT ?)?(\d(?: ?\d){10})(?![\w/]|[.,]\d| ?\d)")
_PERSON = re.compile(r"(?<!\w)([A-Z0-9|]{6} ?[A-Z0-9|]{5} ?[A-Z0-9|]{5})(?!\w)", re.IGNORECASE)
_PERSON_SHAPE = "AAAAAA00A00A000A"
_COUNTRIES = "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GR|HR|HU|IE|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|GB|CH"
_FOREIGN_VAT = re.compile(rf"(?<!\w)((?:{_COUNTRIES})[ -]?[A-Z0-9]{{1,3}}(?:[ .-]?[A-Z0-9]{{2,4}}){{1,4}})(?!\w)")
_CALLED_VAT = re.compile(
    r"\b(?:vat|ust|uid|tva|nif|cif|iva|i\.v\.a\.?|btw|mwst|nip|umsatzsteuer)\b[^\d]{0,22}$", re.IGNORECASE
)


def _found(text: CellText, type: FieldType, span: tuple[int, int], value: str, quality: float, note: str = "") -> Found:
    first, last = text.words_at(*span)
    return Found(type, value, quality, text.cell, first, last, note)


def find_amounts(text: CellText) -> Iterator[Found]:
    for match in _AMOUNT.finditer(text.text):
        printed = match["number"]
        number = parse_amount(re.sub(r"(?<=[.,]) ", "", printed))
        if number is None:
            continue
        signs = [match[sign] for sign in ("sign", "inner", "trail") if match[sign]]
        parted = _LABEL_BEFORE.search(text.text[: match.start()]) is not None and signs[:1] == [match["sign"]]
        dash = parted and signs[0].endswith(" ")
        negative = any(sign.strip() in "-–−" for sign in (signs[1:] if dash else signs))
        decimals = re.search(r"[.,] ?(\d{2})$", printed) is not None
        quality = (1.0 if decimals else 0.5) * (0.9 if " " in printed else 1.0)
        yield _found(
            text, FieldType.AMOUNT, match.span(), canonical_amount(-number if negative else number), quality, printed
        )


def _shaped(text: str, shape: str) -> str:
    return (
        "".join(
            c.translate(_DIGITS if s == "0" else _LETTERS if s == "A" else {})
            for c, s in zip(text, shape, strict=False)
        )
        + text[len(shape) :]
    )


def find_vat_ids(text: CellText) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for form in (_ELEVEN, _SPACED_ELEVEN):
        for match in form.finditer(text.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            printed = match[1].replace(" ", "")
            if sum(c.isdigit() for c in printed) < 8:
                continue
            value = "IT" + printed.translate(_DIGITS)
            valid = is_valid_vat_id(value)
            if valid or (printed.isdigit() and form is _ELEVEN):
                taken.append(match.span())
                quality = 0.2 if not valid else 1.0 if printed.isdigit() else 0.9
                yield _found(text, FieldType.VAT_ID, match.span(), value, quality, "" if valid else "check digit fails")
    for match in _FOREIGN_VAT.finditer(text.text):
        value = canonical_vat_id(match[1])
        if sum(c.isdigit() for c in value) < 7:
            continue
        if is_valid_vat_id(value):
            yield _found(text, FieldType.VAT_ID, match.span(), value, 1.0)
        elif len(value) <= 14 and _CALLED_VAT.search(text.text[: match.start()]):
            yield _found(text, FieldType.VAT_ID, match.span(), value, 0.2, "check digit fails")


def find_tax_codes(text: CellText) -> Iterator[Found]:
    """Sixteen characters of a person; eleven digits are found as VAT ids."""
    for match in _PERSON.finditer(text.text):
        printed = compact(match[1])
        if sum(c.isdigit() for c in printed) < 3 or not printed[0].isalpha():
            continue
        for value, quality in ((printed, 1.0), (_shaped(printed, _PERSON_SHAPE), 0.9)):
            if is_valid_tax_code(value):
                yield _found(text, FieldType.TAX_CODE, match.span(), value, quality)
                break
        else:
            shaped = _shaped(printed, _PERSON_SHAPE)
            if re.fullmatch(r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]", shaped):
                yield _found(text, FieldType.TAX_CODE, match.span(), shaped, 0.2, "check character fails")


Finder = Callable[[CellText], Iterator[Found]]
FINDERS: tuple[Finder, ...] = (find_dates, find_months, find_amounts, find_vat_ids, find_tax_codes, find_ibans)


def find_all(sheet: Sheet) -> list[Found]:
    """Every value of the page that has a form of its own, in reading order."""
    found: list[Found] = []
    for cell in sheet.cells:
        if any(c.isdigit() for c in cell.text):
            text = CellText(cell)
            own = [value for finder in FINDERS for value in finder(text)]
            found.extend(sorted(own, key=lambda value: (value.first, value.last)))
    return [*found, *dates_over_cells(sheet), *ibans_over_cells(sheet)]
