"""The index follows the store: what is filed or corrected is found, whatever happened to the index."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.engines import ENGINES
from index.errors import IndexMissing
from index.indexer import Indexer
from index.search_index import SearchIndex
from storage.document import ALL_AREAS, Document
from storage.store import Store
from tests.indexing import count, document, findable, ids, opened
from tests.storing import drop, filed, open_store, reading
from tests.waiting import eventually


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    index = opened(request.param, tmp_path)
    yield index
    index.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


@contextmanager
def running(store: Store, index: SearchIndex) -> Iterator[Indexer]:
    indexer, stop = Indexer(store, index), threading.Event()
    thread = threading.Thread(target=indexer.run, args=(stop,))
    thread.start()
    try:
        yield indexer
    finally:
        stop.set()
        indexer.wake()
        thread.join(timeout=10)
    assert not thread.is_alive()


def file(store: Store, folder: Path, number: int, supplier: str = "Brambilla") -> Document:
    return filed(
        store, folder, f"{number}.pdf", str(number).encode(), number=f"2026/{number:04d}", supplier_name=supplier
    )


def correct(store: Store, document: Document, **said: str | None) -> Document:
    now = store.documents.get(document.id, ALL_AREAS)
    return store.documents.correct(document.id, now.revision, said, "anna", areas=ALL_AREAS)


def test_catching_up_indexes_what_is_new_and_corrected(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index)
    indexer.heal()
    one, two = file(store, tmp_path, 1), file(store, tmp_path, 2)
    unread = drop(store, tmp_path, "unread.pdf", b"unread")
    assert indexer.catch_up() == 2
    assert (store.documents.index_lag(), indexer.catch_up()) == (0, 0)
    assert set(ids(index, "brambilla")) == {one.id, two.id}
    assert ids(index, "numero:0001") == [one.id]
    correct(store, one, supplier_name="Colombo")
    assert store.documents.index_lag() == 1
    assert indexer.catch_up() == 1
    assert (ids(index, "fornitore:colombo"), ids(index, "brambilla")) == ([one.id], [two.id])
    assert unread.id not in index.revisions()


def test_a_document_whose_mark_was_lost_is_still_one(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index)
    indexer.heal()
    invoice = file(store, tmp_path, 1)
    indexer.catch_up()
    store.documents.mark_indexed({invoice.id: 0})
    assert indexer.catch_up() == 1
    assert (count(index), ids(index, "brambilla")) == (1, [invoice.id])


def test_without_an_index_nothing_is_marked(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    file(store, tmp_path, 1)
    with pytest.raises(IndexMissing):
        Indexer(store, index).catch_up()
    assert store.documents.index_lag() == 1


def test_more_documents_than_a_batch(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index, batch=2)
    indexer.heal()
    for number in range(7):
        file(store, tmp_path, number)
    assert indexer.catch_up() == 7
    assert indexer.rebuild() == 7
    assert (count(index), store.documents.index_lag()) == (7, 0)


def test_a_rebuild_takes_everything_from_the_store(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index)
    indexer.heal()
    documents = [file(store, tmp_path, number) for number in range(5)]
    indexer.catch_up()
    index.remove([documents[0].id])
    progress: list[tuple[int, int]] = []
    assert indexer.rebuild(lambda done, total: progress.append((done, total))) == 5
    assert progress[-1] == (5, 5)
    assert index.revisions() == {document.id: document.revision for document in documents}
    assert store.documents.index_lag() == 0


def test_what_is_filed_and_corrected_during_a_rebuild_is_in_the_new_index_and_in_the_old(
    store: Store, index: SearchIndex, tmp_path: Path
) -> None:
    indexer = Indexer(store, index, batch=1)
    indexer.heal()
    one, two = file(store, tmp_path, 1), file(store, tmp_path, 2)
    indexer.catch_up()
    found_in_the_old: list[int] = []

    def meanwhile(done: int, total: int) -> None:
        if done == 1:
            correct(store, one, supplier_name="Colombo")
            file(store, tmp_path, 3, "Fontana")
        elif not found_in_the_old:
            found_in_the_old.extend((count(index, "colombo"), count(index, "fontana")))

    indexer.rebuild(meanwhile)
    assert found_in_the_old == [1, 1]
    assert (ids(index, "colombo"), ids(index, "brambilla"), count(index)) == ([one.id], [two.id], 3)
    assert store.documents.index_lag() == 0


def test_a_rebuild_needs_no_index_to_begin_with(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    invoice = file(store, tmp_path, 1)
    assert Indexer(store, index).rebuild() == 1
    assert (ids(index, "brambilla"), store.documents.index_lag()) == ([invoice.id], 0)


def test_a_rebuild_that_breaks_off_leaves_the_old_index(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index)
    indexer.heal()
    invoice = file(store, tmp_path, 1)
    indexer.catch_up()

    def broken_off(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        indexer.rebuild(broken_off)
    assert ids(index, "brambilla") == [invoice.id]
    assert indexer.rebuild() == 1


def test_store_and_index_that_disagree_in_spite_of_the_marks(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index)
    indexer.heal()
    one, two = file(store, tmp_path, 1), file(store, tmp_path, 2)
    indexer.catch_up()
    index.remove([one.id])
    index.update([document(999)])
    indexer.reconcile()
    assert index.revisions() == {one.id: one.revision, two.id: two.revision}


def test_running_finds_filed_and_corrected_documents_at_once(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    before = file(store, tmp_path, 1)
    with running(store, index) as indexer:
        eventually(lambda: findable(index, "brambilla") == {before.id})
        started = time.monotonic()
        invoice = file(store, tmp_path, 2, "Colombo")
        indexer.wake()
        eventually(lambda: ids(index, "colombo") == [invoice.id])
        correct(store, invoice, supplier_name="Fontana")  # as another process does: nobody wakes the indexer
        eventually(lambda: ids(index, "fontana") == [invoice.id] and not ids(index, "colombo"))
        assert time.monotonic() - started < 4


def test_running_heals_an_index_that_is_lost_or_harmed(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    filed_first = file(store, tmp_path, 1)
    with running(store, index):
        eventually(lambda: findable(index, "brambilla") == {filed_first.id})
        (tmp_path / "index").rename(tmp_path / "lost")
        eventually(lambda: findable(index, "brambilla") == {filed_first.id})
        other = file(store, tmp_path, 2)
        eventually(lambda: findable(index, "brambilla") == {filed_first.id, other.id})
    for segment in (tmp_path / "index").rglob("*.seg"):
        segment.write_bytes(segment.read_bytes()[:100])
    index.close()
    with running(store, index):
        eventually(lambda: findable(index, "brambilla") == {filed_first.id, other.id})
        for segment in (tmp_path / "index").rglob("*.seg"):
            segment.unlink(missing_ok=True)
        index.close()
        eventually(lambda: findable(index, "brambilla") == {filed_first.id, other.id})
    assert store.documents.index_lag() == 0


def test_the_text_of_all_pages_and_the_tags_are_found(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    indexer = Indexer(store, index)
    indexer.heal()
    dropped = drop(store, tmp_path, "hr/cedolino.pdf", b"x")
    store.documents.keep(dropped.id, reading({"employee_name": "Rossi Maria"}, "payslip", pages=3), "application/pdf")
    indexer.catch_up()
    for typed in ('"fattura n. 12"', "tag:hr", "dipendente:rossi", "file:cedolino", "tipo:busta", "area:hr"):
        assert ids(index, typed) == [dropped.id], typed
