"""The rules of tables and forms, taken out before reading: they make Tesseract lose decimal commas and whole cells.

A rule is long, thin and has white beside it; it may be broken, dotted or a little slanted. Found with the page reduced
along the rule: what is drawn in pieces closes up, letters do not.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import WHITE, Picture, Step

_DARK = 165
_BLOCK = 8  # pixels along a rule that are looked at as one
_DRAWN = 0.3  # of a block: dots with gaps twice as wide are still a rule
_SHORTEST = 0.4  # inches
_THICKEST = 0.03  # inches
_HAIRLINE = 0.017  # inches: up to here a rule may be dotted, above it is solid; rows of small print are neither
_SOLID = 0.75
_LONE = 0.35  # of a rule's length may have ink beside it: more is a row of letters
_REACH = 0.03  # inches: this close to a rule the strokes that cross it are looked for

Mask = NDArray[np.uint8]


def without_rules(page: Picture) -> tuple[Picture, Step | None]:
    """The straight grey page on white paper without its rules; strokes that cross a rule stay whole."""
    ink = np.where(page.pixels < _DARK, np.uint8(WHITE), np.uint8(0))
    height, width = ink.shape
    level, level_count = _rules(_reduced(ink, max(1, width // _BLOCK), height), page.dpi)
    narrow = _reduced(ink, width, max(1, height // _BLOCK))
    standing, standing_count = _rules(np.ascontiguousarray(narrow.T), page.dpi)
    if not level_count + standing_count:
        return page, None
    level_rules = _enlarged(level, width, height)
    standing_rules = _enlarged(np.ascontiguousarray(standing.T), width, height)
    letters = ink & ~(level_rules | standing_rules)
    pixels = page.pixels.copy()
    reach = max(3, round(_REACH * page.dpi))
    _paint_over(pixels, level_rules, letters, reach)
    # Views, not copies: where the rules stand, the page lies on its side.
    _paint_over(pixels.T, standing_rules.T, letters.T, reach)
    return Picture(pixels, page.dpi), {"step": "rules", "level": level_count, "upright": standing_count}


def _reduced(ink: Mask, width: int, height: int) -> Mask:
    return np.asarray(cv2.resize(ink, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _enlarged(rules: Mask, width: int, height: int) -> Mask:
    return np.asarray(cv2.resize(rules * np.uint8(WHITE), (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _rules(shares: Mask, dpi: int) -> tuple[Mask, int]:
    """Where the blocks of level rules are (1, with their soft edges), and how many rules; `shares` says how much of
    each block is ink, of 255."""
    drawn = np.asarray(shares >= WHITE * _DRAWN).view(np.uint8)
    thickest = max(3, round(_THICKEST * dpi))
    shortest = max(3, round(_SHORTEST * dpi / _BLOCK))
    # A slant lets a rule leave its row before it is long enough: one row more on either side keeps it.
    steady = _opened(_spread(drawn, 1), 1, shortest) & drawn
    thick = _opened(steady, thickest + 1, 1)
    thin = steady & ~np.asarray(cv2.dilate(thick, np.ones((3, 3), np.uint8)), np.uint8)
    if not thin.any():
        return thin, 0
    joined = cv2.dilate(thin, np.ones((3, 3), np.uint8))
    count, found, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    labels = np.asarray(found, np.int32)
    crowded = _spread(drawn & ~_spread(thin, 1), thickest)
    kept = stats[:, cv2.CC_STAT_WIDTH] >= shortest
    kept &= _look_like_rules(labels, thin, shares, crowded, count, _HAIRLINE * dpi)
    kept[0] = False
    return _spread(kept[labels].view(np.uint8) & _spread(thin, 1), 1), int(kept.sum())


def _look_like_rules(
    labels: NDArray[np.int32], thin: Mask, shares: Mask, crowded: Mask, count: int, hairline: float
) -> NDArray[np.bool_]:
    """For each label: solid or very thin, and alone along most of its length."""
    where = thin > 0
    of = labels[where]
    blocks = np.maximum(1, np.bincount(of, minlength=count))
    columns = np.broadcast_to(np.arange(thin.shape[1]), thin.shape)[where]
    lengths = np.bincount(np.unique(of.astype(np.int64) * thin.shape[1] + columns) // thin.shape[1], minlength=count)
    solid = np.bincount(of, weights=shares[where], minlength=count) / (WHITE * blocks) >= _SOLID
    beside = np.bincount(of, weights=crowded[where], minlength=count) / blocks
    return np.asarray((solid | (blocks <= hairline * np.maximum(1, lengths))) & (beside <= _LONE))


def _opened(mask: Mask, rows: int, columns: int) -> Mask:
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((rows, columns), np.uint8)), np.uint8)


def _spread(mask: Mask, rows: int) -> Mask:
    return np.asarray(cv2.dilate(mask, np.ones((2 * rows + 1, 1), np.uint8)), np.uint8)


def _paint_over(pixels: Mask, rules: Mask, letters: Mask, reach: int) -> None:
    """White over the level rules, but not where a letter's stroke goes through from one side to the other."""
    tall = np.ones((reach, 1), np.uint8)
    for top, bottom in _bands(rules, reach):
        rule, letter = rules[top:bottom], np.ascontiguousarray(letters[top:bottom])
        above, below = cv2.dilate(letter, tall, anchor=(0, reach - 1)), cv2.dilate(letter, tall, anchor=(0, 0))
        pixels[top:bottom][(rule > 0) & ~((above > 0) & (below > 0))] = WHITE


def _bands(rules: Mask, margin: int) -> list[tuple[int, int]]:
    """The runs of rows that rules lie in, with a margin; they do not overlap."""
    rows = np.flatnonzero(rules.any(axis=1))
    if not len(rows):
        return []
    starts = np.flatnonzero(np.diff(rows, prepend=-4 * margin) > 2 * margin)
    ends = [*(starts[1:] - 1), len(rows) - 1]
    last = len(rules)
    return [
        (max(0, int(rows[a]) - margin), min(last, int(rows[b]) + margin + 1)) for a, b in zip(starts, ends, strict=True)
    ]
