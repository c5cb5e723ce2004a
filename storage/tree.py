"""The readable tree's paths: from a template and a document's summary to a name that every file system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from string import Formatter

from storage.kinds import KINDS, OTHER, Area
from storage.summary import Summary

LONGEST_PART = 100  # characters; with the extension and a number well under 255 bytes
PLACEHOLDERS = ("area", "kind", "year", "month", "counterpart", "date", "number", "title", "file")
_AREAS = {Area.ACCOUNTING: "Contabilità", Area.HR: "Personale", Area.GENERAL: "Generale"}
_UNKNOWN = {"counterpart": "Senza nome", "year": "Senza data", "month": "Senza data"}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|\Z)", re.IGNORECASE)
_EXTENSION = re.compile(r"(\.xml)?\.[A-Za-z0-9]{1,8}\Z", re.IGNORECASE)
_NUMBERED = re.compile(r" \(([1-9][0-9]{0,6})\)\Z")


class BadTemplate(ValueError):
    """A template with a placeholder that does not exist; the message says which do."""


def check_template(template: str) -> None:
    """Raises BadTemplate."""
    try:
        pieces = [piece for piece in Formatter().parse(template) if piece[1] is not None]
    except ValueError as error:
        raise BadTemplate(str(error)) from error
    for _, name, form, conversion in pieces:
        if name not in PLACEHOLDERS or form or conversion:
            raise BadTemplate(f"{{{name}}}: " + " ".join(f"{{{name}}}" for name in PLACEHOLDERS))
    if not pieces or "\\" in template or any(part.strip(" .") == "" for part in template.split("/")):
        raise BadTemplate("{title}")


def render(template: str, kind: str, summary: Summary, file: str) -> PurePosixPath:
    """The path a document should have, with the extension of the dropped file; no part escapes its folder."""
    values = _values(kind, summary, file)
    parts = [safe_name(_fill(part, values)) for part in template.split("/")]
    return PurePosixPath(*parts[:-1], parts[-1] + extension_of(file))


def numbered(path: PurePosixPath, number: int, extension: str) -> PurePosixPath:
    """The path with ` (2)` before its extension; the first is not numbered."""
    return path if number == 1 else path.with_name(f"{path.name.removesuffix(extension)} ({number}){extension}")


def number_of(path: PurePosixPath, extension: str) -> int:
    """The number that `numbered` gave a path."""
    found = _NUMBERED.search(path.name.removesuffix(extension))
    return int(found.group(1)) if found else 1


def extension_of(file: str) -> str:
    """The extension of a dropped file in small letters, `.xml.p7m` as a whole; empty where there is none."""
    found = _EXTENSION.search(file)
    return found.group().lower() if found else ""


def folded(path: PurePosixPath) -> str:
    """Two paths with the same fold are the same file on a Windows share or a Mac."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def safe_name(text: str, longest: int = LONGEST_PART) -> str:
    """One part of a path that Windows, Linux and macOS take alike; never empty, never hidden, never a path."""
    text = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", text))
    # What is not printed can turn the writing round: "fdp.exe" would read as "exe.pdf".
    text = unicodedata.normalize("NFC", "".join(c for c in text if c.isprintable())).strip(" .-")
    while len(text) > longest or len(text.encode()) > longest * 2:
        text = text[: min(longest, len(text) - 1)].rstrip(" .-")
    return f"_{text}" if _DEVICES.match(text) else text or "_"


def _values(kind: str, summary: Summary, file: str) -> Mapping[str, str]:
    day = summary.date or ""
    return {
        "area": _AREAS[summary.area],
        "kind": KINDS.get(kind, OTHER).label.it,
        "year": day[:4],
        "month": day[5:7],
        "counterpart": summary.counterpart or "",
        "date": day,
        "number": summary.number or "",
        "title": summary.title,
        "file": PurePosixPath(file.replace("/", "-")).stem,
    }


def _fill(part: str, values: Mapping[str, str]) -> str:
    for name, word in _UNKNOWN.items():
        if part == f"{{{name}}}" and not values[name]:
            return word
    return "".join(literal + (values[name] if name else "") for literal, name, _, _ in Formatter().parse(part))
