"""A plain tree of an XML file: local names, texts, and where each element stands."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TEXT = 2000  # the longest text a field can hold, and twice what the format allows


@dataclass(frozen=True, slots=True)
class Node:
    """`path` is the element's XPath in local names below the root, with a position where siblings share a name.

    `raw` is the element's own text as it stands, `attributes` are (local name, value)."""

    name: str
    path: str
    raw: str
    children: tuple[Node, ...]
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Canonical (see `storage.values`): letters composed, blanks folded; at most `MAX_TEXT` characters."""
        text = " ".join(self.raw[: 4 * MAX_TEXT].split())
        if not text.isascii() or not text.isprintable():
            composed = unicodedata.normalize("NFC", text)
            text = " ".join("".join(c if c.isprintable() else " " for c in composed).split())
        return text[:MAX_TEXT].rstrip()

    def attribute(self, name: str) -> str:
        """Its value, empty where there is none."""
        return next((value for known, value in self.attributes if known == name), "")

    def all(self, name: str) -> Iterator[Node]:
        return (child for child in self.children if child.name == name)

    def at(self, path: str) -> Node | None:
        """The first element under this one along `path` ("DatiAnagrafici/IdFiscaleIVA")."""
        found: Node | None = self
        for name in path.split("/"):
            found = next(found.all(name), None) if found else None
        return found

    def value(self, path: str) -> str:
        """The text along `path`, empty where there is none."""
        found = self.at(path)
        return found.text if found else ""


class Branch:
    """An element while it is being read."""

    __slots__ = ("attributes", "children", "name", "texts")

    def __init__(self, name: str, attributes: tuple[tuple[str, str], ...] = ()) -> None:
        self.name = name
        self.attributes = attributes
        self.texts: list[str] = []
        self.children: list[Branch] = []

    def frozen(self, path: str = "") -> Node:
        if not self.children:
            return Node(self.name, path, "".join(self.texts), (), self.attributes)
        counts = Counter(child.name for child in self.children)
        seen: Counter[str] = Counter()
        children = []
        for child in self.children:
            seen[child.name] += 1
            step = f"{child.name}[{seen[child.name]}]" if counts[child.name] > 1 else child.name
            children.append(child.frozen(f"{path}/{step}" if path else step))
        return Node(self.name, path, "".join(self.texts), tuple(children), self.attributes)
