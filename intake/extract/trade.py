"""Fields of receipts, delivery notes, orders, quotes and payment reminders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from intake.extract.addends import total_of_a_list
from intake.extract.closing import value_of
from intake.extract.common import (
    currency,
    dated,
    numbered,
    order_reference,
)
from intake.extract.confirmations import confirms_an_order
from intake.extract.counterparts import identifiers, parties
from intake.extract.found import Found
from intake.extract.numbers import NUMBER, best_numbers, number_in
from intake.extract.paper import Paper
from intake.extract.result import Draft
from intake.extract.rows.goods import goods
from intake.extract.rows.lines import lines
from intake.extract.scoring import Prior, Scored, folded_before, ranked
from intake.extract.totals import invoice_sums
from intake.extract.wanted import WANTED, Weights
from intake.layout.sheet import Cell
from intake.words import plain
from storage.kinds import FieldType
from storage.reading import Check

# A cell of more words is a sentence.
_SENTENCE = 8
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


def receipt(draft: Draft, kind: str) -> None:
    identifiers(draft, parties(draft, names=("supplier_name", "")))
    numbered(draft, kind, dated(draft, kind))
    draft.choose(
        "gross_amount",
        ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], total_of_a_list(draft.paper)),
    )
    currency(draft)
    payment_method(draft)


def payment_method(draft: Draft) -> None:
    """Words that name a way of paying: rather at the start of a cell, rather low on the page, rather long."""
    found: list[Scored] = []
    for sheet in draft.paper.sheets:
        for cell in sheet.cells:
            words = [plain(word.text).strip(".,:;") for word in cell.words]
            for method in _METHOD_WORDS:
                found.extend(_method_at(cell, words, method.split()))
    draft.choose("payment_method", sorted(found, key=lambda s: -s.score))


def _method_at(cell: Cell, words: list[str], parts: list[str]) -> Iterator[Scored]:
    for start in range(len(words) - len(parts) + 1):
        if words[start : start + len(parts)] == parts:
            text = " ".join(word.text for word in cell.words[start : start + len(parts)]).strip(".,:;")
            one = Found(FieldType.TEXT, text, 1.0, cell, start, start + len(parts) - 1)
            score = 0.6 + 0.3 * (start == 0) + 0.3 * one.place.top + 0.1 * len(parts)
            yield Scored(one, score, (f"word:{' '.join(parts)}",))


def delivery_note(draft: Draft, kind: str) -> None:
    identifiers(draft, parties(draft))
    numbered(draft, kind, dated(draft, kind), {**NUMBER, "ddt": 1.0})
    order_reference(draft)
    rows = goods(draft.paper) or lines(draft.paper, [])[0]
    if rows:
        draft.lists["lines"] = rows


def order(draft: Draft, kind: str) -> None:
    """On an order the letterhead is the customer's, who orders; on a quote or a confirmation the supplier's."""
    if kind == "purchase_order" and not confirms_an_order(draft.paper):
        buyer: Weights = {"customer": 1.0, "recipient": -1.1, "supplier": -1.0, "ship_to": -0.3}
        seller: Weights = {"supplier": 1.0, "recipient": 0.7, "customer": -0.6, "ship_to": -0.5, "carrier": -1.0}
        parties(draft, buyer, seller, ("customer_name", "supplier_name"))
    else:
        parties(draft)
    issued = dated(draft, kind)
    numbered(draft, kind, issued, {**NUMBER, "order_reference": 0.3})
    sums = invoice_sums(draft.paper, {**WANTED["invoice"], "gross_amount": WANTED[kind]["gross_amount"]})
    net, gross = sums.chosen.get("net_amount"), sums.chosen.get("gross_amount")
    if "vat_amount" not in sums.chosen and gross is not None and net is None:
        labelled = {role for governor in draft.paper.governors(gross.found) for role in governor.label.roles}
        added = "words:VAT is added" in gross.evidence
        net, gross = (gross, None) if "net" in labelled or added else (None, gross)
    if "vat_amount" not in sums.chosen and net is not None and gross is not None and value_of(gross) <= value_of(net):
        gross = None
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
    totals = ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], _owed(draft.paper))
    draft.choose("gross_amount", totals, 0.2)
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["due_date"])
    draft.choose("due_date", [d for d in dates if issued is None or d.found is not issued.found], 0.3)


_OWED_IN_PROSE = re.compile(
    r"\b(?:di|per|importo|pari a|ammonta a|ammontare di|somma di|residuo di|totale di)(?: (?:euro|eur))?$"
)


def _owed(paper: Paper) -> Prior:
    """Speaks for the sum of what is listed, and for what a sentence names: "la fattura n. 26 di Euro 11.600,29"."""
    listed = total_of_a_list(paper)

    def prior(paper: Paper, found: Found) -> tuple[float, str]:
        bonus, why = listed(paper, found)
        told = len(found.cell.words) > _SENTENCE and _OWED_IN_PROSE.search(folded_before(found)) is not None
        return (bonus + 0.4, "prose:what is owed") if told else (bonus, why)

    return prior


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
