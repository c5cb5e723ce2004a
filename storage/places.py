"""Which place in the readable tree a document gets, where others may want the same."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection, or_, select
from sqlalchemy.engine import RowMapping

from storage.schema import documents
from storage.tree import folded, number_of, numbered


def free_path(
    connection: Connection, row: RowMapping, wanted: PurePosixPath, extension: str, tree: Path
) -> PurePosixPath:
    """The wanted path with a number that neither another document nor a stranger's file has; the document's own stays.

    Free numbers are looked for in doubling steps: thousands of documents may want one name, and the gaps do not matter.
    """
    for number in (1, number_of(PurePosixPath(row["tree_path"] or ""), extension)):
        if folded(own := numbered(wanted, number, extension)) == row["tree_key"]:
            return own
    taken, free = 0, 1
    while not _is_free(connection, row, numbered(wanted, free, extension), tree):
        taken, free = free, free * 2
    while free - taken > 1:
        middle = (taken + free) // 2
        if _is_free(connection, row, numbered(wanted, middle, extension), tree):
            free = middle
        else:
            taken = middle
    return numbered(wanted, free, extension)


def _is_free(connection: Connection, row: RowMapping, path: PurePosixPath, tree: Path) -> bool:
    if str(path) == row["placed_path"]:
        return True
    others = select(documents.c.id).where(
        documents.c.id != row["id"],
        # A file that is still to move holds its old place too.
        or_(documents.c.tree_key == folded(path), documents.c.placed_path == str(path)),
    )
    return connection.execute(others.limit(1)).first() is None and not os.path.lexists(tree / path)
