"""Pictures as PDF pages, of the size they have on paper: JPEG data as it is, black and white as fax data."""

from __future__ import annotations

import io
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageOps, TiffImagePlugin

from intake.readers.images import opened, read_frame, resolution

_QUALITY = 85
_ROTATIONS = {1: 0, 3: 180, 6: 90, 8: 270}  # EXIF orientation -> degrees clockwise; the mirrored ones are not here
_EXIF_ORIENTATION = 0x0112
_COLOURS = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}


def add_picture_page(pdf: Pdf, path: Path, number: int) -> None:
    """Appends page `number` of the picture file as a page of `pdf`. Raises UnreadableFile."""
    with opened(path, number) as image:
        across, down = resolution(image)
        orientation = int(image.getexif().get(_EXIF_ORIENTATION, 1))
        rotation = 0
        if image.format in ("JPEG", "MPO") and image.mode in _COLOURS and orientation in _ROTATIONS:
            stream, rotation = _jpeg(pdf, path.read_bytes(), image), _ROTATIONS[orientation]
        elif image.mode == "1":
            upright = ImageOps.exif_transpose(image)
            if orientation >= 5:
                across, down = down, across
            stream = _fax(pdf, upright)
        else:
            stream = None
    if stream is None:
        picture = read_frame(path, number)
        stream, across, down = _as_jpeg(pdf, Image.fromarray(picture.pixels)), picture.dpi, picture.dpi
    _append(pdf, stream, int(stream.Width) * 72 / across, int(stream.Height) * 72 / down, rotation)


def _append(pdf: Pdf, stream: Stream, width: float, height: float, rotation: int) -> None:
    page = pdf.add_blank_page(page_size=(round(width, 2), round(height, 2)))
    name = page.add_resource(pdf.make_indirect(stream), Name.XObject)
    page.contents_add(b"q %.2f 0 0 %.2f 0 0 cm %s Do Q" % (width, height, str(name).encode()))
    if rotation:
        page.rotate(rotation, relative=False)


def _picture(pdf: Pdf, data: bytes, size: tuple[int, int], colours: Name, bits: int) -> Stream:
    return Stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=colours,
        BitsPerComponent=bits,
    )


def _jpeg(pdf: Pdf, data: bytes, image: Image.Image) -> Stream:
    stream = _picture(pdf, data, image.size, _COLOURS[image.mode], 8)
    stream.Filter = Name.DCTDecode
    if image.mode == "CMYK" and "adobe" in image.info:
        stream.Decode = Array([1, 0, 1, 0, 1, 0, 1, 0])  # Adobe writes ink upside down
    return stream


def _as_jpeg(pdf: Pdf, image: Image.Image) -> Stream:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return _jpeg(pdf, buffer.getvalue(), image)


def _fax(pdf: Pdf, image: Image.Image) -> Stream:
    """Lossless and a tenth of anything else: CCITT group 4, taken out of a TIFF with a single strip."""
    buffer = io.BytesIO()
    image.save(buffer, "TIFF", compression="group4", tiffinfo={278: image.height})
    buffer.seek(0)
    with TiffImagePlugin.TiffImageFile(buffer) as fax:
        offsets, counts, white_is_zero = fax.tag_v2[273], fax.tag_v2[279], fax.tag_v2[262] == 0
    data = b"".join(buffer.getvalue()[start : start + size] for start, size in zip(offsets, counts, strict=True))
    stream = _picture(pdf, data, image.size, Name.DeviceGray, 1)
    stream.Filter = Name.CCITTFaxDecode
    stream.DecodeParms = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=not white_is_zero)
    return stream
