"""Which kind of document it is: evidence from its words and where they stand, weighed and added up.

Titles weigh by their place: a headline says what a paper is, the same words in its text say what it talks about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import exp

from intake.extract.finders import find_all
from intake.extract.totals import rate_of
from intake.kind_titles import TITLES
from intake.kind_words import WORDS
from intake.layout.sheet import Cell, Sheet, sheet_of
from intake.references import refers_elsewhere
from intake.words import Vocabulary, phrases_in, plain, tokens, word_set
from storage.kinds import KINDS, Area, FieldType
from storage.reading import Page

# What stands beyond these pages are conditions of sale and enclosures.
_PAGES = 3
_HINTS = {
    Area.HR: "hr personale risorse umane dipendenti paghe cedolini buste lavoro assunzioni",
    Area.ACCOUNTING: "accounting contabilita amministrazione fatture acquisti vendite banca fornitori clienti invoices",
    Area.GENERAL: "general generale segreteria posta corrispondenza contratti letters protocollo legale",
}
_HINT_WEIGHT = 1.5
_REFERENCES = word_set("rif riferimento vs vostro vostra ns nostra nostro del della dell alla con come da su per la le")
# A page must say this much for a kind before it is believed to be anything at all.
_SILENCE = 2.5
_SURENESS = 0.95


@dataclass(frozen=True, slots=True)
class KindGuess:
    """`confidence` is a probability; `evidence` in words, strongest first: "title:nota di credito"."""

    kind: str
    confidence: float
    evidence: tuple[str, ...]


Phrases = dict[str, dict[tuple[str, ...], str]]


def _by_first_word(table: Mapping[str, Mapping[float, str]]) -> Phrases:
    known: Phrases = {}
    for weights in table.values():
        for phrases in weights.values():
            for phrase in phrases.split("|"):
                words = tuple(phrase.split())
                known.setdefault(words[0], {})[words] = phrase
    return known


def _meanings(table: Mapping[str, Mapping[float, str]]) -> dict[str, list[tuple[str, float]]]:
    meanings: dict[str, list[tuple[str, float]]] = {}
    for kind, weights in table.items():
        for weight, phrases in weights.items():
            for phrase in phrases.split("|"):
                meanings.setdefault(phrase, []).append((kind, weight))
    return meanings


_TITLE_PHRASES, _WORD_PHRASES = _by_first_word(TITLES), _by_first_word(WORDS)
_TITLE_MEANINGS, _WORD_MEANINGS = _meanings(TITLES), _meanings(WORDS)
_VOCABULARY = Vocabulary([*_TITLE_MEANINGS, *_WORD_MEANINGS])


def _place(cell: Cell, start: int, end: int, length: int, sheet: Sheet, before: Sequence[str]) -> float:
    """How much a title's words are a title where they stand: from 0.1 in prose to 3 as a headline."""
    if (start > 0 and before[-1] in _REFERENCES) or (start == 0 and refers_elsewhere(sheet, cell, 0)):
        return 0.1
    subject = bool(before) and before[0] in ("oggetto", "subject", "betreff", "objet")
    share = (end - start) / max(1, length)
    weight = 1.0 if start == 0 or subject else 0.35
    weight *= 1.6 if subject else 0.6 + 0.6 * share if length <= 10 else 0.3
    weight *= max(0.8, min(2.0, cell.height / sheet.line_height))
    printed = "".join(word.text for word in cell.words)
    weight *= 1.15 if printed.isupper() else 1.0
    top = cell.box.top if sheet.page == 1 else 0.8
    return weight * (1.3 if top < 0.3 else 1.0 if top < 0.45 else 0.5)


def _read(sheet: Sheet, scores: dict[str, dict[str, float]]) -> None:
    """Adds the evidence of a page: for each kind, each phrase's best weight."""
    for cell in sheet.cells:
        words = [_VOCABULARY.nearest(token.text) for token in tokens(cell.words)]
        for start, end, phrase in phrases_in(words, _TITLE_PHRASES):
            place = _place(cell, start, end, len(words), sheet, words[:start])
            for kind, weight in _TITLE_MEANINGS[phrase]:
                _keep_best(scores[kind], f"title:{phrase}", weight * place)
        for _, _, phrase in phrases_in(words, _WORD_PHRASES):
            for kind, weight in _WORD_MEANINGS[phrase]:
                _keep_best(scores[kind], f"word:{phrase}", weight * (1.0 if sheet.page == 1 else 0.4))


# What the values on a page say by their form alone, whatever the words around them are: an invoice has two VAT ids, an
# IBAN and sums of which one is the tax on another at a legal rate; papers about people carry a person's tax code.
_SHAPES: dict[str, dict[str, float]] = {
    "net and its VAT": {"invoice": 2.6, "credit_note": 1.6, "quote": 1.2, "purchase_order": 1.2, "receipt": 0.4},
    "two VAT ids": {"invoice": 1.2, "credit_note": 0.6, "contract": 0.5},
    "an IBAN": {"invoice": 0.8, "bank_statement": 0.8, "payment_reminder": 0.5, "credit_note": 0.3},
    "a person's tax code": {kind.name: 0.6 for kind in KINDS.values() if kind.area is Area.HR},
    "no amounts": {"invoice": -2.5, "credit_note": -2.5, "receipt": -2.0, "bank_statement": -2.0, "payslip": -2.0},
}


def _shapes(sheets: Sequence[Sheet]) -> Iterator[str]:
    found = [value for sheet in sheets for value in find_all(sheet) if value.quality > 0.6]
    sums = {abs(Decimal(value.value)) for value in found if value.type is FieldType.AMOUNT}
    if any(gross - net in sums and rate_of(net, gross - net) for gross in sums for net in sums if 1 < net < gross):
        yield "net and its VAT"
    if len({value.value for value in found if value.type is FieldType.VAT_ID}) > 1:
        yield "two VAT ids"
    if any(value.type is FieldType.IBAN for value in found):
        yield "an IBAN"
    if any(value.type is FieldType.TAX_CODE for value in found):
        yield "a person's tax code"
    if not sums:
        yield "no amounts"


def _keep_best(scores: dict[str, float], evidence: str, weight: float) -> None:
    if abs(weight) > abs(scores.get(evidence, 0.0)):
        scores[evidence] = weight


def _total(evidence: Mapping[str, float]) -> float:
    """Titles: the best one counts whole, the others a little. Words: each further one says less than the one before."""
    titles = sorted((w for name, w in evidence.items() if name.startswith("title")), reverse=True)
    words = sorted((w for name, w in evidence.items() if name.startswith("word")), reverse=True)
    shapes = sum(w for name, w in evidence.items() if name.startswith("shape"))
    return (
        shapes
        + sum(w * 0.25**rank for rank, w in enumerate(titles))
        + sum(w * (0.88**rank if w > 0 else 1.0) for rank, w in enumerate(words))
    )


def _hinted(hint: str | None) -> Area | None:
    names = plain(hint or "").replace("/", " ").replace("_", " ").replace("-", " ").split()
    return next((area for area, known in _HINTS.items() if any(name in known.split() for name in names)), None)


def classify(pages: Sequence[Page], hint: str | None = None) -> KindGuess:
    """The likeliest kind of a document's pages. `hint`, the inbox's sub-folder, makes the kinds of its area likelier.

    Pages that say nothing clear are `other`, with a low confidence."""
    return classify_sheets([sheet_of(page) for page in pages[:_PAGES]], hint)


def classify_sheets(sheets: Sequence[Sheet], hint: str | None = None) -> KindGuess:
    scores: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for sheet in sheets[:_PAGES]:
        _read(sheet, scores)
    for shape in _shapes(sheets[:_PAGES]):
        for kind, weight in _SHAPES[shape].items():
            scores[kind][f"shape:{shape}"] = weight
    area = _hinted(hint)
    totals = {kind: _total(evidence) for kind, evidence in scores.items()}
    totals["other"] += _SILENCE
    for kind in totals:
        totals[kind] += _HINT_WEIGHT if area is not None and KINDS[kind].area is area else 0.0
    best = max(totals, key=lambda kind: totals[kind])
    chances = {kind: exp(_SURENESS * (total - totals[best])) for kind, total in totals.items()}
    confidence = 1.0 / sum(chances.values())
    evidence = sorted(scores[best].items(), key=lambda item: -item[1])
    if best == "other" and not evidence:
        confidence = min(confidence, 0.5)
    return KindGuess(best, round(confidence, 4), tuple(name for name, _ in evidence[:8]))
