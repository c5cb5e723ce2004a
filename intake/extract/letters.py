"""Fields of contracts between firms, of complaints, letters and whatever else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.extract.acquaintance import core
from intake.extract.common import dated, numbered
from intake.extract.counterparts import parties
from intake.extract.found import Found
from intake.extract.numbers import NUMBER
from intake.extract.parties import RECIPIENT, SENDER
from intake.extract.party_names import firms
from intake.extract.periods import period
from intake.extract.result import Draft
from intake.extract.scoring import Scored, ranked
from intake.extract.subjects import subject
from intake.extract.texts import labelled_texts
from intake.extract.wanted import WANTED
from intake.words import folded, word_set
from storage.kinds import FieldType

_REFERENCE = re.compile(
    r"(?:[A-Z]{1,8}(?:[-/.][A-Z]{1,8}){0,2}[-/.]?|[A-Z]{2,4} (?=\d))?\d\w*(?:[-/._]\w+)*(?!\w)"
    r"|[A-Z]{2,8}[-/][\w-]*\d[\w/-]*",
    re.IGNORECASE,
)


_CALLED = re.compile(r"\b(?:seguito|denominat[aoie]|qualita di|chiamat[aoie])\b")
_SUPPLYING = word_set(
    "fornitore fornitrice prestatore venditore venditrice appaltatore appaltatrice locatore locatrice somministrante"
    " noleggiatore noleggiante concedente licenziante comodante affittante agente mandataria mandatario consulente"
    " professionista vettore depositario esecutore subappaltatore fiduciario supplier seller contractor provider lessor"
)
_RECEIVING = word_set(
    "cliente committente conduttore conduttrice acquirente compratore compratrice somministrato utilizzatore appaltante"
    " licenziatario comodatario affittuario mandante preponente locatario locataria noleggiatario depositante customer"
    " client buyer lessee concessionario"
)


def _called_parties(draft: Draft) -> dict[str, Scored]:
    """Parties of a contract in prose, named first and called after: "X, in seguito il Fornitore"."""
    found: dict[str, Scored] = {}
    known = sorted(firms(draft.paper), key=lambda f: (f.cell.page, f.cell.row, f.first))
    for number, firm in enumerate(known):
        cells = draft.paper.sheet(firm.cell.page).rows[firm.cell.row : firm.cell.row + 3]
        words = folded(" ".join(row.text for row in cells)).partition(folded(firm.value))[2]
        if number + 1 < len(known) and folded(known[number + 1].value) != folded(firm.value):
            words = words.partition(folded(known[number + 1].value))[0]
        called = _CALLED.search(words)
        following = words[called.end() :].split()[:5] if called else []
        for name, roles in (("supplier_name", _SUPPLYING), ("customer_name", _RECEIVING)):
            if name not in found and any(word in roles for word in following):
                found[name] = Scored(firm, 1.3, (f"called:{next(w for w in following if w in roles)}",))
    return _completed(found, known)


def _completed(found: dict[str, Scored], known: Sequence[Found]) -> dict[str, Scored]:
    """With one party called and two firms named before the text, the other firm is the other party."""
    cores = {core(firm.value): firm for firm in reversed(known)}
    if len(found) != 1 or len(cores) != 2:
        return found
    (name, one), *_ = found.items()
    other = next(firm for key, firm in cores.items() if key != core(one.found.value))
    missing = "customer_name" if name == "supplier_name" else "supplier_name"
    return {**found, missing: Scored(other, 1.0, ("order:the other of two parties",))}


def contract(draft: Draft, kind: str) -> None:
    parties(draft)
    called = _called_parties(draft)
    if len({one.found.value for one in called.values()}) == len(called) == 2:
        for name, one in called.items():
            draft.choose(name, [one])
    numbered(draft, kind, dated(draft, kind), {**NUMBER, "reference": 0.1})
    period(draft, kind, ("start_date", "end_date"))
    large = [f for f in draft.paper.found if f.type is FieldType.AMOUNT]
    draft.choose("gross_amount", ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], None, large), 0.3)


def reference(draft: Draft) -> None:
    found: list[Scored] = []
    for one in labelled_texts(draft.paper, "reference"):
        match = re.match(r"(?:n\.?[°º]?\s*)?(" + _REFERENCE.pattern + ")", one.found.value, re.IGNORECASE)
        if match is not None and any(c.isdigit() for c in match[1]):
            value = one.found
            found.append(
                Scored(Found(value.type, match[1], 1.0, value.cell, value.first, value.first), one.score, one.evidence)
            )
    draft.choose("reference", found, 0.5)


def letter(draft: Draft, kind: str) -> None:
    parties(draft, SENDER, RECIPIENT, ("sender_name", "recipient_name"))
    dated(draft, kind)
    subject(draft)
    reference(draft)


def other(draft: Draft, kind: str) -> None:
    """Nothing is known of such a paper: only what a letter's own labels say is given."""
    subject(draft)
