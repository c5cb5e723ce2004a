"""What the page is told from outside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WebConfig:
    """`languages` are those on offer, the first one for who asks for none of them; `data_dir` holds the secret key.

    `names` are the host names under which browsers may ask; empty: the machine's own on a loopback address, any
    elsewhere. `max_megabytes` bounds one upload."""

    host: str
    port: int
    languages: tuple[str, ...]
    data_dir: Path
    inbox: Path
    names: tuple[str, ...] = ()
    max_megabytes: int = 200
