"""Numbers of documents: FPR 12/26, 2026/0147, V2-000123, E001517; and the references that look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.extract.found import Found
from intake.extract.paper import Label, Paper
from intake.extract.scoring import Scored
from intake.extract.texts import announced
from intake.extract.wanted import Weights
from intake.references import refers_elsewhere
from storage.kinds import FieldType
from storage.reading import Word

_PART = re.compile(
    r"[A-Za-z]{0,6}[-/.]?\d[\dA-Za-z]*(?:[-/.\\][\dA-Za-z]+)*|[A-Z]{1,5}(?:[-/.][A-Za-z]*\d[\dA-Za-z]*)+|[A-Z]{1,4}[-/][A-Z]{1,4}[-/]\d[\w/-]*"
)
_PREFIX = re.compile(r"[A-Z]{1,5}[-/]?")
_SIGN = re.compile(r"^(?:n|nr|num|no|n\.ro)[.°º:*']*$", re.IGNORECASE)
_GLUED_SIGN = re.compile(r"^(?:n|nr|num|no)[.°º:*]+(?=\w*\d)", re.IGNORECASE)
_LAW = re.compile(r"^\W*(?:d\.?p\.?r|d\.?lgs|d\.?[ml]|l|legge|artt?|comma|commi)\.?$", re.IGNORECASE)
NUMBER: Weights = {
    "number": 1.0, "bare_number": 0.6, "page": -1.0, "code": -0.9, "ddt": -0.9, "order_reference": -0.8,
    "reference": -0.5, "vat_id": -1.0, "tax_code": -1.0, "iban": -1.0, "phone": -1.0, "ship_to": -0.8,
    "protocol": -0.6, "invoice_number": 0.3,
    "date": -0.2, "document_date": -0.4, "due_date": -0.5, "payment_terms": -0.6, "customer": -0.3, "bank_name": -0.8,
}  # fmt: skip


def _clean(word: Word) -> str:
    return _GLUED_SIGN.sub("", word.text.strip(".,;:()«»\"'|")).strip(".,;:-/")


def number_in(text: Found) -> Found | None:
    """The document number that a text begins with, a sign for "number" and a prefix of letters allowed before it."""
    words = list(text.words)
    skip = 0
    while skip < len(words) and (_SIGN.match(words[skip].text) or not any(c.isalnum() for c in words[skip].text)):
        skip += 1
    for start in range(skip, min(skip + 2, len(words))):
        if any(_LAW.match(word.text) for word in words[max(0, start - 1) : start + 1]):
            return None
        printed = _clean(words[start])
        if _PREFIX.fullmatch(printed) and start + 1 < len(words) and _PART.fullmatch(_clean(words[start + 1])):
            after = _clean(words[start + 1])
            return Found(
                FieldType.TEXT, f"{printed} {after}", 1.0, text.cell, text.first + start, text.first + start + 1
            )
        if _PART.fullmatch(printed):
            return Found(FieldType.TEXT, printed, 1.0, text.cell, text.first + start, text.first + start)
        if start == skip and any(c.isdigit() for c in printed):
            return None
    return None


def _is_other_value(paper: Paper, value: Found) -> bool:
    """Whether the characters are a date, an amount or an identifier that has a form of its own."""
    for other in paper.found_in(value.cell):
        if other.type in (FieldType.MONTH,) and "/" in value.value:
            continue
        covers = other.first <= value.last and other.last >= value.last
        if covers and other.type is not FieldType.MONTH and other.quality > 0.4:
            return True
    return False


def _label_weight(label: Label, weights: Weights) -> float:
    known = [weights[role] for role in label.roles if role in weights]
    return max(known, default=0.0)


def numbers(paper: Paper, weights: Weights = NUMBER) -> Iterator[Scored]:
    """Numbers that labels announce, with how well; not sorted."""
    for labels in paper.labels.values():
        for index, label in enumerate(labels):
            weight = _label_weight(label, weights)
            if weight <= 0:
                continue
            if "number" in label.roles and refers_elsewhere(paper.sheet(label.cell.page), label.cell, label.first):
                weight -= 0.9
            before = labels[index - 1] if index else None
            if before is not None and label.first - before.last <= 4 and label.roles & {"bare_number", "of"}:
                said = _label_weight(before, weights)
                weight += min(0.0, said) - 0.3 * ("ddt" in before.roles) + (0.35 if said > 0.5 else 0.0)
            for rank, (text, relation) in enumerate(announced(paper, label)):
                value = number_in(text)
                if value is not None and not _is_other_value(paper, value):
                    yield Scored(
                        value,
                        _plausible(paper, value, label, weight, relation, rank),
                        (f"label:{label.phrase} ({relation})",),
                    )


def _plausible(paper: Paper, value: Found, label: Label, weight: float, relation: str, rank: int) -> float:
    score = weight * (1.0 if relation == "right of" else 0.9) * 0.85**rank
    first_page = value.cell.page == paper.sheets[0].page
    score += 0.35 * max(0.0, 0.55 - value.place.top) if first_page else -0.3
    score += 0.1 if label.first == 0 else -0.1
    score += 0.15 if len(label.phrase.split()) > 1 else 0.0
    score -= 0.3 if re.fullmatch(r"\d{1,2}", value.value) and value.first != label.last + 1 else 0.0
    score -= 0.5 if re.fullmatch(r"(?:19|20)\d\d", value.value) else 0.0
    return score


def best_numbers(paper: Paper, weights: Weights = NUMBER) -> list[Scored]:
    return sorted(numbers(paper, weights), key=lambda s: -s.score)


def beside(paper: Paper, date: Found) -> list[Scored]:
    """Numbers right before a paper's own date, in its cell or the one left of it, whatever their label."""
    row = paper.sheet(date.cell.page).rows[date.cell.row].cells
    left = row[date.cell.column - 1] if date.cell.column > 0 else None
    spans = [(date.cell, date.first)] + ([(left, len(left.words))] if left is not None else [])
    found: list[Scored] = []
    for cell, end in spans:
        for first in range(max(0, end - 4), end):
            value = number_in(Found(FieldType.TEXT, "", 1.0, cell, first, first))
            if value is not None and not _is_other_value(paper, value):
                found.append(Scored(value, 0.4, ("place:beside the date",)))
    return found[:1]
