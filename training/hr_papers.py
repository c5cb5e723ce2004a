"""All HR papers by kind; one that stands twice is drawn twice as often."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from training.content import Content
from training.hr_absences import leave_form, leave_letter, leave_mail, leave_table, sick_form, sick_mail, sick_prose
from training.hr_certificates import evaluation, tax_certificate, training_certificate
from training.hr_joining import contract_abroad, contract_deed, contract_form, contract_letter, hiring_notice
from training.hr_leaving import agreement, dismissal_letter, online_form, resignation_abroad, resignation_letter
from training.hr_people import cv_abroad, cv_form, cv_free, identity_document
from training.payslips import payslip

Author = Callable[[random.Random], Content]

HR_PAPERS: Mapping[str, Sequence[Author]] = {
    "payslip": (payslip,),
    "employment_contract": (*(contract_letter, contract_deed, contract_form) * 4, contract_abroad),
    "hiring_notice": (hiring_notice,),
    "termination_letter": (*(resignation_letter, online_form, dismissal_letter) * 3, agreement, agreement,
    resignation_abroad),
    "leave_request": (*(leave_form,) * 6, leave_letter, leave_letter, leave_mail, leave_table),
    "sick_note": (*(sick_form,) * 6, sick_prose, sick_prose, sick_mail),
    "tax_certificate": (tax_certificate,),
    "training_certificate": (training_certificate,),
    "evaluation": (evaluation,),
    "cv": (*(cv_form, cv_free) * 5, cv_abroad),
    "identity_document": (identity_document,),
}  # fmt: skip
