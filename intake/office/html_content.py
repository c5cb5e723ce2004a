"""HTML as a person would read it: headings, paragraphs, lists and tables in their order. Nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml import etree, html

from intake.office.content import Block, Content, Grid, Paragraph, Span, joined, says_something
from intake.office.html_styles import Style, hidden_names, is_hidden, style_of
from intake.office.html_tables import TableShape, grid_blocks, row_nodes

_BLOCKS = frozenset({
    "p", "div", "table", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote",
    "pre", "form", "fieldset", "section", "article", "header", "footer", "main", "nav", "aside", "address", "center",
    "caption", "tr", "td", "th", "tbody", "thead", "tfoot", "body", "figure",
})  # fmt: skip
_DATA_URI = re.compile(r"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/=\s]+")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_LONGEST = 4_000_000  # letters, pictures that are written inside left out
_DEEPEST = 200
_DEEPEST_TABLE = 6
_MOST_BLOCKS = 20_000
_MOST_NUMBERED = 200
_MOST_CELLS = 40_000


def read_html_text(source: str) -> Content:
    """The visible content; empty where the source is no HTML at all."""
    text = _DATA_URI.sub("", source)[:_LONGEST].replace("\0", "")
    text = re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text)  # what it says of the encoding is no longer true
    if not text.strip():
        return Content(())
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Content(())
    reader = _Reader(hidden_names(root), _Allowance(_MOST_CELLS))
    reader.read(root, Style(), 0, 0)
    title = root.findtext(".//title") or ""
    return Content(reader.blocks(), " ".join(title.split())[:200])


def text_of(blocks: Iterable[Block]) -> str:
    """The same as lines of text; the cells of a row on one line, apart."""
    return "\n".join(_line(block) for block in blocks)


def _line(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Grid):
        return "\n".join("    ".join(text_of(cell.blocks) for cell in row if cell.blocks) for row in block.rows)
    return ""


class _Allowance:
    """How many cells all tables of a page may still have."""

    def __init__(self, cells: int) -> None:
        self.cells = cells


class _Reader:
    """Collects the blocks of one page, or of one cell of it."""

    def __init__(self, hidden: frozenset[str], allowance: _Allowance) -> None:
        self._hidden = hidden
        self._allowance = allowance
        self._blocks: list[Block] = []
        self._spans: list[Span] = []
        self._style = Style()
        self._ends_blank = True

    def blocks(self) -> tuple[Block, ...]:
        self._end()
        return tuple(self._blocks)

    def read(self, node: html.HtmlElement, around: Style, depth: int, tables: int) -> None:
        """What stands in `node`; `tables` is how many tables are around it."""
        if depth > _DEEPEST or len(self._blocks) >= _MOST_BLOCKS or is_hidden(node, self._hidden):
            return
        style = style_of(node, around)
        if node.tag == "table" and tables < _DEEPEST_TABLE and self._allowance.cells > 0:
            self._table(node, style, depth, tables)
            return
        if node.tag == "br":
            self._put("\n", style)
            return
        is_block = node.tag in _BLOCKS
        if is_block:
            self._begin(style)
        if node.tag == "li":
            self._put(_bullet(node), style)
        self._text(node.text, style)
        for child in node:
            if isinstance(child.tag, str):
                self.read(child, style, depth + 1, tables)
            self._text(child.tail, style)
        if is_block:
            self._begin(around)
        elif node.tag in ("td", "th"):
            self._put("\t", style)

    def _text(self, text: str | None, style: Style) -> None:
        if not text or style.unseen:
            return
        self._put(text if style.as_written else _SPACES.sub(" ", text), style)

    def _put(self, text: str, style: Style) -> None:
        """Blanks at the beginning of a line are not seen, nor one behind another."""
        if self._ends_blank and not style.as_written:
            text = text.lstrip(" ")
        if text:
            if not self._spans:
                self._style = style
            self._spans.append(Span(text.replace("\xa0", " ").replace("\u200c", ""), style.bold and not style.level))
            self._ends_blank = text[-1] in " \n\t"

    def _begin(self, style: Style) -> None:
        self._end()
        self._style = style

    def _end(self) -> None:
        paragraph = Paragraph(_trimmed(joined(self._spans)), self._style.level, self._style.align, self._style.indent)
        self._spans, self._ends_blank = [], True
        if says_something(paragraph):
            self._blocks.append(paragraph)

    def _table(self, node: html.HtmlElement, style: Style, depth: int, tables: int) -> None:
        self._begin(style)
        shape = TableShape()
        for above in (child for child in node if child.tag == "caption"):
            self.read(above, style, depth + 1, tables)
        for row in row_nodes(node):
            if self._allowance.cells <= 0 or is_hidden(row, self._hidden):
                continue
            row_style = style_of(row, style)
            shape.begin_row()
            for cell in (child for child in row if child.tag in ("td", "th")):
                if self._allowance.cells <= 0 or shape.is_full:
                    break
                self._allowance.cells -= 1
                inside = _Reader(self._hidden, self._allowance)
                inside.read(cell, row_style, depth + 2, tables + 1)
                shape.add(inside.blocks(), cell.get("colspan", ""), cell.get("rowspan", ""))
        self._end()
        self._blocks += grid_blocks(shape.rows)


def _bullet(node: html.HtmlElement) -> str:
    above = node.getparent()
    if above is None or above.tag != "ol":
        return "• "
    number = 1 + sum(1 for _ in islice(node.itersiblings("li", preceding=True), _MOST_NUMBERED))
    return f"{number}. " if number <= _MOST_NUMBERED else "• "


def _trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without blanks and empty lines at the end."""
    kept = list(spans)
    while kept and not (text := kept[-1].text.rstrip()):
        kept.pop()
    if kept:
        kept[-1] = Span(text, kept[-1].bold)
    return tuple(kept)
