"""How fast a search is, in a process that does nothing else, over an archive made at random.

    python -m benchmarks.search --documents 10000 [--engine whoosh] [--rounds 20] [--folder F]

Every question is asked for 25 results with their total, highlights and facets, its words drawn anew each time. Then two
documents a second come in while searches go on, and each is asked for until it is found. `reindex_seconds` is what the
index takes of `faldone reindex`; the texts come from memory. With `--folder` an index made before is used again.
The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.papers_to_find import paper, papers, vocabulary
from index.config import IndexConfig
from index.engines import ENGINES, open_index
from index.search_index import SearchIndex
from index.typed_query import parse
from storage.document import ALL_AREAS

_BATCH = 2000
_COMING_IN = 20  # documents, two a second
Questions = dict[str, Callable[[random.Random], str]]


def questions(documents: int) -> Questions:
    """What is asked, by its type."""
    words, _ = vocabulary()

    def rare(made: random.Random) -> str:
        return words[made.randrange(20_000, 60_000)]

    def common(made: random.Random) -> str:
        return words[made.randrange(25)]

    def middling(made: random.Random) -> str:
        return words[made.randrange(100, 5000)]

    def from_paper(made: random.Random) -> list[str]:
        return paper(made.randrange(1, documents + 1), max(10, documents * 3 // 10)).text.split()

    def phrase(made: random.Random) -> str:
        text, start = from_paper(made), made.randrange(20, 200)
        return f'"{" ".join(text[start : start + 3])}"'

    def wrong(made: random.Random) -> str:
        word = next(word for word in iter(lambda: middling(made), "") if len(word) > 5)
        place = made.randrange(1, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return {
        "rare word": rare,
        "common word": common,
        "two words": lambda made: f"{common(made)} {middling(made)}",
        "phrase": phrase,
        "prefix": lambda made: f"{middling(made)[:4]}*",
        "typing error": wrong,
        "date range": lambda made: f"data:{made.randrange(2018, 2026)}-{made.randrange(1, 13):02d}",
        "amount range and word": lambda made: f"totale:{made.randrange(100, 900)}..2000 {common(made)}",
        "number": lambda made: f"{made.randrange(2018, 2026)}/{made.randrange(1, 9999)}",
        "everything": lambda made: "",
    }


def build(index: SearchIndex, documents: int) -> float:
    """Seconds."""
    taken = 0.0
    made = papers(documents)
    replacement = index.replacement()
    for _ in track(range(0, documents, _BATCH), description="index", console=Console(stderr=True)):
        batch = list(islice(made, _BATCH))
        started = time.perf_counter()
        replacement.add(batch)
        taken += time.perf_counter() - started
    started = time.perf_counter()
    replacement.take_over(list)
    replacement.close()
    return taken + time.perf_counter() - started


def ask(index: SearchIndex, typed: str) -> float:
    """Milliseconds."""
    query = replace(parse(typed, ALL_AREAS), facets=10, nearly=True)
    started = time.perf_counter()
    index.search(query)
    return (time.perf_counter() - started) * 1000


def measure(config: IndexConfig, documents: int, rounds: int, answers: Any) -> None:
    """In a process of its own: its memory is that of searching."""
    index, asked, made = open_index(config), questions(documents), random.Random(7)
    for question in asked.values():
        ask(index, question(made))
    found = {name: [ask(index, question(made)) for _ in range(rounds)] for name, question in asked.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put((found, memory))
    index.close()


def findable(config: IndexConfig, documents: int) -> list[float]:
    """Seconds until each of the documents that come in is found, in another index object, while others search."""
    writer, reader, made = open_index(config), open_index(config), random.Random(8)
    done = threading.Event()

    def searching() -> None:
        other = open_index(config)
        asked = list(questions(documents).values())
        while not done.wait(0.05):
            ask(other, made.choice(asked)(made))
        other.close()

    thread = threading.Thread(target=searching)
    thread.start()
    seconds = list(_coming_in(writer, reader, documents))
    done.set()
    thread.join()
    writer.remove(range(documents + 1, documents + 1 + _COMING_IN))
    return seconds


def _coming_in(writer: SearchIndex, reader: SearchIndex, documents: int) -> Iterator[float]:
    for id in range(documents + 1, documents + 1 + _COMING_IN):
        document = replace(paper(id, max(10, documents * 3 // 10)), tags=(f"novita{id}",))
        started = time.perf_counter()
        writer.update([document])
        while reader.ids(parse(f"novita{id}", ALL_AREAS)) != [id]:
            continue
        yield time.perf_counter() - started
        time.sleep(max(0.0, 0.5 - (time.perf_counter() - started)))


def _spread(values: list[float]) -> dict[str, float]:
    return {
        "p50_ms": round(float(np.percentile(values, 50)), 1),
        "p95_ms": round(float(np.percentile(values, 95)), 1),
        "max_ms": round(max(values), 1),
    }


def run(config: IndexConfig, given: argparse.Namespace) -> dict[str, Any]:
    index, seconds = open_index(config), None
    if not config.folder.exists():
        seconds = build(index, given.documents)
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=measure, args=(config, given.documents, given.rounds, answers))
    process.start()
    found, memory = answers.get()
    process.join()
    by_type = {name: _spread(values) for name, values in found.items()}
    size = sum(file.stat().st_size for file in config.folder.rglob("*") if file.is_file())
    coming = findable(config, given.documents)
    return {
        "benchmark": "search", "engine": given.engine, "documents": given.documents,
        **_spread([value for values in found.values() for value in values]), "by_type": by_type,
        "reindex_seconds": None if seconds is None else round(seconds, 1),
        "findable_p95_seconds": round(float(np.percentile(coming, 95)), 3),
        "memory_mb": round(memory), "index_mb": round(size / 2**20),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument("--rounds", type=int, default=20, help="questions of each type")
    parser.add_argument("--folder", type=Path, help="where the index is kept, or was kept before")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="search-") as name:
        folder = (given.folder or Path(name)) / f"{given.engine}-{given.documents}"
        figures = run(IndexConfig(given.engine, folder), given)
    table = Table("asked", "p50 ms", "p95 ms", "max ms", title=f"{given.documents} documents, {given.engine}")
    for name, spread in figures["by_type"].items():
        table.add_row(name, *(f"{spread[key]:.1f}" for key in ("p50_ms", "p95_ms", "max_ms")))
    Console(width=100).print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
