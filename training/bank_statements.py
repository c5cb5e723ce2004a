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
)
from training.firms import Bank, draw_bank, draw_firm
from training.grammar import table
from training.money_wording import money, period_pairs, wording
from training.parties import address_lines
from training.phrases import small_print
from training.places import draw_town
from training.terms import month_end
from training.writing import Book, Hand, draw_day, draw_hand, some

Move = tuple[date, str, Decimal]
_SIDES = (
    ("date", "value", "text", "out", "in"),
    ("date", "text", "out", "in"),
    ("date", "value", "out", "in", "text"),
    ("date", "value", "text", "amount"),
    ("date", "value", "text", "out", "in", "balance"),
    ("date", "text", "amount", "balance"),
)


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
    facts = _account(book, bank, rng) + period_pairs(book, start, end, rng)
    title = Title((wording(rng, "bank.title").format(end=book.hand.date(end)),))
    blocks: list[Block] = [_bank_head(book, bank, rng), title]
    holder = book.text("account_holder", firm.name)
    if some(rng, 0.6):
        head = rng.choice((None, "Spett.le", "Intestatario"))
        blocks.append(Party(((holder,), *address_lines(firm, rng)), head, "address"))
    else:
        facts.insert(0, Pair(wording(rng, "bank.holder"), (holder,)))
    blocks.append(Pairs(tuple(facts)))
    first = Pair(
        wording(rng, "bank.opening").format(start=book.hand.date(start)),
        (book.sum("opening_balance", opening, bare=True),),
    )
    last = Pair(
        wording(rng, "bank.closing").format(end=book.hand.date(end)), (book.sum("closing_balance", closing, bare=True),)
    )
    blocks += _statement(moves, opening, first, last, book, rng)
    if some(rng, 0.5):
        blocks.append(SmallPrint(small_print(rng)))
    return Content("bank_statement", book.fields, tuple(blocks), {}, "it", some(rng, 0.2))


def _bank_head(book: Book, bank: Bank, rng: Random) -> Party:
    lines: list[Text] = [(book.text("bank_name", bank.name),)]
    if bank.branch:
        lines.append((f"{rng.choice(('Filiale di', 'Agenzia', 'Fil.'))} {bank.branch}",))
    if some(rng, 0.6):
        capital, vat_id = f"Cap. soc. € {rng.randint(9, 99)}.000.000", draw_firm(rng).vat_number
        lines.append((f"{capital} - P.IVA {vat_id} - ABI {bank.iban[5:10]}",))
    return Party(tuple(lines), None, "letterhead")


def _account(book: Book, bank: Bank, rng: Random) -> list[Pair]:
    iban = bank.iban if some(rng, 0.6) else " ".join(bank.iban[at : at + 4] for at in range(0, 27, 4))
    pairs = [Pair(rng.choice(("IBAN", "Codice IBAN", "Coordinate IBAN")), (book.text("iban", iban, bank.iban),))]
    if some(rng, 0.8):
        currency = book.text("currency", rng.choice(("EUR", "EUR", "EURO")), "EUR")
        pairs.append(Pair(rng.choice(("Valuta", "Divisa", "Divisa conto")), (currency,)))
    if some(rng, 0.4):
        pairs.append(Pair("Conto corrente n.", (f"{rng.randint(100, 99_999):08d}",)))
    return pairs


def _moves(start: date, end: date, rng: Random) -> list[Move]:
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


def _statement(moves: list[Move], opening: Decimal, first: Pair, last: Pair, book: Book, rng: Random) -> list[Block]:
    """The table of movements; balances stand in its rows, or apart before and after it."""
    names = rng.choice(_SIDES)
    columns, rows = _columns(names, rng), _rows(moves, opening, names, book.hand, rng)
    if some(rng, 0.55):
        side = next(n for n in ("amount", "balance", "in") if n in names)
        before, after = (
            tuple((pair.label,) if n == "text" else pair.value if n == side else () for n in names)
            for pair in (first, last)
        )
        return [Grid(columns, (before, *rows, after))]
    sums = [first, last]
    if some(rng, 0.4):
        spent = sum((-amount for _, _, amount in moves if amount < 0), Decimal(0))
        gained = sum((amount for _, _, amount in moves if amount > 0), Decimal(0))
        sums[1:1] = [
            Pair(rng.choice(("Totale entrate", "Totale avere")), (book.hand.number(gained),)),
            Pair(rng.choice(("Totale uscite", "Totale dare")), (book.hand.number(spent),)),
        ]
    if some(rng, 0.5):
        return [Pairs(tuple(sums), rng.choice((None, "Riepilogo", "Sintesi del conto"))), Grid(columns, rows)]
    return [Pairs((sums[0],)), Grid(columns, rows), Pairs(tuple(sums[1:]), style="sums")]


def _columns(names: tuple[str, ...], rng: Random) -> tuple[Column, ...]:
    heads = {
        "date": rng.choice(("Data", "Data oper.", "Data contabile", "DATA")),
        "value": rng.choice(("Valuta", "Data valuta", "VALUTA")),
        "text": rng.choice(("Descrizione", "Descrizione operazione", "Causale", "DESCRIZIONE DELLE OPERAZIONI")),
        "out": rng.choice(("Dare", "Uscite", "Addebiti", "Movimenti dare")),
        "in": rng.choice(("Avere", "Entrate", "Accrediti", "Movimenti avere")),
        "amount": rng.choice(("Importo", "Importo €")),
        "balance": rng.choice(("Saldo", "Saldo contabile")),
    }
    return tuple(Column(heads[n], n in ("out", "in", "amount", "balance"), n == "text") for n in names)


def _rows(
    moves: list[Move], opening: Decimal, names: tuple[str, ...], hand: Hand, rng: Random
) -> tuple[tuple[Text, ...], ...]:
    rows = []
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
    return tuple(rows)
