"""What is done to a picture before it is read. Each step is taken where a cheap look asks for it, and recorded.

as it came ─> strokes in colour ─> light ─> dots ─> specks ─> flat, turned, level (one warp) = straight ─> rules ─> size
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from intake.picture import Picture, Step, apply_steps, grey, scaled
from intake.preparation.colour import without_strokes_in_colour
from intake.preparation.dots import with_dots_joined
from intake.preparation.light import evened
from intake.preparation.rules import without_rules
from intake.preparation.sheet import perspective_step
from intake.preparation.size import enlarged
from intake.preparation.slant import SMALL_SIDE, Ink, deskew_step, ink_of
from intake.preparation.specks import without_specks

EVERY_STEP = frozenset({"colour", "light", "specks", "dots", "perspective", "turn", "deskew", "rules", "upscale"})

Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CleanPage:
    """The grey `page`, cleaned, still lying as it came; the `ink` of its sheet laid flat; `steps` so far."""

    page: Picture
    ink: Ink
    steps: Steps


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """`straight` is of natural look, at the resolution it came in; `for_reader` is made for Tesseract from it."""

    straight: Picture
    for_reader: Picture
    steps: Steps


def clean(picture: Picture, wanted: Collection[str] = EVERY_STEP) -> CleanPage:
    """Only steps in `wanted` are taken, here and in `ready`, so that each can be measured."""
    taken: list[Step] = []
    page = grey(picture)
    if "colour" in wanted:
        page = _noted(without_strokes_in_colour(picture, page), taken)
    small = _small(page)
    sheet = perspective_step(small) if "perspective" in wanted else None
    if "light" in wanted:
        page = _noted(evened(page, small, sheet), taken)
    before = page
    if "dots" in wanted:
        page = _noted(with_dots_joined(page), taken)
    if "specks" in wanted:
        page = _noted(without_specks(page), taken)
    if page is not before:
        small = _small(page)
    if sheet:
        small = apply_steps(small, (sheet,))
        taken.append(sheet)
    return CleanPage(page, ink_of(small), tuple(taken))


def ready(cleaned: CleanPage, degrees: int, wanted: Collection[str] = EVERY_STEP) -> ReadyPage:
    """The page turned clockwise by quarter turns of `degrees`, made level, and prepared for the reader."""
    taken = list(cleaned.steps)
    if degrees:
        taken.append({"step": "turn", "degrees": degrees})
    deskew = deskew_step(np.rot90(cleaned.ink, -degrees // 90)) if "deskew" in wanted else None
    if deskew:
        taken.append(deskew)
    straight = apply_steps(cleaned.page, taken)
    page = _noted(without_rules(straight), taken) if "rules" in wanted else straight
    page = _noted(enlarged(page), taken) if "upscale" in wanted else page
    return ReadyPage(straight, page, tuple(taken))


def _small(page: Picture) -> Picture:
    return scaled(page, min(1.0, SMALL_SIDE / max(page.width, page.height)))


def _noted(done: tuple[Picture, Step | None], taken: list[Step]) -> Picture:
    page, step = done
    if step:
        taken.append(step)
    return page
