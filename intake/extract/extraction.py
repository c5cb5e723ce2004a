"""The door of extraction: the fields and lists of a document whose kind is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from intake.extract import certificates, hr, invoices, letters, payments, payslips, trade
from intake.extract.paper import paper_of
from intake.extract.result import Draft, Extraction
from intake.firms import NOBODY, KnownFirms
from storage.kinds import KINDS
from storage.reading import Page

_EXTRACTORS: Mapping[str, Callable[[Draft, str], None]] = {
    "invoice": invoices.invoice,
    "credit_note": invoices.invoice,
    "receipt": trade.receipt,
    "delivery_note": trade.delivery_note,
    "purchase_order": trade.order,
    "quote": trade.order,
    "bank_statement": payments.bank_statement,
    "tax_payment": payments.tax_payment,
    "expense_report": payments.expense_report,
    "payment_reminder": trade.reminder,
    "payslip": payslips.payslip,
    "employment_contract": hr.employment_contract,
    "hiring_notice": hr.hiring_notice,
    "termination_letter": hr.termination_letter,
    "leave_request": hr.leave_request,
    "sick_note": hr.sick_note,
    "tax_certificate": certificates.tax_certificate,
    "training_certificate": certificates.training_certificate,
    "evaluation": certificates.evaluation,
    "cv": certificates.cv,
    "identity_document": certificates.identity_document,
    "contract": letters.contract,
    "complaint": letters.letter,
    "letter": letters.letter,
    "other": letters.other,
}


def extract(kind: str, pages: Sequence[Page], today: date, firms: KnownFirms = NOBODY) -> Extraction:
    """The fields and lists of a document of a known kind. A document without words gives none.

    `today` bounds what a paper can say of itself: its own date is not after the day it is read. `firms` are those
    known before: ours decide which party is which."""
    paper = paper_of(pages)
    if not any(sheet.rows for sheet in paper.sheets):
        return Extraction({})
    draft = Draft(paper, firms)
    _EXTRACTORS[kind](draft, kind)
    declared = {field.name for field in KINDS[kind].fields}
    for given in (draft.fields, draft.candidates):
        for name in [name for name in given if name not in declared]:
            given.pop(name)
    _doubt_the_future(draft, today)
    return draft.extraction(kind)


_LEAD = 31


def _doubt_the_future(draft: Draft, today: date) -> None:
    """A paper dated well after today was misread, or is dated ahead: either way somebody should look."""
    issued = draft.fields.get("date")
    if issued is not None and (date.fromisoformat(issued.value) - today).days > _LEAD:
        draft.doubt("date", "order:after today")
