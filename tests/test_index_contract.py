"""What every search engine must do. A further engine is one more name in `index.engines.ENGINES`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from index.engines import ENGINES
from index.errors import IndexMissing
from index.query import AmountRange, DateRange, Query, Sort
from index.search_index import SearchIndex
from index.typed_query import parse
from storage.document import ALL_AREAS
from storage.kinds import Area
from tests.indexing import count, document, ids, opened

INVOICE = document(
    1,
    "Fattura n. 2026/0147 del 31/03/2026\nFornitura dell'acciaio perché serve.\nTotale € 1.285,27",
    counterpart="Officine Meccaniche Brambilla S.r.l.",
    number="2026/0147",
    date="2026-03-31",
    amount="1285.27",
    title="Fattura 2026/0147 · Officine Meccaniche Brambilla S.r.l.",
    file="scansione_0001.pdf",
    fields={
        "supplier_name": "Officine Meccaniche Brambilla S.r.l.",
        "supplier_vat_id": "IT07643520567",
        "due_date": "2026-04-30",
        "iban": "IT60X0542811101000000123456",
        "supplier_tax_code": "RSSMRA80A01H501U",
    },
    tags=("da pagare", "Urgente"),
)
PAYSLIP = document(
    2,
    "Cedolino paga di febbraio, netto in busta 1.540,00",
    kind="payslip",
    counterpart="Rossi Maria",
    date="2026-02",
    amount="1540.00",
    title="Busta paga · Rossi Maria",
    fields={"employee_name": "Rossi Maria", "period": "2026-02"},
)
ENGLISH = document(
    3, "Invoices are payable within thirty days", kind="letter", language="en", date="2025-12-01", title="Payment terms"
)
GERMAN = document(4, "Die Rechnung wurde nicht bezahlt", kind="letter", language="de", title="Mahnung")
LEAVE = document(5, "Il sottoscritto chiede", kind="leave_request", fields={"leave_type": "holiday"}, date="2026-08-03")


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    index = opened(request.param, tmp_path)
    index.reset()
    yield index
    index.close()


@pytest.fixture
def index(empty: SearchIndex) -> SearchIndex:
    empty.update([INVOICE, PAYSLIP, ENGLISH])
    empty.update([GERMAN, LEAVE])
    return empty


@pytest.mark.parametrize("engine", ENGINES)
def test_an_index_that_was_never_made_is_missing(engine: str, tmp_path: Path) -> None:
    index = opened(engine, tmp_path)
    for use in (index.check, lambda: count(index), lambda: index.update([INVOICE]), index.tidy, index.revisions):
        with pytest.raises(IndexMissing):
            use()


def test_an_empty_index_finds_nothing(empty: SearchIndex) -> None:
    empty.check()
    assert (count(empty), count(empty, "fattura"), dict(empty.revisions())) == (0, 0, {})


@pytest.mark.parametrize(
    "typed",
    [
        "acciaio", "ACCIAIO", "acciai", "dell'acciaio", "dell’acciaio", "perche", "PERCHÉ", "perche'", "forniture",
        "1.285,27", "1285,27", "€ 1285,27", "1285.27", "1285",
        "2026/0147", "2026/147", "2026-0147", "147", "0147", "n. 2026/0147", "n.2026/0147",
        "IT07643520567", "07643520567", "IT 07643520567", "0764352*",
        "IT60X0542811101000000123456", "IT60 X054 2811 1010 0000 0123 456", "it60x0542811101000000123456",
        "iban:IT60 X054 2811 1010 0000 0123 456", "rssmra80a01h501u", "cf:RSSMRA80A01H501U", "iban:IT60*",
        "€1285,27", "1.285,27 €", "EUR 1285,27", "1285,27 euro", "dell acciaio", "DELL'ACCIAIO",
        "31/03/2026", "31.3.26", "2026-03-31", "marzo 2026", "March 2026", "03/2026",
        "officine brambilla", "brambilla officine", "srl", "S.R.L.", "brambil*", "scansione_0001.pdf",
        '"meccaniche brambilla"', '"dell\'acciaio perché serve"', '"fornitura di acciaio"',
        "fattura", "fatture", "acciaio -alluminio", "alluminio OR acciaio", "acciaio|alluminio",
        "fornitore:brambilla", "supplier:brambil*", 'fornitore:"officine meccaniche"', "numero:147",
        "piva:07643520567", "partita_iva:IT07643520567", "scadenza:2026-04", "scadenza:30/04/2026", "due_date:2026",
        "tipo:fattura", "kind:invoice", "tipo:fatture", "data:2026-03", "data:>2026-03-15 data:<aprile-2026",
        "dal:1/3/2026 al:31/3/2026", "totale:1.285,27", "totale>1000 totale<1500", "totale:1000..1300",
        "tag:urgente", 'tag:"da pagare"', "area:contabilità", "file:scansione_0001",
    ],
)  # fmt: skip
def test_what_a_person_may_type_finds_the_invoice_alone(index: SearchIndex, typed: str) -> None:
    assert ids(index, typed) == [1]


@pytest.mark.parametrize(
    "typed",
    [
        "alluminio", "acciaio alluminio", '"brambilla meccaniche"', '"srl fattura"', "-acciaio fornitura",
        "fornitore:rossi", "cliente:brambilla", "tipo:preventivo", "data:2024", "totale:>100000", "tag:pagare acciai0",
        "accia", "acciaio tipo:busta", "acciaio data:2025",
    ],
)  # fmt: skip
def test_what_does_not_hold_is_not_found(index: SearchIndex, typed: str) -> None:
    assert ids(index, typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cedolini", {2}),
        ("busta paga", {2}),
        ("rossi maria", {2}),
        ("payment", {3}),
        ("invoice payable", {3}),
        ("the thirty day", {3}),
        ("Rechnung", {4}),
        ("ferie", {5}),
        ("holidays", {5}),
        ("rossi OR brambilla", {1, 2}),
        ("tipo:lettera", {3, 4}),
        ("tipo:lettera,fattura", {1, 3, 4}),
        ("tipo:fattura OR rossi", {1, 2}),
        ("-tipo:lettera", {1, 2, 5}),
        ("-rossi -rechnung -data:2025", {1, 5}),
        ("2026", {1, 2, 5}),
        ("data:2026", {1, 2, 5}),
        ("totale:>=1285,27", {1, 2}),
        ("area:hr", {2, 5}),
        ("", {1, 2, 3, 4, 5}),
        ("il", {1, 2, 3, 4, 5}),
    ],
)
def test_what_is_typed_finds_all_that_it_holds_for(index: SearchIndex, typed: str, expected: set[int]) -> None:
    found = index.search(parse(typed, ALL_AREAS))
    assert {hit.id for hit in found.hits} == expected
    assert found.total == len(expected)


def test_nobody_sees_other_areas_than_his(index: SearchIndex) -> None:
    accounting = frozenset({Area.ACCOUNTING})
    assert [hit.id for hit in index.search(parse("", accounting)).hits] == [1]
    for typed in ("rossi", "area:hr", "area:hr OR rossi", "tipo:busta", "rossi OR brambilla"):
        found = index.search(parse(typed, accounting))
        assert {hit.id for hit in found.hits} <= {1}
        assert found.total == len(found.hits)


def test_a_query_that_names_no_areas_finds_nothing(index: SearchIndex) -> None:
    assert index.search(parse("fattura")).total == index.search(Query()).total == 0


def test_filters_set_beside_what_was_typed(index: SearchIndex) -> None:
    query = Query(areas=ALL_AREAS)

    def found(**filters: object) -> set[int]:
        return {hit.id for hit in index.search(replace(query, **filters)).hits}  # type: ignore[arg-type]

    assert found(kinds=frozenset({"invoice", "payslip"})) == {1, 2}
    assert found(kinds=frozenset()) == set()
    assert found(dates=DateRange(date(2026, 2, 1), date(2026, 3, 31))) == {1, 2}
    assert found(dates=DateRange(None, date(2025, 12, 31))) == {3}
    assert found(amounts=AmountRange(Decimal("1285.27"), Decimal("1285.27"))) == {1}
    assert found(amounts=AmountRange(Decimal("1285.28"), None)) == {2}
    assert found(tags=frozenset({"urgente", "DA  PAGARE"})) == {1}
    assert found(tags=frozenset({"pagare"})) == set()


def test_important_parts_come_first_and_the_newest_among_equals(empty: SearchIndex) -> None:
    filler = "pagina di testo qualsiasi " * 10
    empty.update(
        [
            document(1, "si cita brambilla una volta " + filler, date="2026-05-01"),
            document(2, filler + "fine", counterpart="Brambilla", date="2020-01-01"),
            document(3, "si cita brambilla una volta " + filler, date="2026-06-01"),
        ]
    )
    assert ids(empty, "brambilla") == [2, 3, 1]


def test_sorting_by_date(index: SearchIndex) -> None:
    newest = index.search(Query(areas=ALL_AREAS, sort=Sort.NEWEST))
    oldest = index.search(Query(areas=ALL_AREAS, sort=Sort.OLDEST))
    assert [hit.id for hit in newest.hits] == [5, 1, 2, 3, 4]
    assert [hit.id for hit in oldest.hits] == [3, 2, 1, 5, 4]


@pytest.mark.parametrize("typed", ["pagina", ""])
def test_pages_follow_one_another_without_gap_or_repetition(empty: SearchIndex, typed: str) -> None:
    for start in range(1, 24, 5):
        empty.update([document(id, "una pagina") for id in range(start, min(start + 5, 24))])
    query = replace(parse(typed, ALL_AREAS), limit=10)
    pages = [empty.search(replace(query, page=page)) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [10, 10, 3, 0]
    assert {page.total for page in pages} == {23}
    assert sorted(hit.id for page in pages for hit in page.hits) == list(range(1, 24))


def test_a_hit_says_which_words_were_found(index: SearchIndex) -> None:
    hit = index.search(parse("forniture dell'acciaio", ALL_AREAS)).hits[0]
    assert [piece.text for piece in hit.snippet if piece.is_hit] == ["Fornitura", "acciaio"]
    assert "perché serve. Totale € 1.285,27" in "".join(piece.text for piece in hit.snippet)
    assert (hit.id, hit.revision) == (1, 1)
    assert hit.score > 0


def test_a_document_put_in_again_replaces_itself(index: SearchIndex) -> None:
    index.update([replace(INVOICE, revision=2, text="alluminio", fields={}), replace(INVOICE, revision=2)])
    index.update([replace(INVOICE, revision=3, text="ottone"), replace(INVOICE, revision=3, text="rame")])
    assert (count(index), ids(index, "rame"), ids(index, "acciaio"), ids(index, "ottone")) == (5, [1], [], [])
    assert index.revisions() == {1: 3, 2: 1, 3: 1, 4: 1, 5: 1}
    assert index.search(parse("rame", ALL_AREAS)).hits[0].revision == 3


def test_a_document_taken_out_is_gone(index: SearchIndex) -> None:
    index.remove([1, 99])
    assert (count(index), ids(index, "acciaio"), 1 in index.revisions()) == (4, [], False)
    index.update([INVOICE])
    assert ids(index, "acciaio") == [1]


def test_upkeep_changes_nothing_that_is_found(empty: SearchIndex) -> None:
    for id in range(1, 41):
        empty.update([document(id, f"pagina numero{id}")])
    empty.remove(range(1, 20))
    empty.update([document(30, "altro")])
    before = empty.revisions()
    while empty.tidy():
        assert empty.revisions() == before
    assert (count(empty, "pagina"), ids(empty, "numero25"), ids(empty, "numero5"), ids(empty, "altro")) == (
        20,
        [25],
        [],
        [30],
    )
    empty.check()


def test_a_replacement_takes_over_in_one_step(index: SearchIndex) -> None:
    replacement = index.replacement()
    replacement.add([replace(INVOICE, text="rame")])
    replacement.add([PAYSLIP])
    assert (count(index), ids(index, "rame")) == (5, [])
    index.update([replace(PAYSLIP, revision=2)])
    replacement.take_over(lambda: [replace(PAYSLIP, revision=2), ENGLISH])
    replacement.close()
    assert (count(index), ids(index, "rame"), ids(index, "acciaio")) == (3, [1], [])
    assert index.revisions() == {1: 1, 2: 2, 3: 1}
    index.update([GERMAN])
    assert count(index) == 4


def test_a_replacement_that_is_given_up_leaves_everything_as_it_was(index: SearchIndex) -> None:
    for _ in range(2):
        replacement = index.replacement()
        replacement.add([replace(INVOICE, text="rame")])
        replacement.close()
    index.update([replace(INVOICE, revision=2)])
    assert (count(index), ids(index, "acciaio"), index.revisions()[1]) == (5, [1], 2)


def test_another_that_reads_sees_every_change(
    index: SearchIndex, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    reader = opened(request.node.callspec.params["empty"], tmp_path)
    assert count(reader) == 5
    index.update([document(6, "titanio")])
    assert ids(reader, "titanio") == [6]
    index.remove([6])
    assert ids(reader, "titanio") == []
    replacement = index.replacement()
    replacement.add([document(7, "titanio")])
    replacement.take_over(list)
    assert (count(reader), ids(reader, "titanio")) == (1, [7])
    index.reset()
    assert count(reader) == 0
    reader.close()


def test_searches_from_several_threads_while_documents_come_in(index: SearchIndex) -> None:
    failures: list[object] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            for typed, expected in (("acciaio", [1]), ("rossi maria", [2]), ('"meccaniche brambilla"', [1])):
                try:
                    if ids(index, typed) != expected:
                        failures.append(typed)
                except Exception as problem:
                    failures.append(problem)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for id in range(10, 40):
        index.update([document(id, "altre parole", title="Altro")])
    index.tidy()
    done.set()
    for thread in threads:
        thread.join(timeout=30)
    assert not failures
    assert count(index) == 35


def test_hostile_documents_are_kept_and_found(empty: SearchIndex) -> None:
    empty.update(
        [
            document(1, "\0\x01 ﬁne \ud7ff 漢字 " + "x" * 5000 + " parola"),
            document(2, "", kind="other", date="2026-99-99", amount="molto", language="xx", title="\n\n"),
            document(3, "parola " * 20_000, date="0000", amount="1e400", fields={"sconosciuto": "valore"}),
            replace(document(4, "parola"), kind="nuovo", amount="9" * 30),
        ]
    )
    assert (count(empty), sorted(ids(empty, "parola")), ids(empty, "fine")) == (4, [1, 3, 4], [1])
    assert ids(empty, "sconosciuto valore") == []
    assert ids(empty, "valore") == [3]
