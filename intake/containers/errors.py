"""Why a file that holds others cannot be opened, and what to do about it."""

from __future__ import annotations

from intake.errors import IntakeError
from storage.errors import Message


class EncryptedArchive(IntakeError):
    code = "encrypted_archive"
    message = Message(
        "L'archivio è protetto da password. Estrai i file con la password e trascina quelli nella cartella.",
        "The archive is protected by a password. Unpack it with the password and drop the files inside.",
    )


class RarArchive(IntakeError):
    code = "rar_archive"
    message = Message(
        "Gli archivi RAR non si possono aprire qui. Estrai i file e trascina quelli, oppure chiedi un archivio ZIP.",
        "RAR archives cannot be opened here. Unpack it and drop the files inside, or ask for a ZIP archive.",
    )


class SplitArchive(IntakeError):
    code = "split_archive"
    message = Message(
        "È solo una parte di un archivio diviso in più file. Estrai l'archivio intero sul computer e trascina i file.",
        "This is only one part of an archive that was split. Unpack the whole archive and drop the files inside.",
    )


class DamagedArchive(IntakeError):
    code = "damaged_archive"
    message = Message(
        "L'archivio è danneggiato o incompleto e non si apre. Scaricalo di nuovo, o chiedi di rimandarlo.",
        "The archive is damaged or incomplete and cannot be opened. Download it again, or ask for it once more.",
    )


class EmptyArchive(IntakeError):
    code = "empty_archive"
    message = Message(
        "L'archivio non contiene nessun file. Controlla di aver scelto quello giusto e trascinalo di nuovo.",
        "There is no file in the archive. Check that it is the right one and drop it again.",
    )


class DamagedMail(IntakeError):
    code = "damaged_mail"
    message = Message(
        "Il messaggio di posta è danneggiato e non si apre. Salvalo di nuovo dal programma di posta, come .eml.",
        "The mail is damaged and cannot be opened. Save it again from the mail program, as .eml.",
    )
