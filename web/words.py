"""States, sources, checks and areas in words."""

from __future__ import annotations

import re

from storage.document import Document, Status
from storage.kinds import FIELDS, KINDS, OTHER, Area
from storage.reading import Check, Source
from storage.users import Role
from web.formats import in_words
from web.language import language
from web.say import _


def status(value: Status) -> str:
    return {
        Status.ACCEPTING: _("being taken in"),
        Status.HALF: _("waiting for the other side of its sheets"),
        Status.RECEIVED: _("waiting to be read"),
        Status.READING: _("being read"),
        Status.FILED: _("filed"),
        Status.TO_REVIEW: _("to check"),
        Status.SET_ASIDE: _("set aside"),
        Status.OPENED: _("opened up"),
        Status.JOINED: _("joined to another"),
    }[value]


def headline(document: Document) -> str:
    """What a document is called in a list: its kind, number and counterpart, or the name it came with."""
    if document.kind == OTHER.name and not document.counterpart:
        return document.file
    kind = in_words(KINDS.get(document.kind, OTHER).label)
    words = " ".join(word for word in (kind, document.number) if word)
    return f"{words} · {document.counterpart}" if document.counterpart else words


def area(value: Area) -> str:
    return {Area.ACCOUNTING: _("Accounting"), Area.HR: _("Staff"), Area.GENERAL: _("General")}[value]


def role(value: Role) -> str:
    return {
        Role.ADMINISTRATOR: _("administrator"),
        Role.ACCOUNTING: _("accounting"),
        Role.HR: _("staff office"),
        Role.READER: _("reader"),
    }[value]


def what_a_role_may(value: Role) -> str:
    return {
        Role.ADMINISTRATOR: _("does everything, and decides who may come in"),
        Role.ACCOUNTING: _("hands in, corrects and files"),
        Role.HR: _("hands in, corrects and files"),
        Role.READER: _("looks, and changes nothing"),
    }[value]


def source(value: Source) -> str:
    return {
        Source.OCR: _("read from the image"),
        Source.TEXT: _("from the file's own text"),
        Source.XML: _("from the e-invoice"),
        Source.LEARNED: _("learned from earlier corrections"),
        Source.COMPUTED: _("computed"),
        Source.USER: _("entered by hand"),
    }[value]


def invoice_state(value: str) -> str:
    """What SDI, the exchange of e-invoices, said of one."""
    known = {
        "delivered": _("SDI: delivered to the customer"),
        "undeliverable": _("SDI: not delivered; it waits in the customer's tax portal"),
        "sent": _("SDI: sent, though it could not be delivered"),
        "terms_expired": _("SDI: the customer did not answer in time"),
        "accepted": _("SDI: accepted by the customer"),
        "refused": _("SDI: refused by the customer"),
        "rejected": _("SDI: rejected"),
    }
    return known.get(value) or _("notice from SDI")


def tie(what: object, is_above: bool) -> str:
    """What a document that somebody tied is to this one; `is_above` where this one was tied to the other."""
    if is_above:
        return _("refers to this")
    known = {
        "order": _("order"),
        "delivery": _("delivery note"),
        "invoice": _("invoice"),
        "reminder": _("reminder"),
        "contract": _("contract"),
    }
    return known.get(str(what)) or _("belongs to it")


def split_reason(value: str) -> str:
    """Why a new document seems to begin on a page."""
    known = {
        "separator": _("separator sheet"),
        "blank": _("blank page"),
        "page_1": _("page 1 of its own"),
        "other_number": _("another number"),
        "other_date": _("another date"),
        "other_tax_code": _("another person"),
        "other_person": _("another person"),
        "other_supplier": _("another supplier"),
        "letterhead": _("another letterhead"),
        "kind": _("another kind"),
        "title": _("a title of its own"),
    }
    return known.get(value) or _in_plain(value)


def check(value: Check) -> str:
    """What a check tests, as a statement that holds or not."""
    known = {
        "net_plus_vat_is_gross": _("Net amount plus VAT gives the total"),
        "vat_is_rate_of_net": _("Each VAT amount is its rate of the net amount"),
        "nature_fits_rate": _("Rows without VAT say why"),
        "lines_match_vat_summary": _("The lines add up to the VAT summary"),
        "line_is_quantity_times_price": _("Each line is quantity times price"),
        "payments_match_amount_due": _("The payments add up to the amount due"),
        "lines_add_up": _("The lines add up to the net amount"),
        "vat_lines_add_up": _("The VAT summary adds up to the net amount"),
        "gross_minus_withholding_is_due": _("The total less the withholding tax gives the amount due"),
        "balances_add_up": _("The movements lead from the opening balance to the closing balance"),
        "gross_minus_deductions_is_net": _("Gross pay less deductions gives net pay"),
        "required_parts_present": _("All parts that an e-invoice must have are there"),
        "values_readable": _("Every value can be read"),
        "codes_known": _("All codes are among those the e-invoice rules know"),
        "signature_well_formed": _("The digital signature is well formed"),
        "xml_well_formed": _("The XML is well formed"),
        "credit_note_amounts_positive": _("The credit note's amounts are positive"),
        "attachments_readable": _("Every attachment can be unpacked"),
        "files_inside_taken": _("All files inside became documents"),
        "certified_mail": _("The certified mail arrived"),
        "signature_matches": _("The digital signature fits the content"),
        "schema_valid": _("The file keeps to the e-invoice schema"),
        "page_agrees": _("The page says the same as the XML inside"),
        "embedded_invoice_readable": _("The e-invoice inside the PDF can be read"),
        "payable_is_gross_less_prepaid": _("The total less what was paid gives the amount due"),
        "lines_match_total": _("The lines add up to their total"),
        "lines_and_charges_are_net": _("Lines, charges and discounts give the net amount"),
        "pages_read": _("Every page could be read"),
        "backs_missing": _("The backs came too (if there are any, drop the fronts again, then the backs)"),
        "last_back_missing": _("As many backs as fronts (do the pages follow each other?)"),
        "invoice_total_not_negative": _("The invoice's total is not negative"),
    }
    return known.get(value.check) or _identifier(value.check) or _in_plain(value.check)


def check_detail(value: Check) -> str:
    """The figures or the reason."""
    return value.detail_it if language() == "it" and value.detail_it else value.detail


def _identifier(name: str) -> str:
    """`iban_valid` and its like are made from the field's name."""
    field = FIELDS.get(name.removesuffix("_valid"))
    return _("%(field)s: the check digits agree", field=in_words(field.label)) if field else ""


def _in_plain(name: str) -> str:
    return re.sub(r"[_\W]+", " ", name).strip().capitalize()
