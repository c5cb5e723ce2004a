"""Sessions, tokens, and who is let in by them; the administrator who must stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.kinds import Area
from storage.sessions import Idle
from storage.store import Store
from storage.tokens import Purpose
from storage.users import LastAdministrator, NameTaken, Role, User
from tests.storing import files_below, open_store

IDLE = Idle(timedelta(hours=12), timedelta(days=30))
NOTHING = Idle(timedelta(), timedelta(days=30))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


@pytest.fixture
def anna(store: Store) -> User:
    return store.users.create("anna", "hash", [Area.GENERAL])


def test_a_session_is_found_by_its_key_until_it_is_ended(store: Store, anna: User) -> None:
    key, other = (store.sessions.begin(anna.id, agent, "10.0.0.1") for agent in ("Firefox", "Chrome"))
    found = store.sessions.find(key, IDLE)
    assert found is not None
    session, user = found
    assert (user, session.agent, session.address, session.stays) == (anna, "Firefox", "10.0.0.1", False)
    assert {session.agent for session in store.sessions.of(anna.id, IDLE)} == {"Firefox", "Chrome"}
    store.sessions.end_all(anna.id, but=session.id)
    assert store.sessions.find(other, IDLE) is None
    assert store.sessions.find(key, IDLE) is not None
    store.sessions.end(anna.id + 1, session.id)  # of somebody else: nothing
    assert store.sessions.find(key, IDLE) is not None
    store.sessions.end_key(key)
    assert store.sessions.find(key, IDLE) is None


def test_a_session_that_lies_idle_is_over_unless_it_was_asked_to_stay(store: Store, anna: User) -> None:
    key, staying = store.sessions.begin(anna.id, "a", ""), store.sessions.begin(anna.id, "b", "", stays=True)
    assert store.sessions.find(key, NOTHING) is None
    assert store.sessions.find(staying, NOTHING) is not None
    assert [session.agent for session in store.sessions.of(anna.id, NOTHING)] == ["b"]
    store.sessions.forget_idle(NOTHING)
    assert [session.agent for session in store.sessions.of(anna.id, IDLE)] == ["b"]


def test_a_token_is_good_for_its_purpose_until_it_is_revoked(store: Store, anna: User) -> None:
    token, key = store.tokens.create(anna.id, Purpose.API, " script ")
    assert (token.name, token.used_at) == ("script", None)
    assert store.tokens.user_of(key, Purpose.API) == anna
    assert store.tokens.user_of(key, Purpose.CALENDAR) is None
    assert store.tokens.user_of(key + "x", Purpose.API) is None
    assert store.tokens.user_of("", Purpose.API) is None
    (used,) = store.tokens.of(anna.id, Purpose.API)
    assert used.used_at is not None
    store.tokens.user_of(key, Purpose.API)
    assert store.tokens.of(anna.id, Purpose.API) == [used]  # the second use within a minute writes nothing
    store.tokens.revoke(anna.id + 1, token.id)
    assert store.tokens.user_of(key, Purpose.API) == anna
    store.tokens.revoke(anna.id, token.id)
    assert store.tokens.user_of(key, Purpose.API) is None


def test_a_token_expires(store: Store, anna: User) -> None:
    now = datetime.now(UTC)
    _, late = store.tokens.create(anna.id, Purpose.API, "late", expires_at=now - timedelta(seconds=1))
    _, early = store.tokens.create(anna.id, Purpose.API, "early", expires_at=now + timedelta(days=1))
    assert store.tokens.user_of(late, Purpose.API) is None
    assert store.tokens.user_of(early, Purpose.API) == anna


def test_no_key_lies_in_the_database(store: Store, anna: User, tmp_path: Path) -> None:
    keys = [store.sessions.begin(anna.id, "a", ""), store.tokens.create(anna.id, Purpose.API, "t")[1]]
    everything = b"".join(files_below(tmp_path).values())
    assert not [key for key in keys if key.encode() in everything]


def test_who_is_deactivated_is_out_at_once(store: Store, anna: User) -> None:
    session = store.sessions.begin(anna.id, "a", "")
    _, key = store.tokens.create(anna.id, Purpose.API, "t")
    store.users.change(replace(anna, active=False))
    assert store.sessions.find(session, IDLE) is None
    assert store.tokens.user_of(key, Purpose.API) is None
    store.users.change(anna)  # back again: with a new session only
    assert store.sessions.find(session, IDLE) is None


def test_what_a_person_may_counts_from_the_next_moment(store: Store, anna: User) -> None:
    session = store.sessions.begin(anna.id, "a", "")
    store.users.change(replace(anna, role=Role.READER, areas=frozenset({Area.HR}), email="a@example.it"))
    found = store.sessions.find(session, IDLE)
    assert found is not None
    user = found[1]
    assert (user.may_change, user.areas, user.email) == (False, frozenset({Area.HR}), "a@example.it")
    assert store.users.by_email("A@Example.it") == user
    store.users.create("anna2", "", [], email="a@example.it")
    assert store.users.by_email("a@example.it") is None


def test_the_last_administrator_stays(store: Store, anna: User) -> None:
    admin = store.users.create("admin", "hash", [], role=Role.ADMINISTRATOR)
    for changed in (replace(admin, role=Role.HR), replace(admin, active=False)):
        with pytest.raises(LastAdministrator):
            store.users.change(changed)
    store.users.change(replace(admin, name="Admin Bò"))
    retired = store.users.create("retired", "hash", [], role=Role.ADMINISTRATOR)
    store.users.change(replace(retired, active=False))
    with pytest.raises(LastAdministrator):
        store.users.change(replace(admin, active=False))
    store.users.change(replace(anna, role=Role.ADMINISTRATOR))
    store.users.change(replace(admin, active=False))


def test_a_name_cannot_be_taken_by_renaming(store: Store, anna: User) -> None:
    store.users.create("Bruno", "", [])
    with pytest.raises(NameTaken):
        store.users.change(replace(anna, name="BRUNO"))


def test_people_are_listed_by_name_and_looked_for(store: Store) -> None:
    for number in range(7):
        store.users.create(f"Persona {number}", "", [], email=f"p{number}@example.it")
    off = store.users.create("Élise 100%", "", [])
    store.users.change(replace(off, active=False))
    assert [user.name for user in store.users.listing(limit=2)] == ["Persona 0", "Persona 1"]
    assert [user.name for user in store.users.listing(after="Persona 1", limit=2)] == ["Persona 2", "Persona 3"]
    assert [user.name for user in store.users.listing("p5@EXAMPLE")] == ["Persona 5"]
    assert [user.name for user in store.users.listing("3 persona")] == ["Persona 3"]
    assert [user.name for user in store.users.listing("élise %")] == ["Élise 100%"]
    assert [user.name for user in store.users.listing("%")] == ["Élise 100%"]
    assert "Élise 100%" not in [user.name for user in store.users.listing(active=True)]
