"""Labels of VAT ids, tax codes and IBANs. See the package for how phrases are written."""

from __future__ import annotations

IDENTIFIERS: dict[str, str] = {
    "vat_id": (
        "p iva|cfp iva|cfpi|cf piva|partita iva|part iva|piva|pi|vat|vat id|vat no|iva n|ust idnr|ustidnr|n tva"
        "|tva intracommunautaire|cod iva|vat reg no|vat number|p iva n|n p iva|uid|iva"
        "|ust id|ust id nr|uid nr|uid nummer|mwst nr|nif iva|nif|cif|btw|btw nr|btw nummer|no tva|numero tva|tva"
        "|vat registration|vat registration no|vat registration number|c f e p iva|c f p iva|tva intracom|tva intra"
    ),
    "customer_vat_id": (
        "p iva cliente|cliente p iva|cliente partita iva|cessionario p iva|partita iva cliente|p iva cessionario"
        "|partita iva committente|p iva destinatario|vs p iva|vs partita iva|p iva committente|customer vat"
        "|your vat|vs piva|partita iva del cliente|partita iva cessionario|vostra partita iva|p iva del cliente"
        "|ihre ust idnr|partita iva intestatario|vostra partita|vs partita|p iva acquirente"
        "|partita iva acquirente|buyer vat|customer vat no|customer vat id|votre n tva|votre tva|kunden ust idnr"
        "|p iva intestatario|partita iva destinatario|c f p iva cliente"
    ),
    "supplier_vat_id": (
        "nostra partita iva|nostra partita|ns partita iva|ns partita|ns p iva|p iva fornitore"
        "|partita iva fornitore|p iva cedente|partita iva cedente|p iva prestatore|partita iva prestatore"
        "|p iva emittente|seller vat|our vat|our vat no|unsere ust idnr|notre n tva|notre tva|supplier vat"
        "|p iva mittente"
    ),
    "carrier": (
        "vettore|trasportatore|corriere|spedizioniere|trasporto a mezzo|incaricato del trasporto|carrier"
        "|spediteur|transporteur|intermediario|terzo intermediario|rappresentante fiscale|conducente"
        "|primo vettore|secondo vettore|soggetto emittente|delegato|capogruppo|direzione e coordinamento"
    ),
    "tax_code": (
        "registro imprese|registro delle imprese|reg imprese|iscrizione registro imprese|cf|cfp iva|cfpi|cf piva"
        "|codice fiscale|cod fiscale|cod fisc|c fisc|cod f|tax code|cf e piva|fiscal code|steuernummer|c fiscale"
        "|codice fisc"
    ),
    "iban": "iban|coordinate bancarie|coordinate iban|codice iban|bonifico su|cc|accredito su",
}
