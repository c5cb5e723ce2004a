"""Under which keys a document is found again, and what is kept of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.reading import Source
from storage.sameness.folding import exact_number, number_core
from storage.sameness.judge import judge
from storage.sameness.keys import keys_of
from storage.sameness.traits import likeness_of, unpacked
from tests.likening import likeness, page_of, text_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026/0147", "147"),
        ("147/2026", "l47/2026"),
        ("FT-000147", "FT 147"),
        ("12/B", "12/8"),
        ("147/26", "147/2026"),
        ("202600147", "147"),
        ("O147", "0147"),
    ],
)
def test_numbers_fold_to_one(one: str, other: str) -> None:
    assert number_core(one) == number_core(other)


def test_exact_numbers_keep_their_letters() -> None:
    assert exact_number("12/B") != exact_number("12/8")
    assert exact_number("FT 0012") == exact_number("ft-12")


@pytest.mark.parametrize(
    "misread",
    [
        {"number": "2026/O147"},
        {"number": None},
        {"number": None, "date": None},
        {"supplier_name": None, "supplier_vat_id": None, "number": "elettronica"},
        {"gross_amount": None, "net_amount": None, "number": "2026/0l47"},
        dict.fromkeys(("number", "date", "supplier_name", "supplier_vat_id", "gross_amount", "net_amount")),
    ],
)
def test_a_bad_reading_still_shares_a_key(misread: dict[str, str | None]) -> None:
    assert keys_of(likeness(misread, text=text_of({}), source=Source.OCR)) & keys_of(likeness())


def test_other_papers_of_a_supplier_share_none() -> None:
    other = likeness(
        {"number": "2025/0911", "date": "2025-11-15", "net_amount": "90.00", "gross_amount": "109.80"},
        text="Officine Meccaniche Aldini 07643520567\nFattura n. 2025/0911 del 15/11/2025\nTotale 109,80",
    )
    assert not keys_of(likeness()) & keys_of(other)


def test_keys_are_few_and_short() -> None:
    keys = keys_of(likeness())
    assert 10 < len(keys) < 80
    assert max(map(len, keys)) < 60


def test_what_is_kept_survives_json() -> None:
    kept = likeness(source=Source.OCR)
    packed = json.dumps(kept.packed())
    assert unpacked(json.loads(packed)) == kept
    assert len(packed) < 4000


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_kept_and_judged(one: str, other: str) -> None:
    new, old = (likeness_of("letter", {}, [page_of(text, Source.OCR, 0.9)]) for text in (one, other))
    assert unpacked(json.loads(json.dumps(new.packed()))) == new
    assert keys_of(new) >= keys_of(new) & keys_of(old)
    assert 0.0 <= judge(new, old).probability <= 1.0


@given(st.text(max_size=40))
def test_any_number_folds(number: str) -> None:
    assert number_core(number).isascii()
    assert exact_number(number) == exact_number(number.upper()) or not number.isascii()


def test_a_document_without_pages() -> None:
    empty = likeness_of("other", {}, [])
    assert not keys_of(empty)
    assert judge(empty, empty).same == "no"
