"""What a paper says, before anybody decides how it looks: blocks of text in which every value knows its field.

Authors of content (invoices, payslips, letters...) draw values, wording, which facts are printed and which decoys stand
beside them; the composer draws places, fonts, tables and boxes. A value is in `fields` only if a block prints it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Value:
    """Printed text that writes a field: `text` as it stands on the paper, any form; its truth is in `Content.fields`.

    What writes a column of a list names both: "lines.amount", "vat_lines.rate"; its truth is in `Content.lists`."""

    text: str
    field: str


# A text is plain words mixed with values, joined as they are: ("Milano, ", Value("3 marzo 2026", "date")).
Text = tuple[str | Value, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The headline of the paper; may hold values ("Fattura n. 12 del 3/4/2026")."""

    text: Text


@dataclass(frozen=True, slots=True)
class Party:
    """A firm or a person with address and identifiers, a line each. `label` ("Spett.le", "Cedente") may be missing.

    `place` is a wish: `letterhead` (top, large, or the page's foot), `address` (where letters are addressed), `any`."""

    lines: tuple[Text, ...]
    label: str | None = None
    place: str = "any"


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value: the composer sets it left of, above or in one box with it, or in a row of a form."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class Pairs:
    """Facts that stand together. `style` is a wish: `any`, `form` (boxes), `sums` (amounts aligned right)."""

    pairs: tuple[Pair, ...]
    title: str | None = None
    style: str = "any"


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of running text, wrapped by the composer."""

    paragraphs: tuple[Text, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading as printed; `numeric` ones are aligned right, `wide` ones wrap."""

    heading: str
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has a text for each column. The composer breaks it over pages, with sums carried forward
    where `carried` gives the label and, after each row, the running sum as printed."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    title: str | None = None
    carried: tuple[str, str, tuple[str, ...]] | None = None  # labels at the foot and at the next head, sums


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """What stands at the foot or in a margin: registered capital, privacy notes, page numbers, software's adverts."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a clerk's or a mail room's stamp says, set anywhere and aslant: a decoy."""

    lines: tuple[str, ...]


Block = Title | Party | Pairs | Prose | Grid | SmallPrint | Stamp


@dataclass(frozen=True, slots=True)
class Content:
    """One paper. `fields` and `lists` hold canonical values (see `storage.values`) of what the blocks print.

    `blocks` stand in an order that makes sense; the composer may move those that can stand elsewhere.
    `printer` papers are set in one fixed-width font, as line printers and accounting programs do."""

    kind: str
    fields: Mapping[str, str]
    blocks: tuple[Block, ...]
    lists: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    language: str = "it"
    printer: bool = False
