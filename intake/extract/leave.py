"""Which leave is asked for: the box that is ticked, what its label announces, what the sentence asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.extract.result import Draft
from intake.extract.staff import BALANCES
from intake.extract.texts import labelled_texts
from intake.layout.sheet import Row
from intake.words import folded

# In this order: a special leave is named beside the general word for it ("permesso L. 104", "permesso non retribuito").
LEAVE_TYPES = (
    ("law_104", r"\b104\b"),
    ("parental", r"\bparental|maternit|paternit|astensione facoltativa|allattament|elternzeit"),
    ("unpaid", r"non retribuit|senza (?:retribuzione|assegni|stipendio)|aspettativa|\bunpaid|unbezahlt|sans solde"),
    ("paid_leave", r"permess\w*(?: orar\w*)? retribuit|\b(?:rol|par)\b|ex fest|banca ore|riduzione orari|\bpaid leave"),
    (
        "other",
        r"\blutt|matrimoni|\bstudio\b|\besam[ei]\b|donazion|\bsangue\b|visit[ae]\b|malattia figli|sindacal|elettoral"
        r"|infortuni|congedo straordinario|\bseggio\b|trasloco|bereavement|wedding|\bexam|medical appointment",
    ),
    ("holiday", r"\bferie\b|\bholidays?\b|vacation|annual leave|urlaub|\bconges\b"),
    ("paid_leave", r"permess|retribuit|\bpaid\b"),
    ("other", r"congedo|\baltro\b|\bother\b"),
)
_ON = r"(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX]\s*\)|[☑☒✓✔⊠■●]|(?<!\w)[xX](?!\w))"
_OFF = r"(?:\[\s*[_.]?\s*\]|\(\s*\)|[☐□○◻❏]|(?<![\w.])[OoD](?![\w.])|(?<!\w)_{1,3}(?!\w))"
_BOX = re.compile(f"(?P<on>{_ON})|{_OFF}")
_ASKING = re.compile(
    r"\b(?:chied\w+|richied\w+|domanda|fruire|usufruir\w*|godere|assentar\w+|assenza|request\w*|would like|concess\w+"
    r"|beantrag\w+|autorizzazione)\b"
)
# What the employer fills in below, and what is left of a year's leave, ask for nothing.
_REST = re.compile(r"\b(?:si autorizza|non si autorizza|riservat[oa] all?|visto|approvat[oa]|saldo residuo)\b")
_FORMS_NAME = re.compile(r"ferie\W+(?:e|o|ed|/|-)?\W*permess|permess\w*\W+(?:e|o|ed|/|-)?\W*ferie|ferie permess")


def _meant(text: str) -> str | None:
    """The leave that a few words name; a form's own name ("ferie / permessi") names none."""
    words = _FORMS_NAME.sub(" ", folded(text))
    return next((value for value, words_for in LEAVE_TYPES if re.search(words_for, words)), None)


def _ticked(rows: list[Row]) -> Iterator[str]:
    """The words at ticked boxes: behind them, or before them where a row begins with words and ends with a box."""
    for number, row in enumerate(rows):
        parts = re.split(r"\t", row.text)
        text = " ".join(parts)
        boxes = list(_BOX.finditer(text))
        marked = [box for box in boxes if box["on"]]
        if not marked or _REST.search(folded(text)):
            continue
        behind = boxes[-1].end() >= len(text.rstrip(" .:")) and boxes[0].start() > 2
        for box in marked:
            position = boxes.index(box)
            if behind:
                words = text[boxes[position - 1].end() if position else 0 : box.start()]
            else:
                words = text[box.end() : boxes[position + 1].start() if position + 1 < len(boxes) else len(text)]
            if not re.search(r"[A-Za-z]{3}", words) and number + 1 < len(rows):
                words = rows[number + 1].text
            yield words


def _asked(rows: list[Row]) -> Iterator[str]:
    """What stands behind a word that asks, in its line and the next."""
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        asking = _ASKING.search(folded(row.text))
        if asking is not None:
            yield folded(row.text)[asking.end() :] + " " + (folded(following.text) if following is not None else "")


def leave_type(draft: Draft) -> None:
    sheets = draft.paper.sheets
    rows = [row for sheet in sheets for row in sheet.rows]
    told = [row for row in rows if not BALANCES.search(row.text.lower()) and not _REST.search(folded(row.text))]
    labelled = [one.found.value for one in labelled_texts(draft.paper, "leave_type") if one.score > 0.5]
    sources = (
        (0.95, "box:ticked", list(_ticked(rows))),
        (0.93, "label:type of leave", [text for text in labelled if not _BOX.search(text)]),
        (0.88, "words:asked for", list(_asked(told))),
        (0.7, "words:on the page", [" ".join(row.text for row in told)]),
    )
    for sureness, why, texts in sources:
        meant = next((value for text in texts if (value := _meant(text)) is not None), None)
        if meant is not None:
            draft.computed("leave_type", meant, sureness, f"{why} {meant}")
            return
    if any(re.search(r"\bferie\b", folded(row.text)) for row in told):
        draft.computed("leave_type", "holiday", 0.6, "words:on the page holiday")
