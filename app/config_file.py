"""Reading a configuration file so that every value knows its line, and every mistake is told with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from storage.errors import Message


@dataclass(frozen=True, slots=True)
class Given:
    """A value as somebody gave it, and where: `config.yaml:12` or the name of an environment variable."""

    value: Any
    where: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the configuration: where, what, and what to do."""

    where: str
    key: str
    message: Message


class BadConfiguration(Exception):
    """Everything that is wrong with a configuration, together."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.where}: {p.key}: {p.message.en}" for p in problems))


def given_in_file(path: Path, sections: frozenset[str]) -> dict[str, Given]:
    """The file's values by dotted key. Raises BadConfiguration for what is no YAML; OSError."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadConfiguration([_not_yaml(path, error)]) from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise BadConfiguration([_not_yaml(path, "key: value")])
    return dict(_flattened(root, "", path.name, sections))


def given_in_environment(environment: Mapping[str, str], keys: list[str]) -> dict[str, Given]:
    """`FALDONE_WEB_PORT` for `web.port`. A value is read as YAML, so that lists and numbers can be given."""
    names = {f"FALDONE_{key.replace('.', '_').upper()}": key for key in keys}
    return {names[name]: Given(_as_yaml(value), name) for name, value in environment.items() if name in names and value}


def _as_yaml(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return text


def _flattened(node: yaml.MappingNode, prefix: str, file: str, sections: frozenset[str]) -> Iterator[tuple[str, Given]]:
    for key_node, value_node in node.value:
        key = prefix + str(getattr(key_node, "value", key_node))
        if key in sections and isinstance(value_node, yaml.MappingNode):
            yield from _flattened(value_node, f"{key}.", file, sections)
        elif key in sections and value_node.value == "":
            continue  # a section of comments only
        else:
            yield key, Given(_value(value_node), f"{file}:{key_node.start_mark.line + 1}")


def _value(node: yaml.Node) -> Any:
    return yaml.safe_load(yaml.serialize(node))


def _not_yaml(path: Path, error: object) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = f"{path.name}:{mark.line + 1}" if mark is not None else path.name
    reason = getattr(error, "problem", None) or str(error)
    return Problem(
        where,
        "YAML",
        Message(f"non è YAML valido ({reason}): correggi la riga.", f"not valid YAML ({reason}): mend this line."),
    )
