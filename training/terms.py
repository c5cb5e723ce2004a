"""Payment terms as papers word them, and the days that follow from them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random


@dataclass(frozen=True, slots=True)
class Terms:
    """`dates` are the due dates that the wording gives; `certain` where every program computes the same ones."""

    wording: str
    dates: tuple[date, ...]
    certain: bool
    bank_of_payer: bool = False  # RiBa: collected at the customer's bank


_METHODS = {
    "it": (
        "Bonifico bancario",
        "Bonifico",
        "B.B.",
        "BB",
        "Bon. banc.",
        "Bonifico bancario",
        "Rimessa diretta",
        "R.D.",
        "Assegno bancario",
    ),
    "en": ("Bank transfer", "Wire transfer", ""),
    "de": ("Überweisung", ""),
    "fr": ("Virement", "Virement bancaire", ""),
    "es": ("Transferencia", "Transferencia bancaria", ""),
}
_RIBA = ("RI.BA.", "RIBA", "Ri.Ba.", "Ricevuta bancaria", "R.B.", "Ric. banc.")
_OTHERS = ("SDD", "SDD Core", "Addebito diretto", "MAV", "RID")
_AT_ONCE = (
    "Rimessa diretta",
    "Vista fattura",
    "Bonifico vista fattura",
    "R.D. vista fattura",
    "Contrassegno",
    "Contanti alla consegna",
    "Bonifico anticipato",
    "Pagamento anticipato",
    "Pagato",
    "A vista",
    "Bonifico immediato",
    "Carta di credito",
    "Come convenuto",
    "Rim. diretta",
    "Pagamento alla consegna",
)
_MONTH_END = (
    "{n} gg f.m.",
    "{n} gg FM",
    "{n} gg d.f.f.m.",
    "{n} GG DFFM",
    "{n} giorni fine mese",
    "{n} gg. D.F.F.M.",
    "{n} FM",
    "{n} gg data fattura fine mese",
    "{n} gg d.f. f.m.",
    "a {n} giorni fine mese",
)
_FROM_DATE = (
    "{n} gg d.f.",
    "{n} gg data fattura",
    "{n} giorni data fattura",
    "{n} GG DF",
    "{n} gg",
    "a {n} giorni",
    "{n} gg. d.f.",
    "{n} giorni",
)


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def draw_terms(rng: Random, day: date, language: str = "it") -> Terms:
    if language != "it":
        return _foreign(rng, day, language)
    way = rng.random()
    if way < 0.16:
        return Terms(rng.choice(_AT_ONCE), (), False)
    riba = rng.random() < 0.3
    method = rng.choice(_RIBA) if riba else rng.choice(_METHODS["it"]) if rng.random() < 0.85 else rng.choice(_OTHERS)
    days: tuple[int, ...]
    if way < 0.36:
        days = rng.choice(((30, 60), (30, 60, 90), (60, 90), (60, 90, 120), (30, 60, 90, 120)))
        joint = rng.choice(("/", "/", "-", " - ", "/"))
        written = joint.join(map(str, days))
    else:
        days = (rng.choice((30, 30, 30, 60, 60, 60, 90, 90, 120, 45, 15, 10, 8)),)
        written = str(days[0])
    at_end = days[0] % 30 == 0 and rng.random() < 0.6
    shape = rng.choice(_MONTH_END if at_end else _FROM_DATE)
    dates = tuple(_after(day, n, at_end, rng) for n in days)
    wording = f"{method} {shape.format(n=written)}"
    if at_end and rng.random() < 0.12:
        extra = rng.choice((5, 10, 15))
        wording += rng.choice((" + {n}", " +{n} gg", " {n} MS", " al {n} del mese successivo")).format(n=extra)
        dates = tuple(d + timedelta(days=extra) for d in dates)
    return Terms(wording.strip(), dates, at_end and day.day <= 28, riba)


def _after(day: date, days: int, at_end: bool, rng: Random) -> date:
    if at_end:
        return month_end(months_later(day.replace(day=1), days // 30))
    if days % 30 == 0 and rng.random() < 0.5:
        return months_later(day, days // 30)
    return day + timedelta(days=days)


_ABROAD = {
    "en": ("Net {n} days", "{n} days net", "Net {n}", "{n} days from invoice date", "Payment within {n} days"),
    "de": (
        "{n} Tage netto",
        "Zahlbar innerhalb von {n} Tagen ohne Abzug",
        "netto {n} Tage",
        "{n} Tage nach Rechnungsdatum",
    ),
    "fr": ("{n} jours net", "à {n} jours date de facture", "{n} jours"),
    "es": ("{n} días fecha factura", "a {n} días", "{n} días"),
}


def _foreign(rng: Random, day: date, language: str) -> Terms:
    days = rng.choice((10, 14, 30, 30, 30, 45, 60))
    method = rng.choice(_METHODS[language])
    return Terms(
        f"{method} {rng.choice(_ABROAD[language]).format(n=days)}".strip(),
        (day + timedelta(days=days),),
        days % 30 != 0,
    )
