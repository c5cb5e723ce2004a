"""Counting what was found, over the segments of an index."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from index.columns import KIND_NAMES, NO_AMOUNT, NO_DATE, STATUS_NAMES, Mask, Names
from index.matching import Part
from index.search_index import Count, Facets

CHOSEN = ("kinds", "counterparts", "years", "statuses")  # the filters of which one value is enough


class Tally(NamedTuple):
    """What was found in a segment: `mask` by all that is asked but the filters of `CHOSEN`, `chosen` the masks of those
    of them that there are."""

    part: Part
    mask: Mask
    chosen: Mapping[str, Mask]

    def but(self, name: str = "") -> Mask:
        """What was found as if the filter of that name were not asked."""
        found = self.mask
        for other, mask in self.chosen.items():
            if other != name:
                found = found & mask
        return found


def facets(tallies: Sequence[Tally], most: int) -> Facets:
    """`most` values of each, all years."""
    return Facets(
        kinds=_coded(((tally.part.columns.kinds, tally.but("kinds")) for tally in tallies), KIND_NAMES, most),
        counterparts=_named(((tally.part.columns.counterparts, tally.but("counterparts")) for tally in tallies), most),
        years=_years(tallies),
        tags=_named(((tally.part.columns.tags, tally.but()) for tally in tallies), most),
        statuses=_coded(
            ((tally.part.columns.statuses, tally.but("statuses")) for tally in tallies), STATUS_NAMES, most
        ),
        sums=_sums(tallies),
    )


def _coded(parts: Iterable[tuple[np.ndarray, Mask]], names: Sequence[str], most: int) -> tuple[Count, ...]:
    counts = sum((np.bincount(column[mask], minlength=256) for column, mask in parts), np.zeros(256, np.int64))
    found = [Count(name, name, int(counts[code])) for code, name in enumerate(names) if counts[code]]
    return tuple(sorted(found, key=lambda count: -count.count)[:most])


def _named(parts: Iterable[tuple[Names, Mask]], most: int) -> tuple[Count, ...]:
    counter: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for names, mask in parts:
        counts = names.counts(mask)
        for code in np.flatnonzero(counts).tolist():
            counter[names.keys[code]] += int(counts[code])
            labels[names.keys[code]] = names.labels[code]
    best = heapq.nsmallest(most, counter.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(key, labels[key], count) for key, count in best)


def _years(tallies: Sequence[Tally]) -> tuple[Count, ...]:
    counter: Counter[int] = Counter()
    for tally in tallies:
        days = tally.part.columns.dates[tally.but("years")]
        years, counts = np.unique(days[days != NO_DATE] // 10_000, return_counts=True)
        counter.update(dict(zip(years.tolist(), counts.tolist(), strict=True)))
    return tuple(Count(str(year), str(year), counter[year]) for year in sorted(counter, reverse=True))


def _sums(tallies: Sequence[Tally]) -> dict[str, Decimal]:
    cents: Counter[str] = Counter()
    for tally in tallies:
        columns, found = tally.part.columns, tally.but()
        found = found & (columns.amounts != NO_AMOUNT)
        names = columns.currencies
        ranks = names.ranks(len(columns))[found]
        amounts = columns.amounts[found]
        for code in np.unique(ranks).tolist():
            key = names.labels[code] if code < len(names.labels) else ""
            # Summed by Python where numpy could run over.
            of_code = amounts[ranks == code]
            cents[key] += int(of_code.sum()) if np.abs(of_code).max() < 2**40 else sum(of_code.tolist())
    return {currency: Decimal(total) / 100 for currency, total in sorted(cents.items())}
