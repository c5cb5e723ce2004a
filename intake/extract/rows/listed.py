"""Where goods are listed: amounts in these rows are no totals of the paper."""

from __future__ import annotations

from intake.extract.addends import place_of
from intake.extract.paper import Paper
from intake.extract.rows.heads import grids_of, lists_goods


def listed(paper: Paper) -> frozenset[tuple[int, int, int, int]]:
    """The places of amounts in the rows of goods under a head."""
    items = [item for grid in grids_of(paper) if lists_goods(paper, grid) for item in grid.items]
    return frozenset(place_of(found) for item in items for found in item.money)
