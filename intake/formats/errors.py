"""Why a structured file cannot be read, and what to do about it."""

from __future__ import annotations

from intake.errors import IntakeError
from storage.errors import Message


class NotAnInvoice(IntakeError):
    """Well-formed, or at least text, but not a FatturaPA."""

    code = "not_an_invoice"
    message = Message(
        "Il file non contiene una fattura elettronica. Se è un altro documento, salvalo come PDF o immagine e riprova.",
        "The file holds no e-invoice. If it is another document, save it as a PDF or an image and try again.",
    )


class DamagedXml(IntakeError):
    code = "damaged_xml"
    message = Message(
        "Il file XML è danneggiato o incompleto ({reason}). Scaricalo di nuovo dal portale o chiedilo al fornitore.",
        "The XML file is damaged or incomplete ({reason}). Download it again from the portal or ask the supplier.",
    )


class UnsafeXml(IntakeError):
    code = "unsafe_xml"
    message = Message(
        "Il file XML contiene dichiarazioni (DTD) che una fattura elettronica non può avere: per sicurezza non viene"
        " letto. Chiedi al fornitore il file originale.",
        "The XML file holds declarations (a DTD) that no e-invoice may have: it is not read, for safety. Ask the"
        " supplier for the original file.",
    )


class DamagedSignature(IntakeError):
    code = "damaged_signature"
    message = Message(
        "Il file firmato (.p7m) è danneggiato e il suo contenuto non si può estrarre. Scaricalo di nuovo dal portale o"
        " dalla PEC, senza aprirlo con altri programmi.",
        "The signed file (.p7m) is damaged and its content cannot be taken out. Download it again from the portal or"
        " the certified mail, without opening it in other programs.",
    )


class XmlTooLarge(IntakeError):
    code = "xml_too_large"
    message = Message(
        "Il file XML è troppo grande per una fattura elettronica ({reason}). Chiedi al fornitore di dividerlo, o di"
        " togliere gli allegati.",
        "The XML file is too large for an e-invoice ({reason}). Ask the supplier to split it, or to leave out the"
        " attachments.",
    )
