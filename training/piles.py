"""Piles of paper as a reader gives them, and where each document begins: what splitting is measured on.

Papers of all kinds one behind the other; several invoices of one supplier, of which only the facts differ; runs of
payslips of one firm with sheets of attendance and a list at the end; long papers, general terms on backs; with and
without separator sheets and blank backs. The pages of one pile are mostly as good as each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from storage.reading import Page, Source
from training.compose import compose
from training.content import Content
from training.duplicates import later, read_as
from training.enclosures import attendance, lengthened, summary, terms
from training.generate import LEVELS, draw_content
from training.goods import draw_items
from training.invoice_facts import draw_facts
from training.invoices import worded
from training.payslips import payslip
from training.staff import draw_employer
from training.sums import summed

_LONG = ("invoice", "delivery_note", "purchase_order", "quote", "bank_statement", "contract", "employment_contract",
         "letter", "expense_report", "payslip")  # fmt: skip
_WITH_TERMS = ("invoice", "quote", "purchase_order", "contract", "delivery_note")
_HR = ("payslip", "employment_contract", "hiring_notice", "termination_letter", "leave_request", "sick_note",
       "tax_certificate", "training_certificate", "evaluation", "cv", "identity_document")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pile:
    """`begins` are the numbers (from 1) of the pages on which a document begins, the first one among them."""

    pages: tuple[Page, ...]
    begins: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Paper:
    """The parts of one document, each with the state of chance that sets it."""

    parts: tuple[tuple[Content, str], ...]


def pile(seed: int, number: int, level: str | None = None) -> Pile:
    """The pile `number` of `seed`, the same every time; all of its pages read at `level` of LEVELS, if given."""
    rng = Random(f"{seed}:pile:{number}")
    separated, backs = rng.random() < 0.2, rng.random() < 0.3
    same = level or (_level(rng) if rng.random() < 0.7 else None)
    pages: list[Page] = []
    begins: set[int] = set()
    for paper in _papers(rng, f"{seed}:{number}"):
        if separated:
            pages.append(_bare(len(pages) + 1, "separator"))
        begins.add(len(pages) + 1)
        quality = same or _level(rng)
        for content, design in paper.parts:
            for page in read_as(compose(content, Random(design)), quality, rng):
                pages.append(replace(page, number=len(pages) + 1))
                if backs and rng.random() < 0.9:
                    pages.append(_bare(len(pages) + 1, "blank"))
    return Pile(tuple(pages), frozenset(begins))


def _level(rng: Random) -> str:
    return rng.choices(list(LEVELS), list(LEVELS.values()))[0]


def _bare(number: int, mark: str) -> Page:
    return Page(number, 2480, 3508, Source.OCR, 1.0, (), ({"step": mark},))


def _papers(rng: Random, name: str) -> Iterator[_Paper]:
    form = rng.choices(("mixed", "staff", "series", "run"), (50, 15, 15, 20))[0]
    if form == "run":
        yield from _run(rng, name)
        return
    for at in range(rng.randint(1, 8)):
        design = f"{name}:{at}"
        if rng.random() < (0.5 if form == "series" else 0.06):
            yield from _series(rng, design)
            continue
        way = rng.random()
        kinds = _HR if form == "staff" else _LONG if way < 0.2 else _WITH_TERMS if way < 0.3 else None
        content = draw_content(rng, kinds)
        if way < 0.2:
            content = lengthened(content, rng)
        behind: tuple[tuple[Content, str], ...] = ()
        if 0.2 <= way < 0.3 and content.kind in _WITH_TERMS:
            behind = ((terms(content, rng), f"{design}:terms"),)
        elif content.kind == "payslip" and rng.random() < 0.3:
            behind = ((attendance(content, rng), f"{design}:hours"),)
        yield _Paper(((content, design), *behind))


def _series(rng: Random, name: str) -> Iterator[_Paper]:
    """Invoices of one supplier to us, set alike."""
    facts = draw_facts(rng, "invoice")
    for _ in range(rng.randint(2, 4)):
        content = worded(facts, Random(f"{name}:words"))
        yield _Paper(((lengthened(content, rng) if rng.random() < 0.15 else content, name),))
        day = facts.day + timedelta(days=rng.choice((0, 7, 30, 31)))
        items = draw_items(rng, max(1, len(facts.items)), day.year, rates=((facts.items[0].rate, ""),))
        facts = replace(facts, day=day, number=later(facts, rng.randint(1, 40), day.year), items=tuple(items),
                        sums=summed(items, facts.charges))  # fmt: skip


def _run(rng: Random, name: str) -> Iterator[_Paper]:
    """Payslips of one firm and month."""
    firm, hours = draw_employer(rng), rng.random() < 0.3
    slips = []
    for _ in range(rng.randint(2, 10)):
        slip = payslip(Random(f"{name}:words"), firm, rng)
        slips.append(slip)
        behind = ((attendance(slip, Random(f"{name}:hours")), f"{name}:hours"),) if hours else ()
        yield _Paper(((slip, name), *behind))
    if rng.random() < 0.25:
        yield _Paper(((summary(slips, rng), f"{name}:summary"),))
