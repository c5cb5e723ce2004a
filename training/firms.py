"""Firms, bodies and offices of invented papers: names of every make, addresses, identifiers whose checks hold."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from stdnum.es import ccc
from stdnum.iso7064 import mod_97_10
from stdnum.it import codicefiscale

from storage.identifiers import is_valid_vat_id
from training import firm_names as names
from training.people import Person, draw_person, draw_phone
from training.places import Address, Town, draw_address, draw_address_abroad, draw_town

_OFFICES = (*(f"{n:03d}" for n in range(1, 101)), "120", "121", "888", "999")
_SIGNS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_MAILBOXES = ("info", "amministrazione", "segreteria", "commerciale", "ufficio", "contabilita", "mail")
_PEC_HOSTS = ("pec.it", "legalmail.it", "postecert.it", "arubapec.it", "pec.buffetti.it", "cert.cna.it")


@dataclass(frozen=True, slots=True)
class Bank:
    """Where a firm has its account; `iban` without spaces, `bic` of eight or eleven characters."""

    name: str
    branch: str
    iban: str
    bic: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm, a body, an office or a professional. What it has not is "" (`vat_id` of a school, `sdi` of foreigners).

    `name` is what it is called on papers, `short` what its logo says; `vat_id` carries its country, `tax_code` is of
    eleven digits or of the owner's sixteen characters. `form` is one of FORMS; `trade` says what it does."""

    name: str
    short: str
    form: str
    trade: str
    address: Address
    vat_id: str
    tax_code: str
    email: str
    pec: str
    web: str
    phone: str
    fax: str
    sdi: str
    rea: str
    capital: str
    bank: Bank
    owner: Person

    @property
    def country(self) -> str:
        return self.address.country

    @property
    def vat_number(self) -> str:
        """The VAT id as Italians print it: without its country if that is Italy."""
        return self.vat_id.removeprefix("IT")


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def italian_number(rng: random.Random, first: str = "") -> str:
    """Eleven digits whose check holds: a partita IVA, or with `first` "8" or "9" the tax code of a body without one."""
    head = (first or rng.choice("00000111")) + _digits(rng, 6) + rng.choice(_OFFICES)
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(head)]
    total = sum(d - 9 if d > 9 else d for d in doubled)
    return head + str(-total % 10)


# For each country the letters and the digits that come before its check digits, and how many digits check.
_VAT_SHAPES: dict[str, tuple[str, int, int]] = {
    "DE": ("", 8, 1), "AT": ("U", 7, 1), "FR": ("", 9, 2), "ES": ("B", 7, 1), "GB": ("", 7, 2), "BE": ("0", 7, 2),
    "NL": ("", 8, 1), "CH": ("E", 8, 1), "PL": ("", 9, 1), "SI": ("", 7, 1),
}  # fmt: skip


def _vat_candidates(rng: random.Random, country: str) -> list[str]:
    first, count, checks = _VAT_SHAPES[country]
    body = rng.choice("123456789") + _digits(rng, count - 1)
    endings = ["".join(ending) for ending in product("0123456789", repeat=checks)]
    if country == "FR":
        return ["FR" + key + body[:8] + last for key in endings for last in "0123456789"]
    tail = {"NL": "B01", "CH": ""}.get(country, "")
    return [country + first + body + ending + tail for ending in endings]


def foreign_vat_id(rng: random.Random, country: str) -> str:
    """A VAT id of one of _VAT_SHAPES' countries that passes the country's check."""
    while True:
        for candidate in _vat_candidates(rng, country):
            if is_valid_vat_id(candidate):
                return candidate


def _with_check(country: str, bban: str) -> str:
    return country + str(mod_97_10.calc_check_digits(bban + country)) + bban


def italian_iban(rng: random.Random, abi: str) -> str:
    """An Italian IBAN at the bank `abi`, with its CIN and its check digits."""
    account = _digits(rng, 12) if rng.random() < 0.4 else f"{rng.randint(1000, 9_999_999):012d}"
    if rng.random() < 0.15:
        account = rng.choice(("CC", "EC", "CC0")) + account[-10:]
        account = account[-12:]
    base = abi + f"{rng.randint(1000, 75990):05d}" + account.rjust(12, "0")
    return _with_check("IT", str(codicefiscale.calc_check_digit(base)) + base)


def _foreign_iban(rng: random.Random, country: str) -> str:
    shapes: dict[str, Callable[[], str]] = {
        "DE": lambda: _digits(rng, 18),
        "AT": lambda: _digits(rng, 16),
        "FR": lambda: _digits(rng, 23),
        "GB": lambda: rng.choice(("BARC", "LOYD", "HBUK")) + _digits(rng, 14),
        "NL": lambda: rng.choice(("ABNA", "INGB", "RABO")) + _digits(rng, 10),
        "CH": lambda: _digits(rng, 17),
        "PL": lambda: _digits(rng, 24),
        "ES": lambda: _spanish_account(rng),
        "BE": lambda: _belgian_account(rng),
        "SI": lambda: _slovene_account(rng),
    }
    return _with_check(country, shapes[country]())


def _spanish_account(rng: random.Random) -> str:
    number = _digits(rng, 8) + "00" + _digits(rng, 10)
    return number[:8] + str(ccc.calc_check_digits(number)) + number[10:]


def _belgian_account(rng: random.Random) -> str:
    number = "4" + _digits(rng, 9)
    return number + f"{int(number) % 97 or 97:02d}"


def _slovene_account(rng: random.Random) -> str:
    number = _digits(rng, 13)
    return number + f"{98 - int(number + '00') % 97:02d}"


def draw_bank(rng: random.Random, country: str = "IT", city: str = "") -> Bank:
    if country == "IT":
        name, abi, bic = rng.choice(names.BANKS)
        branch = rng.choice((f"Filiale di {city}", f"Ag. {rng.randint(1, 12)} {city}", city,
            f"Sede di {city}")) if city else ""  # fmt: skip
        return Bank(name, branch, italian_iban(rng, abi), bic + rng.choice(("", "XXX",
            f"{rng.choice('123')}{_digits(rng, 2)}")))  # fmt: skip
    name, bic = rng.choice([(name, bic) for land, name, bic in names.FOREIGN_BANKS if land == country])
    return Bank(name, "", _foreign_iban(rng, country), bic)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "", plain)[:24] or "info"


def _capital(rng: random.Random, form: str) -> str:
    amount = rng.choice((50_000, 120_000, 500_000, 1_000_000, 2_500_000)) if form == "spa" else rng.choice((10_000,
        10_000, 10_200, 10_400, 20_000, 50_000, 99_000, 100_000))  # fmt: skip
    shown = f"{amount:,}".replace(",", ".") + rng.choice((",00", "", ",00"))
    return rng.choice(("€ {}", "Euro {}", "EUR {}", "€. {}")).format(shown) + rng.choice((" i.v.", " int. vers.",
        " I.V.", " interamente versato"))  # fmt: skip


def _identifiers(rng: random.Random, form: str, owner: Person) -> tuple[str, str]:
    """(vat id, tax code) of an Italian firm of this form."""
    if form == "body":
        code = italian_number(rng, rng.choice("89"))
        return ("IT" + italian_number(rng) if rng.random() < 0.3 else ""), code
    number = italian_number(rng)
    if form == "person":
        return "IT" + number, owner.tax_code
    return "IT" + number, number if rng.random() < 0.9 else italian_number(rng)


def _italian(rng: random.Random, form: str, town: Town) -> Firm:
    owner = draw_person(rng, town=town)
    trade = rng.choice(tuple(names.TRADES))
    name, short = names.draw_name(rng, form, trade, owner, town)
    vat_id, tax_code = _identifiers(rng, form, owner)
    slug = _slug(short)
    domain = slug + rng.choice((".it", ".it", ".it", ".com", ".eu", ".net"))
    registered = form in ("srl", "spa", "snc", "coop", "person")
    return Firm(
        name, short, form, trade, draw_address(rng, town), vat_id, tax_code,
        email=f"{rng.choice(_MAILBOXES)}@{domain}",
        pec=f"{slug}@{rng.choice(_PEC_HOSTS)}",
        web=rng.choice(("www.", "www.", "https://www.", "")) + domain,
        phone=draw_phone(rng, town.dialling),
        fax=draw_phone(rng, town.dialling) if rng.random() < 0.5 else "",
        sdi="".join(rng.choice(_SIGNS) for _ in range(7)) if form != "body" else "UF" + "".join(rng.choice(_SIGNS)
        for _ in range(4)),
        rea=f"{town.province}{rng.choice(('-', ' ', ' n. ', ' - '))}{rng.randint(60_000, 2_700_000)}" if registered
        else "",
        capital=_capital(rng, form) if form in ("srl", "spa") else "",
        bank=draw_bank(rng, city=town.name), owner=owner,
    )  # fmt: skip


def _foreign(rng: random.Random, country: str) -> Firm:
    owner = draw_person(rng)
    name, short = names.draw_foreign_name(rng, country)
    domain = _slug(short) + {"GB": ".co.uk"}.get(country, "." + country.lower())
    dialling = {"DE": "+49", "AT": "+43", "FR": "+33", "ES": "+34", "GB": "+44", "BE": "+32", "NL": "+31",
        "CH": "+41", "PL": "+48", "SI": "+386"}[country]  # fmt: skip
    vat_id = foreign_vat_id(rng, country)
    return Firm(
        name, short, "foreign", rng.choice(tuple(names.TRADES)), draw_address_abroad(rng, country), vat_id, "",
        email=f"{rng.choice(('info', 'office', 'sales', 'contact'))}@{domain}", pec="", web="www." + domain,
        phone=f"{dialling} {_digits(rng, 2)} {_digits(rng, 6)}", fax="", sdi="XXXXXXX" if rng.random() < 0.3 else "",
        rea="", capital="", bank=draw_bank(rng, country), owner=owner,
    )  # fmt: skip


FORMS = ("srl", "spa", "snc", "person", "studio", "coop", "association", "body", "bare", "foreign")
COUNTRIES = tuple(_VAT_SHAPES)


def draw_firm(rng: random.Random, *, forms: tuple[str, ...] = (), country: str = "",
    town: Town | None = None) -> Firm:  # fmt: skip
    """A firm of one of `forms` (any but bodies and associations if not given), or of `country` if that is not Italy."""
    if country not in ("", "IT"):
        return _foreign(rng, country)
    usual = ("srl",) * 8 + ("spa",) * 3 + ("snc",) * 3 + ("person",) * 3 + ("studio", "coop", "bare", "bare")
    form = rng.choice(forms or usual)
    if form == "foreign":
        return _foreign(rng, rng.choice(COUNTRIES))
    return _italian(rng, form, town or draw_town(rng))
