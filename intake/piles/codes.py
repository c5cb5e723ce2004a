"""The only door to zxing-cpp: bar codes and QR codes on a page, and the bars of Patch T."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp
from PIL import Image

from intake.picture import Picture, grey
from intake.piles.patch_code import patch_on
from storage.reading import Box, Code

_SIDE = 1754  # pixels: an A4 page at 150 dpi, where codes of ordinary size are still whole
_LONGEST = 1000  # signs of one code
_MOST = 30
PATCH_T = "PATCHT"  # as programs that know its bars call it


def codes_on(picture: Picture) -> tuple[Code, ...]:
    """What stands in the codes of a page, whichever way up it lies."""
    pixels = grey(picture).pixels
    patch = patch_on(pixels)
    factor = _SIDE / max(pixels.shape)
    if factor < 1:
        pixels = np.asarray(cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)
    height, width = pixels.shape
    found = [Code("PatchCode", PATCH_T, patch)] if patch is not None else []
    for code in zxingcpp.read_barcodes(pixels)[:_MOST]:
        corners = [(p.x, p.y) for p in _corners(code.position)]
        across, down = [x / width for x, _ in corners], [y / height for _, y in corners]
        box = Box(*(min(1.0, max(0.0, edge)) for edge in (min(across), min(down), max(across), max(down))))
        if code.text:
            found.append(Code(code.format.name, code.text[:_LONGEST], box))
    return tuple(found)


def _corners(position: zxingcpp.Position) -> tuple[zxingcpp.Point, ...]:
    return position.top_left, position.top_right, position.bottom_left, position.bottom_right


def qr_picture(text: str, side: int) -> Image.Image:
    """A QR code of at least `side` pixels, black and white."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="H")
    image = Image.fromarray(np.asarray(code.to_image(scale=4, add_quiet_zones=True)))
    return image.resize((side, side), Image.Resampling.NEAREST)
