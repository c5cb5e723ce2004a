"""How a paper writes its facts: amounts, dates, numbers in one hand; and the record of what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from storage.amounts import canonical_amount
from training.content import Text, Value

CENT = Decimal("0.01")
MONTHS = {
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}
# language -> ways of writing a date, with weights
_DATES = {
    "it": {
        "{d:02}/{m:02}/{y}": 58,
        "{d:02}/{m:02}/{s:02}": 11,
        "{d:02}-{m:02}-{y}": 7,
        "{d:02}.{m:02}.{y}": 6,
        "{d}/{m}/{y}": 5,
        "{d} {name} {y}": 8,
        "{d:02} {short} {y}": 2,
        "{y}-{m:02}-{d:02}": 3,
    },
    "en": {
        "{d:02}/{m:02}/{y}": 30,
        "{d} {name} {y}": 25,
        "{name} {d}, {y}": 20,
        "{d:02}-{short}-{y}": 10,
        "{y}-{m:02}-{d:02}": 15,
    },
    "de": {"{d:02}.{m:02}.{y}": 70, "{d}. {name} {y}": 18, "{d:02}.{m:02}.{s:02}": 12},
    "fr": {"{d:02}/{m:02}/{y}": 70, "{d} {name} {y}": 25, "{d:02}.{m:02}.{y}": 5},
    "es": {"{d:02}/{m:02}/{y}": 70, "{d} de {name} de {y}": 20, "{d:02}-{m:02}-{y}": 10},
}


def cents(number: Decimal) -> Decimal:
    return number.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Hand:
    """One paper's way to write. `mark` is the currency beside sums, `{}` the number: "€ {}"."""

    language: str
    date_form: str
    group: str
    point: str
    mark: str
    currency: str = "EUR"

    def date(self, day: date) -> str:
        name = MONTHS[self.language][day.month - 1]
        return self.date_form.format(d=day.day, m=day.month, y=day.year, s=day.year % 100, name=name, short=name[:3])

    def number(self, number: Decimal, places: int = 2) -> str:
        """With `places` decimals at least; more where the number has more."""
        own = -int(number.normalize().as_tuple().exponent)
        text = f"{abs(number):,.{max(places, own)}f}"
        whole, _, decimals = text.partition(".")
        shown = whole.replace(",", self.group) + (self.point + decimals if decimals else "")
        return "-" + shown if number < 0 else shown

    def sum(self, number: Decimal) -> str:
        return self.mark.format(self.number(number))


def draw_hand(rng: Random, language: str = "it", currency: str = "EUR") -> Hand:
    forms = _DATES[language]
    if currency == "USD":
        forms = {"{m:02}/{d:02}/{y}": 30, "{name} {d}, {y}": 50, "{short} {d}, {y}": 20}
    group, point = {"it": (".", ","), "en": (",", "."), "de": (".", ","), "fr": (" ", ","), "es": (".", ",")}[language]
    if rng.random() < 0.14:
        group = ""
    sign = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF"}[currency]
    marks = (
        (["{}"] * 6)
        + [f"{sign} {{}}"] * 3
        + [f"{{}} {sign}"] * 3
        + [f"{sign}{{}}", f"{currency} {{}}", f"{{}} {currency}"]
    )
    if currency == "EUR" and language == "it":
        marks += ["Euro {}", "{}€"]
    return Hand(language, rng.choices(list(forms), list(forms.values()))[0], group, point, rng.choice(marks), currency)


@dataclass(slots=True)
class Book:
    """What a paper writes, noted as it is written: every value becomes the truth of its field."""

    hand: Hand
    fields: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, text: str, truth: str | None = None) -> Value:
        self.fields[name] = " ".join((truth if truth is not None else text).split())
        return Value(text, name)

    def day(self, name: str, day: date) -> Value:
        return self.text(name, self.hand.date(day), day.isoformat())

    def sum(self, name: str, number: Decimal, *, bare: bool = False) -> Value:
        self.fields[name] = canonical_amount(number)
        return Value(self.hand.number(number) if bare else self.hand.sum(number), name)


def one(*parts: str | Value) -> Text:
    """A text of these parts, without empty ones."""
    return tuple(part for part in parts if part != "")


def serial(rng: Random, year: int, *, letters: bool = True) -> str:
    """A document's number in one of the many forms."""
    n = rng.choice((rng.randint(1, 60), rng.randint(1, 999), rng.randint(100, 9999), rng.randint(1000, 99999)))
    forms = [
        f"{n}",
        f"{n}",
        f"{n}/{year}",
        f"{n}/{year}",
        f"{n}/{year % 100:02}",
        f"{year}/{n}",
        f"{n:04d}",
        f"{n:06d}",
        f"{year}-{n:05d}",
        f"{n}-{year}",
        f"{year}{n:05d}",
    ]
    if letters:
        a = rng.choice("ABCDEFVPS")
        two = rng.choice(("FT", "FV", "FA", "FE", "VE", "INV", "PA", "FPR", "V1", "V2", "NC", "AB", "RM", "DOC"))
        forms += [
            f"{n}/{a}",
            f"{a}{n:05d}",
            f"{two}{n:06d}",
            f"{two}-{year}-{n:04d}",
            f"{two}/{n}",
            f"{n}/{two}",
            f"{two} {n}",
            f"{two} {n}/{year % 100:02}",
            f"{n}/{rng.randint(1, 9):02d}/{year}",
            f"{a}-{n}/{year}",
        ]
    return rng.choice(forms)


def draw_day(rng: Random, first: int = 2019, last: int = 2027) -> date:
    return date(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28))


def some(rng: Random, share: float) -> bool:
    return rng.random() < share
