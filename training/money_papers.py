"""Receipts, bank statements, tax payments (F24), expense reports."""

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
    Party,
    Prose,
    SmallPrint,
    Stamp,
    Text,
    Title,
    Value,
)
from training.firms import draw_bank, draw_firm
from training.grammar import alternatives, table
from training.parties import address_lines, supplier_party
from training.people import draw_person
from training.phrases import small_print, stamp
from training.places import draw_town
from training.terms import month_end
from training.writing import Book, cents, draw_day, draw_hand, some


def _wording(rng: Random, name: str) -> str:
    return rng.choice(alternatives("money_papers", name))


def _money(rng: Random, least: float, most: float) -> Decimal:
    return cents(Decimal(str(round(rng.uniform(least, most), 2))))


def draw_receipt(rng: Random) -> Content:
    """A till's slip or a receipt from a pad: few words, many of them capitals, VAT inside the total."""
    book, day = Book(draw_hand(rng)), draw_day(rng)
    if book.hand.mark != "{}":
        book.fields["currency"] = "EUR"
    shop = supplier_party(book, draw_firm(rng, forms=("srl", "snc", "person", "bare", "coop")), rng)
    pool = table("money_papers", "receipt.goods")
    bought = [
        (text, _money(rng, float(a), float(b)))
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
    blocks: list[Block] = [shop, Title((_wording(rng, "receipt.title"),)), Grid(columns, rows)]
    pairs = [Pair(_wording(rng, "receipt.total"), (book.sum("gross_amount", total),))]
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
        blocks.append(Prose(((_wording(rng, "receipt.thanks"),),)))
    return Content("receipt", book.fields, tuple(blocks), {}, "it", some(rng, 0.55))


def _paid(book: Book, total: Decimal, rng: Random) -> list[Pair]:
    if some(rng, 0.25):
        return []
    method = _wording(rng, "receipt.paid")
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
    name = _wording(rng, "receipt.number")
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


def draw_bank_statement(rng: Random) -> Content:
    """Movements with the balances before and after; dates of value, running balances and other banks' IBANs as decoys."""
    book = Book(draw_hand(rng))
    start = draw_day(rng).replace(day=1)
    months = rng.choice((1, 1, 3))
    end = month_end(start + timedelta(days=31 * (months - 1)))
    firm, bank = draw_firm(rng), draw_bank(rng)
    opening = _money(rng, -5_000, 90_000)
    moves = _moves(start, end, rng)
    closing = opening + sum((amount for _, _, amount in moves), Decimal(0))
    hand = book.hand
    book.fields["currency"] = "EUR"
    head: list[Text] = [(book.text("bank_name", bank.name),)]
    head += [(f"{rng.choice(('Filiale di', 'Agenzia', 'Fil.'))} {bank.branch}",)] if bank.branch else []
    head += (
        [
            (
                f"Cap. soc. € {rng.randint(100, 999)}.000.000,00 - P.IVA {draw_firm(rng).vat_number} - ABI {bank.iban[5:10]}",
            )
        ]
        if some(rng, 0.6)
        else []
    )
    iban = bank.iban if some(rng, 0.6) else " ".join(bank.iban[at : at + 4] for at in range(0, 27, 4))
    holder = book.text("account_holder", firm.name)
    facts = [Pair(rng.choice(("IBAN", "Codice IBAN", "Coordinate IBAN")), (book.text("iban", iban, bank.iban),)),
        Pair(rng.choice(("Valuta", "Divisa")), (book.text("currency", "EUR"),)) if some(rng, 0.6) else Pair("Divisa conto", (book.text("currency", "EURO", "EUR"),))]  # fmt: skip
    facts += _period(book, start, end, rng)
    addressed = some(rng, 0.6)
    blocks: list[Block] = [
        Party(tuple(head), None, "letterhead"),
        Title((_wording(rng, "bank.title").format(end=hand.date(end)),)),
    ]
    if addressed:
        blocks.append(
            Party(((holder,), *address_lines(firm, rng)), rng.choice((None, "Spett.le", "Intestatario")), "address")
        )
    else:
        facts.insert(0, Pair(_wording(rng, "bank.holder"), (holder,)))
    facts += [Pair("Conto corrente n.", (f"{rng.randint(100, 99_999):08d}",))] if some(rng, 0.4) else []
    blocks.append(Pairs(tuple(facts)))
    first = (
        _wording(rng, "bank.opening").format(start=hand.date(start)),
        book.sum("opening_balance", opening, bare=True),
    )
    last = (_wording(rng, "bank.closing").format(end=hand.date(end)), book.sum("closing_balance", closing, bare=True))
    blocks += _statement(moves, opening, first, last, book, rng)
    if some(rng, 0.5):
        blocks.append(SmallPrint(small_print(rng)))
    return Content("bank_statement", book.fields, tuple(blocks), {}, "it", some(rng, 0.2))


def _period(book: Book, start: date, end: date, rng: Random) -> list[Pair]:
    way = rng.random()
    a, b = book.day("period_start", start), book.day("period_end", end)
    if way < 0.4:
        return [
            Pair(
                rng.choice(("Periodo", "Periodo di riferimento", "Movimenti")),
                (rng.choice(("dal ", "")), a, rng.choice((" al ", " - ", " al ")), b),
            )
        ]
    if way < 0.8:
        return [
            Pair(rng.choice(("Dal", "Data inizio", "Periodo dal")), (a,)),
            Pair(rng.choice(("Al", "Data fine", "al")), (b,)),
        ]
    book.fields.pop("period_start")
    return [Pair(rng.choice(("Estratto conto al", "Situazione al", "Data chiusura", "Al")), (b,))]


def _moves(start: date, end: date, rng: Random) -> list[tuple[date, str, Decimal]]:
    pool = table("money_papers", "bank.move")
    days = sorted(
        start + timedelta(days=rng.randint(0, (end - start).days)) for _ in range(rng.choice((4, 8, 12, 18, 30, 60)))
    )
    moves = []
    for day in days:
        text, sign = rng.choice(pool)
        written = text.format(
            firm=draw_firm(rng).name.upper(),
            n=rng.randint(10, 9999),
            m=rng.randint(10, 9999),
            town=draw_town(rng).name.upper(),
        )
        amount = _money(rng, 1, 60) if "COMM" in text or "CANONE" in text else _money(rng, 20, 9_000)
        moves.append((day, written, amount if sign == "+" else -amount))
    return moves


def _statement(
    moves: list[tuple[date, str, Decimal]],
    opening: Decimal,
    first: tuple[str, Value],
    last: tuple[str, Value],
    book: Book,
    rng: Random,
) -> list[Block]:
    """The table of movements; balances stand in its rows, or apart before and after it."""
    hand = book.hand
    names = rng.choice((("date", "value", "text", "out", "in"), ("date", "text", "out", "in"), ("date", "value", "out", "in", "text"),
        ("date", "value", "text", "amount"), ("date", "value", "text", "out", "in", "balance"), ("date", "text", "amount", "balance")))  # fmt: skip
    heads = {"date": rng.choice(("Data", "Data oper.", "Data contabile", "DATA")), "value": rng.choice(("Valuta", "Data valuta", "VALUTA")),
        "text": rng.choice(("Descrizione", "Descrizione operazione", "Causale", "DESCRIZIONE DELLE OPERAZIONI")),
        "out": rng.choice(("Dare", "Uscite", "Addebiti", "Movimenti dare")), "in": rng.choice(("Avere", "Entrate", "Accrediti", "Movimenti avere")),
        "amount": rng.choice(("Importo", "Importo €")), "balance": rng.choice(("Saldo", "Saldo contabile"))}  # fmt: skip
    columns = tuple(Column(heads[n], n in ("out", "in", "amount", "balance"), n == "text") for n in names)
    rows: list[tuple[Text, ...]] = []
    balance = opening
    for day, text, amount in moves:
        balance += amount
        cells: dict[str, Text] = {
            "date": (hand.date(day),), "value": (hand.date(day + timedelta(days=rng.randint(-1, 3))),), "text": (text,),
            "out": (hand.number(-amount),) if amount < 0 else (), "in": (hand.number(amount),) if amount > 0 else (),
            "amount": (hand.number(amount),), "balance": (hand.number(balance),),
        }  # fmt: skip
        rows.append(tuple(cells[name] for name in names))
    if some(rng, 0.55):
        side = "amount" if "amount" in names else "balance" if "balance" in names else "in"

        def balance_row(words: str, value: Value) -> tuple[Text, ...]:
            return tuple((words,) if n == "text" else (value,) if n == side else () for n in names)

        return [Grid(columns, (balance_row(*first), *rows, balance_row(*last)))]
    sums = [Pair(first[0], (first[1],)), Pair(last[0], (last[1],))]
    if some(rng, 0.4):
        out, into = (
            sum((-a for _, _, a in moves if a < 0), Decimal(0)),
            sum((a for _, _, a in moves if a > 0), Decimal(0)),
        )
        sums[1:1] = [
            Pair(rng.choice(("Totale entrate", "Totale avere")), (hand.number(into),)),
            Pair(rng.choice(("Totale uscite", "Totale dare")), (hand.number(out),)),
        ]
    if some(rng, 0.5):
        return [Pairs(tuple(sums), rng.choice((None, "Riepilogo", "Sintesi del conto"))), Grid(columns, tuple(rows))]
    return [Pairs((sums[0],)), Grid(columns, tuple(rows)), Pairs(tuple(sums[1:]), style="sums")]


def draw_tax_payment(rng: Random) -> Content:
    """An F24: sections with codes, debits and credits, and what is to be paid."""
    book, day = Book(draw_hand(rng)), draw_day(rng).replace(day=16)
    if some(rng, 0.25):
        person = draw_person(rng)
        name, code = rng.choice((person.surname_first, person.surname_first.upper(), person.name)), person.tax_code
    else:
        firm = draw_firm(rng)
        name, code = firm.name, firm.tax_code
    shown = " ".join(code) if some(rng, 0.15) else code
    pairs = [
        Pair(_wording(rng, "f24.code"), (book.text("taxpayer_tax_code", shown, code),)),
        Pair(_wording(rng, "f24.taxpayer"), (book.text("taxpayer_name", name),)),
    ]
    if some(rng, 0.4):
        town = draw_town(rng)
        pairs += [Pair("Comune", (town.name,)), Pair("Prov.", (town.province,))]
    sections: dict[str, list[tuple[Text, ...]]] = {}
    total, year = Decimal(0), day.year
    for section, tax, words in rng.sample(table("money_papers", "f24.rows"), rng.choice((1, 2, 3, 4, 6))):
        amount = _money(rng, 20, 6000)
        credit = _money(rng, 5, 80) if some(rng, 0.15) and amount > 100 else None
        total += amount - (credit or 0)
        sections.setdefault(section, []).append((
            (tax,), (f"{day.month:04d}" if some(rng, 0.7) else "0101",), (str(rng.choice((year, year - 1))),), (book.hand.number(amount),),
            (book.hand.number(credit),) if credit else (), (words,),
        ))  # fmt: skip
    blocks: list[Block] = [
        Title((_wording(rng, "f24.title"),)),
        Pairs(tuple(pairs), rng.choice((None, "CONTRIBUENTE")), "form"),
    ]
    described = some(rng, 0.4)
    heads = ["Codice tributo", rng.choice(("Rateazione/mese rif.", "Mese rif.", "Rateaz./regione/prov./mese")), rng.choice(("Anno di riferimento", "Anno rif.")),
        rng.choice(("Importi a debito versati", "Debito")), rng.choice(("Importi a credito compensati", "Credito")), "Descrizione"]  # fmt: skip
    titles = {
        "ERARIO": "SEZIONE ERARIO",
        "INPS": "SEZIONE INPS",
        "REGIONI": "SEZIONE REGIONI",
        "LOCALI": "SEZIONE IMU E ALTRI TRIBUTI LOCALI",
        "INAIL": "SEZIONE ALTRI ENTI PREVIDENZIALI E ASSICURATIVI",
    }
    for section, rows in sections.items():
        columns = tuple(Column(h, n in (3, 4), n == 5) for n, h in enumerate(heads[: 6 if described else 5]))
        blocks.append(Grid(columns, tuple(row[: len(columns)] for row in rows), titles[section]))
        if some(rng, 0.3):
            blocks.append(
                Pairs(
                    (
                        Pair(
                            rng.choice(("SALDO (A-B)", "Saldo sezione", "TOTALE A")),
                            (book.hand.number(_money(rng, 10, 900)),),
                        ),
                    ),
                    style="sums",
                )
            )
    blocks.append(Pairs((Pair(_wording(rng, "f24.total"), (book.sum("gross_amount", total),)),), style="sums"))
    ends = [Pair(_wording(rng, "f24.date"), (book.day("date", day),))]
    bank = draw_bank(rng)
    ends += rng.sample([Pair("ABI", (bank.iban[5:10],)), Pair("CAB", (bank.iban[10:15],)), Pair("Protocollo telematico", (str(rng.randint(10**16, 10**17)),)),
        Pair("Banca", (bank.name,)), Pair(rng.choice(("IBAN addebito", "Autorizzo addebito su conto corrente")), (bank.iban,))], rng.randint(0, 3))  # fmt: skip
    blocks.append(Pairs(tuple(ends), rng.choice((None, "ESTREMI DEL VERSAMENTO")), "form"))
    return Content("tax_payment", book.fields, tuple(blocks), {}, "it", some(rng, 0.1))


def draw_expense_report(rng: Random) -> Content:
    """Journeys and meals of an employee, day by day; receipts' dates, kilometres and advances as decoys."""
    book, start = Book(draw_hand(rng)), draw_day(rng)
    person, firm = draw_person(rng), draw_firm(rng)
    end = start + timedelta(days=rng.choice((1, 2, 4, 13))) if some(rng, 0.4) else month_end(start)
    start = start if end.month == start.month and end != month_end(start) else start.replace(day=1)
    name = rng.choice((person.name, person.name, person.surname_first, person.name.upper()))
    pairs = [Pair(_wording(rng, "expense.employee"), (book.text("employee_name", name),))]
    if some(rng, 0.8):
        pairs += _period(book, start, end, rng)
        if "period_start" not in book.fields:
            pairs[-1] = Pair(rng.choice(("Fine periodo", "Periodo fino al")), pairs[-1].value)
    rows_of = table("money_papers", "expense.rows")
    rows: list[tuple[Text, ...]] = []
    total = Decimal(0)
    dated, category = some(rng, 0.85), some(rng, 0.3)
    for _ in range(rng.choice((2, 3, 5, 7, 10, 16))):
        text, least, most = rng.choice(rows_of)
        amount = _money(rng, float(least), float(most))
        total += amount
        day = start + timedelta(days=rng.randint(0, max((end - start).days, 0)))
        row: list[Text] = [(book.hand.date(day),)] if dated else []
        row.append((text.format(town=draw_town(rng).name, n=rng.randint(30, 480)),))
        row += [(rng.choice(("Vitto", "Viaggio", "Alloggio", "Varie", "Km")),)] if category else []
        rows.append((*row, (book.hand.number(amount),)))
    columns = [Column("Data")] if dated else []
    columns.append(Column(rng.choice(("Descrizione", "Causale", "Descrizione spesa", "Giustificativo")), wide=True))
    columns += [Column(rng.choice(("Categoria", "Tipo")))] if category else []
    columns.append(Column(rng.choice(("Importo", "Importo €", "Totale", "Spesa")), numeric=True))
    some_facts = (("Reparto", ("Commerciale", "Tecnico", "Amministrazione")), ("Destinazione", (draw_town(rng).name,)), ("Matricola", (str(rng.randint(1, 9999)),)),
        ("Motivo", ("Visita cliente", "Fiera", "Assistenza tecnica")), ("Centro di costo", (f"CC{rng.randint(10, 99)}",)))  # fmt: skip
    pairs += [Pair(head, (rng.choice(values),)) for head, values in rng.sample(some_facts, rng.randint(0, 3))]
    letterhead = supplier_party(Book(book.hand), firm, rng, role="") if some(rng, 0.8) else None
    title = Title((_wording(rng, "expense.title"),))
    sums = [Pair(_wording(rng, "expense.total"), (book.sum("gross_amount", total),))]
    if some(rng, 0.2):
        advance = _money(rng, 10, 200)
        sums += [
            Pair(rng.choice(("Anticipo ricevuto", "Acconto")), (book.hand.number(-advance),)),
            Pair("Saldo", (book.hand.number(total - advance),)),
        ]
    blocks: list[Block] = [
        *([letterhead] if letterhead else []),
        title,
        Pairs(tuple(pairs)),
        Grid(tuple(columns), tuple(rows)),
        Pairs(tuple(sums), style="sums"),
    ]
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
