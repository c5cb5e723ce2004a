"""The contract of the workers, and what this machine's processes do beyond it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from intake.errors import DamagedFile, PageFailed
from intake.process_workers import ProcessWorkers
from intake.workers import OutOfMemory, TimedOut, WorkerDied, WorkerFailure, Workers, WorkersClosed
from storage.errors import Message
from tests.waiting import eventually

_LONG = 60.0


def double(number: int) -> int:
    return 2 * number


def refuse() -> None:
    raise PageFailed(page=3, why="così")


def break_off() -> None:
    raise DamagedFile(Message("rotto", "broken"))


def fail() -> None:
    raise subprocess.CalledProcessError(1, "x")


def hang() -> None:
    threading.Event().wait()


def hang_with_child(told: Path) -> None:
    child = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", "sleep", "300"])
    told.write_text(str(child.pid))
    child.wait()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def swell(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def own_id() -> int:
    return os.getpid()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    pool = ProcessWorkers(2, 600)
    yield pool
    pool.close()


def test_a_task_returns(workers: Workers) -> None:
    jobs = [workers.submit(_LONG, double, number) for number in range(20)]
    assert [job.result() for job in jobs] == [2 * number for number in range(20)]


def test_our_errors_arrive_in_words(workers: Workers) -> None:
    with pytest.raises(PageFailed) as caught:
        workers.submit(_LONG, refuse).result()
    assert "3" in caught.value.message.it
    assert "così" in caught.value.message.en


def test_a_message_of_its_own_survives_the_way(workers: Workers) -> None:
    with pytest.raises(DamagedFile) as caught:
        workers.submit(_LONG, break_off).result()
    assert caught.value.message == Message("rotto", "broken")


def test_other_errors_are_failures(workers: Workers) -> None:
    with pytest.raises(WorkerFailure, match="CalledProcessError"):
        workers.submit(_LONG, fail).result()


def test_a_worker_that_hangs_is_ended_and_others_go_on(workers: Workers) -> None:
    stuck = workers.submit(0.3, hang)
    assert workers.submit(_LONG, double, 4).result() == 8
    with pytest.raises(TimedOut):
        stuck.result()
    assert workers.submit(_LONG, double, 4).result() == 8


def test_a_worker_that_dies_is_replaced(workers: Workers) -> None:
    with pytest.raises(WorkerDied):
        workers.submit(_LONG, die).result()
    assert workers.submit(_LONG, double, 4).result() == 8


def test_a_worker_that_wants_too_much_memory_is_refused_it(workers: Workers) -> None:
    with pytest.raises(OutOfMemory):
        workers.submit(_LONG, swell, 2000).result()
    assert workers.submit(_LONG, swell, 50).result() == 50 * 1024 * 1024


def test_a_cancelled_task_frees_its_worker() -> None:
    workers = ProcessWorkers(1, 600)
    try:
        workers.submit(_LONG, hang).cancel()
        assert workers.submit(_LONG, double, 1).result() == 2
    finally:
        workers.close()


def test_closing_ends_workers_and_their_children_within_seconds(tmp_path: Path) -> None:
    workers = ProcessWorkers(2, 600)
    told = tmp_path / "child"
    job = workers.submit(_LONG, hang_with_child, told)
    eventually(lambda: told.exists() and told.read_text(), timeout=20)
    child = psutil.Process(int(told.read_text()))
    began = time.monotonic()
    workers.close()
    assert time.monotonic() - began < 5
    with pytest.raises(WorkersClosed):
        job.result()
    eventually(lambda: not _runs(child), timeout=5)
    with pytest.raises(WorkersClosed):
        workers.submit(_LONG, double, 1)


def test_idle_workers_end_and_come_back(tmp_path: Path) -> None:
    workers = ProcessWorkers(1, 600, idle_seconds=0.05, folder=tmp_path / "work")
    try:
        first = workers.submit(_LONG, own_id).result()
        eventually(lambda: not psutil.pid_exists(first), timeout=10)
        assert workers.submit(_LONG, own_id).result() != first
    finally:
        workers.close()
    assert not (tmp_path / "work").exists()


def test_at_rest_neither_workers_nor_their_fork_server_hold_memory() -> None:
    workers = ProcessWorkers(2, 600, idle_seconds=0.05)

    def fork_servers() -> list[psutil.Process]:
        return [child for child in psutil.Process().children() if "forkserver" in " ".join(child.cmdline())]

    try:
        assert workers.submit(_LONG, own_id).result()
        eventually(lambda: not fork_servers(), timeout=10)
        assert workers.submit(_LONG, own_id).result()
    finally:
        workers.close()


def test_a_worker_killed_while_idle_costs_nothing() -> None:
    workers = ProcessWorkers(1, 600)
    try:
        first = workers.submit(_LONG, own_id).result()
        os.kill(first, signal.SIGKILL)
        eventually(lambda: not psutil.pid_exists(first), timeout=10)
        assert eventually(lambda: _tried(workers), timeout=20) == 2
    finally:
        workers.close()


def _runs(process: psutil.Process) -> bool:
    return bool(process.is_running()) and process.status() != psutil.STATUS_ZOMBIE


def _tried(workers: Workers) -> int:
    try:
        return workers.submit(_LONG, double, 1).result()
    except WorkerFailure:
        return 0


_SERVICE = """
import sys, time
from intake.process_workers import ProcessWorkers
from tests.test_intake_workers import hang_with_child
from pathlib import Path
ProcessWorkers(1, 600).submit(60, hang_with_child, Path(sys.argv[1])).result()
"""


def test_nothing_outlives_a_killed_service(tmp_path: Path) -> None:
    told = tmp_path / "child"
    service = subprocess.Popen([sys.executable, "-c", _SERVICE, str(told)], cwd=Path(__file__).parent.parent)
    try:
        eventually(lambda: told.exists() and told.read_text(), timeout=30)
        child = psutil.Process(int(told.read_text()))
        started = psutil.Process(service.pid).children(recursive=True)
    finally:
        service.kill()
        service.wait()
    assert child in started
    eventually(lambda: not [process for process in started if _runs(process)], timeout=10)
