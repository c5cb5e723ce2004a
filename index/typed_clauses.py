"""A name and what was typed after it, as a part of a query; what cannot be understood of it is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from index import remarks
from index.field_names import Filter, areas_named, filter_names, kinds_named, nearest, statuses_named, values_of
from index.language import fold
from index.query import AmountRange, Clause, CountRange, DateRange, Phrase, Prefix, Where, Within, Word
from index.remarks import Remark
from index.typed_ranges import amount_range, count_range, date_range, is_empty, turned
from storage.kinds import FIELDS, FieldType

_DATES = (FieldType.DATE, FieldType.MONTH)
_NUMBERS = (FieldType.AMOUNT, FieldType.HOURS, FieldType.INT)
_ME = ("me", "io", "mio", "mia")
_NOBODY = ("nessuno", "nobody", "none", "-")


@dataclass(frozen=True, slots=True)
class People:
    """Who asks, and whom else a document can be assigned to: ids by names as they are written."""

    me: int | None = None
    ids: Mapping[str, int] = field(default_factory=dict)

    def named(self, text: str) -> int | None:
        """0 stands for nobody; None: no such person."""
        wanted = fold(text)
        if wanted in _ME:
            return self.me
        if wanted in _NOBODY:
            return 0
        known = {fold(name): id for name, id in self.ids.items()}
        if wanted in known:
            return known[wanted]
        found = {id for name, id in known.items() if wanted in re.split(r"[\s.@_-]+", name)}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Named:
    """`name:value` as it stands in what was typed; `operator` is one of < <= > >= = or nothing."""

    part: str
    name: str
    operator: str
    value: str
    is_quoted: bool


Understood = tuple[Clause | None, Remark | None]
R = TypeVar("R", DateRange, AmountRange, CountRange)
T = TypeVar("T")


def words(text: str, is_quoted: bool, fields: tuple[str, ...]) -> Clause:
    if is_quoted:
        return Phrase(text, fields)
    beginning = text.rstrip("?!.,;:)]}")
    if beginning.endswith("*"):
        return Prefix(beginning.rstrip("*"), fields)
    return Word(text, fields)


def in_fields(named: Named, fields: tuple[str, ...]) -> Understood:
    types = {FIELDS[name].type for name in fields if name in FIELDS}
    if types and types.issubset(_DATES):
        return _ranged(named, date_range, remarks.no_date, lambda dates: Within(fields, dates))
    if types and types.issubset(_NUMBERS):
        return _ranged(named, amount_range, remarks.no_number, lambda amounts: Within(fields, amounts))
    return words(named.value, named.is_quoted, fields), None


def filtered(named: Named, wanted: Filter, people: People) -> Understood:
    match wanted:
        case Filter.DATE:
            return _ranged(named, date_range, remarks.no_date, lambda dates: Where(dates=dates))
        case Filter.RECEIVED:
            return _ranged(named, date_range, remarks.no_date, lambda dates: Where(received=dates))
        case Filter.DATE_FROM | Filter.DATE_TO:
            return _edge(named, wanted)
        case Filter.AMOUNT:
            return _ranged(named, amount_range, remarks.no_number, lambda amounts: Where(amounts=amounts))
        case Filter.PAGES:
            return _ranged(named, count_range, remarks.no_number, lambda counts: Where(page_count=counts))
        case _:
            return _listed(named, wanted, people)


def _ranged(
    named: Named,
    read: Callable[[str], R | None],
    remark: Callable[[str, str], Remark],
    clause: Callable[[R], Clause],
) -> Understood:
    typed = named.operator + named.value
    found = read(typed)
    if found is None:
        return None, remark(named.part, named.value)
    other = turned(typed)
    if other is not None and is_empty(found) and (meant := read(other)) is not None:
        return clause(meant), remarks.upside_down(named.part, f"{named.name}:{other}")
    return clause(found), None


def _edge(named: Named, wanted: Filter) -> Understood:
    period = date_range(named.value)
    if period is None:
        return None, remarks.no_date(named.part, named.value)
    edges: tuple[date | None, date | None] = (period.first, None)
    if wanted is Filter.DATE_TO:
        edges = (None, period.last)
    return Where(dates=DateRange(*edges)), None


def _listed(named: Named, wanted: Filter, people: People) -> Understood:
    """Values with commas between them, of which one is enough; what is none of them is said."""
    typed = [part.strip() for part in named.value.split(",") if part.strip()]
    found: Where | None = None
    remark: Remark | None = None
    for value in typed:
        one = _valued(wanted, value, people)
        if one is None:
            remark = remark or _unknown_value(named, wanted, value, people)
        else:
            found = one if found is None else _either(found, one)
    return found, remark


def _valued(wanted: Filter, value: str, people: People) -> Where | None:
    match wanted:
        case Filter.KIND:
            kinds = kinds_named(value)
            return Where(kinds=kinds) if kinds else None
        case Filter.AREA:
            areas = areas_named(value)
            return Where(areas=areas) if areas else None
        case Filter.STATUS:
            statuses = frozenset(status.value for status in statuses_named(value))
            return Where(statuses=statuses) if statuses else None
    person = people.named(value)
    return None if person is None else Where(assignees=frozenset((person,)))


def _either(one: Where, other: Where) -> Where:
    """Of two of the same filter."""
    return Where(
        kinds=_joined(one.kinds, other.kinds),
        areas=_joined(one.areas, other.areas),
        statuses=_joined(one.statuses, other.statuses),
        assignees=_joined(one.assignees, other.assignees),
    )


def _joined(one: frozenset[T] | None, other: frozenset[T] | None) -> frozenset[T] | None:
    return one | other if one is not None and other is not None else None


def _unknown_value(named: Named, wanted: Filter, value: str, people: People) -> Remark:
    known = tuple(people.ids) if wanted is Filter.ASSIGNEE else values_of(wanted)
    meant = nearest(value.replace("_", "-"), known)
    if meant is not None and " " in meant:
        meant = f'"{meant}"'
    shown = ", ".join((*known[:12], "…") if len(known) > 12 else known)
    return remarks.no_such_value(named.part, filter_names(wanted)[0], value, meant, shown)
