"""Dates, amounts and identifiers anywhere on a page. Letters are taken for digits only where a check then agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from intake.extract.found import CellText, Found
from intake.layout.sheet import Sheet
from intake.words import plain
from storage.dates import MONTH_NUMBERS
from storage.identifiers import canonical_vat_id, compact
from storage.kinds import FieldType
from storage.values import (
    canonical_amount,
    is_valid_iban,
    is_valid_tax_code,
    is_valid_vat_id,
    parse_amount,
    parse_date,
    parse_month,
)

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\w/.,-])\d{1,2} ?([-/.]) ?\d{1,2} ?\1 ?(?:\d{4}|\d{2})(?![\d/]|[.,-]\d)",
        r"(?<![\w/.,-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)",
        rf"(?<![\w/.,-])\d{{1,2}} ?(?:°|º|er|st|nd|rd|th)?\.? ?-?(?:di |de |of )?(?:{_MONTH})"
        r"\.?,?[ -](?:de |del |of )?'?(?:\d{4}|\d{2})(?![\w/])",
        rf"(?<!\w)(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\w)",
        r"(?<![\w/.,-])[0-3]\d ?[01]\d ?(?:19|20)\d{2}(?![\w/.,-])",
    )
)
_SPOILT_DATE = re.compile(r"(?<![\w/.,-])[\dOoIl|]{1,2}([-/.])[\dOoIl|]{1,2}\1[\dOoIl|]{4}(?![\w/])")
_MONTHS = re.compile(
    rf"(?<![\w/.,-])(?:(?:{_MONTH})\.?[ /-]*(?:de |del |of )?'?(?:\d{{4}}|\d{{2}})"
    r"|(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2})(?![\w/]|[-.]\d)",
    re.IGNORECASE,
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
_IBAN = re.compile(r"(?<![A-Z])([A-Z]{2} ?[0-9OIlZSB]{2}(?: ?[A-Z0-9]{1,6}){3,8})(?![A-Z0-9])", re.IGNORECASE)
_PERSON_SHAPE = "AAAAAA00A00A000A"
_IBAN_SHAPE = "AA00A0000000000"
_COUNTRIES = "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GR|HR|HU|IE|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|GB|CH"
_FOREIGN_VAT = re.compile(rf"(?<!\w)((?:{_COUNTRIES})[ -]?[A-Z0-9]{{1,3}}(?:[ .-]?[A-Z0-9]{{2,4}}){{1,4}})(?!\w)")
_CALLED_VAT = re.compile(
    r"\b(?:vat|ust|uid|tva|nif|cif|iva|i\.v\.a\.?|btw|mwst|nip|umsatzsteuer)\b[^\d]{0,22}$", re.IGNORECASE
)


def _found(text: CellText, type: FieldType, span: tuple[int, int], value: str, quality: float, note: str = "") -> Found:
    first, last = text.words_at(*span)
    return Found(type, value, quality, text.cell, first, last, note)


def find_dates(text: CellText) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for form in _DATES:
        for match in form.finditer(text.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = parse_date(_unspaced_date(match.group()))
            if day is not None:
                taken.append(match.span())
                yield _found(text, FieldType.DATE, match.span(), day.isoformat(), 1.0)
    for match in _SPOILT_DATE.finditer(text.text):
        day = parse_date(match.group().translate(_DIGITS))
        if day is not None and not any(match.start() < end and start < match.end() for start, end in taken):
            yield _found(text, FieldType.DATE, match.span(), day.isoformat(), 0.8, "repaired")


def _unspaced_date(text: str) -> str:
    if not re.search(r"[A-Za-z]", text):
        digits = text.replace(" ", "")
        return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}" if digits.isdigit() else digits
    return text.replace(",", " ")


def find_months(text: CellText) -> Iterator[Found]:
    for match in _MONTHS.finditer(plain(text.text) if text.text.isascii() else text.text):
        month = parse_month(match.group())
        if month is not None:
            yield _found(text, FieldType.MONTH, match.span(), month, 1.0)


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


def find_ibans(text: CellText) -> Iterator[Found]:
    for match in _IBAN.finditer(text.text):
        printed = compact(match[1])
        for length in range(len(printed), 14, -1):
            if value := _valid_iban(printed[:length]):
                end = _end_of(text.text, match.start(), length)
                quality = 1.0 if value == printed[:length] else 0.9
                yield _found(text, FieldType.IBAN, (match.start(), end), value, quality)
                break


def _valid_iban(printed: str) -> str | None:
    forms = [printed]
    if printed[:2] in ("IT", "LT", "1T") and len(printed) == 27:
        shaped = "IT" + _shaped(printed, _IBAN_SHAPE)[2:]
        forms += [shaped, shaped[:15] + shaped[15:].translate(_DIGITS)]
    return next((form for form in forms if is_valid_iban(form)), None)


def _end_of(text: str, start: int, characters: int) -> int:
    position = start
    while characters and position < len(text):
        characters -= text[position].isalnum()
        position += 1
    return position


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
    return found + list(_broken_dates(sheet))


_DAY_AT_END = re.compile(r"(?<![\w/.,-])(?:[0-2]?[1-9]|[12]0|3[01])[°º]?$")
_MONTH_AT_START = re.compile(rf"(?:{_MONTH})\.? (?:de |del )?\d{{4}}(?!\w)", re.IGNORECASE)


def _broken_dates(sheet: Sheet) -> Iterator[Found]:
    """Dates of prose whose day ends a line and whose month begins the next; they stand where the month does."""
    for row, following in pairwise(sheet.rows):
        cell, after = row.cells[-1], following.cells[0]
        day, month = _DAY_AT_END.search(cell.text), _MONTH_AT_START.match(plain(after.text))
        if day is None or month is None or len(cell.words) < 4:
            continue
        whole = parse_date(f"{day.group().rstrip('°º')} {month.group()}")
        if whole is not None:
            text = CellText(after)
            yield _found(text, FieldType.DATE, month.span(), whole.isoformat(), 0.9, "on two lines")
