"""What is offered while somebody types: of documents that they may see, nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.columns import KIND_NAMES, STATUS_NAMES, Mask, Names
from index.field_names import Filter, areas_named, field_named, kinds_named, offered_names, statuses_named, values_of
from index.language import fold, plain_words, tokens
from index.matching import Matcher, Part, Whole
from index.query import Prefix, Where
from index.search_index import Suggestion, SuggestionKind
from storage.kinds import KINDS, Area

_LAST = re.compile(r'[-−]?(?:(?P<name>[^\W\d_][\w.-]*):)?(?P<value>["“«][^"”»]*|\S*)$')
_PLAIN = re.compile(r"[^:\"“«»”|<>]+$")
_SHORTEST = {SuggestionKind.WORD: 3, SuggestionKind.COUNTERPART: 2, SuggestionKind.TAG: 1, SuggestionKind.NUMBER: 1}
_SHARE = {SuggestionKind.NAME: 3, SuggestionKind.COUNTERPART: 5, SuggestionKind.TAG: 3, SuggestionKind.NUMBER: 4}
_LOOKED_AT = 20_000  # characters of a text in which a word's spelling is looked for
_COUNTERPARTS = frozenset(("counterpart", *(name for kind in KINDS.values() for name in kind.counterpart)))


def suggest(parts: Sequence[Part], typed: str, areas: frozenset[Area], most: int) -> list[Suggestion]:
    """For the end of what was typed."""
    found = _LAST.search(typed)
    if found is None:
        return []
    offer = _Offer(parts, areas)
    value = found["value"].lstrip('"“«')
    start = found.start() + (1 if found.group()[:1] in ("-", "−") else 0)
    if found["name"]:
        target = field_named(found["name"])
        if target is None:
            return []
        offered = offer.values(target, value) if isinstance(target, Filter) else offer.in_fields(target, value)
        return [one._replace(start=start, text=f"{found['name']}:{_quoted(one.label)}") for one in offered][:most]
    return list(_plain(offer, typed, value, start))[:most]


def _plain(offer: _Offer, typed: str, value: str, start: int) -> Iterator[Suggestion]:
    """For words without a name before them: several of them may be the beginning of a firm's."""
    if not value:
        return
    names = [one for pair in offered_names() for one in pair if one.startswith(fold(value))]
    for name in list(dict.fromkeys(names))[: _SHARE[SuggestionKind.NAME]]:
        yield Suggestion(SuggestionKind.NAME, f"{name}:", name, None, start)
    whole = _PLAIN.search(typed)
    begin = whole.start() + len(whole.group()) - len(whole.group().lstrip()) if whole else start
    several = typed[begin:]
    firms = offer.counterparts(several, ("counterpart",)) if begin < start and not several.startswith("-") else []
    if not firms:
        begin, firms = start, offer.counterparts(value, ("counterpart",))
    for one in firms[: _SHARE[SuggestionKind.COUNTERPART]]:
        yield one._replace(start=begin, text=f"controparte:{_quoted(one.label)}")
    for one in offer.numbers(value)[: _SHARE[SuggestionKind.NUMBER]]:
        yield one._replace(start=start, text=f"numero:{_quoted(one.label)}")
    for one in offer.tags(value)[: _SHARE[SuggestionKind.TAG]]:
        yield one._replace(start=start, text=f"etichetta:{_quoted(one.label)}")
    for one in offer.words("words", "", value):
        yield one._replace(start=start)


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[\s|:]", text) else text


class _Held(NamedTuple):
    part: Part
    visible: Mask


class _Offer:
    """What begins so, the most frequent first; the texts are plain."""

    def __init__(self, parts: Sequence[Part], areas: frozenset[Area]) -> None:
        self._areas, self._whole = areas, Whole(parts)
        self._held = [_Held(part, part.live & part.columns.mask(Where(areas=areas))) for part in parts]

    def values(self, wanted: Filter, value: str) -> list[Suggestion]:
        counts = self._counts(wanted)
        beginning = fold(value).replace("_", "-")
        offered = []
        for name in dict.fromkeys(values_of(wanted)):
            if any(word.startswith(beginning) for word in (fold(name), *plain_words(name))):
                count = sum(counts[code] for code in _codes(wanted, name))
                offered += [_suggestion(SuggestionKind.VALUE, name, count)] if count else []
        return sorted(offered, key=lambda one: -(one.documents or 0))

    def _counts(self, wanted: Filter) -> Counter[str]:
        counts: Counter[str] = Counter()
        for part, visible in self._held:
            if wanted is Filter.AREA:
                areas = {area: part.columns.mask(Where(areas=frozenset((area,)))) for area in self._areas}
                counts.update({area.value: int((mask & visible).sum()) for area, mask in areas.items()})
                continue
            column, names = (
                (part.columns.kinds, KIND_NAMES) if wanted is Filter.KIND else (part.columns.statuses, STATUS_NAMES)
            )
            found = np.bincount(column[visible], minlength=256)
            counts.update({name: int(found[code]) for code, name in enumerate(names)})
        return counts

    def in_fields(self, fields: tuple[str, ...], value: str) -> list[Suggestion]:
        if fields == ("tag",):
            return self.tags(value)
        if fields == ("number",):
            return self.numbers(value)
        if _COUNTERPARTS.issuperset(fields):
            return self.counterparts(value, fields)
        return [one for name in fields for one in self.words("fields", f"{name}=", value)]

    def counterparts(self, value: str, fields: tuple[str, ...]) -> list[Suggestion]:
        if len(fold(value).strip()) < _SHORTEST[SuggestionKind.COUNTERPART]:
            return []
        named = self._named(SuggestionKind.COUNTERPART, value, fields)
        wanted = plain_words(value)
        return [one for one in named if all(_begins(one.label, word) for word in wanted)]

    def tags(self, value: str) -> list[Suggestion]:
        if not value.strip():
            return []
        return self._named(SuggestionKind.TAG, value, ("tag",))

    def _named(self, kind: SuggestionKind, value: str, fields: tuple[str, ...]) -> list[Suggestion]:
        counts: Counter[str] = Counter()
        labels: dict[str, str] = {}
        for part, found in self._beginning(value, fields):
            names: Names = part.columns.tags if kind is SuggestionKind.TAG else part.columns.counterparts
            counted = names.counts(found)
            for code in np.flatnonzero(counted).tolist():
                counts[names.keys[code]] += int(counted[code])
                labels[names.keys[code]] = names.labels[code]
        wanted = plain_words(value)
        kept = [key for key in counts if kind is not SuggestionKind.TAG or all(_begins(key, word) for word in wanted)]
        kept.sort(key=lambda key: (-counts[key], key))
        return [_suggestion(kind, labels[key], counts[key]) for key in kept]

    def numbers(self, value: str) -> list[Suggestion]:
        """Of the newest documents first."""
        if not any(sign.isdigit() for sign in value):
            return []
        newest: dict[str, int] = {}
        for part, found in self._beginning(value, ("number",)):
            numbers = np.flatnonzero(found)
            for number in numbers[np.argsort(-part.columns.dates[numbers], kind="stable")][:20].tolist():
                newest.setdefault(part.columns.printed_number(number), int(part.columns.dates[number]))
        best = sorted(newest, key=lambda number: -newest[number])
        return [_suggestion(SuggestionKind.NUMBER, number, None) for number in best]

    def _beginning(self, value: str, fields: tuple[str, ...]) -> Iterator[tuple[Part, Mask]]:
        for part, visible in self._held:
            match = Matcher(part, self._whole).clause(Prefix(value, fields))
            if match is not None:
                yield part, match.mask & visible

    def words(self, field: str, before: str, value: str) -> list[Suggestion]:
        """As they are printed."""
        beginning = fold(value)
        if len(beginning) < _SHORTEST[SuggestionKind.WORD] or not beginning.isalpha():
            return []
        possible: Counter[str] = Counter()
        for part, _ in self._held:
            possible.update(dict(part.postings.beginning(field, before + beginning)))
        counts = {form: self._visible_count(field, form) for form, _ in possible.most_common(20)}
        best = sorted((form for form in counts if counts[form]), key=lambda form: (-counts[form], form))[:6]
        printed = ((self._printed(field, form, form.removeprefix(before)), counts[form]) for form in best)
        return [_suggestion(SuggestionKind.WORD, word, count) for word, count in printed if word]

    def _visible_count(self, field: str, form: str) -> int:
        listed = ((visible, part.postings.listed(field, form).numbers) for part, visible in self._held)
        return sum(int(np.count_nonzero(visible[numbers])) for visible, numbers in listed)

    def _printed(self, field: str, form: str, word: str) -> str | None:
        """A word with its accents, as a document has it; None for what is no word but a stem."""
        for part, visible in self._held:
            numbers = part.postings.listed(field, form).numbers
            for number in numbers[visible[numbers]][:1].tolist():
                text, _ = part.postings.text(number)
                for token in tokens(text[:_LOOKED_AT]):
                    if token.plain == word:
                        return text[token.start : token.end].lower()
        return word if any(part.postings.count("words", word) for part, _ in self._held) else None


def _suggestion(kind: SuggestionKind, label: str, count: int | None) -> Suggestion:
    return Suggestion(kind, label, label, count, 0)


def _begins(name: str, word: str) -> bool:
    return any(other.startswith(word) for other in plain_words(name))


def _codes(wanted: Filter, name: str) -> Iterable[str]:
    match wanted:
        case Filter.KIND:
            return kinds_named(name)
        case Filter.AREA:
            return [area.value for area in areas_named(name)]
    return [status.value for status in statuses_named(name)]
