"""The loop that empties the inbox: look, wait until files are complete, accept them, one after the other."""

from __future__ import annotations

import errno
import logging
import os
import threading
import time
from collections.abc import Callable

from intake.accept import accept, recover
from intake.config import InboxConfig
from intake.inbox_folder import Settling, files_in, why_not_takeable
from intake.watch import Watch
from storage.errors import Message
from storage.inbox import Seen
from storage.store import Store

log = logging.getLogger(__name__)

RESTING_SECONDS = 30.0  # between two looks when nobody says that something changed
NO_SPACE = Message(
    "Il disco è pieno: libera spazio; il file viene preso appena possibile.",
    "The disk is full: free some space; the file is taken as soon as possible.",
)
_TROUBLE = Message(
    "Il file non si lascia copiare ({why}): si riprova fra poco.",
    "The file cannot be copied ({why}): trying again soon.",
)


class InboxLoop:
    """Runs in a thread of its own until `stop` is set; `accepted` is called after each new document."""

    def __init__(self, config: InboxConfig, store: Store, accepted: Callable[[], None]) -> None:
        self._config = config
        self._store = store
        self._accepted = accepted
        self._settling = Settling(config.settle_seconds)
        self._stuck: set[Seen] = set()  # filed, but nobody lets us remove them
        self._told: tuple[object, ...] = ()
        self._changed = threading.Event()

    def wake(self) -> None:
        self._changed.set()

    def run(self, stop: threading.Event) -> None:
        """Takes what was dropped while the service was down, then what comes in."""
        self._config.folder.mkdir(parents=True, exist_ok=True)
        recover(self._config.folder, self._store)
        self._stuck = {recorded.seen for recorded in self._store.inbox.unfinished()}
        with Watch(self._config.folder, self._config.watch, self.wake):
            while not stop.is_set():
                self._changed.clear()
                try:
                    pause = self._look(stop)
                except OSError as error:  # the share is away for a while
                    log.error("The inbox %s cannot be read: %s", self._config.folder, error)
                    pause = RESTING_SECONDS
                except Exception:  # the database is away: the thread must outlive it
                    log.exception("The inbox could not be emptied.")
                    pause = RESTING_SECONDS
                self._changed.wait(pause)

    def _look(self, stop: threading.Event) -> float:
        """One look at the inbox; how long to rest after it, in seconds."""
        files = [seen for seen in files_in(self._config) if seen not in self._stuck]
        complete = self._settling.settled(files, time.monotonic())
        troubles = {seen: why for seen in complete if (why := why_not_takeable(self._config.folder, seen))}
        self._tell(files, troubles)
        for seen in complete:
            if stop.is_set():
                return 0.0
            if seen not in troubles and (why := self._take(seen)):
                troubles[seen] = why
                self._tell([seen for seen in files if seen in troubles or seen not in complete], troubles)
        still_settling = len(files) > len(complete)
        if still_settling:
            return min(0.25, self._config.settle_seconds / 4)
        return 2.0 if troubles else RESTING_SECONDS

    def _take(self, seen: Seen) -> Message | None:
        """Why the file could not be taken, None where it was (or is there no more)."""
        try:
            accepted = accept(self._config.folder, seen, self._store)
        except OSError as error:
            log.error("%r cannot be taken: %s", os.fsdecode(seen.path), error)
            return NO_SPACE if error.errno in (errno.ENOSPC, errno.EDQUOT) else _TROUBLE.format(why=error.strerror)
        if accepted is not None:
            log.info("%r is document %d", os.fsdecode(seen.path), accepted.document)
            if not accepted.left_inbox:
                self._stuck.add(seen)
            self._accepted()
        return None

    def _tell(self, files: list[Seen], troubles: dict[Seen, Message]) -> None:
        """Lets everybody know what waits, where that changed."""
        told = (frozenset(files), frozenset(troubles.items()))
        if told != self._told:
            self._store.inbox.waiting([seen for seen in files if seen not in troubles], list(troubles.items()))
            self._told = told
