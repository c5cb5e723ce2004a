"""English, German, French and Spanish headlines of each kind: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

FOREIGN_TITLES: dict[str, dict[float, str]] = {
    "invoice": {
        4.5: (
            "invoice n|sales invoice|vat invoice|rechnung nr|rechnung n|rg nr|facture n|facture de vente|"
            "note d honoraires|facture d acompte|factura n|factura no|factura de venta|factura simplificada"
        ),
        2.7: ("honorarnote|schlussrechnung|teilrechnung|abschlagsrechnung|minuta"),
    },
    "credit_note": {
        5.0: (
            "stornorechnung|avoir n|facture d avoir|note d avoir|nota de credito|factura rectificativa|"
            "nota de abono|abono|credit invoice|credit advice|refund note"
        ),
        3.0: ("korrekturrechnung|rechnungsstorno|gutschriftsanzeige"),
    },
    "receipt": {
        5.0: (
            "cash receipt|sales receipt|payment receipt|till receipt|official receipt|kassenbeleg|"
            "recu de paiement|ticket de compra|taxi receipt"
        ),
        3.0: ("kassenzettel|bewirtungsbeleg|zahlungsbeleg|barverkauf|recu|recibo|parkschein"),
    },
    "delivery_note": {
        6.0: (
            "packing slip|delivery slip|dispatch note|despatch note|delivery docket|goods delivery note|"
            "advice note|packzettel|bordereau de livraison|bon d expedition|liste de colisage|albaran|"
            "albaran de entrega|nota de entrega|consignment note"
        ),
        3.6: ("lieferpapier|versandanzeige|warenbegleitschein|waybill|frachtbrief"),
    },
    "purchase_order": {
        5.0: (
            "po n|purchase order n|order form|sales order|order acknowledgement|order acknowledgment|"
            "bestellung nr|auftragsbestatigung nr|commande n|bon de commande n|confirmation de commande|"
            "accuse de commande|orden de compra|pedido n|confirmacion de pedido"
        ),
        3.0: ("bestellschein|auftragsbestaetigung|bestellbestatigung|auftrag|commande|pedido"),
    },
    "quote": {
        5.0: (
            "price quotation|quotation n|quote n|cost estimate|price offer|angebot nr|devis n|offre de prix|"
            "offre commerciale|proposition commerciale|presupuesto|presupuesto n"
        ),
        3.0: ("estimate|proposal|kostenvoranschlag|offerte|preisangebot|cotizacion|oferta"),
    },
    "bank_statement": {
        5.0: (
            "statement of account|current account statement|kontoauszug nr|releve bancaire|"
            "releve de compte bancaire|extrait de compte|extracto bancario|extracto de cuenta|account summary|"
            "transaction history"
        ),
        3.0: ("umsatzubersicht|kontoubersicht|finanzstatus"),
    },
    "expense_report": {
        5.0: (
            "expense claim|travel expense report|travel and expense claim|expense claim form|travel expenses|"
            "expenses claim|expense statement|note de frais n|frais de deplacement|nota de gastos|"
            "hoja de gastos|gastos de viaje|reimbursement request"
        ),
        3.0: ("spesenabrechnung|spesen|reisekosten"),
    },
    "payment_reminder": {
        6.0: (
            "final notice|final reminder|overdue notice|overdue invoice|past due notice|past due|"
            "second reminder|letter of demand|final demand|outstanding invoice|outstanding balance|"
            "overdue account|1 mahnung|2 mahnung|3 mahnung|letzte mahnung|offene rechnung|offene posten|"
            "lettre de relance|relance de paiement|rappel de paiement|mise en demeure|recordatorio de pago|"
            "reclamacion de pago|facturas pendientes|facture impayee"
        ),
        3.6: ("reminder|zahlungsaufforderung|impago"),
    },
    "payslip": {
        6.0: (
            "pay slip|pay advice|pay statement|salary slip|wage slip|earnings statement|lohnabrechnung|"
            "lohnzettel|lohn und gehaltsabrechnung|bulletin de salaire|fiche de paie|bulletin de paye|nomina|"
            "recibo de salarios|hoja de salario"
        ),
        3.6: ("entgeltabrechnung|bezugeabrechnung|verdienstabrechnung|lohnausweis"),
    },
    "employment_contract": {
        6.0: (
            "contract of employment|employment agreement|offer of employment|offer letter|letter of appointment|"
            "job offer|employment offer|dienstvertrag|lettre d embauche|promesse d embauche|"
            "contrat de travail a duree indeterminee|contrat a duree determinee|contrato de trabajo|"
            "carta de contratacion|internship agreement"
        ),
        3.6: ("anstellungsvertrag|einstellungszusage|arbeitsangebot|praktikumsvertrag"),
    },
    "termination_letter": {
        6.0: (
            "letter of resignation|resignation letter|notice of resignation|notice of termination|"
            "termination letter|letter of dismissal|kundigung des arbeitsverhaltnisses|lettre de demission|"
            "demission|lettre de licenciement|rupture conventionnelle|carta de renuncia|baja voluntaria|"
            "carta de despido"
        ),
        3.6: (
            "dismissal|redundancy|kundigungsschreiben|aufhebungsvertrag|eigenkundigung|licenciement|renuncia|"
            "despido|dimision"
        ),
    },
    "leave_request": {
        6.0: (
            "leave application|application for leave|time off request|annual leave request|holiday request|"
            "vacation request|absence request|pto request|demande de conges|demande d absence|"
            "solicitud de vacaciones|solicitud de permiso"
        ),
        3.6: ("urlaubsschein|urlaubsgesuch|abwesenheitsantrag|urlaub|sonderurlaub"),
    },
    "sick_note": {
        7.0: (
            "medical certificate|fit note|doctor s note|doctor s certificate|sickness certificate|"
            "statement of fitness for work|krankmeldung|arztliches attest|certificat medical|"
            "avis d arret de travail|certificat d arret de travail|parte de baja|baja medica|"
            "incapacidad temporal|certificado medico"
        ),
        4.2: ("krankschreibung|arbeitsunfahigkeit"),
    },
    "tax_certificate": {
        7.0: (
            "certificate of tax|withholding tax certificate|end of year certificate|certificado de retenciones|"
            "attestation fiscale|form p 60"
        ),
        4.2: ("lohnsteuerbescheinigung"),
    },
    "training_certificate": {
        6.0: (
            "training certificate|certificate of training|certificate of achievement|certificate of participation|"
            "this is to certify that|this certifies that|attestation de formation|certificat de formation|"
            "attestation de stage|certificat de participation|certificado de asistencia|certificado de formacion"
        ),
        3.6: (
            "certificate|zertifikat|teilnahmebestatigung|schulungsnachweis|teilnahmezertifikat|diploma|"
            "unterweisungsnachweis"
        ),
    },
    "evaluation": {
        6.0: (
            "annual appraisal|appraisal form|employee evaluation|employee appraisal|performance evaluation|"
            "annual review|probation review|staff appraisal|mid year review|entretien annuel|"
            "entretien d evaluation|fiche d evaluation|evaluacion del desempeno|evaluacion de desempeno"
        ),
        3.6: ("mitarbeitergesprach|jahresgesprach|leistungsbeurteilung|beurteilung|beurteilungsbogen"),
    },
    "cv": {
        7.0: (
            "professional summary|employment history|work experience|tabellarischer lebenslauf|"
            "experience professionnelle|experiences professionnelles|experiencia laboral|experiencia profesional|"
            "hoja de vida"
        ),
        4.2: ("berufserfahrung"),
    },
    "identity_document": {
        7.0: (
            "passaporto passport|reisepass|fuhrerschein|carte nationale d identite|permis de conduire|"
            "documento nacional de identidad|permiso de conducir|pasaporte|residence permit|"
            "european health insurance card"
        ),
        4.2: ("aufenthaltstitel|identitatskarte"),
    },
    "contract": {
        5.0: (
            "master services agreement|master service agreement|services agreement|supply agreement|"
            "framework agreement|lease agreement|rental agreement|consulting agreement|license agreement|"
            "non disclosure agreement|maintenance agreement|terms of agreement|mietvertrag|bail commercial|"
            "contrat de location|contrat de prestation|contrat de maintenance|contrat de fourniture|"
            "contrato de arrendamiento|contrato de servicios|contrato de suministro"
        ),
        3.0: (
            "liefervertrag|dienstleistungsvertrag|wartungsvertrag|werkvertrag|kaufvertrag|rahmenvertrag|bail|"
            "contrato|leasingvertrag|contract"
        ),
    },
    "complaint": {
        6.0: (
            "formal complaint|letter of complaint|complaint about|complaint regarding|claim for damages|"
            "non conformity|mangelanzeige|reklamation der lieferung|lettre de reclamation|hoja de reclamaciones|"
            "faulty goods|damaged goods|defective goods|mangelhafte lieferung"
        ),
        3.6: ("beschwerde|plainte|queja|reclamacion|beanstandung"),
    },
    "other": {
        2.0: (
            "price list|preisliste|user manual|instructions|minutes|minutes of meeting|agenda|flyer|"
            "data sheet|safety data sheet|betriebsanleitung|protokoll|tarif|mode d emploi|catalogue"
        ),
    },
}
