"""Fields of invoices, credit notes, receipts, delivery notes, orders, quotes, reminders, statements and tax payments."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from intake.extract.found import Found
from intake.extract.numbers import NUMBER, best_numbers, number_in
from intake.extract.parties import (
    CUSTOMER,
    SUPPLIER,
    belonging,
    best_names,
    firms,
    letterheads,
    pair,
    persons,
)
from intake.extract.people import employee_names
from intake.extract.result import Draft
from intake.extract.rows import due_dates, goods, lines, vat_lines
from intake.extract.scoring import Scored, document_date_prior, low_on_the_page, ranked, score
from intake.extract.terms import due_date, looks_like_terms
from intake.extract.texts import labelled_texts
from intake.extract.totals import invoice_sums
from intake.extract.wanted import WANTED, Weights
from intake.words import folded, plain
from storage.amounts import CURRENCY_SIGNS
from storage.kinds import FieldType
from storage.reading import Check

_METHOD_WORDS = [
    "carta di debito",
    "carta di credito",
    "carta",
    "bancomat",
    "contanti",
    "contante",
    "assegno",
    "bonifico bancario",
    "bonifico",
    "satispay",
    "pos",
    "paypal",
    "bancomat pay",
    "pagamento elettronico",
    "cash",
    "card",
]
_BANKS = re.compile(
    r"\b(?:banca|banco|bper|bnl|unicredit|intesa|sanpaolo|credito|credit|cassa|bank|monte dei paschi|poste italiane|fineco|mediolanum|sparkasse|ubi)\b"
)


def dated(draft: Draft, kind: str, name: str = "date") -> Scored | None:
    return draft.choose(name, ranked(draft.paper, FieldType.DATE, WANTED[kind][name], document_date_prior), 0.25)


def numbered(draft: Draft, weights: Weights = NUMBER, name: str = "number") -> Scored | None:
    return draft.choose(name, best_numbers(draft.paper, weights), 0.35)


def parties(
    draft: Draft,
    supplier: Weights = SUPPLIER,
    customer: Weights = CUSTOMER,
    names: tuple[str, str] = ("supplier_name", "customer_name"),
) -> tuple[Found | None, Found | None]:
    """Who issued the paper and to whom, chosen together; without a name in `names` the party is found but not given."""
    paper = draft.paper
    known = list(firms(paper))
    single = [*persons(paper), *letterheads(paper)]
    issuers = best_names(paper, supplier, [*known, *single], letterhead=True)
    receivers = best_names(paper, customer, [*known, *single], letterhead=False)
    issuer, receiver = pair(issuers, receivers)
    for name, one, others in ((names[0], issuer, issuers), (names[1], receiver, receivers)):
        if name and one is not None:
            draft.choose(name, [one, *others], 0.3)
    return (issuer.found if issuer else None), (receiver.found if receiver else None)


def identifiers(draft: Draft, issuer: Found | None, receiver: Found | None, *, customer: bool = True) -> None:
    """VAT ids and tax codes of both parties, by label and by nearness to their names."""
    paper = draft.paper
    own: Weights = {
        "vat_id": 0.5,
        "supplier": 0.6,
        "customer_vat_id": -1.0,
        "customer": -0.7,
        "iban": -0.5,
        "tax_code": 0.2,
        "code": -0.3,
    }
    theirs: Weights = {
        "vat_id": 0.5,
        "customer_vat_id": 1.0,
        "customer": 0.7,
        "supplier": -0.6,
        "iban": -0.5,
        "tax_code": 0.3,
        "code": -0.3,
    }
    ours = belonging(paper, FieldType.VAT_ID, own, issuer, receiver)
    yours = belonging(paper, FieldType.VAT_ID, theirs, receiver, issuer)
    best: tuple[float, Scored | None, Scored | None] = (-9.0, None, None)
    for a in [*ours[:6], None]:
        for b in [*yours[:6], None] if customer else [None]:
            if a is not None and b is not None and a.found.value == b.found.value:
                continue
            total = (a.score if a else 0.0) + (b.score if b else 0.0) + 0.3 * (a is not None) + 0.1 * (b is not None)
            if total > best[0]:
                best = (total, a, b)
    _, supplier, buyer = best
    if supplier is not None:
        draft.choose("supplier_vat_id", [_firmer(supplier), *ours], 0.1)
    if buyer is not None:
        draft.choose("customer_vat_id", [_firmer(buyer), *yours], 0.1)
    tax_codes(draft, supplier, buyer, issuer, receiver)


def _firmer(one: Scored) -> Scored:
    """A check digit that agrees is evidence by itself: one number in ten passes by chance, and few numbers have eleven digits."""
    return one.better_by(0.4, "check:check digit") if one.found.quality > 0.8 else one


def tax_codes(
    draft: Draft, supplier: Scored | None, buyer: Scored | None, issuer: Found | None, receiver: Found | None
) -> None:
    """Tax codes: a person's sixteen characters, or the eleven digits of a VAT id where a label calls them so."""
    paper = draft.paper
    label: Weights = {"tax_code": 1.0}
    people = belonging(paper, FieldType.TAX_CODE, {"tax_code": 0.5, "customer": -0.5}, issuer, receiver)
    if people and people[0].score > 0.2:
        draft.choose("supplier_tax_code", [_firmer(people[0])], 0.2)
    for name, one in (("supplier_tax_code", supplier), ("customer_tax_code", buyer)):
        if name in draft.fields or one is None or not one.found.value.startswith("IT"):
            continue
        same = [f for f in paper.found if f.type is FieldType.VAT_ID and f.value == one.found.value]
        called = [s for s in (score(paper, f, label) for f in same) if s.score > 0.3]
        if called:
            draft.choose(name, [_firmer(called[0])], 0.2, text=one.found.value[2:])
    theirs = belonging(paper, FieldType.TAX_CODE, {"tax_code": 0.5, "customer": 0.5}, receiver, issuer)
    given = draft.fields.get("supplier_tax_code")
    rest = [one for one in theirs if given is None or one.found.value != given.value]
    if rest and rest[0].score > 0.2 and "customer_tax_code" not in draft.fields:
        draft.choose("customer_tax_code", [_firmer(rest[0])], 0.2)


def currency(draft: Draft) -> None:
    """The currency of the page's signs; amounts without any are in euro on a paper with an Italian VAT id or IBAN."""
    text = " ".join(row.text for sheet in draft.paper.sheets for row in sheet.rows)
    counts: dict[str, int] = {}
    for sign, code in CURRENCY_SIGNS.items():
        pattern = re.escape(sign) if not sign.isalpha() else rf"\b{sign}\b"
        hits = len(re.findall(pattern, text, re.IGNORECASE))
        if hits:
            counts[code] = counts.get(code, 0) + hits
    best = max(counts, key=lambda code: counts[code], default="EUR")
    draft.computed("currency", best, 0.97 if counts else 0.93, f"sign:{best}" if counts else "default:EUR")


def iban(draft: Draft, kind: str) -> None:
    own: Weights = {**WANTED[kind]["iban"], "customer": -0.6, "ship_to": -0.1}
    one = ranked(draft.paper, FieldType.IBAN, own, lambda _, found: (0.6 * found.quality, "check:check digits"))
    draft.choose("iban", one, 0.2)


def terms(draft: Draft) -> None:
    """Payment terms where a label or the grammar of terms tells them."""
    texts = [one for one in labelled_texts(draft.paper, "payment_terms") if looks_like_terms(one.found.value)]
    cut = [_until_other_value(draft, one) for one in texts]
    draft.choose("payment_terms", [one.better_by(0.3, "form:payment terms") for one in cut], 0.3)


def _until_other_value(draft: Draft, one: Scored) -> Scored:
    """Terms end where another label, an amount, a date or an IBAN begins."""
    found = one.found
    last = found.last
    ends = [
        f.first for f in draft.paper.found_in(found.cell) if f.first > found.first and f.type is not FieldType.MONTH
    ]
    stops = {"due_date", "iban", "bank_name", "gross", "due"}
    ends += [
        lb.first
        for lb in draft.paper.labels_in(found.cell)
        if lb.first > found.first and lb.roles & stops and lb.phrase not in ("da", "rate", "a")
    ]
    for index in range(found.first + 1, last + 1):
        if found.cell.words[index].text in "-–—|·" or (
            found.cell.words[index - 1].text.endswith((".", ";"))
            and found.cell.words[index].text[0].isupper()
            and not re.match(r"^(?:[A-Za-z]\.|gg)", found.cell.words[index - 1].text)
        ):
            ends.append(index)
    last = min([last, *(end - 1 for end in ends if end > found.first)])
    text = " ".join(word.text for word in found.cell.words[found.first : last + 1]).strip(" ,;:-–")
    return Scored(Found(found.type, text, found.quality, found.cell, found.first, last), one.score, one.evidence)


def order_reference(draft: Draft) -> None:
    weights: Weights = {"order_reference": 1.0, "customer": -0.5}
    found = [one for one in best_numbers(draft.paper, weights) if any(c.isdigit() for c in one.found.value)]
    number = draft.fields.get("number")
    draft.choose("order_reference", [one for one in found if number is None or one.found.value != number.value], 0.6)


def invoice(draft: Draft, kind: str) -> None:
    paper, wanted = draft.paper, WANTED[kind]
    issuer, receiver = parties(draft)
    identifiers(draft, issuer, receiver)
    numbered(draft)
    issued = dated(draft, kind)
    sums = invoice_sums(paper, wanted)
    for name, one in sums.chosen.items():
        draft.choose(name, [one], 0.2, text=one.found.value.lstrip("-"))
    draft.checks.extend(sums.checks)
    currency(draft)
    iban(draft, kind)
    terms(draft)
    order_reference(draft)
    when = issued.found.value if issued else None
    totals = [Decimal(draft.fields[n].value) for n in ("gross_amount", "amount_due") if n in draft.fields]
    instalments = due_dates(paper, when, totals)
    if instalments:
        draft.lists["due_dates"] = instalments
    due(draft, kind, when, instalments[0]["date"] if instalments else None)
    invoice_lists(draft)


def invoice_lists(draft: Draft) -> None:
    def amount(name: str) -> Decimal | None:
        return Decimal(draft.fields[name].value) if name in draft.fields else None

    net, vat, gross = amount("net_amount"), amount("vat_amount"), amount("gross_amount")
    found, adds_up = lines(draft.paper, [total for total in (net, gross) if total is not None])
    if found:
        draft.lists["lines"] = found
        draft.checks.append(Check("lines_add_up", bool(adds_up), f"{len(found)}"))
    summary = vat_lines(draft.paper, net, vat, gross)
    if summary:
        draft.lists["vat_lines"] = summary
        if net is not None:
            total = sum((Decimal(row["net_amount"]) for row in summary), Decimal(0))
            draft.checks.append(Check("vat_lines_add_up", abs(total - net) <= Decimal("0.02"), f"{total}, {net}"))


def due(draft: Draft, kind: str, issued: str | None, first_instalment: str | None) -> None:
    """The printed due date, the first of the instalments, or the one that follows from the terms."""
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["due_date"])
    last = None if issued is None else (date.fromisoformat(issued) + timedelta(days=400)).isoformat()
    fitting = [one for one in dates if issued is None or (issued <= one.found.value <= (last or "9"))]
    if first_instalment is not None:
        fitting = [
            one.better_by(0.8, "check:instalments add up") if one.found.value == first_instalment else one
            for one in fitting
        ]
        fitting.sort(key=lambda s: -s.score)
    if draft.choose("due_date", fitting, 0.4) is None and issued and "payment_terms" in draft.fields:
        follows = due_date(draft.fields["payment_terms"].value, date.fromisoformat(issued))
        if follows is not None:
            draft.computed("due_date", follows.isoformat(), 0.75, "terms:" + draft.fields["payment_terms"].value)


def receipt(draft: Draft, kind: str) -> None:
    issuer, receiver = parties(draft, names=("supplier_name", ""))
    identifiers(draft, issuer, receiver, customer=False)
    for name in ("supplier_tax_code", "customer_tax_code"):
        draft.fields.pop(name, None)
        draft.candidates.pop(name, None)
    numbered(draft)
    dated(draft, kind)
    draft.choose("gross_amount", ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], low_on_the_page))
    currency(draft)
    payment_method(draft)


def payment_method(draft: Draft) -> None:
    """The first word on the page that names a way of paying."""
    for sheet in draft.paper.sheets:
        for cell in sheet.cells:
            words = [plain(word.text).strip(".,:;") for word in cell.words]
            for method in _METHOD_WORDS:
                parts = method.split()
                for start in range(len(words) - len(parts) + 1):
                    if words[start : start + len(parts)] == parts:
                        text = " ".join(w.text for w in cell.words[start : start + len(parts)]).strip(".,:;")
                        found = Found(FieldType.TEXT, text, 1.0, cell, start, start + len(parts) - 1)
                        draft.choose("payment_method", [Scored(found, 1.0, (f"word:{method}",))])
                        return


def delivery_note(draft: Draft, kind: str) -> None:
    issuer, receiver = parties(draft)
    identifiers(draft, issuer, receiver, customer=False)
    for name in ("supplier_tax_code", "customer_tax_code"):
        draft.fields.pop(name, None)
        draft.candidates.pop(name, None)
    numbered(draft, {**NUMBER, "ddt": 1.0})
    dated(draft, kind)
    order_reference(draft)
    rows = goods(draft.paper) or lines(draft.paper, [])[0]
    if rows:
        draft.lists["lines"] = rows


def order(draft: Draft, kind: str) -> None:
    """On an order the letterhead is the customer's, who orders; on a quote the supplier's, who offers."""
    if kind == "purchase_order":
        buyer: Weights = {"customer": 1.0, "supplier": -1.0, "ship_to": -0.3}
        seller: Weights = {"supplier": 1.0, "customer": 0.7, "recipient": 0.6, "ship_to": -0.5}
        parties(draft, buyer, seller, ("customer_name", "supplier_name"))
    else:
        parties(draft)
    numbered(draft, {**NUMBER, "order_reference": 0.3})
    issued = dated(draft, kind)
    sums = invoice_sums(draft.paper, {**WANTED["invoice"], "gross_amount": WANTED[kind]["gross_amount"]})
    net, gross = sums.chosen.get("net_amount"), sums.chosen.get("gross_amount")
    if "vat_amount" not in sums.chosen and gross is not None and net is None:
        labelled = {role for governor in draft.paper.governors(gross.found) for role in governor.label.roles}
        net, gross = (gross, None) if "net" in labelled else (None, gross)
    for name, one in (("net_amount", net), ("gross_amount", gross)):
        if one is not None and (name != "gross_amount" or net is None or one.found is not net.found):
            draft.choose(name, [one], 0.3)
    draft.checks.extend(sums.checks)
    if kind == "quote":
        dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["valid_until"])
        draft.choose("valid_until", [d for d in dates if issued is None or d.found.value > issued.found.value], 0.4)
    totals = [Decimal(draft.fields[n].value) for n in ("net_amount", "gross_amount") if n in draft.fields]
    found, adds_up = lines(draft.paper, totals)
    if found:
        draft.lists["lines"] = found
        draft.checks.append(Check("lines_add_up", bool(adds_up), f"{len(found)}"))


def reminder(draft: Draft, kind: str) -> None:
    parties(draft)
    issued = dated(draft, kind)
    weights: Weights = {"invoice_number": 1.0, "code": -1.0, "page": -1.0, "reference": -0.6, "bare_number": 0.2}
    numbers = [one for one in best_numbers(draft.paper, weights) if not re.fullmatch(r"\d{1,2}", one.found.value)]
    if not draft.choose("invoice_number", [*numbers, *_in_table(draft)], 0.4):
        draft.choose("invoice_number", _in_table(draft), 0.4)
    draft.choose("gross_amount", ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"]), 0.2)
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["due_date"])
    draft.choose("due_date", [d for d in dates if issued is None or d.found is not issued.found], 0.3)


def _in_table(draft: Draft) -> list[Scored]:
    """A number right of the word that names an invoice, wherever it stands."""
    found = []
    for labels in draft.paper.labels.values():
        for label in labels:
            if "invoice_number" in label.roles and label.last + 1 < len(label.cell.words):
                text = Found(FieldType.TEXT, "", 1.0, label.cell, label.last + 1, len(label.cell.words) - 1)
                number = number_in(text)
                if number is not None:
                    found.append(Scored(number, 0.7, (f"label:{label.phrase} (right of)",)))
    return found


def bank_statement(draft: Draft, kind: str) -> None:
    paper, wanted = draft.paper, WANTED[kind]
    known = list(firms(paper))
    banks = [f for f in [*known, *letterheads(paper), *persons(paper)] if _BANKS.search(plain(f.value))]
    bank = best_names(paper, {"bank_name": 0.5, "account_holder": -0.8, "customer": -0.8}, banks, letterhead=True)
    chosen = draft.choose("bank_name", bank, 0.2)
    holders = [f for f in [*known, *persons(paper)] if chosen is None or folded(f.value) != folded(chosen.found.value)]
    holder: Weights = {"account_holder": 1.0, "customer": 0.8, "bank_name": -0.8, "supplier": -0.2}
    draft.choose(
        "account_holder",
        best_names(paper, holder, [f for f in holders if not _BANKS.search(plain(f.value))], letterhead=False),
        0.4,
    )
    iban(draft, kind)
    for name in ("opening_balance", "closing_balance"):
        draft.choose(name, ranked(paper, FieldType.AMOUNT, wanted[name]), 0.3)
    period(draft, kind)
    currency(draft)


def period(
    draft: Draft, kind: str, names: tuple[str, str] = ("period_start", "period_end"), least: float = 0.35
) -> None:
    """The start and the end of a time chosen together: the end is not before the start, and often stands right behind it."""
    wanted = WANTED[kind]
    starts = [s for s in ranked(draft.paper, FieldType.DATE, wanted[names[0]]) if s.score > -0.2][:12]
    ends = [s for s in ranked(draft.paper, FieldType.DATE, wanted[names[1]]) if s.score > -0.4][:12]
    best: tuple[float, Scored | None, Scored | None] = (0.0, None, None)
    for a in starts:
        for b in ends:
            if b.found.value < a.found.value or a.found is b.found:
                continue
            same_cell = a.found.cell is b.found.cell and 0 < b.found.first - a.found.last <= 6
            follows = (
                0.5
                if same_cell
                else 0.2
                if a.found.cell.row == b.found.cell.row
                and a.found.cell.column + 3 > b.found.cell.column > a.found.cell.column
                else 0.0
            )
            total = a.score + b.score + follows
            if total > best[0] and (a.score > least or follows) and (b.score > least or follows):
                a2, b2 = (x.better_by(follows / 2, "place:a pair of dates") if follows else x for x in (a, b))
                best = (total, a2, b2)
    _, start, end = best
    if start is not None and end is not None and start.score + end.score > 0.7:
        draft.choose(names[0], [start, *starts], 0.1)
        draft.choose(names[1], [end, *ends], 0.1)
        return
    start = draft.choose(names[0], starts, least)
    draft.choose(names[1], [e for e in ends if start is None or e.found is not start.found], least + 0.1)


def tax_payment(draft: Draft, kind: str) -> None:
    paper = draft.paper
    dated(draft, kind)
    draft.choose("gross_amount", ranked(paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], low_on_the_page))
    payer: Weights = {"taxpayer": 1.0, "surname": 0.5, "bank_name": -0.8, "employer": 0.3}
    names = best_names(paper, payer, [f for f in firms(paper) if not _BANKS.search(plain(f.value))], letterhead=False)
    proven = [one for one in employee_names(paper) if one.score > 1.2]
    draft.choose("taxpayer_name", sorted([*proven, *names], key=lambda s: -s.score), 0.25)
    codes = [
        *ranked(paper, FieldType.TAX_CODE, {"tax_code": 1.0}),
        *ranked(paper, FieldType.VAT_ID, {"tax_code": 1.0, "vat_id": 0.4}),
    ]
    codes = [_firmer(one) for one in codes if one.found.quality > 0.4]
    codes.sort(key=lambda s: -s.score)
    if codes:
        draft.choose("taxpayer_tax_code", codes, 0.3, text=codes[0].found.value.removeprefix("IT"))


def expense_report(draft: Draft, kind: str) -> None:
    draft.choose("employee_name", employee_names(draft.paper), 0.4)
    period(draft, kind)
    draft.choose("gross_amount", ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], low_on_the_page))
