"""What the form of a word tells of how well it was read: figures, identifiers, words, and what is none of them."""

from __future__ import annotations

import re
from functools import lru_cache

from storage.identifiers import canonical_vat_id, is_valid_iban, is_valid_tax_code, is_valid_vat_id

_AMOUNT = re.compile(r"(?:\d{1,3}(?:[.'’]\d{3})+|\d+)[.,]\d{2,3}|\d{1,3}(?:,\d{3})+\.\d{2}")
_WITH_CENTS = re.compile(r"(?:\d{1,3}(?:\.\d{3})*|\d+),\d{2}|(?:\d{1,3}(?:,\d{3})*|\d+)\.\d{2}")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d{2}|(?:19|20)\d{2}-[01]\d-[0-3]\d")
_IDENTIFIER = re.compile(
    r"(?:[I1L]T)?\d{11}|[A-Z]{6}[\dA-Z]{2}[A-Z][\dA-Z]{2}[A-Z][\dA-Z]{3}[A-Z]|[I1L]T\d{2}[A-Z\d]\d{10}[A-Z\d]{12}"
)
_LEGAL_FORM = re.compile(r"S\.r\.l\.(?:s\.)?|S\.p\.A\.|S\.n\.c\.|S\.a\.s\.|S\.c\.(?:ar?)?\.?l\.", re.IGNORECASE)
_AROUND = ".,;:()[]€%+-–*"
_FAULTS = tuple(
    map(
        re.compile,
        (
            r"[|¦‖_~^{}<>“”‘`\"\\=©®§¬•¿¡]",
            r"[\u0100-\u024f\u2e80-\uffffçíóúáãõñ]",  # letters that Italian does not have
            r"\d[A-WYZa-wyzÀ-ÿ]\d|^[lo][.,]?\d|^[IOS][.,]\d|^[IO]\d|\d[lIO]$|\d[.,]\d*[lIOSBo]",
            r"[a-zà-ÿ]\d[a-zà-ÿ]|^\d[a-zà-ÿ]{2}|^[A-ZÀ-Ý]{2,}[01568]+[A-ZÀ-Ý]{2,}$",
            r"[a-zà-ÿ][A-ZÀ-Ý]|(?<=[a-zà-ÿ.])I[lI]|\bII(?=[,;])|\.I\.|[A-ZÀ-Ý]{2,}[a-z](?:[A-ZÀ-Ý]|\b)|\([A-Z][0l]\)",
            r"[;!?](?=\w)|:(?=[^\W\d])|\d[.,]{2}|[,;]{2}$|,\.$|\.\.$|\d[.,]\d{3}\.\d{2}$",
            r"^[-'.,:;][^\W\d]|\w\)?-$|^[.,]\d",
            r"^[cdkm]?m[?*°]",  # a square metre's figure
        ),
    )
)
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ'’]+")
_VOWEL = re.compile(r"[aeiouyàèéìòùáíóúäöü]", re.IGNORECASE)


def bare(text: str) -> str:
    return text.strip(_AROUND)


def is_figure(text: str) -> bool:
    """An amount with its decimals, or a date."""
    return _AMOUNT.fullmatch(text) is not None or _DATE.fullmatch(text) is not None


def has_cents(text: str) -> float:
    """1 for an amount with a comma before its cents, less with a point: in Italy that is oftener a misread comma."""
    found = _WITH_CENTS.fullmatch(bare(text))
    return 0.0 if found is None else 1.0 if "," in found[0] else 0.7


def is_date(text: str) -> bool:
    return _DATE.fullmatch(bare(text)) is not None


@lru_cache(maxsize=20000)
def is_checked(text: str) -> bool:
    """An identifier whose check digits agree: one text in ten does by chance for a VAT id, one in a hundred else."""
    code = bare(text).upper()
    if len(code) < 11 or not code.isalnum():
        return False
    if len(code) in (11, 13) and code[-11:].isdigit():
        return is_valid_vat_id(canonical_vat_id(code))
    return is_valid_tax_code(code) if len(code) == 16 else is_valid_iban(code)


def fails_check(text: str) -> bool:
    """Of the form of an identifier with check digits, and they do not agree."""
    return _IDENTIFIER.fullmatch(bare(text).upper()) is not None and not is_checked(text)


def is_legal_form(text: str) -> bool:
    """Italy's commonest: what is nearly one is one misread."""
    return _LEGAL_FORM.fullmatch(text.rstrip(",;:")) is not None


def is_wordlike(text: str) -> bool:
    """Letters with a vowel among them."""
    core = text.strip(".,;:()'’")
    parts = [part for part in re.split(r"[-/.]", core) if part]
    return len(core) > 1 and all(map(_LETTERS.fullmatch, parts)) and _VOWEL.search(core) is not None


def faults(text: str) -> float:
    """How many things in it hardly occur in print."""
    return 0.0 if is_checked(text) else float(sum(pattern.search(text) is not None for pattern in _FAULTS))
