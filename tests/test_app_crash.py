"""Killed at any moment and started again: each input ends as exactly one document, and no original is unknown."""

from __future__ import annotations

import hashlib
import random
import subprocess
from pathlib import Path

import pytest

from tests.running import Service, end
from tests.waiting import eventually

ROUNDS = 6
FILES_A_ROUND = 4
SECONDS_TO_LIVE = (0.3, 4.5)  # from before the first file is seen until after the last one is filed


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_random_moments(tmp_path: Path, seed: int) -> None:
    random_numbers = random.Random(seed)
    running = Service(tmp_path, {"OCR_WORKERS": "1"})
    running.inbox.mkdir(parents=True)
    dropped: set[str] = set()
    try:
        for number in range(ROUNDS):
            running.start()
            dropped |= {drop(running, f"{seed}-{number}-{n}") for n in range(FILES_A_ROUND)}
            drop(running, f"{seed}-{number}-0", name=f"ancora {number}.txt")
            live(running, random_numbers.uniform(*SECONDS_TO_LIVE))
            running.kill(everything=number % 2 == 0)
        running.start()
        running.wait_until_up()
        eventually(running.is_at_rest, 90, lambda: f"{running.output[-3000:]}")
        rows = running.documents()
        assert sorted(row["sha256"] for row in rows) == sorted(dropped)
        assert [row for row in rows if row["status"] not in ("filed", "to_review")] == []
        assert originals(running) == dropped
        assert leftovers(running) == []
        assert running.terminate() == 0
        checked = running.run("check")
        assert checked.returncode == 0, checked.stdout + checked.stderr
    finally:
        end(running)


def drop(running: Service, mark: str, name: str = "") -> str:
    """A small letter, the same for the same mark; the hash it will be known by."""
    content = f"Spett.le Tessitura Valbruna S.r.l.\n\nOggetto: prova {mark}\n\nDistinti saluti\n".encode()
    (running.inbox / (name or f"lettera {mark}.txt")).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def live(running: Service, seconds: float) -> None:
    """Lets it work for so long; it must not end by itself."""
    assert running.process
    try:
        running.process.wait(seconds)
    except subprocess.TimeoutExpired:
        return
    pytest.fail(f"ended by itself:\n{running.output}")


def originals(running: Service) -> set[str]:
    return {path.name for path in (running.data / "originals").glob("??/*")}


def leftovers(running: Service) -> list[Path]:
    return [path for path in (running.data / "originals" / ".staging").rglob("*") if path.is_file()]
