"""A party's identifiers: which is a VAT id, which an Italian tax code, which only a further line."""

from __future__ import annotations

from collections.abc import Iterable

from intake.formats import xml_values
from intake.formats.fatturapa_model import Value
from storage.identifiers import compact, is_valid_tax_code

# ISO 6523 and the older EAS codes: Codice fiscale, Partita IVA
ITALIAN_TAX_CODES = frozenset({"0210", "9907", "IT:CF"})
ITALIAN_VAT_IDS = frozenset({"0211", "9906", "IT:VAT"})
GLN = frozenset({"0088", "GLN"})


def vat_id(found: Value | None, country: str) -> Value | None:
    """Canonical; `country` is that of the address, for numbers written without one."""
    if found is None:
        return None
    number = compact(found.text)
    land = number[:2] if number[:2].isalpha() else country
    canonical = xml_values.vat_id(land, number)
    return Value(canonical, found.path) if canonical else None


def tax_code(candidates: Iterable[tuple[str, Value]], country: str) -> Value | None:
    """The first of (scheme, identifier) that is an Italian tax code by its scheme, or by land and form."""
    for scheme, found in candidates:
        number = compact(found.text).removeprefix("CF:")
        if scheme.upper() in ITALIAN_TAX_CODES:
            return Value(number.removeprefix("IT") if len(number) == 13 else number, found.path)
        if country == "IT" and scheme in ("FC", "TAX", "") and is_valid_tax_code(number):
            return Value(number, found.path)
    return None


def address(street: Iterable[str], town: Iterable[str], country: str) -> tuple[str, ...]:
    """Lines of an address; Italy is not named."""
    first = ", ".join(filter(None, street))
    second = " ".join(filter(None, town)) + (f" · {country}" if country and country != "IT" else "")
    return tuple(line.strip(" ·") for line in (first, second) if line.strip(" ·"))


def identifiers(scheme_and_number: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(label, number) of a party's further identifiers."""
    return [("GLN" if scheme in GLN else "Codice", number) for scheme, number in scheme_and_number if number]
