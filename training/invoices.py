"""Invoices and credit notes: ordinary, fees, flat-rate, utilities, reverse charge, split payment, foreign."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from training.content import Block, Content, Pair, Pairs, Prose, SmallPrint, Stamp
from training.invoice_blocks import bank_pairs, body_grid, due_block, heading, sums_block, vat_grid
from training.invoice_facts import Facts, draw_facts
from training.parties import Shown, customer_party, delivery_party, identifier_lines, label, supplier_party
from training.phrases import notes, small_print, stamp
from training.writing import Book, draw_hand, some


def draw_invoice(rng: Random) -> Content:
    return worded(draw_facts(rng, "invoice"), rng)


def draw_credit_note(rng: Random) -> Content:
    return worded(draw_facts(rng, "credit_note"), rng)


def worded(facts: Facts, rng: Random) -> Content:
    """An invoice or credit note about these facts; the same state of `rng` gives the same wording of others."""
    hand = draw_hand(rng, facts.language, facts.currency)
    book = Book(hand)
    if facts.currency != "EUR" or hand.mark != "{}" or some(rng, 0.15):
        book.fields["currency"] = facts.currency
    lists: dict[str, tuple[dict[str, str], ...]] = {}
    title, head_pairs = heading(facts, book, rng)
    apart = some(rng, 0.2)  # the customer's identifiers stand among the facts instead of under the address
    shown = Shown(False, False) if apart else Shown(some(rng, 0.85), some(rng, 0.6))
    iban_in_head = some(rng, 0.1)
    letterhead = supplier_party(book, facts.supplier, rng, language=facts.language, iban=iban_in_head)
    customer = customer_party(book, facts.customer, rng, language=facts.language, shown=shown)
    if apart:
        head_pairs = (*head_pairs, *_identifier_pairs(facts, book, rng))
    blocks: list[Block] = [letterhead]
    middle: list[Block] = [b for b in (title, customer, Pairs(head_pairs) if head_pairs else None) if b]
    if facts.kind == "invoice" and facts.scheme == "ordinary" and some(rng, 0.12):
        middle.insert(2, delivery_party(facts.customer, rng))
    blocks += middle
    if facts.scheme == "utility":
        blocks += _utility_facts(facts, book, rng)
    body, rows = body_grid(facts, book, rng)
    lists["lines"] = rows
    foot = _foot(facts, book, lists, rng, iban=not iban_in_head)
    blocks += [body, *foot]
    if "currency" in book.fields and not _shows_currency(blocks, facts.currency):
        blocks.insert(
            len(middle),
            Pairs(
                (Pair("Valuta" if facts.language == "it" else "Currency", (book.text("currency", facts.currency),)),)
            ),
        )
    return Content(
        facts.kind, book.fields, tuple(blocks), {k: v for k, v in lists.items() if v}, facts.language, some(rng, 0.07)
    )


def _shows_currency(blocks: list[Block], currency: str) -> bool:
    sign = {"EUR": "€", "USD": "$", "GBP": "£"}.get(currency, currency)
    text = repr(blocks)
    return sign in text or currency in text or (currency == "EUR" and "Euro" in text)


def _identifier_pairs(facts: Facts, book: Book, rng: Random) -> tuple[Pair, ...]:
    lines = identifier_lines(book, "customer", facts.customer, Shown(True, some(rng, 0.5)), facts.language, rng)
    name = label(rng, facts.language, "client_code")
    pairs = [Pair(name, (str(rng.randint(1, 99_999)),))] if some(rng, 0.5) else []
    for text in lines:
        head, value = text[0], text[1:]
        if len(text) == 2 and isinstance(head, str):
            pairs.append(Pair(head.strip(" :."), value))
        else:
            pairs.append(Pair("Cliente" if facts.language == "it" else "Customer", text))
    return tuple(pairs)


def _utility_facts(facts: Facts, book: Book, rng: Random) -> list[Block]:
    """Supply point, period, last period's bill: figures and dates that are not this bill's."""
    start = (facts.day - timedelta(days=rng.randint(40, 75))).replace(day=1)
    end = facts.day - timedelta(days=rng.randint(2, 20))
    hand = book.hand
    pairs = [
        Pair(
            rng.choice(("Periodo", "Periodo di fornitura", "Consumi dal - al", "Periodo di riferimento")),
            (f"{hand.date(start)} - {hand.date(end)}",),
        ),
        Pair(
            rng.choice(("POD", "PDR", "Codice utenza", "Numero contratto", "Codice cliente")),
            (f"IT001E{rng.randint(10**7, 10**8 - 1)}",),
        ),
    ]
    old = f"{rng.randint(10, 400)},{rng.randint(0, 99):02d}"
    if some(rng, 0.6):
        pairs.append(
            Pair(
                rng.choice(
                    ("Bolletta precedente", "Importo bolletta precedente", "Fattura precedente del " + hand.date(start))
                ),
                (old,),
            )
        )
    if some(rng, 0.4):
        pairs.append(
            Pair(
                rng.choice(("Lettura precedente", "Lettura attuale")),
                (f"{hand.date(start)} {rng.randint(100, 99_999)}",),
            )
        )
    rng.shuffle(pairs)
    blocks: list[Block] = [Pairs(tuple(pairs), rng.choice((None, "Dati fornitura", "La tua fornitura")))]
    if some(rng, 0.4):
        blocks.append(
            Prose(((f"La bolletta precedente di {old} euro con scadenza {hand.date(start)} risulta pagata.",),))
        )
    return blocks


def _foot(
    facts: Facts, book: Book, lists: dict[str, tuple[dict[str, str], ...]], rng: Random, *, iban: bool
) -> list[Block]:
    """VAT summary, sums, terms, bank, notes, small print."""
    blocks: list[Block] = []
    split_vat = len(facts.sums.rows) > 1 or some(rng, 0.5)
    if split_vat:
        grid, rows = vat_grid(facts, book, rng)
        lists["vat_lines"] = rows
        blocks.append(grid)
    sums, row = sums_block(facts, book, rng, plain=not split_vat)
    if row and "vat_lines" not in lists:
        lists["vat_lines"] = (row,)
    blocks.append(sums)
    due, due_rows = due_block(facts, book, rng)
    if due_rows:
        lists["due_dates"] = due_rows
    blocks += due
    if iban:
        blocks += bank_pairs(facts, book, rng)
    text = notes(facts.scheme, facts.kind, facts.language, rng)
    if text:
        blocks.append(Prose(tuple((line,) for line in text)))
    if some(rng, 0.6):
        blocks.append(SmallPrint(small_print(rng)))
    if some(rng, 0.12):
        blocks.append(Stamp(stamp(rng, facts.day)))
    return blocks
