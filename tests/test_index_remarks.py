"""What is said about a query that was not quite understood; the rest of it is looked for all the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import AmountRange, Clause, CountRange, DateRange, Phrase, Prefix, Query, Within, Word
from index.typed_clauses import People
from index.typed_query import parse, read
from storage.document import ALL_AREAS

JUNE = date(2026, 6, 30)
CLERKS = People(7, {"maria.rossi@acme.it": 7, "Luca Bianchi": 9})


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("scadenza:30/06/2026", Within(("due_date",), DateRange(JUNE, JUNE))),
        ("scadenza:<=30/06/2026", Within(("due_date",), DateRange(None, JUNE))),
        ("due_date:2026-06", Within(("due_date",), DateRange(date(2026, 6, 1), JUNE))),
        ("imponibile:>1000", Within(("net_amount",), AmountRange(Decimal("1000.01"), None))),
        ("IVA:100..231,77", Within(("vat_amount",), AmountRange(Decimal(100), Decimal("231.77")))),
        ("netto:1.540", Within(("net_pay", "amount_due"), AmountRange(Decimal(1540), Decimal(1540)))),
        ("periodo-inizio:x", Word("periodo-inizio:x")),
        ("ore:>=8", Within(("hours",), AmountRange(Decimal(8), None))),
        ("fattura-n.:147", Word("147", ("invoice_number",))),
        ("etichetta:urgente", Word("urgente", ("tag",))),
        ("cod.-fiscale-dipendente:rss*", Prefix("rss", ("employee_tax_code",))),
    ],
)
def test_every_field_can_be_asked_for_by_its_type(typed: str, clauses: Clause) -> None:
    assert parse(typed) == Query((clauses,))


def test_what_a_document_is() -> None:
    assert parse("stato:da-controllare").statuses == frozenset({"to_review"})
    assert parse("state:filed,to-review").statuses == frozenset({"filed", "to_review"})
    assert parse("pagine:>10").page_count == CountRange(11, None)
    assert parse("pages:2..5").page_count == CountRange(2, 5)
    assert parse("ricevuto:2026-06").received == DateRange(date(2026, 6, 1), JUNE)


def test_to_whom_it_is_assigned() -> None:
    for typed, expected in (("me", {7}), ("rossi", {7}), ("bianchi", {9}), ("nessuno", {0}), ("io,bianchi", {7, 9})):
        found = read(f"assegnato:{typed}", people=CLERKS)
        assert (found.query.assignees, found.remarks) == (frozenset(expected), ())
    unknown = read("assigned:verdi", people=CLERKS)
    assert (unknown.query.assignees, [remark.code for remark in unknown.remarks]) == (None, ["no_such_value"])
    assert read("assegnato:me").remarks


@pytest.mark.parametrize(
    ("typed", "code", "proposal", "rest"),
    [
        ("fornitroe:rossi acciaio", "unknown_name", "fornitore:rossi", Query((Word("rossi"), Word("acciaio")))),
        ("nota:bene", "unknown_name", None, Query((Word("nota:bene"),))),
        ("acciaio data:31/02/2026", "no_date", None, Query((Word("acciaio"),))),
        ("dal:ieri acciaio", "no_date", None, Query((Word("acciaio"),))),
        ("totale:>tanto acciaio", "no_number", None, Query((Word("acciaio"),))),
        ("imponibile:molto acciaio", "no_number", None, Query((Word("acciaio"),))),
        ("pagine:x acciaio", "no_number", None, Query((Word("acciaio"),))),
        ("totale:200..100", "upside_down", "totale:100..200", Query(amounts=AmountRange(Decimal(100), Decimal(200)))),
        ("tipo:fatura acciaio", "no_such_value", "tipo:Fattura", Query((Word("acciaio"),))),
        ("stato:boh acciaio", "no_such_value", None, Query((Word("acciaio"),))),
        ("acciaio fornitore:", "no_value", None, Query((Word("acciaio"),))),
        ('acciaio "nota di', "unclosed_quote", '"nota di"', Query((Word("acciaio"), Phrase("nota di")))),
        ("* acciaio", "lone_star", None, Query((Word("acciaio"),))),
        ("*ciaio", "star_within", "ciaio*", Query((Prefix("ciaio"),))),
        (" ".join(["a1"] * 41), "too_much", None, Query((Word("a1"),) * 40)),
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_looked_for(
    typed: str, code: str, proposal: str | None, rest: Query
) -> None:
    found = read(typed)
    assert found.query == rest
    assert [(remark.code, remark.proposal) for remark in found.remarks] == [(code, proposal)]
    assert found.remarks[0].part in typed
    assert found.remarks[0].message.it and found.remarks[0].message.en


def test_limits_that_exclude_one_another_are_said() -> None:
    assert [remark.code for remark in read("totale:>200 totale:<100").remarks] == ["nothing_between"]
    assert [remark.code for remark in read("data:>2026-03 data:<2026-01").remarks] == ["nothing_between"]


@pytest.mark.parametrize(
    "typed",
    ["fattura rossi", "http://rossi.it 12:30", "tipo:fattura", "totale>1000", '"nota di credito"', "fattur*", "- ("],
)
def test_nothing_is_said_where_there_is_nothing_to_say(typed: str) -> None:
    assert read(typed).remarks == ()


@settings(deadline=None)
@given(st.text())
def test_what_is_said_is_of_what_was_typed(typed: str) -> None:
    found = read(typed, ALL_AREAS, CLERKS)
    assert all(remark.part in typed for remark in found.remarks)
