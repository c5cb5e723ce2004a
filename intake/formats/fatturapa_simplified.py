"""The simplified invoice (FSM10): prices with the VAT inside, which is stated as an amount or follows from the rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from intake.formats.fatturapa_model import Line, Reference, VatRow
from intake.formats.fatturapa_scribe import Scribe
from intake.formats.xml_node import Node
from intake.formats.xml_values import CENT, cents

RATES = tuple(Decimal(rate) for rate in ("22", "10", "5", "4"))


def lines(scribe: Scribe, body: Node) -> Iterator[Line]:
    """`amount` is the price with its VAT."""
    for number, node in enumerate(body.all("DatiBeniServizi"), start=1):
        amount, rate, _ = _price(scribe, node)
        yield Line(
            path=node.path,
            number=str(number),
            codes=(),
            description=node.value("Descrizione"),
            quantity=None,
            unit="",
            unit_price=None,
            discounts=(),
            amount=amount,
            rate=rate,
            nature=node.value("Natura").upper(),
            notes=tuple(filter(None, (node.value("RiferimentoNormativo"),))),
        )


def vat_rows(scribe: Scribe, body: Node) -> Iterator[VatRow]:
    """The prices taken apart, summed by rate and nature; the path is that of the first price."""
    groups: dict[tuple[Decimal | None, str], list[tuple[Node, Decimal, Decimal]]] = {}
    for node in body.all("DatiBeniServizi"):
        amount, rate, vat = _price(scribe, node)
        if amount is not None and vat is not None:
            groups.setdefault((rate, node.value("Natura").upper()), []).append((node, amount, vat))
    for (rate, nature), prices in groups.items():
        vat = sum((vat for _, _, vat in prices), Decimal(0))
        net = sum((amount for _, amount, _ in prices), Decimal(0)) - vat
        first = prices[0][0]
        yield VatRow(first.path, rate, nature, None, None, net, vat, "", first.value("RiferimentoNormativo"))


def _price(scribe: Scribe, node: Node) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Amount, rate and VAT of one price; what is not stated is computed where it follows."""
    amount = scribe.amount(node, "Importo")
    rate = scribe.rate(node, "DatiIVA/Aliquota")
    vat = scribe.amount(node, "DatiIVA/Imposta")
    if amount is None:
        return None, rate, vat
    if vat is None and rate is not None:
        vat = amount - cents(amount * 100 / (100 + rate))
    if rate is None and vat is not None:
        rate = _rate(amount, vat)
    if rate is None and vat is None and node.value("Natura"):
        return amount, Decimal(0), Decimal(0)
    return amount, rate, vat


def _rate(amount: Decimal, vat: Decimal) -> Decimal | None:
    """The legal rate that `vat` is of the net price, None where none fits to the cent."""
    if vat == 0:
        return Decimal(0)
    return next((rate for rate in RATES if abs(cents((amount - vat) * rate / 100) - vat) <= CENT), None)


def references(scribe: Scribe, general: Node) -> Iterator[Reference]:
    for node in general.all("DatiFatturaRettificata"):
        details = (("elementi rettificati", node.value("ElementiRettificati")),)
        number, when = node.value("NumeroFR"), scribe.day(node, "DataFR")
        yield Reference(node.path, "DatiFatturaRettificata", number, when, details)
