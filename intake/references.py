"""Words that make what follows them another paper's: "ns. fattura n. 12", "rif. DDT 512", "unsere Rechnung 7"."""

from __future__ import annotations

from intake.layout.sheet import Cell, Sheet
from intake.words import tokens, word_set

REFERENCES = word_set(
    "rif riferimento vs vostro vostra vostri vostre ns nostra nostro nostri nostre suo sua sue storno"
    " your our ihr ihre ihrer unser unsere unserer vos votre notre nos nuestra nuestro su vuestra zu sur"
)
# Wider gaps, in line heights, part the columns of a form.
_NEAR = 3.0


def refers_elsewhere(sheet: Sheet, cell: Cell, first: int) -> bool:
    """Whether the word before `cell.words[first]`, in its cell or close to the left of it, is such a word."""
    if first > 0:
        before = tokens(cell.words[:first])
    elif cell.column > 0:
        left = sheet.rows[cell.row].cells[cell.column - 1]
        near = (cell.box.left - left.box.right) * sheet.aspect < _NEAR * sheet.line_height
        before = tokens(left.words) if near else []
    else:
        before = []
    return bool(before) and before[-1].text in REFERENCES
