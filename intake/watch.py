"""Being told that something changed in the inbox: by the file system where it can, by looking where it cannot.

What changed is not asked: whoever is woken looks at the folder itself, which no lost event can mislead.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

log = logging.getLogger(__name__)

POLLING_SECONDS = 1.0
_REMOTE = (
    *("nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph", "glusterfs", "lustre", "beegfs", "ocfs2", "gfs2", "davfs"),
    *("vboxsf", "vmhgfs", "prl_fs", "virtiofs"),  # folders that a virtual machine shares with its host
)
_ESCAPED = re.compile(rb"\\([0-3][0-7]{2})")  # blank, tab, newline and backslash in a mount point
_SILENT = (FileOpenedEvent, FileClosedNoWriteEvent, DirModifiedEvent)  # looking at the folder makes these too


class Watch:
    """Calls `changed` from a thread of its own, soon after something changed below the folder."""

    def __init__(self, folder: Path, how: str, changed: Callable[[], None]) -> None:
        self._folder = folder
        self._handler = _Handler(changed)
        self.native = how == "native" or (how == "auto" and gives_events(file_system_of(folder)))
        self._observer: BaseObserver
        self._watched: tuple[int, int]

    def __enter__(self) -> Watch:
        self._watched = _identity(self._folder)
        self._observer = self._started()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

    def is_alive(self) -> bool:
        """Whether changes are still told: not once the folder went away, or a share was mounted over it.

        Raises OSError where there is no such folder."""
        emitters = self._observer.emitters
        return _identity(self._folder) == self._watched and all(
            emitter.is_alive() and emitter.should_keep_running() for emitter in emitters
        )

    def _started(self) -> BaseObserver:
        if self.native:
            try:
                return self._start(Observer())
            except OSError as error:  # the system's limit of watched folders
                log.warning("No native events for %s (%s): looking every second instead.", self._folder, error)
                self.native = False
        return self._start(PollingObserver(timeout=POLLING_SECONDS))

    def _start(self, observer: BaseObserver) -> BaseObserver:
        observer.schedule(self._handler, str(self._folder), recursive=True)
        observer.start()
        return observer


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not isinstance(event, _SILENT):
            self._changed()


def gives_events(file_system: str) -> bool:
    """Whether changes made by anybody are told on such a file system; on a network share only our own are."""
    return not file_system.startswith(_REMOTE)


def file_system_of(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The type of the file system that the folder lies on, `""` where it cannot be known.

    Source: proc_pid_mountinfo(5): the mount point is the fifth field, the type the first after ` - `; of two mounts on
    one point the later one hides the earlier."""
    try:
        lines = mounts.read_bytes().split(b"\n")
    except OSError:
        return ""
    place, found, longest = folder.resolve(), "", 0
    for line in lines:
        before, _, after = line.partition(b" - ")
        fields = before.split(b" ")
        if len(fields) < 5 or not after:
            continue
        point = Path(os.fsdecode(_ESCAPED.sub(lambda octal: bytes([int(octal[1], 8)]), fields[4])))
        if place.is_relative_to(point) and len(point.parts) >= longest:
            found, longest = os.fsdecode(after.split(b" ")[0]), len(point.parts)
    return found
