"""The log: a file in the data folder, turned over before it grows large; warnings on the terminal too."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_to(data_dir: Path, name: str = "faldone") -> None:
    """Each process writes a file of its own: two that turn over the same one would lose lines."""
    folder = data_dir / "log"
    folder.mkdir(parents=True, exist_ok=True)
    file = logging.handlers.RotatingFileHandler(
        folder / f"{name}.log", maxBytes=5_000_000, backupCount=4, encoding="utf-8", errors="replace"
    )
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setLevel(logging.ERROR)
    logging.basicConfig(level=logging.INFO, format=_FORMAT, handlers=[file, terminal], force=True)
    logging.getLogger("watchdog").setLevel(logging.WARNING)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
