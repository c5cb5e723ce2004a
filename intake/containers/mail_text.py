"""A mail's HTML as text: what a person would read, line by line."""

from __future__ import annotations

import re

from lxml import etree, html

_SILENT = ("script", "style", "head", "title", "template")
_BLOCKS = frozenset(
    {"p", "div", "br", "tr", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")
_DEEPEST = 200


def text_of_html(source: str) -> str:
    """The visible text; cells of a table stay apart, on one line. Nothing is fetched."""
    if not source.strip():
        return ""
    try:
        root = html.fromstring(source, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    _collect(root, pieces, 0)
    lines = (" ".join(line.replace("\xa0", " ").split(" ")).strip() for line in "".join(pieces).splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _collect(node: html.HtmlElement, pieces: list[str], depth: int) -> None:
    if depth > _DEEPEST or not isinstance(node.tag, str):
        return
    if node.tag not in _SILENT and not _HIDDEN.search(node.get("style", "")):
        if node.tag in _BLOCKS:
            pieces.append("\n")
        pieces.append(" ".join((node.text or "").split("\n")))
        for child in node:
            _collect(child, pieces, depth + 1)
            pieces.append(" ".join((child.tail or "").split("\n")))
        if node.tag in ("td", "th"):
            pieces.append("    ")
        elif node.tag in _BLOCKS:
            pieces.append("\n")
