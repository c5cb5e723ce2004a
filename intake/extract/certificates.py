"""Fields of certificates, evaluations, curricula and identity documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from intake.extract.common import dated
from intake.extract.found import Found
from intake.extract.hours import hours
from intake.extract.names import looks_like_person
from intake.extract.people import employee_names
from intake.extract.periods import period
from intake.extract.result import Draft
from intake.extract.scoring import Scored, document_date_prior, ranked
from intake.extract.staff import employer, employer_code, matches, person
from intake.extract.texts import labelled_texts
from intake.extract.wanted import WANTED
from intake.words import folded
from storage.kinds import FieldType

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_PHONE = re.compile(
    r"(?<![\w/.,])(?:(?:\+|00)\d{2}[ .-]?)?(?:3\d{2}|0\d{1,3})[ ./-]?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?![\w/])"
)

_CARD = re.compile(
    r"(?<!\w)(?:C[A-Z]\s?\d{5}\s?[A-Z]{2}|[A-Z]{2}\s?\d{7}|80380\d{15}|[A-Z]\d[A-Z0-9]\d{6}[A-Z]|U1[A-Z0-9]{8})(?!\w)"
)

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")

_BEHIND_COURSE = re.compile(
    r"[,;.(]?\s+(?:organizzato|organizzata|della durata|durata|di ore|svolto|svoltosi|tenuto|tenutosi|presso|ai sensi"
    r"|in videoconferenza|in aula|in presenza|erogato|conforme|con esito|per (?:un|complessiv)|docente|in data|dal \d"
    r"|il \d|nei giorni|e ha|e-?learning)\b.*$",
    re.IGNORECASE,
)


def tax_certificate(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    draft.choose("year", sorted((_year(draft, f) for f in matches(draft, _YEAR)), key=lambda s: -s.score), 0.3)


_YEAR_TOLD = re.compile(
    r"(?:\banno|\bperiodo d imposta|\bredditi|\bcompensi|\bcorrisposti nel|\byear|certificazion\w+"
    r"|\britenute)\W*(?:del|di|nel|d)?\W*$"
)


def _year(draft: Draft, found: Found) -> Scored:
    """The year in the form's name, else the year that the income is of."""
    before = folded(" ".join(word.text for word in found.cell.words[: found.first]))
    high = 0.5 * max(0.0, 0.5 - found.place.top)
    if re.search(r"\bcu\W*$|unica\W*$", before) or re.match(r"cu ?20\d\d", found.words[0].text.lower()):
        return Scored(found, 1.2 + high, ("label:CU",))
    if "unica" in before or "cu" in before.split():
        return Scored(found, 1.0 + high, ("label:CU",))
    if not before and _named_above(draft, found):
        return Scored(found, 0.9 + high, ("label:CU (below)",))
    return Scored(found, 0.5 + high if _YEAR_TOLD.search(before) else 0.0, ("label:year",))


def _named_above(draft: Draft, found: Found) -> bool:
    """Whether a year alone stands under or right of the form's name."""
    sheet = draft.paper.sheet(found.cell.page)
    row = sheet.rows[found.cell.row]
    over = sheet.rows[found.cell.row - 1].text if found.cell.row else ""
    left = " ".join(cell.text for cell in row.cells[: found.cell.column])
    return len(found.cell.words) == 1 and any("unica" in folded(text) for text in (over, left))


def training_certificate(draft: Draft, kind: str) -> None:
    person(draft, large_print=True)
    issued = dated(draft, kind)
    valid = ranked(draft.paper, FieldType.DATE, WANTED[kind]["valid_until"])
    draft.choose("valid_until", [v for v in valid if issued is None or v.found.value > issued.found.value], 0.4)
    course(draft)
    hours(draft)
    employer(draft, "issuer", {"issuer": 1.0, "employer": 0.4})


def course(draft: Draft) -> None:
    """What the word for a course announces, or what stands between quotation marks."""
    quoted = [
        Scored(f, 1.3, ("form:quoted",)) for f in matches(draft, re.compile(r"[«“\"]\s*([^«»“”\"]{6,90})\s*[»”\"]"))
    ]
    announced = [one for one in labelled_texts(draft.paper, "course") if len(one.found.value) > 6]
    unnamed = [
        one
        for one in announced
        if not re.match(r"(?:di formazione|della durata|del|ha|e con|dal|in data)\b", one.found.value.lower())
    ]
    draft.choose("course", [*quoted, *(_cut(one) for one in unnamed)], 0.4)


def _cut(one: Scored) -> Scored:
    """A course's title without what the sentence goes on with: who held it, where, how long."""
    text = _BEHIND_COURSE.sub("", one.found.value).strip(" ,;.")
    return Scored(replace(one.found, value=text), one.score, one.evidence) if len(text) > 4 else one


def evaluation(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    employer(draft)
    period(draft, kind)
    used = {draft.fields[n].value for n in ("period_start", "period_end") if n in draft.fields}
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["date"], document_date_prior)
    draft.choose("date", [d for d in dates if d.found.value not in used], 0.25)
    draft.choose("score", sorted(_scores(draft), key=lambda s: -s.score), 0.5)


_SCORE = re.compile(
    r"(?:(?:punteggio|giudizio|valutazione|voto|media)(?: (?:finale|complessiv[oa]|totale|medi[oa]))?\W+)?"
    r"(?:\((?:scala|su|da|in)[^)]*\)\W*|(?:di|con|:|=|-|pari a|e|è|finale|complessiv[oa])\s+)*"
    r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?(?: ?(?:/|su) ?\d{1,3}(?:[.,]\d)?| ?%)?"
    r"|[A-E][+-]?(?!\w)|[A-Za-zÀ-ú]{4,}(?: [A-Za-zÀ-ú']{2,}){0,4})",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\w[^(]*\((\d{1,3}(?:[.,]\d{1,2})? ?(?:/|su) ?\d{1,3})\)\s*$")
_SCALE = re.compile(r"\W*(?:\(?\s*(?:scala|da \d|\d ?- ?\d+\W*$|\d ?÷ ?\d))", re.IGNORECASE)


def _scores(draft: Draft) -> Iterator[Scored]:
    """What stands at a label for the result: figures before words ("Sufficiente"), the scale itself being none."""
    for one in labelled_texts(draft.paper, "score"):
        text = one.found.value
        bracketed = _IN_BRACKETS.match(text)
        match = None if _SCALE.match(text) else _SCORE.match(text)
        if bracketed is not None:
            yield replace(one, found=replace(one.found, value=bracketed[1]), score=one.score + 0.3)
        elif match is not None and len(text) < 60:
            value = match["value"]
            figures = value[0].isdigit()
            of = "/" in value or " su " in value or value.endswith("%")
            words = text if not figures and len(text) < 40 else value
            bonus = 0.3 if of else 0.15 if figures else -0.1
            yield replace(one, found=replace(one.found, value=words if not figures else value), score=one.score + bonus)


def cv(draft: Draft, kind: str) -> None:
    names = [*_headline_person(draft), *employee_names(draft.paper, large_print=True)]
    draft.choose("employee_name", sorted(names, key=lambda s: -s.score), 0.3)
    mails = [Scored(f, 1.3, ("form:e-mail",)) for f in matches(draft, _EMAIL)]
    draft.choose("email", mails, 0.3, text=mails[0].found.value.rstrip(".").lower() if mails else None)
    phones = [
        Scored(f, 1.0 + 0.3 * (f.value.lstrip("+0").startswith(("39", "3"))), ("form:phone",))
        for f in matches(draft, _PHONE)
    ]
    draft.choose(
        "phone",
        [p for p in sorted(phones, key=lambda s: -s.score) if sum(c.isdigit() for c in p.found.value) >= 8],
        0.3,
    )


def _headline_person(draft: Draft) -> list[Scored]:
    """A name in large print, on one line or on two under each other."""
    sheet = draft.paper.sheets[0]
    found: list[Scored] = []
    for block in draft.paper.blocks:
        large = [c for c in block.cells if c.page == sheet.page and c.height > 1.2 * sheet.line_height]
        words = tuple(word for cell in large for word in cell.words)
        texts = [word.text for word in words]
        if 2 <= len(words) <= 5 and looks_like_person(texts):
            size = large[0].height / sheet.line_height
            cell = large[0]
            value = Found(FieldType.TEXT, " ".join(texts).strip(",;"), 1.0, cell, 0, len(cell.words) - 1)
            found.append(Scored(value, min(1.2, 0.2 + 0.4 * size), ("print:large",)))
    return sorted(found, key=lambda s: -s.score)


def identity_document(draft: Draft, kind: str) -> None:
    person(draft)
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["valid_until"])
    latest = max((d.found.value for d in dates), default="")
    draft.choose(
        "valid_until",
        sorted(
            (d.better_by(0.4, "order:latest date") if d.found.value == latest else d for d in dates),
            key=lambda s: -s.score,
        ),
        0.4,
    )
    cards = [Scored(f, 1.3, ("form:document number",)) for f in matches(draft, _CARD)]
    named = [
        one
        for one in labelled_texts(draft.paper, "document_number")
        if re.fullmatch(r"[A-Z0-9 ]{6,22}", one.found.value) and any(c.isdigit() for c in one.found.value)
    ]
    draft.choose("document_number", [*cards, *named], 0.4)
    if "document_number" in draft.fields and cards:
        draft.choose("document_number", cards, 0.4, text=cards[0].found.value.replace(" ", ""))
