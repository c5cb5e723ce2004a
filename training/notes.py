"""What a paper could say, gathered while it is written: the truth of each field and how it is printed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from storage.kinds import FIELDS, FieldType
from training.content import Block, Content, Grid, Pairs, Party, Prose, Text, Title, Value
from training.firms import Firm
from training.grammar import Fact, words_of
from training.people import Person

_MONTHS = {language: words_of("common", f"months_{language}") for language in ("it", "en", "de", "fr")}
_NUMERIC = ("{d:02}/{m:02}/{y}",) * 8 + ("{d:02}.{m:02}.{y}", "{d:02}-{m:02}-{y}", "{d}/{m}/{y}",
    "{d:02}/{m:02}/{s:02}", "{d}.{m}.{y}", "{d:02}.{m:02}.{s:02}", "{d}/{m}/{s:02}", "{y}-{m:02}-{d:02}",
    "{d:02} / {m:02} / {y}", "{d:02}{j}{k}{j}{y}")  # fmt: skip
_LONG = {
    "it": ("{d} {n} {y}",) * 4 + ("{d:02} {n} {y}", "{d} {N} {y}", "{d}° {n} {y}", "{d} {k} {y}"),
    "en": ("{d} {n} {y}", "{n} {d}, {y}", "{d} {k} {y}"),
    "de": ("{d}. {n} {y}",),
    "fr": ("{d} {n} {y}",),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How one paper writes: its numeric and its long dates, whether names stand in capitals or surname first,
    and whether it spells out the month wherever it can."""

    language: str
    numeric: str
    long: str
    upper: bool
    surname_first: bool
    joint: str
    spelled: bool

    def day(self, day: date) -> str:
        return self._written(self.numeric, day)

    def long_day(self, day: date) -> str:
        return self._written(self.long if day.day == 1 or "°" not in self.long else "{d} {n} {y}", day)

    def month(self, day: date) -> str:
        return f"{_MONTHS[self.language][day.month - 1]} {day.year}"

    def person(self, person: Person) -> str:
        name = person.surname_first if self.surname_first else person.name
        return name.upper() if self.upper else name

    def money(self, amount: Decimal) -> str:
        shown = f"{amount:,.2f}"
        return shown if self.language == "en" else shown.translate(str.maketrans(",.", ".,"))

    def _written(self, form: str, day: date) -> str:
        name = _MONTHS[self.language][day.month - 1]
        return form.format(
            d=day.day, m=day.month, y=day.year, s=day.year % 100, n=name, N=name.capitalize(), k=name[:3],
            j=self.joint
        )  # fmt: skip


def draw_style(rng: random.Random, language: str = "it") -> Style:
    return Style(
        language, rng.choice(_NUMERIC), rng.choice(_LONG[language]), rng.random() < 0.3, rng.random() < 0.45,
        rng.choice(" -/"), rng.random() < 0.15,
    )  # fmt: skip


def draw_day(rng: random.Random, first: int = 2016, last: int = 2027) -> date:
    """A working day, recent ones more often."""
    start = date(first, 1, 1).toordinal()
    span = date(last, 12, 31).toordinal() - start
    day = date.fromordinal(start + int(span * rng.random() ** 0.5))
    return day - timedelta(days=max(0, day.weekday() - 4))


@dataclass(frozen=True, slots=True)
class Notes:
    """The facts of one paper under way. Each method notes a field's truth and returns one printed form of it;
    the first form of a field is `facts[field]`, and dates are in `facts` as `<field>_long` too."""

    rng: random.Random
    style: Style
    truth: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)

    def text(self, name: str, shown: str, value: str | None = None) -> Value:
        self.truth.setdefault(name, " ".join((value or shown).split()))
        return self._kept(name, shown)

    def day(self, name: str, day: date, *, long: bool | None = None) -> Value:
        self.truth[name] = day.isoformat()
        self.facts.setdefault(f"{name}_long", Value(self.style.long_day(day), name))
        as_long = self.style.spelled != (self.rng.random() < 0.06) if long is None else long
        return self._kept(name, self.style.long_day(day) if as_long else self.style.day(day))

    def person(self, name: str, person: Person) -> Value:
        self.truth[name] = person.name
        return self._kept(name, self.style.person(person))

    def firm(self, name: str, firm: Firm) -> Value:
        self.truth[name] = firm.name
        return self._kept(name, firm.name)

    def amount(self, name: str, amount: Decimal) -> Value:
        self.truth[name] = f"{amount:.2f}"
        return self._kept(name, self.style.money(amount))

    def code(self, name: str, code: str) -> Value:
        """A tax code or a VAT id, now and then spaced or with its country as papers have it."""
        self.truth[name] = code
        shown = code.removeprefix("IT") if FIELDS[name].type is FieldType.VAT_ID else code
        if len(shown) == 16 and self.rng.random() < 0.06:
            shown = f"{shown[:3]} {shown[3:6]} {shown[6:11]} {shown[11:]}"
        return self._kept(name, shown)

    def say(self, **facts: Fact) -> None:
        """Facts that write no field: decoys, places, words that agree with somebody."""
        self.facts.update(facts)

    def worker(self, person: Person) -> None:
        """All that papers say of an employee; `{o}` and the like agree with them."""
        self.person("employee_name", person)
        self.code("employee_tax_code", person.tax_code)
        place = person.birth_place
        self.say(
            o=person.word("o", "a"), sig=person.word("Sig.", "Sig.ra"), egregio=person.word("Egr. Sig.",
            "Gent.ma Sig.ra"),
            born=self.style.day(person.born), born_long=self.style.long_day(person.born), birth_place=place.name,
            birth_province=place.province, sex=person.sex, home=person.address.line,
            home_street=person.address.street,
            home_city=person.address.city, home_line=person.address.city_line, own_phone=person.phone,
            own_email=person.email, surname=Value(self._case(person.surname), "employee_name"),
            given=Value(self._case(person.given), "employee_name"), home_province=person.address.province,
            signature=Value(person.name if self.rng.random() < 0.7 else person.surname_first, "employee_name"),
        )  # fmt: skip

    def employer(self, firm: Firm) -> None:
        self.firm("employer_name", firm)
        self.code("employer_tax_code", firm.tax_code)
        self.say(
            seat=firm.address.line, seat_street=firm.address.street, seat_city=firm.address.city,
            seat_line=firm.address.city_line, firm_phone=firm.phone, firm_pec=firm.pec, firm_email=firm.email,
            firm_vat=firm.vat_number, boss=firm.owner.name, boss_code=firm.owner.tax_code, city=firm.address.city,
            boss_born=self.style.day(firm.owner.born), boss_o=firm.owner.word("o", "a"), firm_short=firm.short,
        )  # fmt: skip

    def _case(self, text: str) -> str:
        return text.upper() if self.style.upper else text

    def _kept(self, name: str, shown: str) -> Value:
        value = Value(shown, name)
        self.facts.setdefault(name, value)
        return value


def draw_notes(rng: random.Random, language: str = "it") -> Notes:
    return Notes(rng, draw_style(rng, language))


def finished(notes: Notes, kind: str, blocks: list[Block | None], *, printer: bool = False) -> Content:
    """The paper: only what its blocks print stays in its fields; a block that is None was not written."""
    written = tuple(block for block in blocks if block is not None)
    printed = {part.field for block in written for text in texts_of(block) for part in text if isinstance(part,
        Value)}  # fmt: skip
    fields = {name: value for name, value in notes.truth.items() if name in printed}
    return Content(kind, fields, written, language=notes.style.language, printer=printer)


def texts_of(block: Block) -> Iterator[Text]:
    """Every text of the block that may hold values."""
    match block:
        case Title(text=text):
            yield text
        case Party(lines=lines):
            yield from lines
        case Pairs(pairs=pairs):
            yield from (pair.value for pair in pairs)
        case Prose(paragraphs=paragraphs):
            yield from paragraphs
        case Grid(rows=rows):
            yield from (cell for row in rows for cell in row)
        case _:
            return
