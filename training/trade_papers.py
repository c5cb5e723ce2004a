"""Delivery notes, orders, quotes, payment reminders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from training.content import Block, Column, Content, Grid, Pair, Pairs, Prose, SmallPrint, Stamp, Text, Title
from training.firms import draw_firm
from training.goods import Item, draw_items
from training.grammar import alternatives
from training.item_tables import item_grid
from training.parties import Shown, customer_party, delivery_party, iban_value, label, supplier_party
from training.phrases import small_print, stamp
from training.sums import Charges, summed
from training.terms import draw_terms
from training.writing import Book, draw_day, draw_hand, one, serial, some

_ALL_ONE_RATE = ((Decimal("22.00"), ""),)


def _wording(rng: Random, name: str) -> str:
    return rng.choice(alternatives("trade_papers", name))


def _head(
    book: Book, kind: str, number: str, day: date, rng: Random, *, numbered: bool = True
) -> tuple[Title, list[Pair]]:
    """A headline with number and date in it, or beside it as pairs; without a number where `numbered` is False."""
    name = _wording(rng, f"{kind}.title")
    written = book.day("date", day)
    of, no = rng.choice(("del ", "in data ", "- ", "del ")), rng.choice(("n. ", "N° ", "Nr. ", "nr. ", "N. ", "n° "))
    date_pair = Pair(_wording(rng, f"{kind}.date"), (written,))
    if not numbered:
        return (Title((f"{name} {of}", written)), []) if some(rng, 0.3) else (Title((name,)), [date_pair])
    value = book.text("number", number)
    way = rng.random()
    if way < 0.25:
        return Title((f"{name} {no}", value, f" {of}", written)), []
    if way < 0.4:
        return Title((f"{name} {no}", value)), [date_pair]
    return Title((name,)), [Pair(_wording(rng, f"{kind}.number"), (value,)), date_pair]


def _ending(rng: Random, day: date) -> list[Block]:
    blocks: list[Block] = []
    if some(rng, 0.45):
        blocks.append(SmallPrint(small_print(rng)))
    if some(rng, 0.15):
        blocks.append(Stamp(stamp(rng, day)))
    return blocks


def draw_delivery_note(rng: Random) -> Content:
    """Goods without prices, how and by whom they travel, signatures; order numbers, carriers and weights as decoys."""
    book, day = Book(draw_hand(rng)), draw_day(rng)
    supplier, customer = draw_firm(rng), draw_firm(rng)
    title, pairs = _head(book, "delivery_note", serial(rng, day.year), day, rng)
    letterhead = supplier_party(book, supplier, rng)
    address = customer_party(
        Book(book.hand), customer, rng, role="customer", shown=Shown(some(rng, 0.6), some(rng, 0.3))
    )
    book.text("customer_name", customer.name)
    if some(rng, 0.35):
        order = book.text("order_reference", serial(rng, day.year))
        dated = f" del {book.hand.date(day - timedelta(days=rng.randint(1, 40)))}" if some(rng, 0.5) else ""
        pairs.append(Pair(label(rng, "it", "order"), one(order, dated)))
    pairs += _some_pairs(rng, "delivery_note.fact", rng.randint(0, 3))
    items = draw_items(rng, rng.choice((1, 2, 3, 4, 6, 9, 14, 30)), day.year, source="goods", rates=_ALL_ONE_RATE)
    names = rng.choice(
        (
            "code description unit quantity",
            "description quantity",
            "quantity unit description",
            "code description quantity unit",
            "description unit quantity",
            "code quantity unit description",
            "code description quantity",
        )
    )
    grid, rows = item_grid(items, names.split(), book, rng)
    blocks: list[Block] = [letterhead, title, address, Pairs(tuple(pairs))] if pairs else [letterhead, title, address]
    if some(rng, 0.5):
        blocks.insert(3, delivery_party(customer, rng))
    blocks += [grid, Pairs(tuple(_transport(rng, day, book)), style="form")]
    blocks.append(
        Pairs(
            tuple(
                Pair(name, ("",))
                for name in ("Firma conducente", "Firma destinatario", "Firma vettore")[: rng.randint(1, 3)]
            ),
            style="form",
        )
    )
    return Content("delivery_note", book.fields, (*blocks, *_ending(rng, day)), {"lines": rows}, "it", some(rng, 0.12))


def _some_pairs(rng: Random, name: str, count: int) -> list[Pair]:
    """Facts that are no fields: `label | value; value`."""
    rows = rng.sample(alternatives("trade_papers", name), count)
    pairs = []
    for row in rows:
        head, values = row.split(" | ")
        n = rng.randint(1, 9999)
        pairs.append(
            Pair(
                head,
                (
                    rng.choice(values.split("; ")).format(
                        n=n, few=n % 30 + 1, firm=draw_firm(rng).name, vat=draw_firm(rng).vat_number
                    ),
                ),
            )
        )
    return pairs


def _transport(rng: Random, day: date, book: Book) -> list[Pair]:
    pairs = _some_pairs(rng, "delivery_note.transport", rng.randint(3, 8))
    if some(rng, 0.7):
        name = rng.choice(
            ("Inizio trasporto", "Data ritiro", "Data e ora ritiro", "Data inizio trasporto", "Data trasporto")
        )
        hour = f" {rng.randint(6, 18)}:{rng.choice(('00', '15', '30', '45'))}" if some(rng, 0.6) else ""
        pairs.append(Pair(name, (book.hand.date(day + timedelta(days=rng.choice((0, 0, 0, 1)))) + hour,)))
    return pairs


def draw_purchase_order(rng: Random) -> Content:
    """An order, the buyer's letterhead above and the supplier addressed, or a supplier's confirmation of it."""
    return _order(rng, "purchase_order", confirmation=some(rng, 0.3))


def draw_quote(rng: Random) -> Content:
    return _order(rng, "quote", confirmation=True)


_ORDER_COLUMNS = (
    "code description unit quantity price amount",
    "description quantity price amount",
    "code description quantity price discount amount",
    "quantity description price amount",
    "description unit quantity price amount rate",
    "code description quantity price amount rate",
    "description amount",
    "code description quantity unit price",
)


def _order(rng: Random, kind: str, *, confirmation: bool) -> Content:
    """`confirmation`: the letterhead is the supplier's, else the customer's."""
    book, day = Book(draw_hand(rng)), draw_day(rng)
    named = "order_confirmation" if kind == "purchase_order" and confirmation else kind
    numbered = kind != "quote" or some(rng, 0.8)
    title, pairs = _head(book, named, serial(rng, day.year), day, rng, numbered=numbered)
    above, addressed = ("supplier", "customer") if confirmation else ("customer", "supplier")
    ids = Book(book.hand)  # identifiers of the sides are no fields of these kinds
    letterhead, address = (
        supplier_party(ids, draw_firm(rng), rng, role=above),
        customer_party(ids, draw_firm(rng), rng, role=addressed),
    )
    if not confirmation and address.label:
        address = type(address)(
            address.lines,
            rng.choice(("Fornitore", "Spett.le", "Spett.le fornitore", "Al fornitore", "Spettabile")),
            "address",
        )
    for role in ("supplier", "customer"):
        book.text(f"{role}_name", ids.fields[f"{role}_name"])
    if kind == "quote" and some(rng, 0.6):
        pairs += _validity(book, day, rng)
    blocks: list[Block] = [letterhead, title, address]
    pairs += _some_pairs(rng, f"{kind}.fact", rng.randint(0, 4))
    if kind == "purchase_order" and some(rng, 0.6):
        when = day + timedelta(days=rng.randint(5, 90))
        pairs.append(Pair(_wording(rng, "delivery_date"), (book.hand.date(when),)))
    terms = Pair(label(rng, "it", "terms"), (draw_terms(rng, day).wording,))
    if some(rng, 0.4):
        pairs.append(terms)
    blocks += [Pairs(tuple(pairs))] if pairs else []
    if some(rng, 0.5):
        blocks.append(Prose(((_wording(rng, f"{named}.opening"),),)))
    items = draw_items(
        rng, rng.choice((1, 2, 3, 4, 6, 9, 14, 26)), day.year, rates=_ALL_ONE_RATE, discounts=some(rng, 0.3)
    )
    grid, rows = item_grid(items, rng.choice(_ORDER_COLUMNS).split(), book, rng, carried=True)
    blocks += [grid, *_order_sums(kind, book, items, rng)]
    blocks += _order_end(kind, terms, day, rng)
    return Content(kind, book.fields, (*blocks, *_ending(rng, day)), {"lines": rows}, "it", some(rng, 0.08))


def _validity(book: Book, day: date, rng: Random) -> list[Pair]:
    """The day until which an offer holds, or only how long (which is no date of the paper)."""
    until = day + timedelta(days=rng.choice((15, 30, 30, 45, 60, 90)))
    if some(rng, 0.7):
        return [Pair(_wording(rng, "valid_until"), (book.day("valid_until", until),))]
    return [
        Pair(
            rng.choice(("Validità offerta", "Validità")),
            (f"{(until - day).days} {rng.choice(('gg', 'giorni', 'giorni dalla data'))}",),
        )
    ]


def _order_sums(kind: str, book: Book, items: Sequence[Item], rng: Random) -> list[Block]:
    sums = summed(items, Charges())
    way = rng.random()
    pairs: list[Pair] = []
    if way < 0.85:
        name = (
            label(rng, "it", "net")
            if way >= 0.3
            else rng.choice(
                ("Totale (IVA esclusa)", "Totale netto", "Totale imponibile", "TOTALE IVA ESCLUSA", "Totale (+ IVA)")
            )
        )
        pairs.append(Pair(name, (book.sum("net_amount", sums.net),)))
    if way >= 0.3:
        if some(rng, 0.9):
            pairs.append(Pair(rng.choice(("IVA 22%", "IVA", "Totale IVA", "Imposta")), (book.hand.sum(sums.vat),)))
        pairs.append(Pair(_wording(rng, f"{kind}.gross"), (book.sum("gross_amount", sums.gross),)))
    return [Pairs(tuple(pairs), style="sums")]


def _order_end(kind: str, terms: Pair, day: date, rng: Random) -> list[Block]:
    blocks: list[Block] = []
    pairs = [terms] if some(rng, 0.5) else []
    pairs += _some_pairs(rng, "order.end", rng.randint(0, 3))
    if pairs:
        blocks.append(Pairs(tuple(pairs)))
    if some(rng, 0.6):
        blocks.append(
            Prose(
                tuple(
                    (line,) for line in rng.sample(alternatives("trade_papers", f"{kind}.closing"), rng.randint(1, 2))
                )
            )
        )
    if some(rng, 0.5):
        blocks.append(
            Pairs(
                (
                    Pair(
                        rng.choice(
                            ("Timbro e firma", "Firma per accettazione", "Per accettazione", "Il responsabile acquisti")
                        ),
                        ("",),
                    ),
                )
            )
        )
    return blocks


def draw_payment_reminder(rng: Random) -> Content:
    """Unpaid invoices asked for: in prose, or as a list with its total."""
    book, day = Book(draw_hand(rng)), draw_day(rng)
    supplier, customer = draw_firm(rng), draw_firm(rng)
    ids = Book(book.hand)
    letterhead, address = (
        supplier_party(ids, supplier, rng),
        customer_party(ids, customer, rng, shown=Shown(some(rng, 0.3), False)),
    )
    for role in ("supplier", "customer"):
        book.text(f"{role}_name", ids.fields[f"{role}_name"])
    place = supplier.address.city
    dated: Block = rng.choice(
        (
            Pairs((Pair("Data", (book.day("date", day),)),)),
            Prose(((f"{place}, {rng.choice(('', 'lì ', 'li '))}", book.day("date", day)),)),
        )
    )
    count = rng.choice((1, 1, 2, 3, 4))
    title = _wording(rng, "payment_reminder.title")
    head: Block = (
        Title((title,)) if some(rng, 0.5) else Pairs((Pair(rng.choice(("Oggetto", "OGGETTO", "Ogg.")), (title,)),))
    )
    body = _one_unpaid(book, day, rng) if count == 1 else _several_unpaid(book, day, count, rng)
    blocks: list[Block] = [letterhead, address, dated, head, *body]
    if some(rng, 0.6):
        bank = Book(book.hand)
        blocks.append(Prose((one(_wording(rng, "payment_reminder.pay"), " ", iban_value(bank, supplier, rng).text),)))
    blocks.append(
        Prose(
            (
                (_wording(rng, "payment_reminder.closing"),),
                (_wording(rng, "payment_reminder.greeting"),),
                (supplier.name,),
            )
        )
    )
    return Content("payment_reminder", book.fields, (*blocks, *_ending(rng, day)), {}, "it", some(rng, 0.04))


def _one_unpaid(book: Book, day: date, rng: Random) -> list[Block]:
    issued = day - timedelta(days=rng.randint(50, 200))
    due = issued + timedelta(days=rng.choice((30, 60, 45)))
    amount = Decimal(rng.randint(5_000, 2_000_000)) / 100
    number = book.text("invoice_number", serial(rng, issued.year))
    with_due = some(rng, 0.8)
    due_value = book.day("due_date", due) if with_due else ""
    total = book.sum("gross_amount", amount)
    if some(rng, 0.5):
        text: Text = one(
            rng.choice(
                (
                    "Da un controllo della Vs. posizione contabile risulta non pagata la fattura n. ",
                    "Con la presente Vi ricordiamo che la ns. fattura n. ",
                    "Ci risulta ad oggi insoluta la fattura nr. ",
                    "La informiamo che la fattura ",
                )
            ),
            number,
            f" del {book.hand.date(issued)}",
            rng.choice((" di ", " dell'importo di ", " per un importo di euro ")),
            total,
            rng.choice((", scaduta il ", " con scadenza ", ", scadenza ")) if with_due else ", ",
            due_value,
            rng.choice(
                (", non risulta ancora saldata.", " risulta a tutt'oggi insoluta.", "; Vi preghiamo di provvedere.")
            ),
        )
        return [Prose(((_wording(rng, "payment_reminder.opening"),), text))]
    pairs = [
        Pair(rng.choice(("Fattura n.", "Fattura", "N. fattura", "Documento", "Rif. fattura")), (number,)),
        Pair(rng.choice(("Data fattura", "Del", "Data doc.")), (book.hand.date(issued),)),
        Pair(rng.choice(("Importo", "Importo dovuto", "Totale", "Importo insoluto")), (total,)),
    ]
    if with_due:
        pairs.insert(rng.randint(1, 3), Pair(rng.choice(("Scadenza", "Scaduta il", "Data scadenza")), (due_value,)))
    return [
        Prose(((_wording(rng, "payment_reminder.opening"),), (_wording(rng, "payment_reminder.list"),))),
        Pairs(tuple(pairs)),
    ]


def _several_unpaid(book: Book, day: date, count: int, rng: Random) -> list[Block]:
    """A list of invoices; the first gives number and due date, the total is asked for."""
    names = rng.choice(
        (
            ("number", "date", "due", "amount"),
            ("date", "number", "amount", "due"),
            ("number", "date", "amount"),
            ("number", "due", "amount"),
        )
    )
    heads = {
        "number": rng.choice(("Fattura n.", "Numero", "Documento", "N. fattura", "Fattura")),
        "date": rng.choice(("Data", "Del", "Data fattura")),
        "due": rng.choice(("Scadenza", "Scad.", "Data scadenza")),
        "amount": rng.choice(("Importo", "Residuo", "Importo €", "Da pagare")),
    }
    issued = sorted(day - timedelta(days=rng.randint(60, 240)) for _ in range(count))
    amounts = [Decimal(rng.randint(5_000, 900_000)) / 100 for _ in issued]
    rows = []
    for at, (start, amount) in enumerate(zip(issued, amounts, strict=True)):
        number, due = serial(rng, start.year), start + timedelta(days=30)
        cells: dict[str, Text] = {
            "number": (number,),
            "date": (book.hand.date(start),),
            "due": (book.hand.date(due),),
            "amount": (book.hand.number(amount),),
        }
        if not at:
            cells["number"] = (book.text("invoice_number", number),)
            if "due" in names:
                cells["due"] = (book.day("due_date", due),)
        rows.append(tuple(cells[name] for name in names))
    grid = Grid(tuple(Column(heads[n], n == "amount") for n in names), tuple(rows))
    total = book.sum("gross_amount", sum(amounts, Decimal(0)))
    name = rng.choice(
        ("Totale", "Totale dovuto", "Totale insoluto", "TOTALE DA PAGARE", "Totale scaduto", "Saldo a Vs. debito")
    )
    return [
        Prose(((_wording(rng, "payment_reminder.opening"),), (_wording(rng, "payment_reminder.list"),))),
        grid,
        Pairs((Pair(name, (total,)),), style="sums"),
    ]
