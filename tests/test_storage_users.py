"""Who may sign in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.document import ALL_AREAS
from storage.kinds import Area
from storage.store import Store
from storage.users import NameTaken, Role
from tests.storing import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def test_a_user_is_found_by_name_and_by_id(store: Store) -> None:
    assert store.users.count() == 0
    anna = store.users.create(" Anna Bò ", "hash", [Area.HR, Area.GENERAL])
    admin = store.users.create("admin", "hash", ALL_AREAS, role=Role.ADMINISTRATOR)
    assert (anna.name, anna.areas, anna.admin, anna.language) == (
        "Anna Bò", frozenset({Area.HR, Area.GENERAL}), False, None,
    )  # fmt: skip
    assert (store.users.get(anna.id), store.users.by_name("admin")) == (anna, admin)
    assert (store.users.count(), admin.areas, admin.admin) == (2, ALL_AREAS, True)
    assert store.users.by_name("bruno") is None
    assert store.users.get(99) is None


@pytest.mark.parametrize("typed", ["Èlena", "èlena", "ÈLENA", " Èlena ", "E\u0300lena"])
def test_a_name_is_one_however_it_is_typed(store: Store, typed: str) -> None:
    user = store.users.create("Èlena", "hash", [])
    assert store.users.by_name(typed) == user
    with pytest.raises(NameTaken) as refused:
        store.users.create(typed, "hash", [])
    assert typed.strip() in refused.value.message.it
    assert store.users.count() == 1


@pytest.mark.parametrize("typed", ["", "\ud800", "a' OR 1=1 --", "%", "a\x00"])
def test_a_hostile_name_is_nobody(store: Store, typed: str) -> None:
    store.users.create("anna", "hash", [])
    assert store.users.by_name(typed) is None


def test_password_and_language_are_one_users(store: Store) -> None:
    anna, bruno = (store.users.create(name, "old", []) for name in ("anna", "bruno"))
    store.users.set_password(anna.id, "new")
    store.users.set_language(anna.id, "en")
    changed = store.users.get(anna.id)
    assert changed is not None
    assert (changed.password_hash, changed.language) == ("new", "en")
    assert store.users.get(bruno.id) == bruno
