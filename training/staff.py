"""What all papers of a worker and a firm have in common: the two, their trade, and dates and people beside them."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from training.content import Value
from training.firms import Firm, draw_firm
from training.grammar import draw_word
from training.notes import Notes, draw_day, draw_notes
from training.people import Person, draw_person


def draw_employer(rng: random.Random) -> Firm:
    """Mostly firms; now and then a body, a cooperative or an association employs."""
    return draw_firm(rng, forms=("body", "coop", "association")) if rng.random() < 0.15 else draw_firm(rng)


def staff_notes(rng: random.Random, language: str = "it") -> tuple[Notes, Person, Firm]:
    """Notes about a worker and the employer, with what stands beside them on all papers; nothing is printed yet."""
    notes = draw_notes(rng, language)
    firm, day = draw_employer(rng), draw_day(rng)
    person = draw_person(rng, adult_at=day)
    other = draw_person(rng, town=None)
    notes.worker(person)
    notes.employer(firm)
    notes.day("date", day)
    yearly = Decimal(rng.randrange(14_000, 62_000, 50)) + (Decimal(rng.randint(0,
        99)) / 100 if rng.random() < 0.4 else 0)  # fmt: skip
    hired = day - timedelta(days=rng.randint(90, 6000))
    notes.say(
        job=draw_word(rng, "payslip", "jobs"), grade=draw_word(rng, "payslip", "grades").lower(), year=str(day.year),
        ccnl=draw_word(rng, "payslip", "ccnl"), badge=str(rng.randint(2, 4999)),
        firm_code=firm.tax_code or firm.vat_id,
        del_sig=person.word("del sig.", "della sig.ra"), il_sig=person.word("il Sig.", "la Sig.ra"),
        monthly=notes.style.money(yearly / 13), yearly=notes.style.money(yearly), months=rng.choice(("13", "14",
        "tredici")),
        base=notes.style.money(yearly / 20), contingency=notes.style.money(Decimal(rng.randint(48000, 53000)) / 100),
        hourly=f"{rng.uniform(7, 22):.2f}".replace(".", ","), hours_week=rng.choice(("40", "40", "38", "20", "24",
        "30", "36")),
        trial=str(rng.randint(1, 6)), hired=notes.style.day(hired), law_day=notes.style.long_day(draw_day(rng, 2010,
        2024)),
        earlier=notes.style.day(day - timedelta(days=rng.randint(8, 40))),
        earlier_2=notes.style.day(day - timedelta(days=rng.randint(1, 7))),
        other_person=notes.style.person(other), other_code=other.tax_code, other_born=notes.style.day(other.born),
        other_name=other.name, other_surname=other.surname, employee_tax_plain=person.tax_code,
        postcode=firm.address.postcode,
        inps=f"{rng.randint(1_000_000_000, 9_999_999_999)}",
        inail=f"{rng.randint(1_000_000, 99_999_999)}/{rng.randint(10, 99)}",
        ateco=f"{rng.randint(10, 96)}.{rng.randint(10, 99)}.{rng.randint(0, 30):02d}", employer_plain=firm.name,
        employer_code=notes.facts["employer_tax_code"], place=firm.address.city, employee_plain=person.name,
    )  # fmt: skip
    return notes, person, firm


def day_of(notes: Notes) -> date:
    """The paper's own date."""
    return date.fromisoformat(notes.truth["date"])


def say_choice(notes: Notes, field: str, file: str, heading: str, value: str) -> Value:
    """A choice as one of the wordings under the heading."""
    return notes.text(field, draw_word(notes.rng, file, heading), value)
