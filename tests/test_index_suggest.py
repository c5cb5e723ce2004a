"""What is offered while somebody types, and documents like a given one: for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.engines import ENGINES
from index.lit import lit
from index.search_index import SearchIndex, SuggestionKind
from index.typed_query import parse
from storage.document import ALL_AREAS
from storage.kinds import Area
from storage.reading import Box, Page, Source, Word
from tests.indexing import document, opened

ACCOUNTING, HR = frozenset({Area.ACCOUNTING}), frozenset({Area.HR})
BRAMBILLA: dict[str, Any] = {
    "counterpart": "Officine Brambilla S.r.l.",
    "fields": {"supplier_name": "Officine Brambilla S.r.l."},
}
DOCUMENTS = [
    document(1, "fornitura di perché e fornelli", number="2026/0147", date="2026-03-31", status="filed",
             tags=("da pagare", "Urgente"), **BRAMBILLA),
    document(2, "fornitura di città", number="2025/0199", date="2025-03-31", status="to_review", **BRAMBILLA),
    document(3, "fornaio", kind="credit_note", number="2026/12", date="2026-01-01", counterpart="Rossi & Bruni"),
    document(4, "forfettario Fortunata", kind="payslip", counterpart="Fortunata Brunelli", tags=("fortuna",),
             number="2026/777", status="filed", fields={"employee_name": "Fortunata Brunelli"}),
]  # fmt: skip


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    index = opened(request.param, tmp_path)
    index.reset()
    index.update(DOCUMENTS[:2])
    index.update(DOCUMENTS[2:])
    yield index
    index.close()


def offered(index: SearchIndex, typed: str, areas: frozenset[Area] = ALL_AREAS) -> list[tuple[str, int | None]]:
    """What would stand in the box, with the number of documents."""
    return [(typed[: one.start] + one.text, one.documents) for one in index.suggest(typed, areas)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("brambi", ('controparte:"Officine Brambilla S.r.l."', 2)),
        ("officine bramb", ('controparte:"Officine Brambilla S.r.l."', 2)),
        ("acciaio bramb", ('acciaio controparte:"Officine Brambilla S.r.l."', 2)),
        ("-bramb", ('-controparte:"Officine Brambilla S.r.l."', 2)),
        ("fornitore:bramb", ('fornitore:"Officine Brambilla S.r.l."', 2)),
        ('acciaio fornitore:"officine bra', ('acciaio fornitore:"Officine Brambilla S.r.l."', 2)),
        ("dipendente:fort", ('dipendente:"Fortunata Brunelli"', 1)),
        ("2026/014", ("numero:2026/0147", None)),
        ("147", ("numero:2026/0147", None)),
        ("numero:12", ("numero:2026/12", None)),
        ("pag", ('etichetta:"da pagare"', 1)),
        ("tag:URG", ("tag:Urgente", 1)),
        ("perc", ("perché", 1)),
        ("una citt", ("una città", 1)),
        ("forn", ("fornitura", 2)),
        ("forni", ("fornitore:", None)),
        ("imp", ("imponibile:", None)),
        ("tipo:fa", ("tipo:Fattura", 2)),
        ("kind:inv", ("kind:Invoice", 2)),
        ("tipo:cred", ('tipo:"Nota di credito"', 1)),
        ("stato:da", ("stato:da-controllare", 1)),
        ("area:cont", ("area:contabilita", 3)),
    ],
)
def test_what_begins_so_is_offered(index: SearchIndex, typed: str, expected: tuple[str, int | None]) -> None:
    assert expected in offered(index, typed)


def test_what_was_offered_finds_as_many_as_it_says(index: SearchIndex) -> None:
    for typed in ("bramb", "tag:urg", "tipo:no", "stato:da", "fornit", "area:pers"):
        for text, documents in offered(index, typed):
            if documents is not None:
                assert index.search(parse(text, ALL_AREAS)).total == documents, text


def test_nothing_of_other_areas_is_offered(index: SearchIndex) -> None:
    for typed in (
        "fort",
        "forf",
        "brun",
        "fortuna",
        "777",
        "numero:777",
        "tag:f",
        "tipo:busta",
        "area:p",
        "dipendente:fo",
    ):
        told = [text.casefold() for text, _ in offered(index, typed, ACCOUNTING)]
        assert not [text for text in told if any(word in text for word in ("fort", "forf", "brunel", "777", "busta"))]
        assert not [text for text in told if "personale" in text]
        assert [text for text, _ in offered(index, typed, HR) if text != f"{typed}:"], typed
    assert {one.kind for one in index.suggest("forn", frozenset())} == {SuggestionKind.NAME}


@pytest.mark.parametrize(
    "typed", ["", " ", "zzz", "tipo:zzz", "boh:x", '"', "-", "totale:>", "tipo:", "a:b:c", "|", "*"]
)
def test_anything_can_be_typed(index: SearchIndex, typed: str) -> None:
    assert len(index.suggest(typed, ALL_AREAS)) <= 12
    assert len(index.suggest("for", ALL_AREAS, 2)) <= 2


def test_documents_like_a_given_one(index: SearchIndex) -> None:
    rare = "guarnizione flangia rondella"
    index.update(
        [
            document(10, f"{rare} uno", **BRAMBILLA),
            document(11, f"{rare} due", counterpart="Altri"),
            document(12, "tutt'altro", kind="credit_note", **BRAMBILLA),
            document(13, f"{rare} tre", **BRAMBILLA),
            document(14, f"{rare} quattro", kind="payslip", counterpart="Segreta Anna"),
        ]
    )
    near = [hit.id for hit in index.like(10, ACCOUNTING)]
    assert near[0] == 13
    assert set(near) == {13, 1, 2, 12, 11}
    assert near.index(12) < near.index(11)
    assert 14 in [hit.id for hit in index.like(10, ALL_AREAS)]
    assert [hit.id for hit in index.like(10, ACCOUNTING, 2)] == near[:2]


def test_nothing_is_like_what_one_may_not_see(index: SearchIndex) -> None:
    assert index.like(4, ACCOUNTING) == index.like(99, ALL_AREAS) == index.like(1, frozenset()) == []


def page(*lines: str) -> Page:
    words = [
        Word(text, Box(0.1 * column, 0.1 * row, 0.1 * column + 0.09, 0.1 * row + 0.05), 1.0, row)
        for row, line in enumerate(lines)
        for column, text in enumerate(line.split())
    ]
    return Page(1, 100, 100, Source.OCR, 1.0, tuple(words))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("forniture", [(0, 1)]),
        ("acciaio", [(0, 2)]),
        ("1285,27", [(1, 2)]),
        ("147 forn*", [(0, 1), (1, 0)]),
        ('"fornitura dell\'acciaio"', [(0, 1), (0, 2)]),
        ("-acciaio", []),
        ("tipo:fattura", []),
        ("rossi OR perche", [(2, 0)]),
    ],
)
def test_the_words_that_are_hits_are_lit_on_the_page(typed: str, expected: list[tuple[int, int]]) -> None:
    printed = page("La fornitura dell'acciaio", "2026/0147 € 1.285,27", "Perché no")
    boxes = lit(printed, "it", parse(typed))
    assert [(round(box.top * 10), round(box.left * 10)) for box in boxes] == expected
