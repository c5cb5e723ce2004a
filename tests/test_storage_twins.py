"""Two documents that may be one: what is asked, what people say of it, and that no second debt is filed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage.belonging import NoTwins
from storage.document import ALL_AREAS, Document, FullDocument, Link, Status
from storage.errors import NoSuchDocument
from storage.kinds import Area
from storage.links import LinkKind
from storage.reading import Reading, SdiFacts, Source
from storage.sameness.keys import COMMON
from storage.store import Store
from tests.likening import page_of, text_of
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
OTHER_NUMBER = {"number": "163/2026", "date": "2026-05-12"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def full(store: Store, id: int) -> FullDocument:
    return store.documents.full(id, ALL_AREAS)


def status(store: Store, document: Document) -> Status:
    return store.documents.get(document.id, ALL_AREAS).status


def link(store: Store, id: int, kind: LinkKind) -> Link:
    (found,) = [link for link in full(store, id).links if link.kind is kind]
    return found


def keep(store: Store, folder: Path, name: str, read: Reading) -> Document:
    return store.documents.keep(drop(store, folder, name, name.encode()).id, read, PDF)


def xml(fields: dict[str, str]) -> Reading:
    read = reading(fields)
    values = {name: replace(value, source=Source.XML, confidence=1.0) for name, value in read.fields.items()}
    return replace(read, pages=tuple(replace(page, source=Source.XML) for page in read.pages), fields=values)


def twins(store: Store, folder: Path) -> tuple[Document, Document]:
    first = keep(store, folder, "first.pdf", reading(INVOICE))
    second = keep(store, folder, "second.pdf", reading(INVOICE))
    return store.documents.get(first.id, ALL_AREAS), store.documents.get(second.id, ALL_AREAS)


def test_the_same_invoice_as_other_bytes_warns_on_both(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    assert (first.status, second.status) == (Status.FILED, Status.TO_REVIEW)
    for one, other in ((first, second), (second, first)):
        bond = link(store, one.id, LinkKind.TWIN)
        assert bond.other.id == other.id
        assert "number" in [told[0] for told in bond.data["evidence"]]


def test_the_same_makes_one_document_of_two(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    assert store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=True) == first.id
    assert store.documents.get(first.id, ALL_AREAS).status is Status.FILED
    assert store.documents.get(second.id, ALL_AREAS).status is Status.JOINED
    assert link(store, first.id, LinkKind.COPY).other.id == second.id
    with pytest.raises(NoTwins):
        store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=False)
    store.documents.read_again(second.id, "anna", ALL_AREAS)
    assert store.documents.keep(second.id, reading(INVOICE), PDF).status is Status.JOINED


def test_not_the_same_settles_it_for_good(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    store.bonds.decide_twins(first.id, second.id, "anna", ALL_AREAS, same=False)
    assert store.documents.get(second.id, ALL_AREAS).status is Status.FILED
    assert store.documents.keep(second.id, reading(INVOICE), PDF).status is Status.FILED
    assert link(store, first.id, LinkKind.TWIN).data["state"] == "different"


def test_a_correction_may_show_that_two_are_the_same(store: Store, tmp_path: Path) -> None:
    keep(store, tmp_path, "first.pdf", reading(INVOICE))
    strange = {"number": "9", "date": "2020-01-01", "gross_amount": "1.00", "supplier_name": "Altra S.p.A."}
    second = keep(store, tmp_path, "second.pdf", reading(strange))
    assert full(store, second.id).links == ()
    changed = store.documents.correct(second.id, second.revision, dict(INVOICE), "anna", areas=ALL_AREAS)
    assert len(full(store, changed.id).links) == 1


def test_what_waits_for_an_answer_is_not_filed_by_reading_or_correcting_it(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    assert store.documents.keep(second.id, reading(INVOICE), PDF).status is Status.TO_REVIEW
    again = store.documents.get(second.id, ALL_AREAS)
    corrected = store.documents.correct(
        second.id, again.revision, {"vat_amount": "231.78"}, "anna", areas=ALL_AREAS
    )  # fmt: skip
    assert corrected.status is Status.TO_REVIEW
    store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=False)
    assert status(store, second) is Status.FILED


def test_who_corrected_it_need_not_look_again_after_the_answer(store: Store, tmp_path: Path) -> None:
    first = keep(store, tmp_path, "first.pdf", reading(INVOICE))
    second = keep(store, tmp_path, "second.pdf", replace(reading(INVOICE), needs_review=True))
    store.documents.correct(second.id, second.revision, {}, "anna", areas=ALL_AREAS)
    store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=False)
    assert status(store, second) is Status.FILED


@pytest.mark.parametrize("corrected", [0, 1])
def test_a_correction_may_show_that_there_is_nothing_to_ask(store: Store, tmp_path: Path, corrected: int) -> None:
    pair = twins(store, tmp_path)
    changed = pair[corrected]
    store.documents.correct(changed.id, changed.revision, OTHER_NUMBER, "anna", areas=ALL_AREAS)
    assert full(store, changed.id).links == ()
    assert [status(store, one) for one in pair] == [Status.FILED, Status.FILED]


def test_the_newer_one_waits_whichever_was_corrected(store: Store, tmp_path: Path) -> None:
    first = keep(store, tmp_path, "first.pdf", reading(INVOICE | OTHER_NUMBER))
    second = keep(store, tmp_path, "second.pdf", reading(INVOICE))
    right = {name: INVOICE[name] for name in OTHER_NUMBER}
    store.documents.correct(first.id, first.revision, right, "anna", areas=ALL_AREAS)
    assert [status(store, one) for one in (first, second)] == [Status.FILED, Status.TO_REVIEW]


def test_what_was_made_one_wrongly_is_two_again_and_stays_so(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=True)
    store.bonds.separate(second.id, "anna", ALL_AREAS)
    assert [status(store, one) for one in (first, second)] == [Status.FILED, Status.FILED]
    assert store.documents.keep(second.id, reading(INVOICE), PDF).status is Status.FILED
    with pytest.raises(NoTwins):
        store.bonds.separate(second.id, "anna", ALL_AREAS)
    assert store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=True) == first.id


def test_the_e_invoice_and_its_copy_may_be_parted_too(store: Store, tmp_path: Path) -> None:
    scan = keep(store, tmp_path, "scan.pdf", reading(INVOICE))
    einvoice = keep(store, tmp_path, "a.xml", xml(INVOICE))
    assert [status(store, one) for one in (scan, einvoice)] == [Status.JOINED, Status.FILED]
    store.bonds.separate(scan.id, "anna", ALL_AREAS)
    for kept in (scan, einvoice):
        assert store.documents.keep(kept.id, full_reading(kept, scan), PDF).status is Status.FILED


def full_reading(document: Document, scan: Document) -> Reading:
    return reading(INVOICE) if document.id == scan.id else xml(INVOICE)


def of_sdi(read: Reading, file: str, **said: Any) -> Reading:
    return replace(read, sdi=SdiFacts(file, **said))


def test_what_is_sent_instead_of_a_rejected_e_invoice_counts(store: Store, tmp_path: Path) -> None:
    rejected = keep(store, tmp_path, "a.xml", of_sdi(xml(INVOICE), "IT01234567890_0000A"))
    same = keep(store, tmp_path, "a.p7m", of_sdi(xml(INVOICE), "IT01234567890_0000A"))
    assert [status(store, one) for one in (rejected, same)] == [Status.FILED, Status.JOINED]
    notice = replace(reading({}, "other"), fields={})
    keep(store, tmp_path, "n.xml", of_sdi(notice, "IT01234567890_0000A", notice="NS", state="rejected", is_loud=True))
    again = keep(store, tmp_path, "b.xml", of_sdi(xml(INVOICE), "IT01234567890_0000B"))
    assert [status(store, one) for one in (rejected, again)] == [Status.JOINED, Status.FILED]


def test_a_third_one_is_asked_about_against_the_one_that_counts(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=True)
    third = keep(store, tmp_path, "third.pdf", reading(INVOICE))
    assert link(store, third.id, LinkKind.TWIN).other.id == first.id


def test_tags_of_the_copy_still_find_the_document(store: Store, tmp_path: Path) -> None:
    first = keep(store, tmp_path, "first.pdf", reading(INVOICE))
    second = drop(store, tmp_path, "cantiere/second.pdf", b"second")
    store.documents.keep(second.id, reading(INVOICE), PDF)
    store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=True)
    assert store.documents.get(first.id, ALL_AREAS).tags == ("cantiere",)


def test_a_sum_that_is_usual_everywhere_is_no_candidate_and_the_right_one_is(store: Store, tmp_path: Path) -> None:
    """Rent: the same sum and text, many more times than a key may be common."""
    for month in range(COMMON + 8):
        day = f"{2022 + month // 12}-{month % 12 + 1:02}-05"
        keep(store, tmp_path, f"{month}.pdf", reading(INVOICE | {"number": str(1000 + 7 * month), "date": day}))
    again = keep(store, tmp_path, "again.pdf", reading(INVOICE | {"number": "1035", "date": "2022-06-05"}))
    assert link(store, again.id, LinkKind.TWIN).other.file == "5.pdf"


# privacy


def paper() -> Reading:
    """Of no kind in particular: the folder says whose it is."""
    return replace(reading({}, "other"), pages=(page_of(text_of({}), Source.OCR, 0.95),))


def of_the_staff(store: Store, folder: Path, name: str) -> Document:
    private = drop(store, folder, f"hr/{name}", name.encode())
    return store.documents.keep(private.id, paper(), PDF)


@pytest.mark.parametrize("staff_first", [True, False])
def test_who_may_not_see_papers_of_the_staff_learns_nothing_of_their_twins(
    store: Store, tmp_path: Path, staff_first: bool
) -> None:
    if staff_first:
        private, plain = of_the_staff(store, tmp_path, "secret.pdf"), keep(store, tmp_path, "b.pdf", paper())
    else:
        plain, private = keep(store, tmp_path, "b.pdf", paper()), of_the_staff(store, tmp_path, "secret.pdf")
    shown = store.documents.full(plain.id, NO_HR)
    assert shown.links == ()
    assert "looks_like" not in [event.kind for event in shown.events]
    assert store.bonds.asked_about([plain.id], NO_HR) == set()
    assert store.bonds.asked_about([plain.id, private.id], ALL_AREAS) == {plain.id, private.id}
    assert [status(store, one) for one in (plain, private)] == [Status.FILED, Status.TO_REVIEW]
    with pytest.raises(NoSuchDocument):
        store.bonds.decide_twins(plain.id, private.id, "bruno", NO_HR, same=True)


def test_a_document_is_as_private_as_its_copy(store: Store, tmp_path: Path) -> None:
    plain, private = keep(store, tmp_path, "b.pdf", paper()), of_the_staff(store, tmp_path, "secret.pdf")
    store.bonds.decide_twins(plain.id, private.id, "anna", ALL_AREAS, same=True)
    with pytest.raises(NoSuchDocument):
        store.documents.get(plain.id, NO_HR)


def test_nobody_decides_about_what_they_may_not_see(store: Store, tmp_path: Path) -> None:
    first, second = twins(store, tmp_path)
    with pytest.raises(NoSuchDocument):
        store.bonds.decide_twins(first.id, second.id, "anna", frozenset({Area.HR}), same=True)
