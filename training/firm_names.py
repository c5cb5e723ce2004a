"""What invented firms are called, by their form and trade, and the banks they use. Nothing here is meant to be real."""

from __future__ import annotations

import random

from training.grammar import alternatives, table, words_of
from training.people import Person
from training.places import Town

TRADES = {trade: tuple(words.split("; ")) for trade, words in table("firms", "trades")}

_FANTASY = words_of("firms", "fantasy")

_SRL = alternatives("firms", "srl")
_SPA = alternatives("firms", "spa")
_SNC = alternatives("firms", "snc")
_COOP = alternatives("firms", "coop")
_ASSOCIATIONS = alternatives("firms", "associations")
_BODIES = alternatives("firms", "bodies")
_OLD_NAMES = alternatives("firms", "old_names")
_SAINTS = alternatives("firms", "saints")

BANKS = table("firms", "banks")
FOREIGN_BANKS = table("firms", "foreign_banks")
_FOREIGN = {c: (n.split("; "), f.split("; ")) for c, n, f in table("firms", "foreign")}
_ABROAD_WORDS = ("Technik", "Industries", "International", "Trading", "Systems", "Europe", "Solutions")


def _core(rng: random.Random, trade: str, owner: Person, town: Town) -> str:
    """What distinguishes a firm: fantasy words, the owner's name, what it makes, where it is."""
    word, other = rng.choice(TRADES[trade]), rng.choice(_FANTASY)
    made = rng.choice(_FANTASY)
    forms = (
        f"{word} {other}", f"{other} {word}", f"{word} {owner.surname}", f"{owner.surname} {word}", f"{other} {made}",
        f"{word} {owner.surname} & C.", f"{owner.surname} F.lli", f"F.lli {owner.surname}", f"{word} {town.name}",
        f"{other}", f"{owner.surname} {owner.given} e Figli",
        f"{other.replace('.', '')}{word.lower().split()[0].strip('.')}",
        f"{word} {owner.surname} dal {random_year(rng)}", f'"{other}" {word}',
        f"{word} {other} {rng.randint(2, 4) * 1000}",
        f"{owner.surname} & {made}", f"{other} - {word}", f"{other} Group", f"La {made} {word}",
        f"{word} {other} {town.name}",
    )  # fmt: skip
    return rng.choice(forms)


def random_year(rng: random.Random) -> int:
    return rng.randint(1921, 2012)


def draw_name(rng: random.Random, form: str, trade: str, owner: Person, town: Town) -> tuple[str, str]:
    """(name, logo) of an Italian firm or body."""
    core = _core(rng, trade, owner, town)
    word, fantasy = rng.choice(TRADES[trade]), rng.choice(_FANTASY)
    if form in ("srl", "spa", "coop"):
        legal = rng.choice({"srl": _SRL, "spa": _SPA, "coop": _COOP}[form])
        name = (
            f"{core}{rng.choice((' ', ' ', ' ', ' - ', ', '))}{legal}" if legal != "Consorzio"
            else f"Consorzio {core}"
        )  # fmt: skip
    elif form == "snc":
        name, core = _partnership(rng, core, word, owner)
    elif form == "person":
        forms = (f"{word} {owner.name}", f"{word} di {owner.name}", f"{fantasy} di {owner.surname_first}",
            f"{owner.surname_first}", f"Ditta {owner.name}", f"{word} {fantasy} di {owner.name}",
            f"{owner.name} - {word}")  # fmt: skip
        name = core = rng.choice(forms)
    elif form == "studio":
        name = core = _studio(rng, owner)
    elif form == "association":
        name = core = rng.choice(_ASSOCIATIONS).format(t=town.name, f=fantasy)
    elif form == "body":
        name = core = rng.choice(_BODIES).format(t=town.name, f=fantasy, n=rng.randint(1, 12),
            o=rng.choice(_OLD_NAMES), o2=rng.choice(_SAINTS))  # fmt: skip
    else:
        name = core
    if rng.random() < 0.18 and form != "body":
        name, core = name.upper(), core.upper()
    return name, core


def _partnership(rng: random.Random, core: str, word: str, owner: Person) -> tuple[str, str]:
    legal = rng.choice(_SNC)
    partner = rng.choice((f"{owner.surname} {owner.given} & C.", f"{owner.surname} {owner.given[0]}. e C.",
        f"{owner.surname} e {rng.choice(('Bianchi', 'Neri', 'Gallo', 'Riva'))}", f"F.lli {owner.surname}"))  # fmt: skip
    forms = (f"{core} {legal} di {partner}", f"{word} {partner} {legal}", f"{core} di {partner} {legal}",
        f"{core} {legal}")  # fmt: skip
    return rng.choice(forms), core


def _studio(rng: random.Random, owner: Person) -> str:
    title = rng.choice(("Avv.", "Dott.", "Ing.", "Arch.", "Geom.", "Rag.", "Dr.", "Dott. Comm."))
    other = rng.choice(("Bassi", "Ferro", "Lanza", "Moro", "Corti"))
    forms = (f"Studio {owner.surname}", f"Studio Associato {owner.surname} - {other}",
        f"Studio Legale {owner.surname} & {other}", f"{title} {owner.name}", f"Studio Tecnico {title} {owner.name}",
        f"Studio Commerciale {owner.surname} e Associati", f"{owner.surname} {other} & Partners",
        f"Studio Notarile {owner.surname}", f"Studio Dentistico Dr. {owner.name}",
        f"Consulenza del Lavoro {owner.surname}")  # fmt: skip
    return rng.choice(forms)


def draw_foreign_name(rng: random.Random, country: str) -> tuple[str, str]:
    cores, legal = _FOREIGN[country]
    core = rng.choice(cores) if rng.random() < 0.7 else f"{rng.choice(_FANTASY)} {rng.choice(_ABROAD_WORDS)}"
    name = f"{core} {rng.choice(legal)}"
    return (name.upper(), core.upper()) if rng.random() < 0.12 else (name, core)
