"""What was probably meant where words find too little: for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engines import ENGINES
from index.misspelt import variants
from index.query import Query
from index.search_index import Correction, Results, SearchIndex
from index.typed_query import corrected, parse
from storage.document import ALL_AREAS
from storage.kinds import Area
from tests.indexing import document, opened

ACCOUNTING = frozenset({Area.ACCOUNTING})
DOCUMENTS = [
    document(1, "fornitura di bulloni", counterpart="Officine Brambilla", fields={"supplier_name": "Brambilla"}),
    document(2, "fornitura di bulloni e dadi", number="2026/0147"),
    document(3, "fomitura di viti"),  # as a poor reader has it
    document(4, "il licenziamento di Gualtieri", kind="termination_letter"),
    document(5, "codice l0gico 2O27"),
]  # fmt: skip


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    index = opened(request.param, tmp_path)
    index.reset()
    index.update(DOCUMENTS[:2])
    index.update(DOCUMENTS[2:])
    yield index
    index.close()


def near(index: SearchIndex, typed: str, areas: frozenset[Area] = ALL_AREAS) -> Results:
    return index.search(replace(parse(typed, areas), nearly=True))


@pytest.mark.parametrize(
    ("typed", "meant", "expected"),
    [
        ("bulloin", "bulloni", {1, 2}),  # two letters changed places
        ("buloni", "bulloni", {1, 2}),
        ("bullloni", "bulloni", {1, 2}),
        ("bolloni", "bulloni", {1, 2}),
        ("brambila", "brambilla", {1}),
        ("fornitore:brambila", "brambilla", {1}),
        ("licenzamneto", "licenziamento", {4}),  # two slips in a long word
        ("logico", "l0gico", {5}),
        ("2027", "2o27", {5}),
        ("bulloni OR gualtiri", "gualtieri", {1, 2, 4}),
        ('"fornitura di buloni"', "bulloni", {1, 2}),
        ("offcine brambilla", "officine", {1}),
    ],
)
def test_a_slip_or_a_misread_sign_is_forgiven_and_said(
    index: SearchIndex, typed: str, meant: str, expected: set[int]
) -> None:
    found = near(index, typed)
    assert expected <= {hit.id for hit in found.hits}
    assert meant in {correction.meant for correction in found.near}
    assert [hit.is_near for hit in found.hits] == sorted(hit.is_near for hit in found.hits)


def test_the_very_words_come_first(index: SearchIndex) -> None:
    found = near(index, "fornitura")
    assert [(hit.id, hit.is_near) for hit in found.hits][2:] == []
    misread = near(index, "fomitura")
    assert (misread.hits[0].id, misread.hits[0].is_near) == (3, False)


def test_pages_of_what_is_near_follow_one_another(index: SearchIndex) -> None:
    index.update([document(id, "collaudo") for id in range(10, 31)] + [document(31, "collado")])
    query = replace(parse("collado", ALL_AREAS), nearly=True, limit=10)
    pages = [index.search(replace(query, page=page)) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [10, 10, 2, 0]
    assert {page.total for page in pages} == {22}
    assert pages[0].hits[0].id == 31
    assert sorted(hit.id for page in pages for hit in page.hits) == list(range(10, 32))


@pytest.mark.parametrize("typed", ["bulloni", "2026/0148", "fornitura viti xyz", "abc", "bull*", "tipo:fattura", ""])
def test_what_is_known_or_like_nothing_stays_as_it_is(index: SearchIndex, typed: str) -> None:
    found = near(index, typed)
    assert (found.near, any(hit.is_near for hit in found.hits)) == ((), False)
    assert found.total == index.search(parse(typed, ALL_AREAS)).total


def test_words_of_areas_that_one_may_not_see_are_not_told(index: SearchIndex) -> None:
    for typed in ("licenziamneto", "gualtiri", "gualtieri"):
        found = near(index, typed, ACCOUNTING)
        assert (found.total, found.hits, found.near) == (0, (), ())
    assert near(index, "gualtiri", frozenset({Area.HR})).near == (Correction("gualtiri", "gualtieri"),)
    assert near(index, "gualtiri", frozenset()).near == ()


def test_nothing_is_guessed_where_that_was_not_asked(index: SearchIndex) -> None:
    assert index.search(parse("buloni", ALL_AREAS)).near == index.search(Query(areas=ALL_AREAS)).near == ()


def test_what_was_typed_with_the_words_that_were_meant() -> None:
    corrections = [Correction("buloni", "bulloni"), Correction("a.b", "x")]
    assert corrected("fornitore:Buloni -buloni bulonificio", corrections) == "fornitore:bulloni -bulloni bulonificio"


def test_the_beginning_of_a_number_is_enough(index: SearchIndex) -> None:
    index.update([document(50, "P.IVA IT07643520567"), document(51, "12345678901", kind="payslip")])
    for typed in ("0764352", "764352", "IT07643520567", "07643520567"):
        assert [hit.id for hit in near(index, typed).hits] == [50], typed
    assert near(index, "0764352").near == (Correction("0764352", "0764352*"),)
    assert near(index, "1234567", ACCOUNTING).near == ()


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_a_word_is_not_near_itself(word: str) -> None:
    assert word not in variants(word)
