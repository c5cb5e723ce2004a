"""What an e-invoice says, in the words of its own format. Amounts are as stated; None is what is not stated.

The names are FatturaPA's; the European formats (see `intake.formats.european`) are said in them too."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intake.formats.xml_node import Node


@dataclass(frozen=True, slots=True)
class Value:
    """A text and the XML path where it stands."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Party:
    """`vat_id` is country + number; `details` are further lines for people: (label, text)."""

    path: str
    name: Value | None
    vat_id: Value | None
    tax_code: Value | None
    address: tuple[str, ...]
    regime: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Discount:
    """A discount (`raises` false) or a surcharge, as a percentage, an amount or both."""

    raises: bool
    percent: Decimal | None
    amount: Decimal | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """`notes` holds period, management data and the kind of supply, in words."""

    path: str
    number: str
    codes: tuple[str, ...]
    description: str
    quantity: Decimal | None
    unit: str
    unit_price: Decimal | None
    discounts: tuple[Discount, ...]
    amount: Decimal | None
    rate: Decimal | None
    nature: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VatRow:
    """One rate and nature of the VAT summary. `collection` is I, D or S (split payment)."""

    path: str
    rate: Decimal | None
    nature: str
    charges: Decimal | None
    rounding: Decimal | None
    net: Decimal | None
    vat: Decimal | None
    collection: str
    law: str


@dataclass(frozen=True, slots=True)
class Payment:
    """`date` is the date stated, or what reference date and days come to (`date_is_computed`)."""

    path: str
    conditions: str
    method: str
    date: date | None
    date_is_computed: bool
    days: int | None
    amount: Decimal | None
    iban: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Withholding:
    path: str
    code: str
    amount: Decimal | None
    rate: Decimal | None
    reason: str


@dataclass(frozen=True, slots=True)
class PensionFund:
    path: str
    code: str
    rate: Decimal | None
    amount: Decimal | None
    base: Decimal | None
    vat_rate: Decimal | None
    nature: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Stamp duty paid virtually, with or without its amount."""

    path: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document: `element` is the XML element that names it (DatiOrdineAcquisto, DatiDDT...)."""

    path: str
    element: str
    number: str
    date: date | None
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the invoice; `node` holds it in base64, `compression` names what it is packed with ("ZIP")."""

    name: str
    format: str
    compression: str
    description: str
    node: Node | None

    @property
    def content(self) -> bytes:
        """The file as it was attached, still packed where it is; empty where it is no base64."""
        packed = "".join(self.node.raw.split()) if self.node else ""
        try:
            return base64.b64decode(packed + "=" * (-len(packed) % 4))
        except ValueError:
            return b""


@dataclass(frozen=True, slots=True)
class Invoice:
    """One FatturaElettronicaBody with the header it shares; `path` is that of its DatiGeneraliDocumento.

    `others` are further parties by their role, `notes` the Causale lines, `transport` and `sending` further lines for
    people. `unreadable` says what stands in the XML but means nothing, `signed` who signed the file: (label, text)."""

    version: str
    simplified: bool
    type: str
    path: str
    supplier: Party
    customer: Party
    others: tuple[tuple[str, Party], ...]
    issuer: str
    number: Value | None
    date: date | None
    currency: Value | None
    total: Decimal | None
    rounding: Decimal | None
    discounts: tuple[Discount, ...]
    stamp: Stamp | None
    withholdings: tuple[Withholding, ...]
    funds: tuple[PensionFund, ...]
    notes: tuple[str, ...]
    references: tuple[Reference, ...]
    transport: tuple[tuple[str, str], ...]
    sending: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    vat_rows: tuple[VatRow, ...]
    payments: tuple[Payment, ...]
    attachments: tuple[Attachment, ...]
    unreadable: tuple[str, ...]
    signed: tuple[tuple[str, str], ...] = ()
