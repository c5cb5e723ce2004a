"""Canonical forms: what a person types or a page prints -> the one form that is kept -> what a person reads.

parse and show are each other's inverse: `parse(type, show(type, value, language)) == value` for every canonical value.
Misread characters are no matter of this module: repairing them belongs to extraction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from babel.numbers import list_currencies

from storage.amounts import CURRENCY_SIGNS, canonical_amount, parse_amount, show_amount
from storage.dates import MONTH_NAMES_EN, MONTH_NAMES_IT, parse_date, parse_month
from storage.errors import FaldoneError, Message
from storage.identifiers import canonical_vat_id, compact, is_valid_iban, is_valid_tax_code, is_valid_vat_id
from storage.kinds import Choice, FieldType

__all__ = [
    "BadValue",
    "canonical_amount",
    "is_valid",
    "is_valid_iban",
    "is_valid_tax_code",
    "is_valid_vat_id",
    "parse",
    "parse_amount",
    "parse_date",
    "parse_month",
    "show",
]

LONGEST_TEXT = 2000
_MESSAGES = {
    FieldType.TEXT: Message("Scrivi un testo (al più 2000 caratteri).", "Write a text (at most 2000 characters)."),
    FieldType.DATE: Message(
        "Non è una data: scrivi ad esempio 31/03/2026.", "Not a date: write for example 31/03/2026."
    ),
    FieldType.MONTH: Message("Non è un mese: scrivi ad esempio 03/2026.", "Not a month: write for example 03/2026."),
    FieldType.AMOUNT: Message(
        "Non è un importo: scrivi ad esempio 1.285,27.", "Not an amount: write for example 1,285.27."
    ),
    FieldType.HOURS: Message(
        "Non sono ore: scrivi ad esempio 7,5 o 7:30.", "Not hours: write for example 7.5 or 7:30."
    ),
    FieldType.INT: Message("Non è un numero intero: scrivi solo cifre.", "Not a whole number: write digits only."),
    FieldType.VAT_ID: Message(
        "La partita IVA non torna con la sua cifra di controllo: confrontala con il documento.",
        "The VAT id does not agree with its check digit: compare it with the document.",
    ),
    FieldType.TAX_CODE: Message(
        "Il codice fiscale non torna con il suo carattere di controllo: confrontalo con il documento.",
        "The tax code does not agree with its check character: compare it with the document.",
    ),
    FieldType.IBAN: Message(
        "L'IBAN non torna con le sue cifre di controllo: confrontalo con il documento.",
        "The IBAN does not agree with its check digits: compare it with the document.",
    ),
    FieldType.CURRENCY: Message("Non è una valuta: scrivi ad esempio EUR.", "Not a currency: write for example EUR."),
    FieldType.CHOICE: Message("Scegli uno dei valori proposti.", "Choose one of the values offered."),
}


class BadValue(FaldoneError, ValueError):
    """A text that does not write a value of its type."""

    code = "bad_value"


def _text(text: str) -> str | None:
    printable = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", text))
    folded = " ".join(printable.split())
    return folded if 0 < len(folded) <= LONGEST_TEXT else None


def _date(text: str) -> str | None:
    found = parse_date(text)
    return found.isoformat() if found else None


def _amount(text: str) -> str | None:
    number = parse_amount(text)
    return None if number is None else canonical_amount(number)


def _hours(text: str) -> str | None:
    plain = re.sub(r"\s*(?:h|hrs?|hours?|ore|ora)\.?$", "", text.strip().lower()).strip()
    if clock := re.fullmatch(r"(\d{1,4}):([0-5]\d)", plain):
        number: Decimal | None = (Decimal(int(clock[1])) + Decimal(int(clock[2])) / 60).quantize(Decimal("0.01"))
    else:
        number = parse_amount(plain) if len(plain) < 12 else None
    return None if number is None or number < 0 else _without_trailing_zeros(number)


def _without_trailing_zeros(number: Decimal) -> str:
    whole, _, decimals = f"{number:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0')}".rstrip(".")


def _whole_number(text: str) -> str | None:
    plain = text.strip()
    return str(int(plain)) if re.fullmatch(r"[-+]?[0-9]{1,15}", plain) else None


def _vat_id(text: str) -> str | None:
    number = canonical_vat_id(text)
    return number if is_valid_vat_id(number) else None


def _tax_code(text: str) -> str | None:
    number = compact(text)
    return number if is_valid_tax_code(number) else None


def _iban(text: str) -> str | None:
    number = compact(re.sub(r"^\s*iban\b", "", text, flags=re.IGNORECASE))
    return number if is_valid_iban(number) else None


def _currency(text: str) -> str | None:
    name = text.strip()
    code = CURRENCY_SIGNS.get(name.lower(), name.upper())
    return code if code in list_currencies() else None


_PARSERS: dict[FieldType, Callable[[str], str | None]] = {
    FieldType.TEXT: _text,
    FieldType.DATE: _date,
    FieldType.MONTH: parse_month,
    FieldType.AMOUNT: _amount,
    FieldType.HOURS: _hours,
    FieldType.INT: _whole_number,
    FieldType.VAT_ID: _vat_id,
    FieldType.TAX_CODE: _tax_code,
    FieldType.IBAN: _iban,
    FieldType.CURRENCY: _currency,
}


def parse(type: FieldType, text: str, choices: Iterable[Choice] = ()) -> str:
    """The canonical form of what the whole of `text` writes ("12/3/26", "1.285,27 €"); BadValue otherwise."""
    if type is FieldType.CHOICE:
        wanted = " ".join(text.lower().split())
        names = {name.lower(): c.value for c in choices for name in (c.label.en, c.label.it, c.value)}
        value = names.get(wanted)
    else:
        value = _PARSERS[type](text)
    if value is None:
        raise BadValue(_MESSAGES[type])
    return value


def is_valid(type: FieldType, value: str, choices: Iterable[Choice] = ()) -> bool:
    """Whether `value` is canonical: its calendar and its check digits agree. Any word is a choice of none."""
    if type is FieldType.CHOICE:
        values = [choice.value for choice in choices]
        return value in values if values else bool(value)
    if type is FieldType.AMOUNT:
        return re.fullmatch(r"-?(?:0|[1-9][0-9]*)\.[0-9]{2,}", value) is not None and _amount_of(value) == value
    if type is FieldType.HOURS:
        return re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", value) is not None
    return _PARSERS[type](value) == value


def _amount_of(canonical: str) -> str:
    return canonical_amount(Decimal(canonical))


def show(type: FieldType, value: str, language: str, choices: Iterable[Choice] = ()) -> str:
    """A canonical value as people read it, `language` being "it" or "en"; what is not canonical is shown as it is."""
    if type is FieldType.CHOICE:
        labels = {c.value: (c.label.it if language == "it" else c.label.en) for c in choices}
        return labels.get(value, value)
    if not is_valid(type, value):
        return value
    if type is FieldType.DATE:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    if type is FieldType.MONTH:
        names = MONTH_NAMES_IT if language == "it" else MONTH_NAMES_EN
        return f"{names[int(value[5:]) - 1]} {value[:4]}"
    if type is FieldType.AMOUNT:
        return show_amount(value, language)
    if type is FieldType.HOURS:
        return _shown_hours(value, language)
    return value


def _shown_hours(value: str, language: str) -> str:
    whole, point, decimals = value.partition(".")
    decimals = decimals + "0" if len(decimals) == 3 else decimals
    return whole + (("," if language == "it" else ".") if point else "") + decimals
