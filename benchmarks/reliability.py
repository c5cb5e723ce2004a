"""Draws how far confidence is what it says: of the values given with 0.9, are nine in ten right?

    ./faldone read --json FOLDER/* > read.jsonl
    python -m benchmarks.reliability TRUTH.jsonl read.jsonl [--out docs/reliability.svg]

Bins have about as many values each; the area of a dot says how many. Layouts kept for checking are drawn apart from
those that rules were made on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from benchmarks.truth import Truth, follows, same, truths

_SIDE, _EDGE = 360, 48
_BINS = 10
_COLOURS = {"made on": "#8a8f98", "checked on": "#0b6e4f"}
Pair = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """Values of about the same confidence: its mean, the share that was right, how many."""

    confidence: float
    right: float
    count: int


def pairs(papers: Iterable[tuple[Truth, Mapping[str, Any]]]) -> list[Pair]:
    """Confidence and rightness of every value given; values that only follow from others count neither way."""
    found = []
    for truth, read in papers:
        for name, value in read.get("fields", {}).items():
            wanted = truth.fields.get(name)
            if wanted is not None or not follows(truth, name, value["value"]):
                found.append((value["confidence"], wanted is not None and same(name, value["value"], wanted)))
    return found


def bins(values: Sequence[Pair], most: int = _BINS) -> list[Bin]:
    """Bins of about as many values each, from the least confidence to the greatest."""
    ordered = sorted(values, key=lambda pair: pair[0])
    edges = [round(len(ordered) * n / most) for n in range(most + 1)]
    return [
        Bin(sum(c for c, _ in part) / len(part), sum(right for _, right in part) / len(part), len(part))
        for start, end in pairwise(edges)
        if (part := ordered[start:end])
    ]


def error(values: Sequence[Pair]) -> float:
    """The mean distance between confidence and share right, bins weighing by their values."""
    return sum(one.count * abs(one.right - one.confidence) for one in bins(values)) / max(1, len(values))


def drawn(sides: Mapping[str, Sequence[Pair]]) -> str:
    """An SVG picture."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE + 2 * _EDGE} {_SIDE + 2 * _EDGE}" '
        'font-family="sans-serif" font-size="12" role="img" aria-label="Confidence against the share that is right">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_grid(),
    ]
    for rank, (side, values) in enumerate(sides.items()):
        colour = _COLOURS[side]
        spots = [(_x(one.confidence), _y(one.right), 2 + sqrt(one.count) / 3) for one in bins(values)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in spots)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{colour}" opacity="0.75"/>' for x, y, r in spots
        ]
        said = f"{side}: {len(values)} values, off by {error(values):.3f} in the mean"
        parts.append(f'<text x="{_EDGE + 10}" y="{_EDGE + 18 + 17 * rank}" fill="{colour}">{said}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(share: float) -> float:
    return _EDGE + _SIDE * share


def _y(share: float) -> float:
    return _EDGE + _SIDE * (1 - share)


def _grid() -> list[str]:
    lines = []
    for tenth in range(0, 11, 2):
        share = tenth / 10
        cross = f"M{_x(share):.0f} {_y(0):.0f}V{_y(1):.0f}M{_x(0):.0f} {_y(share):.0f}H{_x(1):.0f}"
        lines += [
            f'<path d="{cross}" stroke="#e3e5e8"/>',
            f'<text x="{_x(share):.0f}" y="{_y(0) + 18:.0f}" text-anchor="middle">{share:.1f}</text>',
            f'<text x="{_x(0) - 8:.0f}" y="{_y(share) + 4:.0f}" text-anchor="end">{share:.1f}</text>',
        ]
    middle = _EDGE + _SIDE / 2
    return [
        *lines,
        f'<path d="M{_x(0):.0f} {_y(0):.0f}L{_x(1):.0f} {_y(1):.0f}" stroke="#b0b4ba" stroke-dasharray="4 4"/>',
        f'<text x="{middle:.0f}" y="{_y(0) + 38:.0f}" text-anchor="middle">confidence</text>',
        f'<text text-anchor="middle" transform="translate(14 {middle:.0f}) rotate(-90)">share right</text>',
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("read", type=Path, help="what `./faldone read --json` printed of these papers")
    parser.add_argument("--out", type=Path, default=Path("docs/reliability.svg"))
    given = parser.parse_args()
    told = {Path(one["file"]).name: one for one in map(json.loads, given.read.read_text("utf-8").splitlines())}
    known = [(truth, told[truth.file]) for truth in truths(given.truth) if truth.file in told]
    sides = {
        "made on": pairs(one for one in known if not one[0].is_for_checking),
        "checked on": pairs(one for one in known if one[0].is_for_checking),
    }
    given.out.write_text(drawn(sides), "utf-8")
    for side, values in sides.items():
        for one in bins(values):
            print(f"{side:11} {one.confidence:.3f} {one.right:.3f} {one.count}")


if __name__ == "__main__":
    main()
