"""Whether files, database and index say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.errors import IndexUnusable
from index.search_index import SearchIndex
from storage.archive import hash_of
from storage.document import READABLE, Document, Status
from storage.errors import Message
from storage.store import Store


def check(store: Store, index: SearchIndex, checked: Callable[[], None]) -> Iterator[Message]:
    """One message for each thing that is off; `checked` is called after each document."""
    known: set[str] = set()
    revisions: dict[int, int] = {}  # of all that belong into the index
    unsettled: set[int] = set()  # being read again: the index may know them or not
    for document in store.documents.each():
        known.add(document.sha256)
        if document.status in READABLE:
            revisions[document.id] = document.revision
        elif document.status is not Status.SET_ASIDE:
            unsettled.add(document.id)
        if document.status is not Status.ACCEPTING:
            yield from _check_files(store, document)
        checked()
    for sha256 in store.archive.hashes():
        if sha256 not in known and not store.documents.by_hashes([sha256]):  # or it came while we were looking
            yield Message(
                f"originals/{sha256}: nessun documento lo conosce", f"originals/{sha256}: no document knows it"
            )
    yield from _check_index(index, revisions, unsettled)


def _check_files(store: Store, document: Document) -> Iterator[Message]:
    name = f"{document.id} {document.file}"
    original = store.archive.original(document.sha256)
    try:
        if hash_of(original) != document.sha256:
            yield Message(
                f"{name}: l'originale è alterato ({original})", f"{name}: the original is altered ({original})"
            )
    except OSError as error:
        yield Message(f"{name}: l'originale non si legge ({error})", f"{name}: the original cannot be read ({error})")
        return
    if document.tree_path is None:
        return
    try:
        same = hash_of(store.archive.tree / document.tree_path) == document.sha256
    except OSError:
        yield Message(
            f"{name}: manca nell'albero ({document.tree_path})", f"{name}: not in the tree ({document.tree_path})"
        )
    else:
        if not same:
            yield Message(
                f"{name}: la copia nell'albero è stata modificata ({document.tree_path})",
                f"{name}: the copy in the tree was edited ({document.tree_path})",
            )


def _check_index(index: SearchIndex, revisions: dict[int, int], unsettled: set[int]) -> Iterator[Message]:
    try:
        indexed = index.revisions()
    except IndexUnusable as error:
        yield error.message
        return
    for id, revision in revisions.items():
        if id not in indexed:
            yield Message(f"{id}: non è nell'indice", f"{id}: not in the index")
        elif indexed[id] != revision:
            yield Message(f"{id}: l'indice ha una revisione vecchia", f"{id}: the index holds an old revision")
    for id in sorted(set(indexed) - set(revisions) - unsettled):
        yield Message(f"{id}: nell'indice, ma non nell'archivio", f"{id}: in the index, but not in the archive")
