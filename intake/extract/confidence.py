"""From evidence to probability: shares of right values, counted on layouts kept apart from those looked at."""

from __future__ import annotations

from bisect import bisect_right

from storage.kinds import FieldType

Steps = tuple[tuple[float, float], ...]

# Score at which a step begins -> share of such values that were right. Texts end where they should not; figures are
# right or not; an identifier whose check digit agrees is itself, and only its owner is in doubt.
_TEXT: Steps = ((-9.0, 0.4), (0.4, 0.55), (0.5, 0.68), (0.75, 0.74), (1.0, 0.88), (1.25, 0.93), (1.5, 0.95))
_FIGURE: Steps = ((-9.0, 0.6), (0.25, 0.82), (0.5, 0.86), (1.0, 0.94), (1.25, 0.97), (1.5, 0.985))
_VAT_ID: Steps = ((-9.0, 0.85), (0.5, 0.9), (1.25, 0.96), (1.5, 0.98))
_OWN_CHECK: Steps = ((-9.0, 0.97), (1.0, 0.98))
_STEPS = {
    FieldType.TEXT: _TEXT,
    FieldType.VAT_ID: _VAT_ID,
    FieldType.TAX_CODE: _OWN_CHECK,
    FieldType.IBAN: _OWN_CHECK,
}
# The reader's confidence in the weakest word -> share of values that were right, relative to well-read ones.
_READER: Steps = ((0.0, 0.55), (0.6, 0.78), (0.8, 0.95), (0.9, 1.0))
_UNCHECKED = 0.3
_WELL_FORMED = 0.4


def _at(steps: Steps, value: float) -> float:
    return steps[max(0, bisect_right([start for start, _ in steps], value) - 1)][1]


def confidence(type: FieldType, score: float, reader: float, quality: float) -> float:
    """`score` of the evidence, `reader` the reader's own confidence in the weakest word, `quality` that of the form.

    Where a check digit agrees, the reader's doubt no longer counts; where it fails, no value gets more than 0.3."""
    base = _at(_STEPS.get(type, _FIGURE), score)
    if quality < _WELL_FORMED:
        return min(base, _UNCHECKED)
    checked = type in (FieldType.VAT_ID, FieldType.TAX_CODE, FieldType.IBAN)
    return round(base if checked else base * _at(_READER, reader), 3)
