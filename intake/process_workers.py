"""Workers as processes of this machine: pebble's pool over a fork server that has the heavy modules loaded.

    service ── fork server (modules loaded, no threads) ── worker ── tesseract

Each is killed by the kernel when the one before it is gone. The pool ends after a while without work and starts again,
in tens of milliseconds, with the next task. The main module must be a package's `__main__` (`python -m app`) or light:
multiprocessing imports it again in every worker otherwise.
"""

from __future__ import annotations

import ctypes
import logging
import multiprocessing
import os
import resource
import shutil
import signal
import tempfile
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from intake.workers import OutOfMemory, TimedOut, WorkerDied, WorkerFailure, WorkersClosed
from storage.errors import FaldoneError

Result = TypeVar("Result")

_PRELOADED = ["intake.page_task", "intake.searchable_pdf", "intake.readers.plain_text"]
_TASKS_A_WORKER = 500  # then it is replaced: whatever leaked is gone
_PR_SET_PDEATHSIG = 1

log = logging.getLogger(__name__)


class ProcessJob(Generic[Result]):
    def __init__(self, future: ProcessFuture) -> None:
        self._future = future

    def result(self) -> Result:
        try:
            found: Result = self._future.result()
        except FaldoneError:
            raise
        except CancelledError as error:
            raise WorkersClosed from error
        except TimeoutError as error:
            raise TimedOut from error
        except MemoryError as error:
            raise OutOfMemory from error
        except ProcessExpired as error:
            raise WorkerDied(str(error)) from error
        except RuntimeError as error:
            raise WorkerFailure(str(error)) from error
        return found

    def cancel(self) -> None:
        self._future.cancel()


class ProcessWorkers:
    """`Workers`. Each worker, and each Tesseract it starts, may hold `memory_megabytes` of data.

    `folder` is for their temporary files, emptied at the start and the end: pages of other people's documents."""

    def __init__(
        self, size: int, memory_megabytes: int, *, idle_seconds: float = 60.0, folder: Path | None = None
    ) -> None:
        self._size = size
        self._idle_seconds = idle_seconds
        self._folder = folder or Path(tempfile.mkdtemp(prefix="faldone-"))
        self._memory = memory_megabytes * 1024 * 1024
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._timer: threading.Timer | None = None
        self._open: set[ProcessFuture] = set()
        self._closed = False
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, mode=0o700)

    @property
    def size(self) -> int:
        return self._size

    def submit(self, timeout: float, task: Callable[..., Result], *arguments: object) -> ProcessJob[Result]:
        with self._lock:
            if self._closed:
                raise WorkersClosed
            future = self._running_pool().schedule(_guarded, args=(task, arguments), timeout=timeout)
            self._open.add(future)
        future.add_done_callback(self._done)
        return ProcessJob(future)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._stop_pool()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _running_pool(self) -> ProcessPool:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._pool is not None and not self._pool.active:
            log.warning("The workers' pool broke; starting another.")
            self._stop_pool()
        if self._pool is None:
            self._pool = ProcessPool(
                max_workers=self._size,
                max_tasks=_TASKS_A_WORKER,
                initializer=_start_worker,
                initargs=(self._memory, str(self._folder)),
                context=_fork_server(),
            )
        return self._pool

    def _done(self, future: ProcessFuture) -> None:
        with self._lock:
            self._open.discard(future)
            if not self._open and self._pool is not None and not self._closed:
                self._timer = threading.Timer(self._idle_seconds, self._rest)
                self._timer.daemon = True
                self._timer.start()

    def _rest(self) -> None:
        with self._lock:
            if not self._open:
                self._stop_pool()

    def _stop_pool(self) -> None:
        """Called with the lock held. Futures left over are cancelled: the pool leaves them waiting for ever."""
        pool, self._pool = self._pool, None
        if self._timer is not None:
            self._timer.cancel()
        if pool is None:
            return
        pool.stop()
        pool.join()
        left, self._open = self._open, set()
        for future in left:
            threading.Thread(target=future.cancel, daemon=True).start()


def _fork_server() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    # Linear algebra is not what pages need: its threads would cost 160 MB of each worker's allowance.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return context


def _start_worker(memory: int, folder: str) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # RLIMIT_DATA counts what is written to, RLIMIT_AS all that is mapped: libraries, guard pages, address space.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tempfile.tempdir = folder


def _guarded(task: Callable[..., Result], arguments: tuple[object, ...]) -> Result:
    """Only what can be rebuilt on the other side leaves the worker: an exception that cannot breaks the pool."""
    try:
        return task(*arguments)
    except (FaldoneError, MemoryError):
        raise
    except Exception as error:
        raise RuntimeError("".join(traceback.format_exception(error))) from None
