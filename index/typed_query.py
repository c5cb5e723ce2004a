"""From what a person types to a query. Nothing that can be typed is an error: what is not understood is said in a
remark, and the rest is looked for.

    fattura rossi            both words, anywhere
    "nota di credito"        words that follow one another
    fattur*                  words that begin so
    -sollecito               not this
    rossi OR bianchi         one of them (also OPPURE, |)
    fornitore:rossi          in a field; names in Italian or English (`index.field_names`)
    tipo:fattura  data:2026-03  data:>31/12/2025  totale:1000..2000  dal:1/1/2026
    imponibile:>1000  scadenza:<30/06/2026  stato:da-controllare  assegnato:me  pagine:>10
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from index import remarks, typed_clauses
from index.field_names import Filter, field_named, nearest_name
from index.language import fold
from index.query import NO_AREAS, Clause, OneOf, Phrase, Query, Where, Word
from index.remarks import Remark
from index.search_index import Correction
from index.typed_clauses import Named, People, Understood
from index.typed_ranges import is_empty
from storage.kinds import Area

LONGEST = 1000  # characters looked at
MOST_CLAUSES = 40

_QUOTED = r'"[^"]*"?|“[^”]*”?|«[^»]*»?'
_IBAN = r"[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)"  # in groups of four, as it is printed
_ITEM = re.compile(
    rf"""(?P<minus>[-−](?=\S))?
         (?:(?P<name>[^\W\d_][\w.-]*)\s*(?P<operator>:\s*(?:[<>]=?|=|≥|≤)?|[<>]=?|=|≥|≤)\s*(?=\S))?
         (?P<value>{_IBAN}|{_QUOTED}|[^\s"“«|]+(?<![|])|\|)""",
    re.VERBOSE,
)
_WORDS = re.compile(r"[^\W_]")
_NO_VALUE = re.compile(r"([^\W\d_][\w.-]*):")
_STAR_WITHIN = re.compile(r"(\w{2,})\*\w+|\*+(\w{2,})\*?")
_CLOSING = {'"': '"', "“": "”", "«": "»"}
_ADDRESSES = frozenset(("http", "https", "ftp", "mailto", "pec", "tel", "re", "fw", "fwd", "r", "i"))
_CURRENCY = frozenset(("EUR", "EURO"))
_BEFORE_NUMBER, _AFTER_NUMBER = re.compile(r"\s*\d"), re.compile(r"\d\s*$")
_OR = frozenset(("OR", "OPPURE", "|", "||"))
_AND = frozenset(("AND", "E", "ED", "&", "&&"))
_NOT = frozenset(("NOT", "NON"))
_NOBODY = People()


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, understood: the query, and what there is to say about the rest."""

    query: Query
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    clause: Clause | None
    remark: Remark | None
    part: str
    excluded: bool
    alternative: bool  # to the item before it


def parse(text: str, areas: frozenset[Area] = NO_AREAS) -> Query:
    """A query for what was typed, in the areas that whoever typed it may see. Never raises."""
    return read(text, areas).query


def read(text: str, areas: frozenset[Area] = NO_AREAS, people: People = _NOBODY) -> Typed:
    """The query with what there is to say of it. Never raises."""
    groups: list[list[Clause]] = []
    excluded: list[Clause] = []
    said: list[Remark] = []
    last = ""
    for item in _items(text[:LONGEST], people):
        if len(groups) + len(excluded) >= MOST_CLAUSES:
            said.append(remarks.too_much(item.part, MOST_CLAUSES))
            break
        if item.remark is not None:
            said.append(item.remark)
        if item.clause is None:
            continue
        last = item.part
        if item.excluded:
            excluded.append(item.clause)
        elif item.alternative and groups:
            groups[-1].append(item.clause)
        else:
            groups.append([item.clause])
    query = Query(excluded=tuple(excluded), areas=areas)
    for group in groups:
        query = _narrowed(query, group[0] if len(group) == 1 else OneOf(tuple(group)))
    if _is_contradicted(query):
        said.append(remarks.nothing_between(last))
    return Typed(query, tuple(said))


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """What was typed with the words that were probably meant."""
    for typed, meant in corrections:
        text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", meant, text, flags=re.IGNORECASE)
    return text


def _narrowed(query: Query, clause: Clause) -> Query:
    """What a whole query asks of kind, date and so on stands in its own fields, where the web page's filters are."""
    if not isinstance(clause, Where):
        return replace(query, clauses=(*query.clauses, clause))
    if clause.areas is not None:
        return replace(query, areas=query.areas & clause.areas)
    for name in ("kinds", "statuses", "assignees"):  # of which one is enough
        asked, before = getattr(clause, name), getattr(query, name)
        if asked is not None:
            query = replace(query, **{name: asked if before is None else before | asked})
    for name in ("dates", "amounts", "received", "page_count"):
        asked, before = getattr(clause, name), getattr(query, name)
        if asked is not None:
            query = replace(query, **{name: asked if before is None else before.meet(asked)})
    return query


def _is_contradicted(query: Query) -> bool:
    ranges = (query.dates, query.amounts, query.received, query.page_count)
    return any(range is not None and is_empty(range) for range in ranges)


def _items(text: str, people: People) -> Iterator[_Item]:
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
            if value in _AND or _is_unit(text, found):
                continue
        clause, remark = _understood(found, people)
        if clause is not None or remark is not None:
            yield _Item(clause, remark, found.group(), negated or bool(found["minus"]), alternative)
        if clause is not None:
            alternative = negated = False


def _is_unit(text: str, found: re.Match[str]) -> bool:
    """Whether it only says of which currency the number beside it is."""
    beside = _BEFORE_NUMBER.match(text, found.end()) or _AFTER_NUMBER.search(text[: found.start()])
    return found["value"].upper() in _CURRENCY and beside is not None


def _understood(found: re.Match[str], people: People) -> Understood:
    part, name, value = found.group(), found["name"], found["value"]
    is_quoted = value[0] in _CLOSING
    bare = value.strip('"“”«»') if is_quoted else value
    if not _WORDS.search(bare):
        return None, remarks.lone_star(part) if set(bare) == {"*"} and not is_quoted else None
    unclosed = is_quoted and (len(value) == 1 or value[-1] != _CLOSING[value[0]])
    clause, remark = _named(found, bare, is_quoted, people) if name else _plain(bare, is_quoted)
    return clause, remark or (remarks.unclosed_quote(part) if unclosed else None)


def _plain(text: str, is_quoted: bool) -> Understood:
    if not is_quoted:
        if " " in text:
            return OneOf((Word(text.replace(" ", "")), Phrase(text))), None
        empty = _NO_VALUE.fullmatch(text)
        if empty and field_named(empty[1]):
            return None, remarks.no_value(text, empty[1])
        star = _STAR_WITHIN.fullmatch(text)
        if star:
            beginning = f"{star[1] or star[2]}*"
            return typed_clauses.words(beginning, False, ()), remarks.star_within(text, beginning)
    return typed_clauses.words(text, is_quoted, ()), None


def _named(found: re.Match[str], bare: str, is_quoted: bool, people: People) -> Understood:
    name, part = found["name"], found.group()
    target = field_named(name)
    if target is None:
        return _unknown(found, bare, is_quoted)
    operator = re.sub(r"[:\s]", "", found["operator"])
    value = bare if is_quoted else bare.replace(" ", "")
    named = Named(part.removeprefix("-").removeprefix("−"), name, operator, value, is_quoted)
    if isinstance(target, Filter):
        return typed_clauses.filtered(named, target, people)
    return typed_clauses.in_fields(named, target)


def _unknown(found: re.Match[str], bare: str, is_quoted: bool) -> Understood:
    """A name that is none of ours: its value is looked for where it is plain what was meant, else all of it."""
    name, part = found["name"], found.group().removeprefix("-")
    whole = typed_clauses.words(part.replace('"', " "), False, ())
    if fold(name) in _ADDRESSES or bare.startswith("//") or not found["operator"].startswith(":"):
        return whole, None
    meant = nearest_name(name)
    clause = whole if meant is None else typed_clauses.words(bare, is_quoted, ())
    return clause, remarks.unknown_name(part, name, meant, bare)
