"""Why work ends: the worker resigns, the employer dismisses, or both agree."""

from __future__ import annotations

import re

from intake.extract.result import Draft
from intake.extract.texts import labelled_texts
from intake.words import folded

# The agreement first: it speaks of resigning too; "recesso" alone is anybody's.
_REASONS = (
    (
        "agreement",
        r"consensual|accordo di risoluzione|comune accordo|mutuo (?:consenso|accordo)|mutual (?:agreement|consent)"
        r"|aufhebungsvertrag|termination agreement|incentivo all esodo",
    ),
    (
        "resignation",
        r"dimission|dimett|rassegn|recesso del lavoratore|recedere dal (?:contratto|rapporto)|\bresign|mia decisione"
        r"|mio rapporto|demission|lasciare (?:l azienda|il lavoro)",
    ),
    (
        "dismissal",
        r"licenzi|giustificato motivo|soppressione|comporto|dismiss|contestazione disciplinare|procediamo al recesso"
        r"|kundig|risolv\w+ (?:il|con lei)|recediamo|comunichiamo (?:il|la) (?:recesso|risoluzione)|suo rapporto"
        r"|terminat\w+ your",
    ),
)
# What hardly ever is said of another paper's or another person's leaving.
_HEADLINE = 2.0


def _counts(text: str) -> dict[str, int]:
    return {value: len(re.findall(words, text)) for value, words in _REASONS}


def reason(draft: Draft) -> None:
    """The label's own word, else the words of the page, those of headlines counting more."""
    for one in labelled_texts(draft.paper, "leaving_reason"):
        named = [value for value, words in _REASONS if re.search(words, folded(one.found.value))]
        if named and one.score > 0.5:
            draft.computed("reason", named[0], 0.95, *one.evidence)
            return
    totals = dict.fromkeys((value for value, _ in _REASONS), 0.0)
    for sheet in draft.paper.sheets:
        for cell in sheet.cells:
            large = cell.height > 1.2 * sheet.line_height or folded(cell.text).startswith(("oggetto", "subject"))
            for value, times in _counts(folded(cell.text)).items():
                totals[value] += times * (_HEADLINE if large else 1.0)
    best = max(totals, key=lambda value: totals[value])
    if totals["agreement"] >= 1.0 and totals["dismissal"] == 0.0:
        best = "agreement"
    if totals[best]:
        share = totals[best] / sum(totals.values())
        draft.computed("reason", best, round(0.6 + 0.35 * share, 3), f"words:{best} {totals[best]:.0f}")
