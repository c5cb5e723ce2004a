"""What intake is told from outside: the inbox it watches and the means it may spend on reading a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class InboxConfig:
    """`ignore` are file name patterns as in `fnmatch`; a file is taken once unchanged for `settle_seconds`."""

    folder: Path
    watch: Literal["auto", "native", "polling"]
    settle_seconds: float
    ignore: tuple[str, ...]
    max_megabytes: int


@dataclass(frozen=True, slots=True)
class OcrConfig:
    """`languages` are Tesseract's names, the commonest first; the limits hold for one page in one worker."""

    languages: tuple[str, ...]
    workers: int
    page_timeout_seconds: float
    page_memory_megabytes: int
