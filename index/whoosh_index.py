"""The index on Whoosh, the only file that knows it.

What is searched is one field, `body`, with a weight for each word by the part of the document that it stands in: the
score is then BM25F as it was meant, and a word costs one list of postings. `fields` holds the same words under the
name of their field, `words` all words as they are, for beginnings. Filters are columns, outside of Whoosh.

A search holds a lock, since Whoosh's files have one position for all threads; little is lost, it is Python that
works. The segments stay open and are shared by all states of the index that have them.
"""

from __future__ import annotations

import copy
import hashlib
import heapq
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial, reduce
from itertools import compress
from pathlib import Path
from typing import Any, NamedTuple

import Stemmer
import whoosh
from whoosh import columns, fields, formats, matching, query, reading, scoring, searching
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.writing import SegmentWriter

from index.columns import NO_AMOUNT, Columns, amount_code, area_code, date_code, kind_code
from index.columns import both as in_both
from index.entries import Forms, forms, tag_entry
from index.folder import checksum, sync
from index.folder_index import Found
from index.language import beginnings, spellings, tokens
from index.merging import SegmentSize, to_merge
from index.query import Clause, OneOf, Phrase, Prefix, Query, Sort, Where, Word
from index.search_index import IndexDocument
from storage.kinds import FIELDS, KINDS, Area

_LAYOUT = 1  # to be raised when what is written below changes
_NAME = "MAIN"
_MERGED_WITH_COMMIT = 1_000  # documents
_MERGED_WHEN_IDLE = 20_000
_BULK_MEGABYTES = 128
_WEIGHTING = scoring.BM25F(B=0.6, K1=1.2)


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


class _Positioned(fields.FieldType):  # type: ignore[misc]
    """Words that come analysed, with positions and weights."""

    def __init__(self, scorable: bool) -> None:
        super().__init__(format=formats.Positions(), analyzer=None, scorable=scorable)

    def index(self, value: Forms, **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for form, (positions, weight) in value.items():
            yield form.encode(), len(positions), weight, self.format.encode(positions)


class _Listed(fields.FieldType):  # type: ignore[misc]
    """Words that come analysed, of which only their being there counts."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None)

    def index(self, value: Iterable[str], **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for word in value:
            yield word.encode(), 1, 1.0, b""


class _Numbers(columns.NumericColumn):  # type: ignore[misc]
    """A column that is loaded at a stroke."""

    class Reader(columns.NumericColumn.Reader):  # type: ignore[misc]
        def load(self) -> array[int]:
            values: array[int] = self._dbfile.get_array(self._basepos, self._typecode, self._count)
            values.extend([self._default] * (self._doccount - len(values)))
            return values


_COLUMNS = {
    "id": _Numbers("q"),
    "revision": _Numbers("i"),
    "kind": _Numbers("B"),
    "area": _Numbers("B"),
    "date": _Numbers("i"),
    "amount": _Numbers("q", NO_AMOUNT),
}
_SCHEMA = fields.Schema(
    body=_Positioned(scorable=True),
    fields=_Positioned(scorable=False),
    words=_Listed(),
    text=fields.STORED(),
    language=fields.STORED(),
    **{name: fields.COLUMN(column) for name, column in _COLUMNS.items()},
)
_SAMPLE = "Perché dell'Acqua S.p.A. paga 1.285,27 € il 31/03/2026 per la fattura n. 2026/0147 a IT07643520567: payments"


def _version() -> str:
    """Changes with all that an index depends on, so that one of another make is built again."""
    parts = (_LAYOUT, whoosh.__version__, Stemmer.version(), list(KINDS), list(Area), list(FIELDS))
    analysed = [list(tokens(_SAMPLE, language)) for language in ("it", "en", "")]
    return hashlib.sha256(repr((parts, analysed)).encode()).hexdigest()[:16]


class _Segment:
    """A segment, open. To Whoosh all its documents are there; which of them are deleted is told by the state."""

    def __init__(self, storage: _Storage, segment: Any) -> None:
        whole = copy.copy(segment)
        whole._deleted = None  # its own way to undelete fails
        self.reader = reading.SegmentReader(storage, _SCHEMA, whole)
        self.columns = Columns(*(self.reader.column_reader(name, translate=False).load() for name in _COLUMNS))


class _Part(NamedTuple):
    """A segment as of one commit, with the mask of the documents that are not deleted."""

    segment: _Segment
    searcher: Any
    live: bytes


@dataclass(frozen=True)
class _State:
    """The index as of one commit."""

    generation: int
    segments: Mapping[str, _Segment]
    parts: tuple[_Part, ...]
    searcher: Any  # kept: those of the parts ask it for what concerns them all


class _Reader:
    """See `FolderReader`."""

    def __init__(self, folder: Path) -> None:
        self._storage = _Storage(str(folder))
        self._state = _State(-1, {}, (), None)

    def search(self, query: Query) -> tuple[int, list[Found]]:
        return _page(self._newest(), query)

    def revisions(self) -> dict[int, int]:
        return _revisions(self._newest())

    def _newest(self) -> _State:
        """The newest, opened where it is not yet. Segments that it has in common with the last one stay open."""
        index = FileIndex(self._storage, _SCHEMA, _NAME)
        if index.latest_generation() != self._state.generation:
            contents = _contents(self._storage)
            old, segments = self._state.segments, {}
            for segment in contents.segments:
                name = segment.segment_id()
                segments[name] = old.get(name) or _Segment(self._storage, segment)
            searcher = searching.Searcher(
                reading.MultiReader([s.reader for s in segments.values()]), weighting=_WEIGHTING, fromindex=index
            )
            parts = zip(segments.values(), searcher.leaf_searchers(), map(_live, contents.segments), strict=True)
            self._state = _State(
                contents.generation, segments, tuple(_Part(s, leaf, live) for s, (leaf, _), live in parts), searcher
            )
            _close(segment for name, segment in old.items() if name not in segments)
        return self._state

    def close(self) -> None:
        _close(self._state.segments.values())
        self._state = _State(-1, {}, (), None)


class _Writer:
    """See `FolderWriter`. Of what is there it knows the ids only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._storage = _Storage(str(folder))
        self._columns: dict[str, Columns] = {}

    def create(self) -> None:
        FileIndex.create(self._storage, _SCHEMA, _NAME)

    def commit(self, gone: Collection[int], documents: Iterable[IndexDocument]) -> None:
        self._commit(gone, documents, _MERGED_WITH_COMMIT)

    def tidy(self) -> bool:
        if not to_merge(list(map(_size, _contents(self._storage).segments)), _MERGED_WHEN_IDLE):
            return False
        self._commit((), (), _MERGED_WHEN_IDLE)
        return True

    def _commit(self, gone: Collection[int], documents: Iterable[IndexDocument], most_merged: int) -> None:
        # Whoosh's own lock is not used: after a full disk it would stay.
        writer = SegmentWriter(FileIndex(self._storage, _SCHEMA, _NAME), _lk=False, limitmb=_BULK_MEGABYTES)
        try:
            for segment, columns in zip(writer.segments, self._known(writer.segments), strict=True):
                for number in map(columns.number, gone):
                    if number is not None and not segment.is_deleted(number):
                        segment.delete_document(number)
            for document in documents:
                writer.add_document(**_stored(document))
            writer.commit(mergetype=partial(_merged, most_merged))
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise

    def _known(self, segments: Iterable[Any]) -> list[Columns]:
        known = self._columns
        self._columns = {s.segment_id(): known.get(s.segment_id()) or _columns(self._storage, s) for s in segments}
        return list(self._columns.values())


def _verify(folder: Path) -> None:
    """Raises whatever there is to raise where a file is missing or is not what was written."""
    for segment in _contents(_Storage(str(folder))).segments:
        path = folder / segment.make_filename(".seg")
        if path.with_suffix(".crc").read_text() != checksum(path):
            raise ValueError(f"{path.name} is not what was written")


def _contents(storage: _Storage) -> Any:
    return TOC.read(storage, _NAME, schema=_SCHEMA)


def _columns(storage: _Storage, segment: Any) -> Columns:
    found = _Segment(storage, segment)
    _close([found])
    return found.columns


def _close(segments: Iterable[_Segment]) -> None:
    for segment in segments:
        segment.reader.close()


def _live(segment: Any) -> bytes:
    mask = bytearray(b"\1" * segment.doc_count_all())
    for number in segment.deleted_docs():
        mask[number] = 0
    return bytes(mask)


def _size(segment: Any) -> SegmentSize:
    return SegmentSize(segment.doc_count_all(), segment.deleted_count())


def _merged(most: int, writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: reads segments into the one being written, gives those that stay as they are."""
    chosen = set(to_merge(list(map(_size, segments)), most))
    for n in chosen:
        if segments[n].doc_count():
            reader = reading.SegmentReader(writer.storage, _SCHEMA, segments[n])
            writer.add_reader(reader)
            reader.close()
    return [segment for n, segment in enumerate(segments) if n not in chosen]


def _stored(document: IndexDocument) -> dict[str, object]:
    return {
        **forms(document)._asdict(),
        "text": document.text,
        "language": document.language,
        "id": document.id,
        "revision": document.revision,
        "kind": kind_code(document.kind),
        "area": area_code(document.area),
        "date": date_code(document.date),
        "amount": amount_code(document.amount),
    }


class _Matching:
    """A query against one segment: matchers are Whoosh's, made without its query language."""

    def __init__(self, part: _Part) -> None:
        self._part = part
        self._reader = part.segment.reader

    def all_of(self, clauses: Iterable[Clause]) -> Any:
        """None where no clause asks for anything that is kept."""
        found = [m for m in map(self._clause, clauses) if m is not None]
        return reduce(matching.IntersectionMatcher, found) if found else None

    def mask(self, query: Query) -> bytes:
        """What passes all the filters, and holds nothing of what is excluded."""
        where = Where(query.kinds, query.areas, query.dates, query.amounts)
        mask = bytearray(in_both(self._part.segment.columns.mask(where), self._part.live))
        for tag in query.tags:
            tagged = bytearray(len(mask))
            for number in self._term("fields", f"tag=={tag_entry(tag)}").all_ids():
                tagged[number] = 1
            mask = bytearray(in_both(mask, tagged))
        for matcher in map(self._clause, query.excluded):
            for number in matcher.all_ids() if matcher is not None else ():
                mask[number] = 0
        return bytes(mask)

    def _clause(self, clause: Clause) -> Any:
        match clause:
            case Word() | Phrase():
                return self._words(clause.text, clause.fields)
            case Prefix():
                return self._beginning(clause)
            case Where():
                mask = self._part.segment.columns.mask(clause)
                return matching.ListMatcher(list(compress(range(len(mask)), mask)), all_weights=1.0)
            case OneOf():
                found = [m for m in map(self._clause, clause.clauses) if m is not None]
                return _any(found) if found else None

    def _words(self, text: str, names: tuple[str, ...]) -> Any:
        asked = spellings(text)
        if not asked:
            return None
        if not names:
            return _any([self._sequence("body", forms) for forms in asked])
        return _any([self._sequence("fields", tuple(f"{n}={f}" for f in forms)) for n in names for forms in asked])

    def _sequence(self, field: str, forms: tuple[str, ...]) -> Any:
        if len(forms) == 1:
            return self._term(field, forms[0])
        return query.Phrase(field, list(forms)).matcher(self._part.searcher, self._part.searcher.context())

    def _term(self, field: str, form: str) -> Any:
        if (field, form.encode()) not in self._reader:
            return matching.NullMatcher()
        return self._part.searcher.postings(field, form.encode())

    def _beginning(self, clause: Prefix) -> Any:
        before, beginning = beginnings(clause.text)
        words = self._words(before, clause.fields)
        if not beginning:
            return words
        field, starts = (
            ("fields", [f"{n}={beginning}" for n in clause.fields]) if clause.fields else ("words", [beginning])
        )
        numbers: set[int] = set()
        for start in starts:
            for term in self._reader.expand_prefix(field, start):
                numbers.update(self._reader.postings(field, term).all_ids())
        found = matching.ListMatcher(sorted(numbers), all_weights=1.0)
        return found if words is None else matching.IntersectionMatcher(words, found)


def _any(matchers: list[Any]) -> Any:
    there = [m for m in matchers if m.is_active()]
    return reduce(matching.DisjunctionMaxMatcher, there) if there else matching.NullMatcher()


class _Ranked(NamedTuple):
    """Sorted by what comes first."""

    key: tuple[float, ...]
    score: float
    part: int
    number: int


def _page(state: _State, query: Query) -> tuple[int, list[Found]]:
    """How many there are, and those of the page asked for."""
    total = 0

    def found() -> Iterator[_Ranked]:
        nonlocal total
        for n, part in enumerate(state.parts):
            ids, dates = part.segment.columns.ids, part.segment.columns.dates
            for number, score in _scored(part, query):
                total += 1
                day = dates[number]
                first = {Sort.RELEVANCE: score, Sort.NEWEST: day, Sort.OLDEST: -(day or 99_999_999)}[query.sort]
                yield _Ranked((first, day, ids[number]), score, n, number)

    best = heapq.nlargest(query.page * query.limit, found())
    return total, [_on_page(state, one) for one in best[(query.page - 1) * query.limit :]]


def _on_page(state: _State, ranked: _Ranked) -> Found:
    segment = state.parts[ranked.part].segment
    kept = segment.reader.stored_fields(ranked.number)
    columns = segment.columns
    return Found(
        columns.ids[ranked.number], columns.revisions[ranked.number], ranked.score, kept["text"], kept["language"]
    )


def _revisions(state: _State) -> dict[int, int]:
    found: dict[int, int] = {}
    for part in state.parts:
        columns = part.segment.columns
        found.update(compress(zip(columns.ids, columns.revisions, strict=True), part.live))
    return found


def _scored(part: _Part, query: Query) -> Iterator[tuple[int, float]]:
    asked = _Matching(part)
    mask = asked.mask(query)
    matcher = asked.all_of(query.clauses)
    if matcher is None:
        yield from ((number, 0.0) for number in compress(range(len(mask)), mask))
        return
    while matcher.is_active():
        number = matcher.id()
        if mask[number]:
            yield number, matcher.score()
            matcher.next()
        else:
            number = mask.find(1, number + 1)
            if number < 0:
                return
            matcher.skip_to(number)


class WhooshEngine:
    """See `FolderEngine`."""

    version = _version()
    reader = _Reader
    writer = _Writer
    verify = staticmethod(_verify)
