"""Short keys under which the database finds documents that may be the same one.

Each key joins two facts, so that neither a supplier's many papers nor a sum that is usual everywhere are candidates;
there are enough of them that a bad reading, which spoils a few facts, leaves some keys whole.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import combinations

from storage.sameness.folding import name_core, number_core, shape
from storage.sameness.prints import bands
from storage.sameness.traits import Likeness

COMMON = 20  # documents: a key that more of them have tells nothing, and would cost the more the more have it
MOST_COMPARED = 40  # of those that share most
_LARGEST = 6
_AMOUNTS, _DAYS = 6, 2
_BARE_AMOUNT = re.compile(r"\d{5,7}")  # its comma was not read
_AMOUNT = re.compile(r"\d{4,8}")
_TEXT_ROWS, _PICTURE_BYTES = 8, 4
_TOTALS = ("gross_amount", "amount_due", "net_amount")


def keys_of(likeness: Likeness) -> frozenset[str]:
    """Two documents are candidates if they share a key; the more they share, the likelier they are the same."""
    return frozenset(_of_fields(likeness)) | frozenset(_of_figures(likeness)) | frozenset(_of_prints(likeness))


def _of_fields(likeness: Likeness) -> Iterator[str]:
    numbers = [number_core(n) for name in ("number", "invoice_number") if (n := likeness.value(name))]
    day = likeness.value("date") or ""
    suppliers = list(_suppliers(likeness))
    totals = sorted({amount for name in _TOTALS if (amount := likeness.value(name))})
    for number in numbers:
        yield from _each(f"n{number}", [*totals, *suppliers, *([day] if day else [])])
    for total in totals:
        if day:
            yield from _each(f"t{total}", [day, *(f"{who}:{day[:7]}" for who in suppliers)])


def _each(head: str, tails: Iterable[str]) -> Iterator[str]:
    return (f"{head}:{tail}" for tail in tails)


def _suppliers(likeness: Likeness) -> Iterator[str]:
    """By number and by name; of a name the longest words, which are whole more often than all of it."""
    if number := likeness.value("supplier_vat_id"):
        yield shape(number[2:])
    name = likeness.value("supplier_name")
    if name:
        yield from sorted(map(shape, name_core(name).split()), key=len)[-2:]


def _of_figures(likeness: Likeness) -> Iterator[str]:
    """The largest amounts of the page by twos, and any amounts with any days: there whatever was taken for what.

    Which ones is decided by their hashes, so that both documents have the same in mind."""
    bare = {int(mark) for mark in likeness.marks if _BARE_AMOUNT.fullmatch(mark)}
    largest = sorted(bare.union(likeness.figures))[-_LARGEST:]
    yield from (f"f{a}:{b}" for a, b in combinations(largest, 2))
    days = _some(likeness.dates, _DAYS)
    amounts = _some((mark for mark in likeness.marks if _AMOUNT.fullmatch(mark)), _AMOUNTS)
    number = likeness.value("supplier_vat_id")
    owners = [number[2:]] if number else []
    yield from (f"m{fact}:{day}" for fact in (*amounts, *owners) for day in days)


def _some(facts: Iterable[str], count: int) -> list[str]:
    return sorted(facts, key=lambda fact: zlib.crc32(fact.encode()))[:count]


def _of_prints(likeness: Likeness) -> Iterator[str]:
    yield from (f"w{at}:{band}" for at, band in enumerate(bands(likeness.text_print, _TEXT_ROWS)))
    picture = likeness.picture_print
    for at in range(0, len(picture), _PICTURE_BYTES):
        yield f"p{at}:{picture[at : at + _PICTURE_BYTES].hex()}"
