"""Papers of being away: requests for leave as forms, tables, letters and mails, and certificates of sickness."""

from __future__ import annotations

import random
from datetime import timedelta

from training.content import Block, Column, Content, Grid, Pair, Pairs, Prose, SmallPrint, Text, Title
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
    some,
    stamp,
    title,
)
from training.grammar import draw_word, joined
from training.notes import Notes, finished
from training.people import Person
from training.staff import day_of, say_choice, staff_notes

_TYPES = ("holiday",) * 5 + ("paid_leave",) * 4 + ("law_104",) * 2 + ("parental", "unpaid", "other", "other")
_BOXES = (("☒", "☐"), ("[X]", "[ ]"), ("[x]", "[ ]"), ("X", "□"), ("■", "□"), ("(X)", "( )"), ("☑", "☐"), ("X", "O"),
    ("X", "_"))  # fmt: skip


def _say_time(notes: Notes, kind: str) -> bool:
    """From when to when, or which hours; whether it is hours."""
    rng = notes.rng
    start = day_of(notes) + timedelta(days=rng.randint(1, 60))
    notes.day("start_date", start, long=likely(rng, 0.2))
    by_hour = kind in ("paid_leave", "law_104", "unpaid", "other") and likely(rng, 0.5)
    if by_hour:
        half_hours = rng.randint(2, 16)
        _say_hours(notes, half_hours)
        notes.say(leave_what=one(notes, "absence", "leave_what_hours"))
        return True
    days = rng.choice((0, 1, 2, 4, 6, 9, 11, 13, 18, 20, 27))
    end = start + timedelta(days=days)
    notes.say(days=str(max(1, days * 5 // 7 + (1 if days < 5 else 0))), back=notes.style.day(end + timedelta(days=3)))
    if days or likely(rng, 0.8):
        notes.day("end_date", end)
        notes.say(leave_what=one(notes, "absence", "leave_what_days"))
    else:
        notes.say(leave_what=one(notes, "absence", "leave_what_day"))
    return False


def _say_hours(notes: Notes, half_hours: int) -> None:
    rng = notes.rng
    whole, half = divmod(half_hours, 2)
    begin = rng.randint(8, 17 - whole) if whole < 9 else 8
    shown = rng.choice((f"{whole}{',5' if half else ''}", f"{whole},{'50' if half else '00'}",
        f"{whole}:{'30' if half else '00'}", f"{whole}{',5' if half else ''} h"))  # fmt: skip
    notes.text("hours", shown, f"{whole}{'.5' if half else ''}")
    mark = rng.choice((":", ".", ","))
    notes.say(from_hour=f"{begin}{mark}00", to_hour=f"{begin + whole}{mark}{'30' if half else '00'}")


def _leave(rng: random.Random) -> tuple[Notes, Person, Firm, str, bool]:
    notes, person, firm = staff_notes(rng)
    kind = rng.choice(_TYPES)
    say_choice(notes, "leave_type", "absence", f"type_{kind}", kind)
    notes.say(
        unit=draw_word(rng, "absence", "units"), why=draw_word(rng, "absence", "why"), own_mail_plain=person.email,
        boss_mail=firm.owner.email, clock=f"{rng.randint(7, 19):02d}:{rng.randint(0, 59):02d}",
        decided=notes.style.day(day_of(notes) + timedelta(days=2)), days_left=str(rng.randint(0, 32)),
        del_sig_other="di",
    )  # fmt: skip
    return notes, person, firm, kind, _say_time(notes, kind)


def _ticks(notes: Notes, kind: str) -> Block:
    """The kinds of leave to choose from, one of them ticked: only that one writes the field."""
    rng = notes.rng
    on, off = rng.choice(_BOXES)
    kinds = [kind, *rng.sample([k for k in dict.fromkeys(_TYPES) if k != kind], rng.randint(2, 5))]
    rng.shuffle(kinds)
    before = likely(rng, 0.7)
    rows: list[Text] = []
    for each in kinds:
        words = notes.facts["leave_type"] if each == kind else draw_word(rng, "absence", f"type_{each}")
        box = on if each == kind else off
        rows.append(joined(box, " ", words) if before else joined(words, " ", box))
    if likely(rng, 0.3):
        return Prose((joined(*(joined(row, "    ") for row in rows)),))
    if likely(rng, 0.3):
        heads = (Column(draw_word(rng, "absence", "leave_table_heads"), wide=True), Column(""))
        return Grid(heads, tuple((row, ("",)) for row in rows))
    return Prose(tuple(rows), rng.choice((None, "Tipo di assenza", "CHIEDE", "Causale (barrare la casella)",
        "Tipologia richiesta")))  # fmt: skip


def leave_form(rng: random.Random) -> Content:
    notes, _, firm, kind, by_hour = _leave(rng)
    head = letterhead(notes, firm) if likely(rng, 0.5) else None
    time = form(notes, "absence", "leave_hours" if by_hour else "leave_time", style=rng.choice(("form", "any")))
    what: Block = _ticks(notes, kind)
    if likely(rng, 0.25):
        what = Pairs((Pair(rng.choice(("Tipo di assenza", "Tipologia", "Causale", "Tipo richiesta",
            "Motivo assenza")), joined(notes.facts["leave_type"])),))  # fmt: skip
    middle = [what, time]
    if likely(rng, 0.3):
        middle.reverse()
    dated: Block = Pairs((Pair(rng.choice(("Data", "Data richiesta", "Data della richiesta", "Richiesta del",
        "Presentata il")), joined(notes.facts["date"])),)) if likely(rng, 0.5) else place_and_day(notes,
        firm.address.city)  # fmt: skip
    named = title(notes, "absence", "leave_title")
    worker = form(notes, "absence", "leave_worker", style=rng.choice(("form", "any")))
    order: list[Block | None] = [head, named, dated, worker, *middle] if likely(rng, 0.3) else [head, named, worker,
        *middle, dated]  # fmt: skip
    order += some(notes, (0.3 if kind in ("law_104", "parental") else 0.0, Prose((one(notes, "absence", "leave_law"),
        ))))  # fmt: skip
    order += [signatures(notes, "Firma del dipendente", "Firma del responsabile") if likely(rng, 0.7) else None]
    order += some(notes, (0.45, Prose((one(notes, "absence", "leave_approval"),))))
    return finished(notes, "leave_request", [*order, small_print(notes, "hr_print", 0.4), stamp(notes, 0.2)])


def _title_for(kind: str) -> str:
    """Only holidays are asked for under the headline of holidays, where there are no boxes to tick."""
    return "leave_title" if kind == "holiday" else "leave_title_other"


def leave_letter(rng: random.Random) -> Content:
    notes, person, firm, kind, _ = _leave(rng)
    to = addressee(notes, firm_lines(notes, firm.name, firm), rng.choice(("Spett.le", "Alla", None)))
    own = addressee(notes, [notes.facts["employee_name"], person.address.line]) if likely(rng, 0.4) else None
    named = title(notes, "absence", _title_for(kind)) if likely(rng, 0.5) else None
    dated = place_and_day(notes, firm.address.city)
    body: list[Block] = [prose(notes, "absence", "leave_prose")]
    body += some(notes, (0.5, Prose((one(notes, "absence", "leave_law"),)))) if kind in ("law_104",
        "parental") else []  # fmt: skip
    end: list[Block | None] = [dated if likely(rng, 0.5) else None, Prose((joined("Firma: ",
        notes.facts["signature"]),))]  # fmt: skip
    top: list[Block | None] = [own, to if likely(rng, 0.7) else None, None if end[0] else dated, named]
    end += some(notes, (0.3, Prose((one(notes, "absence", "leave_approval"),))))
    return finished(notes, "leave_request", [*top, *body, *end, stamp(notes, 0.2)])


def leave_mail(rng: random.Random) -> Content:
    notes, _, _, _, _ = _leave(rng)
    head = form(notes, "absence", "leave_mail")
    return finished(notes, "leave_request", [head, prose(notes, "absence", "leave_prose"), small_print(notes,
        "letter_print", 0.3)])  # fmt: skip


def leave_table(rng: random.Random) -> Content:
    """A month's or a year's sheet of one worker's requests, the first row being the request."""
    notes, _, firm, kind, by_hour = _leave(rng)
    heads = [Column(rng.choice(("Tipo", "Causale", "Tipo assenza"))), Column(rng.choice(("Dal", "Data inizio",
        "Inizio")))]  # fmt: skip
    cells = [joined(notes.facts["leave_type"]), joined(notes.facts["start_date"])]
    if by_hour:
        heads += [Column(rng.choice(("Ore", "N. ore", "Totale ore")), numeric=True)]
        cells += [joined(notes.facts["hours"])]
    elif "end_date" in notes.truth:
        heads += [Column(rng.choice(("Al", "Data fine", "Fine"))), Column(rng.choice(("Giorni", "GG")), numeric=True)]
        cells += [joined(notes.facts["end_date"]), (str(notes.facts["days"]),)]
    grid = Grid(tuple(heads), (tuple(cells),))
    worker = form(notes, "absence", "leave_worker", style="form")
    blocks: list[Block | None] = [letterhead(notes, firm) if likely(rng, 0.4) else None, title(notes, "absence",
        _title_for(kind)), worker, grid]  # fmt: skip
    return finished(notes, "leave_request", [*blocks, place_and_day(notes, firm.address.city), signatures(notes,
        "Il dipendente", "Visto il responsabile"), stamp(notes)])  # fmt: skip


def _sick(rng: random.Random) -> tuple[Notes, Person, Firm]:
    notes, person, firm = staff_notes(rng)
    written = day_of(notes)
    start = written - timedelta(days=rng.choice((0, 0, 0, 1, 1, 2)))
    days = rng.choice((1, 2, 2, 3, 4, 5, 7, 9, 14, 20, 29))
    notes.day("start_date", start)
    notes.day("end_date", written + timedelta(days=days))
    number = "".join(rng.choice("0123456789") for _ in range(rng.choice((9, 9, 9, 10, 8, 12))))
    notes.text("protocol_number", number)
    notes.say(
        days=str((written - start).days + days + 1), doctor_code=str(rng.randint(10_000, 999_999)),
        al_sig=person.word("al Sig.", "alla Sig.ra"),
        il_sig_cap=person.word("Il Sig.", "La Sig.ra"),
    )  # fmt: skip
    return notes, person, firm


def sick_form(rng: random.Random) -> Content:
    notes, _, _ = _sick(rng)
    split = "sick_worker_split" if likely(rng, 0.25) else "sick_worker"
    worker, data = form(notes, "absence", split, style="form"), form(notes, "absence", "sick_data",
        style=rng.choice(("form", "any")))  # fmt: skip
    doctor = form(notes, "absence", "sick_doctor", style="form") if likely(rng, 0.7) else None
    number = form(notes, "absence", "sick_number")
    parts: list[Block | None] = [worker, data, doctor]
    if likely(rng, 0.3):
        parts = [doctor, worker, data]
    parts.insert(0 if likely(rng, 0.7) else len(parts), number)
    head = Title((rng.choice(("INPS", "Istituto Nazionale Previdenza Sociale", "I.N.P.S.",
        "Servizio Sanitario Nazionale")),)) if likely(rng, 0.5) else None  # fmt: skip
    foot = SmallPrint((draw_word(rng, "absence", "sick_print"),)) if likely(rng, 0.6) else None
    return finished(notes, "sick_note", [head, title(notes, "absence", "sick_title"), *parts, foot, stamp(notes,
        0.08)])  # fmt: skip


def sick_prose(rng: random.Random) -> Content:
    notes, person, _ = _sick(rng)
    doctor = addressee(notes, [f"{rng.choice(('Dott.', 'Dr.', 'Dott.ssa', 'Studio Medico Dott.'))} "
        f"{notes.facts['other_name']}", rng.choice(("Medico Chirurgo", "Medico di Medicina Generale",
        "Specialista in Ortopedia")), f"{person.address.street} - {person.address.city}"])  # fmt: skip
    named = title(notes, "absence", "sick_title") if likely(rng, 0.6) else None
    dated = place_and_day(notes, person.address.city)
    body: list[Block | None] = [prose(notes, "absence", "sick_prose"), dated]
    if likely(rng, 0.3):
        body.reverse()
    end = Prose((("Il medico",), (f"Dott. {notes.facts['other_name']}",))) if likely(rng, 0.6) else None
    return finished(notes, "sick_note", [doctor if likely(rng, 0.7) else None, named, *body, end, stamp(notes, 0.2)])


def sick_mail(rng: random.Random) -> Content:
    """The worker tells the firm the number of the certificate."""
    notes, _, firm = _sick(rng)
    dated: Block = place_and_day(notes, firm.address.city)
    if likely(rng, 0.6):
        notes.say(clock=f"{rng.randint(7, 19):02d}:{rng.randint(0, 59):02d}",
            own_mail_plain=str(notes.facts["own_email"]), boss_mail=firm.owner.email)  # fmt: skip
        dated = form(notes, "absence", "leave_mail")
    return finished(notes, "sick_note", [dated, prose(notes, "absence", "sick_mail"), stamp(notes, 0.1)])
