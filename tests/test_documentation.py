"""Nothing can be set or typed that the documentation does not tell, and it tells of nothing that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from app.cli import cli
from app.settings import SETTINGS
from storage.tree import PLACEHOLDERS

ROOT = Path(__file__).parents[1]
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def documented_keys() -> dict[str, str]:
    """Keys in the first column of a table, with their defaults from the second."""
    rows = re.findall(r"^\| `([a-z_]+(?:\.[a-z_]+)?)` \| (.*?) \|", CONFIGURATION, re.MULTILINE)
    return dict(rows)


def keys_of(values: object, prefix: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(values, dict):
        for key, value in values.items():
            if isinstance(value, dict):
                yield from keys_of(value, f"{prefix}{key}.")
            elif value is not None:  # a section that holds comments only
                yield f"{prefix}{key}", value


def section_of(command: str) -> str:
    parts = re.split(r"^## `(\w+)[^`]*`$", COMMANDS, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(command, "")


def test_every_key_is_documented_and_every_documented_key_is_there() -> None:
    assert set(documented_keys()) == set(SETTINGS)


def test_the_shipped_file_holds_the_defaults() -> None:
    """What stands in config.yaml is the default, so that a line taken out changes nothing."""
    shipped = dict(keys_of(yaml.safe_load((ROOT / "config.yaml").read_text("utf-8"))))
    assert set(shipped) <= set(SETTINGS)
    for key, value in shipped.items():
        assert SETTINGS[key].read(value) == SETTINGS[key].default, key


def test_the_shipped_file_shows_every_key() -> None:
    """Those without a value to show stand there as a comment."""
    text = (ROOT / "config.yaml").read_text("utf-8")
    missing = [key for key in SETTINGS if not re.search(rf"^ *(# )?{key.split('.')[-1]}:", text, re.MULTILINE)]
    assert not missing


@pytest.mark.parametrize("key", [key for key, setting in SETTINGS.items() if isinstance(setting.default, int | str)])
def test_the_documented_default_is_the_default(key: str) -> None:
    told = documented_keys()[key].strip("`")
    if told == "auto":
        assert SETTINGS[key].read("auto") == SETTINGS[key].default
    else:
        assert SETTINGS[key].read(yaml.safe_load(told) if told[0] != "{" else told) == SETTINGS[key].default


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_every_placeholder_is_documented(placeholder: str) -> None:
    assert f"`{{{placeholder}}}`" in CONFIGURATION


def test_every_command_is_documented_and_every_documented_command_is_there() -> None:
    told = re.findall(r"^## `(\w+)", COMMANDS, re.MULTILINE)
    assert sorted(told) == sorted(cli.commands)


@pytest.mark.parametrize("name", cli.commands)
def test_every_option_is_documented(name: str) -> None:
    command = cli.commands[name]
    parts = [command, *command.commands.values()] if isinstance(command, click.Group) else [command]
    options = [option for c in parts for p in c.params if isinstance(p, click.Option) for option in p.opts]
    section = section_of(name)
    assert [option for option in options if f"`{option}" not in section] == []


def test_the_options_before_a_command_are_documented() -> None:
    head = COMMANDS.split("\n## ", 1)[0]
    assert [o for p in cli.params if isinstance(p, click.Option) for o in p.opts if f"`{o}" not in head] == []


def test_every_part_of_a_command_is_documented() -> None:
    groups = {name: command.commands for name, command in cli.commands.items() if isinstance(command, click.Group)}
    assert [(n, part) for n, parts in groups.items() for part in parts if f"`{n} {part}" not in section_of(n)] == []


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_has_help(name: str) -> None:
    assert (cli.commands[name].help or "").strip()


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
    broken = [f"{page.name}: {to}" for page in pages for to in LINK.findall(page.read_text("utf-8"))
              if not (page.parent / to).exists()]  # fmt: skip
    assert not broken
