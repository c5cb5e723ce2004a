"""From what a person types to a query. Nothing that can be typed is an error: what is not understood is looked for
as plain words.

    fattura rossi            both words, anywhere
    "nota di credito"        words that follow one another
    fattur*                  words that begin so
    -sollecito               not this
    rossi OR bianchi         one of them (also OPPURE, |)
    fornitore:rossi          in a field; names in Italian or English (`index.field_names`)
    tipo:fattura  data:2026-03  data:>31/12/2025  totale:1000..2000  dal:1/1/2026
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from index.field_names import Filter, areas_named, field_named, kinds_named
from index.query import NO_AREAS, Clause, DateRange, OneOf, Phrase, Prefix, Query, Where, Word
from index.typed_ranges import amount_range, date_range
from storage.kinds import Area

LONGEST = 1000  # characters looked at
MOST_CLAUSES = 40

_QUOTED = r'"[^"]*"?|“[^”]*”?|«[^»]*»?'
_ITEM = re.compile(
    rf"""(?P<minus>[-−](?=\S))?
         (?:(?P<name>[^\W\d_][\w.]*)\s*(?P<operator>:\s*(?:[<>]=?|=|≥|≤)?|[<>]=?|=|≥|≤)\s*(?=\S))?
         (?P<value>{_QUOTED}|[^\s"“«|]+(?<![|])|\|)""",
    re.VERBOSE,
)
_WORDS = re.compile(r"[^\W_]")
_OR = frozenset(("OR", "OPPURE", "|", "||"))
_AND = frozenset(("AND", "E", "ED", "&", "&&"))
_NOT = frozenset(("NOT", "NON"))


@dataclass(frozen=True, slots=True)
class _Item:
    clause: Clause
    excluded: bool
    alternative: bool  # to the item before it


def parse(text: str, areas: frozenset[Area] = NO_AREAS) -> Query:
    """A query for what was typed, in the areas that whoever typed it may see. Never raises."""
    groups: list[list[Clause]] = []
    excluded: list[Clause] = []
    for item in _items(text[:LONGEST]):
        if len(groups) + len(excluded) >= MOST_CLAUSES:
            break
        if item.excluded:
            excluded.append(item.clause)
        elif item.alternative and groups:
            groups[-1].append(item.clause)
        else:
            groups.append([item.clause])
    query = Query(excluded=tuple(excluded), areas=areas)
    for group in groups:
        query = _narrowed(query, group[0] if len(group) == 1 else OneOf(tuple(group)))
    return query


def _narrowed(query: Query, clause: Clause) -> Query:
    """What a whole query asks of kind, date and amount stands in its own fields, where the web page's filters are."""
    if not isinstance(clause, Where):
        return replace(query, clauses=(*query.clauses, clause))
    if clause.kinds is not None:
        return replace(query, kinds=clause.kinds if query.kinds is None else query.kinds | clause.kinds)
    if clause.areas is not None:
        return replace(query, areas=query.areas & clause.areas)
    if clause.dates is not None:
        return replace(query, dates=clause.dates if query.dates is None else query.dates.meet(clause.dates))
    if clause.amounts is not None:
        return replace(query, amounts=clause.amounts if query.amounts is None else query.amounts.meet(clause.amounts))
    return query


def _items(text: str) -> Iterator[_Item]:
    alternative = negated = False
    for found in _ITEM.finditer(text):
        value = found["value"]
        if not found["minus"] and not found["name"]:
            if value in _OR:
                alternative = True
                continue
            if value in _NOT:
                negated = True
                continue
            if value in _AND:
                continue
        clause = _clause(found)
        if clause is not None:
            yield _Item(clause, negated or bool(found["minus"]), alternative)
            alternative = negated = False


def _clause(found: re.Match[str]) -> Clause | None:
    name, value = found["name"], found["value"]
    quoted = value[0] in '"“«'
    bare = value.strip('"“”«»') if quoted else value
    if not _WORDS.search(bare):
        return None
    target = field_named(name) if name else None
    if target is None and name:
        return _words(found.group().removeprefix("-").replace('"', " "), False, ())
    if isinstance(target, Filter):
        operator = re.sub(r"[:\s]", "", found["operator"])
        return _filter(target, operator + bare, bare) or _words(f"{name} {bare}", True, ())
    return _words(bare, quoted, target or ())


def _words(text: str, quoted: bool, fields: tuple[str, ...]) -> Clause:
    if quoted:
        return Phrase(text, fields)
    beginning = text.rstrip("?!.,;:)]}")
    if beginning.endswith("*"):
        return Prefix(beginning.rstrip("*"), fields)
    return Word(text, fields)


def _filter(target: Filter, ranged: str, value: str) -> Clause | None:
    """None where the value is not what the filter wants."""
    match target:
        case Filter.KIND:
            kinds = frozenset().union(*(kinds_named(part) for part in value.split(",")))
            return Where(kinds=kinds) if kinds else None
        case Filter.AREA:
            areas = frozenset().union(*(areas_named(part) for part in value.split(",")))
            return Where(areas=areas) if areas else None
        case Filter.AMOUNT:
            amounts = amount_range(ranged)
            return Where(amounts=amounts) if amounts else None
        case Filter.DATE:
            dates = date_range(ranged)
            return Where(dates=dates) if dates else None
    period = date_range(value)
    if period is None:
        return None
    edges: tuple[date | None, date | None] = (period.first, None)
    if target is Filter.DATE_TO:
        edges = (None, period.last)
    return Where(dates=DateRange(*edges))
