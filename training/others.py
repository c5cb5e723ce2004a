"""What an office gets that is no letter: flyers, minutes, price lists, manuals, tickets, forms of all sorts, notes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal

from training.content import Block, Column, Content, Grid, Prose, Text, Title
from training.firms import Firm, draw_firm
from training.furnishing import form, letterhead, likely, one, prose, signatures, small_print, stamp
from training.grammar import alternatives, divided, draw_word, joined
from training.notes import Notes, draw_day, draw_notes, finished
from training.people import draw_person, draw_phone

_SIGNS = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"


def _notes(rng: random.Random, forms: tuple[str, ...] = ()) -> tuple[Notes, Firm]:
    notes = draw_notes(rng)
    firm = draw_firm(rng, forms=forms)
    people = [draw_person(rng) for _ in range(3)]
    day = draw_day(rng)
    prices = [notes.style.money(Decimal(rng.randint(50, 90_000)) / 100) for _ in range(2)]
    notes.day("date", day)
    notes.say(
        firm_name=firm.name, firm_code=firm.tax_code or firm.vat_id, street=f"{firm.address.street}, "
        f"{firm.address.city}", phone=draw_phone(rng),
        person_1=people[0].name, person_2=people[1].surname_first, person_3=people[2].name,
        tax_code=people[0].tax_code,
        city_1=people[0].address.city, city_2=people[1].address.city, email=people[0].email, year=str(day.year),
        last_year=str(day.year - 1),
        from_day=notes.style.day(day + timedelta(days=rng.randint(1, 30))),
        to_day=notes.style.long_day(day + timedelta(days=rng.randint(31, 90))),
        hour=f"{rng.randint(8, 12)}.{rng.choice(('00', '30'))}",
        hour_2=f"{rng.randint(14, 22)}:{rng.choice(('00', '15', '45'))}", month=notes.style.month(day),
        small=str(rng.randint(2, 60)), big=str(rng.randint(10**6, 10**9)),
        code="".join(rng.choice(_SIGNS) for _ in range(6)),
        model=f"{rng.choice(('XR', 'TK', 'PRO', 'G', 'MX'))}-{rng.randint(10, 9900)}", percent=str(rng.choice((20, 30,
        50, 70))),
        price_1=prices[0], price_2=prices[1], season=draw_word(rng, "others", "seasons"),
    )  # fmt: skip
    return notes, firm


def _headlines(notes: Notes, name: str) -> list[Block]:
    return [Title(text) for text in divided(one(notes, "others", name))]


def _sheet(notes: Notes, blocks: Sequence[Block | None]) -> Content:
    return finished(notes, "other", [*blocks, small_print(notes, "letter_print", 0.15), stamp(notes, 0.08)])


def flyer(rng: random.Random) -> Content:
    notes, firm = _notes(rng)
    head = letterhead(notes, firm) if likely(rng, 0.5) else Title((firm.short,))
    return _sheet(notes, [head, *(_headlines(notes, "flyer_title") if likely(rng, 0.6) else []), prose(notes,
        "others", "flyer"), _goods(notes, 4) if likely(rng, 0.4) else None])  # fmt: skip


def _goods(notes: Notes, most: int) -> Grid:
    rng = notes.rng
    coded = likely(rng, 0.6)
    heads = [Column(rng.choice(("Cod.", "Codice", "Art.")))] if coded else []
    heads += [Column(rng.choice(("Descrizione", "Articolo", "Prodotto")), wide=True), Column(rng.choice(("Prezzo",
        "€", "Listino €", "Prezzo netto")), numeric=True)]  # fmt: skip
    rows: list[tuple[Text, ...]] = []
    for _ in range(rng.randint(2, most)):
        price = notes.style.money(Decimal(rng.randint(50, 60_000)) / 100)
        code: list[Text] = [(f"{rng.choice('ABCDZ')}{rng.randint(100, 9999)}",)] if coded else []
        rows.append((*code, (draw_word(rng, "others", "price_items"),), (price,)))
    return Grid(tuple(heads), tuple(rows))


def price_list(rng: random.Random) -> Content:
    notes, firm = _notes(rng)
    return _sheet(notes, [letterhead(notes, firm), *_headlines(notes, "price_title"), _goods(notes, 40)])


def menu(rng: random.Random) -> Content:
    notes, firm = _notes(rng)
    dishes = rng.sample(alternatives("others", "dishes"), rng.randint(4, 12))
    rows = tuple(((dish,), (notes.style.money(Decimal(rng.randint(4, 60)) / 2),)) for dish in dishes)
    card: Block = Grid((Column("", wide=True), Column("", numeric=True)), rows) if likely(rng,
        0.5) else Prose(tuple(joined(dish[0], " ... ", price[0]) for dish, price in rows))  # fmt: skip
    return _sheet(notes, [Title((firm.short,)), *_headlines(notes, "menu_title"), card])


def minutes(rng: random.Random) -> Content:
    """The one of them that has a date and a sender of its own."""
    notes, firm = _notes(rng, ("srl", "association", "coop", "body"))
    head = letterhead(notes, firm, "sender_name") if likely(rng, 0.6) else None
    return _sheet(notes, [head, *_headlines(notes, "minutes_title"), prose(notes, "others", "minutes"),
        signatures(notes, "Il Presidente", "Il Segretario")])  # fmt: skip


def school_notice(rng: random.Random) -> Content:
    notes, firm = _notes(rng, ("body",))
    dated = Prose((joined(firm.address.city, ", ", notes.facts["date"]),)) if likely(rng, 0.5) else None
    return _sheet(notes, [letterhead(notes, firm, "sender_name"), dated, *_headlines(notes, "school_title"),
        prose(notes, "others", "school")])  # fmt: skip


def _titled_form(title: str, name: str, forms: tuple[str, ...] = ()) -> Callable[[random.Random], Content]:
    def author(rng: random.Random) -> Content:
        notes, firm = _notes(rng, forms)
        notes.facts["date"] = notes.facts["from_day"]
        head = letterhead(notes, firm) if likely(rng, 0.5) else None
        facts = form(notes, "others", name, style=rng.choice(("form", "any")))
        law = Prose((one(notes, "others", "municipal_law"),)) if name == "municipal" and likely(rng, 0.7) else None
        return _sheet(notes, [head, *_headlines(notes, title), facts, law])

    return author


def _titled_prose(title: str, name: str, headed: float = 0.5) -> Callable[[random.Random], Content]:
    def author(rng: random.Random) -> Content:
        notes, firm = _notes(rng)
        notes.facts["date"] = notes.facts["from_day"]
        head = letterhead(notes, firm) if likely(rng, headed) else None
        return _sheet(notes, [head, *(_headlines(notes, title) if title else []), prose(notes, "others", name)])

    return author


def ticket(rng: random.Random) -> Content:
    notes, firm = _notes(rng)
    lines = tuple(one(notes, "others", "ticket") for _ in range(rng.randint(3, 6)))
    return _sheet(notes, [Title((firm.short,)), *_headlines(notes, "ticket_title"), Prose(lines)])


def roster(rng: random.Random) -> Content:
    """Names with times, telephone numbers or places to sign."""
    notes, firm = _notes(rng)
    heads = (Column(rng.choice(("N.", "#", "Pos."))), Column(rng.choice(("Cognome e nome", "Nominativo", "Nome",
        "Articolo"))), Column(rng.choice(("Firma", "Orario", "Telefono", "Quantità", "Reparto"))),
        Column(rng.choice(("Note", "Data", ""))))  # fmt: skip
    rows = []
    for number in range(1, rng.randint(4, 25)):
        cells = (draw_person(rng).surname_first, rng.choice(("", "8-16", draw_phone(rng), str(rng.randint(1, 90)))))
        rows.append(((str(number),), (cells[0],), (cells[1],), (rng.choice(("", "", str(notes.facts["from_day"]))),)))
    return _sheet(notes, [letterhead(notes, firm) if likely(rng, 0.4) else None, *_headlines(notes, "list_title"),
        Grid(heads, tuple(rows))])  # fmt: skip


OTHERS: Sequence[Callable[[random.Random], Content]] = (
    flyer, flyer, price_list, menu, minutes, minutes, school_notice, ticket, roster, roster,
    _titled_form("parcel_title", "parcel"), _titled_form("meter_title", "meter"), _titled_form("warranty_title",
    "warranty"),
    _titled_form("municipal_title", "municipal", ("body",)), _titled_form("municipal_title", "municipal", ("body",)),
    _titled_form("durc_title", "durc"), _titled_form("drug", "health", ("body", "studio")),
    _titled_prose("manual_title", "manual"), _titled_prose("manual_title", "manual"), _titled_prose("", "note", 0.1),
    _titled_prose("article_title", "article", 0.2), _titled_prose("privacy_title", "privacy"), _titled_prose("",
    "business_card", 0.0),
    _titled_prose("list_title", "agenda"),
)  # fmt: skip
