"""Payment terms as printed ("Bonifico 60 gg D.F.F.M."), and the due date that follows from them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from intake.words import folded, word_set

_METHODS = word_set(
    "bonifico bonif ri ba riba rb bb rimessa contanti contrassegno assegno sdd rid mav ricevuta vista anticipato ribe"
    " addebito carta paypal net netto tage jours days zahlbar virement uberweisung bank immediato rd pagopa bollettino"
)
_DAYS = re.compile(
    r"\b(\d{1,3})(?: (?:e )?(\d{2,3}))?(?: (?:e )?(\d{2,3}))? ?(?:gg|g|giorni|gior|days|tage|jours|fm|dffm|df)\b"
)
_MONTH_END = re.compile(r"\b(?:fm|dffm|fine mese|f m|eom|monatsende|fin de mois|df fm)\b")
_AT_SIGHT = re.compile(r"\bvista\b|\brimessa diretta\b|\bimmediato\b|\bcontanti\b|\bsofort\b|ricevimento fattura")
_EXTRA = re.compile(r"(?:fm|mese|dffm) (?:\+ )?(\d{1,2})\b|al (\d{1,2}) (?:del )?mese successivo")


def looks_like_terms(text: str) -> bool:
    words = folded(text).split()
    return any(word in _METHODS for word in words[:4]) or _DAYS.search(" ".join(words)) is not None


def _month_later(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def due_date(terms: str, issued: date) -> date | None:
    """The first due date that follows from the terms, or None where they name none.

    Multiples of thirty days with the end of the month count as calendar months, else as days: the usual practice."""
    text = folded(terms)
    days = _DAYS.search(text)
    if days is None:
        if _MONTH_END.search(text):
            return _end_of_month(issued)
        return issued if _AT_SIGHT.search(text) else None
    number = int(days[1])
    if number > 365:
        return None
    if not _MONTH_END.search(text):
        return issued + timedelta(days=number)
    shifted = _month_later(issued, number // 30) if number % 30 == 0 else issued + timedelta(days=number)
    due = _end_of_month(shifted)
    extra = _EXTRA.search(text)
    return due if extra is None else _month_later(due.replace(day=1), 1).replace(day=min(28, int(extra[1] or extra[2])))
