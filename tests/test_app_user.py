"""People by command, for who cannot get in by the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import load
from storage.kinds import Area
from storage.store import Store
from storage.users import Role
from tests.commanding import Faldone, faldone_in
from web.passwords import is_password


@pytest.fixture
def faldone(tmp_path: Path) -> Faldone:
    return faldone_in(tmp_path)


def password_in(said: str) -> str:
    return said.strip().removeprefix("password: ")


def test_people_are_added_listed_and_let_in_again(faldone: Faldone) -> None:
    added = faldone.here("user", "add", "Anna", "--role", "administrator", "--email", "a@example.it")
    assert faldone.here("user", "add", "bruno", "--area", "hr").exit_code == 0
    again = faldone.here("user", "password", "anna")
    with Store.open(load(faldone.folder / "config.yaml").storage) as store:
        anna, bruno = store.users.by_name("anna"), store.users.by_name("bruno")
        assert anna is not None and bruno is not None
        assert (anna.role, anna.areas, bruno.areas) == (Role.ADMINISTRATOR, frozenset(Area), frozenset({Area.HR}))
        assert not is_password(anna.password_hash, password_in(added.output))
        assert is_password(anna.password_hash, password_in(again.output))
    assert faldone.here("user", "deactivate", "bruno").exit_code == 0
    lines = faldone.here("user", "list").output.splitlines()
    assert lines[0] == "Anna\tadministrator\taccounting general hr\ta@example.it"
    assert lines[1].startswith("bruno\taccounting\thr\t\t")
    assert faldone.here("user", "deactivate", "bruno", "--undo").exit_code == 0
    assert faldone.here("user", "list").output.splitlines()[1] == "bruno\taccounting\thr"


def test_what_cannot_be_is_told_in_a_sentence(faldone: Faldone) -> None:
    faldone.here("user", "add", "anna", "--role", "administrator")
    done = faldone("user", "deactivate", "anna")
    assert (done.returncode, "only active administrator" in done.stderr) == (1, True)
    done = faldone("user", "password", "nobody")
    assert (done.returncode, "no user named 'nobody'" in done.stderr) == (1, True)
