"""What of a page's styles decides what its text looks like: hidden, bold, set to a side."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import html

from intake.office.content import Align

_SILENT = frozenset({"script", "style", "head", "title", "template", "iframe", "object", "svg", "math", "option"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|max-height\s*:\s*0(?:px)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,8})", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SIDE = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_MEDIA = re.compile(r"@[^{};]{1,400}\{(?:[^{}]{0,4000}\{[^{}]{0,4000}\}){0,500}[^{}]{0,400}\}")
_SELECTOR = re.compile(r"\s*(?:\*|[a-z0-9]{1,20})?([.#][\w-]{1,100})\s*\Z", re.IGNORECASE)
_LONGEST_STYLES = 200_000
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_SIDES = {"center": Align.CENTRE, "right": Align.RIGHT}
_INDENT = 14.0
_MOST_INDENT = 84.0


@dataclass(frozen=True, slots=True)
class Style:
    """`unseen` is text in letters of no size, which what is inside may set again."""

    bold: bool = False
    level: int = 0
    align: Align = Align.LEFT
    indent: float = 0
    as_written: bool = False
    unseen: bool = False


def hidden_names(root: html.HtmlElement) -> frozenset[str]:
    """Classes (".x") and names ("#x") that the page's own style sheet hides, on every screen."""
    sheet = "\n".join(node.text or "" for node in root.iter("style"))[:_LONGEST_STYLES]
    return frozenset(
        found[1]
        for selectors, rules in _RULE.findall(_MEDIA.sub("", sheet))
        if _HIDDEN.search(rules)
        for selector in selectors.split(",")
        if (found := _SELECTOR.match(selector))
    )


def is_hidden(node: html.HtmlElement, hidden: frozenset[str]) -> bool:
    if node.tag in _SILENT or "hidden" in node.attrib or _HIDDEN.search(node.get("style", "")):
        return True
    if not hidden:
        return False
    return f"#{node.get('id', '')}" in hidden or any(f".{name}" in hidden for name in node.get("class", "").split())


def style_of(node: html.HtmlElement, around: Style) -> Style:
    """How what stands in `node` looks, where what is around it looks like `around`."""
    own, tag = node.get("style", ""), str(node.tag)
    size, side = _SIZE.search(own), _SIDE.search(own)
    aligned = side[1].lower() if side else "center" if tag == "center" else node.get("align", "").lower()
    return replace(
        around,
        bold=around.bold or tag in ("b", "strong", "th") or bool(_BOLD.search(own)),
        level=_HEADINGS.get(tag, around.level),
        align=_SIDES.get(aligned, Align.LEFT if aligned in ("left", "justify") else around.align),
        indent=min(around.indent + (_INDENT if tag in ("ul", "ol", "blockquote", "dd") else 0), _MOST_INDENT),
        as_written=around.as_written or tag == "pre",
        unseen=size[1].strip("0.") == "" if size else around.unseen,
    )
