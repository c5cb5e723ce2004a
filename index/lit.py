"""Which words of a page are those that a query asks for, so that they can be lit on its picture."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from index.query import Query
from index.snippet import hits, wanted
from storage.reading import Box, Page


def lit(page: Page, language: str, query: Query) -> tuple[Box, ...]:
    """The boxes of the words asked for, in reading order; empty where the query asks for no words."""
    starts: list[int] = []
    at = 0
    for word in page.words:  # as `page.text` puts them together: one sign between any two
        starts.append(at)
        at += len(word.text) + 1
    lighted = {
        place
        for _, start, end in hits(page.text, language, wanted(query))
        for place in range(bisect_right(starts, start) - 1, bisect_left(starts, end))
    }
    return tuple(page.words[place].box for place in sorted(lighted))
