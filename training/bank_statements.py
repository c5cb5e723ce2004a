"""Bank statements: movements between two balances, in the many ways of banks."""

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
    SmallPrint,
    Text,
    Title,
    Value,
)
from training.firms import draw_bank, draw_firm
from training.grammar import table
from training.money_wording import money, period_pairs, wording
from training.parties import address_lines
from training.phrases import small_print
from training.places import draw_town
from training.terms import month_end
from training.writing import Book, draw_day, draw_hand, some


def draw_bank_statement(rng: Random) -> Content:
    """Movements with the balances before and after; dates of value and running balances as decoys."""
    book = Book(draw_hand(rng))
    start = draw_day(rng).replace(day=1)
    months = rng.choice((1, 1, 3))
    end = month_end(start + timedelta(days=31 * (months - 1)))
    firm, bank = draw_firm(rng), draw_bank(rng)
    opening = money(rng, -5_000, 90_000)
    moves = _moves(start, end, rng)
    closing = opening + sum((amount for _, _, amount in moves), Decimal(0))
    hand = book.hand
    book.fields["currency"] = "EUR"
    head: list[Text] = [(book.text("bank_name", bank.name),)]
    head += [(f"{rng.choice(('Filiale di', 'Agenzia', 'Fil.'))} {bank.branch}",)] if bank.branch else []
    head += (
        [(f"Cap. soc. € {rng.randint(9, 99)}.000.000 - P.IVA {draw_firm(rng).vat_number} - ABI {bank.iban[5:10]}",)]
        if some(rng, 0.6)
        else []
    )
    iban = bank.iban if some(rng, 0.6) else " ".join(bank.iban[at : at + 4] for at in range(0, 27, 4))
    holder = book.text("account_holder", firm.name)
    facts = [
        Pair(rng.choice(("IBAN", "Codice IBAN", "Coordinate IBAN")), (book.text("iban", iban, bank.iban),)),
        Pair(rng.choice(("Valuta", "Divisa")), (book.text("currency", "EUR"),))
        if some(rng, 0.6)
        else Pair("Divisa conto", (book.text("currency", "EURO", "EUR"),)),
    ]
    facts += period_pairs(book, start, end, rng)
    addressed = some(rng, 0.6)
    blocks: list[Block] = [
        Party(tuple(head), None, "letterhead"),
        Title((wording(rng, "bank.title").format(end=hand.date(end)),)),
    ]
    if addressed:
        blocks.append(
            Party(((holder,), *address_lines(firm, rng)), rng.choice((None, "Spett.le", "Intestatario")), "address")
        )
    else:
        facts.insert(0, Pair(wording(rng, "bank.holder"), (holder,)))
    facts += [Pair("Conto corrente n.", (f"{rng.randint(100, 99_999):08d}",))] if some(rng, 0.4) else []
    blocks.append(Pairs(tuple(facts)))
    first = (
        wording(rng, "bank.opening").format(start=hand.date(start)),
        book.sum("opening_balance", opening, bare=True),
    )
    last = (wording(rng, "bank.closing").format(end=hand.date(end)), book.sum("closing_balance", closing, bare=True))
    blocks += _statement(moves, opening, first, last, book, rng)
    if some(rng, 0.5):
        blocks.append(SmallPrint(small_print(rng)))
    return Content("bank_statement", book.fields, tuple(blocks), {}, "it", some(rng, 0.2))


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
        amount = money(rng, 1, 60) if "COMM" in text or "CANONE" in text else money(rng, 20, 9_000)
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
    names = rng.choice(
        (
            ("date", "value", "text", "out", "in"),
            ("date", "text", "out", "in"),
            ("date", "value", "out", "in", "text"),
            ("date", "value", "text", "amount"),
            ("date", "value", "text", "out", "in", "balance"),
            ("date", "text", "amount", "balance"),
        )
    )
    heads = {
        "date": rng.choice(("Data", "Data oper.", "Data contabile", "DATA")),
        "value": rng.choice(("Valuta", "Data valuta", "VALUTA")),
        "text": rng.choice(("Descrizione", "Descrizione operazione", "Causale", "DESCRIZIONE DELLE OPERAZIONI")),
        "out": rng.choice(("Dare", "Uscite", "Addebiti", "Movimenti dare")),
        "in": rng.choice(("Avere", "Entrate", "Accrediti", "Movimenti avere")),
        "amount": rng.choice(("Importo", "Importo €")),
        "balance": rng.choice(("Saldo", "Saldo contabile")),
    }
    columns = tuple(Column(heads[n], n in ("out", "in", "amount", "balance"), n == "text") for n in names)
    rows: list[tuple[Text, ...]] = []
    balance = opening
    for day, text, amount in moves:
        balance += amount
        cells: dict[str, Text] = {
            "date": (hand.date(day),),
            "value": (hand.date(day + timedelta(days=rng.randint(-1, 3))),),
            "text": (text,),
            "out": (hand.number(-amount),) if amount < 0 else (),
            "in": (hand.number(amount),) if amount > 0 else (),
            "amount": (hand.number(amount),),
            "balance": (hand.number(balance),),
        }
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
