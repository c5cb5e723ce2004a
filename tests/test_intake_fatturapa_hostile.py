"""Whatever the bytes are, the outcome is an invoice or a reason for people, within a bounded time."""

from __future__ import annotations

import pickle
import time
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from intake.formats.fatturapa import EInvoice, looks_like_invoice, read_invoices
from intake.formats.sheet_flow import MAX_SHEETS
from storage.errors import UnreadableFile
from storage.kinds import KINDS
from storage.values import is_valid
from tests.test_intake_fatturapa import NAMES, sample
from tests.test_intake_fatturapa_p7m import in_chunks, signed

SAMPLES = [sample(name) for name in NAMES] + [
    signed(sample("reverse_charge")),
    in_chunks(sample("reverse_charge"), 300),
]
FEW = settings(max_examples=150, deadline=timedelta(seconds=2), suppress_health_check=[HealthCheck.too_slow])

# what stands between two tags, however mad
MAD = ["-0.00", "999999999999.99999999", "1e9", "NaN", "0001-01-01", "9999-12-31", "2026-02-30", "-1", "١٢", "a\xadb"]
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(MAD),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.dates().map(str),
)


def outcome(data: bytes) -> tuple[EInvoice, ...]:
    """The invoices; none where the file is refused. What is given has to be good for the store."""
    try:
        invoices = read_invoices(data, "fattura.xml.p7m")
    except UnreadableFile as error:
        assert error.message.it and error.message.en
        return ()
    for invoice in invoices:
        kind = KINDS[invoice.kind]
        for name, field in invoice.fields.items():
            declared = kind.field(name)
            assert declared is not None and field.value and 0 <= field.confidence <= 1
            assert is_valid(declared.type, field.value) or field.confidence < 1, (name, field.value)
        assert 1 <= len(invoice.pages) <= MAX_SHEETS + 30
    return invoices


@FEW
@given(
    data=st.sampled_from(SAMPLES),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=6)), max_size=6),
)
def test_bytes_changed_anywhere(data: bytes, cuts: list[tuple[float, int, bytes]]) -> None:
    for place, length, new in cuts:
        at = int(place * len(data))
        data = data[:at] + new + data[at + length :]
    looks_like_invoice(data)
    outcome(data)


@FEW
@given(data=st.sampled_from(SAMPLES[: len(NAMES)]), place=st.floats(0, 1), text=TEXTS)
@example(data=sample("professional"), place=0.5, text="-100")
@example(data=sample("simplified"), place=0.9, text="-100.00")
def test_values_changed_anywhere(data: bytes, place: float, text: str) -> None:
    pieces = data.decode("cp1252").split("</")
    at = min(int(place * len(pieces)), len(pieces) - 2)
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    pieces[at] = pieces[at][: pieces[at].rfind(">") + 1] + safe
    outcome("</".join(pieces).encode("utf-8", errors="replace"))


@FEW
@given(st.binary(max_size=300))
@example(b"0\x80")
@example(b"0\x80\x06\t*\x86H\x86\xf7\r\x01\x07\x02")
@example(b"<a\xff")
def test_any_bytes(data: bytes) -> None:
    looks_like_invoice(data)
    assert not outcome(data)


def test_more_invoices_than_a_file_may_hold_are_refused() -> None:
    assert not outcome(b"<FatturaElettronica>" + b"<FatturaElettronicaBody/>" * 2001 + b"</FatturaElettronica>")


def repeated(name: str, begin: str, end: str, times: int) -> bytes:
    """The sample with the part from `begin` to `end` many times over."""
    text = sample(name).decode()
    start = text.index(begin)
    stop = text.index(end, start) + len(end)
    return (text[:stop] + text[start:stop] * (times - 1) + text[stop:]).encode()


DISCOUNT = "<ScontoMaggiorazione><Tipo>MG</Tipo><Importo>99999999999.99</Importo></ScontoMaggiorazione>"


@pytest.mark.parametrize(
    "data",
    [
        repeated("reverse_charge", "<DettaglioLinee>", "</DettaglioLinee>", 20_000),
        repeated("reverse_charge", "<DettaglioPagamento>", "</DettaglioPagamento>", 20_000),
        repeated("two_rates_instalments", "<DatiDDT>", "</DatiDDT>", 50_000),
        repeated("professional", "<DatiRitenuta>", "</DatiRitenuta>", 20_000),
        repeated("several_invoices", "<FatturaElettronicaBody>", "</FatturaElettronicaBody>", 300),
        sample("professional").replace(b"7/PA", b"x" * 9_000_000),
        sample("professional").replace(b"Luca", "è".encode("cp1252") * 9_000_000),
        sample("professional").replace(b"primo acconto", b"w " * 4_000_000),
        sample("professional").replace(b"<Numero>", DISCOUNT.encode() * 3000 + b"<Numero>"),
        sample("professional").replace(b"<Cognome>", b"<Cognome" + b" " * 5_000_000 + b">"),
        b"<" * 5_000_000,
        b"<!--" * 2_000_000,
        b"<FatturaElettronica " + b"a='1' " * 100_000 + b"/>",
        b"-----BEGIN PKCS7-----" + b"MIAG" * 5_000_000,
        b"M" * 20_000_000,
        in_chunks(b"\x04" * 20_000_000, 1),
    ],
    ids=range(16),
)  # fmt: skip
def test_much_of_anything_takes_a_bounded_time(data: bytes) -> None:
    begin = time.monotonic()
    outcome(data)
    assert time.monotonic() - begin < 12


@pytest.mark.parametrize("data", [b"niente", b"<a/>", b"<a", b"<!DOCTYPE a><a/>", sample("bare")[:-20]])
def test_reasons_survive_the_way_from_a_worker(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_invoices(data, "fattura.xml.p7m")
    there = pickle.loads(pickle.dumps(raised.value))
    assert (type(there), there.code, there.message) == (
        type(raised.value),
        raised.value.code,
        raised.value.message,
    )


@pytest.mark.parametrize("name", NAMES)
def test_invoices_survive_the_way_from_a_worker(name: str) -> None:
    invoices = read_invoices(sample(name), name)
    assert pickle.loads(pickle.dumps(invoices)) == invoices
