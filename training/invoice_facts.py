"""What an invoice is about: scheme, sides, rows, charges, sums, terms; before anybody words it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random

from training.firms import Firm, draw_firm
from training.goods import Item, draw_items
from training.sums import Charges, Sums, summed
from training.terms import Terms, draw_terms
from training.writing import draw_day, serial, some

_ORDINARY = ((Decimal("22.00"), ""),)
_SCHEMES = {"ordinary": 50, "fee": 14, "flat": 6, "utility": 7, "reverse": 4, "split": 5, "foreign": 9, "exempt": 5}
_RATES = (Decimal("22.00"), Decimal("10.00"), Decimal("4.00"), Decimal("5.00"))


@dataclass(frozen=True, slots=True)
class Facts:
    """What one invoice is about, before it is worded."""

    scheme: str
    kind: str
    language: str
    currency: str
    day: date
    number: str
    supplier: Firm
    customer: Firm
    items: tuple[Item, ...]
    charges: Charges
    sums: Sums
    terms: Terms


def draw_facts(rng: Random, kind: str) -> Facts:
    schemes = _SCHEMES if kind == "invoice" else {"ordinary": 8, "foreign": 1, "split": 1, "exempt": 1}
    scheme = rng.choices(list(schemes), list(schemes.values()))[0]
    language, currency, supplier, customer = _sides(scheme, rng)
    day = draw_day(rng)
    items = _items(scheme, language, day.year, rng)
    charges = _charges(scheme, kind, items, rng)
    return Facts(
        scheme,
        kind,
        language,
        currency,
        day,
        serial(rng, day.year),
        supplier,
        customer,
        tuple(items),
        charges,
        summed(items, charges),
        draw_terms(rng, day, language),
    )


def _sides(scheme: str, rng: Random) -> tuple[str, str, Firm, Firm]:
    """Language, currency, supplier, customer."""
    if scheme == "foreign":
        country, language = rng.choice(
            (
                ("DE", "de"),
                ("AT", "de"),
                ("FR", "fr"),
                ("ES", "es"),
                ("GB", "en"),
                ("NL", "en"),
                ("PL", "en"),
                ("BE", "fr"),
            )
        )
        currency = rng.choice(("GBP", "USD", "EUR")) if language == "en" else "EUR"
        supplier = draw_firm(rng, country=country)
        return (language if some(rng, 0.8) else "en"), currency, supplier, draw_firm(rng)
    if scheme in ("fee", "flat"):
        return (
            "it",
            "EUR",
            draw_firm(rng, forms=("studio", "person") if scheme == "fee" else ("person",)),
            draw_firm(rng),
        )
    customer = draw_firm(rng, forms=("body",)) if scheme == "split" else draw_firm(rng)
    if some(rng, 0.05):
        customer = draw_firm(rng, forms=("person", "association", "body"))
    return "it", "EUR", draw_firm(rng, forms=("srl", "spa", "bare") if scheme == "utility" else ()), customer


Rates = tuple[tuple[Decimal, str], ...]


def _items(scheme: str, language: str, year: int, rng: Random) -> list[Item]:
    rates: Rates
    if scheme == "foreign":
        rate = {"de": "19.00", "fr": "20.00", "es": "21.00", "en": "20.00"}[language]
        rates = ((Decimal(rate), ""),) if some(rng, 0.45) else ((Decimal("0.00"), ""),)
        return draw_items(rng, _count(rng), year, source=f"foreign.{language}", rates=rates)
    if scheme in ("fee", "flat"):
        rates = ((Decimal("0.00"), "N2.2"),) if scheme == "flat" else _ORDINARY
        return draw_items(rng, rng.choice((1, 1, 1, 2, 3)), year, source="fees", rates=rates)
    if scheme == "reverse":
        rates = ((Decimal("0.00"), rng.choice(("N6.1", "N6.3", "N6.7", "N6.4"))),)
        return draw_items(rng, _count(rng), year, source="services", rates=rates)
    if scheme == "exempt":
        zero = (Decimal("0.00"), rng.choice(("N4", "N1", "N3.5", "N3.1")))
        return draw_items(rng, _count(rng) + 1, year, source="services", rates=(zero, zero, *_ORDINARY))
    if scheme == "utility":
        return _utility_items(rng)
    way = rng.random()
    rates = (
        _ORDINARY
        if way < 0.62
        else tuple((r, "") for r in rng.sample(_RATES, 2))
        if way < 0.92
        else tuple((r, "") for r in _RATES[:3])
    )
    return draw_items(rng, _count(rng), year, rates=rates, discounts=some(rng, 0.3))


def _utility_items(rng: Random) -> list[Item]:
    rate = rng.choice((Decimal("22.00"), Decimal("10.00")))
    names = rng.sample(
        (
            "Spesa per la materia energia",
            "Trasporto e gestione contatore",
            "Oneri di sistema",
            "Accise",
            "Canone di abbonamento",
            "Quota fissa",
            "Consumo acqua",
            "Fognatura e depurazione",
            "Traffico voce e dati",
            "Altre partite",
            "Servizi aggiuntivi",
            "Quota variabile",
        ),
        rng.randint(2, 6),
    )
    one_piece = Decimal(1)
    amounts = [Decimal(str(round(rng.uniform(3, 420), 2))).quantize(Decimal("0.01")) for _ in names]
    return [Item("", n, one_piece, "", a, "", rate, "", a) for n, a in zip(names, amounts, strict=True)]


def _count(rng: Random) -> int:
    return rng.choices(
        (rng.randint(1, 3), rng.randint(3, 8), rng.randint(8, 16), rng.randint(20, 55)), (34, 42, 18, 6)
    )[0]


def _charges(scheme: str, kind: str, items: list[Item], rng: Random) -> Charges:
    charges = Charges(split=scheme == "split")
    goods = sum(i.amount for i in items)
    if scheme == "fee":
        rivalsa = some(rng, 0.2)
        rate = (
            Decimal(4)
            if rivalsa
            else rng.choice((Decimal(4), Decimal(4), Decimal(4), Decimal(5), Decimal(2), Decimal(0)))
        )
        held = Decimal(20) if some(rng, 0.8) else Decimal(0)
        charges = replace(charges, fund_rate=rate, fund_kind="rivalsa" if rivalsa else "fund", withholding_rate=held)
    if scheme == "flat":
        charges = replace(
            charges, fund_rate=rng.choice((Decimal(0), Decimal(4))), fund_kind=rng.choice(("fund", "rivalsa"))
        )
    free = sum((i.amount for i in items if not i.rate), Decimal(0))
    if scheme in ("flat", "exempt") and free > Decimal("77.47") and some(rng, 0.75):
        charges = replace(charges, stamp=Decimal("2.00"))
    if scheme == "ordinary" and kind == "invoice" and some(rng, 0.04):
        charges = replace(charges, advance=(goods * Decimal("0.3")).quantize(Decimal("0.01")))
    return charges
