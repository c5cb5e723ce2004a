"""The picture of confidence against what was right."""

from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.reliability import bins, drawn, error, pairs
from benchmarks.truth import Truth


def test_a_value_counts_as_right_wrong_or_not_at_all() -> None:
    truth = Truth("a.pdf", "letter", {"date": "2026-03-01"}, {}, "", "plain", "clean")
    read = {
        "date": {"value": "2026-03-01", "confidence": 0.9},
        "subject": {"value": "Saluti", "confidence": 0.4},
        "currency": {"value": "EUR", "confidence": 0.8},
    }
    assert sorted(pairs([(truth, {"fields": read})])) == [(0.4, False), (0.9, True)]


def test_confidence_that_is_what_it_says_is_not_off() -> None:
    honest = [(0.5, True), (0.5, False)] * 20
    boastful = [(0.9, True), (0.9, False)] * 20
    assert error(honest) < 0.01
    assert abs(error(boastful) - 0.4) < 0.01
    assert sum(one.count for one in bins(honest)) == 40


def test_the_picture_is_well_formed_and_shows_both_sides() -> None:
    picture = ElementTree.fromstring(drawn({"made on": [(0.9, True)] * 5, "checked on": []}))
    texts = [element.text or "" for element in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert any(text.startswith("made on: 5 values") for text in texts)
