"""Pictures of every make become upright grey or coloured pages of a known resolution."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from intake.errors import DamagedFile, IntakeError, PictureTooLarge, TruncatedFile
from intake.readers.images import frame_count, read_frame

_DARK, _LIGHT = 60, 200


def _half_dark(width: int = 850, height: int = 1100) -> Image.Image:
    """Grey, its upper half dark: which way is up shows."""
    image = Image.new("L", (width, height), 255)
    image.paste(0, (0, 0, width, height // 2))
    return image


def _brightness(path: Path) -> tuple[float, float]:
    pixels = read_frame(path, 1).pixels
    half = pixels.shape[0] // 2
    return float(pixels[: half - 5].mean()), float(pixels[half + 5 :].mean())


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "CMYK", "P", "I;16", "LA"])
def test_every_mode_of_tiff_keeps_dark_dark(mode: str, tmp_path: Path) -> None:
    image = _half_dark()
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image, np.uint16) * 257)
    image.convert(mode).save(tmp_path / "a.tif", dpi=(100, 100))
    dark, light = _brightness(tmp_path / "a.tif")
    assert dark < _DARK
    assert light > _LIGHT


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.bmp", "a.heic"])
def test_other_formats_too(name: str, tmp_path: Path) -> None:
    _half_dark().convert("RGB").save(tmp_path / name)
    dark, light = _brightness(tmp_path / name)
    assert dark < _DARK
    assert light > _LIGHT


def test_cmyk_jpeg_is_not_a_negative(tmp_path: Path) -> None:
    _half_dark().convert("CMYK").save(tmp_path / "a.jpg")
    dark, light = _brightness(tmp_path / "a.jpg")
    assert dark < _DARK
    assert light > _LIGHT


def test_transparent_paper_is_white(tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 400, 200))
    image.save(tmp_path / "a.png")
    dark, light = _brightness(tmp_path / "a.png")
    assert dark < _DARK
    assert light > _LIGHT


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_pictures_stand_as_their_orientation_says(name: str, orientation: int, tmp_path: Path) -> None:
    stored = {3: 180, 4: 180, 5: 90, 6: 90, 7: -90, 8: -90}.get(orientation, 0)
    image = _half_dark().rotate(stored, expand=True)
    if orientation in (2, 4, 5, 7):
        flip = Image.Transpose.FLIP_LEFT_RIGHT if orientation in (2, 4) else Image.Transpose.FLIP_TOP_BOTTOM
        image = image.transpose(flip)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / name, exif=exif)
    page = read_frame(tmp_path / name, 1)
    assert (page.width, page.height) == (850, 1100)
    dark, light = _brightness(tmp_path / name)
    assert dark < _DARK
    assert light > _LIGHT


def test_fax_pixels_become_square(tmp_path: Path) -> None:
    _half_dark(1728, 1145).convert("1").save(tmp_path / "fax.tif", dpi=(204, 98), compression="group4")
    page = read_frame(tmp_path / "fax.tif", 1)
    assert page.dpi == 204
    assert page.height / page.width == pytest.approx(1145 / 98 / (1728 / 204), rel=0.01)


def test_a_resolution_that_makes_no_paper_is_guessed(tmp_path: Path) -> None:
    _half_dark(2480, 3508).save(tmp_path / "a.jpg", dpi=(72, 72))
    assert read_frame(tmp_path / "a.jpg", 1).dpi == pytest.approx(300, abs=2)


def test_pages_of_a_tiff(tmp_path: Path) -> None:
    first, second = _half_dark(), _half_dark().rotate(180)
    first.save(tmp_path / "a.tif", save_all=True, append_images=[second, first])
    assert frame_count(tmp_path / "a.tif") == 3
    assert read_frame(tmp_path / "a.tif", 2).pixels[10, 10] == 255


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.bmp", "a.heic"])
def test_cut_short_is_truncated(name: str, tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (600, 600, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    with pytest.raises((TruncatedFile, DamagedFile)) as caught:
        read_frame(tmp_path / name, 1)
    assert caught.value.code in ("truncated", "damaged")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    Image.new("L", (8, 8)).save(tmp_path / "a.png")
    data = bytearray((tmp_path / "a.png").read_bytes())
    body = b"IHDR" + header
    data[12:33] = body + struct.pack(">I", zlib.crc32(body))
    (tmp_path / "a.png").write_bytes(bytes(data))
    with pytest.raises(PictureTooLarge) as caught:
        read_frame(tmp_path / "a.png", 1)
    assert "60000" in caught.value.message.it


@pytest.mark.parametrize("head", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"RIFF1234WEBP", b"BM"])
def test_garbage_behind_a_signature_is_refused(head: bytes, tmp_path: Path) -> None:
    for seed in range(5):
        (tmp_path / "a").write_bytes(head + np.random.default_rng(seed).bytes(3000))
        with pytest.raises(IntakeError):
            read_frame(tmp_path / "a", 1)
