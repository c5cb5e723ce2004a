"""Papers without end: the same for the same seed, canonical, and saying what their truth says."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest

from storage.kinds import KINDS, ListField
from storage.reading import Source
from storage.values import is_valid
from training.content import Block, Content, Grid, Pairs, Party, Prose, Text, Title, Value
from training.files import write_truth
from training.generate import DRAWERS, LEVELS, Sample, draw_content, own_fields, sample, samples, write

# Fields that a paper may tell without printing them in so many words: a currency by its sign, a due date by its terms,
# a tax code by the VAT id that is the same number, a way of paying by the label of the sum paid.
_TOLD_OTHERWISE = {"currency", "due_date", "supplier_tax_code", "customer_tax_code", "payment_method", "leave_type",
    "contract_type", "reason"}  # fmt: skip


@cache
def _some(count: int = 80) -> tuple[Sample, ...]:
    return tuple(samples(4, count))


@cache
def _contents() -> tuple[Content, ...]:
    return tuple(draw_content(Random(f"{kind}{number}"), [kind]) for kind in DRAWERS for number in range(4))


def texts_of(block: Block) -> list[Text]:
    match block:
        case Title():
            return [block.text]
        case Party():
            return list(block.lines)
        case Pairs():
            return [pair.value for pair in block.pairs]
        case Prose():
            return list(block.paragraphs)
        case Grid():
            return [text for row in block.rows for text in row]
    return []


def values_of(content: Content) -> list[Value]:
    return [p for block in content.blocks for text in texts_of(block) for p in text if isinstance(p, Value)]


def test_the_same_seed_gives_the_same_papers_in_any_order() -> None:
    assert list(samples(4, 3, first=5)) == [sample(4, number) for number in (5, 6, 7)]
    assert sample(4, 5) != sample(5, 5)


def test_no_two_papers_share_a_layout() -> None:
    assert Counter(s.layout for s in _some()).most_common(1)[0][1] == 1


def test_every_level_and_the_commonest_kinds_come() -> None:
    assert {s.level for s in _some()} == set(LEVELS)
    assert Counter(s.kind for s in _some()).most_common(1)[0][0] == "invoice"
    assert all((s.pages[0].source is Source.TEXT) == (s.level == "digital") for s in _some())


@pytest.mark.parametrize("kind", DRAWERS)
def test_truth_is_canonical_and_of_the_kind(kind: str) -> None:
    declared = KINDS[kind]
    for content in (c for c in _contents() if c.kind == kind):
        for name, value in own_fields(content).items():
            field = declared.field(name)
            assert field and is_valid(field.type, value, field.choices), (name, value)
        for name, rows in content.lists.items():
            listed = declared.list_field(name)
            assert listed and rows
            _check_rows(listed, rows)


def _check_rows(listed: ListField, rows: tuple[object, ...]) -> None:
    columns = {field.name: field for field in listed.columns}
    for row in rows:
        assert isinstance(row, dict)
        for name, value in row.items():
            assert is_valid(columns[name].type, value), (name, value)


@pytest.mark.parametrize("kind", DRAWERS)
def test_every_field_is_printed(kind: str) -> None:
    for content in (c for c in _contents() if c.kind == kind):
        printed = {value.field for value in values_of(content)}
        assert own_fields(content).keys() - printed <= _TOLD_OTHERWISE, content.fields
        assert own_fields(content).keys() & {*KINDS[kind].essential} or not KINDS[kind].essential


def test_what_is_marked_writes_its_field() -> None:
    """On exact pages the marked words of an identifier, put together, hold the field's characters."""
    for paper in (s for s in _some() if s.level == "digital" and "supplier_vat_id" in s.fields):
        marked = "".join(
            word.text
            for page, marks in zip(paper.pages, paper.marks, strict=True)
            for word, mark in zip(page.words, marks, strict=True)
            if mark == "supplier_vat_id"
        )
        assert paper.fields["supplier_vat_id"][2:] in "".join(c for c in marked if c.isalnum())


def test_invoices_add_up() -> None:
    for number in range(60):
        fields = draw_content(Random(number), ["invoice"]).fields
        if {"net_amount", "vat_amount"} <= fields.keys():
            whole = sum(Decimal(fields.get(f, "0")) for f in ("net_amount", "vat_amount", "stamp_duty"))
            assert whole == Decimal(fields["gross_amount"])
        if "amount_due" in fields:
            assert Decimal(fields["amount_due"]) <= Decimal(fields["gross_amount"])


def test_vat_rows_and_instalments_add_up() -> None:
    for number in range(60):
        content = draw_content(Random(number), ["invoice"])
        rows = content.lists.get("vat_lines", ())
        net = sum(Decimal(row["net_amount"]) for row in rows)
        assert not rows or net == Decimal(content.fields.get("net_amount", str(net)))
        parts = [Decimal(row["amount"]) for row in content.lists.get("due_dates", ()) if "amount" in row]
        due = content.fields.get("amount_due")
        assert not parts or due is None or sum(parts) == Decimal(due)


def test_the_command_writes_files_with_their_truth(tmp_path: Path) -> None:
    write_truth(tmp_path, write(tmp_path, 2, 3))
    rows = [json.loads(line) for line in (tmp_path / "truth.jsonl").read_text("utf-8").splitlines()]
    assert [row["kind"] for row in rows] == [s.kind for s in samples(2, 3)]
    for row in rows:
        assert (tmp_path / row["file"]).read_bytes().startswith(b"%PDF")
        assert row.keys() == {"file", "layout", "degradation", "pages", "kind", "fields", "lists", "text"}
