"""Memory of the resting service: proportional set size (shared pages counted once) of all its processes.

    python -m benchmarks.memory [--documents 6] [--rest 75]

The service runs with its defaults, reads some scans, answers a few searches, and is then left alone until its size
has not changed for a while. The last line is JSON, sizes in megabytes of 10^6 bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from tests.running import SAMPLES, Service, service
from tests.visiting import Visitor
from tests.waiting import eventually

READING_SECONDS = 180.0
LONGEST_REST = 300.0
SAME = 0.01  # a change by less is none


class Process(NamedTuple):
    id: int
    command: str
    megabytes: float


def processes(running: Service) -> list[Process]:
    """Largest first. A process that ends while it is looked at is left out."""
    found = []
    for id in running.processes():
        try:
            rollup = Path(f"/proc/{id}/smaps_rollup").read_text()
            command = Path(f"/proc/{id}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        kilobytes = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        found.append(Process(id, command, kilobytes * 1024 / 1e6))
    return sorted(found, key=lambda process: -process.megabytes)


def total(running: Service) -> float:
    return sum(process.megabytes for process in processes(running))


def read_some(running: Service, documents: int) -> int:
    """Drops scans and waits until they are filed; how many."""
    scans = [path for path in sorted(SAMPLES.iterdir()) if path.suffix.lower() in (".pdf", ".tif", ".jpg")][:documents]
    for path in scans:
        shutil.copy(path, running.inbox / path.name)
    eventually(lambda: len(running.statuses()) == len(scans) and running.is_at_rest(), READING_SECONDS)
    return len(scans)


def rest(running: Service, seconds: float) -> None:
    """Until the size has stayed the same for so long."""
    pause, since, size = threading.Event(), time.monotonic(), total(running)
    deadline = time.monotonic() + LONGEST_REST
    while time.monotonic() - since < seconds and time.monotonic() < deadline:
        pause.wait(1.0)
        now = total(running)
        if abs(now - size) > SAME * size:
            since, size = time.monotonic(), now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, default=6)
    parser.add_argument("--rest", type=float, default=75.0, help="seconds without a change; idle readers end after 60")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, service(Path(folder)) as running:
        fresh = total(running)
        visitor = Visitor(running.address, "admin", running.password())
        documents = read_some(running, asked.documents)
        reading = total(running)
        for word in ("fattura", "tessitura", "schio"):
            visitor.finds(word)
        rest(running, asked.rest)
        now = processes(running)
    resting = sum(process.megabytes for process in now)
    table = Table("MB", "process")
    for process in now:
        table.add_row(f"{process.megabytes:.1f}", process.command[:110])
    table.add_row(f"{resting:.1f}", "all")
    Console().print(table)
    figures = {
        "benchmark": "memory",
        "documents": documents,
        "processes": len(now),
        "just_started_megabytes": round(fresh, 1),
        "just_after_reading_megabytes": round(reading, 1),
        "at_rest_megabytes": round(resting, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
