"""What a file became, in one line for people: what `add` says of each."""

from __future__ import annotations

from collections.abc import Iterator

from app.words import language, plain, told, told_message
from storage.belonging import SUSPECTED
from storage.document import ALL_AREAS, Document, FullDocument, Link, Status
from storage.kinds import FIELDS, KINDS, OTHER, FieldType
from storage.links import LinkKind, Role
from storage.store import Store
from storage.values import show


def became(document: Document, store: Store) -> str:
    """ "Invoice 12/2026 · Rossi S.r.l. · 31/03/2026 · 122.00 EUR → accounting/invoice/...: to review (...)" """
    if document.status is Status.SET_ASIDE:
        return told("messo da parte: ", "set aside: ") + (told_message(document.error) if document.error else "")
    if document.status is Status.HALF:
        return told("attende l'altra facciata dei suoi fogli", "waits for the other side of its sheets")
    if document.status is Status.FILED:
        return _filed(document)
    full = store.documents.full(document.id, ALL_AREAS)
    if document.status is Status.OPENED:
        return _opened(full)
    if document.status is Status.JOINED:
        return f"{headline(document)}: {_joined(full)}"
    reasons = "; ".join(_reasons(full)) or told("non tutto è sicuro", "not everything is sure")
    return f"{_filed(document)} · {told('DA RIVEDERE', 'TO REVIEW')}: {reasons}"


def known(document: Document) -> str:
    """Of a file that was there before."""
    where = f" → {plain(document.tree_path)}" if document.tree_path else ""
    return f"{told('già presente', 'there already')}: {number_of(document)}, {headline(document)}{where}"


def number_of(document: Document) -> str:
    return told(f"documento {document.id}", f"document {document.id}")


def headline(document: Document) -> str:
    """Its kind, number, counterpart, date and amount, as far as they are known."""
    lang = language() or "it"
    kind = getattr(KINDS.get(document.kind, OTHER).label, lang)
    day = document.date and (show(FieldType.DATE, document.date, lang) if len(document.date) == 10 else document.date)
    amount = document.amount and f"{show(FieldType.AMOUNT, document.amount, lang)} {document.currency or ''}".strip()
    first = " ".join(word for word in (kind, document.number) if word)
    return plain(" · ".join(word for word in (first, document.counterpart, day, amount) if word))


def _filed(document: Document) -> str:
    return f"{headline(document)} → {plain(document.tree_path or '?')}"


def _opened(full: FullDocument) -> str:
    inside = [link for link in full.links if link.kind is LinkKind.INSIDE and not link.is_above]
    roles = {link.data.get("role") for link in inside}
    if roles == {Role.PAGES}:
        return told(f"pila divisa in {len(inside)} documenti", f"pile split into {len(inside)} documents")
    if roles == {Role.SHEETS}:
        made = number_of(inside[0].other)
        return told(f"messo insieme all'altra facciata: {made}", f"put together with the other side: {made}")
    if not inside:
        return told("non contiene nulla", "holds nothing")
    if len(inside) == 1:
        return told("contiene un documento", "holds one document")
    return told(f"contiene {len(inside)} documenti", f"holds {len(inside)} documents")


def _joined(full: FullDocument) -> str:
    above = next((link for link in full.links if link.is_above and link.kind is not LinkKind.TWIN), None)
    if above is None:
        return told("unito a un altro documento", "joined to another document")
    other = f"{number_of(above.other)}, {headline(above.other)}"
    if above.kind is LinkKind.NOTICE:
        return told(f"allegata a {other}", f"attached to {other}")
    if above.kind is LinkKind.COPY:
        return told(f"copia di {other}", f"a copy of {other}")
    return told(f"parte di {other}", f"part of {other}")


def _reasons(full: FullDocument) -> Iterator[str]:
    """Why somebody is to look at it."""
    for link in full.links:
        if _is_asked(link):
            other = f"{number_of(link.other)}, {headline(link.other)}"
            yield told(f"forse è lo stesso di {other}", f"perhaps the same as {other}")
    if full.proposal:
        count = len(full.proposal)
        yield told(f"forse sono {count} documenti in una scansione", f"perhaps {count} documents in one scan")
    if full.document.error is not None:
        yield told_message(full.document.error)
    missing = [FIELDS[name] for name in KINDS.get(full.document.kind, OTHER).essential if name not in full.fields]
    if missing:
        lang = language() or "it"
        names = ", ".join(getattr(field.label, lang).lower() for field in missing)
        yield told(f"manca: {names}", f"missing: {names}")
    if not all(check.passed for check in full.checks):
        yield told("un controllo non torna", "a check fails")


def _is_asked(link: Link) -> bool:
    return link.kind is LinkKind.TWIN and link.data.get("state") == SUSPECTED
