"""Papers that certify: what was earned in a year (CU), courses, and sheets that judge somebody's work."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from training.content import Block, Column, Content, Grid, Prose, Text
from training.firms import draw_firm
from training.furnishing import (
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
from training.grammar import alternatives, draw_word, joined, table
from training.notes import Notes, finished
from training.staff import day_of, staff_notes


def tax_certificate(rng: random.Random) -> Content:
    """`year` is that of the form's name; where only the income's year is printed, that."""
    notes, _, _ = staff_notes(rng)
    year = rng.choice((2019, 2020, 2021, 2022, 2023, 2024, 2025, 2025, 2026, 2026, 2026))
    plainly = likely(rng, 0.12)
    notes.say(
        income_year=str(year - 1), cu_plain=str(year), days=rng.choice(("365", str(rng.randint(20, 364)))),
        sent=notes.style.day(date(year, 3, rng.randint(1, 31))),
        money_1=notes.style.money(Decimal(rng.randint(40_000, 900_000)) / 100),
        money_2=notes.style.money(Decimal(rng.randint(2_000, 90_000)) / 100),
        money_3=notes.style.money(Decimal(rng.randint(500, 30_000)) / 100),
    )  # fmt: skip
    shown = year - 1 if plainly else year
    notes.truth["year"] = str(shown)
    notes.say(**{"income_only" if plainly else "cu_year": notes.text("year", str(shown))})
    named = title(notes, "certificates", "cu_title_income" if plainly else "cu_title")
    if plainly and likely(rng, 0.5):
        body: list[Block] = [prose(notes, "certificates", "cu_prose")]
    else:
        worker = form(notes, "certificates", rng.choice(("cu_worker_split", "cu_worker_whole")), style="form")
        body = [form(notes, "certificates", "cu_firm", style="form"), worker]
        body += [form(notes, "certificates", rng.choice(("cu_money", "cu_money", "cu_money", "cu_self")),
            style="form")]  # fmt: skip
        body += some(notes, (0.5, form(notes, "certificates", "cu_social", style="form")), (0.3, Prose((one(notes,
            "certificates", "cu_relatives"),), "Familiari a carico")))  # fmt: skip
    end = Prose((one(notes, "certificates", "cu_sign"),)) if likely(rng, 0.6) else None
    return finished(notes, "tax_certificate", [named, *body, end, small_print(notes, "payroll_print", 0.2),
        stamp(notes, 0.05)])  # fmt: skip


def _say_course(notes: Notes) -> None:
    rng = notes.rng
    course, hours, years = rng.choice([row for row in table("certificates", "courses") if len(row) == 3])
    issued = day_of(notes)
    notes.text("course", course.upper() if likely(rng, 0.2) else course)
    notes.text("hours", rng.choice((hours.replace(".", ","), hours.replace(".",
        ",") if "." in hours else f"{hours},00", hours.replace(".", ","))), hours)  # fmt: skip
    held = issued - timedelta(days=rng.choice((0, 0, 1, 3, 10, 20)))
    notes.say(
        held=notes.style.day(held), held_2=notes.style.day(held - timedelta(days=rng.choice((1, 2, 7)))),
        card=f"{rng.randint(1, 900)}/{issued.year}", unit=draw_word(rng, "absence", "units"),
    )  # fmt: skip
    until = issued.replace(year=issued.year + int(years), day=min(issued.day, 28)) if int(years) else None
    if until and likely(rng, 0.6):
        notes.day("valid_until", until)
        notes.say(valid_line=one(notes, "certificates", "valid_dated"))
    else:
        notes.say(valid_line=one(notes, "certificates", "valid_never"), valid_words=rng.choice(("5 anni",
            "illimitata", "quinquennale", "3 anni")))  # fmt: skip


def training_certificate(rng: random.Random) -> Content:
    notes, person, _ = staff_notes(rng)
    _say_course(notes)
    body_of = draw_firm(rng, forms=("srl", "association", "bare", "body", "studio", "coop", "srl"))
    notes.say(il_sig_cap=person.word("Il Sig.", "La Sig.ra"), al_sig=person.word("al Sig.", "alla Sig.ra"))
    head: Block | None = None
    if likely(rng, 0.65):
        head = letterhead(notes, body_of, "issuer")
    notes.firm("issuer", body_of)
    named = title(notes, "certificates", "training_title")
    style = rng.choice(("any", "form"))
    body = form(notes, "certificates", "training_form", style=style) if likely(rng, 0.5) else prose(notes,
        "certificates", "training_prose")  # fmt: skip
    text = str(body)
    dated = place_and_day(notes, body_of.address.city) if "'date'" not in text or likely(rng, 0.2) else None
    end = [Prose((joined(rng.choice(("Soggetto formatore: ", "Ente: ", "Rilasciato da ", "Organizzato da: ")),
        notes.facts["issuer"]),))] if head is None and "'issuer'" not in text else []  # fmt: skip
    law = Prose((one(notes, "certificates", "training_law"),)) if likely(rng, 0.5) else None
    signed = signatures(notes, *rng.sample(("Il docente", "Il responsabile del corso", "Il direttore",
        "Il legale rappresentante"), rng.randint(1, 2)))  # fmt: skip
    blocks: list[Block | None] = [head, named, *([law, body] if likely(rng, 0.5) else [body, law]), *end, dated,
        signed]  # fmt: skip
    return finished(notes, "training_certificate", [*blocks, small_print(notes, "hr_print", 0.3), stamp(notes, 0.05)])


def _draw_score(rng: random.Random) -> str:
    out_of = rng.choice((5, 10, 10, 100, 30, 4))
    scored = rng.uniform(out_of * 0.5, out_of)
    forms = (f"{scored:.1f}/{out_of}", f"{round(scored)}/{out_of}", f"{scored:.2f}", f"{round(scored)} su {out_of}",
        f"{scored / out_of * 100:.0f}%", f"{scored:.1f}", f"{round(scored)}/{out_of}")  # fmt: skip
    return rng.choice(forms).replace(".", ",") if likely(rng, 0.75) else draw_word(rng, "certificates",
        "verbal_scores")  # fmt: skip


def _skills(notes: Notes, last: Text | None) -> Grid:
    rng = notes.rng
    most = rng.choice((4, 5, 10))
    weighted = likely(rng, 0.35)
    heads = [Column(rng.choice(("Criterio", "Competenza", "Obiettivo", "Area di valutazione", "Fattori", "Voce")),
        wide=True)]  # fmt: skip
    heads += [Column(rng.choice(("Peso", "Peso %")), numeric=True)] if weighted else []
    heads.append(Column(rng.choice(("Punteggio", "Voto", f"Giudizio (1-{most})", "Valutazione", "Punti")),
        numeric=True))  # fmt: skip
    rows: list[tuple[Text, ...]] = []
    for skill in rng.sample(alternatives("certificates", "skills"), rng.randint(3, 9)):
        weight: list[Text] = [(f"{rng.choice((10, 15, 20, 25))}%",)] if weighted else []
        rows.append(((skill,), *weight, (str(rng.randint(1, most)),)))
    if last:
        empty: list[Text] = [("100%",)] if weighted else []
        rows.append(((rng.choice(("Totale", "TOTALE", "Punteggio totale", "Media")),), *empty, last))
    return Grid(tuple(heads), tuple(rows))


def evaluation(rng: random.Random) -> Content:
    notes, person, firm = staff_notes(rng)
    end = day_of(notes) - timedelta(days=rng.randint(0, 80))
    start = end - timedelta(days=rng.choice((89, 180, 364, 365)))
    if likely(rng, 0.6):
        end = date(day_of(notes).year - 1, 12, 31)
        start = end.replace(month=1, day=1) if likely(rng, 0.8) else end.replace(month=7, day=1)
    notes.day("period_start", start)
    notes.day("period_end", end)
    notes.text("score", _draw_score(rng))
    notes.say(unit=draw_word(rng, "absence", "units"), remark=draw_word(rng, "certificates", "remarks"),
        il_sig_cap=person.word("Il Sig.", "La Sig.ra"))  # fmt: skip
    head = letterhead(notes, firm, "employer_name") if likely(rng, 0.5) else None
    about: list[Block] = [form(notes, "certificates", "evaluation_form", style=rng.choice(("form", "any")))]
    about.append(form(notes, "certificates", rng.choice(("evaluation_period", "evaluation_period_split"))))
    way = rng.random()
    if way < 0.2:
        about = [about[0], prose(notes, "certificates", "evaluation_prose"), place_and_day(notes, firm.address.city)]
    result: list[Block] = [_skills(notes, joined(notes.facts["score"]) if way > 0.75 else None)]
    result += [form(notes, "certificates", "evaluation_score")] if way <= 0.75 else []
    remark = Prose((one(notes, "certificates", "remarks"),), rng.choice((None, "Commenti", "Note",
        "Osservazioni del valutatore"))) if likely(rng, 0.6) else None  # fmt: skip
    signed = signatures(notes, "Il valutatore", "Il valutato") if likely(rng, 0.8) else None
    blocks: list[Block | None] = [head, title(notes, "certificates", "evaluation_title"), *about, *result, remark,
        signed]  # fmt: skip
    return finished(notes, "evaluation", [*blocks, small_print(notes, "hr_print", 0.4), stamp(notes, 0.04)])
