"""The queue of what waits for a look, tables corrected by people, and confirmations taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.correcting import NothingToTakeBack
from storage.document import ALL_AREAS, EventKind, Status
from storage.errors import InvalidValue, StaleRevision
from storage.kinds import Area
from storage.review import Wanted
from storage.store import Store
from tests.storing import drop, open_store, reading

TODAY = datetime.now(UTC).date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as made:
        for name in ("anna", "bruno"):
            made.users.create(name, "hash", ALL_AREAS)
        yield made


def waiting(store: Store, folder: Path, name: str, kind: str = "invoice", **said: str) -> int:
    found = reading(said, kind, needs_review=True)
    return store.documents.keep(drop(store, folder, name, name.encode()).id, found, "application/pdf").id


def queue(store: Store, user: int = 1, wanted: Wanted | None = None, offset: int = 0) -> list[int]:
    return [one.document.id for one in store.review.first(user, ALL_AREAS, wanted, limit=50, offset=offset)]


def day(days: int) -> str:
    return (TODAY + timedelta(days)).isoformat()


def test_due_soon_comes_first_then_the_largest_amount_of_a_day(store: Store, tmp_path: Path) -> None:
    small = waiting(store, tmp_path, "a", gross_amount="10.00")
    large = waiting(store, tmp_path, "b", gross_amount="900.00", due_date=day(90))
    ancient = waiting(store, tmp_path, "c", gross_amount="20.00", due_date="2011-01-31")
    next_week = waiting(store, tmp_path, "d", due_date=day(7))
    overdue = waiting(store, tmp_path, "e", due_date=day(-3))
    store.documents.keep(drop(store, tmp_path, "sure", b"sure").id, reading({}), "application/pdf")
    assert queue(store) == [overdue, next_week, large, ancient, small]
    found = store.review.first(1, ALL_AREAS, limit=2)
    assert [one.is_due_soon for one in found] == [True, True]
    assert found[0].due == day(-3)
    assert queue(store, offset=3) == [ancient, small]


def test_what_a_person_skipped_comes_back_at_the_end_for_them_alone(store: Store, tmp_path: Path) -> None:
    one, two, three = (waiting(store, tmp_path, name) for name in "abc")
    store.review.skip(one, 1, ALL_AREAS)
    store.review.skip(two, 1, ALL_AREAS)
    assert queue(store) == [three, one, two]
    assert queue(store, user=2) == [one, two, three]
    assert [w.is_skipped for w in store.review.first(1, ALL_AREAS, limit=3)] == [False, True, True]


def test_what_a_colleague_has_open_is_left_to_them_for_a_while(store: Store, tmp_path: Path) -> None:
    one, two = (waiting(store, tmp_path, name) for name in "ab")
    assert store.review.open(one, 1, ALL_AREAS)[1] is None
    assert queue(store) == [one, two]
    assert queue(store, user=2) == [two, one]
    assert store.review.first(2, ALL_AREAS, limit=2)[1].open_by == "anna"
    assert store.review.open(one, 2, ALL_AREAS)[1] == "anna"
    later = datetime.now(UTC) + timedelta(minutes=11)
    assert [w.document.id for w in store.review.first(2, ALL_AREAS, limit=2, now=later)] == [one, two]
    store.review.close(1)
    assert queue(store, user=2) == [one, two]


def test_the_queue_is_narrowed_and_counted(store: Store, tmp_path: Path) -> None:
    order = waiting(store, tmp_path, "a", "purchase_order", supplier_name="Rossi Élite S.r.l.")
    invoice = waiting(store, tmp_path, "b", supplier_name="Bianchi")
    slip = waiting(store, tmp_path, "c", "payslip", employee_name="Verdi")
    assert queue(store, wanted=Wanted(kind="purchase_order")) == [order]
    assert queue(store, wanted=Wanted(counterpart=" ELITE")) == [order]
    assert queue(store, wanted=Wanted(counterpart="%")) == []
    assert queue(store, wanted=Wanted(assignee=0)) == [order, invoice, slip]
    assert queue(store, wanted=Wanted(assignee=2)) == []
    counts = store.review.counts(ALL_AREAS, Wanted(kind="invoice"))
    assert (counts.total, counts.whole) == (1, 3)
    assert counts.by_kind == {"purchase_order": 1, "invoice": 1, "payslip": 1}
    no_staff = frozenset(Area) - {Area.HR}
    assert store.review.counts(no_staff).whole == 2
    assert store.review.first(1, no_staff, besides=[order])[0].document.id == invoice


def test_a_corrected_table_prevails_over_later_readings_and_is_told(store: Store, tmp_path: Path) -> None:
    id = waiting(store, tmp_path, "a", net_amount="100.00")
    row = {"rate": "22.00", "net_amount": "100.00", "vat_amount": "22.00"}
    empty = {"rate": "", "net_amount": ""}
    changed = store.documents.correct(id, 1, {}, "anna", areas=ALL_AREAS, lists={"vat_lines": [row, empty]})
    assert (changed.status, changed.revision) == (Status.FILED, 2)
    full = store.documents.full(id, ALL_AREAS)
    assert full.lists["vat_lines"] == (row,)
    was = {"rate": "22.00", "net_amount": "100.00"}
    assert full.events[-1].data["lists"] == {"vat_lines": [[was, row]]}
    assert store.documents.unindexed(10) == [id]
    again = store.documents.keep(id, reading({"number": "9"}, needs_review=True), "application/pdf")
    assert store.documents.full(id, ALL_AREAS).lists["vat_lines"] == (row,)
    store.documents.correct(id, again.revision, {}, "bruno", areas=ALL_AREAS, lists={"vat_lines": []})
    assert store.documents.full(id, ALL_AREAS).lists["vat_lines"] == ()


@pytest.mark.parametrize(
    ("lists", "field"),
    [
        ({"vat_lines": [{"rate": "22"}]}, "vat_lines.1.rate"),
        ({"vat_lines": [{}, {"colour": "red"}]}, "vat_lines.2.colour"),
        ({"movements": []}, "movements"),
        ({"due_dates": [{"date": "2026-02-30"}]}, "due_dates.1.date"),
        ({"lines": [{"description": "x"}] * 2001}, "lines"),
    ],
)
def test_tables_are_held_to_their_declaration(
    store: Store, tmp_path: Path, lists: dict[str, list[dict[str, str]]], field: str
) -> None:
    id = waiting(store, tmp_path, "a")
    with pytest.raises(InvalidValue) as refused:
        store.documents.correct(id, 1, {}, "anna", areas=ALL_AREAS, lists=lists)
    assert refused.value.field == field
    assert store.documents.get(id, ALL_AREAS).revision == 1


def test_a_confirmation_is_taken_back_as_if_it_had_not_been(store: Store, tmp_path: Path) -> None:
    id = waiting(store, tmp_path, "a", number="12", supplier_name="Rossi")
    first = store.documents.correct(id, 1, {"number": "13", "date": "2026-01-31"}, "anna", areas=ALL_AREAS)
    before = store.documents.full(id, ALL_AREAS)
    table = [{"rate": "10.00"}]
    second = store.documents.correct(
        id, first.revision, {"number": "14", "supplier_name": None}, "bruno", areas=ALL_AREAS, kind="credit_note",
        lists={"vat_lines": table},
    )  # fmt: skip
    back = store.documents.take_back(id, second.revision, "bruno", ALL_AREAS)
    assert (back.kind, back.number, back.revision) == ("invoice", "13", second.revision + 1)
    now = store.documents.full(id, ALL_AREAS)
    assert {name: field.value for name, field in now.fields.items()} == {
        name: field.value for name, field in before.fields.items()
    }
    assert now.lists == before.lists
    assert now.events[-1].kind in (EventKind.TAKEN_BACK, EventKind.MOVED)
    with pytest.raises(NothingToTakeBack):
        store.documents.take_back(id, back.revision, "anna", ALL_AREAS)


def test_taken_back_it_waits_for_a_look_again(store: Store, tmp_path: Path) -> None:
    id = waiting(store, tmp_path, "a")
    confirmed = store.documents.correct(id, 1, {}, "anna", areas=ALL_AREAS)
    assert queue(store) == []
    with pytest.raises(StaleRevision):
        store.documents.take_back(id, 1, "anna", ALL_AREAS)
    assert store.documents.take_back(id, confirmed.revision, "anna", ALL_AREAS).status is Status.TO_REVIEW
    assert queue(store) == [id]
    assert store.documents.unindexed(10) == [id]


def test_nothing_is_taken_back_from_under_a_later_reading(store: Store, tmp_path: Path) -> None:
    id = waiting(store, tmp_path, "a")
    store.documents.correct(id, 1, {}, "anna", areas=ALL_AREAS)
    read = store.documents.keep(id, replace(reading({}), needs_review=True), "application/pdf")
    with pytest.raises(NothingToTakeBack):
        store.documents.take_back(id, read.revision, "anna", ALL_AREAS)


def test_a_page_with_its_words_alone(store: Store, tmp_path: Path) -> None:
    id = waiting(store, tmp_path, "a")
    assert [word.text for word in store.documents.page(id, 1, ALL_AREAS).words] == ["Fattura", "n. 12"]
    assert store.documents.full(id, ALL_AREAS, with_words=False).pages[0].words == ()
