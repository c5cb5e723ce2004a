"""What a letter is about: behind "Oggetto:", else the line that stands alone before the salutation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from intake.extract.found import Found
from intake.extract.names import looks_like_address, looks_like_firm
from intake.extract.parties import RECIPIENT
from intake.extract.result import Draft
from intake.extract.scoring import Scored, score
from intake.extract.texts import labelled_texts, text_found
from intake.layout.sheet import Cell, Row, Sheet
from intake.words import folded
from storage.kinds import FieldType

_SALUTATION = re.compile(
    r"(?:gentil\w*|egregi\w*|egr|gent|spett\w*|buongiorno|caro|cara|dear|sehr geehrte\w*|madame|monsieur|messieurs|cari"
    r"|con la presente|in riferimento|con riferimento|facendo seguito|la presente|vi comun\w*|la inform\w*"
    r"|si comunica|hiermit|we |i am|je |nous |il sottoscritto|la sottoscritta|i sottoscritti|formulo|a seguito"
    r"|estimad\w*|muy)\b"
)
# Lines of a letter's head that are no subject.
_HEAD = re.compile(
    r"\b(?:rif|riferimento|ref|reference|zeichen|prot|protocollo|pratica|alla c|c a|attenzione|per conoscenza|p c|attn"
    r"|pec|tel|fax|mail|e mail|www|http|https|cap|p iva|c f|cf|codice|raccomandata|via pec|a mezzo|anticipata"
    r"|pag|pagina|page|data|destinatario|mittente|spett\w*|egr\w*|gent\w*|direzione|ufficio|racc)\b"
)
_LEAST_LETTERS, _MOST_WORDS = 6, 14
_PROSE = 9


def subject(draft: Draft) -> None:
    """With the next line where the sentence runs on."""
    texts = [one for one in labelled_texts(draft.paper, "subject") if len(one.found.value) > 4]
    told = [_with_next_line(draft, one) for one in texts]
    if draft.choose("subject", told, 0.5) is None:
        draft.choose("subject", list(_alone(draft)), 0.5)


def _with_next_line(draft: Draft, one: Scored) -> Scored:
    cell = one.found.cell
    block = draft.paper.block_of(cell).cells
    position = block.index(cell)
    following = block[position + 1] if position + 1 < len(block) else None
    if following is None or cell.box.right < 0.8 or not following.text[:1].islower():
        return one
    return replace(one, found=replace(one.found, value=f"{one.found.value} {following.text}"))


def _opens(row: Row) -> bool:
    """Whether the letter's text begins here: a salutation, or a line of prose."""
    text = row.cells[0].text
    return _SALUTATION.match(folded(text)) is not None and (len(row.cells) == 1 or len(row.cells[0].words) > _PROSE)


def _alone(draft: Draft) -> Iterator[Scored]:
    """The line nearest above the letter's first words that is nothing else."""
    sheet = draft.paper.sheets[0]
    dates = [f for f in draft.paper.found if f.type is FieldType.DATE and f.cell.page == sheet.page]
    last = max((f.cell.row for f in dates if f.place.top < 0.5 and len(f.cell.words) < 8), default=0)
    opening = next((n for n, row in enumerate(sheet.rows) if n > max(2, last) and _opens(row)), 0)
    for number in range(opening - 1, max(1, opening - 5), -1):
        cell = _subject_like(draft, sheet, sheet.rows[number])
        if cell is not None:
            found = text_found(cell, 0, len(cell.words) - 1)
            if found is not None:
                yield Scored(found, 0.55, ("place:alone before the salutation",))
                return


def _subject_like(draft: Draft, sheet: Sheet, row: Row) -> Cell | None:
    cell = row.cells[0]
    text = cell.text
    if len(row.cells) > 1 or len(cell.words) > _MOST_WORDS or sum(c.isalpha() for c in text) < _LEAST_LETTERS:
        return None
    known = looks_like_address(text) or looks_like_firm(text) or _HEAD.search(folded(text)) or "@" in text
    value = Found(FieldType.TEXT, text, 1.0, cell, 0, len(cell.words) - 1)
    addressed = score(draft.paper, value, RECIPIENT).score > 0.5
    cap = re.search(r"\b\d{5}\b", text) is not None
    date = any(
        f.type is FieldType.DATE and f.last == len(cell.words) - 1 and f.first < 5 for f in draft.paper.found_in(cell)
    )
    return None if known or cap or date or (addressed and not cell.height > 1.2 * sheet.line_height) else cell
