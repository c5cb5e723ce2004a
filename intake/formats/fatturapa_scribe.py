"""Takes typed values out of the XML tree, and keeps a note of what could not be understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from intake.formats import xml_values
from intake.formats.fatturapa_model import Discount, Party, Value
from intake.formats.xml_node import Node
from storage.identifiers import compact
from storage.kinds import FieldType
from storage.values import is_valid

T = TypeVar("T")
MAX_NOTES = 50
MAX_NAME = 500

_PARTY_DETAILS = (
    ("Cod. EORI", "DatiAnagrafici/Anagrafica/CodEORI"),
    ("Albo", "DatiAnagrafici/AlboProfessionale"),
    ("Prov. albo", "DatiAnagrafici/ProvinciaAlbo"),
    ("N. iscrizione albo", "DatiAnagrafici/NumeroIscrizioneAlbo"),
    ("Tel.", "Contatti/Telefono"),
    ("Fax", "Contatti/Fax"),
    ("E-mail", "Contatti/Email"),
    ("Rif. amministrazione", "RiferimentoAmministrazione"),
)


class Scribe:
    """One invoice's reading: `unreadable` grows by each value that is there and means nothing."""

    def __init__(self) -> None:
        self.unreadable: list[str] = []

    def _read(self, node: Node, path: str, parse: Callable[[str], T | None]) -> T | None:
        found = node.at(path)
        return self.take(found, parse) if found else None

    def take(self, found: Node, parse: Callable[[str], T | None]) -> T | None:
        """What the element's own text means."""
        if not found.text:
            return None
        value = parse(found.text)
        if value is None and len(self.unreadable) < MAX_NOTES:
            self.unreadable.append(f"{found.path}: {found.text[:60]}")
        return value

    def amount(self, node: Node, path: str) -> Decimal | None:
        return self._read(node, path, xml_values.amount)

    def rate(self, node: Node, path: str) -> Decimal | None:
        return self._read(node, path, percentage)

    def day(self, node: Node, path: str) -> date | None:
        return self._read(node, path, xml_values.day)

    def currency(self, document: Node) -> Value | None:
        code = self._read(document, "Divisa", lambda text: text.upper() if _is_currency(text.upper()) else None)
        return Value(code, f"{document.path}/Divisa") if code else None

    def days(self, node: Node, path: str) -> int | None:
        def count(text: str) -> int | None:
            return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None

        return self._read(node, path, count)

    def discounts(self, node: Node) -> tuple[Discount, ...]:
        return tuple(
            Discount(item.value("Tipo").upper() == "MG", self.rate(item, "Percentuale"), self.amount(item, "Importo"))
            for item in node.all("ScontoMaggiorazione")
        )

    def party(self, node: Node | None, path: str) -> Party:
        """A firm or person, of the ordinary form (DatiAnagrafici) or the simplified one (all at the top)."""
        if node is None:
            return Party(path, None, None, None, (), "", ())
        known = node.at("DatiAnagrafici") or node.at("IdentificativiFiscali") or node
        named = node.at("DatiAnagrafici/Anagrafica") or node.at("AltriDatiIdentificativi") or node
        vat_id, tax_code = self._identifiers(known)
        details = [(label, text) for label, where in _PARTY_DETAILS if (text := node.value(where))]
        return Party(
            path=node.path,
            name=_name(named),
            vat_id=vat_id,
            tax_code=tax_code,
            address=_address(node.at("Sede") or named.at("Sede")),
            regime=known.value("RegimeFiscale") or node.value("RegimeFiscale"),
            details=(*_registration(node), *details),
        )

    def _identifiers(self, known: Node) -> tuple[Value | None, Value | None]:
        tax_node, vat_node = known.at("CodiceFiscale"), known.at("IdFiscaleIVA")
        tax_code = Value(compact(tax_node.text), tax_node.path) if tax_node and tax_node.text else None
        if vat_node is None:
            return None, tax_code
        number = compact(vat_node.value("IdCodice"))
        if xml_values.is_tax_code(number):
            return None, tax_code or Value(number, vat_node.path)
        vat_id = xml_values.vat_id(vat_node.value("IdPaese") or "IT", number)
        if not vat_id:
            self.unreadable.append(f"{vat_node.path}: {vat_node.value('IdPaese')} {number[:40]}")
            return None, tax_code
        return Value(vat_id, vat_node.path), tax_code


def percentage(text: str) -> Decimal | None:
    """A percentage from 0 to 100."""
    value = xml_values.amount(text.rstrip("% "))
    return value if value is not None and 0 <= value <= 100 else None


def _is_currency(code: str) -> bool:
    return is_valid(FieldType.CURRENCY, code)


def _name(node: Node) -> Value | None:
    firm = node.at("Denominazione")
    if firm and firm.text:
        return Value(firm.text[:MAX_NAME], firm.path)
    parts = [part for part in (node.at("Nome"), node.at("Cognome")) if part and part.text]
    return Value(" ".join(part.text for part in parts)[:MAX_NAME].strip(), parts[-1].path) if parts else None


def _address(seat: Node | None) -> tuple[str, ...]:
    if seat is None:
        return ()
    street = " ".join(filter(None, (seat.value("Indirizzo"), seat.value("NumeroCivico"))))
    province = seat.value("Provincia")
    town = " ".join(filter(None, (seat.value("CAP"), seat.value("Comune"), f"({province})" if province else "")))
    land = seat.value("Nazione")
    return tuple(filter(None, (street, town + (f" · {land}" if land and land != "IT" else ""))))


def _registration(node: Node) -> tuple[tuple[str, str], ...]:
    rea = node.at("IscrizioneREA")
    if rea is None:
        return ()
    number = "-".join(filter(None, (rea.value("Ufficio"), rea.value("NumeroREA"))))
    capital = rea.value("CapitaleSociale")
    owners = {"SU": "socio unico", "SM": "più soci"}.get(rea.value("SocioUnico"), "")
    ending = {"LS": "in liquidazione"}.get(rea.value("StatoLiquidazione"), "")
    rows = (("REA", number), ("Cap. soc.", capital), ("Soci", owners), ("Stato", ending))
    return tuple((label, text) for label, text in rows if text)
