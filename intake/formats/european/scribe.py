"""Takes typed values out of a European invoice's tree: the first of several places that holds one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from intake.formats import xml_values
from intake.formats.fatturapa_model import Value
from intake.formats.fatturapa_scribe import Scribe, percentage
from intake.formats.fatturapa_sums import Figure
from intake.formats.xml_node import Node
from storage.kinds import FieldType
from storage.values import is_valid

_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:[+-]\d{4})?")


class EuropeanScribe(Scribe):
    """One invoice's reading; see `Scribe`."""

    def figure(self, node: Node, *paths: str) -> Figure | None:
        """A stated amount with its path; without `paths`, that of `node` itself."""
        for found in places(node, *paths):
            amount = self.take(found, xml_values.amount)
            if amount is not None:
                return Figure(amount, (found.path,), computed=False)
        return None

    def number(self, node: Node, *paths: str) -> Decimal | None:
        found = self.figure(node, *paths)
        return found.amount if found else None

    def percentage(self, node: Node, *paths: str) -> Decimal | None:
        found = next(iter(places(node, *paths)), None)
        return self.take(found, percentage) if found else None

    def when(self, node: Node, *paths: str) -> tuple[date, str] | None:
        """A day with its path, written with or without hyphens."""
        for found in places(node, *paths):
            day = self.take(found, _day)
            if day is not None:
                return day, found.path
        return None

    def currency_at(self, node: Node, path: str) -> Value | None:
        found = node.at(path)
        code = self.take(found, _currency) if found else None
        return Value(code, found.path) if code and found else None


def _day(text: str) -> date | None:
    compact = _COMPACT_DAY.fullmatch(text)
    return xml_values.day("-".join(compact.groups()[:3]) if compact else text)


def _currency(text: str) -> str | None:
    return text.upper() if is_valid(FieldType.CURRENCY, text.upper()) else None


def places(node: Node, *paths: str) -> Sequence[Node]:
    """The elements along `paths` that hold a text, in that order; without `paths`, `node` itself."""
    if not paths:
        return [node] if node.text else []
    return [found for path in paths if (found := node.at(path)) and found.text]


def value(node: Node, *paths: str, limit: int = 500) -> Value | None:
    found = next(iter(places(node, *paths)), None)
    return Value(found.text[:limit], found.path) if found else None


def text(node: Node, *paths: str) -> str:
    found = next(iter(places(node, *paths)), None)
    return found.text if found else ""


def deep(node: Node, path: str) -> list[Node]:
    """All elements along `path`, through every branch."""
    found = [node]
    for name in path.split("/"):
        found = [child for parent in found for child in parent.all(name)]
    return found


def part(node: Node, path: str) -> Node:
    """The element along `path`, an empty one where there is none."""
    return node.at(path) or Node(path.rpartition("/")[2], f"{node.path}/{path}" if node.path else path, "", ())


def labelled(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The rows of (label, text) that say something."""
    return tuple((label, found) for label, found in rows if found)
