"""What is read from e-invoices: every sample against what a person typed beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from intake.formats.fatturapa import EInvoice, looks_like_invoice, read_invoices
from storage.kinds import KINDS
from storage.reading import Source

SAMPLES = Path(__file__).parent / "samples" / "fatturapa"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.xml"))


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.xml").read_bytes()


def read(name: str) -> tuple[EInvoice, ...]:
    return read_invoices(sample(name), f"{name}.xml")


def expected(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("name", NAMES)
def test_sample_is_read_without_a_difference(name: str) -> None:
    found = [
        {
            "kind": invoice.kind,
            "fields": {field: value.value for field, value in invoice.fields.items()},
            "lists": {rows: [dict(row) for row in values] for rows, values in invoice.lists.items()},
            "computed": sorted(f for f, value in invoice.fields.items() if value.source is Source.COMPUTED),
            "doubtful": sorted(f for f, value in invoice.fields.items() if value.confidence < 1),
            "failed_checks": sorted(check.check for check in invoice.checks if not check.passed),
        }
        for invoice in read(name)
    ]
    assert found == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_those_of_the_kind_and_sources_say_where(name: str) -> None:
    for invoice in read(name):
        kind = KINDS[invoice.kind]
        for field, value in invoice.fields.items():
            assert kind.field(field) is not None
            assert value.evidence and all(why.startswith("xml:Fattura") for why in value.evidence)
        for rows, values in invoice.lists.items():
            declared = kind.list_field(rows)
            assert declared is not None
            columns = {column.name for column in declared.columns}
            assert all(row.keys() <= columns for row in values)


def test_evidence_is_the_path_to_the_value() -> None:
    second = read("several_invoices")[1]
    assert second.position == 2 and second.of == 3
    assert second.fields["number"].evidence == (
        "xml:FatturaElettronicaBody[2]/DatiGenerali/DatiGeneraliDocumento/Numero",
    )
    assert second.fields["supplier_name"].evidence == (
        "xml:FatturaElettronicaHeader/CedentePrestatore/DatiAnagrafici/Anagrafica/Denominazione",
    )


def test_an_invoice_is_known_by_its_beginning() -> None:
    assert all(looks_like_invoice(sample(name)[:4096]) for name in NAMES)
    assert not looks_like_invoice(b"%PDF-1.7\n")
    assert not looks_like_invoice(b"Gentile cliente, le inviamo la fattura.")
