"""Towns, streets and addresses: where the people and the firms of invented papers live. No address is anybody's."""

from __future__ import annotations

import random
from dataclasses import dataclass

from training.grammar import alternatives, table

# name | province | cadastral code, as tax codes carry it | first three digits of the postcode | dialling code

# name | the code of tax codes


_KINDS_OF_STREET = alternatives("places", "kinds_of_street")


LAND_NAMES = {
    "DE": "Germania", "AT": "Austria", "FR": "Francia", "ES": "Spagna", "GB": "United Kingdom", "BE": "Belgio",
    "NL": "Paesi Bassi", "CH": "Svizzera", "PL": "Polonia", "SI": "Slovenia", "IT": "Italia",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """`province` is two letters, "EE" abroad; `code` is what the tax codes of people born there carry."""

    name: str
    province: str
    code: str
    postcode: str
    dialling: str


@dataclass(frozen=True, slots=True)
class Address:
    """`country` is two letters. Abroad `city` holds the whole line with the postcode and `province` is empty."""

    street: str
    postcode: str
    city: str
    province: str
    country: str = "IT"

    @property
    def city_line(self) -> str:
        return f"{self.postcode} {self.city} ({self.province})" if self.province else self.city

    @property
    def line(self) -> str:
        return f"{self.street} - {self.city_line}"


def _rows(name: str) -> tuple[list[str], ...]:
    return tuple(line.split() for line in alternatives("places", name))


TOWNS = tuple(Town(name.replace("_", " "), *rest) for name, *rest in _rows("towns"))
LANDS = {name.replace("_", " "): Town(name.replace("_", " "), "EE", code, "", "") for name, code in _rows("lands")}
STREETS = alternatives("places", "streets")
_KINDS_OF_STREET = alternatives("places", "kinds_of_street")
_ABROAD = {land: (towns.split("; "), streets.split("; ")) for land, towns, streets in table("places", "abroad")}


def draw_town(rng: random.Random) -> Town:
    """The larger towns, which stand first, a little more often."""
    return TOWNS[int(len(TOWNS) * rng.random() ** 1.4)]


def land_named(name: str) -> Town:
    """The land as a place of birth; KeyError for one that LANDS has not."""
    return LANDS[name]


def draw_street(rng: random.Random) -> str:
    number = str(rng.randint(1, 240 if rng.random() < 0.3 else 60)) + rng.choice(("",) * 8 + ("/A", "/b", " bis",
        "/2", " A"))  # fmt: skip
    if rng.random() < 0.04:
        return f"{rng.choice(_KINDS_OF_STREET)} {rng.choice(STREETS)} snc"
    joint = rng.choice((", ", ", ", " ", " n. ", ", n. ", " n° "))
    return f"{rng.choice(_KINDS_OF_STREET)} {rng.choice(STREETS)}{joint}{number}"


def draw_postcode(rng: random.Random, town: Town) -> str:
    return town.postcode + f"{rng.randint(10, 99) if town.postcode.endswith('0') else rng.randint(21, 68):02d}"


def draw_address(rng: random.Random, town: Town | None = None) -> Address:
    town = town or draw_town(rng)
    return Address(draw_street(rng), draw_postcode(rng, town), town.name, town.province)


def draw_address_abroad(rng: random.Random, country: str) -> Address:
    """An address in one of the countries of LAND_NAMES but Italy."""
    cities, streets = _ABROAD[country]
    street, number = rng.choice(streets), rng.randint(1, 180)
    before = country in ("FR", "GB", "BE") and not street.endswith("Nave")
    written = f"{number} {street}" if before else f"{street} {number}"
    return Address(written, "", rng.choice(cities), "", country)
