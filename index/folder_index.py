"""An index that lives in a folder, on whatever engine: `SearchIndex`, save what is the engine's own.

It knows when another process has put a new index in the place of the old, holds the lock while it writes, and tells
a damage of the files from a fault of the program. The engine knows one folder, that nobody takes from under it.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from index.errors import IndexBusy, IndexDamaged, IndexUnusable
from index.folder import IndexFolder, Stamp
from index.query import Query
from index.search_index import Hit, IndexDocument, Results, Suggestion
from index.segment_search import Answer, Found
from index.snippet import make_snippet, wanted
from storage.kinds import Area

log = logging.getLogger(__name__)

T = TypeVar("T")
_LOCK_SECONDS = 30.0
_ATTEMPTS = 3


class FolderReader(Protocol):
    """Answers as of the newest commit, whatever process made it. Called by one thread at a time."""

    def search(self, query: Query) -> Answer: ...

    def ids(self, query: Query, most: int) -> list[int]: ...

    def suggest(self, typed: str, areas: frozenset[Area], most: int) -> list[Suggestion]: ...

    def like(self, id: int, areas: frozenset[Area], most: int) -> list[Found]: ...

    def revisions(self) -> Mapping[int, int]: ...

    def close(self) -> None: ...


class FolderWriter(Protocol):
    """There is one at a time."""

    @property
    def folder(self) -> Path: ...

    def create(self) -> None:
        """An empty index."""

    def commit(self, gone: Collection[int], documents: Iterable[IndexDocument]) -> None:
        """Takes out `gone`, then puts in the documents: all of it or nothing, and for good."""

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Puts in documents that are not there yet; `finish` is to follow."""

    def finish(self) -> None:
        """What was added is there for good."""

    def tidy(self, locked: Callable[[], AbstractContextManager[None]]) -> bool:
        """One piece of upkeep; `locked` gives the lock that others' commits wait for, to be held for moments only."""


class FolderEngine(Protocol):
    """`version` changes with all that the files depend on."""

    @property
    def version(self) -> str: ...

    def reader(self, folder: Path) -> FolderReader: ...

    def writer(self, folder: Path) -> FolderWriter: ...

    def verify(self, folder: Path) -> None:
        """Raises whatever there is to raise where a file is missing or is not what was written."""


class FolderIndex:
    """See `SearchIndex`. Costs nothing until it is used; then holds the index's files open."""

    def __init__(self, engine: FolderEngine, folder: Path) -> None:
        self._engine = engine
        self._folder = IndexFolder(folder, engine.version)
        self._lock = threading.RLock()
        self._reader: tuple[Stamp, FolderReader] | None = None
        self._writer: FolderWriter | None = None

    def check(self) -> None:
        _verify(self._engine, self._folder)
        self._reading(lambda reader: reader.revisions())
        self._folder.forget_damage()

    def is_suspect(self) -> bool:
        return self._folder.is_reported_damaged() or not self._folder.is_there()

    def search(self, query: Query) -> Results:
        answer = self._reading(lambda reader: reader.search(query))
        asked = wanted(answer.asked)
        hits = (
            Hit(one.id, one.revision, one.score, make_snippet(one.text, one.language, asked), one.is_near)
            for one in answer.found
        )
        return Results(answer.total, tuple(hits), answer.facets, answer.near)

    def ids(self, query: Query, most: int = 100_000) -> list[int]:
        return self._reading(lambda reader: reader.ids(query, most))

    def suggest(self, typed: str, areas: frozenset[Area], most: int = 12) -> list[Suggestion]:
        return self._reading(lambda reader: reader.suggest(typed, areas, most))

    def like(self, id: int, areas: frozenset[Area], most: int = 10) -> list[Hit]:
        found = self._reading(lambda reader: reader.like(id, areas, most))
        asked = wanted(Query())
        return [Hit(one.id, one.revision, one.score, make_snippet(one.text, one.language, asked)) for one in found]

    def revisions(self) -> Mapping[int, int]:
        return self._reading(lambda reader: reader.revisions())

    def update(self, documents: Iterable[IndexDocument]) -> None:
        by_id = {document.id: document for document in documents}
        if by_id:
            with self._writing() as writer:
                writer.commit(by_id.keys(), by_id.values())

    def remove(self, ids: Iterable[int]) -> None:
        gone = set(ids)
        if gone:
            with self._writing() as writer:
                writer.commit(gone, ())

    def tidy(self) -> bool:
        with self._folder.lock("tidy", _LOCK_SECONDS), _damage_told(self._engine, self._folder):
            writer = self._engine.writer(self._folder.current())
            try:
                return writer.tidy(partial(self._folder.lock, "writer", _LOCK_SECONDS))
            except Exception:
                if writer.folder != self._folder.current():
                    return True  # the work was for nothing: a new index has taken the place of this one
                raise

    def reset(self) -> None:
        with self._folder.lock("writer", _LOCK_SECONDS):
            new = self._engine.writer(self._folder.create())
            new.create()
            self._folder.switch_to(new.folder)
        with suppress(IndexBusy), self._folder.lock("rebuild", 0):
            self._folder.remove_others(new.folder)

    def replacement(self) -> FolderReplacement:
        return FolderReplacement(self._engine, self._folder)

    def close(self) -> None:
        with self._lock:
            if self._reader:
                self._reader[1].close()
            self._reader = None

    def _reading(self, read: Callable[[FolderReader], T]) -> T:
        """From the beginning again where it fails on a sound index: the one that was open may just have been replaced,
        or healed."""
        with self._lock:
            for _ in range(_ATTEMPTS - 1):
                try:
                    return read(self._newest())
                except IndexUnusable:
                    raise
                except Exception:
                    log.debug("reading the index failed", exc_info=True)
                    self.close()
                    _verify(self._engine, self._folder)
            return read(self._newest())

    def _newest(self) -> FolderReader:
        stamp = self._folder.stamp()
        if self._reader is None or stamp != self._reader[0]:
            self.close()
            self._reader = stamp, self._engine.reader(self._folder.current())
        return self._reader[1]

    @contextmanager
    def _writing(self) -> Iterator[FolderWriter]:
        with _damage_told(self._engine, self._folder), self._folder.lock("writer", _LOCK_SECONDS):
            current = self._folder.current()
            if self._writer is None or self._writer.folder != current:
                self._writer = self._engine.writer(current)
            yield self._writer


class FolderReplacement:
    """See `Replacement`. There is one at a time, in whatever process."""

    def __init__(self, engine: FolderEngine, folder: IndexFolder) -> None:
        self._folder = folder
        self._taken_over = False
        self._held = ExitStack()
        self._held.enter_context(folder.lock("rebuild", _LOCK_SECONDS))
        try:
            with suppress(IndexUnusable):
                folder.remove_others(folder.current())
            self._writer = engine.writer(folder.create())
            self._writer.create()
        except BaseException:
            self._held.close()
            raise

    def add(self, documents: Iterable[IndexDocument]) -> None:
        self._writer.add(documents)

    def take_over(self, late: Callable[[], Iterable[IndexDocument]]) -> None:
        self._writer.finish()
        with self._folder.lock("writer", _LOCK_SECONDS):
            changed = {document.id: document for document in late()}
            if changed:
                self._writer.commit(changed.keys(), changed.values())
            self._folder.switch_to(self._writer.folder)
            self._taken_over = True
            self._folder.remove_others(self._writer.folder)

    def close(self) -> None:
        with self._held:
            if not self._taken_over:
                shutil.rmtree(self._writer.folder, ignore_errors=True)


def _verify(engine: FolderEngine, folder: IndexFolder) -> None:
    """Raises `IndexUnusable`. A commit may go on meanwhile: only what fails twice is a damage."""
    try:
        engine.verify(folder.current())
    except IndexUnusable:
        raise
    except Exception:
        try:
            with folder.lock("writer", _LOCK_SECONDS):
                engine.verify(folder.current())
        except (IndexUnusable, IndexBusy):
            raise
        except Exception as damage:
            log.error("the index in %s is damaged: %s", folder.path, damage)
            folder.report_damage()
            raise IndexDamaged from damage


@contextmanager
def _damage_told(engine: FolderEngine, folder: IndexFolder) -> Iterator[None]:
    """Tells a damage, where the files are not what was written, from a fault of the program."""
    try:
        yield
    except (IndexUnusable, IndexBusy):
        raise
    except Exception:
        _verify(engine, folder)
        raise
