"""What SDI, the exchange of e-invoices, says of one: receipts and notices of both families, public and private.

Specifiche tecniche relative al Sistema di Interscambio: root elements are matched by their local names, for the two
families differ in namespaces and in some of the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.formats.errors import NotAnInvoice
from intake.formats.sdi_names import invoice_of_notice, sdi_name
from intake.formats.xml_node import Node
from intake.formats.xml_text import parse

_ROOTS = {
    "RicevutaConsegna": "RC",
    "NotificaScarto": "NS",
    "RicevutaScarto": "NS",
    "NotificaMancataConsegna": "MC",
    "RicevutaImpossibilitaRecapito": "MC",
    "NotificaEsito": "NE",
    "NotificaDecorrenzaTermini": "DT",
    "AttestazioneTrasmissioneFattura": "AT",
    "NotificaEsitoCommittente": "EC",
    "ScartoEsitoCommittente": "SE",
    "MetadatiInvioFile": "MT",
    "FileMetadati": "MT",
}
_ROOT = re.compile(rf"<(?:[\w.-]{{1,40}}:)?(?:{'|'.join(_ROOTS)})[\s>/]")

TITLES = {
    "RC": "Ricevuta di consegna",
    "NS": "Notifica di scarto",
    "MC": "Mancata consegna",
    "NE": "Notifica di esito del committente",
    "DT": "Notifica di decorrenza termini",
    "AT": "Attestazione di avvenuta trasmissione con impossibilità di recapito",
    "EC": "Esito del committente",
    "SE": "Scarto dell'esito del committente",
    "MT": "Metadati dell'invio",
}
# what a notice makes of its invoice; the words are those of the page
_STATES = {"RC": "delivered", "NS": "rejected", "MC": "undeliverable", "DT": "terms_expired", "AT": "sent"}
_OUTCOMES = {"EC01": "accepted", "EC02": "refused"}
LOUD = frozenset({"rejected", "refused"})
_MOST_ERRORS = 100


@dataclass(frozen=True, slots=True)
class Notice:
    """`invoice_file` is the invoice's name for SDI, empty where nothing says it; `state` what the notice makes of the
    invoice, empty where nothing; `facts` are further lines for people: (label, text)."""

    code: str
    sdi_id: str
    invoice_file: str
    state: str
    day: str
    errors: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        return TITLES[self.code]

    @property
    def is_loud(self) -> bool:
        """Whether somebody must act."""
        return self.state in LOUD or self.code == "SE"


def is_notice_xml(head: str) -> bool:
    """Whether a text, which may be cut off, begins a notice of SDI."""
    return head.lstrip("\ufeff \t\r\n").startswith("<") and _ROOT.search(head) is not None


def read_notice(data: bytes, name: str) -> Notice:
    """The notice; `name` is the file's name as dropped. Raises `UnreadableFile`: `NotAnInvoice`, `DamagedXml`..."""
    root = parse(data).root
    code = _ROOTS.get(root.name)
    if code is None:
        raise NotAnInvoice
    outcome = root.value("Esito") or root.value("EsitoCommittente/Esito")
    return Notice(
        code,
        root.value("IdentificativoSdI"),
        sdi_name(root.value("NomeFile")) or invoice_of_notice(name),
        _OUTCOMES.get(outcome.upper(), "") if code in ("NE", "EC") else _STATES.get(code, ""),
        (root.value("DataOraConsegna") or root.value("DataOraRicezione"))[:10],
        tuple(_errors(root))[:_MOST_ERRORS],
        tuple(_facts(root, outcome)),
    )


def _errors(root: Node) -> list[tuple[str, str]]:
    found = root.at("ListaErrori")
    errors = [(node.value("Codice"), node.value("Descrizione")) for node in found.all("Errore")] if found else []
    return errors + ([(root.value("Scarto"), root.value("Note"))] if root.value("Scarto") else [])


def _facts(root: Node, outcome: str) -> list[tuple[str, str]]:
    reference = root.at("RiferimentoFattura") or root.at("EsitoCommittente/RiferimentoFattura")
    rows = [
        ("Identificativo SdI", root.value("IdentificativoSdI")),
        ("File", root.value("NomeFile")),
        ("Ricevuto dal SdI", root.value("DataOraRicezione").replace("T", " ")),
        ("Consegnato", root.value("DataOraConsegna").replace("T", " ")),
        ("Messo a disposizione", root.value("DataMessaADisposizione")),
        ("Destinatario", " ".join((root.value("Destinatario/Codice"), root.value("Destinatario/Descrizione"))).strip()),
        ("Esito", {"EC01": "EC01 accettata", "EC02": "EC02 rifiutata"}.get(outcome.upper(), outcome)),
        ("Fattura", reference.value("NumeroFattura") if reference else ""),
        ("Anno", reference.value("AnnoFattura") if reference else ""),
        ("Posizione nel lotto", reference.value("PosizioneFattura") if reference else ""),
        ("Codice destinatario", root.value("CodiceDestinatario")),
        ("Formato", root.value("Formato")),
        ("Archivio", root.value("RiferimentoArchivio/NomeFile")),
        ("Impronta del file", root.value("HashFileOriginale") or root.value("Hash")),
        ("Descrizione", root.value("Descrizione") or root.value("EsitoCommittente/Descrizione")),
        ("Messaggio", root.value("MessageId")),
        ("Note", root.value("Note")),
    ]
    return [(label, text) for label, text in rows if text]
