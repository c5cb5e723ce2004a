"""The text that a label announces: behind it, in the cell right of it, or below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from intake.extract.found import Found
from intake.extract.paper import Label, Paper
from intake.extract.scoring import Scored
from intake.layout.neighbours import below
from intake.layout.sheet import Cell
from storage.kinds import FieldType
from storage.reading import Word

# A cell of more words is a line of its own, not a label.
_LONG = 6
_MARKS = ":.;,-–—·|)*_="


def _is_text(word: Word) -> bool:
    return word.text.strip(_MARKS + "( ") != ""


def text_found(cell: Cell, first: int, last: int, quality: float = 1.0) -> Found | None:
    """The words first..last of a cell as a text, marks at its ends left out; None where nothing is left."""
    while first <= last and not _is_text(cell.words[first]):
        first += 1
    while last >= first and not _is_text(cell.words[last]):
        last -= 1
    if first > last:
        return None
    text = " ".join(word.text for word in cell.words[first : last + 1])
    text = text.strip(" :;,–—·|*_=").lstrip(".-)")
    return Found(FieldType.TEXT, text.strip(), quality, cell, first, last) if text.strip() else None


def _starts_with_label(paper: Paper, cell: Cell, strong: Iterable[str]) -> bool:
    labels = paper.labels_in(cell)
    return (
        bool(labels)
        and labels[0].first == 0
        and (labels[0].last == len(cell.words) - 1 or bool(labels[0].roles & set(strong)) or cell.text.count(":") > 0)
    )


def behind(paper: Paper, label: Label) -> Found | None:
    """What stands behind the label in its cell, up to the next label that a mark or a value shows to be one."""
    words = label.cell.words
    last = len(words) - 1
    for other in paper.labels_in(label.cell):
        marked = ":" in words[other.last].text or (other.last + 1 < len(words) and words[other.last + 1].text == ":")
        if other.first > label.last + 1 and marked:
            last = other.first - 1
            break
    return text_found(label.cell, label.last + 1, last)


def announced(paper: Paper, label: Label) -> Iterator[tuple[Found, str]]:
    """What may be the text of a label, likeliest first, with where it stands."""
    own = behind(paper, label)
    if own is not None and not _is_remark(own):
        yield own, "right of"
        return
    yield from elsewhere(paper, label)


def _is_remark(text: Found) -> bool:
    """ "(scale 1-5)" belongs to the label."""
    return text.value.startswith("(") and text.value.endswith(")")


def elsewhere(paper: Paper, label: Label) -> Iterator[tuple[Found, str]]:
    """What stands right of a label's cell or below it, likeliest first; where a label ends a line, on the next one."""
    sheet = paper.sheet(label.cell.page)
    row = sheet.rows[label.cell.row].cells
    if label.first > 0 and len(label.cell.words) > _LONG:
        if label.cell is row[-1] and label.cell.row + 1 < len(sheet.rows):
            yield from _on_next_line(paper, sheet.rows[label.cell.row + 1].cells[0])
        return
    right = row[label.cell.column + 1] if label.cell.column + 1 < len(row) else None
    under = next(iter(below(sheet, label.cell, 1)), None)
    options: list[tuple[Cell, str]] = []
    if right is not None and not _starts_with_label(paper, right, ()):
        options.append((right, "right of"))
    if under is not None and not _starts_with_label(paper, under, ()):
        options.append((under, "below"))
    if len(options) == 2 and _is_header_row(paper, row):
        options.reverse()
    for cell, relation in options:
        text = text_found(cell, 0, len(cell.words) - 1)
        if text is not None:
            yield text, relation


def _on_next_line(paper: Paper, cell: Cell) -> Iterator[tuple[Found, str]]:
    """What a line begins with, up to its first label."""
    labels = paper.labels_in(cell)
    text = text_found(cell, 0, labels[0].first - 1 if labels else len(cell.words) - 1)
    if text is not None:
        yield text, "line before"


def _is_header_row(paper: Paper, row: Sequence[Cell]) -> bool:
    """Whether a row is made of labels over their values rather than of labels beside them."""
    labelled = sum(_starts_with_label(paper, cell, ()) for cell in row)
    return labelled >= 2 and labelled > len(row) / 2


def labelled_texts(paper: Paper, role: str) -> list[Scored]:
    """Texts that labels of a role announce, best first: long labels before short ones, marked ones before bare."""
    scored: list[Scored] = []
    for labels in paper.labels.values():
        for label in labels:
            if role not in label.roles:
                continue
            sure = _sureness(label)
            for rank, (text, relation) in enumerate(announced(paper, label)):
                weight = sure * (0.9 if relation == "below" else 1.0) * 0.8**rank
                scored.append(Scored(text, weight, (f"label:{label.phrase} ({relation})",)))
    return sorted(scored, key=lambda s: -s.score)


def _sureness(label: Label) -> float:
    """A label that begins its cell and ends in a colon is one; the same words inside a sentence may be just words."""
    words = label.cell.words
    marked = ":" in words[label.last].text or (
        label.last + 1 < len(words) and words[label.last + 1].text.startswith(":")
    )
    alone = label.last == len(words) - 1
    # "Einstufung / Livello": the same in two languages.
    begins = label.first == 0 or words[label.first - 1].text.endswith("/")
    long = len(label.phrase.split()) > 1
    return 0.35 + 0.25 * begins + 0.25 * (marked or (alone and begins)) + 0.15 * long
