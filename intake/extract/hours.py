"""A number of hours: of a course, of an absence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from intake.extract.result import Draft
from intake.extract.scoring import Scored
from intake.extract.staff import BALANCES, matches
from intake.extract.texts import labelled_texts
from storage.kinds import FieldType
from storage.values import BadValue, parse

_COUNTED = re.compile(
    r"(?<![\w.,/:])(\d{1,3}(?:[.,]\d{1,2}|:[0-5]\d)?|mezza|un|una|due|tre|quattro|cinque|sei|sette|otto)\s*(?:\(\w+\)\s*)?"
    r"(?:ore|ora|or[ae]\(|h|hrs?|hours?|stunden|heures)\b(?!\s*(?:settiman|weekly|/))",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<!dalle )(?<!alle )(?<!entro le )\b(?:ore|hours)\s*:?\s*(?:n\.?\s*)?(\d{1,3}(?:[.,]\d{1,2})?)(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)
_WORDS = {"mezza": "0.5", "un": "1", "una": "1", "due": "2", "tre": "3", "quattro": "4", "cinque": "5", "sei": "6",
          "sette": "7", "otto": "8"}  # fmt: skip
_NUMBER = re.compile(
    r"(?:n\.?\s*|nr\.?\s*|di\s*)?(\d{1,3}(?:[.,]\d{1,2}|:[0-5]\d)?)(?![\d:/%]|[.,]\d)(?!\s*(?:giorn|gg|mes[ie]|min|ann|%))",
    re.IGNORECASE,
)
_CLOCK = r"(?:ore\s*|h\.?\s*)?(?P<{0}>[01]?\d|2[0-3])(?:\s*[:.,]\s*(?P<{0}m>[0-5]\d))?"
_FROM_TO = re.compile(
    rf"\b(?:dalle|dalla|orario|fascia oraria|from)\W*{_CLOCK.format('a')}\s*"
    rf"(?:-|–|/|,|e|e fino|fino|alle|all'|a|to|until)(?:\s*(?:alle|all'|le))?\W*{_CLOCK.format('b')}(?!\w|/)",
    re.IGNORECASE,
)
# A whole day's clock times hold a break that nobody writes down.
_A_DAY = 6.0


def _canonical(text: str) -> str | None:
    """Hours as a decimal string: "3,5", "3:30" (three and a half), "due"."""
    whole, colon, minutes = text.partition(":")
    number = f"{int(whole) + int(minutes) / 60:.2f}" if colon else _WORDS.get(text.lower(), text)
    try:
        return parse(FieldType.HOURS, number)
    except BadValue:
        return None


def _printed(draft: Draft) -> Iterator[Scored]:
    for one in labelled_texts(draft.paper, "hours"):
        number = _NUMBER.match(one.found.value)
        alone = number is not None and number.end() == len(one.found.value)
        counted = _COUNTED.match(one.found.value)
        if counted is not None or number is not None:
            text = counted[1] if counted is not None else number[1] if number is not None else ""
            bonus = 0.2 if counted is not None or alone else 0.0
            yield replace(one, found=replace(one.found, value=text), score=one.score + bonus)
    for pattern in (_COUNTED, _BEHIND):
        yield from (Scored(f, 0.7, ("word:ore",)) for f in matches(draft, pattern))


def hours(draft: Draft) -> None:
    """A number before or behind the word, or announced by a label; what is left of a year's leave is not asked for."""
    parsed: list[Scored] = []
    for one in _printed(draft):
        value = _canonical(one.found.value)
        row = draft.paper.sheet(one.found.cell.page).rows[one.found.cell.row].text
        if value is not None and not BALANCES.search(row.lower()):
            parsed.append(replace(one, found=replace(one.found, type=FieldType.HOURS, value=value)))
    draft.choose("hours", sorted(parsed, key=lambda s: -s.score), 0.5)


def hours_by_the_clock(draft: Draft) -> None:
    """Where no number of hours is printed: from when to when, on a part of one day."""
    if "hours" in draft.fields:
        return
    for sheet in draft.paper.sheets:
        for row in sheet.rows:
            match = _FROM_TO.search(row.text)
            if match is not None:
                begin = int(match["a"]) + int(match["am"] or 0) / 60
                lasting = int(match["b"]) + int(match["bm"] or 0) / 60 - begin
                if 0 < lasting <= _A_DAY:
                    draft.computed("hours", parse(FieldType.HOURS, f"{lasting:.2f}"), 0.75, "computed:by the clock")
                    return
