"""Documents that belong together: files in files, notices about invoices, piles, and two that may be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.document import ALL_AREAS, Document, EventKind, FullDocument, Link, Status
from storage.errors import NoSuchDocument
from storage.kinds import Area
from storage.links import Inside, LinkKind, Role
from storage.reading import Reading, SdiFacts, Segment
from storage.splitting import NotAPile
from storage.store import Store
from tests.storing import drop, open_store, reading

INVOICE = {
    "number": "147/2026",
    "date": "2026-03-31",
    "supplier_name": "Rossi Impianti S.r.l.",
    "supplier_vat_id": "IT07643520567",
    "customer_name": "Tessitura Valbruna S.r.l.",
    "gross_amount": "1285.27",
    "net_amount": "1053.50",
    "vat_amount": "231.77",
    "currency": "EUR",
}
PDF = "application/pdf"
NO_HR = ALL_AREAS - {Area.HR}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def inside(store: Store, folder: Path, name: str) -> Inside:
    path = folder / "made"
    path.write_bytes(name.encode())
    return Inside(*store.archive.adopt(path), name, Role.MEMBER)


def cut(store: Store, folder: Path, page: int) -> Inside:
    """A page of a pile as a document that was read there."""
    read = reading(INVOICE | {"number": str(page), "date": f"2026-0{page}-15", "gross_amount": f"{page}00.00"})
    return replace(inside(store, folder, f"{page}.pdf"), role=Role.PAGES, pages=(page,), reading=read)


def full(store: Store, id: int) -> FullDocument:
    return store.documents.full(id, ALL_AREAS)


def link(store: Store, id: int, kind: LinkKind) -> Link:
    (found,) = [link for link in full(store, id).links if link.kind is kind]
    return found


def keep(store: Store, folder: Path, name: str, read: Reading) -> Document:
    return store.documents.keep(drop(store, folder, name, name.encode()).id, read, PDF)


# files in files


def test_what_an_archive_held_waits_to_be_read_and_the_archive_leaves_the_lists(store: Store, tmp_path: Path) -> None:
    holder = drop(store, tmp_path, "a.zip")
    opened = store.documents.open_up(
        holder.id, "application/zip", [inside(store, tmp_path, "2026/a.pdf"), inside(store, tmp_path, "b.pdf")]
    )
    assert (opened.status, opened.tree_path) == (Status.OPENED, None)
    waiting = store.bonds.below([holder.id])
    assert [(document.file, document.status) for document in waiting] == [
        ("a.pdf", Status.RECEIVED), ("b.pdf", Status.RECEIVED),
    ]  # fmt: skip
    assert link(store, waiting[0].id, LinkKind.INSIDE).data["name"] == "2026/a.pdf"
    work = store.documents.claim()
    assert work is not None
    assert (work.document.id, work.depth, work.root) == (waiting[0].id, 1, holder.id)


def test_opening_the_same_file_again_makes_no_document_twice(store: Store, tmp_path: Path) -> None:
    holder = drop(store, tmp_path, "a.zip")
    for _ in range(2):
        store.documents.open_up(holder.id, "application/zip", [inside(store, tmp_path, "a.pdf")])
    assert len(store.bonds.below([holder.id])) == 1


def test_a_file_that_holds_itself_is_opened_once(store: Store, tmp_path: Path) -> None:
    holder = drop(store, tmp_path, "a.zip", b"a.zip")
    store.documents.open_up(holder.id, "application/zip", [inside(store, tmp_path, "a.zip")])
    assert store.bonds.below([holder.id]) == []
    assert full(store, holder.id).links == ()


def test_what_holds_a_paper_of_the_staff_is_private_up_to_the_outermost(store: Store, tmp_path: Path) -> None:
    outer = drop(store, tmp_path, "outer.zip")
    store.documents.open_up(outer.id, "application/zip", [inside(store, tmp_path, "inner.zip")])
    (inner,) = store.bonds.below([outer.id])
    store.documents.open_up(inner.id, "application/zip", [inside(store, tmp_path, "slip.pdf")])
    slip = store.bonds.below([outer.id])[-1]
    assert store.documents.get(outer.id, NO_HR).id == outer.id
    store.documents.keep(slip.id, reading({"employee_name": "Luca Bianchi"}, "payslip"), PDF)
    for id in (outer.id, inner.id, slip.id):
        with pytest.raises(NoSuchDocument):
            store.documents.get(id, NO_HR)


def test_who_may_not_see_a_document_does_not_see_that_it_is_there(store: Store, tmp_path: Path) -> None:
    mail = drop(store, tmp_path, "a.eml")
    store.documents.keep(
        mail.id, reading({"subject": "Carte"}, "letter"), "message/rfc822", inside=[inside(store, tmp_path, "a.pdf")]
    )
    (attached,) = store.bonds.below([mail.id])
    store.documents.keep(attached.id, reading({}, "payslip"), PDF)
    assert full(store, mail.id).document.area is Area.HR
    with pytest.raises(NoSuchDocument):
        store.documents.full(mail.id, NO_HR)


def test_each_document_of_one_original_has_a_place_of_its_own(store: Store, tmp_path: Path) -> None:
    first = drop(store, tmp_path, "lot.xml")
    further = [reading(INVOICE | {"number": number}) for number in ("148/2026", "149/2026")]
    store.documents.keep(first.id, reading(INVOICE), "application/xml", further=further)
    found = list(store.documents.each())
    assert [(d.part, d.number) for d in found] == [(1, "147/2026"), (2, "148/2026"), (3, "149/2026")]
    assert len({d.tree_path for d in found}) == 3
    assert store.archive.derived(first.sha256, "1.webp", 2) != store.archive.derived(first.sha256, "1.webp")


# piles


def pile(store: Store, folder: Path) -> Document:
    proposed = (Segment((1, 2), "invoice", ("other_number",)), Segment((3,), "invoice", ()))
    return keep(store, folder, "pile.pdf", replace(reading(INVOICE, pages=3, needs_review=True), proposal=proposed))


def test_a_proposal_is_kept_until_somebody_decides(store: Store, tmp_path: Path) -> None:
    found = full(store, pile(store, tmp_path).id)
    assert [segment.pages for segment in found.proposal] == [(1, 2), (3,)]
    store.bonds.split(found.document.id, [(1, 2), (3,)], "anna", ALL_AREAS)
    work = store.documents.claim()
    assert work is not None
    assert work.decision == ((1, 2), (3,))
    assert full(store, found.document.id).proposal == ()


def test_a_pile_that_is_one_document_is_not_asked_about_again(store: Store, tmp_path: Path) -> None:
    document = pile(store, tmp_path)
    store.bonds.split(document.id, [], "anna", ALL_AREAS)
    assert full(store, document.id).proposal == ()
    assert EventKind.KEPT_WHOLE in [event.kind for event in full(store, document.id).events]
    again = replace(reading(INVOICE, pages=3), proposal=(Segment((1,), "invoice", ()),))
    assert store.documents.keep(document.id, again, PDF).status is Status.FILED
    assert full(store, document.id).proposal == ()


@pytest.mark.parametrize("segments", [[(1, 4)], [(1,), (1, 2)], [()]])
def test_pages_that_are_not_there_split_nothing(store: Store, tmp_path: Path, segments: list[tuple[int, ...]]) -> None:
    document = pile(store, tmp_path)
    with pytest.raises(NotAPile):
        store.bonds.split(document.id, segments, "anna", ALL_AREAS)
    assert store.documents.get(document.id, ALL_AREAS).status is Status.TO_REVIEW


def test_what_was_cut_can_be_made_one_again_and_cut_again(store: Store, tmp_path: Path) -> None:
    document = pile(store, tmp_path)
    pieces_of_it = [cut(store, tmp_path, page) for page in (1, 2)]
    assert store.documents.open_up(document.id, PDF, pieces_of_it).tree_path is None
    pieces = store.bonds.below([document.id])
    assert [(piece.status, piece.number) for piece in pieces] == [(Status.FILED, "1"), (Status.FILED, "2")]
    places = [store.archive.tree / str(piece.tree_path) for piece in pieces]
    assert all(place.is_file() for place in places)
    store.bonds.split(document.id, [], "anna", ALL_AREAS)
    work = store.documents.claim()
    assert work is not None
    assert (work.document.id, work.decision) == (document.id, ())
    assert [piece.status for piece in store.bonds.below([document.id])] == [Status.JOINED, Status.JOINED]
    assert not any(place.exists() for place in places)


# notices

NOTICE = SdiFacts("IT01234567890_0000A", "NS", "rejected", is_loud=True)


def of_sdi(facts: SdiFacts, kind: str = "other") -> Reading:
    said = INVOICE if kind == "invoice" else {"subject": "Notifica di scarto"}
    return replace(reading(said, kind), sdi=facts)


@pytest.mark.parametrize("notice_first", [True, False])
def test_a_notice_finds_its_invoice_whichever_comes_first(store: Store, tmp_path: Path, notice_first: bool) -> None:
    papers = {"a.xml": of_sdi(SdiFacts(NOTICE.file), "invoice"), "n.xml": of_sdi(NOTICE)}
    order = sorted(papers, reverse=notice_first)
    ids = {name: keep(store, tmp_path, name, papers[name]).id for name in order}
    invoice = store.documents.get(ids["a.xml"], ALL_AREAS)
    assert (invoice.state, invoice.status) == ("rejected", Status.TO_REVIEW)
    assert store.documents.get(ids["n.xml"], ALL_AREAS).status is Status.JOINED
    bond = link(store, invoice.id, LinkKind.NOTICE)
    assert (bond.other.id, bond.data["state"]) == (ids["n.xml"], "rejected")


def test_a_later_notice_prevails_in_any_order(store: Store, tmp_path: Path) -> None:
    invoice = keep(store, tmp_path, "a.xml", of_sdi(SdiFacts(NOTICE.file), "invoice"))
    for code, state in (("NE", "accepted"), ("RC", "delivered"), ("MT", "")):
        keep(store, tmp_path, f"{code}.xml", of_sdi(SdiFacts(NOTICE.file, code, state)))
    assert store.documents.get(invoice.id, ALL_AREAS).state == "accepted"
    assert len(full(store, invoice.id).links) == 3


def test_a_notice_without_its_invoice_stays_in_the_lists(store: Store, tmp_path: Path) -> None:
    assert keep(store, tmp_path, "n.xml", of_sdi(NOTICE)).status is Status.FILED
