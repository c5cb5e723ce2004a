"""The samples of the demo: believable, small, what their maker makes, and read by the real Tesseract."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from typing import Any

import pytest

from storage.kinds import KINDS
from storage.values import is_valid
from tests.demo.__main__ import EXPECTED, SAMPLES, expected
from tests.demo.accounting import PAPERS as ACCOUNTING
from tests.demo.einvoice import FILE as EINVOICE
from tests.demo.einvoice import XML
from tests.demo.sheet import typeset
from tests.running import Service

KNOWN: dict[str, dict[str, Any]] = json.loads(EXPECTED.read_text("utf-8"))
DIGITAL = "FT-2026-0219 Nuvolari.pdf"
# name -> the fields that must be right; of the others most must be
READ = {
    EINVOICE: tuple(KNOWN[EINVOICE]["fields"]),
    DIGITAL: ("date", "due_date", "supplier_vat_id", "net_amount", "gross_amount", "iban"),
    "malattia.pdf": ("employee_tax_code", "start_date", "end_date"),
    "IMG_20260318_1327.jpg": ("date", "supplier_vat_id", "gross_amount"),
    "estratto conto 1 trimestre.tif": ("iban", "period_end", "closing_balance"),
}
MOST = 0.75


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, dict[str, Any]]:
    """What the command makes of a few of them: a photo, a scan, a fax, a digital PDF, an e-invoice."""
    done: subprocess.CompletedProcess[str] = Service(tmp_path_factory.mktemp("read")).run(
        "read", "--json", *(str(SAMPLES / name) for name in READ), timeout=120
    )
    assert done.returncode == 0, done.stderr
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert [object["file"] for object in objects] == [str(SAMPLES / name) for name in READ]
    return dict(zip(READ, objects, strict=True))


def same(field: str, got: str | None, wanted: str) -> bool:
    """Names may be set in capitals on paper."""
    return got is not None and (got.casefold() == wanted.casefold() if field.endswith("_name") else got == wanted)


def value(reading: Mapping[str, Any], field: str) -> str | None:
    found = reading["fields"].get(field)
    return str(found["value"]) if found else None


@pytest.mark.parametrize("name", READ)
def test_a_sample_is_read(read: Mapping[str, dict[str, Any]], name: str) -> None:
    reading, wanted = read[name], KNOWN[name]
    assert reading["kind"] == wanted["kind"]
    right = {field for field, text in wanted["fields"].items() if same(field, value(reading, field), text)}
    assert set(READ[name]) <= right, {field: value(reading, field) for field in READ[name]}
    assert len(right) >= MOST * len(wanted["fields"]), sorted(set(wanted["fields"]) - right)


def test_each_value_says_where_it_stands(read: Mapping[str, dict[str, Any]]) -> None:
    for reading in read.values():
        for name, found in reading["fields"].items():
            assert 0 <= found["confidence"] <= 1, name
            assert found["source"] in ("ocr", "text", "xml", "learned", "computed")
            if found["source"] in ("ocr", "text"):
                left, top, right, bottom = found["box"]
                assert 0 <= left < right <= 1, name
                assert 0 <= top < bottom <= 1, name


def test_the_samples_are_a_dozen_and_small() -> None:
    sizes = {path.name: path.stat().st_size for path in SAMPLES.iterdir()}
    assert set(sizes) == set(KNOWN)
    assert len(sizes) >= 12
    assert sum(sizes.values()) < 2_500_000


def test_what_is_kept_is_what_the_command_makes() -> None:
    """Pixels may differ from processor to processor; what is on the papers may not."""
    assert json.loads(json.dumps(expected())) == KNOWN
    assert (SAMPLES / EINVOICE).read_text("utf-8") == XML
    digital = next(paper for paper in ACCOUNTING if paper.file == DIGITAL)
    assert (SAMPLES / DIGITAL).read_bytes() == typeset(digital.pages, digital.size)


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_expected_is_valid(name: str) -> None:
    kind = KINDS[KNOWN[name]["kind"]]
    for field, text in KNOWN[name]["fields"].items():
        declared = kind.field(field)
        assert declared, f"{kind.name} has no {field}"
        assert is_valid(declared.type, text), f"{field}: {text}"
