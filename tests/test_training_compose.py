"""Composed pages: words lie inside, apart from each other, and where the PDF has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest

from intake.readers.pdf_text import own_words
from storage.reading import Box, Source
from training.compose import Composed, compose
from training.composing.words import Printed, printed_on
from training.content import Content, Grid, Pair, Pairs, Party, Stamp, Title, Value
from training.damage import damaged, rendered
from training.garble import LEVELS, garbled, ink_box
from training.generate import draw_content


@cache
def _papers() -> tuple[tuple[Content, Composed], ...]:
    return tuple((c, compose(c, rng)) for rng in map(Random, range(60)) for c in (draw_content(rng),))


def _upright(composed: Composed) -> list[list[Printed]]:
    """The words of each sheet but those of stamps, which lie aslant."""
    return [[w for w in printed_on(sheet) if w.zone != 20_000] for sheet in composed.sheets]


def test_nothing_leaves_the_page() -> None:
    for _, composed in _papers():
        for sheet in composed.sheets:
            for run, _ in sheet.runs:
                assert -0.5 <= run.left <= sheet.width and 0 < run.base <= sheet.height
        for words in _upright(composed):
            assert all(0 <= w.box.left < w.box.right <= 1 and 0 <= w.box.top < w.box.bottom <= 1 for w in words)


def _crossing(a: Box, b: Box, wide: float, high: float) -> bool:
    across = (min(a.right, b.right) - max(a.left, b.left)) * wide
    down = (min(a.bottom, b.bottom) - max(a.top, b.top)) * high
    return across > 1 and down > 1.5


def test_no_text_lies_on_another() -> None:
    for content, composed in _papers():
        for sheet, words in zip(composed.sheets, _upright(composed), strict=True):
            boxes = sorted((ink_box(w), w.text) for w in words)
            for at, (box, text) in enumerate(boxes):
                for other, word in boxes[at + 1 :]:
                    if other.left > box.right:
                        break
                    assert not _crossing(box, other, sheet.width, sheet.height), (content.kind, text, word)


def test_every_value_is_among_the_words() -> None:
    for content, composed in _papers():
        words = "".join(w.text for sheet in composed.sheets for w in printed_on(sheet))
        for block in content.blocks:
            texts = [text for row in block.rows for text in row] if isinstance(block, Grid) else []
            texts += [pair.value for pair in block.pairs] if isinstance(block, Pairs) else []
            texts += [block.text] if isinstance(block, Title) else []
            for part in (p for text in texts for p in text if isinstance(p, Value)):
                assert "".join(part.text.split()) in words, (content.kind, part)


def test_the_pdf_holds_the_words_where_the_pages_say(tmp_path: Path) -> None:
    content = Content(
        "letter",
        {"date": "2026-03-03"},
        (
            Party((("Ditta Prova",), ("Via Roma 1",)), None, "letterhead"),
            Title(("Oggetto",)),
            Pairs((Pair("Data", (Value("3 marzo 2026", "date"),)), Pair("Nostro rif.", ("AB/12",)))),
        ),
    )
    for seed in range(4):
        composed = compose(content, Random(seed))
        path = tmp_path / f"{seed}.pdf"
        path.write_bytes(composed.pdf())
        ((page, marks),) = composed.pages()
        found = {word.text: word.box for word in own_words(path, 1)}
        assert "date" in marks and page.source is Source.TEXT
        for word in (w for w in page.words if len(w.text) > 2):  # a page number may repeat a short one
            assert word.text in found
            assert all(abs(a - b) < 0.02 for a, b in zip(word.box, found[word.text], strict=True)), word


def test_sums_are_carried_over_where_a_table_is_cut() -> None:
    rng = Random(3)
    for _ in range(400):
        content = draw_content(rng, ["invoice"])
        grid = next(b for b in content.blocks if isinstance(b, Grid))
        composed = compose(content, rng)
        if grid.carried and len(grid.rows) > 45 and len(composed.sheets) > 1:
            text = " ".join(w.text for sheet in composed.sheets for w in printed_on(sheet))
            assert grid.carried[0] in text and grid.carried[1] in text
            return
    pytest.fail("no long invoice was drawn")


def test_a_stamp_stands_where_the_sheet_is_empty() -> None:
    content = Content("letter", {}, (Title(("Lettera",)), Stamp(("RICEVUTO", "3/4/2026"))))
    composed = compose(content, Random(2))
    words = printed_on(composed.sheets[0])
    stamp = [w.box for w in words if w.zone == 20_000]
    assert len(stamp) == 2
    assert not any(_crossing(w.box, box, 600, 800) for w in words if w.zone != 20_000 for box in stamp)


def test_worse_levels_read_worse() -> None:
    right: dict[str, float] = {}
    for level in LEVELS:
        kept = total = 0
        for number, (_, composed) in enumerate(_papers()[:25]):
            exact = {w.text for w in printed_on(composed.sheets[0])}
            page, fields = garbled(composed.sheets[0], 1, level, Random(number))
            assert len(fields) == len(page.words) and page.source is Source.OCR
            assert all(0 <= w.box.left < w.box.right <= 1 and 0 <= w.box.top < w.box.bottom <= 1 for w in page.words)
            assert all(0 < w.confidence <= 1 and w.text.strip() == w.text != "" for w in page.words)
            kept, total = kept + len(exact & {w.text for w in page.words}), total + len(exact)
        right[level] = kept / total
    assert right["clean"] > 0.97 and right["clean"] > right["office"] > right["photo"] > right["poor"] > 0.4


@pytest.mark.parametrize("level", LEVELS)
def test_a_damaged_page_is_still_a_page(level: str) -> None:
    _, composed = _papers()[0]
    (page, *_) = rendered(composed.pdf(), 60)
    scan, again = damaged(page, 60, level, Random(1)), damaged(page, 60, level, Random(1))
    assert (scan.pixels == again.pixels).all() and scan.pixels.shape[0] >= page.shape[0]
    assert 60 < scan.pixels.mean() < 255 and scan.pixels.std() > 3
