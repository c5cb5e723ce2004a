"""Translations, up to the code: `python -m web.translate` collects what is said, keeps what was translated, compiles.

What is left untranslated is listed and makes the command fail; the compiled file is kept beside its source, so that a
fresh checkout speaks both languages.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent
SOURCE = PACKAGE / "translations" / "it" / "LC_MESSAGES" / "messages.po"
COMPILED = SOURCE.with_suffix(".mo")
_WHERE = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
_HEADER = "# What Faldone's page says, in Italian.\n"


def said() -> Catalog:
    """Everything that the code and the templates say, in English."""
    catalog = Catalog(locale="it", header_comment=_HEADER, fuzzy=False, charset="utf-8")
    options = {"**/templates/**.html": {"trimmed": "true", "silent": "false"}}
    for file, _line, message, _comments, _context in extract_from_dir(PACKAGE, _WHERE, options):
        catalog.add(message, locations=[(Path(file).as_posix(), 0)])
    return catalog


def translated(source: Path = SOURCE) -> Catalog:
    with source.open("rb") as file:
        return read_po(file, locale="it")


def missing(wanted: Catalog, have: Catalog) -> list[str]:
    """What is said and has no translation."""
    found = []
    for message in wanted:
        known = have.get(message.id) if message.id else None
        strings = known.string if known else ""
        complete = all(strings) if isinstance(strings, tuple) else bool(strings)
        if message.id and not (complete and known and not known.fuzzy):
            found.append(str(message.id[0] if isinstance(message.id, tuple | list) else message.id))
    return found


def compiled(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> int:
    wanted = said()
    have = translated() if SOURCE.exists() else Catalog(locale="it")
    have.header_comment = _HEADER
    have.update(wanted, no_fuzzy_matching=True)
    have.obsolete.clear()
    with SOURCE.open("wb") as file:
        write_po(file, have, width=118, no_location=True, omit_header=False, sort_output=True, include_previous=False)
    COMPILED.write_bytes(compiled(translated()))
    untranslated = missing(wanted, translated())
    for text in untranslated:
        sys.stderr.write(f"not translated: {text}\n")
    return 1 if untranslated else 0


if __name__ == "__main__":
    raise SystemExit(main())
