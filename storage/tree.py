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
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


class BadTemplate(ValueError):
    """A template with a placeholder that does not exist; the message says which do."""


def check_template(template: str) -> None:
    """Raises BadTemplate."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError as error:
        raise BadTemplate(str(error)) from error
    unknown = sorted(set(names) - set(PLACEHOLDERS))
    if unknown:
        raise BadTemplate(f"{{{unknown[0]}}}: " + " ".join(f"{{{name}}}" for name in PLACEHOLDERS))
    if not names or template.startswith("/") or ".." in PurePosixPath(template).parts:
        raise BadTemplate("{title}")


def render(template: str, kind: str, summary: Summary, file: str) -> PurePosixPath:
    """The path a document should have, with the extension of the dropped file; no part escapes its folder."""
    values = _values(kind, summary, file)
    parts = [safe_name(_fill(part, values)) for part in template.split("/")]
    extension = _extension(file)
    return PurePosixPath(*parts[:-1], parts[-1] + extension)


def numbered(path: PurePosixPath, number: int) -> PurePosixPath:
    """The path with ` (2)` before its extension; the first is not numbered."""
    return path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")


def folded(path: PurePosixPath) -> str:
    """Two paths with the same fold are the same file on a Windows share or a Mac."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def safe_name(text: str, longest: int = LONGEST_PART) -> str:
    """One part of a path that Windows, Linux and macOS take alike; never empty, never hidden, never a path."""
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    text = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", text)).strip(" .-")
    while len(text.encode()) > longest * 2 or len(text) > longest:
        text = text[: min(longest, len(text) - 1)].rstrip(" .-")
    return f"_{text}" if _RESERVED.match(text) else text or "_"


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
    pieces = Formatter().parse(part)
    names = [name for _, name, _, _ in Formatter().parse(part) if name]
    whole_folder = len(names) == 1 and part == f"{{{names[0]}}}"
    if whole_folder and not values[names[0]]:
        return _UNKNOWN.get(names[0], "_")
    filled = "".join(literal + (values[name] if name else "") for literal, name, _, _ in pieces)
    return re.sub(r"\s{2,}", " ", filled).strip()


def _extension(file: str) -> str:
    found = re.search(r"((\.xml)?\.[A-Za-z0-9]{1,8})$", file)
    return found.group(1).lower() if found else ""
