"""What the command line says, in the language of the terminal; in both where that does not say."""

from __future__ import annotations

import os
from functools import cache

from storage.errors import Message


@cache
def language() -> str:
    """`it`, `en`, or `""` for a terminal that names neither."""
    locale = next((os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), "")
    return locale[:2] if locale[:2] in ("it", "en") else ""


def told(it: str, en: str) -> str:
    """One sentence, as this terminal wants it."""
    return {"it": it, "en": en}.get(language(), f"{it} ({en})")


def told_message(message: Message) -> str:
    return told(message.it, message.en)


def helped(it: str, en: str) -> str:
    """A help text: paragraphs instead of brackets where both languages are wanted."""
    return {"it": it, "en": en}.get(language(), f"{it}\n\n{en}")


def summed_up(it: str, en: str) -> str:
    """A command in the list of all: on one line."""
    return {"it": it, "en": en}.get(language(), f"{it} / {en}")


def plain(text: str) -> str:
    """Text of strangers for a terminal: it must not move the cursor, ring the bell or be taken for another line."""
    return "".join(c if c.isprintable() else "�" for c in text)
