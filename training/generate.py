"""Papers without end: samples for learning in memory, or files with their truth on disk.

python -m training.generate --seed 1 --count 200 --out DIR [--pictures]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from storage.kinds import KINDS
from storage.reading import Page, Row
from training.bank_statements import draw_bank_statement
from training.compose import Composed, compose
from training.content import Content
from training.files import write_paper, write_truth
from training.garble import garbled
from training.hr_papers import HR_PAPERS
from training.invoices import draw_credit_note, draw_invoice
from training.letters import LETTERS
from training.money_papers import draw_expense_report, draw_receipt, draw_tax_payment
from training.trade_papers import draw_delivery_note, draw_payment_reminder, draw_purchase_order, draw_quote

Author = Callable[[Random], Content]


def _one_of(authors: Sequence[Author]) -> Author:
    return lambda rng: rng.choice(authors)(rng)


# How often an office gets each kind; none is so rare that nothing can be learned from it.
DRAWERS: Mapping[str, tuple[Author, float]] = {
    "invoice": (draw_invoice, 40),
    "credit_note": (draw_credit_note, 5),
    "receipt": (draw_receipt, 3),
    "delivery_note": (draw_delivery_note, 5),
    "purchase_order": (draw_purchase_order, 4),
    "quote": (draw_quote, 3),
    "bank_statement": (draw_bank_statement, 3),
    "tax_payment": (draw_tax_payment, 3),
    "expense_report": (draw_expense_report, 2),
    "payment_reminder": (draw_payment_reminder, 2.5),
    **{kind: (_one_of(authors), 5.0 if kind == "payslip" else 2.0) for kind, authors in HR_PAPERS.items()},
    **{kind: (_one_of(authors), 5.0 if kind in ("letter", "other") else 2.0) for kind, authors in LETTERS.items()},
}
LEVELS = {"digital": 26, "clean": 18, "office": 30, "poor": 13, "photo": 13}


@dataclass(frozen=True, slots=True)
class Sample:
    """A paper as a reader gives it, and what it says. `marks` hold, page by page and word by word, the field that a
    word writes ("lines.amount" for a column of a list), None for most words."""

    kind: str
    language: str
    fields: Mapping[str, str]
    lists: Mapping[str, tuple[Row, ...]]
    pages: tuple[Page, ...]
    marks: tuple[tuple[str | None, ...], ...]
    level: str
    layout: str


def draw_content(rng: Random, kinds: Sequence[str] | None = None) -> Content:
    """A paper of one of `kinds` (of any if None), kinds drawn about as an office gets them."""
    names = list(kinds or DRAWERS)
    kind = rng.choices(names, [DRAWERS[name][1] for name in names])[0]
    return DRAWERS[kind][0](rng)


def sample(seed: int, number: int, kinds: Sequence[str] | None = None) -> Sample:
    """The sample `number` of `seed`: the same every time, whatever was drawn before it."""
    rng = Random(f"{seed}:{number}")
    content, composed, level = _drawn(rng, kinds)
    if level == "digital":
        pages = composed.pages()
    else:
        pages = tuple(garbled(sheet, at, level, rng) for at, sheet in enumerate(composed.sheets, 1))
    return Sample(
        content.kind,
        content.language,
        own_fields(content),
        content.lists,
        tuple(page for page, _ in pages),
        tuple(tuple(_own_mark(mark, content.kind) for mark in marks) for _, marks in pages),
        level,
        composed.layout,
    )


def _drawn(rng: Random, kinds: Sequence[str] | None) -> tuple[Content, Composed, str]:
    content = draw_content(rng, kinds)
    return content, compose(content, rng), rng.choices(list(LEVELS), list(LEVELS.values()))[0]


def samples(seed: int, count: int, kinds: Sequence[str] | None = None, *, first: int = 0) -> Iterator[Sample]:
    """Samples `first` to `first + count` of `seed`; parts of them may be drawn in different processes."""
    return (sample(seed, number, kinds) for number in range(first, first + count))


def own_fields(content: Content) -> dict[str, str]:
    """The fields that the paper's kind has; content may know more (a delivery note prints a tax code as well)."""
    kind = KINDS[content.kind]
    return {name: value for name, value in content.fields.items() if kind.field(name)}


def _own_mark(mark: str | None, kind: str) -> str | None:
    return mark if mark is None or "." in mark or KINDS[kind].field(mark) else None


def write(
    folder: Path, seed: int, count: int, kinds: Sequence[str] | None = None, *, pictures: bool = False
) -> Iterator[dict[str, object]]:
    """Writes papers into `folder`/files and gives the truth of each; without `pictures` all are PDFs with text."""
    (folder / "files").mkdir(parents=True, exist_ok=True)
    for number in range(count):
        rng = Random(f"{seed}:{number}")
        content, composed, level = _drawn(rng, kinds)
        level = level if pictures else "digital"
        name, turned = write_paper(folder / "files", f"{content.kind}-{seed}-{number:05d}", composed, level, rng)
        yield {
            "file": f"files/{name}",
            "layout": composed.layout,
            "degradation": level,
            "pages": len(composed.sheets),
            "kind": content.kind,
            "fields": own_fields(content),
            "lists": content.lists,
            "text": "\n\n".join(page.text for page, _ in composed.pages()),
            **({"rotated": turned} if turned else {}),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--out", type=Path, required=True, help="a folder: truth.jsonl and files/")
    parser.add_argument("--kinds", nargs="*", choices=list(DRAWERS), help="only these kinds")
    parser.add_argument(
        "--pictures", action="store_true", help="scans, faxes and photos beside PDFs with their own text"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    write_truth(args.out, write(args.out, args.seed, args.count, args.kinds, pictures=args.pictures))


if __name__ == "__main__":
    main()
