"""The loop that empties the inbox: look, wait until files are complete, accept them, one after the other."""

from __future__ import annotations

import errno
import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from intake.accept import accept, recover
from intake.config import InboxConfig
from intake.inbox_folder import Settling, files_in, why_not_takeable
from intake.watch import Watch
from storage.errors import Message
from storage.inbox import Seen
from storage.store import Store

log = logging.getLogger(__name__)

RESTING_SECONDS = 10.0  # between two looks when nobody says that something changed
SETTLING_SECONDS = 0.25  # between two looks while files are not complete
TROUBLED_SECONDS = 3.0  # until what went wrong is tried again
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
        self._troubles: dict[Seen, Message] = {}  # why files could not be taken at the last look
        self._told: tuple[object, ...] = ()
        self._said = ""
        self._changed = threading.Event()

    def wake(self) -> None:
        self._changed.set()

    def run(self, stop: threading.Event) -> None:
        """Takes what was dropped while the service was down, then what comes in. Waits out a share that is away, a
        database that is away: the thread must outlive them."""
        while not stop.is_set():
            pause = TROUBLED_SECONDS
            try:
                self._watch(stop)
                pause = SETTLING_SECONDS
            except OSError as error:
                if str(error) != self._said:
                    log.error("The inbox %s cannot be read: %s", self._config.folder, error)
                self._said = str(error)
            except Exception:
                log.exception("The inbox could not be emptied.")
            stop.wait(pause)

    def _watch(self, stop: threading.Event) -> None:
        """Until `stop` is set, or the folder is no longer the one that is watched."""
        self._config.folder.mkdir(parents=True, exist_ok=True)
        recover(self._config.folder, self._store)
        self._stuck = {recorded.seen for recorded in self._store.inbox.unfinished()}
        with Watch(self._config.folder, self._config.watch, self.wake) as watch:
            while watch.is_alive():
                self._changed.clear()
                if stop.is_set():
                    return
                self._changed.wait(self._look(stop))
                self._said = ""

    def _look(self, stop: threading.Event) -> float:
        """One look at the inbox; how long to rest after it, in seconds."""
        self._give_up_waiting()
        files = [seen for seen in files_in(self._config) if seen not in self._stuck]
        complete = dict.fromkeys(self._settling.settled(files, time.monotonic()))
        self._tell(files)
        self._troubles = {}
        left: list[Seen] = []
        halves: set[str] = set()  # piles of which a file could not be taken: what came after it must not overtake it
        for seen in files:
            if stop.is_set():
                return 0.0
            is_ready = seen in complete and seen.pile not in halves
            if is_ready and not (why := why_not_takeable(self._config.folder, seen) or self._take(seen)):
                continue
            if is_ready and why:
                self._troubles[seen] = why
            left.append(seen)
            if seen.pile is not None:
                halves.add(seen.pile)
        self._tell(left)
        if len(files) > len(complete):
            return min(SETTLING_SECONDS, self._config.settle_seconds / 4)
        return TROUBLED_SECONDS if self._troubles else RESTING_SECONDS

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

    def _give_up_waiting(self) -> None:
        """One side of double-sided sheets has waited for the other for long enough."""
        minutes = timedelta(minutes=self._config.double_sided_minutes)
        if self._store.double_sided.give_up(datetime.now(UTC) - minutes):
            self._accepted()

    def _tell(self, files: list[Seen]) -> None:
        """Lets everybody know what waits, and why, where that changed."""
        troubles = [(seen, self._troubles[seen]) for seen in files if seen in self._troubles]
        waiting = [seen for seen in files if seen not in self._troubles]
        if (waiting, troubles) != self._told:
            self._store.inbox.waiting(waiting, troubles)
            self._told = (waiting, troubles)
