"""The parts of an ordinary invoice: XML tree -> what it says."""

from __future__ import annotations

from collections.abc import Iterator

from intake.formats.fatturapa_model import (
    Attachment,
    Line,
    Payment,
    PensionFund,
    Reference,
    VatRow,
    Withholding,
)
from intake.formats.fatturapa_scribe import Scribe
from intake.formats.xml_node import Node
from intake.formats.xml_values import days_after
from storage.identifiers import compact

REFERENCES = (
    "DatiOrdineAcquisto",
    "DatiContratto",
    "DatiConvenzione",
    "DatiRicezione",
    "DatiFattureCollegate",
)
_SUPPLIES = {"SC": "Sconto", "PR": "Premio", "AB": "Abbuono", "AC": "Spesa accessoria"}
_PAYMENT_DETAILS = (
    ("Beneficiario", "Beneficiario"),
    ("Banca", "IstitutoFinanziario"),
    ("ABI", "ABI"),
    ("CAB", "CAB"),
    ("BIC", "BIC"),
    ("Codice pagamento", "CodicePagamento"),
    ("Ufficio postale", "CodUfficioPostale"),
    ("Sconto pagamento anticipato", "ScontoPagamentoAnticipato"),
    ("entro il", "DataLimitePagamentoAnticipato"),
    ("Penalità pagamento ritardato", "PenalitaPagamentiRitardati"),
    ("dal", "DataDecorrenzaPenale"),
)
_TRANSPORT = (
    ("Vettore", "DatiAnagraficiVettore/Anagrafica/Denominazione"),
    ("P. IVA vettore", "DatiAnagraficiVettore/IdFiscaleIVA/IdCodice"),
    ("Mezzo", "MezzoTrasporto"),
    ("Causale", "CausaleTrasporto"),
    ("Colli", "NumeroColli"),
    ("Aspetto", "Descrizione"),
    ("Peso lordo", "PesoLordo"),
    ("Peso netto", "PesoNetto"),
    ("U.M. peso", "UnitaMisuraPeso"),
    ("Ritiro", "DataOraRitiro"),
    ("Inizio trasporto", "DataInizioTrasporto"),
    ("Resa", "TipoResa"),
    ("Luogo di resa", "IndirizzoResa/Indirizzo"),
    ("Comune di resa", "IndirizzoResa/Comune"),
    ("Consegna", "DataOraConsegna"),
)


def labelled(node: Node | None, rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """(label, text) of the rows of (label, path) that the node has."""
    return tuple((label, text) for label, path in rows if (text := node.value(path))) if node else ()


def lines(scribe: Scribe, goods: Node) -> Iterator[Line]:
    for node in goods.all("DettaglioLinee"):
        yield Line(
            path=node.path,
            number=node.value("NumeroLinea"),
            codes=tuple(_article(code) for code in node.all("CodiceArticolo")),
            description=node.value("Descrizione"),
            quantity=scribe.amount(node, "Quantita"),
            unit=node.value("UnitaMisura"),
            unit_price=scribe.amount(node, "PrezzoUnitario"),
            discounts=scribe.discounts(node),
            amount=scribe.amount(node, "PrezzoTotale"),
            rate=scribe.rate(node, "AliquotaIVA"),
            nature=node.value("Natura").upper(),
            notes=tuple(_line_notes(node)),
        )


def _article(node: Node) -> str:
    return " ".join(filter(None, (node.value("CodiceTipo"), node.value("CodiceValore"))))


def _line_notes(node: Node) -> Iterator[str]:
    supply = node.value("TipoCessionePrestazione")
    if supply:
        yield _SUPPLIES.get(supply, supply)
    begin, end = node.value("DataInizioPeriodo"), node.value("DataFinePeriodo")
    if begin or end:
        yield "Periodo " + " – ".join(filter(None, (begin, end)))
    if node.value("Ritenuta"):
        yield "Soggetto a ritenuta"
    if reference := node.value("RiferimentoAmministrazione"):
        yield f"Rif. amministrazione {reference}"
    for other in node.all("AltriDatiGestionali"):
        yield " ".join(child.text for child in other.children if child.text)


def vat_rows(scribe: Scribe, goods: Node) -> Iterator[VatRow]:
    for node in goods.all("DatiRiepilogo"):
        yield VatRow(
            path=node.path,
            rate=scribe.rate(node, "AliquotaIVA"),
            nature=node.value("Natura").upper(),
            charges=scribe.amount(node, "SpeseAccessorie"),
            rounding=scribe.amount(node, "Arrotondamento"),
            net=scribe.amount(node, "ImponibileImporto"),
            vat=scribe.amount(node, "Imposta"),
            collection=node.value("EsigibilitaIVA").upper(),
            law=node.value("RiferimentoNormativo"),
        )


def payments(scribe: Scribe, body: Node) -> Iterator[Payment]:
    issued = scribe.day(body, "DatiGenerali/DatiGeneraliDocumento/Data")
    for terms in body.all("DatiPagamento"):
        for node in terms.all("DettaglioPagamento"):
            stated = scribe.day(node, "DataScadenzaPagamento")
            days = scribe.days(node, "GiorniTerminiPagamento")
            start = scribe.day(node, "DataRiferimentoTerminiPagamento") or issued
            computed = days_after(start, days) if not stated and days is not None and start else None
            yield Payment(
                path=node.path,
                conditions=terms.value("CondizioniPagamento").upper(),
                method=node.value("ModalitaPagamento").upper(),
                date=stated or computed,
                date_is_computed=computed is not None,
                days=days,
                amount=scribe.amount(node, "ImportoPagamento"),
                iban=compact(node.value("IBAN"))[:40],
                details=labelled(node, _PAYMENT_DETAILS),
            )


def withholdings(scribe: Scribe, document: Node) -> Iterator[Withholding]:
    for node in document.all("DatiRitenuta"):
        yield Withholding(
            path=node.path,
            code=node.value("TipoRitenuta").upper(),
            amount=scribe.amount(node, "ImportoRitenuta"),
            rate=scribe.rate(node, "AliquotaRitenuta"),
            reason=node.value("CausalePagamento"),
        )


def funds(scribe: Scribe, document: Node) -> Iterator[PensionFund]:
    for node in document.all("DatiCassaPrevidenziale"):
        yield PensionFund(
            path=node.path,
            code=node.value("TipoCassa").upper(),
            rate=scribe.rate(node, "AlCassa"),
            amount=scribe.amount(node, "ImportoContributoCassa"),
            base=scribe.amount(node, "ImponibileCassa"),
            vat_rate=scribe.rate(node, "AliquotaIVA"),
            nature=node.value("Natura").upper(),
        )


def references(scribe: Scribe, general: Node) -> Iterator[Reference]:
    for element in REFERENCES:
        for node in general.all(element):
            rows = (
                ("riga", ", ".join(item.text for item in node.all("RiferimentoNumeroLinea"))),
                ("voce", node.value("NumItem")),
                ("commessa", node.value("CodiceCommessaConvenzione")),
                ("CUP", node.value("CodiceCUP")),
                ("CIG", node.value("CodiceCIG")),
            )
            details = tuple((label, text) for label, text in rows if text)
            yield Reference(node.path, element, node.value("IdDocumento"), scribe.day(node, "Data"), details)
    for node in general.all("DatiDDT"):
        numbers = ", ".join(item.text for item in node.all("RiferimentoNumeroLinea"))
        details = (("riga", numbers),) if numbers else ()
        yield Reference(node.path, "DatiDDT", node.value("NumeroDDT"), scribe.day(node, "DataDDT"), details)
    for node in general.all("DatiSAL"):
        yield Reference(node.path, "DatiSAL", node.value("RiferimentoFase"), None, ())
    for node in general.all("FatturaPrincipale"):
        number, when = node.value("NumeroFatturaPrincipale"), scribe.day(node, "DataFatturaPrincipale")
        yield Reference(node.path, "FatturaPrincipale", number, when, ())


def transport(general: Node) -> tuple[tuple[str, str], ...]:
    return labelled(general.at("DatiTrasporto"), _TRANSPORT)


def attachments(body: Node) -> Iterator[Attachment]:
    for node in body.all("Allegati"):
        yield Attachment(
            name=node.value("NomeAttachment"),
            format=node.value("FormatoAttachment"),
            compression=node.value("AlgoritmoCompressione"),
            description=node.value("DescrizioneAttachment"),
            node=node.at("Attachment"),
        )
