"""The archive of papers that came twice: the right ones are alike, the others differ where they should."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.duplicates import compared, figures, read
from training.duplicates import AGAIN, NEAR, Plan, plans, printed


def test_as_many_as_asked_each_behind_what_it_is_like() -> None:
    drawn = plans(3, 100, 0.1)
    forms = Counter(plan.form for plan in drawn)
    assert len(drawn) == 100 + sum(forms[form] for form in AGAIN)
    assert forms.total() - forms["first"] == sum(round(count * 0.1) for count in (NEAR | AGAIN).values())
    places = {plan.number: at for at, plan in enumerate(drawn)}
    assert all(places[plan.base] <= places[plan.number] for plan in drawn)


@pytest.mark.parametrize("form", ["monthly", "consecutive_same_sum", "other_year"])
def test_near_misses_differ_in_number_or_day_only(form: str) -> None:
    first, near = (printed(5, Plan(n, f, 2, "digital")).pages[0].text for n, f in ((2, "first"), (900, form)))
    words, others = Counter(first.split()), Counter(near.split())
    assert 0 < (words - others).total() < len(first.split()) / 3


def test_papers_are_the_same_every_time() -> None:
    plan = Plan(901, "again", 4, "office")
    assert printed(5, plan).pages == printed(5, plan).pages


def test_a_few_papers_through_the_benchmark() -> None:
    few = [Plan(1, "first", 1, "digital"), Plan(2, "first", 2, "clean"), Plan(3, "again", 1, "clean")]
    few += [Plan(4, "monthly", 2, "clean"), Plan(5, "xml", 2, "xml")]
    told = figures(compared(read(5, frozenset(), plan) for plan in few))
    assert told["came_again"] == 2
    assert told["precision"] == told["recall"] == told["recall_of_keys"] == 1.0
