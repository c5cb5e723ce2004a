"""Nothing that the page says is left untranslated, and what a fresh checkout runs is what was translated."""

from __future__ import annotations

import re

from web import translate


def test_everything_said_is_translated() -> None:
    assert translate.missing(translate.said(), translate.translated()) == []


def test_nothing_is_kept_that_is_no_longer_said() -> None:
    said = {message.id if isinstance(message.id, str) else message.id[0] for message in translate.said()}
    kept = {message.id if isinstance(message.id, str) else message.id[0] for message in translate.translated()}
    assert kept == said


def test_the_compiled_translations_are_those_of_the_source() -> None:
    assert translate.COMPILED.read_bytes() == translate.compiled(translate.translated())


def test_translations_have_the_same_placeholders() -> None:
    def holders(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)s", text))

    for message in translate.translated():
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if ids[0]:
            for text in strings:
                assert holders(str(text)) == holders(str(ids[-1])), ids[0]
