"""English, German, French and Spanish headlines of each kind: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

FOREIGN_TITLES: dict[str, dict[float, str]] = {
    "invoice": {
        4.5: (
            "invoice n|sales invoice|vat invoice|rechnung nr|rechnung n|rg nr|honorarnote|schlussrechnung|"
            "teilrechnung|abschlagsrechnung|facture n|facture de vente|note d honoraires|facture d acompte|"
            "factura n|factura no|factura de venta|factura simplificada|minuta"
        ),
    },
    "credit_note": {
        5.0: (
            "stornorechnung|korrekturrechnung|rechnungsstorno|avoir n|facture d avoir|note d avoir|"
            "nota de credito|factura rectificativa|nota de abono|abono|credit invoice|credit advice|"
            "gutschriftsanzeige|refund note"
        ),
    },
    "receipt": {
        5.0: (
            "cash receipt|sales receipt|payment receipt|till receipt|official receipt|kassenbeleg|kassenzettel|"
            "bewirtungsbeleg|zahlungsbeleg|barverkauf|recu|recu de paiement|recibo|ticket de compra|"
            "taxi receipt|parkschein"
        ),
    },
    "delivery_note": {
        6.0: (
            "packing slip|delivery slip|dispatch note|despatch note|delivery docket|goods delivery note|"
            "advice note|packzettel|lieferpapier|versandanzeige|warenbegleitschein|bordereau de livraison|"
            "bon d expedition|liste de colisage|albaran|albaran de entrega|nota de entrega|waybill|"
            "consignment note|frachtbrief"
        ),
    },
    "purchase_order": {
        5.0: (
            "po n|purchase order n|order form|sales order|order acknowledgement|order acknowledgment|"
            "bestellung nr|bestellschein|auftragsbestaetigung|auftragsbestatigung nr|bestellbestatigung|auftrag|"
            "commande|commande n|bon de commande n|confirmation de commande|accuse de commande|pedido|"
            "orden de compra|pedido n|confirmacion de pedido"
        ),
    },
    "quote": {
        5.0: (
            "price quotation|quotation n|quote n|estimate|cost estimate|price offer|proposal|angebot nr|"
            "kostenvoranschlag|offerte|preisangebot|devis n|offre de prix|offre commerciale|"
            "proposition commerciale|presupuesto|presupuesto n|cotizacion|oferta"
        ),
    },
    "bank_statement": {
        5.0: (
            "statement of account|current account statement|kontoauszug nr|umsatzubersicht|kontoubersicht|"
            "finanzstatus|releve bancaire|releve de compte bancaire|extrait de compte|extracto bancario|"
            "extracto de cuenta|account summary|transaction history"
        ),
    },
    "expense_report": {
        5.0: (
            "expense claim|travel expense report|travel and expense claim|expense claim form|travel expenses|"
            "expenses claim|expense statement|spesenabrechnung|spesen|reisekosten|note de frais n|"
            "frais de deplacement|nota de gastos|hoja de gastos|gastos de viaje|reimbursement request"
        ),
    },
    "payment_reminder": {
        6.0: (
            "reminder|final notice|final reminder|overdue notice|overdue invoice|past due notice|past due|"
            "second reminder|letter of demand|final demand|outstanding invoice|outstanding balance|"
            "overdue account|1 mahnung|2 mahnung|3 mahnung|letzte mahnung|zahlungsaufforderung|offene rechnung|"
            "offene posten|lettre de relance|relance de paiement|rappel de paiement|mise en demeure|"
            "recordatorio de pago|reclamacion de pago|impago|facturas pendientes|facture impayee"
        ),
    },
    "payslip": {
        6.0: (
            "pay slip|pay advice|pay statement|salary slip|wage slip|earnings statement|lohnabrechnung|"
            "lohnzettel|entgeltabrechnung|lohn und gehaltsabrechnung|bezugeabrechnung|verdienstabrechnung|"
            "lohnausweis|bulletin de salaire|fiche de paie|bulletin de paye|nomina|recibo de salarios|"
            "hoja de salario"
        ),
    },
    "employment_contract": {
        6.0: (
            "contract of employment|employment agreement|offer of employment|offer letter|letter of appointment|"
            "job offer|employment offer|dienstvertrag|anstellungsvertrag|einstellungszusage|arbeitsangebot|"
            "lettre d embauche|promesse d embauche|contrat de travail a duree indeterminee|"
            "contrat a duree determinee|contrato de trabajo|carta de contratacion|internship agreement|"
            "praktikumsvertrag"
        ),
    },
    "termination_letter": {
        6.0: (
            "letter of resignation|resignation letter|notice of resignation|notice of termination|"
            "termination letter|dismissal|letter of dismissal|redundancy|kundigung des arbeitsverhaltnisses|"
            "kundigungsschreiben|aufhebungsvertrag|eigenkundigung|lettre de demission|demission|licenciement|"
            "lettre de licenciement|rupture conventionnelle|carta de renuncia|renuncia|baja voluntaria|despido|"
            "carta de despido|dimision"
        ),
    },
    "leave_request": {
        6.0: (
            "leave application|application for leave|time off request|annual leave request|holiday request|"
            "vacation request|absence request|pto request|urlaubsschein|urlaubsgesuch|abwesenheitsantrag|"
            "urlaub|demande de conges|demande d absence|solicitud de vacaciones|solicitud de permiso|"
            "sonderurlaub"
        ),
    },
    "sick_note": {
        7.0: (
            "medical certificate|fit note|doctor s note|doctor s certificate|sickness certificate|"
            "statement of fitness for work|krankmeldung|krankschreibung|arztliches attest|arbeitsunfahigkeit|"
            "certificat medical|avis d arret de travail|certificat d arret de travail|parte de baja|baja medica|"
            "incapacidad temporal|certificado medico"
        ),
    },
    "tax_certificate": {
        7.0: (
            "lohnsteuerbescheinigung|certificate of tax|withholding tax certificate|end of year certificate|"
            "certificado de retenciones|attestation fiscale|form p 60"
        ),
    },
    "training_certificate": {
        6.0: (
            "certificate|training certificate|certificate of training|certificate of achievement|"
            "certificate of participation|this is to certify that|this certifies that|zertifikat|"
            "teilnahmebestatigung|schulungsnachweis|teilnahmezertifikat|attestation de formation|"
            "certificat de formation|attestation de stage|certificat de participation|certificado de asistencia|"
            "certificado de formacion|diploma|unterweisungsnachweis"
        ),
    },
    "evaluation": {
        6.0: (
            "annual appraisal|appraisal form|employee evaluation|employee appraisal|performance evaluation|"
            "annual review|probation review|staff appraisal|mid year review|mitarbeitergesprach|jahresgesprach|"
            "leistungsbeurteilung|beurteilung|beurteilungsbogen|entretien annuel|entretien d evaluation|"
            "fiche d evaluation|evaluacion del desempeno|evaluacion de desempeno"
        ),
    },
    "cv": {
        7.0: (
            "professional summary|employment history|work experience|berufserfahrung|tabellarischer lebenslauf|"
            "experience professionnelle|experiences professionnelles|experiencia laboral|experiencia profesional|"
            "hoja de vida"
        ),
    },
    "identity_document": {
        7.0: (
            "passaporto passport|reisepass|fuhrerschein|carte nationale d identite|permis de conduire|"
            "documento nacional de identidad|permiso de conducir|pasaporte|residence permit|aufenthaltstitel|"
            "european health insurance card|identitatskarte"
        ),
    },
    "contract": {
        5.0: (
            "master services agreement|master service agreement|services agreement|supply agreement|"
            "framework agreement|lease agreement|rental agreement|consulting agreement|license agreement|"
            "non disclosure agreement|maintenance agreement|terms of agreement|mietvertrag|liefervertrag|"
            "dienstleistungsvertrag|wartungsvertrag|werkvertrag|kaufvertrag|rahmenvertrag|bail|bail commercial|"
            "contrat de location|contrat de prestation|contrat de maintenance|contrat de fourniture|contrato|"
            "contrato de arrendamiento|contrato de servicios|contrato de suministro|leasingvertrag|contract"
        ),
    },
    "complaint": {
        6.0: (
            "formal complaint|letter of complaint|complaint about|complaint regarding|claim for damages|"
            "non conformity|mangelanzeige|beschwerde|reklamation der lieferung|lettre de reclamation|plainte|"
            "queja|reclamacion|hoja de reclamaciones|faulty goods|damaged goods|defective goods|"
            "mangelhafte lieferung|beanstandung"
        ),
    },
    "other": {
        2.0: (
            "price list|preisliste|user manual|instructions|minutes|minutes of meeting|agenda|flyer|"
            "data sheet|safety data sheet|betriebsanleitung|protokoll|tarif|mode d emploi|catalogue"
        ),
    },
}
