"""How and when to pay, in UBL."""

from __future__ import annotations

from collections.abc import Iterator

from intake.formats.european.scribe import EuropeanScribe, labelled, text, value
from intake.formats.european.terms import Due, Means, Term, joined
from intake.formats.fatturapa_sums import Figure
from intake.formats.xml_node import Node

_DATES = ("PaymentDueDate", "InstallmentDueDate")


def payments(scribe: EuropeanScribe, root: Node, total: Figure | None) -> Iterator[Term]:
    return joined(list(_means(root)), list(_dues(scribe, root)), total)


def _means(root: Node) -> Iterator[Means]:
    for node in root.all("PaymentMeans"):
        code = node.at("PaymentMeansCode")
        name = code.attribute("name") if code else ""
        yield Means(
            path=node.path,
            code=code.text if code else "",
            account=value(node, "PayeeFinancialAccount/ID"),
            details=labelled(
                ("", name),
                ("Intestatario", text(node, "PayeeFinancialAccount/Name")),
                (
                    "BIC",
                    text(
                        node,
                        "PayeeFinancialAccount/FinancialInstitutionBranch/ID",
                        "PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID",
                    ),
                ),
                ("Riferimento", text(node, "PaymentID")),
                ("Nota", text(node, "InstructionNote")),
                ("Mandato", text(node, "PaymentMandate/ID")),
                ("Addebito su", text(node, "PaymentMandate/PayerFinancialAccount/ID")),
                ("Carta", text(node, "CardAccount/PrimaryAccountNumberID")),
            ),
        )


def _dues(scribe: EuropeanScribe, root: Node) -> Iterator[Due]:
    """Instalments stand in the terms; one date stands at the top, in older versions in the means."""
    instalments = [
        Due(when[0], when[1], scribe.number(node, "Amount"))
        for node in root.all("PaymentTerms")
        if (when := scribe.when(node, *_DATES))
    ]
    if len(instalments) > 1:
        yield from instalments
        return
    when = scribe.when(root, "DueDate")
    for node in root.all("PaymentMeans"):
        when = when or scribe.when(node, "PaymentDueDate")
    if when:
        yield Due(when[0], when[1], None)
    else:
        yield from instalments
