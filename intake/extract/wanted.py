"""Which roles of labels speak for which field of which kind: data, no logic.

A weight of 1 is the field's own label; less, a label that may mean something else too; below zero, one that does.
"""

from __future__ import annotations

from collections.abc import Mapping

Weights = Mapping[str, float]

_NOT_A_DATE = {
    "birth_date": -1.2,
    "other_date": -0.9,
    "transport_date": -0.8,
    "ddt": -1.0,
    "order_reference": -0.8,
    "due_date": -0.6,
    "valid_until": -0.6,
    "code": -0.6,
}
_DATE: Weights = {"document_date": 1.0, "date": 0.9, "number": 0.9, "of": 0.55, "reference": 0.4, **_NOT_A_DATE}
_DATE_OF_LETTER: Weights = {
    **_DATE,
    "start_date": -0.6,
    "end_date": -0.6,
    "invoice_number": -0.7,
    "number": 0.3,
    "of": 0.1,
}
_START: Weights = {"start_date": 1.0, "period_start": 0.5, "birth_date": -1.2, "document_date": -0.5, "date": -0.3}
_END: Weights = {"end_date": 1.0, "period_end": 0.6, "birth_date": -1.2, "document_date": -0.5, "date": -0.3}
_VALID: Weights = {
    "valid_until": 1.0,
    "due_date": 0.6,
    "end_date": 0.3,
    "birth_date": -1.0,
    "document_date": -0.6,
    "date": -0.5,
}
_GROSS: Weights = {
    "gross": 1.0,
    "section_total": 0.8,
    "due": 0.6,
    "net": -0.5,
    "vat": -0.9,
    "other_amount": -0.6,
    "opening_balance": -0.5,
}
_NET: Weights = {"net": 1.0, "gross": -0.3, "vat": -0.7, "due": -0.5, "other_amount": -0.4}

_INVOICE: dict[str, Weights] = {
    "date": _DATE,
    "due_date": {
        "due_date": 1.0,
        "document_date": -0.8,
        "date": -0.3,
        "number": -0.8,
        "birth_date": -1.0,
        "ddt": -1.0,
        "of": -0.4,
    },
    "iban": {"iban": 1.0},
    "net_amount": _NET,
    "vat_amount": {"vat": 1.0, "net": -0.7, "gross": -0.5, "due": -0.5, "other_amount": -0.4},
    "gross_amount": {**_GROSS, "due": 0.3},
    "withholding_amount": {"withholding": 1.0, "gross": -0.5, "due": -0.7},
    "stamp_duty": {"stamp": 1.0, "gross": -0.6},
    "amount_due": {"due": 1.0, "gross": -0.2, "net": -0.5, "vat": -0.5, "due_date": 0.2},
}
_ORDER: dict[str, Weights] = {
    "date": {**_DATE, "order_reference": 0.6},
    "net_amount": _NET,
    "gross_amount": _GROSS,
    "valid_until": _VALID,
}
_LETTER: dict[str, Weights] = {"date": _DATE_OF_LETTER}

WANTED: dict[str, dict[str, Weights]] = {
    "invoice": _INVOICE,
    "credit_note": {**_INVOICE, "date": {**_DATE, "invoice_number": 0.0}},
    "receipt": {"date": _DATE, "gross_amount": {**_GROSS, "due": 0.8}},
    "delivery_note": {"date": {**_DATE, "ddt": 0.9, "transport_date": 0.35}},
    "purchase_order": {key: weights for key, weights in _ORDER.items() if key != "valid_until"},
    "quote": _ORDER,
    "bank_statement": {
        "iban": {"iban": 1.0},
        "period_start": {"period_start": 1.0, "opening_balance": 0.7, "start_date": 0.3, "document_date": -0.4},
        "period_end": {
            "period_end": 1.0,
            "closing_balance": 0.8,
            "end_date": 0.3,
            "document_date": -0.3,
            "period_start": -0.4,
        },
        "opening_balance": {"opening_balance": 1.0, "closing_balance": -0.2, "other_amount": -0.7},
        "closing_balance": {"closing_balance": 1.0, "opening_balance": -0.6, "other_amount": -0.7},
    },
    "tax_payment": {
        "date": {**_DATE, "other_date": 0.0, "due_date": 0.5, "valid_until": 0.0, "of": 0.1},
        "gross_amount": {**_GROSS, "closing_balance": 1.0, "section_total": 0.3, "other_amount": -0.3},
    },
    "expense_report": {
        "period_start": {"period_start": 1.0, "start_date": 0.9, "document_date": -0.4},
        "period_end": {"period_end": 1.0, "end_date": 0.9, "document_date": -0.4, "period_start": -0.3},
        "gross_amount": {**_GROSS, "due": 0.5},
    },
    "payment_reminder": {
        "date": _DATE_OF_LETTER,
        "due_date": {"due_date": 1.0, "date": -0.3, "of": -0.5, "document_date": -0.5, "end_date": 0.2},
        "gross_amount": {**_GROSS, "due": 0.9},
    },
    "payslip": {
        "period": {"period": 1.0, "birth_date": -1.0, "hire_date": -0.8, "other_date": -0.7},
        "hire_date": {"hire_date": 1.0, "birth_date": -1.2, "period": -0.5, "other_date": -0.7},
        "gross_pay": {"gross_pay": 1.0, "earnings_column": 0.35, "deductions": -0.6, "net_pay": -0.6},
        "deductions": {"deductions": 1.0, "deductions_column": 0.35, "gross_pay": -0.6, "net_pay": -0.6},
        "net_pay": {"net_pay": 1.0, "gross_pay": -0.5, "deductions": -0.5, "other_amount": -0.5},
    },
    "employment_contract": {
        "date": _DATE_OF_LETTER,
        "start_date": _START,
        "end_date": {**_END, "start_date": -0.4},
        "gross_salary": {"gross_salary": 1.0, "gross": 0.4, "other_amount": -0.7},
    },
    "hiring_notice": {"date": _DATE_OF_LETTER, "start_date": {**_START, "hire_date": 0.8}, "end_date": _END},
    "termination_letter": {"date": _DATE_OF_LETTER, "end_date": {**_END, "start_date": 0.5, "hire_date": -1.0}},
    "leave_request": {"date": _DATE_OF_LETTER, "start_date": _START, "end_date": _END},
    "sick_note": {"date": _DATE_OF_LETTER, "start_date": _START, "end_date": _END},
    "training_certificate": {"date": {**_DATE_OF_LETTER, "end_date": -0.2}, "valid_until": _VALID},
    "evaluation": {
        "date": {**_DATE_OF_LETTER, "period_start": -0.6, "period_end": -0.5},
        "period_start": {"period_start": 1.0, "start_date": 0.5, "document_date": -0.6},
        "period_end": {"period_end": 1.0, "end_date": 0.6, "document_date": -0.6, "period_start": -0.3},
    },
    "identity_document": {"valid_until": _VALID},
    "contract": {
        "date": {**_DATE_OF_LETTER, "number": 0.8, "of": 0.4},
        "start_date": _START,
        "end_date": {**_END, "valid_until": 0.8, "start_date": -0.4},
        "gross_amount": _GROSS,
    },
    "complaint": _LETTER,
    "letter": _LETTER,
    "other": _LETTER,
    "tax_certificate": {},
    "cv": {},
}

# Label roles of fields that are texts; the value stands right of or below its label.
TEXTS: dict[str, dict[str, Weights]] = {
    "invoice": {"payment_terms": {"payment_terms": 1.0}, "order_reference": {"order_reference": 1.0}},
    "credit_note": {"payment_terms": {"payment_terms": 1.0}, "order_reference": {"order_reference": 1.0}},
    "delivery_note": {"order_reference": {"order_reference": 1.0}},
    "receipt": {"payment_method": {"payment_method": 1.0}},
    "payslip": {"level": {"level": 1.0}},
    "employment_contract": {"level": {"level": 1.0}},
    "training_certificate": {"course": {"course": 1.0}},
    "evaluation": {"score": {"score": 1.0}},
    "complaint": {"subject": {"subject": 1.0}, "reference": {"reference": 1.0}},
    "letter": {"subject": {"subject": 1.0}, "reference": {"reference": 1.0}},
    "other": {"subject": {"subject": 1.0}, "reference": {"reference": 1.0}},
}
