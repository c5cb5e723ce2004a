"""The configuration's keys: their defaults, and what each may be."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from intake.config import second_reader_installed
from storage.database import check_url
from storage.errors import Message
from storage.kinds import Area, FieldType
from storage.tree import PLACEHOLDERS, BadTemplate, check_template
from storage.users import Role
from storage.values import BadValue, parse

_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # in no path, host or name


class NotAllowed(ValueError):
    """A value that a key cannot have."""

    def __init__(self, it: str, en: str) -> None:
        self.message = Message(it, en)
        super().__init__(en)


@dataclass(frozen=True, slots=True)
class Setting:
    """`read` turns what YAML gives into the value that is used; it raises NotAllowed."""

    key: str
    default: Any
    read: Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or _UNPRINTED.search(value):
        raise NotAllowed("serve un testo, tra virgolette se è un numero.", "must be a text, in quotes if a number.")
    return value


def _folder(value: Any) -> Path:
    try:
        return Path(_text(value)).expanduser()
    except RuntimeError as error:
        raise NotAllowed(f"cartella sconosciuta ({error}).", f"no such folder ({error}): write it in full.") from error


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise NotAllowed("scrivi true oppure false.", "write true or false.")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    items = [item.strip() for item in value.split(",")] if isinstance(value, str) else value
    if not isinstance(items, list) or not items or not all(isinstance(item, str) and item for item in items):
        raise NotAllowed("serve un elenco di testi, ad esempio [a, b].", "must be a list of texts, such as [a, b].")
    return tuple(items)


def _one_or_more(read: Callable[[str], str]) -> Callable[[Any], tuple[str, ...]]:
    """A text, or a list of them; commas are part of a firm's name."""

    def read_all(value: Any) -> tuple[str, ...]:
        items = value if isinstance(value, list) else [value]
        return tuple(dict.fromkeys(read(_text(item)) for item in items))

    return read_all


def _canonical(type: FieldType) -> Callable[[str], str]:
    def read(text: str) -> str:
        try:
            return parse(type, text)
        except BadValue as error:
            raise NotAllowed(error.message.it, error.message.en) from error

    return read


def _number(least: float, most: float, *, whole: bool = False) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        fits = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
        if not fits or (whole and not isinstance(value, int)):
            kinds = ("intero ", "whole ") if whole else ("", "")
            raise NotAllowed(
                f"serve un numero {kinds[0]}tra {least} e {most}.",
                f"must be a {kinds[1]}number from {least} to {most}.",
            )
        return value

    return read


def _one_of(*names: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in names:
            raise NotAllowed(f"scegli tra: {', '.join(names)}.", f"choose one of: {', '.join(names)}.")
        return str(value)

    return read


def _some_of(*names: str) -> Callable[[Any], tuple[str, ...]]:
    def read(value: Any) -> tuple[str, ...]:
        items = _texts(value)
        for item in items:
            _one_of(*names)(item)
        return tuple(dict.fromkeys(items))

    return read


def _workers(value: Any) -> int:
    if value == "auto":
        return max(1, len(os.sched_getaffinity(0)))
    try:
        return int(_number(1, 256, whole=True)(value))
    except NotAllowed as error:
        raise NotAllowed("scrivi auto oppure " + error.message.it, "write auto, or " + error.message.en) from error


def _second_reader(value: Any) -> str:
    chosen = _one_of("auto", "always", "never")(value)
    if chosen == "always" and not second_reader_installed():
        raise NotAllowed(
            "il secondo lettore (rapidocr) non è installato: scrivi auto o never.",
            "the second reader (rapidocr) is not installed: write auto or never.",
        )
    return chosen


def _database(value: Any) -> str:
    try:
        check_url(_text(value))
    except NotAllowed:
        raise
    except ValueError as error:
        raise NotAllowed(
            f"non è l'indirizzo di un database SQLite o PostgreSQL ({error}), ad esempio sqlite:////percorso/faldone.db.",
            f"not the address of a SQLite or PostgreSQL database ({error}), such as sqlite:////path/faldone.db.",
        ) from error
    return str(value)


def _template(value: Any) -> str:
    try:
        check_template(_text(value))
    except BadTemplate as error:
        names = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise NotAllowed(
            f"modello non valido ({error}): usa i segnaposto {names}.",
            f"not a valid template ({error}): use the placeholders {names}.",
        ) from error
    return str(value)


def _address(value: Any) -> str:
    """Of a sign-in service: keys travel there, so in the clear only within this machine."""
    parsed = urlsplit(_text(value))
    safe = parsed.scheme == "https" or (
        parsed.scheme == "http" and parsed.hostname in ("localhost", "127.0.0.1", "::1")
    )
    if not safe or not parsed.hostname or parsed.query or parsed.fragment:
        raise NotAllowed(
            "serve un indirizzo https, ad esempio https://accesso.example.it/realms/ufficio.",
            "must be an https address, such as https://login.example.it/realms/office.",
        )
    return str(value).rstrip("/")


def _mapping(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`{group: value}`; in the environment `group=value,group=value`."""

    def read_all(value: Any) -> dict[str, Any]:
        if isinstance(value, str):
            value = {
                group.strip(): name.strip() for group, _, name in (pair.partition("=") for pair in value.split(","))
            }
        if not isinstance(value, dict) or not value or not all(isinstance(group, str) and group for group in value):
            raise NotAllowed("serve un elenco gruppo: valore.", "must be a list of group: value.")
        return {group: read(wanted) for group, wanted in value.items()}

    return read_all


def _role(value: Any) -> Role:
    return Role(_one_of(*Role)(value))


def _areas(value: Any) -> frozenset[Area]:
    return frozenset(map(Area, _some_of(*Area)(value)))


def _role_or_none(value: Any) -> Role | None:
    return None if value == "none" else _role(value)


IGNORED = ("*.part", "*.tmp", "*.crdownload", "~$*", "Thumbs.db", "desktop.ini")
TESSERACT_LANGUAGES = ("ita", "eng", "deu", "fra")
DEFAULT_TEMPLATE = "{area}/{kind}/{year}/{counterpart}/{date} {kind} {number}"

SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting("data_dir", Path("data"), _folder),
        Setting("inbox.folder", None, _folder),
        Setting("inbox.watch", "auto", _one_of("auto", "native", "polling")),
        Setting("inbox.settle_seconds", 2, _number(0.1, 3600)),
        Setting("inbox.ignore", IGNORED, _texts),
        Setting("inbox.double_sided_minutes", 30, _number(0.01, 100_000)),
        Setting("inbox.split_at_blank_pages", False, _yes_no),
        Setting("inbox.max_megabytes", 200, _number(1, 100_000, whole=True)),
        Setting("ocr.languages", ("ita", "eng"), _some_of(*TESSERACT_LANGUAGES)),
        Setting("ocr.workers", _workers("auto"), _workers),
        Setting("ocr.page_timeout_seconds", 120, _number(1, 3600)),
        Setting("ocr.page_memory_megabytes", 2000, _number(500, 100_000, whole=True)),
        Setting("ocr.second_reader", "auto", _second_reader),
        Setting("archive.path_template", DEFAULT_TEMPLATE, _template),
        Setting("archive.hard_links", False, _yes_no),
        Setting("company.name", (), _one_or_more(str.strip)),
        Setting("company.vat_id", (), _one_or_more(_canonical(FieldType.VAT_ID))),
        Setting("company.tax_code", (), _one_or_more(_canonical(FieldType.TAX_CODE))),
        Setting("index.engine", "whoosh", _one_of("whoosh")),
        Setting("storage.url", None, _database),
        Setting("web.host", "127.0.0.1", _text),
        Setting("web.port", 8010, _number(1, 65535, whole=True)),
        Setting("web.languages", ("it", "en"), _some_of("it", "en")),
        Setting("web.names", (), _texts),
        Setting("web.proxy", None, _text),
        Setting("sign_in.idle_minutes", 720, _number(1, 525_600, whole=True)),
        Setting("sign_in.stay_days", 30, _number(0, 365, whole=True)),
        Setting("sign_in.local", True, _yes_no),
        Setting("sign_in.issuer", None, _address),
        Setting("sign_in.client_id", None, _text),
        Setting("sign_in.client_secret", None, _text),
        Setting("sign_in.client_secret_file", None, _folder),
        Setting("sign_in.label", None, _text),
        Setting("sign_in.name_claim", "preferred_username", _text),
        Setting("sign_in.groups_claim", "groups", _text),
        Setting("sign_in.roles", {}, _mapping(_role)),
        Setting("sign_in.areas", {}, _mapping(_areas)),
        Setting("sign_in.default_role", None, _role_or_none),
        Setting("sign_in.create_users", False, _yes_no),
    )
}

SECTIONS = frozenset(key.split(".")[0] for key in SETTINGS if "." in key)
