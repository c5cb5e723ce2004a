"""Being told that something changed in the inbox: by the file system where it can, by looking where it cannot.

What changed is not asked: whoever is woken looks at the folder itself, which no lost event can mislead.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from watchdog.events import DirModifiedEvent, FileClosedNoWriteEvent, FileOpenedEvent, FileSystemEvent
from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

log = logging.getLogger(__name__)

POLLING_SECONDS = 1.0
_REMOTE = ("nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph", "glusterfs", "vboxsf", "prl_fs", "virtiofs", "davfs")
_SILENT = (FileOpenedEvent, FileClosedNoWriteEvent, DirModifiedEvent)  # looking at the folder makes these too


class Watch:
    """Calls `changed` from a thread of its own, soon after something changed below the folder."""

    def __init__(self, folder: Path, how: str, changed: Callable[[], None]) -> None:
        self._folder = folder
        self._handler = _Handler(changed)
        self.native = how == "native" or (how == "auto" and gives_events(file_system_of(folder)))
        self._observer: BaseObserver

    def __enter__(self) -> Watch:
        self._observer = self._started()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

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

    Source: proc_pid_mountinfo(5): the mount point is the fifth field, the type the first after ` - `."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    place, found, longest = folder.resolve(), "", -1
    for line in lines:
        before, _, after = line.partition(" - ")
        point = Path(before.split(" ")[4].replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= longest:
            found, longest = after.split(" ")[0], len(point.parts)
    return found
