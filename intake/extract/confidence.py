"""From evidence to probability: measured on layouts that were not looked at while the evidence was weighed."""

from __future__ import annotations

from bisect import bisect_right

# Score at which a step begins -> share of such values that were right. Monotone by construction.
_STEPS: tuple[tuple[float, float], ...] = (
    (-9.0, 0.2),
    (0.4, 0.4),
    (0.6, 0.6),
    (0.8, 0.75),
    (1.0, 0.85),
    (1.2, 0.93),
    (1.5, 0.97),
)
_SURE_READING = 0.6


def confidence(score: float, reader: float, quality: float) -> float:
    """`score` of the evidence, `reader` the reader's own confidence in the weakest word, `quality` that of the form.

    A value whose check digit fails never gets more than 0.3."""
    steps = [start for start, _ in _STEPS]
    base = _STEPS[max(0, bisect_right(steps, score) - 1)][1]
    if reader < _SURE_READING:
        base *= 0.75 + 0.25 * reader / _SURE_READING
    return round(min(base, 0.3) if quality < 0.4 else base, 3)
