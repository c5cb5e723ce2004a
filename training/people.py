"""People of invented papers: names from all over Italy and of those who came, with tax codes whose check holds."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from stdnum.it import codicefiscale

from training.grammar import table, words_of
from training.places import Address, Town, draw_address, draw_town, land_named

_MEN = words_of("names", "men")
_WOMEN = words_of("names", "women")
_SURNAMES = words_of("names", "surnames")
# (land of birth, men's names, women's names, surnames)
_CAME = table("names", "came")

_MAIL = ("gmail.com", "gmail.com", "libero.it", "hotmail.it", "yahoo.it", "outlook.it", "alice.it", "tiscali.it",
    "virgilio.it", "icloud.com", "tim.it", "live.it", "fastwebnet.it", "gmx.de", "pec.it")  # fmt: skip
_MONTH_LETTERS = "ABCDEHLMPRST"
_OMOCODIA = "LMNPQRSTUV"


@dataclass(frozen=True, slots=True)
class Person:
    """`sex` is "M" or "F"; `tax_code` has sixteen characters and holds its check; `phone` is as one prints it."""

    given: str
    surname: str
    sex: str
    born: date
    birth_place: Town
    tax_code: str
    address: Address
    phone: str
    email: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def surname_first(self) -> str:
        return f"{self.surname} {self.given}"

    @property
    def is_woman(self) -> bool:
        return self.sex == "F"

    def word(self, masculine: str, feminine: str) -> str:
        """The form of a word that agrees: word("nato", "nata")."""
        return feminine if self.is_woman else masculine


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Z]", "", plain.upper())


def _surname_code(name: str) -> str:
    consonants = re.sub(r"[AEIOU]", "", _letters(name))
    vowels = re.sub(r"[^AEIOU]", "", _letters(name))
    return (consonants + vowels + "XXX")[:3]


def _given_code(name: str) -> str:
    consonants = re.sub(r"[AEIOU]", "", _letters(name))
    return consonants[0] + consonants[2:4] if len(consonants) > 3 else _surname_code(name)


def tax_code_of(surname: str, given: str, sex: str, born: date, place: Town) -> str:
    """The sixteen characters (D.M. 23/12/1976), with the check letter."""
    day = born.day + (40 if sex == "F" else 0)
    birth = f"{born.year % 100:02d}{_MONTH_LETTERS[born.month - 1]}{day:02d}{place.code}"
    head = _surname_code(surname) + _given_code(given) + birth
    return head + str(codicefiscale.calc_check_digit(head))


def with_omocodia(tax_code: str) -> str:
    """The same code as the tax office changes it where two people would share it: its last digit as a letter."""
    head = tax_code[:14] + _OMOCODIA[int(tax_code[14])]
    return head + str(codicefiscale.calc_check_digit(head))


def draw_phone(rng: random.Random, dialling: str = "") -> str:
    """A mobile number, or with `dialling` one of the town, in one of the forms that people print."""
    head = dialling or f"3{rng.choice('234689')}{rng.randint(0, 9)}"
    tail = "".join(rng.choice("0123456789") for _ in range(7 if not dialling else rng.choice((6, 7))))
    forms = (f"{head} {tail}", f"{head}{tail}", f"{head}/{tail}", f"{head} {tail[:3]} {tail[3:]}", f"{head}-{tail}",
        f"{head}.{tail}", f"{head} {tail[:3]} {tail[3:5]} {tail[5:]}")  # fmt: skip
    return rng.choice(("", "", "", "+39 ", "+39", "0039 ")) + rng.choice(forms).strip()


def _email(rng: random.Random, given: str, surname: str) -> str:
    g, s = _letters(given).lower(), _letters(surname).lower()
    local = rng.choice((f"{g}.{s}", f"{g}{s}", f"{g[0]}.{s}", f"{s}.{g}", f"{g}_{s}", f"{g}.{s}{rng.randint(60, 99)}",
        f"{s}{g[0]}"))  # fmt: skip
    return f"{local}@{rng.choice(_MAIL)}"


def draw_person(rng: random.Random, *, adult_at: date | None = None, town: Town | None = None) -> Person:
    """Somebody of working age at `adult_at` (2026 if not given), living in or near `town`."""
    sex = rng.choice("MF")
    came = rng.random() < 0.16
    land, men, women, surnames = rng.choice(_CAME) if came else ("", "", "", "")
    givens = (men if sex == "M" else women).split() if came else (_MEN if sex == "M" else _WOMEN)
    given, surname = rng.choice(givens).replace("_",
        " "), rng.choice(surnames.split() if came else _SURNAMES).replace("_", " ")  # fmt: skip
    if not came and rng.random() < 0.04:
        surname += " " + rng.choice(_SURNAMES).replace("_", " ")
    until = (adult_at or date(2026, 6, 1)) - timedelta(days=18 * 366)
    born = until - timedelta(days=int(rng.triangular(0, 46 * 365, 18 * 365)))
    home = town or draw_town(rng)
    place = land_named(land) if came and rng.random() < 0.85 else (home if rng.random() < 0.5 else draw_town(rng))
    code = tax_code_of(surname, given, sex, born, place)
    if rng.random() < 0.02:
        code = with_omocodia(code)
    phone = draw_phone(rng) if rng.random() < 0.8 else draw_phone(rng, home.dialling)
    return Person(given, surname, sex, born, place, code, draw_address(rng, home), phone, _email(rng, given, surname))
