"""Receipts, tax payments (F24), expense reports."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from training.content import (
    Block,
    Column,
    Content,
    Grid,
    Pair,
    Pairs,
    Prose,
    Stamp,
    Text,
    Title,
)
from training.firms import draw_bank, draw_firm
from training.grammar import table
from training.money_wording import money, period_pairs, wording
from training.parties import supplier_party
from training.people import draw_person
from training.phrases import stamp
from training.places import draw_town
from training.terms import month_end
from training.writing import Book, cents, draw_day, draw_hand, some


def draw_receipt(rng: Random) -> Content:
    """A till's slip or a receipt from a pad: few words, many of them capitals, VAT inside the total."""
    book, day = Book(draw_hand(rng)), draw_day(rng)
    if book.hand.mark != "{}":
        book.fields["currency"] = "EUR"
    shop = supplier_party(book, draw_firm(rng, forms=("srl", "snc", "person", "bare", "coop")), rng)
    pool = table("money_papers", "receipt.goods")
    bought = [
        (text, money(rng, float(a), float(b)))
        for text, a, b in (rng.choice(pool) for _ in range(rng.choice((1, 1, 2, 3, 5, 8))))
    ]
    total = sum((amount for _, amount in bought), Decimal(0))
    columns = (
        Column(rng.choice(("DESCRIZIONE", "Descrizione", "Articolo")), wide=True),
        Column(rng.choice(("IVA", "% IVA"))),
        Column(rng.choice(("Prezzo(€)", "PREZZO", "Importo", "EURO")), numeric=True),
    )
    rate = rng.choice(("22", "22%", "22,00%", "10%", "VI*", "A"))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((text,), (rate,), (book.hand.number(amount),)) for text, amount in bought
    )
    blocks: list[Block] = [shop, Title((wording(rng, "receipt.title"),)), Grid(columns, rows)]
    pairs = [Pair(wording(rng, "receipt.total"), (book.sum("gross_amount", total),))]
    inside = cents(total * 22 / 122)
    if some(rng, 0.7):
        pairs.insert(
            rng.randint(0, 1), Pair(rng.choice(("DI CUI IVA", "di cui IVA", "IVA")), (book.hand.number(inside),))
        )
    if some(rng, 0.25):
        pairs.insert(0, Pair(rng.choice(("SUBTOTALE", "Subtotale")), (book.hand.number(total),)))
    pairs += _paid(book, total, rng)
    blocks.append(Pairs(tuple(pairs), style="sums"))
    blocks += _till_facts(book, day, rng)
    if some(rng, 0.4):
        blocks.append(Prose(((wording(rng, "receipt.thanks"),),)))
    return Content("receipt", book.fields, tuple(blocks), {}, "it", some(rng, 0.55))


def _paid(book: Book, total: Decimal, rng: Random) -> list[Pair]:
    if some(rng, 0.25):
        return []
    method = wording(rng, "receipt.paid")
    if some(rng, 0.3):
        return [
            Pair(
                rng.choice(("Pagamento", "Modalità di pagamento", "Pagato con", "Tipo pagamento")),
                (book.text("payment_method", method),),
            )
        ]
    given = total + Decimal(rng.choice((0, 0, 5, 10))) if "ont" in method.lower() else total
    # The method is the label itself: it is written by the label, so the value stands in a text of its own.
    book.fields["payment_method"] = method
    pairs = [Pair(method, (book.hand.number(given),))]
    if given != total:
        pairs.append(Pair(rng.choice(("RESTO", "Resto")), (book.hand.number(given - total),)))
    return pairs + (
        [Pair(rng.choice(("Importo pagato", "IMPORTO PAGATO")), (book.hand.number(total),))] if some(rng, 0.5) else []
    )


def _till_facts(book: Book, day: date, rng: Random) -> list[Block]:
    """Date, hour, number, till: in one line or as pairs."""
    hour = f"{rng.randint(7, 22):02d}:{rng.randint(0, 59):02d}"
    number = rng.choice(
        (
            f"{rng.randint(1, 2999):04d}-{rng.randint(1, 999):04d}",
            str(rng.randint(1, 9999)),
            f"{rng.randint(1, 999)}/{day.year}",
        )
    )
    name = wording(rng, "receipt.number")
    till = rng.choice(
        (
            f"RT {rng.choice(('96', '99', '53', '3B'))}SRT{rng.randint(100, 999):05d}{rng.randint(10, 99)}",
            f"Cassa {rng.randint(1, 9)}",
            f"OP. {rng.randint(1, 20)}",
        )
    )
    if some(rng, 0.6):
        lines: list[Text] = [(book.day("date", day), f" {hour}")]
        if some(rng, 0.85):
            lines.append((f"{name} ", book.text("number", number)))
        if some(rng, 0.5):
            rng.shuffle(lines)
        lines += [(till,)] if some(rng, 0.7) else []
        return [Prose(tuple(lines))]
    pairs = [Pair("Data", (book.day("date", day),)), Pair(name, (book.text("number", number),))]
    pairs += [Pair("Ora", (hour,))] if some(rng, 0.6) else []
    rng.shuffle(pairs)
    return [Pairs(tuple(pairs))]


_SECTIONS = {
    "ERARIO": "SEZIONE ERARIO",
    "INPS": "SEZIONE INPS",
    "REGIONI": "SEZIONE REGIONI",
    "LOCALI": "SEZIONE IMU E ALTRI TRIBUTI LOCALI",
    "INAIL": "SEZIONE ALTRI ENTI PREVIDENZIALI E ASSICURATIVI",
}


def draw_tax_payment(rng: Random) -> Content:
    """An F24: sections with codes, debits and credits, and what is to be paid."""
    book, day = Book(draw_hand(rng)), draw_day(rng).replace(day=16)
    pairs = _taxpayer(book, rng)
    sections, total = _taxes(book, day, rng)
    blocks: list[Block] = [
        Title((wording(rng, "f24.title"),)),
        Pairs(tuple(pairs), rng.choice((None, "CONTRIBUENTE")), "form"),
        *sections,
        Pairs((Pair(wording(rng, "f24.total"), (book.sum("gross_amount", total),)),), style="sums"),
    ]
    bank = draw_bank(rng)
    others = [
        Pair("ABI", (bank.iban[5:10],)),
        Pair("CAB", (bank.iban[10:15],)),
        Pair("Protocollo telematico", (str(rng.randint(10**16, 10**17)),)),
        Pair("Banca", (bank.name,)),
        Pair(rng.choice(("IBAN addebito", "Autorizzo addebito su conto corrente")), (bank.iban,)),
    ]
    ends = [Pair(wording(rng, "f24.date"), (book.day("date", day),)), *rng.sample(others, rng.randint(0, 3))]
    blocks.append(Pairs(tuple(ends), rng.choice((None, "ESTREMI DEL VERSAMENTO")), "form"))
    return Content("tax_payment", book.fields, tuple(blocks), {}, "it", some(rng, 0.1))


def _taxpayer(book: Book, rng: Random) -> list[Pair]:
    if some(rng, 0.25):
        person = draw_person(rng)
        name, code = rng.choice((person.surname_first, person.surname_first.upper(), person.name)), person.tax_code
    else:
        firm = draw_firm(rng)
        name, code = firm.name, firm.tax_code
    shown = " ".join(code) if some(rng, 0.15) else code  # a form has a box for each character
    pairs = [
        Pair(wording(rng, "f24.code"), (book.text("taxpayer_tax_code", shown, code),)),
        Pair(wording(rng, "f24.taxpayer"), (book.text("taxpayer_name", name),)),
    ]
    if some(rng, 0.4):
        town = draw_town(rng)
        pairs += [Pair("Comune", (town.name,)), Pair("Prov.", (town.province,))]
    return pairs


def _taxes(book: Book, day: date, rng: Random) -> tuple[list[Block], Decimal]:
    """A table for each section, some with their own balance, and the balance of all."""
    heads = (
        "Codice tributo",
        rng.choice(("Rateazione/mese rif.", "Mese rif.", "Rateaz./regione/prov./mese")),
        rng.choice(("Anno di riferimento", "Anno rif.")),
        rng.choice(("Importi a debito versati", "Debito")),
        rng.choice(("Importi a credito compensati", "Credito")),
        "Descrizione",
    )
    columns = tuple(Column(h, n in (3, 4), n == 5) for n, h in enumerate(heads[: 6 if some(rng, 0.4) else 5]))
    rows: dict[str, list[tuple[Text, ...]]] = {}
    sums: dict[str, Decimal] = {}
    for section, tax, words in rng.sample(table("money_papers", "f24.rows"), rng.choice((1, 2, 3, 4, 6))):
        amount = money(rng, 20, 6000)
        credit = money(rng, 5, 80) if some(rng, 0.15) and amount > 100 else Decimal(0)
        sums[section] = sums.get(section, Decimal(0)) + amount - credit
        month, year = f"{day.month:04d}" if some(rng, 0.7) else "0101", str(day.year - rng.randint(0, 1))
        offset = (book.hand.number(credit),) if credit else ()
        cells: tuple[Text, ...] = ((tax,), (month,), (year,), (book.hand.number(amount),), offset, (words,))
        rows.setdefault(section, []).append(cells[: len(columns)])
    blocks: list[Block] = []
    for section, found in rows.items():
        blocks.append(Grid(columns, tuple(found), _SECTIONS[section]))
        if some(rng, 0.3):
            name = rng.choice(("SALDO (A-B)", "Saldo sezione", "TOTALE A"))
            blocks.append(Pairs((Pair(name, (book.hand.number(sums[section]),)),), style="sums"))
    return blocks, sum(sums.values(), Decimal(0))


def draw_expense_report(rng: Random) -> Content:
    """Journeys and meals of an employee, day by day; receipts' dates, kilometres and advances as decoys."""
    book, start = Book(draw_hand(rng)), draw_day(rng)
    person, firm = draw_person(rng), draw_firm(rng)
    end = start + timedelta(days=rng.choice((1, 2, 4, 13))) if some(rng, 0.4) else month_end(start)
    start = start if end.month == start.month and end != month_end(start) else start.replace(day=1)
    name = rng.choice((person.name, person.name, person.surname_first, person.name.upper()))
    pairs = [Pair(wording(rng, "expense.employee"), (book.text("employee_name", name),))]
    if some(rng, 0.8):
        pairs += period_pairs(book, start, end, rng)
        if "period_start" not in book.fields:
            pairs[-1] = Pair(rng.choice(("Fine periodo", "Periodo fino al")), pairs[-1].value)
    pairs += _errand(rng)
    grid, total = _expenses(book, start, end, rng)
    sums = [Pair(wording(rng, "expense.total"), (book.sum("gross_amount", total),))]
    if some(rng, 0.2):
        advance = money(rng, 10, 200)
        sums += [
            Pair(rng.choice(("Anticipo ricevuto", "Acconto")), (book.hand.number(-advance),)),
            Pair("Saldo", (book.hand.number(total - advance),)),
        ]
    blocks: list[Block] = [supplier_party(Book(book.hand), firm, rng, role="")] if some(rng, 0.8) else []
    blocks += [Title((wording(rng, "expense.title"),)), Pairs(tuple(pairs)), grid, Pairs(tuple(sums), style="sums")]
    if some(rng, 0.7):
        signed = [
            Pair(rng.choice(("Firma dipendente", "Il dipendente")), ("",)),
            Pair(rng.choice(("Visto", "Autorizzato da", "Firma responsabile")), ("",)),
        ]
        signed += [Pair("Data", (book.hand.date(end + timedelta(days=rng.randint(1, 9))),))] if some(rng, 0.5) else []
        blocks.append(Pairs(tuple(signed)))
    if some(rng, 0.15):
        blocks.append(Stamp(stamp(rng, end)))
    return Content("expense_report", book.fields, tuple(blocks), {}, "it", some(rng, 0.03))


def _errand(rng: Random) -> list[Pair]:
    facts = (
        ("Reparto", rng.choice(("Commerciale", "Tecnico", "Amministrazione"))),
        ("Destinazione", draw_town(rng).name),
        ("Matricola", str(rng.randint(1, 9999))),
        ("Motivo", rng.choice(("Visita cliente", "Fiera", "Assistenza tecnica"))),
        ("Centro di costo", f"CC{rng.randint(10, 99)}"),
    )
    return [Pair(head, (value,)) for head, value in rng.sample(facts, rng.randint(0, 3))]


def _expenses(book: Book, start: date, end: date, rng: Random) -> tuple[Grid, Decimal]:
    pool = table("money_papers", "expense.rows")
    rows: list[tuple[Text, ...]] = []
    total = Decimal(0)
    dated, numbered = some(rng, 0.85), some(rng, 0.25)
    for number in range(1, rng.choice((2, 3, 5, 7, 10, 16)) + 1):
        text, least, most = rng.choice(pool)
        amount = money(rng, float(least), float(most))
        total += amount
        day = start + timedelta(days=rng.randint(0, max((end - start).days, 0)))
        row: list[Text] = [(str(number),)] if numbered else []
        row += [(book.hand.date(day),)] if dated else []
        row.append((text.format(town=draw_town(rng).name, n=rng.randint(30, 480)),))
        rows.append((*row, (book.hand.number(amount),)))
    columns = [Column(rng.choice(("N.", "Giust.", "Rif.")))] if numbered else []
    columns += [Column("Data")] if dated else []
    columns.append(Column(rng.choice(("Descrizione", "Causale", "Descrizione spesa", "Giustificativo")), wide=True))
    columns.append(Column(rng.choice(("Importo", "Importo €", "Totale", "Spesa")), numeric=True))
    return Grid(tuple(columns), tuple(rows)), total
