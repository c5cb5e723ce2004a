"""The design's colours can be read: WCAG AA in both themes, from the tokens themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "web" / "static" / "tokens.css").read_text()
_PAIR = re.compile(r"--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));")
COLOURS = {name: (light or both, dark or both) for name, light, dark, both in _PAIR.findall(TOKENS)}

# text on what it stands on, at least 4.5; lines that say where something is, at least 3
TEXT = [
    ("ink", "sheet"), ("ink", "ground"), ("ink", "well"), ("ink", "hit"), ("ink", "doubt-paper"), ("ink", "stop-paper"),
    ("ink-quiet", "sheet"), ("ink-quiet", "ground"), ("ink-quiet", "well"), ("accent", "sheet"), ("accent", "ground"),
    ("accent-ink", "accent"), ("accent-ink", "accent-deep"), ("doubt", "sheet"), ("doubt", "doubt-paper"),
    ("stop", "sheet"), ("stop", "ground"), ("stop", "stop-paper"), ("spine-ink", "spine-cloth"),
    ("spine-quiet", "spine-cloth"), ("label-ink", "label-paper"),
]  # fmt: skip
LINES = [("rule-strong", "sheet"), ("rule-strong", "ground"), ("focus", "sheet"), ("focus", "ground")]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper", "least"), [(*p, 4.5) for p in TEXT] + [(*p, 3.0) for p in LINES])
def test_colours_can_be_told_apart(ink: str, paper: str, least: float, theme: int) -> None:
    assert contrast(COLOURS[ink][theme], COLOURS[paper][theme]) >= least
