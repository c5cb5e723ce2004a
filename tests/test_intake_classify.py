"""Kinds told apart by words and their places; what is not sure is said not to be."""

from __future__ import annotations

import pytest

from intake.classify import classify
from intake.extract.result import Extraction
from intake.language import language_of
from intake.review import asks_anyway, needs_review
from storage.kinds import KINDS
from storage.reading import Check, FieldValue, Source
from tests.typeset import page_of

PAPERS = {
    "invoice": """
        Verdi S.r.l.
        # FATTURA N. 12
        Imponibile  100,00
        IVA 22%  22,00
        Totale fattura  122,00
        Scadenza 30/04/2026
    """,
    "credit_note": """
        Verdi S.r.l.
        # NOTA DI CREDITO N. 3
        a storno fattura n. 12
        Imponibile 100,00
        IVA 22,00
        Totale 122,00
    """,
    "receipt": """
        BAR SPORT
        DOCUMENTO COMMERCIALE
        di vendita o prestazione
        Caffè 1,20
        TOTALE COMPLESSIVO 1,20
        Contanti 2,00
    """,
    "delivery_note": """
        # DOCUMENTO DI TRASPORTO
        D.d.T. n. 5
        Causale del trasporto: vendita
        Colli 3
        Aspetto esteriore
        Vettore
    """,
    "purchase_order": """
        # ORDINE D'ACQUISTO
        n. 44 del 3/4/2026
        Fornitore: Neri S.p.A.
        Consegna richiesta 5/5
        Totale ordine 10,00
    """,
    "quote": """
        # PREVENTIVO
        Siamo lieti di proporVi
        Totale offerta 10,00
        Validità offerta 30 giorni
    """,
    "bank_statement": """
        # ESTRATTO CONTO
        Saldo iniziale 10,00
        Dare  Avere  Valuta
        Saldo finale 20,00
    """,
    "tax_payment": """
        # MODELLO DI PAGAMENTO UNIFICATO
        Contribuente
        Sezione Erario
        Codice tributo 1040
        Saldo finale 20,00
    """,
    "expense_report": """
        # NOTA SPESE
        Dipendente: Anna Neri
        Vitto 10,00
        Alloggio 20,00
        Km 100
        Totale rimborso 30,00
    """,
    "payment_reminder": """
        # SOLLECITO DI PAGAMENTO
        risulta insoluta la fattura n. 5 del 2/3/2026 di € 10,00, scaduta il 2/4/2026
    """,
    "payslip": """
        Periodo di retribuzione
        Totale competenze 2.000,00
        Totale trattenute 500,00
        Netto in busta 1.500,00
        TFR
    """,
    "employment_contract": """
        Oggetto: lettera di assunzione
        La assumiamo con contratto a tempo indeterminato, CCNL, livello, prova
    """,
    "hiring_notice": """
        # COMUNICAZIONE OBBLIGATORIA
        Unificato Lav
        Datore di lavoro
        Data invio
        Tipologia contrattuale
    """,
    "termination_letter": """
        Oggetto: dimissioni volontarie
        rassegno le dimissioni; ultimo giorno di lavoro il 3/4/2026; preavviso
    """,
    "leave_request": """
        # RICHIESTA FERIE / PERMESSI
        Il sottoscritto chiede ferie dal 3/8/2026 al 10/8/2026
        Firma del responsabile
    """,
    "sick_note": """
        # ATTESTATO DI MALATTIA
        PUC 123456789
        Ammalato dal 2/3/2026
        Prognosi a tutto il 5/3/2026
        Medico
    """,
    "tax_certificate": """
        # CERTIFICAZIONE UNICA 2026
        Dati relativi al sostituto d'imposta
        Dati fiscali
        Ritenute Irpef
    """,
    "training_certificate": """
        # ATTESTATO DI FORMAZIONE
        ha frequentato il corso
        Durata: 8 ore
        Docente
    """,
    "evaluation": """
        # SCHEDA DI VALUTAZIONE
        Obiettivi  Peso  Punteggio
        Giudizio complessivo: buono
        Valutatore
    """,
    "cv": """
        # Curriculum Vitae
        Esperienza lavorativa
        Istruzione e formazione
        Lingue
        Autorizzo il trattamento dei dati personali
    """,
    "identity_document": """
        REPUBBLICA ITALIANA
        # CARTA D'IDENTITÀ
        Cognome  Nome
        Luogo e data di nascita
        Scadenza
    """,
    "contract": """
        # CONTRATTO DI FORNITURA
        tra le parti si conviene
        Durata e tacito rinnovo
        Disdetta
        Foro competente
    """,
    "complaint": """
        Oggetto: reclamo per merce difettosa
        Vi contestiamo vizi della merce e chiediamo la sostituzione
    """,
    "letter": """
        Spett.le Neri S.p.A.
        Oggetto: trasferimento uffici
        Con la presente Vi informiamo
        Distinti saluti
    """,
    "other": """
        Menu della settimana
        lunedì pasta al forno
        martedì risotto
    """,
}


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_each_kind_is_told_by_its_usual_words(kind: str) -> None:
    guess = classify([page_of(PAPERS[kind])])
    assert guess.kind == kind, guess
    assert 0.0 < guess.confidence <= 1.0


def test_every_declared_kind_is_tried() -> None:
    assert set(PAPERS) == set(KINDS)


def test_an_invoice_that_names_its_delivery_note_stays_an_invoice() -> None:
    text = PAPERS["invoice"] + "        Rif. documento di trasporto n. 5 del 2/3/2026\n        Vs. ordine n. 7"
    assert classify([page_of(text)]).kind == "invoice"


def test_a_reminder_that_lists_invoices_stays_a_reminder() -> None:
    text = PAPERS["payment_reminder"] + "        Fattura n. 6 10,00\n        Fattura n. 7 20,00\n        Totale 30,00"
    assert classify([page_of(text)]).kind == "payment_reminder"


def test_a_proforma_is_no_invoice() -> None:
    assert classify([page_of("# PREAVVISO DI FATTURA\nImponibile 100,00\nIVA 22,00\nTotale 122,00")]).kind != "invoice"


def test_an_invoice_without_a_title_is_told_by_its_figures() -> None:
    text = "Verdi S.r.l. 07643520567\nNeri S.p.A. 00743110157\nTot 122,00\n100,00\n22,00\nIT60X0542811101000000123456"
    assert classify([page_of(text)]).kind == "invoice"


def test_silence_is_other_and_not_sure() -> None:
    for text in ("", "asdf qwer"):
        guess = classify([page_of(text)])
        assert guess.kind == "other"
        assert guess.confidence <= 0.5


def test_the_folder_of_the_inbox_makes_its_kinds_likelier() -> None:
    page = page_of("Il sottoscritto chiede\nFirma")
    without, within = classify([page]), classify([page], "hr/2026")
    assert KINDS[within.kind].area.value == "hr"
    assert within.kind != without.kind or within.confidence > without.confidence


def test_languages() -> None:
    assert language_of([page_of("la fattura è stata emessa con il ritardo di una settimana per le feste")]) == "it"
    assert language_of([page_of("the invoice is due and payable to our bank within the month")]) == "en"
    assert language_of([page_of("die Rechnung ist mit der Ware und dem Lieferschein bei uns eingegangen")]) == "de"
    assert language_of([page_of("la facture est payable dans les trente jours par votre banque")]) == "fr"
    assert language_of([page_of("la factura es pagadera por transferencia en los treinta días")]) == "es"
    assert language_of([page_of("Rechnung Nr. 7  Datum 3.4.2026  Betrag netto 10,00  MwSt.")]) == "de"
    assert language_of([]) == "it"


def _field(confidence: float) -> FieldValue:
    return FieldValue("x", confidence, Source.OCR)


def test_papers_in_doubt_never_go_through_without_a_look() -> None:
    sure = classify([page_of(PAPERS["receipt"])])
    fields = {name: _field(0.99) for name in ("number", "date", "gross_amount", "supplier_name")}
    assert sure.confidence > 0.8
    assert not asks_anyway(sure, Extraction(fields))
    assert needs_review(sure, Extraction({"date": _field(0.99)}), "it")
    assert needs_review(sure, Extraction({**fields, "gross_amount": _field(0.3)}), "it")
    assert needs_review(sure, Extraction(fields, checks=(Check("net_plus_vat_is_gross", False),)), "it")
    assert needs_review(classify([page_of("")]), Extraction(fields), "it")
