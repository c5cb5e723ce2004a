"""Which kind of document it is: evidence from its words and where they stand, weighed and added up.

Titles weigh by their place: a headline says what a paper is, the same words in its text say what it talks about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from intake.kinds.evidence import WEAK, Evidence, evidence_of
from intake.kinds.learned import learned
from intake.kinds.lexicon import TITLE_MEANINGS, WORD_MEANINGS
from intake.kinds.shapes import SHAPES
from intake.layout.sheet import Sheet, sheet_of
from intake.words import plain, word_set
from storage.kinds import KINDS, Area
from storage.reading import Page

# What stands beyond these pages are conditions of sale and enclosures.
_PAGES = 3
_HINTS = {
    Area.HR: "hr personale risorse umane dipendenti paghe cedolini buste lavoro assunzioni",
    Area.ACCOUNTING: "accounting contabilita amministrazione fatture acquisti vendite banca fornitori clienti invoices",
    Area.GENERAL: "general generale segreteria posta corrispondenza contratti letters protocollo legale",
}
_HINT_WEIGHT = 1.5
# A page must say this much for a kind before it is believed to be anything at all.
_SILENCE = 2.5
_STRONGEST = 2.5
# A paper mentions those that came before it, hardly ever those that come after it.
_COURSE = ("quote", "purchase_order", "delivery_note", "invoice", "payment_reminder", "credit_note")
_HEADED = 0.8
# Papers set like an invoice, told from it by their headline alone: the words of an invoice speak for them as well.
_LIKE_INVOICES = {
    "credit_note": word_set("credito accredito variazione gutschrift avoir credit abono rectificativa"),
    "other": word_set("forma proforma preavviso progetto proformarechnung"),
}
_NAMED = 0.5
_BEFORE = 0.5


@dataclass(frozen=True, slots=True)
class KindGuess:
    """`confidence` is a probability; `evidence` in words, strongest first: "title:nota di credito"."""

    kind: str
    confidence: float
    evidence: tuple[str, ...]


def _headed(titles: Mapping[str, float]) -> dict[str, float]:
    """The best place of each kind's titles; "ft." and the like are no headlines."""
    best: dict[str, float] = {}
    for phrase, place in titles.items():
        for kind, weight in TITLE_MEANINGS[phrase].items():
            if weight > WEAK:
                best[kind] = max(place, best.get(kind, 0.0))
    return best


def _set_like_invoices(titles: Mapping[str, float]) -> Iterator[str]:
    nouns = {noun for phrase, place in titles.items() if place >= _NAMED for noun in phrase.split()}
    yield from (kind for kind, telling in _LIKE_INVOICES.items() if not telling.isdisjoint(nouns))


def weighed(evidence: Evidence) -> dict[str, dict[str, float]]:
    """For each kind what speaks for or against it, by name, with its weight."""
    scores: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    headed = _headed(evidence.titles)
    for phrase, place in evidence.titles.items():
        for kind, weight in TITLE_MEANINGS[phrase].items():
            later = _COURSE[_COURSE.index(kind) + 1 :] if kind in _COURSE else ()
            mentioned = any(headed.get(other, 0.0) >= max(_HEADED, 0.6 * place) for other in later)
            scores[kind][f"title:{phrase}"] = weight * place * (_BEFORE if mentioned else 1.0)
    for phrase, share in evidence.words.items():
        for kind, weight in WORD_MEANINGS[phrase].items():
            scores[kind][f"word:{phrase}"] = weight * share
    for shape in evidence.shapes:
        for kind, weight in SHAPES[shape].items():
            scores[kind][f"shape:{shape}"] = weight
    for kind in _set_like_invoices(evidence.titles):
        form = {name: weight for name, weight in scores["invoice"].items() if not name.startswith("title")}
        scores[kind] = scores[kind] | {
            name: max(weight, scores[kind].get(name, weight)) for name, weight in form.items()
        }
    return scores


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


def hand_totals(evidence: Evidence) -> dict[str, float]:
    """What the evidence is worth for each kind by the weights set by hand, about in log odds."""
    totals = {kind: _total(found) for kind, found in weighed(evidence).items()}
    totals["other"] += _SILENCE
    return totals


def pieces(evidence: Evidence) -> Iterator[tuple[str, float]]:
    """All evidence by name, with its strength, as the learned weighing takes it."""
    yield from ((f"title:{phrase}", min(place, _STRONGEST)) for phrase, place in evidence.titles.items())
    yield from ((f"word:{phrase}", share) for phrase, share in evidence.words.items())
    yield from ((f"shape:{shape}", 1.0) for shape in evidence.shapes)
    yield from ((name, 1.0) for name in sorted(evidence.printed))


def classify_sheets(sheets: Sequence[Sheet], hint: str | None = None) -> KindGuess:
    evidence = evidence_of(sheets[:_PAGES])
    weights, known = weighed(evidence), learned()
    added, area = known.of(pieces(evidence)), _hinted(hint)
    totals = {kind: known.trust * total + sum(added[kind].values()) for kind, total in hand_totals(evidence).items()}
    for kind in totals:
        totals[kind] += _HINT_WEIGHT if area is not None and KINDS[kind].area is area else 0.0
    best = max(totals, key=lambda kind: totals[kind])
    confidence = 1.0 / sum(exp(known.sharpness * (total - totals[best])) for total in totals.values())
    reasons = Counter({name: known.trust * weight for name, weight in weights[best].items()})
    reasons.update(added[best])
    if best == "other" and not weights[best]:
        confidence = min(confidence, 0.5)
    return KindGuess(best, round(confidence, 4), tuple(name for name, _ in reasons.most_common(8)))
