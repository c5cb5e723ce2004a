"""What papers print before, above or beside a value: data, no logic.

Sources: the labels, synonyms and abbreviations of Italian papers and their English, German and French equivalents.
A phrase is written comparably (see `intake.words`: P. IVA is "p iva", D.D.T. is "ddt"). One phrase may have several
roles; roles that no field asks for keep a value from being taken for what it is not (a birth date).
"""

from __future__ import annotations

from intake.extract.labels.amounts import AMOUNTS
from intake.extract.labels.dates import DATES
from intake.extract.labels.identifiers import IDENTIFIERS
from intake.extract.labels.numbers import NUMBERS
from intake.extract.labels.parties import PARTIES
from intake.extract.labels.texts import TEXTS

ROLES: dict[str, str] = {**NUMBERS, **DATES, **AMOUNTS, **IDENTIFIERS, **PARTIES, **TEXTS}
