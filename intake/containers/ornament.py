"""Pictures that decorate a mail, told from those that somebody photographed or scanned."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

_SMALL = 10_000  # bytes; where the shape cannot be known, a larger one counts as small too
_UNKNOWN_SMALL = 30_000
_SHORT = 240  # points of the shorter side: no page can be read in fewer
_BANNER, _BANNER_SHORT = 2.2, 500
_MAKER, _MODEL = 271, 272  # Exif: the camera's


def is_ornament(content: bytes) -> bool:
    """Whether a picture that a mail shows inside its text is a logo, an icon or a banner.

    What a camera took is none, however small it was made for sending; nor is what stands upright, as receipts do."""
    try:
        with Image.open(BytesIO(content)) as picture:
            width, height = picture.size
            exif = picture.getexif()
    except Exception:  # a parser fed by strangers: it may raise anything
        return len(content) < _UNKNOWN_SMALL
    if _MAKER in exif or _MODEL in exif:
        return False
    short = min(width, height)
    return short < _SHORT or len(content) < _SMALL or (width > _BANNER * height and short < _BANNER_SHORT)
