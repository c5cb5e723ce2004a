"""All phrases that tell a kind, in five languages, ready to be looked up.

Sources: the usual wording of Italian forms and letters and its English, German, French and Spanish equivalents.
A phrase is written comparably (see `intake.words`); its weight is roughly the log odds it adds to the kind. Titles
count by their place: much as a headline, little within prose, where they are references. Words count once each,
wherever they stand. A negative weight speaks against the kind.
"""

from __future__ import annotations

from collections.abc import Mapping

from intake.kinds.foreign_titles import FOREIGN_TITLES
from intake.kinds.foreign_words import FOREIGN_WORDS
from intake.kinds.titles import TITLES
from intake.kinds.titles_accounting import ACCOUNTING_TITLES
from intake.kinds.words_accounting import ACCOUNTING
from intake.kinds.words_general import GENERAL
from intake.kinds.words_people import PEOPLE
from intake.words import Vocabulary

Table = Mapping[str, Mapping[float, str]]
Phrases = dict[str, dict[tuple[str, ...], str]]
Meanings = dict[str, dict[str, float]]


def _meanings(*tables: Table) -> Meanings:
    """For each phrase the kinds it speaks for, each with its weight; an earlier table prevails."""
    meanings: Meanings = {}
    for table in tables:
        for kind, weights in table.items():
            for weight, phrases in weights.items():
                for phrase in phrases.split("|"):
                    meanings.setdefault(phrase, {}).setdefault(kind, weight)
    return meanings


def _by_first_word(meanings: Meanings) -> Phrases:
    known: Phrases = {}
    for phrase in meanings:
        words = tuple(phrase.split())
        known.setdefault(words[0], {})[words] = phrase
    return known


TITLE_MEANINGS = _meanings(ACCOUNTING_TITLES, TITLES, FOREIGN_TITLES)
WORD_MEANINGS = _meanings(ACCOUNTING, PEOPLE, GENERAL, FOREIGN_WORDS)
TITLE_PHRASES = _by_first_word(TITLE_MEANINGS)
WORD_PHRASES = _by_first_word(WORD_MEANINGS)
VOCABULARY = Vocabulary([*TITLE_MEANINGS, *WORD_MEANINGS])
