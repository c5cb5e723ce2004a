"""Values, dates and sizes as people read them."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_datetime, format_timedelta
from babel.numbers import format_decimal

from storage.amounts import CURRENCY_SIGNS
from storage.errors import Message
from storage.kinds import Field, FieldType, Label
from storage.values import show
from web.language import language

_SIGNS = {code: sign for sign, code in CURRENCY_SIGNS.items() if len(sign) == 1}
NO_BREAK = "\N{NO-BREAK SPACE}"


def in_words(text: Message | Label) -> str:
    return text.it if language() == "it" else text.en


def shown(field: Field, value: str) -> str:
    return show(field.type, value, language(), field.choices)


def grouped(field: Field, value: str) -> str:
    """As `shown`, with an IBAN in groups of four, as people compare it."""
    text = shown(field, value)
    if field.type is not FieldType.IBAN:
        return text
    return NO_BREAK.join(text[at : at + 4] for at in range(0, len(text), 4))


def short_date(value: str | None) -> str:
    """A document's date, which may be a day, a month or a year."""
    if not value:
        return ""
    if len(value) == 7:
        return f"{value[5:]}/{value[:4]}"
    return show(FieldType.DATE, value, language())


def money(value: str | None, currency: str | None) -> str:
    if not value:
        return ""
    return f"{show(FieldType.AMOUNT, value, language())}{NO_BREAK}{_SIGNS.get(currency or 'EUR', currency)}"


def percent(part: float) -> str:
    return f"{round(part * 100)}{NO_BREAK}%"


def number(value: int) -> str:
    return format_decimal(value, locale=locale())


def moment(at: datetime) -> str:
    return format_datetime(at.astimezone(), "d MMM y, HH:mm", locale=locale())


def since(at: datetime) -> str:
    """A time of today, else with its day."""
    here = at.astimezone()
    is_today = here.date() == datetime.now(here.tzinfo).date()
    return format_datetime(here, "HH:mm", locale=locale()) if is_today else moment(at)


def ago(at: datetime, now: datetime) -> str:
    """How long ago, roughly: for what came in today."""
    seconds = max(0, int((now - at).total_seconds()))
    return format_timedelta(-seconds, add_direction=True, locale=locale())


def size(octets: int) -> str:
    """In units of a thousand, as file managers show it."""
    amount, unit = float(octets), "B"
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1000 or unit == "GB":
            break
        amount /= 1000
    return f"{format_decimal(amount, format='0' if unit in ('B', 'kB') else '0.0', locale=locale())}{NO_BREAK}{unit}"


def locale() -> str:
    return "it" if language() == "it" else "en_GB"
