"""A firm or person in UBL."""

from __future__ import annotations

from intake.formats.european import parties
from intake.formats.european.scribe import deep, labelled, part, text, value
from intake.formats.fatturapa_model import Party, Value
from intake.formats.xml_node import Node


def party(node: Node) -> Party:
    """`node` is a Party or what stands for one (PayeeParty, TaxRepresentativeParty)."""
    country = text(node, "PostalAddress/Country/IdentificationCode").upper()
    legal = part(node, "PartyLegalEntity")
    taxed = [scheme for scheme in node.all("PartyTaxScheme") if scheme.value("CompanyID")]
    vat = next((item for item in taxed if item.value("TaxScheme/ID").upper() in ("VAT", "")), None)
    stated = value(vat, "CompanyID") if vat else _by_scheme(node)
    known = parties.vat_id(stated, country)
    code = parties.tax_code(_tax_codes(node, taxed, vat), country)
    further = [
        ("Numero fiscale", item.value("CompanyID"))
        for item in taxed
        if item is not vat and not (code and code.path.startswith(item.path))
    ]
    if stated and not known:
        further.insert(0, ("Identificativo IVA", stated.text))
    return Party(
        path=node.path,
        name=value(legal, "RegistrationName") or value(node, "PartyName/Name") or _person(node),
        vat_id=known,
        tax_code=code,
        address=_address(node.at("PostalAddress")),
        regime="",
        details=_details(node, legal, further),
    )


def _by_scheme(node: Node) -> Value | None:
    """A VAT id that stands among the other identifiers."""
    return next(
        (
            Value(item.text, item.path)
            for item in _identifiers(node)
            if item.attribute("schemeID").upper() in parties.ITALIAN_VAT_IDS and item.text
        ),
        None,
    )


def _identifiers(node: Node) -> list[Node]:
    return [
        *deep(node, "PartyIdentification/ID"),
        *deep(node, "PartyLegalEntity/CompanyID"),
        *deep(node, "EndpointID"),
    ]


def _tax_codes(node: Node, taxed: list[Node], vat: Node | None) -> list[tuple[str, Value]]:
    named = [(item.attribute("schemeID"), Value(item.text, item.path)) for item in _identifiers(node) if item.text]
    others = [
        ("TAX", Value(found.text, found.path)) for item in taxed if item is not vat and (found := item.at("CompanyID"))
    ]
    return [(scheme or "?", found) for scheme, found in named] + others


def _person(node: Node) -> Value | None:
    first, last = text(node, "Person/FirstName"), value(node, "Person/FamilyName")
    return Value(f"{first} {last.text}".strip(), last.path) if last else None


def _address(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    street = " ".join(filter(None, (node.value("StreetName"), node.value("BuildingNumber"))))
    lines = [street, node.value("AdditionalStreetName"), *(item.text for item in deep(node, "AddressLine/Line"))]
    town = (node.value("PostalZone"), node.value("CityName"), node.value("CountrySubentity"))
    return parties.address(lines, town, node.value("Country/IdentificationCode").upper())


def address_of(node: Node | None) -> str:
    """A delivery address on one line."""
    return " · ".join(_address(node))


def _details(node: Node, legal: Node, further: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    name = node.value("PartyName/Name")
    registered = legal.value("RegistrationName")
    codes = [(item.attribute("schemeID"), item.text) for item in deep(node, "PartyIdentification/ID")]
    return labelled(
        ("Nome commerciale", name if registered and name != registered else ""),
        ("Registro imprese", legal.value("CompanyID")),
        ("Forma giuridica", legal.value("CompanyLegalForm")),
        *further,
        *parties.identifiers(codes),
        ("Indirizzo elettronico", node.value("EndpointID")),
        ("Contatto", node.value("Contact/Name")),
        ("Tel.", node.value("Contact/Telephone")),
        ("E-mail", node.value("Contact/ElectronicMail")),
    )
