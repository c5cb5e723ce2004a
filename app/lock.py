"""One service for each data folder: a lock that the kernel frees however the service ends."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType

from storage.errors import FaldoneError, Message

_NAME = "service.lock"
_TRIES = 5
_PAUSE_SECONDS = 0.05


class AlreadyRunning(FaldoneError):
    """Another service, or a command that works on the archive, has the data folder."""

    code = "already_running"
    message = Message(
        "Faldone è già al lavoro su {folder} (processo {pid}).",
        "Faldone is at work on {folder} already (process {pid}).",
    )


class ServiceLock:
    """Held from `with` to its end."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir
        self._path = data_dir / _NAME
        self._descriptor = -1

    def __enter__(self) -> ServiceLock:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not self._locked():
            pid = os.read(self._descriptor, 20).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            raise AlreadyRunning(folder=self._folder, pid=pid or "?")
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, str(os.getpid()).encode())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self._descriptor)

    def _locked(self) -> bool:
        """Whoever only looks whether there is a service holds the lock for a moment: that is waited out."""
        for _ in range(_TRIES):
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                time.sleep(_PAUSE_SECONDS)
        return False


def is_running(data_dir: Path) -> bool:
    """Whether somebody holds the lock."""
    try:
        with (data_dir / _NAME).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False
