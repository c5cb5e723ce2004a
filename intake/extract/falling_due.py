"""The day on which money falls due by the wording of payment terms."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from intake.words import folded

_UNIT = r"(?:gg|g|99|giorni|giorno|gior|days?|tagen?|jours?|dias?)"
_DAYS = re.compile(
    rf"\b(\d{{1,3}})(?: (?:e )?\d{{2,3}})* ?(?:{_UNIT}|fm|dffm|df|ffm|netto|net|fine mese|data)\b"
    rf"|\b(?:net|netto) (\d{{1,3}})\b"
)
_MONTHS = re.compile(r"\b(\d{1,2}) (?:mesi|mese|months?|monate?n?|mois)\b")
_MONTH_END = re.compile(
    r"\b(?:fm|dffm|ffm|fine mese|f m|eom|monatsende|fin de mois|fin du mois|end of month|month end|fin de mes)\b"
)
_AT_SIGHT = re.compile(
    r"\bvista\b|\bvf\b|\brimessa diretta\b|\bimmediat\w+\b|\bcontanti\b|\bsofort\b|\bpronto\b"
    r"|ricevimento (?:della )?fattura"
    r"|\b(?:rim(?:essa)?|r) dir(?:etta)?\b|\brd\b|upon receipt|on receipt|a reception|comptant|al contado"
)
_EXTRA = re.compile(
    r"(?:fm|mese|dffm|ms) (?:piu )?(\d{1,2})\b(?! (?:99|fm|dffm))"
    r"|\bal? (\d{1,2}) (?:del |di )?(?:mese )?(?:successivo|succ|prossimo)|(\d{1,2}) ms\b"
)
# Days counted from what the paper does not tell: its receipt, the delivery, an order.
_FROM_ELSEWHERE = re.compile(
    r"\b(?:ricevimento|ricezione|drf|rf|consegna|merce|collaudo|fine lavori|receipt|delivery|erhalt|rechnungserhalt"
    r"|lieferung|reception|livraison)\b"
)
# Paid already, or before there is an invoice.
_NOT_OWED = re.compile(r"\b(?:pagat[oa]|saldato|paid|anticipat[oa]|vorkasse|vorauskasse|prepa\w+|compensazione)\b")
_FARTHEST = 365


def due_date(terms: str, issued: date) -> date | None:
    """The first due date that follows from the terms of a paper issued on a day, or None where none does.

    Multiples of thirty days with the end of the month count as calendar months, else as days: the usual practice."""
    text = folded(terms)
    if _NOT_OWED.search(text):
        return None
    number = _days(text)
    if number is not None and _FROM_ELSEWHERE.search(text):
        return None
    if number is None:
        return _without_days(text, issued)
    if number > _FARTHEST:
        return None
    if not _MONTH_END.search(text):
        return issued + timedelta(days=number)
    shifted = month_later(issued, number // 30) if number % 30 == 0 else issued + timedelta(days=number)
    return _moved(_end_of_month(shifted), text)


def _days(text: str) -> int | None:
    """The number of days; the longest where a discount is given for paying sooner, else the first of a list."""
    found = [int(match[1] or match[2]) for match in _DAYS.finditer(text)]
    if not found:
        return None
    return max(found) if "%" in text or "skonto" in text or "sconto" in text else found[0]


def _without_days(text: str, issued: date) -> date | None:
    months = _MONTHS.search(text)
    if months is not None:
        later = month_later(issued, int(months[1]))
        return _moved(_end_of_month(later), text) if _MONTH_END.search(text) else later
    if _MONTH_END.search(text) or _EXTRA.search(text):
        return _moved(_end_of_month(issued), text)
    return issued if _AT_SIGHT.search(text) else None


def _moved(due: date, text: str) -> date:
    """To the day of the next month that the terms add: "fm + 10", "al 10 del mese successivo"."""
    extra = _EXTRA.search(text)
    if extra is None:
        return due
    day = int(extra[1] or extra[2] or extra[3])
    return month_later(due.replace(day=1), 1).replace(day=max(1, min(28, day)))


def month_later(day: date, months: int) -> date:
    """A day some calendar months later, the last of its month where there is no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
