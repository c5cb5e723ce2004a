"""The rules of tables and forms, taken out before reading: they make Tesseract lose decimal commas and whole cells.

A rule is long, thin and has white beside it; it may be broken, dotted or a little slanted. Found with the page reduced
along the rule: what is drawn in pieces closes up, letters do not.
"""

from __future__ import annotations

from dataclasses import dataclass

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
_WHOLE = 0.8  # of a rule's blocks is ink where it is drawn in one piece
_TOUCHED = 0.2  # of a block next to a rule
_REACH = 0.03  # inches: this close to a rule the strokes that cross it are looked for
_SAMPLED = 7  # one pixel in so many tells the paper's tone

Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Level rules on the page reduced to blocks: `labels` says which rule a block belongs to (0: none), `broken` for
    each rule whether it is dotted or drawn in pieces."""

    labels: NDArray[np.int32]
    broken: NDArray[np.bool_]

    def in_the_way(self, letters: Mask) -> Mask:
        """Where the broken rules are and those that touch letters (`letters`: blocks with ink that is no rule's). The
        others Tesseract sees and takes out by itself, and where it knows of them it tells columns better."""
        touching = np.bincount(
            self.labels[(letters >= WHITE * _TOUCHED) & (self.labels > 0)], minlength=len(self.broken)
        )
        removed = self.broken | (touching > 0)
        removed[0] = False
        return np.asarray(removed[self.labels]).view(np.uint8)

    @property
    def mask(self) -> Mask:
        return np.asarray(self.labels > 0).view(np.uint8)


def without_rules(page: Picture) -> tuple[Picture, Step | None]:
    """The straight grey page on white paper without the rules that are in the way; strokes that cross them stay."""
    # Whole blocks only, which are averaged five times as fast as uneven ones; what is left out is the page's edge.
    low, narrow = page.height // _BLOCK, page.width // _BLOCK
    if not low or not narrow:
        return page, None
    height, width = low * _BLOCK, narrow * _BLOCK
    ink = _ink(page.pixels[:height, :width])
    level = _rules(_reduced(ink, narrow, height), page.dpi)
    standing = _rules(_turned(_reduced(ink, width, low)), page.dpi)
    if level is None and standing is None:
        return page, None
    level_mask = level.mask if level else np.zeros((height, narrow), np.uint8)
    standing_mask = standing.mask if standing else np.zeros((width, low), np.uint8)
    letters = ink & ~(_enlarged(level_mask, width, height) | _enlarged(_turned(standing_mask), width, height))
    if level:
        level_mask = level.in_the_way(_reduced(letters, narrow, height))
    if standing:
        standing_mask = standing.in_the_way(_turned(_reduced(letters, width, low)))
    if not level_mask.any() and not standing_mask.any():
        return page, None
    pixels = page.pixels.copy()
    inner, reach = pixels[:height, :width], max(3, round(_REACH * page.dpi))
    _paint_over(inner, _enlarged(level_mask, width, height), letters, reach)
    # Views, not copies: where the rules stand, the page lies on its side.
    _paint_over(inner.T, _enlarged(_turned(standing_mask), width, height).T, letters.T, reach)
    return Picture(pixels, page.dpi), {"step": "rules"}


def _ink(pixels: Mask) -> Mask:
    return np.asarray(cv2.threshold(pixels, _DARK - 1, WHITE, cv2.THRESH_BINARY_INV)[1], np.uint8)


def _turned(mask: Mask) -> Mask:
    return np.ascontiguousarray(mask.T)


def _reduced(ink: Mask, width: int, height: int) -> Mask:
    return np.asarray(cv2.resize(ink, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _enlarged(rules: Mask, width: int, height: int) -> Mask:
    return np.asarray(cv2.resize(rules * np.uint8(WHITE), (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _rules(shares: Mask, dpi: int) -> _Rules | None:
    """The level rules, their soft edges included; `shares` says how much of each block is ink, of 255."""
    drawn = np.asarray(shares >= WHITE * _DRAWN).view(np.uint8)
    thickest = max(3, round(_THICKEST * dpi))
    shortest = max(3, round(_SHORTEST * dpi / _BLOCK))
    # A slant lets a rule leave its row before it is long enough: one row more on either side keeps it.
    steady = _opened(_spread(drawn, 1), 1, shortest) & drawn
    thick = _opened(steady, thickest + 1, 1)
    thin = steady & ~np.asarray(cv2.dilate(thick, np.ones((3, 3), np.uint8)), np.uint8)
    if not thin.any():
        return None
    # Two rows more for soft edges; one block more at either end, which is often drawn in small part only.
    joined = cv2.dilate(thin, np.ones((5, 3), np.uint8))
    count, found, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    labels = np.asarray(found, np.int32)
    crowded = _spread(drawn & ~_spread(thin, 1), thickest)
    blocks, solid = _blocks(labels, thin, shares, count)
    hairline = blocks <= _HAIRLINE * dpi * np.maximum(1, _lengths(labels, thin, count))
    alone = np.bincount(labels[(thin & crowded) > 0], minlength=count) <= _LONE * blocks
    kept = (stats[:, cv2.CC_STAT_WIDTH] >= shortest) & ((solid >= _SOLID) | hairline) & alone
    kept[0] = False
    return _Rules(np.where(kept[labels], labels, 0), solid < _WHOLE) if kept.any() else None


def _blocks(
    labels: NDArray[np.int32], thin: Mask, shares: Mask, count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each label: how many blocks it has, and how much of them is ink."""
    of = labels[thin > 0]
    blocks = np.maximum(1, np.bincount(of, minlength=count))
    return blocks, np.bincount(of, weights=shares[thin > 0], minlength=count) / (WHITE * blocks)


def _lengths(labels: NDArray[np.int32], thin: Mask, count: int) -> NDArray[np.int64]:
    """For each label: how many columns of blocks it has."""
    columns = np.nonzero(thin)[1]
    pairs = np.unique(labels[thin > 0].astype(np.int64) * thin.shape[1] + columns)
    return np.bincount(pairs // thin.shape[1], minlength=count)


def _opened(mask: Mask, rows: int, columns: int) -> Mask:
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((rows, columns), np.uint8)), np.uint8)


def _spread(mask: Mask, rows: int) -> Mask:
    return np.asarray(cv2.dilate(mask, np.ones((2 * rows + 1, 1), np.uint8)), np.uint8)


def _paint_over(pixels: Mask, rules: Mask, letters: Mask, reach: int) -> None:
    """Paper over the level rules, but not where a letter's stroke goes through from one side to the other."""
    tall = np.ones((reach, 1), np.uint8)
    for top, bottom in _bands(rules, reach):
        rule, letter = rules[top:bottom], np.ascontiguousarray(letters[top:bottom])
        above, below = cv2.dilate(letter, tall, anchor=(0, reach - 1)), cv2.dilate(letter, tall, anchor=(0, 0))
        band = pixels[top:bottom]
        bare = band[rule == 0]
        # Most of what lies beside a rule is paper, and seldom pure white.
        band[(rule > 0) & ~((above > 0) & (below > 0))] = np.median(bare[::_SAMPLED]) if len(bare) else WHITE


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
