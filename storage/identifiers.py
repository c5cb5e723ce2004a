"""VAT ids, tax codes and IBANs: their written form and their check digits (python-stdnum)."""

from __future__ import annotations

import re

from stdnum import iban as stdnum_iban
from stdnum.ch import vat as swiss_vat
from stdnum.eu import vat as european_vat
from stdnum.gb import vat as british_vat
from stdnum.it import codicefiscale

_OTHER_COUNTRY_VAT = re.compile(r"(?!IT)[A-Z]{2}[A-Z0-9]{4,15}")
_NOISE = re.compile(r"[\s.\-/_:]+")
_CIN_COUNTRIES = ("IT", "SM")


def compact(text: str) -> str:
    return _NOISE.sub("", text).upper()


def canonical_vat_id(text: str) -> str:
    """With its country; eleven digits alone are Italian. A country written twice (ITIT...) is written once."""
    number = compact(text)
    if number.isdigit() and len(number) == 11:
        return "IT" + number
    if number[:2] == number[2:4] and number[:2].isalpha():
        number = number[2:]
    return "EL" + number[2:] if number.startswith("GR") else number


def is_valid_vat_id(value: str) -> bool:
    """The country's own check, or for a country outside the EU, the UK and Switzerland, only the shape."""
    country = value[:2].lower()
    if not value.isascii() or not value[:2].isalpha():
        return False
    if country in european_vat.MEMBER_STATES or country == "el":
        return bool(european_vat.is_valid(value))
    if country == "gb":
        return bool(british_vat.is_valid(value[2:]))
    if country == "ch":
        return bool(swiss_vat.is_valid(value) or swiss_vat.is_valid(value + "MWST"))
    return _OTHER_COUNTRY_VAT.fullmatch(value) is not None


def is_valid_tax_code(value: str) -> bool:
    """Sixteen characters of a person, substituted digits (omocodia) included, or eleven digits."""
    return value.isascii() and bool(codicefiscale.is_valid(value))


def is_valid_iban(value: str) -> bool:
    """The international check, and for Italy and San Marino the national check letter (CIN) too."""
    if not value.isascii() or not stdnum_iban.is_valid(value):
        return False
    return value[:2] not in _CIN_COUNTRIES or codicefiscale.calc_check_digit(value[5:]) == value[4]
