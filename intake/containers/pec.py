"""Certified mail (posta elettronica certificata): what the provider certifies, from its daticert.xml.

Regole tecniche del servizio di posta elettronica certificata (DM 2/11/2005), allegato.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from intake.formats.xml_text import parse
from storage.errors import UnreadableFile

KINDS = {
    "posta-certificata": "Messaggio di posta certificata",
    "accettazione": "Ricevuta di accettazione",
    "non-accettazione": "Avviso di non accettazione",
    "presa-in-carico": "Ricevuta di presa in carico",
    "avvenuta-consegna": "Ricevuta di avvenuta consegna",
    "errore-consegna": "Avviso di mancata consegna",
    "preavviso-errore-consegna": "Preavviso di mancata consegna",
    "rilevazione-virus": "Avviso di rilevazione di virus",
    "anomalia": "Messaggio non certificato (busta di anomalia)",
}
_KIND = re.compile(rb"<postacert\b[^>]{0,300}?\btipo\s*=\s*[\"']([a-z-]{1,40})[\"']", re.IGNORECASE)
_ANOMALY = re.compile(r"anomalia messaggio", re.IGNORECASE)
_TROUBLES = frozenset({
    "non-accettazione", "errore-consegna", "preavviso-errore-consegna", "rilevazione-virus", "anomalia"
})  # fmt: skip
_FORMS = {"completa": "completa", "breve": "breve", "sintetica": "sintetica"}
_FORM = re.compile(rb"<ricevuta\b[^>]{0,200}?\btipo\s*=\s*[\"']([a-z]{1,20})[\"']", re.IGNORECASE)
_LONGEST_REASON = 1000
_ZONE = re.compile(rb"<data\b[^>]{0,200}?\bzona\s*=\s*[\"']([+-]\d{2}):?(\d{2})[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Certified:
    """`kind` is one of `KINDS`; `at` is the certified moment. Of a receipt `form` says how much of the message it
    brings along, `delivered_to` whose box it was put into, `reason` why it was not."""

    kind: str
    sender: str
    recipients: tuple[str, ...]
    at: datetime | None
    subject: str
    message_id: str
    provider: str
    form: str = ""
    delivered_to: str = ""
    reason: str = ""

    @property
    def is_message(self) -> bool:
        """Whether it carries what somebody wrote, and is no receipt."""
        return self.kind in ("posta-certificata", "anomalia")

    @property
    def is_trouble(self) -> bool:
        """Whether it says that something did not arrive, or arrived without being certified."""
        return self.kind in _TROUBLES

    @property
    def words(self) -> str:
        words = KINDS.get(self.kind, "Posta certificata")
        return f"{words} ({self.form})" if self.form else words


def certified_by(data: bytes) -> Certified | None:
    """What a daticert.xml certifies; None where it cannot be read."""
    try:
        root = parse(data).root
    except UnreadableFile:
        return None
    if root.name != "postacert":
        return None
    kind = _KIND.search(data)
    heads = root.at("intestazione")
    day, hour = root.value("dati/data/giorno"), root.value("dati/data/ora")
    return Certified(
        kind[1].decode().lower() if kind else "posta-certificata",
        root.value("intestazione/mittente"),
        tuple(node.text for node in heads.all("destinatari") if node.text) if heads else (),
        _moment(day, hour, _ZONE.search(data)),
        root.value("intestazione/oggetto"),
        root.value("dati/msgid") or root.value("dati/identificativo"),
        root.value("dati/gestore-emittente"),
        _FORMS.get(form[1].decode().lower(), "") if (form := _FORM.search(data)) else "",
        root.value("dati/consegna"),
        root.value("dati/errore-esteso")[:_LONGEST_REASON],
    )


def anomaly(subject: str, at: datetime | None) -> Certified | None:
    """What came to a certified box from an ordinary one: the provider certifies only that it could not be certified."""
    if not _ANOMALY.search(subject):
        return None
    return Certified("anomalia", "", (), at, "", "", "")


def _moment(day: str, hour: str, zone: re.Match[bytes] | None) -> datetime | None:
    offset = f"{zone[1].decode()}{zone[2].decode()}" if zone else "+0000"
    try:
        at = datetime.strptime(f"{day} {hour} {offset}", "%d/%m/%Y %H:%M:%S %z")
    except ValueError:
        return None
    return at if zone else at.replace(tzinfo=None).astimezone()
