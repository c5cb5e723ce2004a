"""A notice of SDI as it is printed: what it is, what to do about it, and all it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from intake.formats.sdi_notice import Notice
from intake.formats.sheet import Font, Part, Sheet
from intake.formats.sheet_flow import LEFT, RIGHT, Column, Flow

_LABEL_WIDTH = 120.0
_ADVICE = {
    "rejected": "La fattura NON risulta emessa: correggi l'errore e inviala di nuovo entro cinque giorni, con lo stesso"
    " numero e la stessa data se possibile.",
    "refused": "Il committente ha rifiutato la fattura: senti il cliente; di solito serve una nota di credito o una"
    " fattura corretta.",
    "undeliverable": "La fattura è emessa: il cliente la trova nella sua area riservata; avvisalo.",
    "sent": "La fattura è emessa anche se non recapitata: manda questa attestazione al cliente.",
}


def view(notice: Notice) -> tuple[Sheet, ...]:
    """The notice on A4 sheets."""
    flow = Flow()
    flow.text([Part("Sistema di Interscambio", size=8, grey=0.4)])
    flow.text([Part(notice.title, font=Font.BOLD, size=14)])
    flow.y += 4
    if advice := _ADVICE.get(notice.state):
        flow.text([Part(advice, font=Font.BOLD, size=9)])
        flow.y += 6
    if notice.errors:
        rows = [[[Part(code)], [Part(text)]] for code, text in notice.errors]
        flow.table((Column("Codice", 0.15), Column("Errore", 0.85)), rows)
        flow.y += 8
    for label, text in notice.facts:
        top = flow.y
        flow.text([Part(label, size=8, grey=0.4)], LEFT, LEFT + _LABEL_WIDTH)
        flow.y = top
        flow.text([Part(text, size=9)], LEFT + _LABEL_WIDTH, RIGHT)
    return flow.sheets(_footer(notice))


def _footer(notice: Notice) -> Callable[[int, int], Sequence[Part]]:
    def footer(number: int, of: int) -> Sequence[Part]:
        words = f"{notice.title} · pagina {number} di {of} · copia di lettura, fa fede il file XML"
        return [Part(words, size=6.5, grey=0.35)]

    return footer
