"""An e-invoice as the exchange system delivers it."""

from __future__ import annotations

from tests.demo.people import HARDWARE, US

FILE = "IT02845160247_00K3F.xml"
FIELDS = {
    "number": "398/A",
    "date": "2026-03-31",
    "due_date": "2026-05-31",
    "supplier_name": HARDWARE.name,
    "supplier_vat_id": HARDWARE.vat_id,
    "customer_name": US.name,
    "customer_vat_id": US.vat_id,
    "currency": "EUR",
    "net_amount": "250.00",
    "vat_amount": "55.00",
    "gross_amount": "305.00",
    "amount_due": "305.00",
    "iban": HARDWARE.iban,
}
LISTS = {
    "vat_lines": [{"rate": "22.00", "net_amount": "250.00", "vat_amount": "55.00"}],
    "due_dates": [{"date": "2026-05-31", "amount": "305.00"}],
}

XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
  <FatturaElettronicaHeader>
    <DatiTrasmissione>
      <IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>{HARDWARE.number}</IdCodice></IdTrasmittente>
      <ProgressivoInvio>00K3F</ProgressivoInvio>
      <FormatoTrasmissione>FPR12</FormatoTrasmissione>
      <CodiceDestinatario>T04ZHR3</CodiceDestinatario>
    </DatiTrasmissione>
    <CedentePrestatore>
      <DatiAnagrafici>
        <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>{HARDWARE.number}</IdCodice></IdFiscaleIVA>
        <Anagrafica><Denominazione>{HARDWARE.name}</Denominazione></Anagrafica>
        <RegimeFiscale>RF01</RegimeFiscale>
      </DatiAnagrafici>
      <Sede>
        <Indirizzo>Via Postumia 118</Indirizzo><CAP>36047</CAP><Comune>Montegalda</Comune>
        <Provincia>VI</Provincia><Nazione>IT</Nazione>
      </Sede>
    </CedentePrestatore>
    <CessionarioCommittente>
      <DatiAnagrafici>
        <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>{US.number}</IdCodice></IdFiscaleIVA>
        <Anagrafica><Denominazione>{US.name}</Denominazione></Anagrafica>
      </DatiAnagrafici>
      <Sede>
        <Indirizzo>Via dei Gelsi 14</Indirizzo><CAP>36015</CAP><Comune>Schio</Comune>
        <Provincia>VI</Provincia><Nazione>IT</Nazione>
      </Sede>
    </CessionarioCommittente>
  </FatturaElettronicaHeader>
  <FatturaElettronicaBody>
    <DatiGenerali>
      <DatiGeneraliDocumento>
        <TipoDocumento>TD24</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-31</Data><Numero>398/A</Numero>
        <ImportoTotaleDocumento>305.00</ImportoTotaleDocumento>
      </DatiGeneraliDocumento>
      <DatiDDT><NumeroDDT>601</NumeroDDT><DataDDT>2026-03-12</DataDDT></DatiDDT>
    </DatiGenerali>
    <DatiBeniServizi>
      <DettaglioLinee>
        <NumeroLinea>1</NumeroLinea><Descrizione>Cinghia trapezoidale SPB 2240</Descrizione>
        <Quantita>10.00</Quantita><UnitaMisura>PZ</UnitaMisura><PrezzoUnitario>17.50</PrezzoUnitario>
        <PrezzoTotale>175.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA>
      </DettaglioLinee>
      <DettaglioLinee>
        <NumeroLinea>2</NumeroLinea><Descrizione>Grasso al litio cartuccia 400 g</Descrizione>
        <Quantita>15.00</Quantita><UnitaMisura>PZ</UnitaMisura><PrezzoUnitario>5.00</PrezzoUnitario>
        <PrezzoTotale>75.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA>
      </DettaglioLinee>
      <DatiRiepilogo>
        <AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>250.00</ImponibileImporto><Imposta>55.00</Imposta>
        <EsigibilitaIVA>I</EsigibilitaIVA>
      </DatiRiepilogo>
    </DatiBeniServizi>
    <DatiPagamento>
      <CondizioniPagamento>TP02</CondizioniPagamento>
      <DettaglioPagamento>
        <ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-05-31</DataScadenzaPagamento>
        <ImportoPagamento>305.00</ImportoPagamento><IBAN>{HARDWARE.iban}</IBAN>
      </DettaglioPagamento>
    </DatiPagamento>
  </FatturaElettronicaBody>
</p:FatturaElettronica>
"""
