"""As large as Tesseract likes its letters."""

from __future__ import annotations

from intake.picture import Picture, Step, scaled

READING_DPI = 300
_TOO_COARSE_DPI = 200
_MOST = 3.0


def enlarged(page: Picture) -> tuple[Picture, Step | None]:
    """The page at a resolution Tesseract reads well, where it came too coarse."""
    if page.dpi >= _TOO_COARSE_DPI:
        return page, None
    factor = round(min(_MOST, READING_DPI / page.dpi), 2)
    return scaled(page, factor), {"step": "upscale", "factor": factor}
