"""Reading a configuration file so that every value knows its line, and every mistake is told with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

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
    """The file's values by dotted key. Raises BadConfiguration for a file that cannot be read as YAML."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise BadConfiguration([_not_readable(path, error)]) from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise BadConfiguration([_not_yaml(path, error)]) from error
    if root is None or _value(root) is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise BadConfiguration([_not_yaml(path, "key: value")])
    given: dict[str, Given] = {}
    twice: list[Problem] = []
    for key, value in _flattened(root, "", path.name, sections):
        if key in given:
            twice.append(Problem(value.where, key, _given_already(given[key].where)))
        given[key] = value
    if twice:
        raise BadConfiguration(twice)
    return given


def variable_of(key: str) -> str:
    return f"FALDONE_{key.replace('.', '_').upper()}"


def given_in_environment(environment: Mapping[str, str], keys: list[str]) -> dict[str, Given]:
    """`FALDONE_WEB_PORT` for `web.port`. Lists and numbers are written as in YAML."""
    names = {variable_of(key): key for key in keys}
    return {names[name]: Given(_as_yaml(value), name) for name, value in environment.items() if name in names and value}


def _as_yaml(text: str) -> Any:
    """Numbers, truth values and lists are read; anything else is meant as it stands."""
    try:
        value = yaml.safe_load(text)
    except Exception:  # see _value
        return text
    return value if isinstance(value, bool | int | float | list) else text


def _flattened(node: yaml.MappingNode, prefix: str, file: str, sections: frozenset[str]) -> Iterator[tuple[str, Given]]:
    for key_node, value_node in node.value:
        named = isinstance(key_node, yaml.ScalarNode) and key_node.value
        key = prefix + (named or "?")
        value = _value(value_node)
        if not prefix and key in sections and isinstance(value_node, yaml.MappingNode):
            yield from _flattened(value_node, f"{key}.", file, sections)
        elif not prefix and key in sections and value is None:
            continue  # a section of comments only
        else:
            yield key, Given(value, f"{file}:{key_node.start_mark.line + 1}")


def _value(node: yaml.Node) -> Any:
    """What the YAML means; what cannot be made of it (a 13th month, `!!int abc`, a list that holds itself) is left as
    the node, which no setting takes."""
    try:
        return SafeConstructor().construct_document(node)
    except Exception:  # the constructors of PyYAML raise whatever befalls them: ValueError, KeyError, AttributeError
        return node


def _not_readable(path: Path, error: OSError) -> Problem:
    why = error.strerror or str(error)
    message = Message(
        f"il file non si può leggere ({why}): controlla nome e permessi.",
        f"the file cannot be read ({why}): check its name and permissions.",
    )
    return Problem(path.name, "--config", message)


def _given_already(where: str) -> Message:
    return Message(f"c'è già ({where}): togline una.", f"is there already ({where}): remove one of them.")


def _not_yaml(path: Path, error: object) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = f"{path.name}:{mark.line + 1}" if mark is not None else path.name
    reason = getattr(error, "problem", None) or str(error)
    return Problem(
        where,
        "YAML",
        Message(f"non è YAML valido ({reason}): correggi la riga.", f"not valid YAML ({reason}): mend this line."),
    )
