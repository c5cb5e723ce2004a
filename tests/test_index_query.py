"""What is made of what a person types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.field_names import field_named, kinds_named
from index.query import AmountRange, Clause, DateRange, OneOf, Phrase, Prefix, Query, Where, Word
from index.typed_query import MOST_CLAUSES, parse
from storage.document import ALL_AREAS
from storage.kinds import FIELDS, KINDS, Area

MARCH = DateRange(date(2026, 3, 1), date(2026, 3, 31))
VAT_IDS = ("supplier_vat_id", "customer_vat_id")


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("", ()),
        (" \t\n", ()),
        ("fattura rossi", (Word("fattura"), Word("rossi"))),
        ("dell'IVA e-mail", (Word("dell'IVA"), Word("e-mail"))),
        ('"nota di credito"', (Phrase("nota di credito"),)),
        ("“nota di credito” «conto corrente»", (Phrase("nota di credito"), Phrase("conto corrente"))),
        ('"senza fine', (Phrase("senza fine"),)),
        ("fattur*", (Prefix("fattur"),)),
        ("rossi OR bianchi verdi", (OneOf((Word("rossi"), Word("bianchi"))), Word("verdi"))),
        ("rossi OPPURE bianchi|verdi", (OneOf((Word("rossi"), Word("bianchi"), Word("verdi"))),)),
        ("OR rossi OR", (Word("rossi"),)),
        ("rossi AND bianchi", (Word("rossi"), Word("bianchi"))),
        ("fornitore:rossi", (Word("rossi", ("supplier_name",)),)),
        ("Fornitore: Rossi", (Word("Rossi", ("supplier_name",)),)),
        ('cliente:"Rossi Bianchi"', (Phrase("Rossi Bianchi", ("customer_name",)),)),
        ("supplier:ros*", (Prefix("ros", ("supplier_name",)),)),
        ("iban:IT60X0542811101000000123456", (Word("IT60X0542811101000000123456", ("iban",)),)),
        ("http://rossi.it 12:30 nota:bene", (Word("http://rossi.it"), Word("12:30"), Word("nota:bene"))),
        ("tipo:boh rossi data:ieri totale:tanto", (Word("rossi"),)),
        ('tipo:"', ()),
        ('- * " ( ) | :', ()),
        ("(rossi)", (Word("(rossi)"),)),
        ("rossi -", (Word("rossi"),)),
    ],
)
def test_words_phrases_beginnings_and_fields(typed: str, clauses: tuple[Clause, ...]) -> None:
    assert parse(typed) == Query(clauses)


@pytest.mark.parametrize(
    ("typed", "excluded"),
    [
        ("-rossi", (Word("rossi"),)),
        ("NOT rossi", (Word("rossi"),)),
        ("NON rossi", (Word("rossi"),)),
        ('-"nota di credito"', (Phrase("nota di credito"),)),
        ("-fornitore:rossi", (Word("rossi", ("supplier_name",)),)),
        ("-tipo:fattura", (Where(kinds=frozenset({"invoice"})),)),
        ("-data:2026-03", (Where(dates=MARCH),)),
    ],
)
def test_exclusions(typed: str, excluded: tuple[Clause, ...]) -> None:
    assert parse(typed) == Query(excluded=excluded)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("data:2026-03", (2026, 3, 1), (2026, 3, 31)),
        ("date:03/2026", (2026, 3, 1), (2026, 3, 31)),
        ('data:"marzo 2026"', (2026, 3, 1), (2026, 3, 31)),
        ("mese:mar-2026", (2026, 3, 1), (2026, 3, 31)),
        ("anno:2028", (2028, 1, 1), (2028, 12, 31)),
        ("data:2028-02", (2028, 2, 1), (2028, 2, 29)),
        ("data:31/3/2026", (2026, 3, 31), (2026, 3, 31)),
        ('date:"31 March 2026"', (2026, 3, 31), (2026, 3, 31)),
        ("data:>2026-03", (2026, 4, 1), None),
        ("data:>=2026-03", (2026, 3, 1), None),
        ("data: < 1/3/26", None, (2026, 2, 28)),
        ("data<=2026", None, (2026, 12, 31)),
        ("data:2026-01..2026-03", (2026, 1, 1), (2026, 3, 31)),
        ("data:..2025", None, (2025, 12, 31)),
        ("data:2026..", (2026, 1, 1), None),
        ("dal:1/2/2026 al:28/2/2026", (2026, 2, 1), (2026, 2, 28)),
        ("from:2026-02 to:2026-02", (2026, 2, 1), (2026, 2, 28)),
        ("data:2026 data:>2026-03", (2026, 4, 1), (2026, 12, 31)),
    ],
)
def test_dates(typed: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None) -> None:
    assert parse(typed) == Query(dates=DateRange(first and date(*first), last and date(*last)))


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("totale:1.285,27", "1285.27", "1285.27"),
        ("total:1285.27", "1285.27", "1285.27"),
        ("totale:€1285", "1285", "1285"),
        ("totale:1285€", "1285", "1285"),
        ("importo>1000", "1000.01", None),
        ("totale:>=1.000", "1000", None),
        ("totale: <100,5", None, "100.49"),
        ("amount:<=100", None, "100"),
        ("totale:100..200,50", "100", "200.50"),
        ("totale:>100 totale:<200", "100.01", "199.99"),
        ("totale:-50..0", "-50", "0"),
    ],
)
def test_amounts(typed: str, low: str | None, high: str | None) -> None:
    assert parse(typed) == Query(amounts=AmountRange(low and Decimal(low), high and Decimal(high)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("tipo:fattura", {"invoice"}),
        ("tipo:Fatture", {"invoice"}),
        ("kind:invoices", {"invoice"}),
        ("tipo:credit_note", {"credit_note"}),
        ('tipo:"note di credito"', {"credit_note"}),
        ("tipo:DDT", {"delivery_note"}),
        ("tipo:busta", {"payslip"}),
        ("tipo:fattura,ddt", {"invoice", "delivery_note"}),
        ("tipo:fattura tipo:ddt", {"invoice", "delivery_note"}),
        ("tipo:contratto", {"contract"}),
        ("tipo:certificato", {"sick_note"}),
    ],
)
def test_kinds(typed: str, kinds: set[str]) -> None:
    assert parse(typed).kinds == frozenset(kinds)


def test_every_kind_is_found_by_its_names() -> None:
    for kind in KINDS.values():
        for name in (kind.name, kind.label.it, kind.label.en, kind.label.it.upper()):
            assert kind.name in kinds_named(name)


def test_every_declared_field_has_its_names() -> None:
    for field in FIELDS.values():
        for name in (field.name, field.label.it, field.label.en):
            assert field_named(name), name
    assert field_named("P. IVA fornitore") == ("supplier_vat_id",)
    assert set(VAT_IDS) <= set(field_named("piva") or ())  # type: ignore[arg-type]


def test_an_area_that_was_typed_only_narrows() -> None:
    assert parse("area:hr", ALL_AREAS).areas == {Area.HR}
    assert parse("area:personale,generale", frozenset({Area.HR})).areas == {Area.HR}
    assert parse("area:hr", frozenset({Area.GENERAL})).areas == frozenset()
    assert parse("fattura").areas == frozenset()


def test_a_filter_among_alternatives_stays_one_of_them() -> None:
    assert parse("tipo:fattura OR rossi") == Query((OneOf((Where(kinds=frozenset({"invoice"})), Word("rossi"))),))


PIECES = st.sampled_from(
    ["tipo:", "data:", "totale:", "dal:", "area:", "tag:", ">", "<=", "..", "-", "|", '"', "“", "»", " OR ", " NON ",
     "*", "€", "2026", "99/99/9999", "0000-00", "31/12/9999", "fattura", "1.285,27", "9" * 30, ",", "\0", "’", ":",
     "\n"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
@example("data:>31/12/9999")
@example("data:<0001-01-01")
@example("totale:" + "9" * 5000)
@example("-" * 5000)
@example('"' * 5000)
@example("data:9999-12")
@example("totale:²")
@example("anno:２０２６")
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    query = parse(typed, ALL_AREAS)
    assert len(query.clauses) + len(query.excluded) <= MOST_CLAUSES
    assert query == parse(typed, ALL_AREAS)
    hash(query)
