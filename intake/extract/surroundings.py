"""What stands around a value tells whether it was cut where it ends: the words before and behind it, the line under
it, the same text elsewhere with more words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from intake.extract.found import Found
from intake.extract.legal_forms import is_company
from intake.extract.paper import Paper
from intake.layout.sheet import Cell
from intake.learned.traits import Trait
from intake.words import folded
from storage.reading import FieldValue, Word

_MARK = re.compile(r"[\W_]+")
_NEAR = 1.6  # heights of a line between cells that may be one text
_LIST = re.compile(r"\d+(?:[/ -]+\d+)*$")


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """As `folded`: each cell of a paper is asked for again and again."""
    return folded(text)


def _sort_of(word: Word | None, labelled: bool) -> str:
    """A word by its look: what it is does not matter, whether it goes on does."""
    if word is None:
        return "nothing"
    text = word.text
    if labelled:
        return "a label"
    if _MARK.fullmatch(text):
        return "a mark"
    if text.endswith(":"):
        return "a colon"
    if any(c.isdigit() for c in text):
        return "digits"
    if text.isupper():
        return "capitals" if len(text) > 3 else "short capitals"
    return "a name" if text[:1].isupper() else "small letters"


def _labelled(paper: Paper, cell: Cell, place: int) -> bool:
    return any(label.first <= place <= label.last for label in paper.labels_in(cell))


def _beside(paper: Paper, found: Found) -> tuple[str, str]:
    cell = found.cell
    before = cell.words[found.first - 1] if found.first > 0 else None
    behind = cell.words[found.last + 1] if found.last + 1 < len(cell.words) else None
    return (
        _sort_of(before, before is not None and _labelled(paper, cell, found.first - 1)),
        _sort_of(behind, behind is not None and _labelled(paper, cell, found.last + 1)),
    )


def _next_cell(paper: Paper, found: Found) -> Cell | None:
    """The cell close behind a value that ends its cell."""
    row = paper.sheet(found.cell.page).rows[found.cell.row].cells
    if found.last + 1 < len(found.cell.words) or found.cell.column + 1 >= len(row):
        return None
    following = row[found.cell.column + 1]
    height = paper.sheet(found.cell.page).line_height
    return following if following.box.left - found.place.right < 4 * height else None


def _line_under(paper: Paper, found: Found) -> Cell | None:
    """The cell right under a value that ends its cell, of the same block."""
    rows = paper.sheet(found.cell.page).rows
    if found.last + 1 < len(found.cell.words) or found.cell.row + 1 >= len(rows):
        return None
    own = rows[found.cell.row].cells
    if found.cell.column >= len(own):
        return None
    height = paper.sheet(found.cell.page).line_height
    for cell in rows[found.cell.row + 1].cells:
        near = cell.box.top - found.place.bottom < _NEAR * height
        if near and abs(cell.box.left - found.place.left) < height:
            return cell
    return None


def around(paper: Paper, name: str, found: Found) -> Iterator[Trait]:
    before, behind = _beside(paper, found)
    for trait in (f"before it {before}", f"behind it {behind}"):
        yield trait, 1.0
        yield f"{name}: {trait}", 1.0
    beside, under = _next_cell(paper, found), _line_under(paper, found)
    if beside is not None:
        yield f"{name}: beside it {_sort_of(beside.words[0], _labelled(paper, beside, 0))}", 1.0
    if under is not None:
        yield f"{name}: under it {_sort_of(under.words[0], _labelled(paper, under, 0))}", 1.0
    if beside is not None and _LIST.match(beside.text) and name == "payment_terms":
        yield "terms go on beside", 1.0


def elsewhere(paper: Paper, name: str, found: Found) -> Iterator[Trait]:
    """Whether a text stands elsewhere alone, or with a firm's legal form that was not taken here."""
    wanted = comparable(found.value)
    if len(wanted) < 4:
        return
    alone = longer = 0
    for sheet in paper.sheets:
        for cell in sheet.cells:
            if cell is not found.cell and wanted in (text := comparable(cell.text)):
                alone += text == wanted
                longer += text != wanted and len(cell.words) < 12
    if alone:
        yield "stands alone elsewhere", 1.0
        yield f"{name}: stands alone elsewhere", 1.0
    if longer:
        yield "stands longer elsewhere", 1.0
        yield f"{name}: stands longer elsewhere", 1.0


def as_name(name: str, text: str) -> Iterator[Trait]:
    yield f"{name}: {'a company' if is_company(text) else 'no company'}", 1.0


def same_as_others(name: str, value: str, fields: Mapping[str, FieldValue]) -> Iterator[Trait]:
    """Other fields with the same value: right for two tax codes of one owner, wrong for two parties."""
    wanted = value.removeprefix("IT")
    for other, given in fields.items():
        if other != name and given.value.removeprefix("IT") == wanted:
            yield f"{name} as {other}", 1.0
