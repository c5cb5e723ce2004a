"""The machines that the samples came through."""

from __future__ import annotations

from collections.abc import Callable

from tests.demo import damage

Finish = Callable[[bytes], bytes]


def clean(pdf: bytes) -> bytes:
    """As the sender's program wrote it, with its own text."""
    return pdf


def scan(seed: int, *, degrees: float, dpi: int = 200, noise: float = 4.0) -> Finish:
    def finish(pdf: bytes) -> bytes:
        pages = damage.render(pdf, dpi)
        askew = [damage.scanned(page, seed + n, degrees=degrees, noise=noise) for n, page in enumerate(pages)]
        return damage.as_pdf(askew, dpi)

    return finish


def picture_scan(seed: int, *, degrees: float, dpi: int = 200) -> Finish:
    def finish(pdf: bytes) -> bytes:
        return damage.as_jpeg(damage.scanned(damage.render(pdf, dpi)[0], seed, degrees=degrees), dpi)

    return finish


def fax(seed: int, *, degrees: float, dpi: int = 300) -> Finish:
    def finish(pdf: bytes) -> bytes:
        pages = damage.render(pdf, dpi)
        askew = [damage.scanned(page, seed + n, degrees=degrees, noise=2.0) for n, page in enumerate(pages)]
        return damage.as_fax(askew, dpi)

    return finish


def photo(seed: int, dpi: int = 230) -> Finish:
    def finish(pdf: bytes) -> bytes:
        return damage.as_jpeg(damage.photographed(damage.render(pdf, dpi)[0], seed), 72, quality=60)

    return finish
