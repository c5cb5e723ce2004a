"""Why an office file cannot be read, and what to do about it."""

from __future__ import annotations

from intake.errors import IntakeError
from storage.errors import Message


class DamagedOffice(IntakeError):
    code = "damaged_office"
    message = Message(
        "Il file è danneggiato e non si apre ({reason}). Aprilo con il programma che lo ha fatto, salvalo come PDF e "
        "trascina quello, oppure chiedine un'altra copia.",
        "The file is damaged and cannot be opened ({reason}). Open it with the program that made it, save it as PDF "
        "and drop that, or ask for another copy.",
    )


class EncryptedOffice(IntakeError):
    code = "encrypted_office"
    message = Message(
        "Il file è protetto da password. Aprilo, salvane una copia senza password e trascinala di nuovo.",
        "The file is protected by a password. Open it, save a copy without the password and drop it again.",
    )


class UnsafeOffice(IntakeError):
    code = "unsafe_office"
    message = Message(
        "Il file contiene dichiarazioni (DTD) che un documento di testo o un foglio di calcolo non può avere: per "
        "sicurezza non viene letto. Salvalo come PDF e trascina quello.",
        "The file holds declarations (a DTD) that no document or spreadsheet may have: it is not read, for safety. "
        "Save it as PDF and drop that.",
    )


class OfficeTooLarge(IntakeError):
    code = "office_too_large"
    message = Message(
        "Il file contiene troppo per essere aperto ({reason}). Salva come PDF la parte che serve e trascina quella.",
        "The file holds too much to be opened ({reason}). Save the part you need as PDF and drop that.",
    )


class OldOffice(IntakeError):
    code = "old_office"
    message = Message(
        "Il file è in un vecchio formato di Office (.doc, .xls, .ppt). Aprilo e salvalo come DOCX, XLSX o PDF e "
        "trascina quello, oppure installa LibreOffice su questo computer e rileggi il documento.",
        "The file is in an old Office format (.doc, .xls, .ppt). Open it, save it as DOCX, XLSX or PDF and drop that, "
        "or install LibreOffice on this computer and read the document again.",
    )
