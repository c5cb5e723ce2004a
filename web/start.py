"""The start page: what needs me today, what came in, and how the months went."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from babel.dates import format_date
from flask import Blueprint, render_template

from storage.document import READABLE, WAITING, Document
from storage.kinds import KINDS, OTHER
from storage.overview import Due, Month
from web import chart, formats, search
from web.asked import Asked
from web.chart import Chart, Figure
from web.parts import parts
from web.people import me, my_areas

pages = Blueprint("start", __name__)

_MONTHS = 12
_LATE_DAYS = 7  # what fell due so lately may still have to be paid
_SOON_DAYS = 7
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A document in one of the start page's lists, `day` being why it is there; `is_late` where that is past."""

    document: Document
    kind: str
    day: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    items: tuple[Item, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A month in the table under the charts."""

    name: str
    documents: str
    amount: str


@dataclass(frozen=True, slots=True)
class Months:
    documents: Chart
    amounts: Chart
    rows: tuple[Row, ...]


@pages.get("/")
def start() -> str:
    store, areas, today = parts().store, my_areas(), datetime.now().astimezone().date()
    counts = store.documents.counts(areas)
    soon = store.overview.due(areas, today - timedelta(_LATE_DAYS), today + timedelta(_SOON_DAYS), _SHOWN)
    mine = store.overview.assigned(areas, me().id, _SHOWN)
    newest = store.documents.listing(areas, status=READABLE, limit=_SHOWN)
    return render_template(
        "start.html",
        asked=Asked(),
        today=format_date(today, "full", locale=formats.locale()),
        counts=counts,
        waiting=sum(counts[status] for status in WAITING),
        due=_listed(soon, today),
        mine=_listed(mine, today, assigned=True),
        newest=[Item(document, _kind(document)) for document in newest],
        months=_months(today),
        is_empty=not any(counts.values()),
    )


def _listed(found: Due, today: date, *, assigned: bool = False) -> Listed:
    items = []
    for document in found.shown:
        day = (document.assigned_due if assigned else document.due_date) or ""
        items.append(Item(document, _kind(document), day, bool(day) and day < today.isoformat()))
    return Listed(tuple(items), found.count)


def _kind(document: Document) -> str:
    return formats.in_words(KINDS.get(document.kind, OTHER).label)


def _months(today: date) -> Months:
    names = _names(today)
    found = parts().store.overview.months(my_areas(), names[0], names[-1])
    months = [found.get(name, Month(name, 0, 0)) for name in names]
    amounts = [formats.money(str(Decimal(month.cents).scaleb(-2)), "EUR") for month in months]
    labels = [_month(month.month, "MMMM y") for month in months]
    shorts = [_month(month.month, "LLL") for month in months]
    addresses = [_search_of(month.month) for month in months]
    counted = [formats.number(month.documents) for month in months]
    drawn = [Figure(*row) for row in zip(shorts, [m.documents for m in months], counted, addresses, strict=True)]
    money = [Figure(*row) for row in zip(shorts, [m.cents for m in months], amounts, addresses, strict=True)]
    rows = tuple(Row(*row) for row in zip(labels, counted, amounts, strict=True))
    return Months(chart.bars(drawn), chart.bars(money), rows)


def _search_of(month: str) -> str:
    day = date.fromisoformat(f"{month}-01")
    return search.address(Asked(since=day, until=day.replace(day=monthrange(day.year, day.month)[1])))


def _names(today: date) -> list[str]:
    """The last months, this one included, oldest first."""
    count = today.year * 12 + today.month - 1
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(count - _MONTHS + 1, count + 1)]


def _month(name: str, pattern: str) -> str:
    return format_date(date.fromisoformat(f"{name}-01"), pattern, locale=formats.locale())
