"""The index on Whoosh, which only this file and `index.whoosh_postings` know.

What is searched is one field, `body`, with a weight for each word by the part of the document that it stands in: the
score is then BM25F as it was meant, and a word costs one list of postings. `fields` holds the same words under the
name of their field, `words` all words as they are, for beginnings, `values` dates and numbers. Filters are columns.
Whoosh keeps and merges all that; matching and ranking are our own (`index.matching`), on arrays.

A search holds a lock, since Whoosh's files have one position for all threads; little is lost, it is Python that
works. The segments stay open and are shared by all states of the index that have them.
"""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import whoosh
from whoosh import reading
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.writing import SegmentWriter

from index.columns import Columns, Mask, column_values, names_value
from index.entries import forms
from index.folder import checksum, sync
from index.matching import Part
from index.merging import SegmentSize, to_merge
from index.query import Query
from index.search_index import IndexDocument, Suggestion
from index.segment_search import Answer, Found, alike, ids, revisions, search
from index.suggesting import suggest
from index.version import index_version
from index.whoosh_postings import SCHEMA, WhooshPostings, load_columns
from storage.kinds import Area

_LAYOUT = 3  # to be raised when what is written below changes
_NAME = "MAIN"
_MERGED_WITH_COMMIT = 128  # documents: a matter of half a second
_MERGED_BESIDE = 50_000
_BULK_MEGABYTES = 128  # of memory, while a segment is written
_BULK_DOCUMENTS = 20_000  # of a segment, when a whole index is written
_BLOCK = 1024  # postings read at once


# mypy knows no types of whoosh: what derives from its classes needs the remark below.
class _Storage(FileStorage):  # type: ignore[misc]
    """Makes a segment last, with its checksum, before the index says that it is there."""

    def rename_file(self, old: str, new: str, safe: bool = False) -> None:
        if new.endswith(".toc"):
            folder = Path(self.folder)
            for segment in folder.glob("*.seg"):
                written = segment.with_suffix(".crc")
                if not written.exists():
                    sync(segment)
                    written.write_text(checksum(segment))
                    sync(written)
            sync(folder / old)
            super().rename_file(old, new, safe)
            sync(folder)
        else:
            super().rename_file(old, new, safe)


class _Segment:
    """A segment, open. To Whoosh all its documents are there; which of them are deleted is told by the state."""

    def __init__(self, storage: _Storage, segment: Any) -> None:
        whole = copy.copy(segment)
        whole._deleted = None  # its own way to undelete fails
        self.reader = _opened(storage, whole)
        self.columns = load_columns(self.reader)
        self.postings = WhooshPostings(self.reader)


@dataclass(frozen=True)
class _State:
    """The index as of one commit."""

    generation: int
    segments: Mapping[str, _Segment]
    parts: tuple[Part, ...]


_CLOSED = _State(-1, {}, ())


class _Reader:
    """See `FolderReader`."""

    def __init__(self, folder: Path) -> None:
        self._storage = _Storage(str(folder))
        self._state = _CLOSED

    def search(self, query: Query) -> Answer:
        return search(self._newest().parts, query)

    def ids(self, query: Query, most: int) -> list[int]:
        return ids(self._newest().parts, query, most)

    def suggest(self, typed: str, areas: frozenset[Area], most: int) -> list[Suggestion]:
        return suggest(self._newest().parts, typed, areas, most)

    def like(self, id: int, areas: frozenset[Area], most: int) -> list[Found]:
        return alike(self._newest().parts, id, areas, most)

    def revisions(self) -> dict[int, int]:
        return revisions(self._newest().parts)

    def _newest(self) -> _State:
        """The newest, opened where it is not yet. Segments that it has in common with the last one stay open."""
        index = FileIndex(self._storage, SCHEMA, _NAME)
        if index.latest_generation() != self._state.generation:
            contents = _contents(self._storage)
            old, segments = self._state.segments, {}
            for segment in contents.segments:
                name = segment.segment_id()
                segments[name] = old.get(name) or _Segment(self._storage, segment)
            parts = tuple(
                Part(opened.columns, _live(segment), opened.postings)
                for opened, segment in zip(segments.values(), contents.segments, strict=True)
            )
            self._state = _State(contents.generation, segments, parts)
            _close(segment for name, segment in old.items() if name not in segments)
        return self._state

    def close(self) -> None:
        _close(self._state.segments.values())
        self._state = _CLOSED


class _Writer:
    """See `FolderWriter`. Of what is there it knows the ids only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._storage = _Storage(str(folder))
        self._columns: dict[str, Columns] = {}
        self._bulk: SegmentWriter | None = None

    def create(self) -> None:
        FileIndex.create(self._storage, SCHEMA, _NAME)

    def commit(self, gone: Collection[int], documents: Iterable[IndexDocument]) -> None:
        writer = self._segment_writer()
        try:
            for segment, columns in zip(writer.segments, self._known(writer.segments), strict=True):
                for number in map(columns.number, gone):
                    if number is not None and not segment.is_deleted(number):
                        segment.delete_document(number)
            _put_into(writer, documents)
            writer.commit(mergetype=_merged_with_commit)
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise

    def add(self, documents: Iterable[IndexDocument]) -> None:
        if self._bulk is None:
            self._bulk = self._segment_writer()
        _put_into(self._bulk, documents)
        if self._bulk.doc_count() >= _BULK_DOCUMENTS:
            self.finish()

    def finish(self) -> None:
        if self._bulk is not None:
            self._bulk.commit(merge=False)
            self._bulk = None

    def tidy(self, locked: Callable[[], AbstractContextManager[None]]) -> bool:
        """The merged segment is made in a folder of its own, while commits go on; what they delete meanwhile is
        deleted in it too before it takes the place of its sources."""
        with locked():
            segments = _contents(self._storage).segments
            sources = [segments[n] for n in to_merge(list(map(_size, segments)), _MERGED_BESIDE)]
            readers = [_opened(self._storage, source) for source in sources]
        if not sources:
            return False
        beside = self.folder / "merge"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        merged = _merged_beside(_Storage(str(beside)), readers)
        with locked():
            self._adopt(beside, merged, sources)
        shutil.rmtree(beside, ignore_errors=True)
        return True

    def _adopt(self, beside: Path, merged: list[Any], sources: list[Any]) -> None:
        contents = _contents(self._storage)
        now = {segment.segment_id(): segment for segment in contents.segments}
        if any(source.segment_id() not in now for source in sources):
            return
        number = 0
        for source in sources:
            current = now.pop(source.segment_id())
            for n in range(source.doc_count_all()):
                if not source.is_deleted(n):
                    if current.is_deleted(n):
                        merged[0].delete_document(number)
                    number += 1
        for file in (*beside.glob("*.crc"), *beside.glob("*.seg")):
            file.rename(self.folder / file.name)
        segments = [*now.values(), *merged]
        TOC(SCHEMA, segments, contents.generation + 1).write(self._storage, _NAME)
        clean_files(self._storage, _NAME, contents.generation + 1, segments)

    def _segment_writer(self) -> SegmentWriter:
        return _writer(FileIndex(self._storage, SCHEMA, _NAME))

    def _known(self, segments: Iterable[Any]) -> list[Columns]:
        known = self._columns
        self._columns = {s.segment_id(): known.get(s.segment_id()) or _columns(self._storage, s) for s in segments}
        return list(self._columns.values())


def _verify(folder: Path) -> None:
    storage = _Storage(str(folder))
    for segment in _contents(storage).segments:
        _verify_segment(storage, segment)


def _verify_segment(storage: _Storage, segment: Any) -> None:
    path = Path(storage.folder) / segment.make_filename(".seg")
    if path.with_suffix(".crc").read_text() != checksum(path):
        raise ValueError(f"{path.name} is not what was written")


def _opened(storage: _Storage, segment: Any) -> Any:
    """Whoosh would not notice damaged postings, but find too little. Reading the file twice costs little beside."""
    _verify_segment(storage, segment)
    return reading.SegmentReader(storage, SCHEMA, segment)


def _contents(storage: _Storage) -> Any:
    return TOC.read(storage, _NAME, schema=SCHEMA)


def _columns(storage: _Storage, segment: Any) -> Columns:
    found = _Segment(storage, segment)
    _close([found])
    return found.columns


def _close(segments: Iterable[_Segment]) -> None:
    for segment in segments:
        segment.reader.close()


def _live(segment: Any) -> Mask:
    mask = np.ones(segment.doc_count_all(), np.bool_)
    mask[list(segment.deleted_docs())] = False
    return mask


def _writer(index: FileIndex) -> SegmentWriter:
    # Whoosh's own lock is not used: after a full disk it would stay.
    return SegmentWriter(index, codec=W3Codec(blocklimit=_BLOCK, compression=1), _lk=False, limitmb=_BULK_MEGABYTES)


def _size(segment: Any) -> SegmentSize:
    return SegmentSize(segment.doc_count_all(), segment.deleted_count())


def _put_into(writer: SegmentWriter, documents: Iterable[IndexDocument]) -> None:
    for document in documents:
        found = forms(document)
        writer.add_document(
            text=document.text,
            language=document.language,
            names=names_value(document),
            **found._asdict(),
            **column_values(document, found.length),
        )


def _merged_with_commit(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: reads segments into the one being written, gives those that stay as they are."""
    chosen = to_merge(list(map(_size, segments)), _MERGED_WITH_COMMIT)
    _read_into(writer, (_opened(writer.storage, segments[n]) for n in chosen))
    return [segment for n, segment in enumerate(segments) if n not in chosen]


def _merged_beside(storage: _Storage, readers: list[Any]) -> list[Any]:
    """One segment of the documents of several, in a folder of its own; none where no document is left."""
    writer = _writer(FileIndex.create(storage, SCHEMA, _NAME))
    _read_into(writer, readers)
    writer.commit(merge=False)
    return list(_contents(storage).segments)


def _read_into(writer: SegmentWriter, readers: Iterable[Any]) -> None:
    for reader in readers:
        if reader.doc_count():
            writer.add_reader(reader)
        reader.close()


class WhooshEngine:
    """See `FolderEngine`."""

    version = index_version(_LAYOUT, whoosh.__version__)
    reader = _Reader
    writer = _Writer
    verify = staticmethod(_verify)
