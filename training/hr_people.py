"""Papers about who somebody is: curricula, and identity documents as copies of them come in."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace
from datetime import timedelta

from training.content import Block, Content, Prose, Text, Title
from training.firms import draw_firm
from training.furnishing import (
    addressee,
    form,
    likely,
    one,
    prose,
    several,
    signatures,
    small_print,
    some,
    stamp,
    title,
)
from training.grammar import divided, draw_word, joined
from training.notes import Notes, draw_day, finished
from training.people import Person, draw_phone
from training.staff import staff_notes

_DOCUMENTS = ("card", "card", "cie", "cie", "cie", "health", "health", "passport", "permit", "licence")
_FORMS = {"health": "health_card", "passport": "passport", "permit": "permit", "licence": "licence", "cie": "cie"}
_NUMBERS = {"card": "AA0000000", "cie": "CA00000AA", "health": "80380000000000000000", "passport": "YA0000000",
    "permit": "I00000000", "licence": "U1A000000A"}  # fmt: skip


def _cv_notes(rng: random.Random, language: str = "it") -> tuple[Notes, Person]:
    notes, person, _ = staff_notes(rng, language)
    notes.text("email", person.email)
    notes.text("phone", person.phone)
    notes.say(other_phone=draw_phone(rng), unit=draw_word(rng, "absence", "units").lower(), mark=str(rng.randint(60,
        100)), mark_110=str(rng.randint(80, 110)))  # fmt: skip
    _say_job(notes)
    return notes, person


def _say_job(notes: Notes) -> None:
    """Another place where somebody worked, from one day to another."""
    rng = notes.rng
    start = draw_day(rng, 2004, 2024)
    end = start + timedelta(days=rng.randint(90, 2500))
    firm = draw_firm(rng)
    notes.say(
        from_day=notes.style.day(start), to_day=rng.choice((notes.style.day(end), "oggi", "in corso")),
        from_month=f"{start:%m/%Y}",
        to_month=f"{end:%m/%Y}", from_year=str(start.year), to_year=str(end.year), work_firm=firm.name,
        work_city=firm.address.city,
        job=draw_word(rng, "payslip", "jobs"), duty=draw_word(rng, "persons", "duties"),
        school_year=str(rng.randint(1985, 2022)),
    )  # fmt: skip


def _career(notes: Notes) -> list[Block]:
    rng = notes.rng
    heading = rng.choice(("ESPERIENZA LAVORATIVA", "Esperienze lavorative", "ESPERIENZA PROFESSIONALE",
        "Esperienza professionale"))  # fmt: skip
    blocks: list[Block] = []
    if likely(rng, 0.35):
        for number in range(rng.randint(1, 3)):
            _say_job(notes)
            facts = form(notes, "persons", "cv_job_form", style="form")
            blocks.append(replace(facts, title=None if number else heading))
    else:
        rows: list[Text] = []
        for _ in range(rng.randint(1, 5)):
            _say_job(notes)
            rows.append(one(notes, "persons", "cv_job"))
        blocks.append(Prose(tuple(rows), heading))
    schools = several(notes, "persons", "cv_school", rng.randint(1, 3))
    blocks.append(Prose(schools, rng.choice(("ISTRUZIONE E FORMAZIONE", "Istruzione e formazione", "Formazione",
        "TITOLI DI STUDIO"))))  # fmt: skip
    skills = several(notes, "persons", "cv_skills", rng.randint(1, 4))
    blocks.append(Prose(skills, rng.choice(("CAPACITÀ E COMPETENZE PERSONALI", "Competenze", "Lingue e competenze",
        "ALTRE COMPETENZE"))))  # fmt: skip
    return blocks


def cv_form(rng: random.Random) -> Content:
    """The European form: labels at the left of everything."""
    notes, _ = _cv_notes(rng)
    facts = form(notes, "persons", "cv_form", style=rng.choice(("form", "any")))
    profile = Prose((one(notes, "persons", "cv_profile"),)) if likely(rng, 0.25) else None
    law = Prose((one(notes, "persons", "cv_law"),)) if likely(rng, 0.75) else None
    return finished(notes, "cv", [title(notes, "persons", "cv_title"), facts, profile, *_career(notes), law,
        signatures(notes, "Firma") if likely(rng, 0.3) else None, small_print(notes, "hr_print", 0.1)])  # fmt: skip


def cv_free(rng: random.Random) -> Content:
    """Name large at the top, the ways to reach somebody below it."""
    notes, person = _cv_notes(rng)
    marks = rng.choice((("", "", ""), ("Tel. ", "E-mail: ", ""), ("Cell. ", "", "Indirizzo: "), ("Tel: ", "Mail: ",
        "Residenza: ")))  # fmt: skip
    reach: list[Text] = [joined(marks[0], notes.facts["phone"]), joined(marks[1], notes.facts["email"]),
        (marks[2] + person.address.line,)]  # fmt: skip
    if likely(rng, 0.5):
        reach.append((f"{person.word('Nato', 'Nata')} il {notes.facts['born']} a {person.birth_place.name}",))
    rng.shuffle(reach)
    head: list[Block | None] = [Title(joined(notes.facts["employee_name"]))]
    if likely(rng, 0.4):
        head.append(Prose((joined(*(joined(row, "  |  ") for row in reach)),)))
    else:
        head.append(addressee(notes, reach))
    if likely(rng, 0.4):
        head.insert(rng.choice((0, 1)), Title(("CURRICULUM VITAE",)))
    profile = Prose((one(notes, "persons", "cv_profile"),), rng.choice((None, "Profilo", "CHI SONO"))) if likely(rng,
        0.5) else None  # fmt: skip
    law = Prose((one(notes, "persons", "cv_law"),)) if likely(rng, 0.6) else None
    return finished(notes, "cv", [*head, profile, *_career(notes), law])


def cv_abroad(rng: random.Random) -> Content:
    notes, _ = _cv_notes(rng, "en")
    head = Title(joined(notes.facts["employee_name"]))
    reach = Prose((joined("Phone: ", notes.facts["phone"]), joined("Email: ", notes.facts["email"])))
    return finished(notes, "cv", [Title((rng.choice(("CURRICULUM VITAE", "RESUME", "Curriculum Vitae")),
        )) if likely(rng, 0.6) else None, head, reach, prose(notes, "persons", "cv_english")])  # fmt: skip


def _number(rng: random.Random, shape: str) -> str:
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    return "".join(rng.choice("0123456789") if c == "0" else rng.choice(letters) if c == "A" and i else c for i,
        c in enumerate(shape))  # fmt: skip


def _mrz(notes: Notes, person: Person) -> str:
    plain = unicodedata.normalize("NFKD", f"{person.surname}<<{person.given}").encode("ascii",
        "ignore").decode().upper()  # fmt: skip
    name = re.sub(r"[^A-Z<]", "<", plain)
    return f"P<ITA{name}".ljust(44, "<")[:44] + "  " + f"{person.born:%y%m%d}{person.sex}".ljust(30, "<")


def identity_document(rng: random.Random) -> Content:
    notes, person, _ = staff_notes(rng)
    what = rng.choice(_DOCUMENTS)
    issued = draw_day(rng, 2013, 2026)
    until = issued.replace(year=issued.year + rng.choice((5, 10, 10, 6)), day=min(issued.day, 28))
    shown = _number(rng, _NUMBERS[what])
    shown = f"{shown[:2]} {shown[2:]}" if what == "card" and likely(rng, 0.5) else shown
    notes.text("document_number", shown)
    notes.day("valid_until", until, long=False)
    notes.say(
        issued=notes.style.day(issued), nation=rng.choice(("ITALIANA", "Italiana", "ITA")),
        home_city_upper=person.address.city.upper(),
        tall=str(rng.randint(52, 96)), act=str(rng.randint(3, 900)), mrz=_mrz(notes, person),
    )  # fmt: skip
    names = divided(one(notes, "persons", f"id_titles_{what}"))
    parts: list[Block] = [form(notes, "persons", _FORMS[what])] if what in _FORMS else [form(notes, "persons",
        "id_card"), form(notes, "persons", "id_card_data")]  # fmt: skip
    if likely(rng, 0.4):
        rng.shuffle(parts)
    copy = some(notes, (0.35, Prose((one(notes, "persons", "id_copy"),))))
    return finished(notes, "identity_document", [*(Title(name) for name in names), *parts, *copy, stamp(notes, 0.06)])
