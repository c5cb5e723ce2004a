"""Words around the facts: notes that a scheme demands, small print, stamps, and other papers' numbers as decoys."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from training.content import Text
from training.firms import draw_firm
from training.grammar import alternatives
from training.writing import Hand, draw_day, serial, some


def notes(scheme: str, kind: str, language: str, rng: Random) -> tuple[str, ...]:
    """What stands under an invoice, by its scheme; often nothing."""
    found: list[str] = []
    if scheme in ("flat", "reverse", "split", "foreign", "exempt", "utility", "fee"):
        found += [rng.choice(alternatives("phrases", f"note.{scheme}"))] if some(rng, 0.85) else []
    if kind == "credit_note" and language == "it":
        found += [rng.choice(alternatives("phrases", "note.credit"))]
    if scheme != "foreign" and some(rng, 0.35):
        found += rng.sample(alternatives("phrases", "note.any"), rng.randint(1, 2))
    return tuple(
        line.format(
            n=rng.randint(10, 9999), y=rng.randint(2018, 2027), k=rng.randint(1, 9), d=f"{draw_day(rng):%d/%m/%Y}"
        )
        for line in found
    )


def small_print(rng: Random) -> tuple[str, ...]:
    lines = rng.sample(alternatives("phrases", "small"), rng.randint(1, 3))
    return tuple(
        line.format(
            n=rng.randint(10, 9999), vat=draw_firm(rng).vat_number, firm=draw_firm(rng).name, y=rng.randint(2018, 2027)
        )
        for line in lines
    )


def stamp(rng: Random, day: date) -> tuple[str, ...]:
    """A mail room's or a bookkeeper's stamp: its date and number are not the paper's."""
    later = day + timedelta(days=rng.randint(1, 25))
    n = rng.randint(1, 9999)
    return rng.choice(
        (
            ("RICEVUTO", f"{later:%d/%m/%Y}"),
            ("PERVENUTO IL", f"{later:%d %m %Y}"),
            (f"Prot. n. {n:05d}", f"del {later:%d/%m/%Y}"),
            ("PAGATO", f"{later:%d/%m/%y}"),
            ("REGISTRATO", f"Reg. acq. n. {n}"),
            ("CONTABILIZZATO",),
            ("VISTO SI PAGHI",),
            ("COPIA",),
            (f"PROTOCOLLO IN ARRIVO N. {n}", f"{later:%d-%m-%Y}"),
            ("SALDATO", "per quietanza"),
            ("ARRIVATO", f"{later:%d.%m.%Y}", f"N. {n}"),
            (f"Prot. IVA {n}/{later.year}",),
            ("URGENTE",),
            ("APPROVATO", f"{later:%d/%m/%Y}"),
        )
    )


def other_paper(rng: Random, hand: Hand, day: date, what: str = "") -> Text:
    """ "DDT n. 123 del 3/4/2026": another paper's number and date."""
    name = what or rng.choice(
        ("DDT", "D.D.T.", "Doc. trasp.", "Bolla", "Ns. DDT", "Rif. DDT", "Rif. Ns. DDT", "Documento di trasporto")
    )
    before = day - timedelta(days=rng.randint(0, 29))
    number, n = serial(rng, before.year), rng.choice(("n.", "N.", "nr.", "n°", "num.", ""))
    return (" ".join(p for p in (name, n, number, rng.choice(("del", "DEL", "in data")), hand.date(before)) if p),)
