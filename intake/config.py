"""What intake is told from outside: the inbox it watches and the means it may spend on reading a page."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

SecondReader = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class InboxConfig:
    """`ignore` are file name patterns as in `fnmatch`; a file is taken once unchanged for `settle_seconds`.

    One side of double-sided sheets waits for the other for `double_sided_minutes`; with
    `split_at_blank_pages` a blank page in a scan says that another document begins."""

    folder: Path
    watch: Literal["auto", "native", "polling"]
    settle_seconds: float
    ignore: tuple[str, ...]
    max_megabytes: int
    double_sided_minutes: float = 30
    split_at_blank_pages: bool = False


@dataclass(frozen=True, slots=True)
class OcrConfig:
    """`languages` are Tesseract's names, the commonest first; the limits hold for one page in one worker.

    `second_reader` says when a page is read again: where that pays, always, or never."""

    languages: tuple[str, ...]
    workers: int
    page_timeout_seconds: float
    page_memory_megabytes: int
    second_reader: SecondReader = "auto"


def second_reader_installed() -> bool:
    """Looked for, not loaded: only workers hold what it needs."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
