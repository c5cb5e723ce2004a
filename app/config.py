"""The configuration: one file, overridden key by key from the environment, handed on in sections.

Every package gets its own section as a frozen value. All mistakes are reported together.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from app import sign_in_config
from app.config_file import BadConfiguration, Given, Problem, given_in_environment, given_in_file, variable_of
from app.settings import SECTIONS, SETTINGS, NotAllowed
from index.config import IndexConfig
from intake.config import InboxConfig, OcrConfig
from intake.firms import Company
from storage.config import StorageConfig
from storage.database import absolute_url
from storage.errors import Message
from web.config import SignIn, WebConfig

CHECKOUT = Path(__file__).parent.parent
DEFAULT_FILE = CHECKOUT / "config.yaml"
OWN_FOLDERS = ("archive", "derived", "index", "log", "originals", "set-aside", "work")  # below data_dir
_EATS_ITSELF = Message(
    "la cartella in arrivo non può contenere l'archivio né stare tra i suoi file: scegline un'altra.",
    "the inbox must neither hold the archive nor lie among its files: choose another folder.",
)


@dataclass(frozen=True, slots=True)
class Config:
    """All sections, checked. Paths are absolute."""

    data_dir: Path
    storage: StorageConfig
    index: IndexConfig
    inbox: InboxConfig
    ocr: OcrConfig
    web: WebConfig
    company: Company


def load(path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Config:
    """Relative paths count from the configuration file's folder. Raises BadConfiguration."""
    file = (path or DEFAULT_FILE).absolute()
    given = given_in_file(file, SECTIONS) | given_in_environment(environment, list(SETTINGS))
    problems = [_unknown(value.where, key, SETTINGS) for key, value in given.items() if key not in SETTINGS]
    problems += _unknown_variables(environment)
    values: dict[str, Any] = {}
    for key, setting in SETTINGS.items():
        values[key] = setting.default
        if key in given and given[key].value is not None:
            try:
                values[key] = setting.read(given[key].value)
            except NotAllowed as error:
                problems.append(Problem(given[key].where, key, error.message))
    sign_in, wrong = sign_in_config.read(values, file.parent)
    problems += [Problem(given.get(key, Given(None, file.name)).where, key, message) for key, message in wrong]
    config = _sections(values, file.parent, sign_in)
    if _eats_itself(config):
        where = given.get("inbox.folder", given.get("data_dir", Given(None, file.name))).where
        problems.append(Problem(where, "inbox.folder", _EATS_ITSELF))
    if problems:
        raise BadConfiguration(problems)
    return config


def _unknown(where: str, key: str, known: Collection[str]) -> Problem:
    near = get_close_matches(key, known, 1)
    hint_it, hint_en = (f" Forse {near[0]}?", f" Perhaps {near[0]}?") if near else ("", "")
    message = Message(
        f"chiave sconosciuta: toglila o correggila.{hint_it}", f"unknown key: remove it or mend it.{hint_en}"
    )
    return Problem(where, key, message)


def _unknown_variables(environment: Mapping[str, str]) -> list[Problem]:
    known = {variable_of(key) for key in SETTINGS}
    given = sorted(name for name in environment if name.startswith("FALDONE_") and name not in known)
    return [_unknown("ambiente/environment", name, known) for name in given]


def _eats_itself(config: Config) -> bool:
    """Whether the inbox would take the archive's own files for papers that came in."""
    data_dir, inbox = config.data_dir, config.inbox.folder
    return data_dir.is_relative_to(inbox) or any(inbox.is_relative_to(data_dir / name) for name in OWN_FOLDERS)


def _sections(values: Mapping[str, Any], folder: Path, sign_in: SignIn) -> Config:
    data_dir = (folder / values["data_dir"]).resolve()
    inbox = (folder / values["inbox.folder"]).resolve() if values["inbox.folder"] else data_dir / "inbox"
    url = values["storage.url"]
    return Config(
        data_dir,
        StorageConfig(
            absolute_url(url, folder) if url else None,
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
            values["inbox.double_sided_minutes"],
            values["inbox.split_at_blank_pages"],
        ),
        OcrConfig(
            values["ocr.languages"],
            values["ocr.workers"],
            values["ocr.page_timeout_seconds"],
            values["ocr.page_memory_megabytes"],
            values["ocr.second_reader"],
        ),
        WebConfig(
            values["web.host"],
            values["web.port"],
            values["web.languages"],
            data_dir,
            inbox,
            values["web.names"],
            values["inbox.max_megabytes"],
            sign_in,
            values["web.proxy"] or "",
        ),
        Company(values["company.name"], values["company.vat_id"], values["company.tax_code"]),
    )
