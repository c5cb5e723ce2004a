"""What was found, counted, filtered and sorted: for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from index.engines import ENGINES
from index.query import AmountRange, CountRange, DateRange, Prefix, Query, Sort, Within
from index.search_index import Count, Facets, SearchIndex
from index.typed_query import parse
from storage.document import ALL_AREAS
from storage.kinds import Area
from tests.indexing import document, opened

ACCOUNTING = frozenset({Area.ACCOUNTING})


def paper(id: int, counterpart: str, day: str, amount: str, **more: Any) -> object:
    values: dict[str, Any] = {
        "status": "filed", "currency": "EUR", "received": datetime(2026, 6, 1, 8, id, tzinfo=UTC), "page_count": id,
        "fields": {"gross_amount": amount}, "text": "acciaio",
    }  # fmt: skip
    return document(id, counterpart=counterpart, date=day, amount=amount, **values | more)


DOCUMENTS = [
    paper(1, "Acme S.r.l.", "2026-03-31", "100.00", tags=("urgente", "Da pagare"), fields={"due_date": "2026-05-31"}),
    paper(2, "ACME  S.r.l.", "2026-01-10", "1000.50", status="to_review", fields={"due_date": "2026-04-30"}),
    paper(3, "Bianchi & C.", "2025-12-01", "20.00", kind="credit_note", assignee=7, tags=("Urgente",)),
    paper(4, "Zorzi", "2025-11", "-5.25", kind="receipt", currency="CHF", fields={"net_amount": "4.00"}),
    paper(5, "Rossi Maria", "2026-02", "1540.00", kind="payslip", tags=("segreta",)),
    document(6, "acciaio", kind="letter", status="filed", fields={"net_amount": "-3.00"}),
]


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    index = opened(request.param, tmp_path)
    index.reset()
    index.update(DOCUMENTS[:3])  # type: ignore[arg-type]
    index.update([replace(DOCUMENTS[3], tags=("vecchia",))])  # type: ignore[type-var,list-item]
    index.update(DOCUMENTS[3:])  # type: ignore[arg-type]
    yield index
    index.close()


def counted(index: SearchIndex, typed: str, areas: frozenset[Area] = ALL_AREAS, **filters: Any) -> Facets:
    found = index.search(replace(parse(typed, areas), facets=10, limit=1, **filters)).facets
    assert found is not None
    return found


def pairs(counts: tuple[Count, ...]) -> list[tuple[str, int]]:
    return [(count.value, count.count) for count in counts]


@pytest.mark.parametrize("typed", ["acciaio", ""])
def test_all_that_was_found_is_counted(index: SearchIndex, typed: str) -> None:
    facets = counted(index, typed)
    assert dict(pairs(facets.kinds)) == {"invoice": 2, "credit_note": 1, "receipt": 1, "payslip": 1, "letter": 1}
    assert pairs(facets.kinds)[0] == ("invoice", 2)
    assert pairs(facets.counterparts) == [("acme s.r.l.", 2), ("bianchi & c.", 1), ("rossi maria", 1), ("zorzi", 1)]
    assert facets.counterparts[1].label == "Bianchi & C."
    assert facets.counterparts[0].label in ("Acme S.r.l.", "ACME S.r.l.")
    assert pairs(facets.years) == [("2026", 3), ("2025", 2)]
    assert pairs(facets.tags) == [("urgente", 2), ("da pagare", 1), ("segreta", 1)]
    assert pairs(facets.statuses) == [("filed", 5), ("to_review", 1)]
    assert facets.sums == {"EUR": Decimal("2660.50"), "CHF": Decimal("-5.25")}


def test_no_facets_where_none_were_asked_for_and_no_more_than_asked(index: SearchIndex) -> None:
    assert index.search(parse("acciaio", ALL_AREAS)).facets is None
    few = index.search(replace(parse("acciaio", ALL_AREAS), facets=1)).facets
    assert few and (len(few.counterparts), len(few.tags), len(few.kinds)) == (1, 1, 1)
    assert counted(index, "nientedinulla") == Facets()


def test_what_others_may_see_is_not_counted(index: SearchIndex) -> None:
    facets = counted(index, "", ACCOUNTING)
    assert "rossi maria" not in dict(pairs(facets.counterparts))
    assert "segreta" not in dict(pairs(facets.tags))
    assert "payslip" not in dict(pairs(facets.kinds))
    assert facets.sums == {"EUR": Decimal("1120.50"), "CHF": Decimal("-5.25")}
    assert counted(index, "", frozenset()) == Facets()


def test_a_filter_of_which_one_is_enough_does_not_hide_the_others(index: SearchIndex) -> None:
    facets = counted(index, "", kinds=frozenset({"invoice"}))
    assert dict(pairs(facets.kinds)) == {"invoice": 2, "credit_note": 1, "receipt": 1, "payslip": 1, "letter": 1}
    assert (pairs(facets.counterparts), pairs(facets.years)) == ([("acme s.r.l.", 2)], [("2026", 2)])
    both = counted(index, "", kinds=frozenset({"invoice"}), years=frozenset({2025}))
    assert (dict(pairs(both.kinds)), pairs(both.years)) == ({"credit_note": 1, "receipt": 1}, [("2026", 2)])
    assert pairs(counted(index, "", tags=frozenset({"da pagare"})).tags) == [("da pagare", 1), ("urgente", 1)]


def test_filters_of_what_a_document_is(index: SearchIndex) -> None:
    def found(**filters: Any) -> set[int]:
        return {hit.id for hit in index.search(replace(Query(areas=ALL_AREAS), **filters)).hits}

    assert found(counterparts=frozenset({"acme s.r.l."})) == {1, 2}
    assert found(counterparts=frozenset({"ACME S.R.L.", "zorzi", "nessuno"})) == {1, 2, 4}
    assert found(statuses=frozenset({"to_review"})) == {2}
    assert found(statuses=frozenset({"boh"})) == set()
    assert found(years=frozenset({2025})) == {3, 4}
    assert found(assignees=frozenset({7})) == {3}
    assert found(assignees=frozenset({0})) == {1, 2, 4, 5, 6}
    assert found(received=DateRange(date(2026, 6, 1), date(2026, 6, 1))) == {1, 2, 3, 4, 5}
    assert found(received=DateRange(date(2026, 6, 2), None)) == set()
    assert found(page_count=CountRange(3, 4)) == {3, 4}
    assert found(tags=frozenset({"vecchia"})) == set()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("scadenza:<2026-05-01", {2}),
        ("scadenza:2026-05", {1}),
        ("scadenza:>2020", {1, 2}),
        ("imponibile:>=0", {4}),
        ("imponibile:<0", {6}),
        ("imponibile:-3..4", {4, 6}),
        ("acciaio -scadenza:>2020 -imponibile:>-100", {3, 5}),
        ("scadenza:2026-05 OR imponibile:4", {1, 4}),
        ("stato:da-controllare", {2}),
        ("assegnato:nessuno tipo:nota", {}),
        ("pagine:>4", {5}),
        ("ricevuto:2026-06-01 tipo:fattura", {1, 2}),
    ],
)
def test_ranges_in_fields(index: SearchIndex, typed: str, expected: set[int]) -> None:
    assert {hit.id for hit in index.search(parse(typed, ALL_AREAS)).hits} == set(expected)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.NEWEST, [1, 5, 2, 3, 4, 6]),
        (Sort.OLDEST, [4, 3, 2, 5, 1, 6]),
        (Sort.AMOUNT_UP, [4, 3, 1, 2, 5, 6]),
        (Sort.AMOUNT_DOWN, [5, 2, 1, 3, 4, 6]),
        (Sort.COUNTERPART, [1, 2, 3, 5, 4, 6]),
        (Sort.RECEIVED, [5, 4, 3, 2, 1, 6]),
        (Sort.DUE, [2, 1, 5, 3, 4, 6]),
    ],
)
def test_sorting(index: SearchIndex, sort: Sort, expected: list[int]) -> None:
    query = replace(parse("acciaio", ALL_AREAS), sort=sort)
    assert index.ids(query) == expected
    pages = [index.search(replace(query, limit=2, page=page)).hits for page in (1, 2, 3)]
    assert [hit.id for page in pages for hit in page] == expected


def test_all_that_is_found_can_be_had_at_once(index: SearchIndex) -> None:
    query = replace(parse("acciaio -tipo:busta", ALL_AREAS), limit=1, page=3)
    assert sorted(index.ids(query)) == [1, 2, 3, 4, 6]
    assert index.ids(replace(query, sort=Sort.NEWEST), 2) == [1, 2]
    assert index.ids(replace(query, areas=frozenset())) == []


def test_ranges_and_beginnings_of_what_is_not_there(index: SearchIndex) -> None:
    nothing = AmountRange(Decimal(10), Decimal(1))
    for clause in (Within(("sconosciuto",), DateRange()), Within(("net_amount",), nothing), Prefix("zzz")):
        assert index.search(Query((clause,), areas=ALL_AREAS)).total == 0
