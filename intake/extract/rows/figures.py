"""Numbers in the cells of a list: amounts with cents, quantities, rates, discounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from intake.words import word_set
from storage.reading import Word
from storage.values import parse_amount

UNITS = word_set(
    "pz nr n kg lt l m mq mc h ore ora gg g cf cp fs mese mesi q q.li qli t ton ml set paia paio conf cad cadauno "
    "pcs pc stk st stuck std hr hrs ea each un uni ud unita scat sc ct rot rt mt m2 m3 m² m³ km anno anni gior "
    "giorni giorno corpo ac a.c hg gr cl dl kit bx box pal bancali crt cart sacchi sac lotto forf forfait u unit "
    "month day hour days hours psch bl fl btl pax notti notte copie fg pezzi pezzo colli collo num nr. pz."
)
_RATE = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?) ?%?")


def is_figure(text: str) -> bool:
    """Whether a word is a number, a sign or a currency: nothing that describes goods."""
    bare = text.strip("()|;:*'’")
    return re.fullmatch(r"[-+–−]?[€$£]?\d[\d.,%/'’+]*[€%]?-?|[-–—]+|[€$£%]|EUR|eur|CHF|USD", bare) is not None


def is_amount(text: str) -> bool:
    return re.fullmatch(r"[-+–−]?[€$]?(?:\d+|\d{1,3}(?:[.,'’]\d{3})+)[.,]\d{2}€?-?", text.strip("()|;:*")) is not None


def is_unit(text: str) -> bool:
    return text.lower().strip(".,:;()|") in UNITS


def number_in(words: Sequence[Word]) -> Decimal | None:
    """The one number of a cell, or None where there is none or more than one."""
    texts = [word.text.strip("|;:*()'’") for word in words]
    numbers = [parse_amount(text.strip("%€")) for text in texts if any(c.isdigit() for c in text)]
    known = [number for number in numbers if number is not None]
    if len(known) == 1 == len(numbers):
        return known[0]
    return parse_amount("".join(texts).strip("%€")) if len(numbers) > 1 else None


def rate_in(words: Sequence[Word]) -> Decimal | None:
    """A percentage of VAT: a small number, with or without its sign."""
    match = _RATE.fullmatch(" ".join(word.text.strip("|;:*()") for word in words).strip())
    return Decimal(match[1].replace(",", ".")) if match is not None else None


def discount_in(words: Sequence[Word]) -> Decimal:
    """What share of the price is left after the discounts of a cell: `10+5` leaves 0.855. 1 where there is none."""
    left = Decimal(1)
    text = " ".join(word.text for word in words)
    if not re.fullmatch(r"[-–]?[\d.,+% -]*", text):
        return left
    for part in re.findall(r"\d{1,2}(?:[.,]\d{1,2})?", text):
        left *= 1 - Decimal(part.replace(",", ".")) / 100
    return left
