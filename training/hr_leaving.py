"""Papers of leaving a firm: resignations by letter and by the ministry's form, dismissals, agreements."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import timedelta

from training.content import Block, Content, Prose, Text, Title, Value
from training.firms import Firm
from training.furnishing import (
    addressee,
    firm_lines,
    form,
    letterhead,
    likely,
    one,
    place_and_day,
    prose,
    signatures,
    small_print,
    stamp,
    title,
)
from training.grammar import joined
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


_WORDS = {
    "resignation": re.compile(r"(?i)dimissioni volontarie|dimissioni|dimettermi|resignation|resigning"),
    "dismissal": re.compile(r"(?i)licenziamento"),
    "agreement": re.compile(r"(?i)risoluzione consensuale"),
}


def _marked(notes: Notes, reason: str, text: Text) -> Text:
    """The text with every word for the reason marked as the reason."""
    parts: list[str | Value] = []
    for part in text:
        if isinstance(part, Value):
            parts.append(part)
            continue
        at = 0
        for found in _WORDS[reason].finditer(part):
            parts += [part[at : found.start()], notes.text("reason", found[0], reason)]
            at = found.end()
        parts.append(part[at:])
    return joined(*parts)


def _left(notes: Notes, reason: str, blocks: list[Block | None]) -> Content:
    """The paper, the reason marked in its headline and its prose."""
    marked: list[Block | None] = []
    for block in blocks:
        if isinstance(block, Title):
            marked.append(Title(_marked(notes, reason, block.text)))
        elif isinstance(block, Prose):
            marked.append(Prose(tuple(_marked(notes, reason, text) for text in block.paragraphs), block.title))
        else:
            marked.append(block)
    return finished(notes, "termination_letter", marked)


def _subject(notes: Notes, name: str) -> Prose:
    return Prose((one(notes, "leaving", name),))


def resignation_letter(rng: random.Random) -> Content:
    notes, person, firm = _leaving(rng)
    to = addressee(notes, firm_lines(notes, notes.facts["employer_name"], firm), rng.choice(("Spett.le", "Alla",
        "Spettabile", "Alla c.a. di", None)))  # fmt: skip
    dated = place_and_day(notes, person.address.city)
    subject = _subject(notes, "resignation_subject")
    head: list[Block | None] = [_own_head(notes, person) if likely(rng, 0.6) else None, to]
    if likely(rng, 0.6):
        head.insert(rng.randint(0, 2), dated)
    body = prose(notes, "leaving", "resignation")
    end: list[Block | None] = [dated if dated not in head else None]
    signed = "employee_name" not in str((head, body)) or likely(rng, 0.6)
    end.append(Prose((("In fede",), joined(notes.facts["signature"]))) if signed else signatures(notes, "Firma"))
    blocks = [*head, subject if likely(rng, 0.8) else title(notes, "leaving", "resignation_title"), body, *end]
    return _left(notes, "resignation", [*blocks, stamp(notes, 0.25)])


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
    subject = _subject(notes, "dismissal_subject")
    named = subject if likely(rng, 0.85) else title(notes, "leaving", "dismissal_title")
    blocks: list[Block | None] = [letterhead(notes, firm, "employer_name"), sent, place_and_day(notes,
        firm.address.city), to, named]  # fmt: skip
    blocks += [prose(notes, "leaving", "dismissal"), signatures(notes, rng.choice(("La Direzione", firm.name,
        "Il legale rappresentante")), "Per ricevuta, data e firma")]  # fmt: skip
    return _left(notes, "dismissal", [*blocks, stamp(notes, 0.1)])


def agreement(rng: random.Random) -> Content:
    notes, _, firm = _leaving(rng)
    heading = title(notes, "leaving", "agreement_title")
    dated = place_and_day(notes, firm.address.city)
    blocks: list[Block | None] = [letterhead(notes, firm, "employer_name") if likely(rng, 0.5) else None, heading,
        prose(notes, "leaving", "agreement")]  # fmt: skip
    return _left(notes, "agreement", [*blocks, dated, signatures(notes, firm.name, "Il lavoratore"),
        stamp(notes, 0.05)])  # fmt: skip


def resignation_abroad(rng: random.Random) -> Content:
    notes, person, firm = _leaving(rng, "en")
    notes.say(job=rng.choice(("Sales Assistant", "Accountant", "Project Manager", "Warehouse Operator")))
    to = addressee(notes, firm_lines(notes, notes.facts["employer_name"], firm), None)
    subject = Prose(((rng.choice(("Subject: Letter of resignation", "Re: Resignation", "Notice of resignation")),),))
    closing = Prose((joined(notes.facts["signature"]),))
    return _left(notes, "resignation", [_own_head(notes, person), to, place_and_day(notes,
        person.address.city), subject, prose(notes, "leaving", "english"), closing])  # fmt: skip
