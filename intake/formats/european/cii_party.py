"""A firm or person in CII."""

from __future__ import annotations

from intake.formats.european import parties
from intake.formats.european.scribe import labelled, part, text, value
from intake.formats.fatturapa_model import Party, Value
from intake.formats.xml_node import Node

_STREET = ("LineOne", "LineTwo", "LineThree", "StreetName")
_TOWN = ("PostcodeCode", "CityName", "CountrySubDivisionName")


def party(node: Node) -> Party:
    """`node` is a SellerTradeParty, BuyerTradeParty..."""
    country = text(node, "PostalTradeAddress/CountryID").upper()
    registered = [
        (found.attribute("schemeID").upper(), Value(found.text, found.path))
        for item in node.all("SpecifiedTaxRegistration")
        if (found := item.at("ID")) and found.text
    ]
    others = _others(node)
    stated = next((found for scheme, found in registered if scheme in ("VA", "")), None)
    stated = stated or next((found for scheme, found in others if scheme in parties.ITALIAN_VAT_IDS), None)
    known = parties.vat_id(stated, country)
    code = parties.tax_code([(scheme or "?", found) for scheme, found in others] + _fiscal(registered), country)
    further = [("Numero fiscale", found.text) for scheme, found in registered if scheme == "FC" and found != code]
    if stated and not known:
        further.insert(0, ("Identificativo IVA", stated.text))
    return Party(
        path=node.path,
        name=value(node, "Name"),
        vat_id=known,
        tax_code=code,
        address=_address(node),
        regime="",
        details=_details(node, further),
    )


def _others(node: Node) -> list[tuple[str, Value]]:
    """(scheme, identifier) of what is no tax registration."""
    found = [*node.all("ID"), *node.all("GlobalID"), *part(node, "SpecifiedLegalOrganization").all("ID")]
    return [(item.attribute("schemeID").upper(), Value(item.text, item.path)) for item in found if item.text]


def _fiscal(registered: list[tuple[str, Value]]) -> list[tuple[str, Value]]:
    return [("FC", found) for scheme, found in registered if scheme == "FC"]


def _address(node: Node) -> tuple[str, ...]:
    place = part(node, "PostalTradeAddress")
    street = [place.value(name) for name in _STREET]
    return parties.address(street, [place.value(name) for name in _TOWN], place.value("CountryID").upper())


def address_of(node: Node) -> str:
    """A party's address on one line."""
    return " · ".join(_address(node))


def _details(node: Node, further: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    contact = part(node, "DefinedTradeContact")
    codes = [(item.attribute("schemeID"), item.text) for item in (*node.all("GlobalID"), *node.all("ID"))]
    return labelled(
        ("Nome commerciale", node.value("SpecifiedLegalOrganization/TradingBusinessName")),
        ("Registro imprese", node.value("SpecifiedLegalOrganization/ID")),
        *further,
        *parties.identifiers(codes),
        ("Indirizzo elettronico", node.value("URIUniversalCommunication/URIID")),
        ("Contatto", text(contact, "PersonName", "DepartmentName")),
        ("Tel.", contact.value("TelephoneUniversalCommunication/CompleteNumber")),
        ("E-mail", contact.value("EmailURIUniversalCommunication/URIID")),
    )
