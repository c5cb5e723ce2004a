"""English, German, French and Spanish words of each kind: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

FOREIGN_WORDS: dict[str, dict[float, str]] = {
    "invoice": {
        1.0: (
            "invoice total|total due|balance due|vat no|vat id|vat reg|vat number|bill to|billed to|sold to|"
            "payment due|due date|payment terms|terms net|net 30|bank transfer|remit to|unit price|"
            "rechnung nr|zahlbar bis|zahlbar innerhalb|ust idnr|ust id nr|fallig am|zu zahlen|date de facture|"
            "numero de facture|total ht|montant tva|montant ht|montant ttc|net a payer|net a payer avant le|"
            "conditions de reglement|date d echeance|tva intracommunautaire|base imponible|total factura|"
            "forma de pago|fecha factura|fecha de vencimiento|numero de factura|importe total|total a pagar|"
            "cuota iva"
        ),
        0.5: (
            "subtotal|rechnungsnummer|nettobetrag|gesamtbetrag|rechnungsbetrag|bruttobetrag|zahlbar|"
            "zahlungsziel|mwst|ust|umsatzsteuer|steuernummer|kundennummer|leistungsdatum|leistungszeitraum|"
            "zahlbetrag|skonto|tva|siret|siren|echeance|autoliquidation|vencimiento"
        ),
    },
    "credit_note": {
        1.0: (
            "credit amount|amount credited|original invoice|in respect of invoice|zu rechnung|rechnung vom|"
            "sur facture|facture d origine|avoir sur|factura rectificada|total credit"
        ),
        0.5: ("credited|gutschriftsbetrag|refund"),
    },
    "receipt": {
        1.5: (
            "total paid|amount paid|change due|card payment|thank you|thank you for your visit|received from|"
            "the sum of|amount received|vielen dank fur ihren besuch|merci de votre visite|carte bancaire|"
            "gracias por su visita|betrag erhalten"
        ),
        0.8: ("cash|change|fare|tip|paid|cashier|bar|gegeben|ruckgeld|kartenzahlung|especes|rendu|efectivo|cambio"),
    },
    "delivery_note": {
        1.5: (
            "ship to|deliver to|qty ordered|qty shipped|qty delivered|quantity shipped|quantity delivered|"
            "received in good condition|received in good condition by|goods received|received by|"
            "number of packages|gross weight|net weight|ware erhalten|poids brut|nombre de colis|"
            "marchandise recue|quantite livree|cantidad entregada|recibido por|recu par"
        ),
        0.8: (
            "carrier|packages|tracking|versandart|lieferadresse|spedition|bruttogewicht|nettogewicht|"
            "liefermenge|packstucke|transporteur|colis|transportista|bultos"
        ),
    },
    "purchase_order": {
        1.2: (
            "po number|po total|order total|required by|please supply|please supply the following|ship via|"
            "authorized by|authorised by|order date|requested delivery|we hereby order|we order|wir bestellen|"
            "hiermit bestellen wir|wir danken fur ihren auftrag|wir bestatigen|wir bestatigen ihren auftrag|"
            "date de livraison|nous vous commandons|date de commande|delai de livraison|livrer a|total commande|"
            "fecha de entrega|fecha de pedido|total pedido|entregar en|we confirm your order|"
            "thank you for your order"
        ),
        0.6: (
            "vendor|liefertermin|bestellwert|bestelldatum|bestellnummer|lieferant|besteller|wunschtermin|"
            "fournisseur|proveedor"
        ),
    },
    "quote": {
        1.2: (
            "your enquiry|your inquiry|we are pleased to offer|pleased to quote|valid for|this quote|"
            "this quotation|prices exclude vat|excluding vat|to accept|ihre anfrage|"
            "vielen dank fur ihre anfrage|wir bieten ihnen|bieten wir ihnen|gultig bis|angebot gultig|"
            "devis valable|valable jusqu au|bon pour accord|votre demande|oferta valida|valido hasta|"
            "su solicitud|total presupuesto|estimated cost"
        ),
        0.6: ("validity|freibleibend|angebotssumme|bindefrist|validite|validez"),
    },
    "bank_statement": {
        1.5: (
            "previous balance|new balance|balance brought forward|brought forward|balance carried forward|"
            "money in|money out|paid in|paid out|statement period|alter kontostand|neuer kontostand|"
            "ancien solde|nouveau solde|solde initial|solde final|date de valeur|saldo anterior|saldo actual|"
            "fecha valor|transferencia recibida"
        ),
        0.8: (
            "debit|credit|transaction|withdrawals|deposits|kontostand|anfangssaldo|endsaldo|buchungstag|"
            "buchung|wertstellung|verwendungszweck|lastschrift|uberweisung|haben|soll|solde|virement|"
            "prelevement"
        ),
    },
    "expense_report": {
        1.5: (
            "amount to be reimbursed|cost centre|cost center|purpose of trip|business trip|receipts attached|"
            "per diem|frais kilometriques|a rembourser|a reembolsar"
        ),
        0.8: (
            "mileage|meals|lodging|accommodation|reimbursed|reimbursement|employee|train|flight|"
            "kilometergeld|verpflegungsmehraufwand|ubernachtung|dienstreise|bewirtung|tagegeld|reiseziel|"
            "erstattungsbetrag|repas|hebergement|deplacement|dietas|kilometraje|alojamiento|manutencion"
        ),
    },
    "payment_reminder": {
        1.5: (
            "remains unpaid|past due|days overdue|days past due|please remit|remit payment|"
            "remit payment immediately|our records show|according to our records|we have not received|"
            "has not been received|disregard this|already paid|late payment|late payment interest|legal action|"
            "debt collection|settlement of|noch offen|ist noch offen|bisher keinen|bereits bezahlt|"
            "uberweisen sie|bitte uberweisen sie|restant du|sauf erreur|a ce jour|retard de paiement|"
            "penalites de retard|pendiente de pago|no hemos recibido|a la fecha"
        ),
        0.8: (
            "unpaid|overdue|outstanding|settle|offen|uberfallig|mahngebuhr|mahngebuhren|verzugszinsen|"
            "zahlungseingang|begleichen|gegenstandslos|inkasso|zahlungsverzug|rechtsanwalt|impayee|impayees|"
            "reglement|impagada|impagadas|vencida"
        ),
    },
    "payslip": {
        1.5: (
            "basic pay|gross pay|net pay|total pay|take home pay|paye tax|national insurance|ni number|"
            "tax code|pay date|pay period|tax period|total deductions|year to date|sv brutto|salaire brut|"
            "salaire de base|net a payer avant impot|net imposable|cotisations sociales|salario base|"
            "liquido a percibir|total devengado|seguridad social"
        ),
        0.8: (
            "paye|deductions|earnings|employer|ytd|pension|bruttolohn|bruttogehalt|nettolohn|nettogehalt|"
            "auszahlungsbetrag|lohnsteuer|steuerklasse|rentenversicherung|krankenversicherung|"
            "arbeitslosenversicherung|pflegeversicherung|sozialversicherung|steuerbrutto|gesamtbrutto|"
            "arbeitnehmer|personalnummer|cotisations|urssaf|csg|devengos|deducciones"
        ),
    },
    "employment_contract": {
        1.2: (
            "we are pleased to offer you|offer you the position|position of|start date|your start date|"
            "base salary|annual salary|your annual|probation period|probationary period|working hours|"
            "holiday entitlement|notice period|terms of employment|job title|das arbeitsverhaltnis|"
            "arbeitsverhaltnis beginnt|periode d essai|remuneration brute|duree du travail|convention collective|"
            "periodo de prueba|salario bruto|convenio colectivo"
        ),
        0.6: (
            "employee|employer|arbeitgeber|arbeitnehmer|probezeit|bruttogehalt|monatsgehalt|arbeitszeit|"
            "urlaubsanspruch|tatigkeit|kundigungsfrist|remuneration|fonctions|salarie|employeur|jornada|"
            "trabajador|empresario"
        ),
    },
    "termination_letter": {
        1.2: (
            "my resignation|last working day|last day|formal notice|notice period|hereby resign|"
            "terminate your employment|your employment|your employment will end|kundige ich|hiermit kundige ich|"
            "kundigen wir|hiermit kundigen wir|letzter arbeitstag|ma demission|quitter mes fonctions|"
            "votre licenciement|rupture du contrat de travail|mi renuncia|relacion laboral|ultimo dia de trabajo"
        ),
        0.6: (
            "resign|resigning|terminated|redundant|arbeitsverhaltnis|fristgerecht|fristlos|arbeitszeugnis|"
            "demissionne|preavis|renuncio|cese|extincion"
        ),
    },
    "leave_request": {
        1.3: (
            "annual leave|paid leave|unpaid leave|sick leave|parental leave|days requested|total days|"
            "manager approval|approved by|line manager|return to work|leave type|type of leave|vom bis|"
            "jours demandes|conges payes|du au|date de reprise|dias solicitados|desde hasta|autorizado por"
        ),
        0.7: ("erholungsurlaub|resturlaub|urlaubstage|vorgesetzter|genehmigt|vertretung|conge|vacaciones|permiso"),
    },
    "sick_note": {
        2.0: (
            "unfit for work|not fit for work|medically unfit|general practitioner|arbeitsunfahig seit|"
            "voraussichtlich bis|festgestellt am|medecin traitant|arret de travail jusqu au"
        ),
        1.0: (
            "rest|diagnosis|physician|patient|erstbescheinigung|folgebescheinigung|arbeitsunfahig|"
            "krankenkasse|arzt|medecin|incapacite|repos|facultativo|incapacidad|reposo"
        ),
    },
    "tax_certificate": {
        2.0: ("tax year|tax deducted|einbehaltene lohnsteuer|total pay for year"),
        1.0: ("withheld|steuerjahr|ejercicio"),
    },
    "training_certificate": {
        1.5: (
            "has successfully completed|successfully completed|has completed|has attended|completed the course|"
            "the course|issued by|awarded to|presented to|hat teilgenommen|erfolgreich teilgenommen|"
            "hat erfolgreich|a suivi|a participe|a suivi la formation|ha realizado|ha asistido|ha superado"
        ),
        0.8: (
            "course|training|hours|trainer|instructor|teilgenommen|schulung|seminar|kurs|lehrgang|"
            "unterrichtseinheiten|kursleiter|formation|duree|formateur|stagiaire|curso|horas|duracion|"
            "impartido"
        ),
    },
    "evaluation": {
        1.5: (
            "manager comments|employee comments|overall rating|goals achieved|areas for improvement|"
            "areas of improvement|development plan|exceeds expectations|meets expectations|below expectations|"
            "review period|points forts|axes d amelioration|areas de mejora"
        ),
        0.8: (
            "reviewer|appraiser|goals|objectives|strengths|competencies|score|beurteiler|"
            "beurteilungszeitraum|zielerreichung|ziele|starken|entwicklungsfelder|gesamtbeurteilung|gesamtnote|"
            "entwicklungsmassnahmen|objectifs|evaluateur|appreciation|evaluador|puntuacion|fortalezas"
        ),
    },
    "cv": {
        1.5: (
            "professional experience|references available on request|native speaker|personliche daten|"
            "fuhrerschein klasse|centres d interet|etat civil|langue maternelle"
        ),
        0.8: (
            "employment|career|languages|hobbies|interests|achievements|summary|profile|fluent|bachelor|"
            "bsc|msc|university|degree|ausbildung|sprachkenntnisse|kenntnisse|abitur|studium|schulbildung|"
            "familienstand|hobbys|muttersprache|heute|formation|langues|competences|loisirs|diplome|"
            "formacion|idiomas|aptitudes|estudios|habilidades|conocimientos"
        ),
    },
    "identity_document": {
        1.5: (
            "fecha de nacimiento|date de naissance|gultig bis|place of issue|valid until|date of expiry|"
            "holder s signature|code of issuing state|lugar de nacimiento|lieu de naissance"
        ),
        0.8: (
            "nom|prenom|prenoms|apellidos|nombre|geburtsdatum|geburtsort|staatsangehorigkeit|gultigkeit|"
            "type|nacionalidad|nationalite|expires|groesse|augenfarbe"
        ),
    },
    "contract": {
        1.2: (
            "this agreement|entered into|the parties|term and termination|governing law|in witness whereof|"
            "effective date|entre les soussignes|ci apres|il a ete convenu|duree du contrat|tribunal competent|"
            "las partes|objeto del contrato|duracion del contrato"
        ),
        0.6: (
            "between|party|parties|hereinafter|whereas|termination|confidentiality|jurisdiction|fees|"
            "liability|landlord|tenant|lessor|lessee|zwischen|vermieter|mieter|auftraggeber|auftragnehmer|"
            "mietgegenstand|mietzeit|miete|vertragslaufzeit|vertragsgegenstand|gerichtsstand|haftung|laufzeit|"
            "vertragspartner|schlussbestimmungen|vergutung|bailleur|preneur|prestataire|resiliation|loyer|"
            "reunidos|arrendador|arrendatario|clausulas|estipulaciones"
        ),
    },
    "complaint": {
        1.2: (
            "i am writing to complain|writing to complain|damaged goods|full refund|not working|poor quality|"
            "reklamieren wir"
        ),
        0.6: (
            "complain|dissatisfied|disappointed|faulty|defective|damaged|replacement|broken|unacceptable|"
            "compensation|reklamieren|beanstanden|mangelhaft|mangelhafte|defekt|defekte|beschadigt|mangel|"
            "ersatzlieferung|ersetzen|nachbesserung|schadenersatz|unzufrieden|defectueux|defectueuse|"
            "endommage|endommagee|mecontent|mecontentement|remplacement|remboursement|insatisfaction|"
            "defectuoso|defectuosa|danado|insatisfecho|reembolso|reclamar|indemnizacion"
        ),
    },
    "letter": {
        1.2: (
            "dear sir|dear sir or madam|dear sirs|dear customer|dear mr|dear ms|dear mrs|"
            "we would like to inform|would like to inform you|we are writing|please find|please find enclosed|"
            "please find attached|yours sincerely|kind regards|we inform you|thank you for your|"
            "damen und herren|sehr geehrte damen und herren|sehr geehrter herr|sehr geehrte frau|"
            "mit freundlichen grussen|freundliche grusse|wir mochten|teilen wir ihnen mit|wir informieren|"
            "in der anlage|madame monsieur|veuillez agreer|veuillez trouver|nous vous informons|"
            "nous avons le plaisir|salutations distinguees|ci joint|muy senores|les informamos|le informamos|"
            "un cordial saludo"
        ),
        0.6: (
            "enclosed|sincerely|regards|anbei|madame|monsieur|estimado|estimados|estimada|atentamente|saludos|adjunto"
        ),
    },
}
