"""How well papers are read: what `./faldone read --json` says, held against what stands on them.

    ./faldone read --json FOLDER/* > read.jsonl
    python -m benchmarks.reading TRUTH.jsonl read.jsonl [--by field|kind|degradation|all]

Layouts are told apart by their name: two thirds are for making rules and learning, one third for checking only. A
document counts as filed wrongly where it needs no review and any value is wrong, missing or too much. The last line
is JSON: for each side of the split the F1 of all fields, of each level of damage and field, rows, kinds, and so on.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.truth import Truth, follows, same, truths

_BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


@dataclass
class Count:
    """Values told right, told otherwise (or too much), and those that should have been told."""

    right: int = 0
    told: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.told)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.told + self.wanted)


def _counts() -> defaultdict[str, Count]:
    return defaultdict(Count)


@dataclass
class Tally:
    by_field: defaultdict[str, Count] = field(default_factory=_counts)
    by_kind: defaultdict[str, Count] = field(default_factory=_counts)
    by_degradation: defaultdict[str, Count] = field(default_factory=_counts)
    rows: defaultdict[str, Count] = field(default_factory=_counts)
    kinds: Counter[bool] = field(default_factory=Counter)
    filed: Counter[bool] = field(default_factory=Counter)
    bins: defaultdict[float, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    recalls: list[float] = field(default_factory=list)

    @property
    def all(self) -> Count:
        counts = self.by_field.values()
        return Count(sum(c.right for c in counts), sum(c.told for c in counts), sum(c.wanted for c in counts))


def tallied(pairs: Iterable[tuple[Truth, Mapping[str, Any]]]) -> Tally:
    tally = Tally()
    for truth, read in pairs:
        right_kind = read.get("kind") == truth.kind
        tally.kinds[right_kind] += 1
        clean = _tally_fields(tally, truth, read.get("fields", {})) and right_kind
        for name, rows in truth.lists.items():
            _tally_rows(tally.rows[name], rows, read.get("lists", {}).get(name, []))
        if read.get("needs_review") is False:
            tally.filed[clean] += 1
        if (recall := _word_recall(truth, read.get("pages", []))) is not None:
            tally.recalls.append(recall)
    return tally


def _tally_fields(tally: Tally, truth: Truth, read: Mapping[str, Any]) -> bool:
    """Whether all are right."""
    clean = True
    for name in truth.fields.keys() | read.keys():
        wanted, told = truth.fields.get(name), read.get(name)
        if wanted is None and told is not None and follows(truth, name, told["value"]):
            continue
        right = wanted is not None and told is not None and same(name, told["value"], wanted)
        clean &= right
        for count in (tally.by_field[name], tally.by_kind[truth.kind], tally.by_degradation[truth.degradation]):
            count.right += right
            count.told += told is not None
            count.wanted += wanted is not None
        if told is not None:
            tally.bins[max(low for low in _BINS if low <= told["confidence"])][right] += 1
    return clean


def _tally_rows(count: Count, wanted: Sequence[Mapping[str, str]], read: Iterable[Mapping[str, str]]) -> None:
    left = list(read)
    count.told += len(left)
    count.wanted += len(wanted)
    for row in wanted:
        for one in left:
            if all(name in one and same(name, one[name], value) for name, value in row.items()):
                left.remove(one)
                count.right += 1
                break


def _word_recall(truth: Truth, pages: Sequence[Mapping[str, Any]]) -> float | None:
    wanted = Counter(re.findall(r"\w{3,}", truth.text.lower()))
    read = Counter(re.findall(r"\w{3,}", " ".join(page["text"] for page in pages).lower()))
    return (wanted & read).total() / wanted.total() if wanted else None


def figures(tally: Tally) -> dict[str, Any]:
    papers = max(1, tally.kinds.total())
    return {
        "f1": round(tally.all.f1, 4),
        "kind_accuracy": round(tally.kinds[True] / papers, 4),
        "by_degradation": {name: round(count.f1, 4) for name, count in sorted(tally.by_degradation.items())},
        "by_kind": {name: round(count.f1, 4) for name, count in sorted(tally.by_kind.items())},
        "by_field": {name: round(count.f1, 4) for name, count in sorted(tally.by_field.items())},
        "rows": {name: round(count.f1, 4) for name, count in sorted(tally.rows.items())},
        "filed_without_a_look": round(tally.filed.total() / papers, 4),
        "filed_wrongly": tally.filed[False],
        "word_recall": round(sum(tally.recalls) / max(1, len(tally.recalls)), 4),
        "right_by_confidence": {f"{low:.2f}": _share(tally.bins[low]) for low in sorted(tally.bins)},
    }


def _share(bin: Counter[bool]) -> tuple[float, int]:
    return round(bin[True] / max(1, bin.total()), 3), bin.total()


def _shown(console: Console, sides: Mapping[str, Tally], by: str) -> None:
    table = Table(by, *(f"{side}: {figure}" for side in sides for figure in ("F1", "precision", "recall", "values")))
    names = sorted({name for tally in sides.values() for name in getattr(tally, f"by_{by}")})
    for name in names:
        cells = [cell for tally in sides.values() for cell in _cells(getattr(tally, f"by_{by}")[name])]
        table.add_row(name, *cells)
    table.add_row("all", *(cell for tally in sides.values() for cell in _cells(tally.all)), style="bold")
    console.print(table)


def _cells(count: Count) -> tuple[str, str, str, str]:
    return f"{count.f1:.3f}", f"{count.precision:.3f}", f"{count.recall:.3f}", str(count.wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("read", type=Path, help="what `./faldone read --json` printed of these papers")
    parser.add_argument("--by", choices=("field", "kind", "degradation", "all"), default="all")
    given = parser.parse_args()
    told = {Path(one["file"]).name: one for one in map(json.loads, given.read.read_text("utf-8").splitlines())}
    pairs = [(truth, told[truth.file]) for truth in truths(given.truth) if truth.file in told]
    sides = {
        "made on": tallied(pair for pair in pairs if not pair[0].is_for_checking),
        "checked on": tallied(pair for pair in pairs if pair[0].is_for_checking),
        "all": tallied(pairs),
    }
    console = Console(width=180)
    for by in ("field", "kind", "degradation") if given.by == "all" else (given.by,):
        _shown(console, sides, by)
    print(json.dumps({side.replace(" ", "_"): figures(tally) for side, tally in sides.items()}))


if __name__ == "__main__":
    main()
