"""Whose letterhead an order has: the customer's, who orders, or the supplier's, who confirms or proposes."""

from __future__ import annotations

import re

from intake.extract.paper import Label, Paper
from intake.words import folded

_TITLE = re.compile(
    r"\b(?:conferma (?:d )?(?:di )?(?:ordine|vendita)|order (?:confirmation|acknowledgement)|auftragsbestatigung"
    r"|confirmation de commande|accettazione ordine|proposta (?:d )?(?:di )?ordine|confirmacion de pedido)\b"
)
_SENTENCE = re.compile(
    r"\b(?:confermiamo (?:quanto segue|come segue|di aver)|che confermiamo|preso nota del|(?:gradito|pregiato) ordine"
    r"|ringraziamo per (?:il )?(?:vs|vostro)|wir bestatigen|we confirm your|nous confirmons)\b"
)
_HEAD, _TOP = 0.4, 0.5
_HEADLINE = 7


def confirms_an_order(paper: Paper) -> bool:
    """Whether the supplier speaks: by the headline, by a sentence, or because a customer is addressed as one."""
    top = [cell for cell in paper.sheets[0].cells if cell.box.top < _TOP]
    title = any(
        _TITLE.search(folded(cell.text)) for cell in top if len(cell.words) <= _HEADLINE and cell.box.top < _HEAD
    )
    if title or any(_SENTENCE.search(folded(cell.text)) for cell in top):
        return True
    labels = [label for cell in top if cell.box.top < _HEAD for label in paper.labels_in(cell) if _is_a_heading(label)]
    named = {role for label in labels for role in label.roles}
    return "supplier" not in named and any("customer" in lb.roles and "recipient" not in lb.roles for lb in labels)


def _is_a_heading(label: Label) -> bool:
    words = label.cell.words
    marked = words[label.last].text.endswith(":") or label.last == len(words) - 1
    return label.first == 0 and marked and bool(label.roles & {"customer", "supplier"}) and len(label.phrase) > 3
