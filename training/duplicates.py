"""An archive in which some papers came twice, and others only look as if: what telling them apart is measured on.

A supplier's papers all look alike; invoices follow each other month by month with the same text and sum, or on one day
with the next number. What came twice was read, scanned or photographed another time, or is the e-invoice of a scan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from storage.kinds import KINDS
from storage.reading import Page, Source
from training.compose import Composed, compose
from training.content import Block, Content, Prose, SmallPrint, Stamp, Title
from training.firms import draw_firm
from training.garble import garbled
from training.generate import LEVELS
from training.goods import draw_items
from training.invoice_facts import Facts, draw_facts
from training.invoices import worded
from training.parties import customer_party, supplier_party
from training.sums import summed
from training.terms import draw_terms, months_later
from training.writing import Book, draw_hand

NEAR = {"monthly": 28, "consecutive": 12, "consecutive_same_sum": 5, "other_year": 12, "other_supplier": 8}
NEAR |= {"credit_note": 10, "reminder": 10, "instalment": 5, "other_series": 5, "issued_again": 5}
AGAIN = {"again": 85, "copy": 20, "xml": 30, "carried": 15}
_SUPPLIERS = 250
_AT_HOME = ("ordinary", "reverse", "exempt", "split")


@dataclass(frozen=True, slots=True)
class Plan:
    """A paper to be made: `form` is `first`, one of NEAR or one of AGAIN, `base` the number of the paper that it is
    like, its own for a first one."""

    number: int
    form: str
    base: int
    level: str

    @property
    def same_as(self) -> int | None:
        """The paper that it is again."""
        return self.base if self.form in AGAIN else None


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper on its way to be read. `fields` is what an e-invoice says outright, None for what must be read."""

    plan: Plan
    sheets: Composed
    pages: tuple[Page, ...]
    fields: Mapping[str, str] | None


def plans(seed: int, invoices: int = 1000, share: float = 1.0) -> list[Plan]:
    """An archive of `invoices` papers, near misses among them, and those that came again, `share` of all in NEAR and
    AGAIN; in the order in which they come, each behind what it is like."""
    rng = Random(f"{seed}:plans")
    near = [form for form, count in NEAR.items() for _ in range(round(count * share))]
    again = [form for form, count in AGAIN.items() for _ in range(round(count * share))]
    firsts = [Plan(n, "first", n, _level(rng)) for n in range(invoices - len(near))]
    bases = rng.sample(range(len(firsts)), len(near) + len(again))
    more = [
        Plan(len(firsts) + n, form, base, "xml" if form == "xml" else _level(rng))
        for n, (form, base) in enumerate(zip(near + again, bases, strict=True))
    ]
    rng.shuffle(more)
    return [*firsts, *more]


def _level(rng: Random) -> str:
    return rng.choices(list(LEVELS), list(LEVELS.values()))[0]


def printed(seed: int, plan: Plan) -> Printed:
    """The paper, the same every time."""
    rng = Random(f"{seed}:{plan.number}:reading")
    content, design = _content(seed, plan)
    composed = compose(content, Random(design))
    if plan.form == "xml":
        pages = tuple(replace(page, source=Source.XML) for page, _ in composed.pages())
        return Printed(plan, composed, pages, _told(content))
    return Printed(plan, composed, read_as(composed, plan.level, rng), None)


def read_as(composed: Composed, level: str, rng: Random) -> tuple[Page, ...]:
    if level == "digital":
        return tuple(page for page, _ in composed.pages())
    return tuple(garbled(sheet, at, level, rng)[0] for at, sheet in enumerate(composed.sheets, 1))


def _told(content: Content) -> dict[str, str]:
    kind = KINDS[content.kind]
    return {name: value for name, value in content.fields.items() if kind.field(name)}


def _content(seed: int, plan: Plan) -> tuple[Content, str]:
    """What the paper says, and the state of chance that sets it: a supplier's papers are set alike."""
    facts, template = _facts(seed, plan.base)
    if plan.form in NEAR:
        facts, template = _near(facts, template, plan, Random(f"{seed}:{plan.number}:near"))
    if plan.form == "reminder":
        return _reminder(facts, Random(f"{template}:reminder")), f"{template}:set"
    content = worded(facts, Random(f"{template}:{facts.scheme}:words"))
    if plan.form == "xml":
        return content, f"{seed}:view"
    if plan.form == "copy":
        content = replace(content, blocks=(*content.blocks, Stamp(("COPIA",))))
    if plan.form == "carried":
        return _carrying(content, facts), f"{template}:set"
    return content, f"{template}:set"


def _facts(seed: int, base: int) -> tuple[Facts, str]:
    """Facts of a first paper: few suppliers send many, and most is for us."""
    rng = Random(f"{seed}:{base}")
    facts = draw_facts(rng, "invoice")
    if facts.scheme not in _AT_HOME:
        return facts, f"{seed}:{base}"
    rank = int(_SUPPLIERS * rng.random() ** 2.5)
    customer = draw_firm(Random(f"{seed}:us"))
    supplier = draw_firm(Random(f"{seed}:supplier:{rank}"))
    return replace(facts, supplier=supplier, customer=customer), f"{seed}:template:{rank}"


def _near(facts: Facts, template: str, plan: Plan, rng: Random) -> tuple[Facts, str]:
    match plan.form:
        case "monthly":
            months = rng.randint(1, 11)
            day = months_later(facts.day, months)
            return _dated(facts, day, later(facts, months * rng.randint(1, 30), day.year)), template
        case "consecutive":
            items = draw_items(rng, max(1, len(facts.items)), facts.day.year, rates=((facts.items[0].rate, ""),))
            sums = summed(items, facts.charges)
            return replace(facts, number=later(facts, 1, facts.day.year), items=tuple(items), sums=sums), template
        case "other_series":  # another branch counts from 1 too
            items = draw_items(rng, max(1, len(facts.items)), facts.day.year, rates=((facts.items[0].rate, ""),))
            day = facts.day + timedelta(days=rng.randint(0, 9))
            of_branch = _dated(facts, day, f"{facts.number}/{rng.choice('BCF')}")
            return replace(of_branch, items=tuple(items), sums=summed(items, facts.charges)), template
        case "instalment":  # of a contract: the next one has the same text and sum
            day = months_later(facts.day, 1)
            return _dated(facts, day, later(facts, rng.randint(1, 9), day.year)), template
        case "issued_again":  # corrected: the first was credited
            day = facts.day + timedelta(days=rng.randint(1, 25))
            corrected = replace(facts, customer=draw_firm(rng)) if rng.random() < 0.3 else facts
            return _dated(corrected, day, later(facts, rng.randint(2, 30), day.year)), template
        case "consecutive_same_sum":
            return replace(facts, number=later(facts, 1, facts.day.year)), template
        case "other_year":
            day = facts.day.replace(year=facts.day.year + 1)
            return _dated(facts, day, later(facts, 0, day.year)), template
        case "other_supplier":
            return replace(facts, supplier=draw_firm(rng)), f"{template}:{plan.number}"
        case "credit_note":
            day = facts.day + timedelta(days=rng.randint(2, 40))
            return replace(_dated(facts, day, later(facts, rng.randint(1, 40), day.year)), kind="credit_note"), template
    return facts, template


def _dated(facts: Facts, day: date, number: str) -> Facts:
    """The same of another day, on the same terms."""
    terms = draw_terms(Random(f"{facts.supplier.name}:terms"), day, facts.language)
    return replace(facts, day=day, number=number, terms=terms)


def later(facts: Facts, by: int, year: int) -> str:
    """The number `by` invoices later, its year as it is then."""
    old, short = str(facts.day.year), f"{facts.day.year % 100:02}"
    text = re.sub(rf"(?<!\d){old}(?!\d)|^{old}(?=\d{{5}})", "YYYY", facts.number)
    text = re.sub(rf"/{short}$", "/YY", text)
    runs = list(re.finditer(r"\d+", text))
    run = max(runs, key=lambda found: len(found.group())) if runs else None
    if run is not None:
        counted = f"{int(run.group()) + by:0{len(run.group())}d}"
        text = text[: run.start()] + counted + text[run.end() :]
    return text.replace("YYYY", str(year)).replace("YY", f"{year % 100:02}")


def _reminder(facts: Facts, rng: Random) -> Content:
    """A reminder that names the invoice, its day and its sum."""
    book = Book(draw_hand(rng))
    day = facts.day + timedelta(days=rng.randint(40, 120))
    blocks: list[Block] = [
        supplier_party(book, facts.supplier, rng),
        customer_party(book, facts.customer, rng),
        Title((rng.choice(("Sollecito di pagamento", "Primo sollecito", "Avviso di mancato pagamento")),)),
        Prose((_reminded(facts, book, day),)),
        SmallPrint(("Ove nel frattempo aveste già provveduto, vogliate ritenere nulla la presente.",)),
    ]
    return Content("payment_reminder", book.fields, tuple(blocks))


def _reminded(facts: Facts, book: Book, day: date) -> tuple[str, ...]:
    of, total = book.hand.date(facts.day), book.hand.sum(facts.sums.due)
    return (
        f"In data {book.hand.date(day)} risulta ancora aperta la nostra fattura n. {facts.number} del {of}"
        f" di {total}. Vi invitiamo a provvedere entro 10 giorni; ne alleghiamo copia ove non pervenuta.",
    )


def _carrying(content: Content, facts: Facts) -> Content:
    """The invoice with a slip in front that reminds of it, as one letter."""
    rng = Random(facts.number)
    note = Prose((("Sollecito: alleghiamo copia della fattura che risulta non saldata.",),))
    place = rng.choice((0, len(content.blocks)))
    blocks: Sequence[Block] = (*content.blocks[:place], note, *content.blocks[place:])
    return replace(content, blocks=tuple(blocks))
