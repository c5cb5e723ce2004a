"""What the values and the form of a page say, whatever the words around them are.

An invoice has two VAT ids, an IBAN and sums of which one is the tax on another at a legal rate; papers about people
carry a person's tax code; a till's slip is narrow; a bank's statement is rows that begin with a date and end with an
amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from intake.extract.finders import find_all
from intake.extract.found import Found
from intake.extract.rates import rate_of
from intake.layout.sheet import Sheet
from intake.words import word_set
from storage.kinds import KINDS, Area, FieldType

SHAPES: dict[str, dict[str, float]] = {
    "net and its VAT": {"invoice": 2.6, "credit_note": 1.6, "quote": 1.2, "purchase_order": 1.2, "receipt": 0.4},
    "two VAT ids": {"invoice": 1.2, "credit_note": 0.6, "contract": 0.5},
    "an IBAN": {"invoice": 0.8, "bank_statement": 0.8, "payment_reminder": 0.5, "credit_note": 0.3},
    "a person's tax code": {kind.name: 0.6 for kind in KINDS.values() if kind.area is Area.HR},
    "no amounts": {"invoice": -2.5, "credit_note": -2.5, "receipt": -2.0, "bank_statement": -2.0, "payslip": -2.0},
    "mostly prose": {"invoice": -1.0, "receipt": -1.0, "payslip": -1.5, "bank_statement": -1.5, "delivery_note": -1.0},
    "a narrow slip": {"receipt": 1.5},
    "rows of dates and amounts": {"bank_statement": 1.2, "expense_report": 0.8},
    "tax codes of F24": {"tax_payment": 1.5},
    "spans of years": {"cv": 1.5},
    "two VAT ids and an IBAN": {"invoice": 1.5},
    "machine-readable zone": {"identity_document": 4.0},
}
_NARROW = 0.58
_MANY = 4
_SPAN = re.compile(
    r"\b(?:19|20)\d\d\s*[-–—/]\s*(?:(?:19|20)\d\d|oggi|heute|present|today|now|hoy|aujourd|ad oggi|in corso)", re.I
)
# The codes that nearly every form carries: withholdings, VAT by month, the local surcharges, IMU.
_TRIBUTES = word_set(
    "1001 1002 1012 1040 1627 1668 1671 1701 1704 2001 2002 2003 3800 3801 3802 3812 3813 3843 3844 3847 3848 3850 3912"
    " 3916 3918 3930 4001 4033 4034 6001 6002 6003 6004 6005 6006 6007 6008 6009 6010 6011 6012 6099 6494 8906 9001"
)
_MACHINE_READABLE = re.compile(r"[A-Z0-9]<{2,}[A-Z<]|<{5,}")
_LONG_LINE = 9


def shapes(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The names, out of SHAPES, of what is seen on the pages."""
    found = [value for sheet in sheets for value in find_all(sheet) if value.quality > 0.6]
    yield from _of_values(found)
    yield from _of_form(sheets)
    dated = {
        (value.cell.page, value.cell.row) for value in found if value.type is FieldType.DATE and not value.cell.column
    }
    paid = {(value.cell.page, value.cell.row) for value in found if value.type is FieldType.AMOUNT}
    if len(dated & paid) >= _MANY:
        yield "rows of dates and amounts"


def _of_values(found: Sequence[Found]) -> Iterator[str]:
    sums = {abs(Decimal(value.value)) for value in found if value.type is FieldType.AMOUNT}
    if any(gross - net in sums and rate_of(net, gross - net) for gross in sums for net in sums if 1 < net < gross):
        yield "net and its VAT"
    two_firms = len({value.value for value in found if value.type is FieldType.VAT_ID}) > 1
    account = any(value.type is FieldType.IBAN for value in found)
    if two_firms:
        yield "two VAT ids"
    if account:
        yield "an IBAN"
    if two_firms and account:
        yield "two VAT ids and an IBAN"
    if any(value.type is FieldType.TAX_CODE for value in found):
        yield "a person's tax code"
    if not sums:
        yield "no amounts"


def _of_form(sheets: Sequence[Sheet]) -> Iterator[str]:
    cells = [cell for sheet in sheets for cell in sheet.cells]
    words = sum(len(cell.words) for cell in cells)
    if words > 30 and sum(len(cell.words) for cell in cells if len(cell.words) >= _LONG_LINE) > 0.5 * words:
        yield "mostly prose"
    if sheets and sheets[0].aspect < _NARROW:
        yield "a narrow slip"
    rows = [row.text for sheet in sheets for row in sheet.rows]
    if sum(bool(_SPAN.search(row)) for row in rows) > 1:
        yield "spans of years"
    if any(_MACHINE_READABLE.search(row) for row in rows):
        yield "machine-readable zone"
    codes = {word.text for cell in cells for word in cell.words if word.text in _TRIBUTES}
    if len(codes) > 1:
        yield "tax codes of F24"
