"""Contracts between firms: supply, services, rent, maintenance, secrecy and their like, as deeds and as forms."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from training.content import Block, Content, Party, Prose, Text, Title
from training.firms import Firm, draw_firm
from training.furnishing import (
    form,
    letterhead,
    likely,
    one,
    place_and_day,
    prose,
    several,
    signatures,
    small_print,
    stamp,
)
from training.grammar import draw, draw_word, fill, joined, paragraphs, table
from training.notes import Notes, draw_day, draw_notes, finished
from training.people import draw_person

_WORDS = ("diecimila/00", "ventiquattromila", "milleottocento/00", "tremilaseicento")


def draw_number(rng: random.Random, year: int) -> str:
    number = rng.randint(1, 9999)
    return rng.choice((f"{number}/{year}", f"{year}/{number:04d}", f"{number}", f"C-{number:05d}",
        f"CTR{year % 100}{number:04d}", f"{rng.randint(10, 99)}-{number}", f"{number}/{year % 100}/A"))  # fmt: skip


def _say_parties(notes: Notes, supplier: Firm, customer: Firm) -> None:
    notes.firm("supplier_name", supplier)
    notes.firm("customer_name", customer)
    notes.say(
        supplier_seat=supplier.address.line, customer_seat=customer.address.line,
        supplier_code=supplier.tax_code or supplier.vat_id,
        customer_code=customer.tax_code or customer.vat_id, supplier_boss=supplier.owner.name,
        customer_boss=customer.owner.name,
        boss_born=notes.style.day(supplier.owner.born), city=supplier.address.city,
    )  # fmt: skip


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, 28))


def _say_time(notes: Notes) -> None:
    rng = notes.rng
    signed = draw_day(rng)
    notes.day("date", signed)
    months = rng.choice((6, 12, 12, 12, 24, 24, 36, 48, 60, 72))
    notes.say(years=str(max(1, months // 12)), months=str(months), year=str(signed.year),
        year_2=f"{signed.year % 100:02d}")  # fmt: skip
    kind = rng.choice(("closed", "closed", "closed", "open", "none"))
    if kind != "none":
        start = signed + timedelta(days=rng.choice((0, 1, 5, 12, 20, 30)))
        if likely(rng, 0.5):
            start = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
        notes.day("start_date", start)
        if kind == "closed":
            notes.day("end_date", _months_later(start, months) - timedelta(days=1))
    notes.say(lasting=one(notes, "contracts", f"lasting_{kind}"))


def _say_price(notes: Notes) -> None:
    rng = notes.rng
    amount = Decimal(rng.choice((rng.randrange(600, 9_000, 10), rng.randrange(9_000, 250_000, 500), rng.randint(300,
        40_000))))  # fmt: skip
    amount += Decimal(rng.randint(0, 99)) / 100 if likely(rng, 0.3) else 0
    money = notes.style.money
    notes.say(
        part=money(amount / 12), penalty=money(Decimal(rng.choice((25, 50, 100, 150, 500)))),
        deposit=money(amount / 4),
        words=rng.choice(_WORDS), sign=rng.choice(("€ ", "", "Euro ")),
    )  # fmt: skip
    if likely(rng, 0.75):
        notes.amount("gross_amount", amount)
        notes.say(price=one(notes, "contracts", "price_total"))
    else:
        notes.say(price=one(notes, "contracts", "price_none"))


def _contract(rng: random.Random, language: str = "it") -> tuple[Notes, Firm, Firm]:
    notes = draw_notes(rng, language)
    supplier = draw_firm(rng, forms=("foreign",)) if language != "it" else draw_firm(rng)
    customer = draw_firm(rng, forms=("body", "association", "coop", "person", "srl")) if likely(rng,
        0.25) else draw_firm(rng)  # fmt: skip
    _say_parties(notes, supplier, customer)
    other = draw_person(rng)
    notes.say(
        other_street=other.address.street, other_city=other.address.city, policy=str(rng.randint(10_000_000,
        99_999_999)),
        project=draw_word(rng, "firms", "fantasy").split()[0], other_day=notes.style.day(draw_day(rng)),
        earlier=notes.style.day(draw_day(rng, 2012, 2020)),
    )  # fmt: skip
    _say_time(notes)
    if likely(rng, 0.6):
        notes.text("number", draw_number(rng, int(notes.truth["date"][:4])))
    _say_roles(notes)
    _say_price(notes)
    return notes, supplier, customer


def _say_roles(notes: Notes) -> None:
    rng = notes.rng
    name, supplier_role, customer_role, about = rng.choice(table("contracts", "kinds"))
    notes.say(
        name=name, supplier_role=supplier_role, customer_role=customer_role, supplier_label=supplier_role,
        customer_label=customer_role,
        about=fill(rng, "contracts", about, notes.facts),
    )  # fmt: skip


def _named(notes: Notes) -> list[Block]:
    """The headline with the number where the paper has one, and now and then who it binds."""
    number = joined(" ", draw(notes.rng, "contracts", "number", notes.facts)) if "number" in notes.truth else ""
    blocks: list[Block] = [Title(joined(str(notes.facts["name"]), number))]
    between = joined("tra ", notes.facts["supplier_name"], " e ", notes.facts["customer_name"])
    return [*blocks, Title(between)] if likely(notes.rng, 0.15) else blocks


def _articles(notes: Notes) -> list[Block]:
    """Object, duration, price and more, each with its headline or its number."""
    rng = notes.rng
    named = (("Oggetto", "object"), ("Durata", "lasting"), ("Corrispettivo", "price"))
    parts: list[tuple[str, Text]] = [(head, one(notes, "contracts", name)) for head, name in named]
    for clause in several(notes, "contracts", "more", rng.randint(1, 7)):
        parts.insert(rng.randint(1, len(parts)), ("", clause))
    way = rng.choice(("numbers", "article", "headed", "plain"))
    rows: list[Text] = []
    for number, (head, text) in enumerate(parts, 1):
        lead = {"numbers": f"{number}. ", "article": f"Art. {number} - ",
            "headed": f"Art. {number} ({head}) - " if head else f"Art. {number} - ", "plain": ""}[way]  # fmt: skip
        rows.append(joined(lead + (f"{head}. " if head and way == "numbers" and likely(rng, 0.5) else ""), text))
    return [Prose(tuple(rows))]


def contract_deed(rng: random.Random) -> Content:
    notes, supplier, _ = _contract(rng)
    parties = prose(notes, "contracts", "parties")
    dated = place_and_day(notes, supplier.address.city)
    premises = Prose(paragraphs(rng, "contracts", "premises", notes.facts)) if likely(rng, 0.4) else None
    blocks: list[Block | None] = [letterhead(notes, supplier, "supplier_name") if likely(rng, 0.3) else None,
        *_named(notes), parties, premises]  # fmt: skip
    blocks += [*_articles(notes), Prose((one(notes, "contracts", "end"),)) if likely(rng, 0.6) else None]
    blocks += [dated, signatures(notes, one(notes, "contracts", "sign_supplier"), one(notes, "contracts",
        "sign_customer"))]  # fmt: skip
    return finished(notes, "contract", [*blocks, small_print(notes, "letter_print", 0.2), stamp(notes, 0.12)])


def contract_form(rng: random.Random) -> Content:
    """Particular conditions in a form, clauses below."""
    notes, supplier, _ = _contract(rng)
    facts = form(notes, "contracts", "form", style=rng.choice(("form", "any")))
    head = letterhead(notes, supplier, "supplier_name") if likely(rng, 0.6) else None
    clauses = Prose(several(notes, "contracts", "more", rng.randint(1, 6)))
    signed = signatures(notes, supplier.name if likely(rng, 0.4) else "Il Fornitore", "Il Cliente")
    dated = place_and_day(notes, supplier.address.city) if likely(rng, 0.3) else None
    return finished(notes, "contract", [head, *_named(notes), facts, clauses, dated, signed, small_print(notes,
        "letter_print",
        0.3), stamp(notes, 0.1)])  # fmt: skip


def contract_letter(rng: random.Random) -> Content:
    """The supplier writes the conditions, the customer signs for agreement."""
    notes, supplier, customer = _contract(rng)
    to = Party(tuple(joined(line) for line in (notes.facts["customer_name"], customer.address.street,
        customer.address.city_line)), rng.choice(("Spett.le", "Spettabile", None)), "address")  # fmt: skip
    number = joined(" ", draw(rng, "contracts", "number", notes.facts)) if "number" in notes.truth else ()
    subject = Prose((joined("Oggetto: ", str(notes.facts["name"]).capitalize(), number),))
    opening = Prose(((draw_word(rng, "contracts", "opening"),),))
    blocks: list[Block | None] = [letterhead(notes, supplier, "supplier_name"), to, place_and_day(notes,
        supplier.address.city), subject, opening]  # fmt: skip
    signed = signatures(notes, supplier.name, "Per accettazione")
    return finished(notes, "contract", [*blocks, *_articles(notes), signed, stamp(notes, 0.1)])


def contract_abroad(rng: random.Random) -> Content:
    language = rng.choice(("en", "en", "de"))
    notes, _, _ = _contract(rng, language)
    if "start_date" not in notes.truth:
        notes.day("start_date", draw_day(rng))
    if "gross_amount" not in notes.truth:
        notes.amount("gross_amount", Decimal(rng.randrange(1000, 90_000, 100)))
    join = " and shall expire on " if language == "en" else " und endet am "
    notes.say(en_end=joined(join, notes.facts["end_date"]) if "end_date" in notes.truth else "")
    name = "english" if language == "en" else "german"
    return finished(notes, "contract", [Title((draw_word(rng, "contracts", f"{name}_title"),)), prose(notes,
        "contracts", name), signatures(notes, *(("Supplier", "Customer") if language == "en" else ("Auftragnehmer",
        "Auftraggeber")))])  # fmt: skip
