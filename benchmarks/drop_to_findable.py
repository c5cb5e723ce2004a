"""Seconds from dropping a one-page scan until the web page finds it by a word inside.

    python -m benchmarks.drop_to_findable [--drops 8] [--settle 2.0]

The service runs as a user runs it, at rest between the drops. Each scan carries a word that is on no other; the search
page is asked for it again and again. The settle time is part of the figure. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.demo import finishes
from tests.demo.sheet import Sheet, typeset
from tests.running import Service, service
from tests.visiting import Visitor
from tests.waiting import eventually

WORDS = ("calabrone", "melograno", "gelsomino", "rosmarino", "ciclamino", "corbezzolo", "ginepro", "biancospino",
         "pettirosso", "cardellino", "martinetto", "barbagianni", "scoiattolo", "porcospino", "salamandra",
         "fenicottero")  # fmt: skip
LONGEST_SECONDS = 60.0


def paper(word: str) -> bytes:
    """A page of scanned text with `word` in it, as a scanner's PDF."""

    def draw(sheet: Sheet) -> None:
        sheet.size = 11
        sheet.text(25, 30, "Cooperativa Vallesina", size=16, bold=True)
        sheet.lines(25, 60, ["Spett.le Tessitura Valbruna S.r.l.", "", "Schio, 10 marzo 2026", ""])
        sentence = "Vi confermiamo la consegna della merce secondo gli accordi presi con il vostro ufficio acquisti."
        sheet.lines(25, 90, [sentence] * 12 + [f"Il codice della spedizione è {word}."] + [sentence] * 12, step=6)

    return finishes.scan(7, degrees=0.4, dpi=300)(typeset([draw]))


def seconds_until_found(running: Service, visitor: Visitor, word: str) -> float:
    content = paper(word)
    began = time.monotonic()
    (running.inbox / f"{word}.pdf").write_bytes(content)
    eventually(lambda: visitor.finds(word) == 1, LONGEST_SECONDS, f"{word} is not found")
    taken = time.monotonic() - began
    eventually(running.is_at_rest, LONGEST_SECONDS)
    return taken


def measure(drops: int, settle: float) -> list[float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        service(Path(folder), INBOX_SETTLE_SECONDS=str(settle)) as running,
    ):
        visitor = Visitor(running.address, "admin", running.password())
        seconds_until_found(running, visitor, "riscaldamento")  # the readers are started by the first page
        return [seconds_until_found(running, visitor, WORDS[number]) for number in range(drops)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--drops", type=int, default=8, choices=range(1, len(WORDS) + 1), metavar="N")
    parser.add_argument("--settle", type=float, default=2.0)
    asked = parser.parse_args()
    taken = measure(asked.drops, asked.settle)
    table = Table("drop", "found after, s", "above settle time, s")
    for number, seconds in enumerate(taken, 1):
        table.add_row(str(number), f"{seconds:.2f}", f"{seconds - asked.settle:.2f}")
    Console().print(table)
    figures = {
        "benchmark": "drop_to_findable",
        "drops": asked.drops,
        "settle_seconds": asked.settle,
        "median_seconds": round(statistics.median(taken), 2),
        "longest_seconds": round(max(taken), 2),
        "median_above_settle_seconds": round(statistics.median(taken) - asked.settle, 2),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
