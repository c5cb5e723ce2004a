"""The door to everything that is kept."""

from __future__ import annotations

from types import TracebackType

from storage.archive import Archive
from storage.bonds import Bonds
from storage.config import StorageConfig
from storage.database import Database, sqlite_in
from storage.desk import Desk
from storage.documents import Documents
from storage.inbox import InboxItems
from storage.overview import Overview
from storage.picking import Picking
from storage.review import ReviewQueue
from storage.sessions import Sessions
from storage.shares import Shares
from storage.sides import DoubleSided
from storage.tokens import Tokens
from storage.users import Users


class Store:
    """Documents, inbox items, users and the archive's files in one data folder, for several threads and processes."""

    def __init__(self, config: StorageConfig) -> None:
        config.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)  # an administrator may open it later
        self._database = Database(config.url or sqlite_in(config.data_dir))
        self.archive = Archive(config)
        self.documents = Documents(self._database, self.archive, config.path_template)
        self.bonds = Bonds(self._database, self.documents.place)
        self.double_sided = DoubleSided(self._database)
        self.inbox = InboxItems(self._database, self.archive)
        self.review = ReviewQueue(self._database)
        self.users = Users(self._database)
        self.sessions = Sessions(self._database)
        self.tokens = Tokens(self._database)
        self.desk = Desk(self._database)
        self.shares = Shares(self._database)
        self.picking = Picking(self._database)
        self.overview = Overview(self._database)

    @classmethod
    def open(cls, config: StorageConfig) -> Store:
        """Creates what is missing and brings the schema up to date."""
        return cls(config)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
