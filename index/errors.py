"""Why an index cannot answer.

Each of them but `IndexBusy` is healed by building the index from the store again: `Indexer` does it by itself.
"""

from __future__ import annotations

from storage.errors import FaldoneError, Message


class IndexUnusable(FaldoneError):
    """There is no index to ask; the documents are safe, and the index will be built from them again."""

    code = "index_unusable"
    message = Message(
        "L'indice di ricerca non è utilizzabile: viene ricostruito dall'archivio.",
        "The search index cannot be used: it is being rebuilt from the archive.",
    )


class IndexMissing(IndexUnusable):
    code = "index_missing"
    message = Message(
        "L'indice di ricerca non c'è ancora: viene costruito dall'archivio.",
        "There is no search index yet: it is being built from the archive.",
    )


class IndexDamaged(IndexUnusable):
    """Also raised to searchers in other processes, which leave word for the one that writes."""

    code = "index_damaged"
    message = Message(
        "L'indice di ricerca è danneggiato: viene ricostruito dall'archivio, i documenti sono al sicuro.",
        "The search index is damaged: it is being rebuilt from the archive, the documents are safe.",
    )


class IndexOutdated(IndexUnusable):
    code = "index_outdated"
    message = Message(
        "L'indice di ricerca è di un'altra versione: viene ricostruito dall'archivio.",
        "The search index is of another version: it is being rebuilt from the archive.",
    )


class IndexBusy(FaldoneError):
    code = "index_busy"
    message = Message(
        "Un altro programma sta scrivendo l'indice di ricerca: riprova fra poco.",
        "Another program is writing the search index: try again shortly.",
    )
