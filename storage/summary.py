"""What stands for a document in lists, in the archive tree and in the index: taken from its fields by its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from storage.kinds import FIELDS, KINDS, OTHER, Area, FieldType
from storage.values import is_valid, show

LONGEST_AMOUNT = 24


@dataclass(frozen=True, slots=True)
class Summary:
    """`date` may be a day, a month or a year: 2026-03-31, 2026-03, 2026. It, `amount` and `currency` are valid."""

    area: Area
    title: str
    counterpart: str | None
    date: str | None
    number: str | None
    amount: str | None
    currency: str | None
    due_date: str | None = None


def area_of(kind: str, hint: str | None) -> Area:
    """The kind's area; a paper of no known kind that was dropped into the HR folder stays private."""
    area = KINDS.get(kind, OTHER).area
    if area is Area.GENERAL and hint is not None and hint.split("/")[0].casefold() in HR_FOLDERS:
        return Area.HR
    return area


HR_FOLDERS = frozenset({"hr", "personale", "risorse umane", "dipendenti", "paghe"})


def summarise(kind: str, values: Mapping[str, str], hint: str | None, file: str) -> Summary:
    """`values` are canonical, by field name; `file` is the title's last resort."""
    declared = KINDS.get(kind, OTHER)

    def first(names: tuple[str, ...]) -> str | None:
        return next((values[name] for name in names if name in values and _sorts(name, values[name])), None)

    counterpart, day, number = first(declared.counterpart), first(declared.date), first(declared.number)
    amount = first(declared.amount)
    words = [declared.label.it, number or "", "·" if counterpart else "", counterpart or values.get("subject", "")]
    if not (number or counterpart or values.get("subject")):
        words = [declared.label.it, "·", _shown(day)] if day and declared is not OTHER else [file]
    return Summary(
        area_of(kind, hint),
        " ".join(word for word in words if word),
        counterpart,
        day,
        number,
        amount,
        first(("currency",)) or ("EUR" if amount else None),
        first(("due_date",)),
    )


def _sorts(name: str, value: str) -> bool:
    """Whether a value can stand in a column of lists: a reading may hold, with little confidence, what is not valid."""
    type = FIELDS[name].type
    if type is FieldType.INT:  # a year
        return re.fullmatch("[1-9][0-9]{3}", value) is not None
    return type is FieldType.TEXT or (is_valid(type, value) and len(value) <= LONGEST_AMOUNT)


def _shown(day: str) -> str:
    kinds = {10: FieldType.DATE, 7: FieldType.MONTH}
    return show(kinds[len(day)], day, "it") if len(day) in kinds else day
