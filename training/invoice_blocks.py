"""An invoice's blocks: heading facts, rows, VAT summary, sums, due dates, bank."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from storage.amounts import canonical_amount
from training.content import Block, Column, Grid, Pair, Pairs, Text, Title, Value
from training.invoice_facts import Facts
from training.item_tables import EXEMPT, Row, item_grid
from training.parties import iban_value, label, other_bank_lines
from training.phrases import other_paper
from training.sums import VatRow
from training.writing import Book, Hand, cents, one, serial, some


def heading(facts: Facts, book: Book, rng: Random) -> tuple[Title | None, tuple[Pair, ...]]:
    """The headline, with number and date in it or beside it, and the facts that stand at the paper's head."""
    language = facts.language
    number, day = book.text("number", facts.number), book.day("date", facts.day)
    name = _title(facts, rng)
    of = {
        "it": ("del ", "del ", "in data ", "- "),
        "en": ("of ", "dated ", "- "),
        "de": ("vom ",),
        "fr": ("du ",),
        "es": ("de ", "del "),
    }[language]
    no = {
        "it": ("n. ", "N. ", "n° ", "N° ", "Nr. ", "nr ", "num. ", ""),
        "en": ("No. ", "# ", "no. "),
        "de": ("Nr. ",),
        "fr": ("n° ", "N° "),
        "es": ("nº ", "Nº "),
    }[language]
    credit = ".credit" if facts.kind == "credit_note" else ""
    number_pair, date_pair = (
        Pair(label(rng, language, f"number{credit}"), (number,)),
        Pair(label(rng, language, f"date{credit}"), (day,)),
    )
    way = rng.random()
    if way < 0.22:
        title, pairs = Title((f"{name} {rng.choice(no)}", number, f" {rng.choice(of)}", day)), []
    elif way < 0.34:
        title, pairs = Title((f"{name} {rng.choice(no)}", number)), [date_pair]
    elif way < 0.92:
        title, pairs = Title((name,)), [number_pair, date_pair]
    else:
        title, pairs = (
            None,
            [
                Pair(
                    rng.choice(("Documento", "Tipo documento", "Tipo doc.")) if language == "it" else "Document",
                    (name,),
                ),
                number_pair,
                date_pair,
            ],
        )
        return title, tuple(pairs + _more_pairs(facts, book, rng))
    pairs += _more_pairs(facts, book, rng)
    if some(rng, 0.25):
        rng.shuffle(pairs)
    return title, tuple(pairs)


def _title(facts: Facts, rng: Random) -> str:
    which = "title.credit" if facts.kind == "credit_note" else "title.fee" if facts.scheme == "fee" else "title"
    if facts.scheme == "utility" and facts.kind == "invoice" and some(rng, 0.6):
        return label(rng, "it", "title.utility").format(
            what=rng.choice(("energia elettrica", "gas naturale", "servizio idrico", "luce", "gas"))
        )
    return label(rng, facts.language, which)


def _more_pairs(facts: Facts, book: Book, rng: Random) -> list[Pair]:
    """Client's code, order, terms, due date, agent, page: some of them, at the head."""
    language, hand = facts.language, book.hand
    pairs: list[Pair] = []
    if some(rng, 0.3):
        pairs.append(Pair(label(rng, language, "client_code"), (str(rng.randint(1, 99_999)),)))
    if facts.scheme not in ("utility", "flat") and some(rng, 0.25):
        order = serial(rng, facts.day.year)
        dated = (f" del {hand.date(facts.day.replace(day=1))}",) if language == "it" and some(rng, 0.4) else ()
        pairs.append(Pair(label(rng, language, "order"), (book.text("order_reference", order), *dated)))
    if some(rng, 0.3):
        pairs.append(Pair(label(rng, language, "terms"), (_terms(facts, book),)))
    if facts.terms.dates and len(facts.terms.dates) == 1 and some(rng, 0.25):
        pairs.append(Pair(label(rng, language, "due_date"), (book.day("due_date", facts.terms.dates[0]),)))
    if some(rng, 0.15):
        pairs.append(
            Pair(
                label(rng, language, "agent"),
                (rng.choice(("012", "Rossi M.", "4", "A. Conti", f"{rng.randint(1, 99):02d}")),),
            )
        )
    if language == "it" and some(rng, 0.08):
        pairs.append(Pair(rng.choice(("Pagina", "Pag.", "Foglio")), (rng.choice(("1", "1/1", "1 di 1")),)))
    if language == "it" and some(rng, 0.06):
        pairs.append(
            Pair(
                rng.choice(("Protocollo", "N. reg.", "ID SdI", "Identificativo SdI")), (str(rng.randint(1000, 10**9)),)
            )
        )
    return pairs


def _terms(facts: Facts, book: Book) -> Value:
    if facts.terms.dates and "due_date" not in book.fields and facts.terms.certain:
        book.fields["due_date"] = facts.terms.dates[0].isoformat()
    return book.text("payment_terms", facts.terms.wording)


_ORDERS = (
    "code description unit quantity price discount amount rate",
    "description quantity unit price amount rate",
    "code description quantity unit price discount rate amount",
    "description unit quantity price discount amount",
    "quantity description price amount",
    "code description quantity price amount rate",
    "description rate amount",
    "description amount",
    "quantity unit code description price rate amount",
    "description quantity price rate amount",
    "code description rate unit quantity price amount",
)
_SHORT_ORDERS = ("description amount", "description amount", "description rate amount", "description amount rate")


def body_grid(facts: Facts, book: Book, rng: Random) -> tuple[Grid, tuple[Row, ...]]:
    """The table of rows, with other papers' numbers between them, and the rows' truth."""
    short = facts.scheme in ("fee", "utility") or (facts.scheme == "flat" and some(rng, 0.7))
    names = rng.choice(_SHORT_ORDERS if short else _ORDERS).split()
    remark = facts.scheme == "ordinary" and facts.language == "it" and some(rng, 0.3)
    remarks = [other_paper(rng, book.hand, facts.day) for _ in range(rng.randint(1, 4))] if remark else []
    return item_grid(facts.items, names, book, rng, carried=True, remarks=remarks)


_VAT_ORDERS = (
    ("rate", "net", "vat"),
    ("rate", "net", "vat"),
    ("net", "rate", "vat"),
    ("net", "vat", "rate"),
    ("rate", "words", "net", "vat"),
)


def vat_grid(facts: Facts, book: Book, rng: Random) -> tuple[Grid, tuple[Row, ...]]:
    """The summary of VAT by rate, perhaps with its totals, and its truth."""
    language = facts.language
    order = rng.choice(_VAT_ORDERS if language == "it" else _VAT_ORDERS[:4])
    percent = rng.choice(("{}", "{}%", "{} %", "{},00", "{},00%", "IVA {}%" if language == "it" else "{}%"))
    exempt = rng.choice(("nature", "words", "both", "0"))
    rows: list[tuple[Text, ...]] = []
    truth: list[Row] = []
    for vat in facts.sums.rows:
        cells, row = _vat_row(vat, percent, exempt, book.hand, rng)
        rows.append(tuple(cells[name] for name in order))
        truth.append(row)
    if some(rng, 0.3):
        last: dict[str, Text] = {
            "net": (book.sum("net_amount", facts.sums.net, bare=True),),
            "vat": (book.sum("vat_amount", facts.sums.vat, bare=True),),
            "rate": (rng.choice(("Totali", "Totale", "TOT.")) if language == "it" else "",),
            "words": (),
        }
        rows.append(tuple(last[name] for name in order))
    heads = {name: label(rng, language, f"sum.{name}") for name in ("rate", "net", "vat")} | {"words": "Descrizione"}
    columns = tuple(Column(heads[name], name in ("net", "vat")) for name in order)
    title = label(rng, language, "sum.title") if some(rng, 0.3) else None
    return Grid(columns, tuple(rows), title), tuple(truth)


def _vat_row(vat: VatRow, percent: str, exempt: str, hand: Hand, rng: Random) -> tuple[dict[str, Text], Row]:
    """The cells of a rate and their truth; `exempt` says how a row without VAT names itself."""
    cells: dict[str, Text] = {
        "net": (Value(hand.number(vat.net), "vat_lines.net_amount"),),
        "vat": (Value(hand.number(vat.vat), "vat_lines.vat_amount"),),
    }
    row = {"net_amount": canonical_amount(vat.net), "vat_amount": canonical_amount(vat.vat)}
    if vat.rate:
        words = f"{rng.choice(('Aliquota', 'IVA', 'Iva al'))} {int(vat.rate)}%"
    else:
        words = EXEMPT.get(vat.nature, ("Non imponibile",))[0]
    if vat.rate or exempt == "0" or not vat.nature:
        cells["rate"] = (Value(percent.format(int(vat.rate)).replace(",", hand.point), "vat_lines.rate"),)
        row["rate"] = canonical_amount(vat.rate)
    elif exempt == "words":
        cells["rate"] = (words,)
    else:
        cells["rate"] = one(Value(vat.nature, "vat_lines.nature"), f" {words}" if exempt == "both" else "")
        row["nature"] = vat.nature
    cells["words"] = (words,)
    return cells, row


def sums_block(facts: Facts, book: Book, rng: Random, *, plain: bool) -> tuple[Pairs, Row | None]:
    """The column of sums. `plain` papers have no VAT summary: a single rate may then stand in the labels."""
    sums, language = facts.sums, facts.language
    row: Row | None = None
    pairs: list[Pair] = []
    short = not plain and some(rng, 0.35)
    if sums.fund:
        if some(rng, 0.5):
            pairs.append(
                Pair(rng.choice(("Compenso", "Onorari", "Totale compensi", "Compensi")), (book.hand.sum(sums.goods),))
            )
        pairs.append(Pair(_fund_label(facts, rng), (book.hand.sum(sums.fund),)))
    if not short:
        if sums.vat or some(rng, 0.6):
            pairs.append(Pair(label(rng, language, "net"), (book.sum("net_amount", sums.net),)))
        if sums.vat or (sums.rows and facts.scheme != "flat" and some(rng, 0.6)):
            name = label(rng, language, "vat")
            if "{rate}" in name and len(sums.rows) > 1:
                name = (
                    "IVA"
                    if language == "it"
                    else name.replace(" {rate}%", "").replace("{rate}%", "").replace("{rate} %", "").strip()
                )
            if "{rate}" in name and plain and "net_amount" in book.fields:
                row = {
                    "rate": canonical_amount(sums.rows[0].rate),
                    "net_amount": book.fields["net_amount"],
                    "vat_amount": canonical_amount(sums.vat),
                }
            pairs.append(Pair(name.format(rate=int(sums.rows[0].rate)), (book.sum("vat_amount", sums.vat),)))
    if sums.stamp:
        pairs.append(Pair(label(rng, language, "stamp"), (book.sum("stamp_duty", sums.stamp),)))
    pairs += _totals(facts, book, rng)
    return Pairs(tuple(pairs), style="sums"), row


def _fund_label(facts: Facts, rng: Random) -> str:
    name = label(rng, "it", "rivalsa" if facts.charges.fund_kind == "rivalsa" else "fund")
    return name.format(
        rate=int(facts.charges.fund_rate),
        fund=rng.choice(("CNPADC", "INARCASSA", "C.P.A.", "ENPAP", "EPPI", "CIPAG", "previdenziale")),
    )


def _totals(facts: Facts, book: Book, rng: Random) -> list[Pair]:
    """The document's total, what is taken off, and what is to be paid."""
    sums, language = facts.sums, facts.language
    less = rng.choice(("", "- ", "-"))
    gross = label(rng, language, "gross.credit" if facts.kind == "credit_note" else "gross")
    differs = sums.due != sums.gross
    if not differs and facts.kind == "invoice" and some(rng, 0.08):
        gross = label(rng, language, "due")
    pairs = [Pair(gross, (book.sum("gross_amount", sums.gross),))]
    if sums.withholding:
        name = label(rng, language, "withholding").format(
            rate=int(facts.charges.withholding_rate), base=book.hand.number(sums.withholding_base)
        )
        pairs.append(
            Pair(
                name,
                (less, book.sum("withholding_amount", sums.withholding))
                if less
                else (book.sum("withholding_amount", sums.withholding),),
            )
        )
    if facts.charges.split and sums.vat and some(rng, 0.6):
        pairs.append(
            Pair(
                rng.choice(
                    ("IVA split payment", "A dedurre IVA art. 17-ter", "Scissione pagamenti", "IVA a Vs. carico")
                ),
                (less + book.hand.sum(sums.vat),),
            )
        )
    if sums.advance:
        pairs.append(
            Pair(
                label(rng, language, "advance").format(number=serial(rng, facts.day.year)),
                (less + book.hand.sum(sums.advance),),
            )
        )
    if differs or (facts.kind == "invoice" and some(rng, 0.22)):
        pairs.append(Pair(label(rng, language, "due"), (book.sum("amount_due", sums.due),)))
    return pairs


def due_block(facts: Facts, book: Book, rng: Random) -> tuple[list[Block], tuple[Row, ...]]:
    """Terms and due dates: a table, pairs, both, or nothing; and the truth of the dates printed."""
    if facts.kind == "credit_note" and some(rng, 0.8):
        return [], ()
    language, dates = facts.language, facts.terms.dates
    blocks: list[Block] = []
    pairs: list[Pair] = []
    if "payment_terms" not in book.fields and some(rng, 0.75):
        pairs.append(Pair(label(rng, language, "terms"), (_terms(facts, book),)))
    rows: list[Row] = []
    if dates and some(rng, 0.7):
        parts = _parts(facts.sums.due, len(dates))
        with_sums = len(dates) > 1 or some(rng, 0.4)
        book.fields["due_date"] = dates[0].isoformat()
        cells: list[tuple[Text, ...]] = []
        for number, (day, part) in enumerate(zip(dates, parts, strict=True)):
            shown = Value(book.hand.date(day), "due_date" if not number else "due_dates.date")
            cells.append(((shown,), (Value(book.hand.number(part), "due_dates.amount"),) if with_sums else ()))
            rows.append({"date": day.isoformat(), **({"amount": canonical_amount(part)} if with_sums else {})})
        if len(dates) > 1 and some(rng, 0.6):
            heads = (
                Column(rng.choice(("Scadenza", "Data", "Data scad."))),
                Column(rng.choice(("Importo", "Importo rata", "Rata")), numeric=True),
            )
            blocks.append(Grid(heads, tuple(cells), label(rng, language, "due.title") if some(rng, 0.6) else None))
        else:
            name = label(rng, language, "due_date")
            joint = rng.choice((" ", " - ", "  € ", ": "))
            pairs += [
                Pair(
                    name if len(cells) == 1 or some(rng, 0.5) else f"{n}ª rata", one(*day, joint if part else "", *part)
                )
                for n, (day, part) in enumerate(cells, 1)
            ]
    if pairs:
        blocks.insert(0, Pairs(tuple(pairs)))
    return blocks, tuple(rows) if len(rows) > 1 or (rows and "amount" in rows[0]) else ()


def _parts(total: Decimal, count: int) -> list[Decimal]:
    """Equal instalments; what rounding leaves goes to the last."""
    part = cents(total / count)
    return [part] * (count - 1) + [total - part * (count - 1)]


def bank_pairs(facts: Facts, book: Book, rng: Random) -> list[Block]:
    """The supplier's bank, or the payer's where bills are drawn on it; sometimes both, sometimes none."""
    pairs: list[Pair] = []
    if facts.terms.bank_of_payer and some(rng, 0.5):
        name, place = other_bank_lines(rng)
        pairs.append(
            Pair(
                rng.choice(("Vs. banca", "Banca d'appoggio cliente", "Banca cliente", "Vs. appoggio bancario")),
                (f"{name} {place}",),
            )
        )
    elif facts.terms.bank_of_payer or some(rng, 0.25):
        return [Pairs(tuple(pairs))] if pairs else []
    if not facts.terms.bank_of_payer or some(rng, 0.3):
        bank = facts.supplier.bank
        if some(rng, 0.5):
            pairs.append(
                Pair(
                    label(rng, facts.language, "bank"),
                    (bank.name + (f" - {bank.branch}" if bank.branch and some(rng, 0.4) else ""),),
                )
            )
        pairs.append(Pair(label(rng, facts.language, "iban"), (iban_value(book, facts.supplier, rng),)))
        if bank.bic and some(rng, 0.25):
            pairs.append(Pair(rng.choice(("BIC", "SWIFT", "BIC/SWIFT")), (bank.bic,)))
    return [Pairs(tuple(pairs))] if pairs else []
