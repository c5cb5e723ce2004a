"""Labels of document numbers, references and codes. See the package for how phrases are written."""

from __future__ import annotations

NUMBERS: dict[str, str] = {
    "number": (
        "fattura n|fattura nr|fattura numero|fattura|numero fattura|n fattura|nr fattura|num fattura|fatt n|ft n"
        "|ft nr|numero documento|n documento|nr documento|num documento|documento n|documento nr|doc n|doc nr|n doc"
        "|nr doc|num doc|nota n|parcella n|notula n|numero parcella|invoice no|invoice n|invoice number|invoice"
        "|rechnungsnr|rechnungsnummer|rechnung nr|belegnr|facture n|numero de facture|nota di credito n"
        "|nota di credito nr|nota credito n|nota di accredito n|numero nota|credit note no|ricevuta n|ricevuta nr"
        "|numero ricevuta|scontrino n|documento commerciale n|offerta n|offerta nr|offerta|numero offerta|n offerta"
        "|preventivo n|preventivo nr|numero preventivo|quotazione n|preventivo|ordine n|ordine nr|n ordine"
        "|numero ordine|nr ordine|numero d ordine|ordine d acquisto n|ordine di acquisto n|conferma d ordine n"
        "|purchase order no|po number|ddt n|ddt nr|ddt|n ddt|numero ddt|bolla n|numero bolla|n bolla"
        "|documento di trasporto n|documento di trasporto|contratto n|contratto nr|n contratto|numero contratto"
        "|repertorio|repertorio n|parcella|documento|bolletta n|n bolletta|numero bolletta|documento numero"
        "|fattura differita n|fattura immediata n|fattura differita|fattura immediata|gutschrift nr|avoir n"
        "|numero atto|atto n|quote no|preventivo numero|offerta numero|contratto numero|ricevuta|nota di credito"
        "|rif documento|ordine|nota|facture|rechnung|bolla|fatt nr|fatt num|fatt numero|ft num|ft numero|fattura num"
        "|fatt|fatt ra n|nr fatt|n fatt|num fatt|doc num|doc numero|nr documento fiscale|documento fiscale n|n ft|nr ft"
        "|documento di consegna|documento di consegna n|bolla di consegna|bolla di consegna n|bolla di accompagnamento"
        "|bolla di accompagnamento n|nota di consegna n|documento di accompagnamento n|n documento di trasporto"
        "|doc trasporto n|ddt numero|ddt num|nota di variazione n|nota di variazione|nota accredito n|nota accredito nr"
        "|nota accredito|nota credito|nota credito nr|nc n|nc nr|ndc n|storno n|n nota|nr nota|beleg nr|belegnummer"
        "|rechnungs nr|rg nr|facture no|n facture|n de facture|no facture|factura n|factura no|n factura|factura"
        "|numero de factura|numero factura|factura numero|invoice nr|inv no|credit note n|credit note number"
        "|credit note"
        "|gutschrift|gutschriftsnr|avoir|offer no|offer|quotation no|quotation|angebot nr|angebotsnr|angebot|devis n"
        "|devis|presupuesto n|presupuesto|n preventivo|nr preventivo|prev n|n offerta nr|proposta n"
        "|bestellung nr|bestellnummer|purchase order|p o no|commande n|bon de commande n|pedido n|pedido|ordine numero"
        "|ordine fornitore n|ordine a fornitore n|conferma ordine n|conferma d ordine|ord n|n ord|lieferschein nr"
        "|lieferscheinnr|bon de livraison n|albaran n|albaran|delivery note no|ricevuta fiscale n|ricevuta numero"
        "|scontrino|scontr n|scontr|ricevuta sanitaria n|documento commerciale|n scontrino|doc commerciale n"
        "|n ricevuta|nr ricevuta"
        "|contract no|vertrag nr|contrat n|scrittura n|numero bolla|nr bolla|nr ddt|nr ordine fornitore"
        "|numero e data|oda n|oda nr|document no|document number"
    ),
    "bare_number": "n|nr|num|numero|no|n ro|nro|nummer|number",
    "order_reference": (
        "vs ordine|vs ord|v ord|vostro ordine|rif ordine|rif vs ordine|rif vostro ordine|riferimento vs ordine"
        "|ordine cliente|n ordine cliente|vs rif|vs riferimento|vostro riferimento|riferimento ordine|vs ordine n"
        "|vostro ordine n|oda n|oda|rif ord|rif ns ordine|your order|your ref|po no|bestellnr|ihr zeichen"
        "|ihre bestellung|bon de commande|v ref|commande|ordine d acquisto|ordine n|ordine nr|numero ordine"
        "|n ordine|rif ordine n|vs ordine nr|vs ord n|rif oda|ns rif ordine|customer order|order no|order"
        "|riferimenti ordine|vs commessa|vs incarico|vostro incarico|vs estratto conto|vs conferma|commessa"
        "|ordine|vs ordine numero|ordine di riferimento|votre commande"
        "|order ref|ord n|po number|your po|your order no|vs or|v ordine|vs oda|vs oda n|vs buono d ordine"
        "|buono d ordine"
        "|vs ordinazione|rif oda n|ordine cliente n|n ordine cliente|ordine del cliente|ordine mepa n|ordine mepa"
        "|odacquisto|n oda|numero oda|nr oda|ns vs ordine|rif ordine cliente|vs rif ordine|vs rif ordine n|pedido"
        "|pedido n|su pedido|vuestro pedido|n de pedido|commande n|n de commande|reference commande|votre reference"
        "|bestellnummer|bestellung nr|ihre bestellnummer|bestell nr|auftragsnr|purchase order|purchase order no"
        "|customer po|vs richiesta n|conferma d ordine n|ordine web|ordine web n"
    ),
    "ddt": (
        "ddt|rif ddt|ddt n|bolla|bolla n|rif ddt n|documento di trasporto|doc trasp|ns ddt|lieferschein"
        "|delivery note|rif bolla"
    ),
    "reference": (
        "ns rif commessa|ns commessa|nostra commessa|ns rif ordine interno|ns rif|nostro riferimento|rif|riferimento"
        "|prot|protocollo|prot n|protocollo n|ns riferimento|ns prot"
        "|our ref|unser zeichen|n ref|nostro rif|nr prot|n prot|numero di protocollo|rif interno|prot nr"
        "|riferimento n|rif n|numero pratica|pratica n|n rif|riferimento interno|pratica|rif pratica|rif nr|rif prot"
        "|rif protocollo|vs rif|vs riferimento|vostro riferimento|vostro rif|suo riferimento|posizione|posizione n"
        "|our reference|your reference|your ref|reference|ref|reference no|ref no|ref n|zeichen|ihr zeichen"
        "|aktenzeichen"
        "|geschaftszeichen|unsere referenz|notre reference|nos ref|vos ref|v ref|su referencia|nuestra referencia"
        "|fascicolo|fascicolo n|rif fascicolo|numero di pratica|nr pratica|ns protocollo|codice pratica|ticket|ticket n"
        "|segnalazione n|reclamo n|sinistro n|sinistro|numero sinistro|n sinistro|rnc|rnc n|caso n|numero caso"
    ),
    "protocol": (
        "puc|protocollo|numero protocollo|numero di protocollo|codice comunicazione|protocollo n|n protocollo"
        "|protocollo univoco|n protocollo puc|numero protocollo univoco|numero di protocollo univoco"
        "|codice univoco comunicazione|numero comunicazione|n comunicazione|prot|numero certificato"
        "|identificativo comunicazione|codice certificato|numero univoco|numero del certificato|prot inps"
        "|protocollo inps|codice della comunicazione|protocollo puc|prot n|certificato n|certificato numero"
        "|n certificato"
        "|certificato nr|codice puc|n puc|numero puc|puc n|numero certificato telematico|n certificato telematico"
        "|certificato telematico n|comunicazione con codice|codice comunicazione n|cod comunicazione|codice univoco"
        "|codice identificativo comunicazione|protocollo del certificato|protocollo telematico|protocollo nr"
        "|protocollo regionale|protocollo del certificato telematico e|numero di protocollo del certificato"
        "|numero protocollo certificato|n prot certificato|numero univoco certificato|numero univoco di protocollo"
        "|codice protocollo|protocollo n ro|rif certificato|numero di protocollo del certificato telematico e"
    ),
    "invoice_number": (
        "fattura n|fattura nr|fattura|fatt n|ft n|ft|n fattura|numero fattura|nostra fattura|nostra fattura n"
        "|fattura numero|ns fattura|ns fattura n|documento|numero|documento n|invoice|rechnung|facture|n documento"
        "|numero documento|nr fattura|ns ft|fatt"
    ),
    "document_number": (
        "carta n|documento n|numero documento|n documento|numero carta|card no|document no|document number|n carta"
        "|carta d identita n|numero di identificazione della tessera|numero identificazione tessera|numero patente"
        "|patente n|passaporto n|passport no|numero passaporto|numero|numero della carta"
        "|identification number of the card|n|nr|card number|numero tessera|n tessera|ca n|no|permesso n"
        "|numero del documento|numero permesso|permesso di soggiorno n|n permesso|n identificazione tessera"
        "|numero identificazione|n identificazione della tessera|identificazione tessera|n di identificazione tessera"
        "|n di identificazione della tessera|nr documento|nr carta|numero della patente|n patente|5 numero"
        "|numero del passaporto|n passaporto|ausweisnummer|passnummer|numero carta identita|licence no|id no"
    ),
    "page": "pagina|pag|page|foglio|foglio n|seite|pag n|pagina n|fg",
    "code": (
        "codice cliente|cod cliente|cliente n|cod fornitore|codice fornitore|kundennr|customer no|cod cli"
        "|codice destinatario|cod sdi|codice univoco|rea|cig|cup|matricola|cod articolo|tel|telefono|fax|cell"
        "|cap soc|capitale sociale|agente|codice agente|abi|cab|cin|bic|swift|r e a|matr|matr rt|pos inps|pat inail"
        "|codice comunicazione precedente|comunicazione precedente|protocollo precedente|certificato precedente"
        "|pos inail|matricola inps|matr inps|pat|posizione inps|posizione inail|numero certificato precedente"
    ),
}
