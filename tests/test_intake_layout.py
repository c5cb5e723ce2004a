"""Words become rows, cells, blocks, neighbours and tables."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from intake.layout.blocks import blocks_of
from intake.layout.columns import Piece, Strip, matched, strips_of
from intake.layout.neighbours import below, right_of
from intake.layout.sheet import Cell, sheet_of
from intake.layout.tables import tables_of
from storage.reading import Box, Page, Source, Word
from tests.typeset import page_of

FORM = """
Numero          Data            Cliente
2026/17         12/03/2026      Rossi S.r.l.
                                Via Roma, 1
                                20121 Milano (MI)
"""


def test_wide_gaps_part_cells_and_blanks_do_not() -> None:
    sheet = sheet_of(page_of(FORM))
    assert [cell.text for cell in sheet.rows[1].cells] == ["2026/17", "12/03/2026", "Rossi S.r.l."]
    assert sheet.rows[1].text == "2026/17\t12/03/2026\tRossi S.r.l."


def test_a_slanted_page_has_the_same_rows() -> None:
    for slant in (-0.04, 0.04):
        page = page_of(
            "Totale imponibile del documento" + " " * 50 + "1.234,56\n" + "riga di testo piuttosto lunga\n" * 3,
            slant=slant,
        )
        assert sheet_of(page).rows[0].text == "Totale imponibile del documento\t1.234,56"


def test_printed_rules_part_cells_and_are_no_text() -> None:
    sheet = sheet_of(page_of("| Totale | 12,00 |"))
    assert [cell.text for cell in sheet.rows[0].cells] == ["Totale", "12,00"]


def test_what_stands_right_of_and_below_a_cell() -> None:
    sheet = sheet_of(page_of(FORM))
    number = sheet.rows[0].cells[0]
    assert next(right_of(sheet, number)).text == "Data"
    assert next(below(sheet, number)).text == "2026/17"
    assert next(below(sheet, sheet.rows[0].cells[2])).text == "Rossi S.r.l."


def test_nothing_is_below_across_a_wide_gap() -> None:
    sheet = sheet_of(page_of("Firma\n\n\n\n\n\n\n\n\n12,00"))
    assert list(below(sheet, sheet.rows[0].cells[0])) == []


def test_an_address_is_one_block() -> None:
    texts = [block.text for block in blocks_of(sheet_of(page_of(FORM)))]
    assert "Cliente\nRossi S.r.l.\nVia Roma, 1\n20121 Milano (MI)" in texts


def _heading(cell: Cell) -> list[tuple[str, Box]]:
    names = {"Descrizione": "description", "Importo": "amount", "Q.tà": "quantity"}
    return [(names[cell.text], cell.box)] if cell.text in names else []


def test_a_table_knows_its_columns_whether_figures_are_aligned_left_or_right() -> None:
    text = """
    Descrizione              Q.tà      Importo
    Vite 4x25                   3       1.234,56
    Dado                   12.000           0,10
    """
    (table,) = tables_of(sheet_of(page_of(text)), _heading)
    names = [[table.heading_of(cell.box) for cell in row.cells] for row in table.rows]
    assert names == [["description", "quantity", "amount"]] * 2


def test_a_page_without_words_is_a_sheet_without_rows() -> None:
    assert sheet_of(Page(1, 0, 0, Source.OCR, 0.0, ())).rows == ()


BOXES = st.tuples(*[st.floats(0, 1) for _ in range(4)]).map(
    lambda n: Box(min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3]))
)


@given(st.lists(st.tuples(st.text(min_size=1, max_size=5), BOXES, st.integers(0, 5)), max_size=30))
def test_every_word_stands_in_one_cell_at_most(given_words: list[tuple[str, Box, int]]) -> None:
    words = tuple(Word(text, box, 0.5, line) for text, box, line in given_words)
    sheet = sheet_of(Page(1, 100, 140, Source.OCR, 0.5, words))
    placed = [word for cell in sheet.cells for word in cell.words]
    assert len(placed) <= len(words)
    assert sum(len(block.cells) for block in blocks_of(sheet)) == len(sheet.cells)


def test_a_head_of_two_lines_is_read_together() -> None:
    named = {"Prezzo unitario": "unit_price", "unitario": "code", "Prezzo": "amount", "Descrizione": "description"}
    text = """
    Descrizione              Prezzo
                             unitario
    Vite 4x25                  1,20
    """
    (table,) = tables_of(
        sheet_of(page_of(text)), lambda cell: [(named[cell.text], cell.box)] if cell.text in named else []
    )
    assert [name for name, _ in table.headings] == ["description", "unit_price"]


def _pieces(*rows: str) -> list[list[Piece]]:
    return [
        [Piece(Box(m.start() / 100, 0, m.end() / 100, 0.01), m.group()[0].isdigit(), "," in m.group()) for m in words]
        for row in rows
        for words in [list(re.finditer(r"\S+", row))]
    ]


def test_columns_are_found_by_the_white_between_them() -> None:
    rows = _pieces(
        "Vite a testa tonda     10    1,20", "Dado                    4   12,00", "Perno lungo           100    0,30"
    )
    assert [strip.left for strip in strips_of(rows, 0.025)] == [0.0, 0.22, 0.28]


def test_figures_close_to_text_are_a_column_of_their_own_but_not_those_inside_it() -> None:
    rows = _pieces("10 Vite 25 zincata", "14 Dado 30 zincato", "20 Foro 45 passante")
    assert len(strips_of(rows, 0.025)) == 2


def test_headings_keep_their_order_over_columns_aligned_otherwise() -> None:
    strips = [Strip(0.05, 0.3), Strip(0.6, 0.62), Strip(0.75, 0.79), Strip(0.89, 0.93)]
    heads = [("text", 0.05, 0.1), ("count", 0.5, 0.55), ("price", 0.69, 0.73), ("sum", 0.81, 0.86)]
    named = matched(strips, [(name, Box(left, 0, right, 0.01)) for name, left, right in heads])
    assert named == ("text", "count", "price", "sum")
    assert matched(strips[:2], [("text", Box(0.05, 0, 0.1, 0.01))]) == ("text", None)
