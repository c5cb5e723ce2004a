"""Papers of the staff office, and a letter."""

from __future__ import annotations

from tests.demo.finishes import fax, picture_scan, scan
from tests.demo.paper import Paper
from tests.demo.people import CLERK, TRAINER, US, WEAVER, YARN
from tests.demo.sheet import Sheet, day, money

PAYSLIP = {
    "employee_name": "DAL ZOVO MARCO",
    "employee_tax_code": WEAVER.tax_code,
    "employer_name": US.name,
    "employer_tax_code": US.number,
    "period": "2026-02",
    "hire_date": "2019-09-02",
    "level": "3",
    "gross_pay": "2148.60",
    "deductions": "541.72",
    "net_pay": "1606.88",
}


def _payslip(s: Sheet) -> None:
    s.box(12, 12, 90, "DITTA / RAGIONE SOCIALE", US.name, bold=True)
    s.box(102, 12, 48, "CODICE FISCALE AZIENDA", US.number)
    s.box(150, 12, 48, "PERIODO DI RETRIBUZIONE", "FEBBRAIO 2026", bold=True)
    s.box(12, 22, 90, "INDIRIZZO", f"{US.street} - {US.town}")
    s.box(102, 22, 48, "POSIZIONE INPS", "8904417226")
    s.box(150, 22, 48, "POSIZIONE INAIL", "31550482/11")
    s.box(12, 36, 22, "MATRICOLA", "0061")
    s.box(34, 36, 68, "COGNOME E NOME", PAYSLIP["employee_name"], bold=True)
    s.box(102, 36, 48, "CODICE FISCALE", WEAVER.tax_code)
    s.box(150, 36, 48, "DATA ASSUNZIONE", day(PAYSLIP["hire_date"]))
    s.box(12, 46, 50, "QUALIFICA", "OPERAIO TESSITORE")
    s.box(62, 46, 40, "LIVELLO", PAYSLIP["level"])
    s.box(102, 46, 48, "CCNL", "TESSILI - INDUSTRIA")
    s.box(150, 46, 48, "GG. LAV. / ORE LAV.", "20 / 160,00")
    columns = (("Cod.", 18, "left"), ("Descrizione", 72, "left"), ("Ore/GG", 22, "right"), ("Base", 24, "right"),
               ("Trattenute", 25, "right"), ("Competenze", 25, "right"))  # fmt: skip
    rows = (
        ("0001", "Retribuzione ordinaria", "160,00", "12,4100", "", "1.985,60"),
        ("0140", "Straordinario 25%", "8,00", "15,5125", "", "124,10"),
        ("0310", "Premio presenza", "", "", "", "38,90"),
        ("8100", "Contributi INPS 9,19%", "", "2.149,00", "197,49", ""),
        ("8501", "Ritenute IRPEF", "", "", "298,40", ""),
        ("8610", "Addizionale regionale", "", "", "31,62", ""),
        ("8620", "Addizionale comunale", "", "", "14,21", ""),
    )
    s.table(12, 60, columns, rows)
    s.box(12, 232, 62, "TOTALE COMPETENZE", money(PAYSLIP["gross_pay"]), bold=True)
    s.box(74, 232, 62, "TOTALE TRATTENUTE", money(PAYSLIP["deductions"]), bold=True)
    s.box(136, 232, 62, "NETTO IN BUSTA", f"€ {money(PAYSLIP['net_pay'])}", bold=True)
    s.lines(12, 252, ["Ferie: residuo anno precedente 24,00 - maturate 26,66 - godute 8,00 - saldo 42,66",
                      "T.F.R. maturato nel mese 146,20"])  # fmt: skip


EMPLOYMENT = {
    "employee_name": CLERK.name,
    "employee_tax_code": CLERK.tax_code,
    "employer_name": US.name,
    "date": "2026-03-02",
    "start_date": "2026-03-16",
    "contract_type": "permanent",
    "level": "4",
    "gross_salary": "26500.00",
}


def _letterhead(s: Sheet) -> None:
    s.text(25, 22, US.name, size=14, bold=True)
    s.text(25, 27.5, f"{US.street} - {US.town} - C.F. e P. IVA {US.number}", size=8)
    s.rule(25, 30, 160)


def _employment_first(s: Sheet) -> None:
    s.font, s.size = "Times-Roman", 11.5
    _letterhead(s)
    s.text(185, 44, "Schio, 2 marzo 2026", align="right")
    s.lines(125, 56, ["Gentile Signora", CLERK.name, f"C.F. {CLERK.tax_code}"], step=5.4)
    s.text(25, 84, "Oggetto: lettera di assunzione a tempo indeterminato", bold=True)
    s.lines(25, 98, [
        "Con la presente Le confermiamo la Sua assunzione alle nostre dipendenze, con contratto di lavoro",
        "subordinato a tempo indeterminato e pieno, alle condizioni che seguono.",
        "",
        "1. Decorrenza: il rapporto di lavoro ha inizio il giorno 16/03/2026.",
        "2. Sede di lavoro: Schio (VI), Via dei Gelsi 14.",
        "3. Mansioni e inquadramento: impiegata amministrativa, livello 4 del CCNL Tessili - Industria.",
        "4. Periodo di prova: tre mesi di effettivo lavoro.",
        "5. Orario: 40 ore settimanali, dal lunedì al venerdì.",
        "6. Retribuzione annua lorda (RAL): € 26.500,00, in tredici mensilità.",
        "7. Ferie: quattro settimane l'anno.",
    ], step=6.4)  # fmt: skip


def _employment_second(s: Sheet) -> None:
    s.font, s.size = "Times-Roman", 11.5
    _letterhead(s)
    s.lines(25, 48, [
        "8. Preavviso: secondo il contratto collettivo applicato.",
        "9. Riservatezza: Lei si impegna a non divulgare notizie riguardanti l'azienda.",
        "",
        "Per quanto non previsto si rinvia al contratto collettivo e alle norme di legge.",
        "La preghiamo di restituirci copia della presente firmata per accettazione.",
    ], step=6.4)  # fmt: skip
    s.lines(25, 100, ["Il datore di lavoro", US.name], step=6.4)
    s.lines(120, 100, ["La lavoratrice, per accettazione", CLERK.name], step=6.4)


LEAVE = {
    "employee_name": WEAVER.name,
    "leave_type": "holiday",
    "start_date": "2026-04-07",
    "end_date": "2026-04-10",
    "date": "2026-03-20",
}


def _leave(s: Sheet) -> None:
    s.size = 11
    s.text(105, 24, "RICHIESTA FERIE / PERMESSI", size=16, bold=True, align="centre")
    s.text(105, 31, US.name, align="centre")
    s.text(20, 50, "Il/La sottoscritto/a")
    s.text(62, 50, WEAVER.name, bold=True)
    s.text(20, 60, "Reparto: Orditura          Matricola: 0061")
    s.text(20, 74, "chiede di poter usufruire di:")
    for number, (mark, what) in enumerate((("X", "Ferie"), ("", "Permesso retribuito"), ("", "Permesso L. 104/92"),
                                           ("", "Permesso non retribuito"))):  # fmt: skip
        s.frame(25, 80 + number * 9, 5, 5)
        s.text(27.5, 84 + number * 9, mark, bold=True, align="centre")
        s.text(34, 84 + number * 9, what)
    s.text(20, 126, "dal giorno   07/04/2026   al giorno   10/04/2026   compresi", bold=True)
    s.text(20, 144, "Schio, 20/03/2026")
    s.text(130, 144, "Firma del dipendente")
    s.text(130, 154, "Marco Dal Zovo", size=13, grey=0.25)
    s.text(20, 176, "Visto: si autorizza        Il responsabile del reparto")


SICK = {
    "employee_name": "PEROTTONI GIULIA",
    "employee_tax_code": CLERK.tax_code,
    "protocol_number": "448120937",
    "date": "2026-03-23",
    "start_date": "2026-03-23",
    "end_date": "2026-03-27",
}


def _sick(s: Sheet) -> None:
    s.text(105, 22, "ATTESTATO DI MALATTIA TELEMATICO", size=14, bold=True, align="centre")
    s.text(105, 28, "copia per il datore di lavoro", align="centre")
    s.box(20, 38, 85, "NUMERO DI PROTOCOLLO UNIVOCO (PUC)", SICK["protocol_number"], bold=True)
    s.box(105, 38, 85, "DATA DI RILASCIO", day(SICK["date"]))
    s.text(20, 60, "DATI DEL LAVORATORE", bold=True)
    s.box(20, 63, 85, "COGNOME E NOME", SICK["employee_name"], bold=True)
    s.box(105, 63, 85, "CODICE FISCALE", CLERK.tax_code)
    s.box(20, 73, 170, "RESIDENZA O DOMICILIO ABITUALE", "Via Pasubio 31 - 36015 Schio (VI)")
    s.text(20, 94, "PROGNOSI", bold=True)
    s.box(20, 97, 85, "IL LAVORATORE DICHIARA DI ESSERE AMMALATO DAL", day(SICK["start_date"]))
    s.box(105, 97, 85, "PROGNOSI CLINICA A TUTTO IL", day(SICK["end_date"]))
    s.text(20, 122, "Tipo di visita: ambulatoriale       Certificato di inizio malattia")
    s.text(20, 134, "Il medico curante: Dott. Ruggero Sandonà - Regione Veneto")
    s.text(20, 150, "Il documento è conservato dall'INPS. L'attestato non riporta la diagnosi.", size=8)


TRAINING = {
    "employee_name": WEAVER.name,
    "employee_tax_code": WEAVER.tax_code,
    "course": "Addetto antincendio livello 2",
    "hours": "8",
    "date": "2026-02-19",
    "issuer": TRAINER,
}


def _training(s: Sheet) -> None:
    s.font, s.size = "Times-Roman", 13
    s.frame(8, 8, 281, 194)
    s.frame(10, 10, 277, 190)
    s.text(148, 32, TRAINER, size=17, bold=True, align="centre")
    s.text(148, 39, "ente accreditato dalla Regione Veneto", size=10, align="centre")
    s.text(148, 62, "ATTESTATO DI FORMAZIONE", size=26, bold=True, align="centre")
    s.text(148, 70, "ai sensi del D.Lgs. 81/2008 e del D.M. 2 settembre 2021", size=11, align="centre")
    s.text(148, 88, "si attesta che", align="centre")
    s.text(148, 100, WEAVER.name, size=20, bold=True, align="centre")
    s.text(148, 108, f"codice fiscale {WEAVER.tax_code}", align="centre")
    s.text(148, 122, "ha frequentato con profitto il corso", align="centre")
    s.text(148, 133, TRAINING["course"], size=18, bold=True, align="centre")
    s.text(148, 142, "della durata di 8 ore, concluso il 19/02/2026", align="centre")
    s.text(45, 172, "Schio, 19 febbraio 2026")
    s.text(215, 172, "Il responsabile del corso", align="centre")


LETTER = {
    "sender_name": YARN.name,
    "recipient_name": US.name,
    "date": "2026-03-10",
    "subject": "aggiornamento del listino prezzi dal 1° maggio 2026",
    "reference": "MC/118",
}


def _letter(s: Sheet) -> None:
    s.font, s.size = "Times-Roman", 12
    s.text(25, 22, YARN.name, size=16, bold=True)
    s.text(25, 28, f"{YARN.street} - {YARN.town} - P. IVA {YARN.number}", size=9)
    s.lines(120, 50, ["Spett.le", US.name, US.street, US.town], step=5.6)
    s.text(25, 84, "Biella, 10 marzo 2026")
    s.text(25, 94, "Ns. rif.: MC/118")
    s.text(25, 106, f"Oggetto: {LETTER['subject']}", bold=True)
    s.lines(25, 122, [
        "Gentili Signori,",
        "",
        "il costo della lana greggia è cresciuto di oltre un decimo dall'inizio dell'anno. Abbiamo potuto",
        "assorbirne una parte, ma dal 1° maggio dovremo adeguare i prezzi dei filati pettinati del 4,5%.",
        "Gli ordini confermati entro il 15 aprile saranno consegnati ai prezzi attuali.",
        "",
        "Restiamo a disposizione per ogni chiarimento e Vi ringraziamo della fiducia.",
        "",
        "Distinti saluti",
    ], step=6.2)  # fmt: skip
    s.text(130, 192, "L'ufficio commerciale")
    s.text(130, 200, YARN.name, size=11)


PAPERS = (
    Paper("cedolino 02-2026 Dal Zovo.pdf", "payslip", PAYSLIP, (_payslip,), scan(21, degrees=-0.5)),
    Paper("assunzione Perottoni.pdf", "employment_contract", EMPLOYMENT, (_employment_first, _employment_second),
          scan(22, degrees=0.4)),
    Paper("richiesta ferie.jpg", "leave_request", LEAVE, (_leave,), picture_scan(24, degrees=-1.2)),
    Paper("malattia.pdf", "sick_note", SICK, (_sick,), scan(25, degrees=0.7)),
    Paper("attestato antincendio.tif", "training_certificate", TRAINING, (_training,), fax(26, degrees=0.5, dpi=240),
          size=(297, 210)),
    Paper("lettera aumento listino.pdf", "letter", LETTER, (_letter,), scan(27, degrees=-0.3)),
)  # fmt: skip
