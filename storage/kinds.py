"""Every kind of document and every field it can carry, declared once.

The declaration drives extraction, validation, the index's schema, the correction form, the export and the API.
Names are the vocabulary of the code, the database and the API; the Italian and English words are what people read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """Who may see a document is decided by its area."""

    ACCOUNTING = "accounting"
    HR = "hr"
    GENERAL = "general"


class FieldType(StrEnum):
    """How a value is written in its canonical form (see `storage.values`)."""

    TEXT = "text"
    DATE = "date"  # 2026-03-31
    MONTH = "month"  # 2026-03
    AMOUNT = "amount"  # 1285.27
    HOURS = "hours"  # 7.5
    INT = "int"
    VAT_ID = "vat_id"  # IT07643520567
    TAX_CODE = "tax_code"  # 16 characters or 11 digits
    IBAN = "iban"  # no spaces
    CURRENCY = "currency"  # ISO 4217
    CHOICE = "choice"  # one of Field.choices


@dataclass(frozen=True, slots=True)
class Label:
    """A word for people, in the two languages of the product."""

    it: str
    en: str


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: Label


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: FieldType
    label: Label
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class ListField:
    """A table of a document: its rows are mappings from column name to canonical value."""

    name: str
    label: Label
    columns: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """`essential` fields must be there and sure for a document to be filed without a look.

    `counterpart`, `date`, `number` and `amount` name the fields that stand for the document in lists, in the archive
    tree and in the index; the first one present counts."""

    name: str
    area: Area
    label: Label
    fields: tuple[Field, ...]
    lists: tuple[ListField, ...]
    essential: tuple[str, ...]
    counterpart: tuple[str, ...]
    date: tuple[str, ...]
    number: tuple[str, ...]
    amount: tuple[str, ...]

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)

    def list_field(self, name: str) -> ListField | None:
        return next((f for f in self.lists if f.name == name), None)


_T = FieldType


def _choices(*rows: tuple[str, str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, Label(it, en)) for value, it, en in rows)


_CONTRACT_TYPES = _choices(
    ("permanent", "tempo indeterminato", "permanent"),
    ("fixed_term", "tempo determinato", "fixed term"),
    ("apprenticeship", "apprendistato", "apprenticeship"),
    ("internship", "tirocinio", "internship"),
    ("other", "altro", "other"),
)
_TERMINATION_REASONS = _choices(
    ("resignation", "dimissioni", "resignation"),
    ("dismissal", "licenziamento", "dismissal"),
    ("agreement", "risoluzione consensuale", "agreement"),
)
_LEAVE_TYPES = _choices(
    ("holiday", "ferie", "holiday"),
    ("paid_leave", "permesso retribuito", "paid leave"),
    ("law_104", "legge 104", "law 104"),
    ("parental", "congedo parentale", "parental leave"),
    ("unpaid", "permesso non retribuito", "unpaid leave"),
    ("other", "altro", "other"),
)

_DECLARED: tuple[tuple[str, FieldType, str, str, tuple[Choice, ...]], ...] = (
    ("number", _T.TEXT, "Numero", "Number", ()),
    ("date", _T.DATE, "Data", "Date", ()),
    ("due_date", _T.DATE, "Scadenza", "Due date", ()),
    ("supplier_name", _T.TEXT, "Fornitore", "Supplier", ()),
    ("supplier_vat_id", _T.VAT_ID, "P. IVA fornitore", "Supplier VAT id", ()),
    ("supplier_tax_code", _T.TAX_CODE, "Cod. fiscale fornitore", "Supplier tax code", ()),
    ("customer_name", _T.TEXT, "Cliente", "Customer", ()),
    ("customer_vat_id", _T.VAT_ID, "P. IVA cliente", "Customer VAT id", ()),
    ("customer_tax_code", _T.TAX_CODE, "Cod. fiscale cliente", "Customer tax code", ()),
    ("currency", _T.CURRENCY, "Valuta", "Currency", ()),
    ("net_amount", _T.AMOUNT, "Imponibile", "Net amount", ()),
    ("vat_amount", _T.AMOUNT, "IVA", "VAT amount", ()),
    ("gross_amount", _T.AMOUNT, "Totale", "Total", ()),
    ("withholding_amount", _T.AMOUNT, "Ritenuta d'acconto", "Withholding tax", ()),
    ("stamp_duty", _T.AMOUNT, "Bollo", "Stamp duty", ()),
    ("amount_due", _T.AMOUNT, "Netto a pagare", "Amount due", ()),
    ("iban", _T.IBAN, "IBAN", "IBAN", ()),
    ("payment_terms", _T.TEXT, "Condizioni di pagamento", "Payment terms", ()),
    ("payment_method", _T.TEXT, "Metodo di pagamento", "Payment method", ()),
    ("order_reference", _T.TEXT, "Rif. ordine", "Order reference", ()),
    ("valid_until", _T.DATE, "Valido fino al", "Valid until", ()),
    ("bank_name", _T.TEXT, "Banca", "Bank", ()),
    ("account_holder", _T.TEXT, "Intestatario", "Account holder", ()),
    ("period_start", _T.DATE, "Dal", "Period start", ()),
    ("period_end", _T.DATE, "Al", "Period end", ()),
    ("opening_balance", _T.AMOUNT, "Saldo iniziale", "Opening balance", ()),
    ("closing_balance", _T.AMOUNT, "Saldo finale", "Closing balance", ()),
    ("taxpayer_name", _T.TEXT, "Contribuente", "Taxpayer", ()),
    ("taxpayer_tax_code", _T.TAX_CODE, "Cod. fiscale contribuente", "Taxpayer tax code", ()),
    ("invoice_number", _T.TEXT, "Fattura n.", "Invoice number", ()),
    ("employee_name", _T.TEXT, "Dipendente", "Employee", ()),
    ("employee_tax_code", _T.TAX_CODE, "Cod. fiscale dipendente", "Employee tax code", ()),
    ("employer_name", _T.TEXT, "Datore di lavoro", "Employer", ()),
    ("employer_tax_code", _T.TAX_CODE, "Cod. fiscale datore", "Employer tax code", ()),
    ("period", _T.MONTH, "Mese di competenza", "Period", ()),
    ("hire_date", _T.DATE, "Data di assunzione", "Hire date", ()),
    ("level", _T.TEXT, "Livello", "Level", ()),
    ("gross_pay", _T.AMOUNT, "Totale competenze", "Gross pay", ()),
    ("deductions", _T.AMOUNT, "Totale trattenute", "Deductions", ()),
    ("net_pay", _T.AMOUNT, "Netto in busta", "Net pay", ()),
    ("start_date", _T.DATE, "Inizio", "Start date", ()),
    ("end_date", _T.DATE, "Fine", "End date", ()),
    ("contract_type", _T.CHOICE, "Tipo di contratto", "Contract type", _CONTRACT_TYPES),
    ("gross_salary", _T.AMOUNT, "RAL", "Gross salary", ()),
    ("protocol_number", _T.TEXT, "Protocollo", "Protocol number", ()),
    ("reason", _T.CHOICE, "Motivo", "Reason", _TERMINATION_REASONS),
    ("leave_type", _T.CHOICE, "Tipo di assenza", "Leave type", _LEAVE_TYPES),
    ("hours", _T.HOURS, "Ore", "Hours", ()),
    ("year", _T.INT, "Anno", "Year", ()),
    ("course", _T.TEXT, "Corso", "Course", ()),
    ("issuer", _T.TEXT, "Ente", "Issuer", ()),
    ("score", _T.TEXT, "Punteggio", "Score", ()),
    ("email", _T.TEXT, "E-mail", "E-mail", ()),
    ("phone", _T.TEXT, "Telefono", "Phone", ()),
    ("document_number", _T.TEXT, "Numero documento", "Document number", ()),
    ("sender_name", _T.TEXT, "Mittente", "Sender", ()),
    ("recipient_name", _T.TEXT, "Destinatario", "Recipient", ()),
    ("subject", _T.TEXT, "Oggetto", "Subject", ()),
    ("reference", _T.TEXT, "Riferimento", "Reference", ()),
    # columns of the lists
    ("rate", _T.AMOUNT, "Aliquota", "Rate", ()),
    ("nature", _T.TEXT, "Natura", "Nature", ()),
    ("description", _T.TEXT, "Descrizione", "Description", ()),
    ("quantity", _T.AMOUNT, "Quantità", "Quantity", ()),
    ("unit", _T.TEXT, "U.M.", "Unit", ()),
    ("unit_price", _T.AMOUNT, "Prezzo unitario", "Unit price", ()),
    ("vat_rate", _T.AMOUNT, "IVA %", "VAT %", ()),
    ("amount", _T.AMOUNT, "Importo", "Amount", ()),
)

FIELDS: dict[str, Field] = {
    name: Field(name, kind, Label(it, en), choices) for name, kind, it, en, choices in _DECLARED
}


def _pick(names: str) -> tuple[Field, ...]:
    return tuple(FIELDS[name] for name in names.split())


VAT_LINES = ListField("vat_lines", Label("Riepilogo IVA", "VAT summary"), _pick("rate nature net_amount vat_amount"))
LINES = ListField("lines", Label("Righe", "Lines"), _pick("description quantity unit unit_price vat_rate amount"))
DUE_DATES = ListField("due_dates", Label("Scadenze", "Due dates"), _pick("date amount"))

LISTS: dict[str, ListField] = {table.name: table for table in (VAT_LINES, LINES, DUE_DATES)}

_INVOICE_FIELDS = (
    "number date due_date supplier_name supplier_vat_id supplier_tax_code customer_name customer_vat_id"
    " customer_tax_code currency net_amount vat_amount gross_amount withholding_amount stamp_duty amount_due iban"
    " payment_terms order_reference"
)
_ORDER_FIELDS = "number date supplier_name customer_name net_amount gross_amount valid_until"
_LETTER_FIELDS = "sender_name recipient_name date subject reference"
_INVOICE_LISTS = (VAT_LINES, LINES, DUE_DATES)

_DATES = ("date", "period", "period_end", "end_date", "start_date", "year", "valid_until")
_NUMBERS = ("number", "invoice_number", "protocol_number", "document_number", "reference")
_AMOUNTS = ("gross_amount", "net_pay", "closing_balance", "gross_salary", "net_amount")


def _kind(
    area: Area,
    name: str,
    it: str,
    en: str,
    fields: str,
    essential: str,
    counterpart: str,
    lists: tuple[ListField, ...] = (),
    date: tuple[str, ...] = _DATES,
) -> Kind:
    have = fields.split()

    def keep(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name in have)

    return Kind(
        name, area, Label(it, en), _pick(fields), lists, tuple(essential.split()), tuple(counterpart.split()),
        keep(date), keep(_NUMBERS), keep(_AMOUNTS),
    )  # fmt: skip


_A, _H, _G = Area.ACCOUNTING, Area.HR, Area.GENERAL

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        _kind(_A, "invoice", "Fattura", "Invoice", _INVOICE_FIELDS,
              "number date supplier_name gross_amount", "supplier_name", _INVOICE_LISTS),
        _kind(_A, "credit_note", "Nota di credito", "Credit note", _INVOICE_FIELDS,
              "number date supplier_name gross_amount", "supplier_name", _INVOICE_LISTS),
        _kind(_A, "receipt", "Ricevuta", "Receipt",
              "number date supplier_name supplier_vat_id gross_amount currency payment_method",
              "date gross_amount", "supplier_name"),
        _kind(_A, "delivery_note", "DDT", "Delivery note",
              "number date supplier_name supplier_vat_id customer_name order_reference",
              "number date supplier_name", "supplier_name", (LINES,)),
        _kind(_A, "purchase_order", "Ordine", "Purchase order", _ORDER_FIELDS,
              "number date supplier_name", "supplier_name customer_name", (LINES,)),
        _kind(_A, "quote", "Preventivo", "Quote", _ORDER_FIELDS,
              "date supplier_name", "supplier_name", (LINES,)),
        _kind(_A, "bank_statement", "Estratto conto", "Bank statement",
              "bank_name iban account_holder period_start period_end opening_balance closing_balance currency",
              "period_end closing_balance", "bank_name"),
        _kind(_A, "tax_payment", "F24", "Tax payment (F24)",
              "taxpayer_name taxpayer_tax_code date gross_amount", "date gross_amount", "taxpayer_name"),
        _kind(_A, "expense_report", "Nota spese", "Expense report",
              "employee_name period_start period_end gross_amount", "employee_name gross_amount", "employee_name"),
        _kind(_A, "payment_reminder", "Sollecito", "Payment reminder",
              "supplier_name customer_name date invoice_number gross_amount due_date",
              "supplier_name date", "supplier_name"),
        _kind(_H, "payslip", "Busta paga", "Payslip",
              "employee_name employee_tax_code employer_name employer_tax_code period hire_date level gross_pay"
              " deductions net_pay", "employee_name period net_pay", "employee_name"),
        _kind(_H, "employment_contract", "Contratto di lavoro", "Employment contract",
              "employee_name employee_tax_code employer_name date start_date end_date contract_type level gross_salary",
              "employee_name start_date", "employee_name"),
        _kind(_H, "hiring_notice", "UNILAV", "Hiring notice (UNILAV)",
              "employee_name employee_tax_code employer_name employer_tax_code date start_date end_date"
              " protocol_number", "employee_name start_date", "employee_name"),
        _kind(_H, "termination_letter", "Cessazione", "Termination letter",
              "employee_name employer_name date end_date reason", "employee_name end_date", "employee_name"),
        _kind(_H, "leave_request", "Richiesta ferie o permessi", "Leave request",
              "employee_name leave_type start_date end_date hours date", "employee_name start_date", "employee_name"),
        _kind(_H, "sick_note", "Certificato di malattia", "Sick note",
              "employee_name employee_tax_code protocol_number date start_date end_date",
              "employee_name start_date end_date", "employee_name"),
        _kind(_H, "tax_certificate", "Certificazione Unica", "Tax certificate (CU)",
              "employee_name employee_tax_code employer_name employer_tax_code year",
              "employee_name year", "employee_name"),
        _kind(_H, "training_certificate", "Attestato di formazione", "Training certificate",
              "employee_name employee_tax_code course hours date valid_until issuer",
              "employee_name course", "employee_name"),
        _kind(_H, "evaluation", "Scheda di valutazione", "Evaluation",
              "employee_name employer_name period_start period_end score date", "employee_name", "employee_name"),
        _kind(_H, "cv", "Curriculum vitae", "CV", "employee_name email phone", "employee_name", "employee_name"),
        _kind(_H, "identity_document", "Documento d'identità", "Identity document",
              "employee_name employee_tax_code document_number valid_until",
              "employee_name document_number", "employee_name", date=("valid_until",)),
        _kind(_G, "contract", "Contratto", "Contract",
              "number date supplier_name customer_name start_date end_date gross_amount",
              "date supplier_name", "supplier_name customer_name"),
        _kind(_G, "complaint", "Reclamo", "Complaint", _LETTER_FIELDS, "date sender_name", "sender_name"),
        _kind(_G, "letter", "Lettera", "Letter", _LETTER_FIELDS, "date sender_name", "sender_name"),
        _kind(_G, "other", "Altro", "Other", _LETTER_FIELDS, "", "sender_name"),
    )
}  # fmt: skip

OTHER = KINDS["other"]
