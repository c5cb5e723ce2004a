"""Workers as processes of this machine: pebble's pool over a fork server that has the heavy modules loaded.

    service ── fork server (modules loaded, no threads) ── worker ── tesseract

Each ends when the one before it is gone, a worker also when the service is. Pool and fork server end after a while
without work and start again, in half a second, with the next task. The main module must be a package's `__main__`
(`python -m app`) or light and guarded: multiprocessing imports any other again in every worker.
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
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from intake.workers import OutOfMemory, TimedOut, WorkerDied, WorkerFailure, WorkersClosed
from storage.errors import FaldoneError

Result = TypeVar("Result")

_PRELOADED = ["intake.page_task", "intake.searchable_pdf", "intake.readers.plain_text"]
_TASKS_A_WORKER = 500  # then it is replaced: whatever leaked is gone
_PR_SET_PDEATHSIG = 1

log = logging.getLogger(__name__)


class _Pool(Protocol):
    """What is used of pebble's pool, with types."""

    @property
    def active(self) -> bool: ...
    def schedule(self, function: Callable[..., Any], *, args: tuple[object, ...], timeout: float) -> Future[Any]: ...
    def stop(self) -> None: ...
    def join(self) -> None: ...


class ProcessJob(Generic[Result]):
    def __init__(self, future: Future[Result], workers: ProcessWorkers) -> None:
        self._future = future
        self._workers = workers

    def result(self) -> Result:
        try:
            return self._future.result()
        except FaldoneError:
            raise
        except Exception as error:
            failure = WorkersClosed() if self._workers.closed else _failure(error)
            raise failure from error

    def cancel(self) -> None:
        self._future.cancel()


def _failure(error: BaseException) -> WorkerFailure:
    if isinstance(error, TimeoutError):
        return TimedOut()
    if isinstance(error, MemoryError):
        return OutOfMemory()
    if isinstance(error, (ProcessExpired, CancelledError, BrokenProcessPool)):
        return WorkerDied(str(error))
    return WorkerFailure(str(error))


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
        self._pool: _Pool | None = None
        self._timer: threading.Timer | None = None
        self._open: set[Future[Any]] = set()
        self._closed = False
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, mode=0o700)

    @property
    def size(self) -> int:
        return self._size

    @property
    def closed(self) -> bool:
        return self._closed

    def submit(self, timeout: float, task: Callable[..., Result], *arguments: object) -> ProcessJob[Result]:
        self._end_if_broken()
        with self._lock:
            if self._closed:
                raise WorkersClosed
            if self._timer is not None:
                self._timer.cancel()
            self._pool = self._pool or self._new_pool()
            future = self._pool.schedule(_guarded, args=(task, arguments), timeout=timeout)
            self._open.add(future)
        future.add_done_callback(self._done)
        return ProcessJob(future, self)

    def close(self) -> None:
        with self._lock:
            self._closed = True
        self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _new_pool(self) -> _Pool:
        return ProcessPool(
            max_workers=self._size,
            max_tasks=_TASKS_A_WORKER,
            initializer=_start_worker,
            initargs=(self._memory, str(self._folder)),
            context=_fork_server(),
        )

    def _done(self, future: Future[Any]) -> None:
        with self._lock:
            self._open.discard(future)
            if self._open or self._pool is None or self._closed:
                return
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(self._idle_seconds, self._rest)
            self._timer.daemon = True
            self._timer.start()

    def _rest(self) -> None:
        self._end(lambda pool: not self._open)
        with self._lock:  # so that no pool starts on a fork server that is ending
            if self._pool is None:
                _end_fork_server()

    def _end_if_broken(self) -> None:
        self._end(lambda pool: not pool.active)

    def _end(self, where: Callable[[_Pool], bool] = lambda pool: True) -> None:
        """Ends the pool. Pebble's threads, which are waited for, take the lock when a task is done: it is not held."""
        with self._lock:
            pool = self._pool
            if pool is None or not where(pool):
                return
            self._pool = None
            left, self._open = self._open, set()
            if self._timer is not None:
                self._timer.cancel()
        pool.stop()
        pool.join()
        for future in left:  # pebble leaves them waiting for ever
            future.cancel()


def _fork_server() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    # Linear algebra is not what pages need: its threads would cost 160 MB of each worker's allowance.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return context


def _end_fork_server() -> None:
    """Frees the 70 MB that its modules take. Python names no public way; the next pool starts a new one by itself."""
    forkserver._forkserver._stop()  # type: ignore[attr-defined]


def _start_worker(memory: int, folder: str) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # The fork server lives as long as any worker does: it is the service's end that a worker must notice by itself.
    threading.Thread(target=_end_with_service, daemon=True).start()
    # RLIMIT_DATA counts what is written to, RLIMIT_AS all that is mapped: libraries, guard pages, address space.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tempfile.tempdir = folder


def _end_with_service() -> None:
    service = multiprocessing.parent_process()
    if service is not None:
        service.join()
        os.kill(os.getpid(), signal.SIGKILL)


def _guarded(task: Callable[..., Result], arguments: tuple[object, ...]) -> Result:
    """Only what can be rebuilt on the other side leaves the worker: an exception that cannot breaks the pool."""
    try:
        return task(*arguments)
    except (FaldoneError, MemoryError):
        raise
    except Exception as error:
        raise RuntimeError("".join(traceback.format_exception(error))) from None
