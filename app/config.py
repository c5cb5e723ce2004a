"""The configuration: one file, overridden key by key from the environment, handed on in sections.

Every package gets its own section as a frozen value. All mistakes are reported together.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from app.config_file import BadConfiguration, Given, Problem, given_in_environment, given_in_file
from app.settings import SECTIONS, SETTINGS, NotAllowed
from index.config import IndexConfig
from intake.config import InboxConfig, OcrConfig
from storage.config import StorageConfig
from storage.errors import Message
from web.config import WebConfig

CHECKOUT = Path(__file__).parent.parent
DEFAULT_FILE = CHECKOUT / "config.yaml"
_NOT_OURS = frozenset({"FALDONE_CONFIG"})


@dataclass(frozen=True, slots=True)
class Config:
    """All sections, checked. Paths are absolute."""

    data_dir: Path
    storage: StorageConfig
    index: IndexConfig
    inbox: InboxConfig
    ocr: OcrConfig
    web: WebConfig


def load(path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Config:
    """Relative paths count from the configuration file's folder. Raises BadConfiguration; OSError for no such file."""
    file = (path or DEFAULT_FILE).resolve()
    given = given_in_file(file, SECTIONS) | given_in_environment(environment, list(SETTINGS))
    problems = [_unknown(key, value) for key, value in given.items() if key not in SETTINGS]
    problems += _unknown_variables(environment)
    values: dict[str, Any] = {}
    for key, setting in SETTINGS.items():
        values[key] = setting.default
        if key in given and given[key].value is not None:
            try:
                values[key] = setting.read(given[key].value)
            except NotAllowed as error:
                problems.append(Problem(given[key].where, key, error.message))
    if problems:
        raise BadConfiguration(problems)
    return _sections(values, file.parent)


def _unknown(key: str, value: Given) -> Problem:
    near = get_close_matches(key, SETTINGS, 1)
    hint_it, hint_en = (f" Forse {near[0]}?", f" Perhaps {near[0]}?") if near else ("", "")
    return Problem(
        value.where,
        key,
        Message(f"chiave sconosciuta: toglila o correggila.{hint_it}", f"unknown key: remove it or mend it.{hint_en}"),
    )


def _unknown_variables(environment: Mapping[str, str]) -> list[Problem]:
    known = {f"FALDONE_{key.replace('.', '_').upper()}" for key in SETTINGS} | _NOT_OURS
    return [
        _unknown(name, Given(None, "ambiente/environment"))
        for name in sorted(environment)
        if name.startswith("FALDONE_") and name not in known
    ]


def _sections(values: Mapping[str, Any], folder: Path) -> Config:
    data_dir = (folder / Path(values["data_dir"]).expanduser()).resolve()
    inbox = data_dir / "inbox"
    if values["inbox.folder"]:
        inbox = (folder / Path(values["inbox.folder"]).expanduser()).resolve()
    return Config(
        data_dir,
        StorageConfig(
            values["storage.url"],
            data_dir,
            values["archive.path_template"],
            values["archive.hard_links"],
        ),
        IndexConfig(values["index.engine"], data_dir / "index"),
        InboxConfig(
            inbox,
            values["inbox.watch"],
            values["inbox.settle_seconds"],
            values["inbox.ignore"],
            values["inbox.max_megabytes"],
        ),
        OcrConfig(
            values["ocr.languages"],
            values["ocr.workers"],
            values["ocr.page_timeout_seconds"],
            values["ocr.page_memory_megabytes"],
        ),
        WebConfig(
            values["web.host"],
            values["web.port"],
            values["web.languages"],
            data_dir,
            inbox,
            values["web.names"],
            values["inbox.max_megabytes"],
        ),
    )
