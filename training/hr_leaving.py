"""Papers of leaving a firm: resignations by letter and by the ministry's form, dismissals, agreements."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from training.content import Block, Content, Prose, Title
from training.firms import Firm
from training.furnishing import (
    addressee,
    firm_lines,
    form,
    letterhead,
    likely,
    place_and_day,
    prose,
    signatures,
    small_print,
    stamp,
    title,
)
from training.grammar import draw_word, joined
from training.notes import Notes, finished
from training.people import Person
from training.staff import day_of, say_choice, staff_notes


def _leaving(rng: random.Random, language: str = "it") -> tuple[Notes, Person, Firm]:
    notes, person, firm = staff_notes(rng, language)
    last = day_of(notes) + timedelta(days=rng.choice((0, 1, 7, 14, 15, 20, 30, 30, 45, 60, 75, 90)))
    notes.day("end_date", last)
    notes.say(
        day_after=notes.style.day(last + timedelta(days=1)),
        notice_day=notes.style.day(day_of(notes) + timedelta(days=1)),
        module_code="".join(rng.choice("0123456789ABCDEF") for _ in range(16)),
        other_day=notes.style.day(last + timedelta(days=200)),
    )  # fmt: skip
    return notes, person, firm


def _reason(notes: Notes, reason: str) -> None:
    say_choice(notes, "reason", "leaving", f"reasons_{reason}", reason)


def _own_head(notes: Notes, person: Person) -> Block:
    """The sender's name and address at the top of a private letter."""
    rng = notes.rng
    lines = [notes.facts["employee_name"], person.address.street, person.address.city_line]
    lines += [f"tel. {person.phone}"] if likely(rng, 0.4) else []
    lines += [f"C.F. {person.tax_code}"] if likely(rng, 0.3) else []
    party = addressee(notes, lines, rng.choice((None, None, "Mittente:", "Da:")))
    return replace(party, place=rng.choice(("letterhead", "any", "any")))


def _marked(notes: Notes, text: str, reason: str) -> Prose:
    """A subject line whose word for the reason is marked as the reason."""
    words = {"resignation": ("dimissioni", "recesso", "resignation"), "dismissal": ("licenziamento", "recesso"),
        "agreement": ("risoluzione",)}[reason]  # fmt: skip
    for word in words:
        at = text.lower().find(word)
        if at >= 0:
            value = notes.text("reason", text[at : at + len(word)], reason)
            return Prose(((text[:at], value, text[at + len(word) :]),))
    return Prose(((text,),))


def resignation_letter(rng: random.Random) -> Content:
    notes, person, firm = _leaving(rng)
    to = addressee(notes, firm_lines(notes, notes.facts["employer_name"], firm), rng.choice(("Spett.le", "Alla",
        "Spettabile", "Alla c.a. di", None)))  # fmt: skip
    dated = place_and_day(notes, person.address.city)
    subject = _marked(notes, draw_word(rng, "leaving", "resignation_subject", notes.facts), "resignation")
    head: list[Block | None] = [_own_head(notes, person) if likely(rng, 0.6) else None, to]
    if likely(rng, 0.6):
        head.insert(rng.randint(0, 2), dated)
    body = prose(notes, "leaving", "resignation")
    end: list[Block | None] = [dated if dated not in head else None]
    end.append(Prose((("In fede",), joined(notes.facts["signature"]))) if likely(rng, 0.7) else signatures(notes,
        "Firma"))  # fmt: skip
    blocks = [*head, subject if likely(rng, 0.8) else title(notes, "leaving", "resignation_title"), body, *end]
    return finished(notes, "termination_letter", [*blocks, stamp(notes, 0.25)])


def online_form(rng: random.Random) -> Content:
    notes, _, _ = _leaving(rng)
    _reason(notes, rng.choice(("resignation", "resignation", "resignation", "agreement")))
    parts: list[Block] = [form(notes, "leaving", name, style="form") for name in ("online_worker", "online_firm",
        "online_job", "online_data")]  # fmt: skip
    head = Title((rng.choice(("Ministero del Lavoro e delle Politiche Sociali", "MINISTERO DEL LAVORO",
        "cliclavoro")),)) if likely(rng, 0.5) else None  # fmt: skip
    return finished(notes, "termination_letter", [head, title(notes, "leaving", "online_title"), *parts,
        small_print(notes, "hr_print", 0.2), stamp(notes, 0.1)])  # fmt: skip


def dismissal_letter(rng: random.Random) -> Content:
    notes, person, firm = _leaving(rng)
    to = addressee(notes, [notes.facts["employee_name"], person.address.street, person.address.city_line],
        str(notes.facts["egregio"]))  # fmt: skip
    sent = Prose(((rng.choice(("Raccomandata A/R", "RACCOMANDATA A MANO", "Raccomandata a.r. anticipata via e-mail")),
        ),)) if likely(rng, 0.5) else None  # fmt: skip
    subject = _marked(notes, draw_word(rng, "leaving", "dismissal_subject", notes.facts), "dismissal")
    named = subject if likely(rng, 0.85) else title(notes, "leaving", "dismissal_title")
    blocks: list[Block | None] = [letterhead(notes, firm, "employer_name"), sent, place_and_day(notes,
        firm.address.city), to, named]  # fmt: skip
    blocks += [prose(notes, "leaving", "dismissal"), signatures(notes, rng.choice(("La Direzione", firm.name,
        "Il legale rappresentante")), "Per ricevuta, data e firma")]  # fmt: skip
    return finished(notes, "termination_letter", [*blocks, stamp(notes, 0.1)])


def agreement(rng: random.Random) -> Content:
    notes, _, firm = _leaving(rng)
    named = _marked(notes, draw_word(rng, "leaving", "agreement_title", notes.facts), "agreement")
    heading = Title(named.paragraphs[0])
    dated = place_and_day(notes, firm.address.city)
    blocks: list[Block | None] = [letterhead(notes, firm, "employer_name") if likely(rng, 0.5) else None, heading,
        prose(notes, "leaving", "agreement")]  # fmt: skip
    return finished(notes, "termination_letter", [*blocks, dated, signatures(notes, firm.name, "Il lavoratore"),
        stamp(notes, 0.05)])  # fmt: skip


def resignation_abroad(rng: random.Random) -> Content:
    notes, person, firm = _leaving(rng, "en")
    notes.say(job=rng.choice(("Sales Assistant", "Accountant", "Project Manager", "Warehouse Operator")))
    to = addressee(notes, firm_lines(notes, notes.facts["employer_name"], firm), None)
    subject = _marked(notes, rng.choice(("Subject: Letter of resignation", "Re: Resignation",
        "Notice of resignation")), "resignation")  # fmt: skip
    closing = Prose((joined(notes.facts["signature"]),))
    return finished(notes, "termination_letter", [_own_head(notes, person), to, place_and_day(notes,
        person.address.city), subject, prose(notes, "leaving", "english"), closing])  # fmt: skip
