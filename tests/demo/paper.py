"""A sample: what is on the paper, what should be read from it, and how it reached us."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.demo.sheet import Draw

Lists = Mapping[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Paper:
    """`file` is the name it is dropped with, `finish` makes it from the clean PDF; `fields` are canonical values."""

    file: str
    kind: str
    fields: Mapping[str, str]
    pages: tuple[Draw, ...]
    finish: Callable[[bytes], bytes]
    size: tuple[float, float] = (210, 297)
    lists: Lists = field(default_factory=dict)
