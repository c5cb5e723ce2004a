"""What lies behind a paper's first page: more of the same, general terms, a sheet of attendance, a run's list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from training.content import Block, Column, Content, Grid, Pair, Pairs, Party, Prose, Text, Title
from training.grammar import alternatives, draw_word
from training.notes import texts_of

_HOURS = ("8,00", "8,00", "8,00", "8,00", "7,50", "4,00", "")
_CAUSES = ("", "", "", "", "FE", "PE", "MA", "ROL")


def lengthened(content: Content, rng: Random) -> Content:
    """The same paper with more rows in its main table, or more paragraphs: about two or three pages."""
    grids = [block for block in content.blocks if isinstance(block, Grid) and block.rows]
    main: Block | None = max(grids, key=lambda grid: (len(grid.columns), len(grid.rows)), default=None)
    if main is None:
        proses = [block for block in content.blocks if isinstance(block, Prose)]
        main = max(proses, key=lambda prose: len(repr(prose)), default=None)
    longer: Block | None = None
    match main:
        case Grid():
            times = rng.randint(30, 90) // len(main.rows) + 1
            carried = main.carried and (main.carried[0], main.carried[1], main.carried[2] * times)
            longer = replace(main, rows=main.rows * times, carried=carried)
        case Prose():
            clauses = _clauses(rng, rng.randint(14, 30))
            longer = replace(main, paragraphs=(*main.paragraphs, *clauses))
    return replace(content, blocks=tuple(longer if block is main and longer else block for block in content.blocks))


def _clauses(rng: Random, count: int) -> tuple[Text, ...]:
    known = alternatives("enclosures", "terms")
    return tuple((f"{number}. {rng.choice(known)}",) for number in range(1, count + 1))


def terms(content: Content, rng: Random) -> Content:
    """General terms on the back of the paper, now and then under the same letterhead."""
    head: list[Block] = list(_letterhead(content)) if rng.random() < 0.3 else []
    titled = Title((draw_word(rng, "enclosures", "terms_title"),))
    return Content(content.kind, {}, (*head, titled, Prose(_clauses(rng, rng.randint(8, 18)))))


def attendance(payslip: Content, rng: Random) -> Content:
    """The month's hours of the payslip's person, who is named as most programs do."""
    pairs = [Pair("Dipendente", (payslip.fields.get("employee_name", "Dipendente"),))]
    if code := payslip.fields.get("employee_tax_code"):
        pairs.append(Pair(draw_word(rng, "enclosures", "attendance_code"), (code,)))
    if month := payslip.fields.get("period"):
        pairs.append(Pair("Mese", (f"{month[5:]}/{month[:4]}",)))
    columns = (Column("Giorno"), Column("Ore ord.", numeric=True), Column("Straord.", numeric=True), Column("Causale"))
    rows = tuple(
        ((f"{day:02}",), (rng.choice(_HOURS),), (rng.choice(("", "", "1,00", "0,50")),), (rng.choice(_CAUSES),))
        for day in range(1, rng.choice((28, 30, 31)) + 1)
    )
    titled = Title((draw_word(rng, "enclosures", "attendance_title"),))
    return Content("payslip", {}, (*_letterhead(payslip), titled, Pairs(tuple(pairs)), Grid(columns, rows)))


def summary(payslips: Sequence[Content], rng: Random) -> Content:
    """What is to be paid to everybody of a run."""
    columns = (Column("Matr."), Column("Nominativo", wide=True), Column("Netto", numeric=True))
    rows = tuple(
        (
            (f"{number:04}",),
            (slip.fields.get("employee_name", ""),),
            (slip.fields.get("net_pay", "").replace(".", ","),),
        )
        for number, slip in enumerate(payslips, 1)
    )
    titled = Title((draw_word(rng, "enclosures", "summary_title"),))
    return Content("other", {}, (*_letterhead(payslips[0]), titled, Grid(columns, rows)))


def _letterhead(content: Content) -> tuple[Block, ...]:
    """The head of the paper, in plain words."""
    for block in content.blocks:
        if isinstance(block, Party) and block.place == "letterhead":
            lines = [
                ("".join(part if isinstance(part, str) else part.text for part in text),) for text in texts_of(block)
            ]
            return (Party(tuple(lines), place="letterhead"),)
    return ()
