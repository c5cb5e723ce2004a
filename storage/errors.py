"""What can go wrong, said so that the person who meets it knows what to do.

The class fixes the outcome (a file is set aside, a request is refused); the message is in Italian and English and
names the remedy. Anything that is not a `FaldoneError` is our own fault and belongs in the log with its traceback.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people, with the remedy."""

    it: str
    en: str

    def format(self, **values: object) -> Message:
        return Message(self.it.format(**values), self.en.format(**values))


class FaldoneError(Exception):
    """`code` is stable and machine-readable; `message` is for people."""

    code = "error"
    message = Message("Qualcosa non ha funzionato.", "Something went wrong.")

    def __init__(self, message: Message | None = None, **values: object) -> None:
        self.message = (message or type(self).message).format(**values) if values else (message or type(self).message)
        super().__init__(self.message.en)


class UnreadableFile(FaldoneError):
    """A file that cannot become a document: it is set aside with its reason. Subclasses live in `intake.errors`."""

    code = "unreadable"


class StaleRevision(FaldoneError):
    """Somebody changed the document since it was looked at."""

    code = "stale_revision"
    message = Message(
        "Nel frattempo il documento è cambiato: rivedi i valori e salva di nuovo.",
        "The document was changed meanwhile: look at the values again, then save.",
    )


class InvalidValue(FaldoneError):
    """A value that its field cannot hold. `field` is the name of the field."""

    code = "invalid_value"

    def __init__(self, field: str, message: Message) -> None:
        self.field = field
        super().__init__(message)


class NoSuchDocument(FaldoneError):
    code = "no_such_document"
    message = Message("Questo documento non c'è.", "There is no such document.")
