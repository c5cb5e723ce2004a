"""The archive's files: originals that nothing touches, a readable tree that follows the record."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.archive import hash_of
from storage.document import ALL_AREAS, Document, EventKind
from storage.inbox import Seen
from storage.store import Store
from tests.storing import drop, filed, files_below, open_store, reading

ROSSI = {"number": "12", "date": "2026-03-31", "supplier_name": "Rossi"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return tmp_path / "archive"


def correct(store: Store, document: Document, **said: str | None) -> Document:
    now = store.documents.get(document.id, ALL_AREAS)
    return store.documents.correct(document.id, now.revision, said, "anna", areas=ALL_AREAS)


def path_of(store: Store, document: Document) -> str:
    path = store.documents.get(document.id, ALL_AREAS).tree_path
    assert path is not None
    return path


def test_an_original_is_read_only_under_its_hash(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf", b"data")
    original = store.archive.original(document.sha256)
    assert original.relative_to(tmp_path).parts == ("originals", document.sha256[:2], document.sha256)
    assert stat.S_IMODE(original.stat().st_mode) == 0o444
    assert (hash_of(original), original.read_bytes()) == (document.sha256, b"data")


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_nothing_but_a_hash_names_an_original(store: Store, sha256: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sha256)}$"):
        store.archive.original(sha256)


@pytest.mark.parametrize("name", ["", "../x", ".hidden", "a/b", "a\n", "a" * 62])
def test_nothing_but_a_plain_name_names_a_derived_file(store: Store, name: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        store.archive.derived("a" * 64, name)


def test_the_tree_follows_a_correction_and_leaves_no_empty_folder(store: Store, tmp_path: Path, tree: Path) -> None:
    document = filed(store, tmp_path, **ROSSI)
    assert files_below(tree) == {"Contabilità/Fattura/2026/Rossi/2026-03-31 Fattura 12.pdf": b"bytes"}
    correct(store, document, supplier_name="Bianchi", date="2025-01-02")
    assert files_below(tree) == {"Contabilità/Fattura/2025/Bianchi/2025-01-02 Fattura 12.pdf": b"bytes"}
    assert [p.name for p in (tree / "Contabilità/Fattura").iterdir()] == ["2025"]
    moved = [e for e in store.documents.full(document.id, ALL_AREAS).events if e.kind is EventKind.MOVED]
    assert [e.data["path"] for e in moved] == [[document.tree_path, path_of(store, document)]]


def test_an_edit_in_the_tree_survives_a_move_and_never_reaches_the_original(
    store: Store, tmp_path: Path, tree: Path
) -> None:
    document = filed(store, tmp_path, **ROSSI)
    copy = tree / path_of(store, document)
    with copy.open("r+b") as file:
        file.write(b"NOTES")
    correct(store, document, number="13")
    assert (tree / path_of(store, document)).read_bytes() == b"NOTES"
    assert store.archive.original(document.sha256).read_bytes() == b"bytes"
    assert hash_of(store.archive.original(document.sha256)) == document.sha256


@pytest.mark.parametrize("hard_links", [False, True])
def test_a_hard_link_only_where_configured(tmp_path: Path, hard_links: bool) -> None:
    with open_store(tmp_path, hard_links=hard_links) as store:
        document = filed(store, tmp_path, **ROSSI)
        copy = tmp_path / "archive" / path_of(store, document)
        assert copy.samefile(store.archive.original(document.sha256)) is hard_links
        assert bool(copy.stat().st_mode & stat.S_IWUSR) is not hard_links
        correct(store, document, number="13")
        moved = tmp_path / "archive" / path_of(store, document)
        assert moved.samefile(store.archive.original(document.sha256)) is hard_links
        assert store.archive.original(document.sha256).read_bytes() == b"bytes"


def test_a_copy_that_somebody_removed_comes_back_with_the_next_correction(
    store: Store, tmp_path: Path, tree: Path
) -> None:
    document = filed(store, tmp_path, **ROSSI)
    for said in ({"number": "13"}, {"payment_terms": "30 giorni"}):
        (tree / path_of(store, document)).unlink()
        correct(store, document, **said)
        assert files_below(tree) == {path_of(store, document): b"bytes"}


def test_collisions_are_numbered_without_regard_to_case(store: Store, tmp_path: Path, tree: Path) -> None:
    names = ["Rossi", "ROSSI", "rossi", "Rossì"]
    documents = [filed(store, tmp_path, f"{n}.PDF", n.encode(), number="1", supplier_name=n) for n in names]
    assert [path_of(store, d).rsplit("/", 2)[1:] for d in documents] == [
        ["Rossi", "Fattura 1.pdf"],
        ["ROSSI", "Fattura 1 (2).pdf"],
        ["rossi", "Fattura 1 (3).pdf"],
        ["Rossì", "Fattura 1.pdf"],
    ]
    assert sorted(files_below(tree).values()) == sorted(n.encode() for n in names)


def test_a_number_stays_with_its_document(store: Store, tmp_path: Path) -> None:
    documents = [filed(store, tmp_path, f"{n}.pdf", bytes([n]), number="1") for n in range(12)]
    paths = [path_of(store, d) for d in documents]
    assert len(set(paths)) == 12
    assert [path.rsplit("/", 1)[1] for path in paths[:3]] == [
        "Fattura 1.pdf",
        "Fattura 1 (2).pdf",
        "Fattura 1 (3).pdf",
    ]
    for document, path in zip(documents, paths, strict=True):
        assert correct(store, document, payment_terms="30 giorni").tree_path == path


def test_the_number_stands_before_the_whole_extension(store: Store, tmp_path: Path) -> None:
    documents = [filed(store, tmp_path, f"{n}.XML.p7m", bytes([n]), number="1.285") for n in range(2)]
    assert [path_of(store, d).rsplit("/", 1)[1] for d in documents] == [
        "Fattura 1.285.xml.p7m",
        "Fattura 1.285 (2).xml.p7m",
    ]


def test_a_strangers_file_is_left_alone(store: Store, tmp_path: Path, tree: Path) -> None:
    stranger = tree / "Contabilità/Fattura/2026/Rossi/2026-03-31 Fattura 12.pdf"
    stranger.parent.mkdir(parents=True)
    stranger.write_bytes(b"mine")
    document = filed(store, tmp_path, **ROSSI)
    assert path_of(store, document).endswith("Fattura 12 (2).pdf")
    assert stranger.read_bytes() == b"mine"


def recorded_only(store: Store, document: Document, said: dict[str, str | None]) -> tuple[str, str]:
    """A correction whose move was broken off before any file was touched: (old, new) path in the tree."""
    tree, old = store.archive.tree, path_of(store, document)
    away = tree.with_name("away")
    tree.rename(away)
    tree.touch()  # no folder can be made in a file: the move fails, as with a full or missing disk
    correct(store, document, **said)
    tree.unlink()
    away.rename(tree)
    return old, path_of(store, document)


def test_a_move_that_failed_is_no_failed_correction_and_is_ended_later(
    store: Store, tmp_path: Path, tree: Path
) -> None:
    document = filed(store, tmp_path, **ROSSI)
    (tree / path_of(store, document)).write_bytes(b"edited")
    old, new = recorded_only(store, document, {"number": "13"})
    assert (store.documents.misplaced(), list(files_below(tree))) == ([document.id], [old])
    store.documents.place(document.id)
    assert (store.documents.misplaced(), files_below(tree)) == ([], {new: b"edited"})


def test_a_move_that_was_done_but_not_recorded_is_recorded(store: Store, tmp_path: Path, tree: Path) -> None:
    document = filed(store, tmp_path, **ROSSI)
    old, new = recorded_only(store, document, {"supplier_name": "Bianchi"})
    (tree / new).parent.mkdir(parents=True)
    (tree / old).rename(tree / new)
    store.documents.place(document.id)
    assert (store.documents.misplaced(), files_below(tree)) == ([], {new: b"bytes"})
    assert path_of(store, document) == new


def test_corrected_back_before_the_move_was_ended(store: Store, tmp_path: Path, tree: Path) -> None:
    document = filed(store, tmp_path, **ROSSI)
    old, _ = recorded_only(store, document, {"number": "13"})
    correct(store, document, number="12")
    assert (path_of(store, document), store.documents.misplaced()) == (old, [])
    assert files_below(tree) == {old: b"bytes"}


def test_nobody_gets_the_place_of_a_file_that_is_still_to_move(store: Store, tmp_path: Path, tree: Path) -> None:
    document = filed(store, tmp_path, **ROSSI)
    old, new = recorded_only(store, document, {"number": "13"})
    (tree / new).parent.mkdir(parents=True, exist_ok=True)
    (tree / old).rename(tree / new)
    other = filed(store, tmp_path, "b.pdf", b"other", **ROSSI)
    store.documents.place(document.id)
    assert files_below(tree) == {new: b"bytes", path_of(store, other): b"other"}


def test_a_stranger_who_came_first_to_the_new_place_costs_a_number_not_an_edit(
    store: Store, tmp_path: Path, tree: Path
) -> None:
    document = filed(store, tmp_path, **ROSSI)
    (tree / path_of(store, document)).write_bytes(b"edited")
    _, new = recorded_only(store, document, {"number": "13"})
    (tree / new).write_bytes(b"stranger")
    store.documents.place(document.id)
    assert files_below(tree) == {new: b"stranger", new.replace(".pdf", " (2).pdf"): b"edited"}
    assert path_of(store, document) == new.replace(".pdf", " (2).pdf")


def test_only_the_case_of_a_name_is_corrected(store: Store, tmp_path: Path, tree: Path) -> None:
    document = filed(store, tmp_path, **ROSSI)
    correct(store, document, supplier_name="ROSSI")
    assert files_below(tree) == {"Contabilità/Fattura/2026/ROSSI/2026-03-31 Fattura 12.pdf": b"bytes"}


def test_corrected_before_its_original_has_its_place(store: Store, tmp_path: Path, tree: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/a.pdf").write_bytes(b"bytes")
    staged, sha256, size = store.archive.stage(tmp_path / "inbox/a.pdf")
    recorded = store.inbox.record(Seen(b"a.pdf", size, 0, 0), staged, sha256, size, ())
    document = store.documents.get(recorded.document, ALL_AREAS)
    correct(store, document, subject="Lavori")
    store.archive.keep_staged(staged, sha256)
    store.inbox.finish(recorded)
    kept = store.documents.keep(document.id, reading({}, "other"), "application/pdf")
    assert files_below(tree) == {str(kept.tree_path): b"bytes"}


def test_a_place_that_cannot_be_made_stops_nobody(store: Store, tmp_path: Path, tree: Path) -> None:
    (tree / "Contabilità").write_bytes(b"a file where a folder should be")
    document = filed(store, tmp_path, **ROSSI)
    store.documents.place(document.id)
    assert store.documents.misplaced() == [document.id]
    (tree / "Contabilità").unlink()
    store.documents.place(document.id)
    assert files_below(tree) == {path_of(store, document): b"bytes"}
    assert store.documents.misplaced() == []
