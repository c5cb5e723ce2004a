"""Documents: read, kept, corrected, seen only by those who may."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.document import ALL_AREAS, EventKind, Status
from storage.errors import InvalidValue, NoSuchDocument, StaleRevision
from storage.kinds import Area
from storage.reading import FieldValue, Reading, Source
from storage.store import Store
from tests.storing import drop, filed, open_store, reading

ACCOUNTING, HR = frozenset({Area.ACCOUNTING}), frozenset({Area.HR})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def values(store: Store, id: int) -> dict[str, str]:
    return {name: field.value.value for name, field in store.documents.full(id, ALL_AREAS).fields.items()}


def history(store: Store, id: int) -> list[EventKind]:
    return [event.kind for event in store.documents.full(id, ALL_AREAS).events]


def test_what_was_read_is_what_is_kept(store: Store, tmp_path: Path) -> None:
    read = reading({"number": "12", "date": "2026-03-31", "supplier_name": "Rossi srl", "gross_amount": "122.00"})
    document = store.documents.keep(drop(store, tmp_path, "scan.pdf").id, read, "application/pdf")
    full = store.documents.full(document.id, ALL_AREAS)
    assert (full.document, full.pages, full.checks) == (document, read.pages, read.checks)
    assert {name: field.value for name, field in full.fields.items()} == read.fields
    assert (full.lists, full.candidates, full.text) == (read.lists, read.candidates, read.text)
    assert (document.status, document.kind, document.area) == (Status.FILED, "invoice", Area.ACCOUNTING)
    assert (document.counterpart, document.date, document.number) == ("Rossi srl", "2026-03-31", "12")
    assert (document.amount, document.currency, document.page_count) == ("122.00", "EUR", 1)
    assert (document.title, document.media_type, document.size) == ("Fattura 12 · Rossi srl", "application/pdf", 5)
    assert document.received_at.utcoffset() is not None
    assert history(store, document.id) == [EventKind.RECEIVED, EventKind.FILED]


def test_a_doubtful_reading_asks_for_a_look(store: Store, tmp_path: Path) -> None:
    document = store.documents.keep(drop(store, tmp_path, "a.pdf").id, reading({}, needs_review=True), "image/png")
    assert document.status is Status.TO_REVIEW
    assert store.documents.counts()[Status.TO_REVIEW] == 1


def test_a_correction_prevails_over_a_later_reading_and_stands_beside_it(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12", supplier_name="Rosi")
    corrected = store.documents.correct(
        document.id, document.revision, {"supplier_name": "Rossi"}, "anna", areas=ALL_AREAS
    )
    assert (corrected.counterpart, corrected.revision) == ("Rossi", document.revision + 1)
    again = store.documents.keep(document.id, reading({"number": "13", "supplier_name": "Rosso"}), "application/pdf")
    assert (again.counterpart, again.number) == ("Rossi", "13")
    field = store.documents.full(document.id, ALL_AREAS).fields["supplier_name"]
    assert (field.value.value, field.value.source, field.user) == ("Rossi", Source.USER, "anna")
    assert field.read is not None
    assert field.read.value == "Rosso"


def test_a_reading_that_agrees_with_the_user_is_no_difference(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, supplier_name="Rosi")
    store.documents.correct(document.id, document.revision, {"supplier_name": "Rossi"}, "anna", areas=ALL_AREAS)
    store.documents.keep(document.id, reading({"supplier_name": "Rossi"}), "application/pdf")
    assert store.documents.full(document.id, ALL_AREAS).fields["supplier_name"].read is None


def test_a_confirmed_value_keeps_its_place_on_the_page(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12")
    place = store.documents.full(document.id, ALL_AREAS).fields["number"].value
    changed = store.documents.correct(document.id, document.revision, {"number": "13"}, "anna", areas=ALL_AREAS)
    store.documents.correct(document.id, changed.revision, {"number": "12"}, "anna", areas=ALL_AREAS)
    confirmed = store.documents.full(document.id, ALL_AREAS).fields["number"].value
    assert place.box is not None
    assert (confirmed.source, confirmed.page, confirmed.box) == (Source.USER, place.page, place.box)


def test_nobody_moves_a_document_into_an_area_that_is_closed_to_them(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12")
    with pytest.raises(InvalidValue):
        store.documents.correct(document.id, document.revision, {}, "anna", kind="payslip", areas=ACCOUNTING)
    assert store.documents.get(document.id, ACCOUNTING) == document


def test_the_neighbours_in_a_list_are_those_of_the_same_state_and_area(store: Store, tmp_path: Path) -> None:
    first, second, third = (filed(store, tmp_path, f"{n}.pdf", bytes([n]), number=str(n)) for n in range(3))
    listing = store.documents.listing
    assert [d.id for d in listing(ALL_AREAS, status=[Status.FILED], after_id=first.id, limit=1)] == [second.id]
    assert [d.id for d in listing(ALL_AREAS, status=[Status.FILED], after_id=first.id)] == [third.id, second.id]
    assert listing(HR, status=[Status.FILED], after_id=first.id) == []
    assert listing(ALL_AREAS, status=[Status.TO_REVIEW], after_id=first.id) == []


def test_none_removes_a_value_also_from_later_readings(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12", gross_amount="9.00")
    gone = store.documents.correct(document.id, document.revision, {"number": None}, "anna", areas=ALL_AREAS)
    assert (gone.number, values(store, document.id)) == (None, {"gross_amount": "9.00"})
    store.documents.keep(document.id, reading({"number": "12"}), "application/pdf")
    assert values(store, document.id) == {}
    back = store.documents.get(document.id, ALL_AREAS)
    store.documents.correct(document.id, back.revision, {"number": "14"}, "anna", areas=ALL_AREAS)
    assert values(store, document.id) == {"number": "14"}


def test_a_stale_revision_is_refused(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12")
    first = store.documents.correct(document.id, document.revision, {"number": "13"}, "anna", areas=ALL_AREAS)
    with pytest.raises(StaleRevision):
        store.documents.correct(document.id, document.revision, {"number": "14"}, "bruno", areas=ALL_AREAS)
    assert store.documents.get(document.id, ALL_AREAS) == first


@pytest.mark.parametrize(
    ("corrections", "kind", "field"),
    [
        ({"number": "13", "date": "2026-02-30"}, None, "date"),
        ({"number": "13", "net_pay": "12.00"}, None, "net_pay"),
        ({"number": ""}, None, "number"),
        ({"number": "\ud800"}, None, "number"),
        ({"number": "1\x002"}, None, "number"),
        ({"supplier_vat_id": "IT07643520560"}, None, "supplier_vat_id"),
        ({"number": "13"}, "no_such_kind", "kind"),
        ({"number": "13"}, "payslip", "number"),
    ],
)
def test_an_invalid_value_changes_nothing(
    store: Store, tmp_path: Path, corrections: dict[str, str | None], kind: str | None, field: str
) -> None:
    before = store.documents.full(filed(store, tmp_path, number="12").id, ALL_AREAS)
    id, revision = before.document.id, before.document.revision
    with pytest.raises(InvalidValue) as refused:
        store.documents.correct(id, revision, corrections, "anna", areas=ALL_AREAS, kind=kind)
    assert refused.value.field == field
    assert store.documents.full(id, ALL_AREAS) == before


def test_a_kind_given_by_a_user_stays_and_changes_fields_area_and_work(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12", supplier_name="Rossi")
    changed = store.documents.correct(
        document.id, document.revision, {"employee_name": "Anna Bo"}, "anna", areas=ALL_AREAS, kind="payslip"
    )
    assert (changed.kind, changed.area, changed.kind_confidence) == ("payslip", Area.HR, 1.0)
    assert (changed.counterpart, values(store, document.id)) == ("Anna Bo", {"employee_name": "Anna Bo"})
    store.documents.read_again(document.id, "anna", ALL_AREAS)
    work = store.documents.claim()
    assert work is not None
    assert (work.kind, work.document.status) == ("payslip", Status.READING)
    assert store.documents.keep(document.id, reading({"number": "12"}), "application/pdf").kind == "payslip"


def test_the_values_of_a_kind_come_back_with_it(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12")
    for kind in ("payslip", "invoice"):
        document = store.documents.correct(document.id, document.revision, {}, "anna", areas=ALL_AREAS, kind=kind)
    assert (document.kind, values(store, document.id)) == ("invoice", {"number": "12"})


def test_the_history_says_who_changed_what(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12")
    store.documents.correct(document.id, document.revision, {"number": "13"}, "anna", areas=ALL_AREAS, kind="quote")
    event = next(e for e in store.documents.full(document.id, ALL_AREAS).events if e.kind is EventKind.CORRECTED)
    assert (event.user, event.data) == ("anna", {"fields": {"number": ["12", "13"]}, "kind": ["invoice", "quote"]})
    assert history(store, document.id) == [
        EventKind.RECEIVED, EventKind.FILED, EventKind.CORRECTED, EventKind.MOVED,
    ]  # fmt: skip


def test_corrected_while_it_waits_to_be_read_it_is_still_read(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "scan.pdf")
    waiting = store.documents.correct(
        document.id, document.revision, {"subject": "Lavori"}, "anna", areas=ALL_AREAS, kind="letter"
    )
    assert (waiting.status, waiting.title) == (Status.RECEIVED, "Lettera Lavori")
    work = store.documents.claim()
    assert work is not None
    assert work.kind == "letter"
    kept = store.documents.keep(document.id, reading({"sender_name": "Rossi"}, "letter"), "application/pdf")
    assert (kept.status, values(store, document.id)) == (
        Status.FILED,
        {"sender_name": "Rossi", "subject": "Lavori"},
    )


@pytest.mark.parametrize("areas", [HR, frozenset({Area.GENERAL}), frozenset[Area]()])
def test_no_query_shows_another_area(store: Store, tmp_path: Path, areas: frozenset[Area]) -> None:
    document = filed(store, tmp_path, number="12")
    for forbidden in (
        lambda: store.documents.get(document.id, areas),
        lambda: store.documents.full(document.id, areas),
        lambda: store.documents.read_again(document.id, "eva", areas),
        lambda: store.documents.correct(document.id, document.revision, {"number": "1"}, "eva", areas=areas),
    ):
        with pytest.raises(NoSuchDocument):
            forbidden()
    assert store.documents.many([document.id], areas) == {}
    assert store.documents.listing(areas) == []
    assert not any(store.documents.counts(areas).values())
    assert store.documents.get(document.id, ACCOUNTING) == document


def test_a_paper_of_no_known_kind_from_the_hr_folder_stays_private(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "HR/lettera.pdf")
    assert (document.area, document.hint, document.tags) == (Area.HR, "HR", ("HR",))
    assert store.documents.keep(document.id, reading({}, "letter"), "application/pdf").area is Area.HR
    assert store.documents.listing(ACCOUNTING) == []


@pytest.mark.parametrize("id", [0, -1, 7, 2**31, 2**63, 10**30])
def test_an_id_of_nothing_is_no_such_document(store: Store, id: int) -> None:
    with pytest.raises(NoSuchDocument):
        store.documents.get(id, ALL_AREAS)
    assert store.documents.many([id], ALL_AREAS) == {}
    assert store.documents.listing(ALL_AREAS, before_id=id) == []
    assert store.users.get(id) is None


def test_lists_are_paged_newest_first_and_filtered(store: Store, tmp_path: Path) -> None:
    ids = [drop(store, tmp_path, f"{n}.pdf", bytes([n])).id for n in range(5)]
    store.documents.keep(ids[1], reading({}), "application/pdf")
    page = store.documents.listing(ALL_AREAS, limit=2)
    assert [d.id for d in page] == ids[:2:-1]
    assert [d.id for d in store.documents.listing(ALL_AREAS, before_id=page[-1].id)] == ids[2::-1]
    assert [d.id for d in store.documents.listing(ALL_AREAS, status=[Status.FILED])] == [ids[1]]
    assert [d.id for d in store.documents.listing(ALL_AREAS, kind="invoice")] == [ids[1]]
    assert [d.id for d in store.documents.each()] == ids
    assert set(store.documents.many(ids[:2], ALL_AREAS)) == set(ids[:2])


def test_the_index_learns_what_changed_and_what_to_forget(store: Store, tmp_path: Path) -> None:
    document, waiting = filed(store, tmp_path, number="12"), drop(store, tmp_path, "b.pdf", b"b")
    assert (store.documents.unindexed(10), store.documents.index_lag()) == ([document.id], 1)
    store.documents.mark_indexed({document.id: document.revision})
    assert store.documents.unindexed(10) == []
    store.documents.correct(document.id, document.revision, {"number": "13"}, "anna", areas=ALL_AREAS)
    store.documents.mark_indexed({document.id: document.revision})
    assert store.documents.unindexed(10) == [document.id], "the index holds an older revision"
    store.documents.mark_indexed({document.id: document.revision + 1, 99: 1})
    store.documents.mark_indexed({})
    assert store.documents.index_lag() == 0
    store.documents.forget_index()
    assert store.documents.unindexed(10) == [document.id]
    assert waiting.id not in store.documents.unindexed(10)


def test_hostile_text_is_kept_as_text_that_any_database_and_page_takes(store: Store, tmp_path: Path) -> None:
    read = reading({"number": "1\x002", "supplier_name": "Ro\udcffsi", "date": "never-ever-never", "gross_amount": "x"})
    fields = dict(read.fields) | {"currency": FieldValue("EURO!", 0.1, Source.OCR, evidence=("\ud800",))}
    lists = {"lines": ({"description": "a\x00\udfffb"},)}
    hostile = Reading(
        read.kind, 0.5, "it", read.pages, fields, lists, read.checks, True, 1.0,
        {"number": (FieldValue("\x00", 0.1, Source.OCR),)},
    )  # fmt: skip
    document = store.documents.keep(drop(store, tmp_path, "a\nb.pdf").id, hostile, "application/pdf")
    full = store.documents.full(document.id, ALL_AREAS)
    repr(full).encode("utf-8")
    assert "\\x00" not in repr(full)
    assert (document.number, document.counterpart) == ("12", "Ro\N{REPLACEMENT CHARACTER}si")
    assert (document.date, document.amount, document.currency) == (None, None, None), "only what is valid is sorted by"
    assert full.fields["date"].value.value == "never-ever-never", "what was read is kept all the same"


def test_the_firms_of_filed_documents_are_told_once_each_newest_first(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        filed(store, tmp_path, "a.pdf", b"a", supplier_name="Rossi S.r.l.", supplier_vat_id="IT07643520567")
        filed(store, tmp_path, "b.pdf", b"b", supplier_name="Verdi S.p.A.", customer_name="Bianchi")
        again = filed(store, tmp_path, "c.pdf", b"c", supplier_name="Rosi", supplier_vat_id="IT07643520567")
        store.documents.correct(again.id, again.revision, {"supplier_name": "Rossi S.r.l."}, "anna", areas=ALL_AREAS)
        expected = [("Rossi S.r.l.", "IT07643520567"), ("Verdi S.p.A.", None), ("Bianchi", None)]
        assert list(store.documents.counterparts(10)) == expected
        assert list(store.documents.counterparts(1)) == expected[:1]
