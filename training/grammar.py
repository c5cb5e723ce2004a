"""Wording as data: `words/*.txt` hold alternatives, one a line, under `== name` headings; here they are filled.

In an alternative `<name>` stands for one drawn from that heading of the same file (`<file:name>` of another),
`[a|b|]` for one of the parts, and `{fact}` for what the paper says. A line that starts with `3*` counts three times.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from training.content import Text, Value

_FOLDER = Path(__file__).parent / "words"
_MARK = re.compile(r"<([a-z0-9_.:]+)>|\{([a-z0-9_]+)\}|\[([^\[\]]*)\]")
_ELISION = re.compile(r"\b([Ii]l|del|al) (?=[AEO][a-z])")
_ELIDED = {"il": "l'", "del": "dell'", "al": "all'"}
_WEIGHT = re.compile(r"(\d+)\*")

Fact = str | Value | Text
Facts = Mapping[str, Fact]


@cache
def _sections(file: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in (_FOLDER / f"{file}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            name = line[3:].strip()
            found[name] = []
        elif line.strip() and not line.startswith("#"):
            weight = _WEIGHT.match(line)
            text = line[weight.end() :] if weight else line
            found[name] += [text] * (int(weight[1]) if weight else 1)
    return {name: tuple(lines) for name, lines in found.items()}


def alternatives(file: str, name: str) -> tuple[str, ...]:
    """What stands under the heading, unfilled; KeyError where there is none."""
    return _sections(file)[name]


def table(file: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The lines under the heading as rows, cut at ` | `."""
    return tuple(tuple(line.split(" | ")) for line in _sections(file)[name])


def headings(file: str) -> tuple[str, ...]:
    return tuple(_sections(file))


def words_of(file: str, name: str) -> tuple[str, ...]:
    """All single words under the heading, `_` standing for a space within a word."""
    return tuple(word.replace("_", " ") for line in _sections(file)[name] for word in line.split())


def plain(text: Text) -> str:
    """The text as it is printed."""
    return "".join(part if isinstance(part, str) else part.text for part in text)


def joined(*parts: Fact) -> Text:
    """One text of several; neighbouring words are put together."""
    out: list[str | Value] = []
    for part in parts:
        for piece in part if isinstance(part, tuple) else (part,):
            if isinstance(piece, str) and out and isinstance(out[-1], str):
                out[-1] = out[-1] + piece
            elif piece:
                out.append(piece)
    return tuple(out)


def fill(rng: random.Random, file: str, line: str, facts: Facts) -> Text:
    """The line with its choices drawn; KeyError for a fact or a heading that does not exist."""
    parts: list[Fact] = []
    while mark := _MARK.search(line):
        parts.append(line[: mark.start()])
        rest = line[mark.end() :]
        if mark[1]:
            where, _, name = mark[1].rpartition(":")
            parts.append(draw(rng, where or file, name, facts))
            line = rest
        elif mark[2]:
            parts.append(facts[mark[2]])
            line = rest
        else:
            line = rng.choice(mark[3].split("|")) + rest
    return tuple(_smooth(part) if isinstance(part, str) else part for part in joined(*parts, line))


def _smooth(text: str) -> str:
    """Without a blank before a comma, and with Italian articles elided (`l'appaltatore`)."""
    return re.sub(r" +(?=[,;.](?: |$))", "", _ELISION.sub(lambda m: _ELIDED[m[1].lower()] if m[1].islower() else "L'",
        text))  # fmt: skip


def draw(rng: random.Random, file: str, name: str, facts: Facts) -> Text:
    """One of the alternatives under the heading, filled."""
    return fill(rng, file, rng.choice(_sections(file)[name]), facts)


def draw_word(rng: random.Random, file: str, name: str, facts: Facts | None = None) -> str:
    """The same as plain words, for labels and titles that hold no value."""
    return plain(draw(rng, file, name, facts or {}))


def paragraphs(rng: random.Random, file: str, name: str, facts: Facts) -> tuple[Text, ...]:
    """One of the alternatives as paragraphs, which `¶` divides; empty ones are left out."""
    return tuple(text for text in divided(draw(rng, file, name, facts)) if plain(text).strip())


def divided(text: Text) -> tuple[Text, ...]:
    """The text cut at every `¶`, without the blanks around it."""
    found: list[list[str | Value]] = [[]]
    for part in text:
        if isinstance(part, Value):
            found[-1].append(part)
            continue
        first, *others = part.split("¶")
        found[-1].append(first)
        found += [[other] for other in others]
    return tuple(_stripped(tuple(parts)) for parts in found)


def _stripped(text: Text) -> Text:
    parts = list(text)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return joined(*parts)
