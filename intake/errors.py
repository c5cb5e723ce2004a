"""Why a file could not be read, said so that the person who dropped it knows what to do."""

from __future__ import annotations

from storage.errors import Message, UnreadableFile


class IntakeError(UnreadableFile):
    """Raised in a worker and caught in the service: it crosses the border with its message already in words."""

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.message,))


class EncryptedPdf(IntakeError):
    code = "encrypted_pdf"
    message = Message(
        "Il PDF è protetto da password. Salvane una copia senza password e trascinala di nuovo nella cartella.",
        "The PDF is protected by a password. Save a copy without the password and drop it again.",
    )


class EmptyFile(IntakeError):
    code = "empty_file"
    message = Message(
        "Il file è vuoto. Fallo di nuovo (scansione o download) e trascinalo nella cartella.",
        "The file is empty. Scan or download it again and drop it once more.",
    )


class TruncatedFile(IntakeError):
    code = "truncated"
    message = Message(
        "Il file è incompleto: la copia o il download si è interrotto. Copialo o scaricalo di nuovo per intero.",
        "The file is incomplete: a copy or download broke off. Copy or download the whole file again.",
    )


class DamagedFile(IntakeError):
    code = "damaged"
    message = Message(
        "Il file è danneggiato e non si apre. Chiedine un'altra copia a chi lo ha mandato, o scansionalo di nuovo.",
        "The file is damaged and cannot be opened. Ask the sender for another copy, or scan it again.",
    )


class UnknownType(IntakeError):
    code = "unknown_type"
    message = Message(
        "Questo tipo di file non si può leggere. Salva il documento come PDF o immagine (TIFF, JPEG, PNG, WebP, HEIC, "
        "BMP), testo semplice o fattura elettronica XML, e trascinalo di nuovo.",
        "This type of file cannot be read. Save the document as PDF or picture (TIFF, JPEG, PNG, WebP, HEIC, BMP), "
        "plain text or e-invoice XML, and drop it again.",
    )


class FileTooLarge(IntakeError):
    code = "too_large"
    message = Message(
        "Il file è troppo grande ({megabytes} MB; il limite è {limit} MB). Dividilo, o alza inbox.max_megabytes "
        "in config.yaml, e trascinalo di nuovo.",
        "The file is too large ({megabytes} MB; the limit is {limit} MB). Split it, or raise inbox.max_megabytes "
        "in config.yaml, and drop it again.",
    )


class PictureTooLarge(IntakeError):
    code = "picture_too_large"
    message = Message(
        "La pagina {page} è un'immagine troppo grande ({width}×{height} punti). Scansionala di nuovo a 300 dpi.",
        "Page {page} is too large a picture ({width}×{height} pixels). Scan it again at 300 dpi.",
    )


class TooManyPages(IntakeError):
    code = "too_many_pages"
    message = Message(
        "Il documento ha troppe pagine ({pages}; il limite è {limit}). Dividilo in più file e trascinali di nuovo.",
        "The document has too many pages ({pages}; the limit is {limit}). Split it into several files and drop those.",
    )


class PageFailed(IntakeError):
    code = "page_failed"
    message = Message(
        "La pagina {page} non si è potuta leggere ({why}). Scansionala di nuovo, più semplice o a 300 dpi, "
        "oppure alza i limiti ocr.page_timeout_seconds e ocr.page_memory_megabytes in config.yaml.",
        "Page {page} could not be read ({why}). Scan it again, plainer or at 300 dpi, or raise the limits "
        "ocr.page_timeout_seconds and ocr.page_memory_megabytes in config.yaml.",
    )
