"""The level of a job in its collective agreement: 3° livello, B1, IV, 4S, Quadro."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.extract.result import Draft
from intake.extract.scoring import Scored
from intake.extract.texts import labelled_texts

_NAMED = r"(?: ?(?:livello|liv\b\.?|super\b|bis\b|ter\b))?"
_LEVEL = re.compile(
    rf"(?:livello|liv\.?|cat(?:egoria)?\.?|level)?\s*(?P<level>\d{{1,2}} ?[°ºª^]?{_NAMED}(?:[A-Z]{{1,2}})?"
    rf"|[IVX]+(?:°|º)?{_NAMED}|[A-Z]{{1,2}} ?\d{{1,2}} ?[A-Z]?|[A-Z]\d?S?|[A-Z]{{2}}(?= ?\d)|Quadro|Q[AS]?"
    r"|(?:Impiegat[oa]|Operai[oa]) \d[A-Z]?|Dirigente)(?!\w|\.\w|[/,]\d)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d|^[IVX]+\b|quadro|^q\b", re.IGNORECASE)
# In prose a level is followed by the end of the sentence or by the agreement that knows it.
_FOLLOWED = re.compile(
    r"\s*(?:$|[,;.)(-]|(?:del|dello|della|di|del vigente|previsto|ccnl|c\.c\.n\.l|contratto)\b)", re.I
)
_LEAST = 0.55


def level(draft: Draft) -> None:
    cut = [one for one in map(_level, labelled_texts(draft.paper, "level")) if one is not None]
    draft.choose("level", sorted(cut, key=lambda s: -s.score), _LEAST)


def _level(one: Scored) -> Scored | None:
    """A level is short; what follows it (a contract's name, a qualification) is not part of it."""
    text = one.found.value
    match = _LEVEL.match(text)
    if match is None:
        return None
    value = match["level"].strip()
    told = _PLAIN.search(value) is not None
    bonus = 0.35 if told and _FOLLOWED.match(text, match.end()) else -0.3 if not told and len(text) > 3 else 0.0
    return replace(one, found=replace(one.found, value=value), score=one.score + bonus)
