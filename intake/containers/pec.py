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
}
_KIND = re.compile(rb"<postacert\b[^>]{0,300}?\btipo\s*=\s*[\"']([a-z-]{1,40})[\"']", re.IGNORECASE)
_ZONE = re.compile(rb"<data\b[^>]{0,200}?\bzona\s*=\s*[\"']([+-]\d{2}):?(\d{2})[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Certified:
    """`kind` is one of `KINDS`; `at` is the certified moment."""

    kind: str
    sender: str
    recipients: tuple[str, ...]
    at: datetime | None
    subject: str
    message_id: str
    provider: str

    @property
    def is_message(self) -> bool:
        """Whether it carries what somebody wrote, and is no receipt."""
        return self.kind == "posta-certificata"

    @property
    def words(self) -> str:
        return KINDS.get(self.kind, "Posta certificata")


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
    )


def _moment(day: str, hour: str, zone: re.Match[bytes] | None) -> datetime | None:
    offset = f"{zone[1].decode()}{zone[2].decode()}" if zone else "+0000"
    try:
        at = datetime.strptime(f"{day} {hour} {offset}", "%d/%m/%Y %H:%M:%S %z")
    except ValueError:
        return None
    return at if zone else at.replace(tzinfo=None).astimezone()
