"""IBANs wherever they stand: in groups, in boxes, over two lines; misread ones where their checks decide.

An Italian IBAN has two checks, the international one and the letter CIN: of the few ways to put one character right,
almost never more than one passes both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from intake.extract.found import CellText, Found
from intake.layout.sheet import Cell, Sheet
from storage.kinds import FieldType
from storage.values import is_valid_iban

# Marks between groups are no letters, so that no text is matched in more than one way.
_CHARACTER = r"(?:[ .·'‘~_-]{0,3}[A-Z0-9|])"
_IBAN = re.compile(
    rf"(?<![A-Za-z0-9])(?=([A-Z1|]{{2}}[ .-]?(?:\d[0-9OIlZSB]|[OIlZSB]\d){_CHARACTER}{{11,40}}))", re.IGNORECASE
)
_BEGINS = re.compile(rf"(?<![A-Z0-9])([A-Z]{{2}}[ .-]?\d{{2}}{_CHARACTER}{{0,30}})\W{{0,3}}$", re.IGNORECASE)
_COUNTRY_ALONE = re.compile(r"(?<!\w)([A-Z]{2})\W{0,3}$")
_LENGTHS = {
    "IT": 27, "SM": 27, "FR": 27, "DE": 22, "ES": 24, "AT": 20, "GB": 22, "NL": 18, "BE": 16, "CH": 21, "PT": 25,
    "LU": 20, "PL": 28, "SI": 19, "HR": 21, "RO": 24, "CZ": 24, "SK": 24, "HU": 28, "GR": 27, "IE": 22, "MT": 31,
    "BG": 22, "DK": 18, "SE": 24, "FI": 18, "LT": 20, "LV": 21, "EE": 20, "MC": 27, "VA": 22, "LI": 21, "CY": 28,
}  # fmt: skip
_SHAPE = "AA00A0000000000"
_DIGITS = str.maketrans("ODQIL|ZSGB", "0001112568")
_LETTERS = str.maketrans("012568|", "OIZSGBI")
_ALIKE = {
    "0": "8OQD6", "8": "0B36", "6": "805G", "5": "6S39", "1": "7IL4", "7": "1T2", "3": "8529", "9": "8054", "4": "19A",
    "2": "7Z3", "B": "8E", "O": "0Q", "Q": "0O", "D": "0O", "I": "1L", "S": "5", "Z": "2", "E": "F", "F": "EP",
    "C": "G", "G": "C6", "U": "V", "V": "UY", "H": "N", "N": "H", "P": "F", "L": "I1", "T": "7", "Y": "V",
}  # fmt: skip
_ROWS_ON = 1
# From here on an Italian account has figures; letters (CC, EC) stand before.
_NUMBER_OF_ACCOUNT = 18


def _compact(text: str) -> str:
    return re.sub(r"[^A-Z0-9|]", "", text.upper())


def find_ibans(text: CellText) -> Iterator[Found]:
    taken = 0
    for match in _IBAN.finditer(text.text):
        if match.start() < taken:
            continue
        printed = _compact(match[1])
        for length in range(len(printed), 14, -1):
            if value := _plain(printed[:length]):
                taken = match.end(1) - (len(printed) - length)
                yield _found(text, match.start(), length, value, 1.0 if value == printed[:length] else 0.9)
                break
        else:
            if (value := _repaired(printed)) is not None:
                taken = match.end(1)
                yield _found(text, match.start(), len(printed), value, 0.7)


def ibans_over_cells(sheet: Sheet) -> Iterator[Found]:
    """IBANs that begin at the end of a cell and go on in the next boxes of the row, or in the next line."""
    for cell in sheet.cells:
        text = CellText(cell)
        begun = _BEGINS.search(text.text) or _COUNTRY_ALONE.search(text.text)
        if begun is None or _compact(begun[1])[:2] not in _LENGTHS:
            continue
        start = _compact(begun[1])
        for rest in _following(sheet, cell):
            whole = (start + _compact(" ".join(other.text for other in rest)))[: _LENGTHS[start[:2]]]
            if len(start) < len(whole) and (value := _plain(whole)):
                yield Found(FieldType.IBAN, value, 0.9, cell, *text.words_at(begun.start(1), len(text.text)), "broken")
                break


def _following(sheet: Sheet, cell: Cell) -> Iterator[Sequence[Cell]]:
    """Where what begins in a cell may go on: right of it, right and in the next line, below it, in the next line."""
    row = sheet.rows[cell.row].cells
    right = row[cell.column + 1 :]
    for count in range(1, len(right) + 1):
        yield right[:count]
    for following in islice(sheet.rows, cell.row + 1, cell.row + 1 + _ROWS_ON):
        under = [other for other in following.cells if other.box.right > cell.box.left]
        yield from ([other] for other in under)
        yield following.cells[:1]


def _found(text: CellText, start: int, characters: int, value: str, quality: float) -> Found:
    end = start
    while characters and end < len(text.text):
        characters -= text.text[end].isalnum() or text.text[end] == "|"
        end += 1
    first, last = text.words_at(start, end)
    return Found(FieldType.IBAN, value, quality, text.cell, first, last, "" if quality == 1.0 else "repaired")


def _shaped(printed: str) -> str:
    """Italian: digits where digits must be, the letters of country and CIN where letters must be."""
    head = "".join(c.translate(_DIGITS if s == "0" else _LETTERS) for c, s in zip(printed, _SHAPE, strict=False))
    return "IT" + head[2:] + printed[len(_SHAPE) :]


def _italian(printed: str) -> bool:
    return printed[:2] in ("IT", "LT", "1T", "|T", "TT")


def _plain(printed: str) -> str | None:
    """As printed, or with letters and digits where an Italian one must have them."""
    forms = [printed]
    if _italian(printed) and len(printed) == _LENGTHS["IT"]:
        shaped = _shaped(printed)
        forms += [shaped, shaped[: len(_SHAPE)] + shaped[len(_SHAPE) :].translate(_DIGITS)]
    return next((form for form in forms if is_valid_iban(form)), None)


def _repaired(printed: str) -> str | None:
    """The only Italian IBAN that one misread, doubled or swallowed character parts from what is printed."""
    if not _italian(printed) or abs(len(printed) - _LENGTHS["IT"]) > 1:
        return None
    digits = printed[: len(_SHAPE)] + printed[len(_SHAPE) :].translate(_DIGITS)
    forms = {_shaped(form) for whole in (printed, digits) for form in _one_off(whole) if len(form) == _LENGTHS["IT"]}
    valid = {form for form in forms if form[_NUMBER_OF_ACCOUNT:].isdigit() and is_valid_iban(form)}
    return valid.pop() if len(valid) == 1 else None


def _one_off(printed: str) -> Iterator[str]:
    for place, character in enumerate(printed):
        if len(printed) < _LENGTHS["IT"]:
            yield printed[:place] + character + printed[place:]
        elif len(printed) > _LENGTHS["IT"]:
            yield printed[:place] + printed[place + 1 :]
        else:
            likely = [other for other in _ALIKE.get(character, "") if other.isdigit() or not character.isdigit()]
            yield from (printed[:place] + other + printed[place + 1 :] for other in likely)
