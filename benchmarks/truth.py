"""Labelled papers: what a truth file says of them, which are kept for checking, and when a value read is right.

A truth file has one JSON object a line: `file`, `kind`, `fields`, `lists`, `text`, `layout`, `degradation`.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from storage.kinds import FIELDS, FieldType

_CHECKED_SHARE = 3  # every third layout is kept for checking
_LEGAL_FORMS = re.compile(
    r"\b(s\.?\s?r\.?\s?l\.?\s?s?|s\.?\s?p\.?\s?a|s\.?\s?n\.?\s?c|s\.?\s?a\.?\s?s|ltd|gmbh|inc)\b\.?"
)
_ROW_FIGURES = frozenset({"rate", "vat_rate", "quantity", "unit_price", "amount", "net_amount", "vat_amount"})
_EXACT = frozenset({FieldType.VAT_ID, FieldType.TAX_CODE, FieldType.IBAN})


@dataclass(frozen=True, slots=True)
class Truth:
    """What stands on one paper; `degradation` is its level of damage, `layout` the design of its page."""

    file: str
    kind: str
    fields: Mapping[str, str]
    lists: Mapping[str, list[Mapping[str, str]]]
    text: str
    layout: str
    degradation: str

    @property
    def is_for_checking(self) -> bool:
        return int(hashlib.sha256(self.layout.encode()).hexdigest(), 16) % _CHECKED_SHARE == 0


def truths(path: Path) -> Iterator[Truth]:
    for line in path.read_text("utf-8").splitlines():
        told: dict[str, Any] = json.loads(line)
        yield Truth(
            Path(told["file"]).name,
            told["kind"],
            told["fields"],
            told.get("lists", {}),
            told.get("text", ""),
            told.get("layout", ""),
            told.get("degradation", ""),
        )


def _is_figure(name: str) -> bool:
    declared = FIELDS.get(name)
    return name in _ROW_FIGURES or (
        declared is not None and declared.type in (FieldType.AMOUNT, FieldType.HOURS, FieldType.INT)
    )


def _is_exact(name: str) -> bool:
    declared = FIELDS.get(name)
    return name.endswith("number") or (declared is not None and declared.type in _EXACT)


def _compared(name: str, value: str) -> str:
    text = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().strip().lower()
    if _is_figure(name):
        try:
            return f"{float(text.replace(',', '.')):.2f}"
        except ValueError:
            return text
    if _is_exact(name):
        return re.sub(r"[\s./_-]+", "", text)
    return re.sub(r"[^a-z0-9]+", " ", _LEGAL_FORMS.sub(" ", text)).strip()


def same(name: str, got: str, want: str) -> bool:
    """Whether a value read is the one on the paper: legal forms, the order of names and one slip of the reader in ten
    letters of a name apart."""
    a, b = _compared(name, got), _compared(name, want)
    if a == b:
        return True
    if _is_figure(name) or _is_exact(name) or re.fullmatch(r"[\d-]+", want):
        return False
    if name.endswith("_name") and sorted(a.split()) == sorted(b.split()):
        return True
    return bool(b) and Levenshtein.distance(a, b) <= len(b) // 10


def follows(truth: Truth, name: str, value: str) -> bool:
    """Whether a value that the paper does not print follows from what it prints: not asked for, and not held against
    a reader who gives it."""
    if name == "currency":
        return value == "EUR"
    if truth.kind not in ("invoice", "credit_note"):
        return False
    return name in ("payment_terms", "order_reference") or any(same(name, value, one) for one in _derived(truth, name))


def _derived(truth: Truth, name: str) -> list[str]:
    fields, rates = truth.fields, truth.lists.get("vat_lines", [])

    def total(key: str) -> str:
        return f"{sum(float(row[key]) for row in rates):.2f}"

    match name:
        case "net_amount":
            return [total("net_amount")] if rates else [fields.get("gross_amount", "")]
        case "vat_amount":
            return [total("vat_amount")] if rates else ["0.00"]
        case "amount_due":
            return [fields.get("gross_amount", "")]
        case "due_date":
            return [fields.get("date", "")]
        case "supplier_tax_code" | "customer_tax_code":
            return [fields.get(name.replace("tax_code", "vat_id"), "")[2:]]
        case "customer_vat_id":
            return [f"IT{fields.get('customer_tax_code', '')}"]
    return []
