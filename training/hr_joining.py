"""Papers of joining a firm: contracts of employment as letters, deeds and forms, and the notices of hiring (UNILAV)."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal

from training.content import Block, Content, Prose, Title
from training.firms import Firm
from training.furnishing import (
    addressee,
    form,
    letterhead,
    likely,
    one,
    place_and_day,
    prose,
    signatures,
    small_print,
    some,
    stamp,
    title,
)
from training.grammar import draw_word, joined, paragraphs
from training.notes import Notes, finished
from training.staff import day_of, say_choice, staff_notes

_TYPES = ("permanent",) * 6 + ("fixed_term",) * 6 + ("apprenticeship",) * 2 + ("internship", "other")
_LETTERS = {"permanent": "A.01.00", "fixed_term": "A.02.00", "apprenticeship": "A.03.09", "internship": "C.01.00",
    "other": "A.05.02"}  # fmt: skip


def _say_term(notes: Notes, kind: str) -> None:
    """When it starts, how it ends, and how the paper says so."""
    rng = notes.rng
    start = day_of(notes) + timedelta(days=rng.choice((0, 1, 1, 2, 3, 5, 7, 14, 20, 31)))
    notes.day("start_date", start)
    notes.say(trial_end=notes.style.day(start + timedelta(days=rng.randint(14, 180))))
    closed = kind in ("fixed_term", "internship", "apprenticeship") or (kind == "other" and likely(rng, 0.5))
    if closed and (kind == "fixed_term" or likely(rng, 0.7)):
        days = rng.randint(700, 1100) if kind == "apprenticeship" else rng.choice((30, 61, 91, 122, 183, 184, 364,
            365, 729))  # fmt: skip
        notes.day("end_date", start + timedelta(days=days))
        notes.say(until=one(notes, "hiring", "until_closed"), notice_until=one(notes, "hiring", "notice_closed"))
    else:
        notes.say(until=one(notes, "hiring", "until_open"), notice_until="")


def _say_pay(notes: Notes) -> None:
    rng = notes.rng
    yearly = Decimal(rng.randrange(14_000, 68_000, 100)) + (Decimal(rng.randint(0, 99)) / 100 if likely(rng,
        0.4) else 0)  # fmt: skip
    notes.say(currency_sign=rng.choice(("€ ", "", "Euro ", "EUR ")), monthly=notes.style.money(yearly / 13))
    if likely(rng, 0.7):
        notes.amount("gross_salary", yearly)
        notes.say(pay=one(notes, "hiring", "pay_yearly"))
    else:
        notes.say(pay=one(notes, "hiring", "pay_monthly"))


def _contract_notes(rng: random.Random) -> tuple[Notes, Firm]:
    notes, _, firm = staff_notes(rng)
    kind = rng.choice(_TYPES)
    say_choice(notes, "contract_type", "hiring", kind, kind)
    _say_term(notes, kind)
    notes.text("level", draw_word(rng, "payslip", "levels"))
    _say_pay(notes)
    return notes, firm


def contract_letter(rng: random.Random) -> Content:
    notes, firm = _contract_notes(rng)
    head = letterhead(notes, firm, "employer_name")
    greeting = rng.choice((str(notes.facts["egregio"]), "Egr. Sig.", "Gent.", "Spett.le", ""))
    to = addressee(notes, [notes.facts["employee_name"], notes.facts["home_street"], notes.facts["home_line"]],
        greeting or None)  # fmt: skip
    dated = place_and_day(notes, firm.address.city)
    top: list[Block | None] = [dated, to] if likely(rng, 0.5) else [to, dated]
    named = title(notes, "hiring", "title") if likely(rng, 0.5) else Prose((one(notes, "hiring", "subject"),))
    body: list[Block | None] = [prose(notes, "hiring", "greeting"), prose(notes, "hiring", "opening")]
    if likely(rng, 0.3):
        body.append(form(notes, "hiring", "form"))
        body += some(notes, (0.5, Prose((one(notes, "hiring", "c_end"),))))
    else:
        body.append(prose(notes, "hiring", "clauses"))
    signed = signatures(notes, *rng.choice(((firm.name, "Per accettazione"), ("La Direzione",
        "Il lavoratore per accettazione"), ("Il datore di lavoro", "Il dipendente"))))  # fmt: skip
    return finished(notes, "employment_contract", [head, *top, named, *body, signed, small_print(notes, "hr_print",
        0.4), stamp(notes, 0.05)])  # fmt: skip


def contract_deed(rng: random.Random) -> Content:
    notes, firm = _contract_notes(rng)
    parts = prose(notes, "hiring", "parties")
    dated = place_and_day(notes, firm.address.city)
    blocks: list[Block | None] = [letterhead(notes, firm, "employer_name") if likely(rng, 0.4) else None]
    blocks += [title(notes, "hiring", "title"), parts, prose(notes, "hiring", "clauses")]
    if likely(rng, 0.25):
        blocks.insert(-1, form(notes, "hiring", "form"))
    blocks += [dated, signatures(notes, "Il datore di lavoro", "Il lavoratore"), small_print(notes, "hr_print", 0.3)]
    return finished(notes, "employment_contract", blocks)


def contract_form(rng: random.Random) -> Content:
    notes, firm = _contract_notes(rng)
    sides: list[Block | None] = [form(notes, "hiring", "form_firm", style="form"), form(notes, "hiring",
        "form_worker", style="form")]  # fmt: skip
    if likely(rng, 0.4):
        sides[0] = letterhead(notes, firm, "employer_name")
    facts = form(notes, "hiring", "form", style=rng.choice(("form", "any")))
    dated = place_and_day(notes, firm.address.city)
    closing = some(notes, (0.6, Prose(paragraphs(rng, "hiring", "c_law", notes.facts))), (0.3, Prose(paragraphs(rng,
        "hiring", "c_privacy", notes.facts))))  # fmt: skip
    blocks: list[Block | None] = [sides[0], title(notes, "hiring", "title"), sides[1], facts, *closing, dated]
    blocks.append(signatures(notes, "Datore di lavoro", "Lavoratore"))
    return finished(notes, "employment_contract", [*blocks, small_print(notes, "hr_print", 0.5), stamp(notes, 0.05)])


def contract_abroad(rng: random.Random) -> Content:
    language = rng.choice(("en", "en", "de"))
    notes, person, firm = staff_notes(rng, language)
    kind = rng.choice(("permanent", "fixed_term"))
    _say_term(notes, kind)
    say_choice(notes, "contract_type", "hiring", f"{language}_{kind}", kind)
    join = " and ends on " if language == "en" else " bis "
    notes.say(until=joined(join, notes.facts["end_date"]) if "end_date" in notes.truth else "")
    notes.amount("gross_salary", Decimal(rng.randrange(24_000, 90_000, 500)))
    notes.say(anrede=person.word("Herrn", "Frau"), job=rng.choice(("Software Engineer", "Account Manager",
        "Buchhalter", "Sales Assistant", "Techniker", "Project Manager")))  # fmt: skip
    named = Title((rng.choice({"en": ("EMPLOYMENT AGREEMENT", "Offer of employment", "Contract of Employment"),
        "de": ("ARBEITSVERTRAG", "Anstellungsvertrag")}[language]),))  # fmt: skip
    body = prose(notes, "hiring", "english" if language == "en" else "german")
    to = addressee(notes, [notes.facts["employee_name"], person.address.street, person.address.city_line])
    blocks: list[Block | None] = [letterhead(notes, firm, "employer_name"), place_and_day(notes, firm.address.city),
        to, named, body]  # fmt: skip
    return finished(notes, "employment_contract", [*blocks, signatures(notes, firm.name, person.name)])


def hiring_notice(rng: random.Random) -> Content:
    notes, _, _ = staff_notes(rng)
    kind = rng.choice(_TYPES)
    _say_term(notes, kind)
    digits = "".join(rng.choice("0123456789") for _ in range(rng.choice((16, 16, 16, 15, 12))))
    notes.text("protocol_number", rng.choice((digits, digits, digits, f"{digits[:4]}/{digits[4:11]}",
        f"{digits[:7]}")))  # fmt: skip
    notes.say(
        hour=rng.choice(("", "", f" {rng.randint(8, 19):02d}:{rng.randint(0, 59):02d}",
        f" ore {rng.randint(8, 19)}.{rng.randint(10, 59)}")),
        old_protocol="".join(rng.choice("0123456789") for _ in range(16)), agent=notes.facts["other_person"],
        agent_code=notes.facts["other_code"], permit_end=notes.style.day(day_of(notes) + timedelta(days=400)),
        stamp_date=notes.facts["earlier_2"],
        unilav_type=rng.choice((f"{_LETTERS[kind]} - ", "")) + draw_word(rng, "hiring", kind).upper(),
        level_shown=draw_word(rng, "payslip", "levels"),
    )  # fmt: skip
    head: list[Block | None] = [Title((draw_word(rng, "hiring", "notice_head", notes.facts),)) if likely(rng,
        0.6) else None, title(notes, "hiring", "notice_title")]  # fmt: skip
    if likely(rng, 0.12):
        body: list[Block] = [prose(notes, "hiring", "notice_prose")]
        body += some(notes, (0.4, form(notes, "hiring", "notice_job")))
    else:
        worker = rng.choice(("notice_worker", "notice_worker", "notice_worker_whole"))
        body = [form(notes, "hiring", part, style="form") for part in ("notice_firm", worker, "notice_job")]
        data = form(notes, "hiring", "notice_data", style="form")
        body.insert(0 if likely(rng, 0.45) else len(body), data)
    return finished(notes, "hiring_notice", [*head, *body, small_print(notes, "hr_print", 0.2), stamp(notes, 0.08)])
