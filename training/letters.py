"""Letters of all subjects and complaints, from firms, bodies and private people, on paper, by mail, fax and PEC."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from training.content import Block, Content, Party, Prose, Title
from training.contracts import contract_abroad, contract_deed, contract_form, contract_letter
from training.firms import Firm, draw_bank, draw_firm
from training.furnishing import (
    addressee,
    firm_lines,
    form,
    letterhead,
    likely,
    one,
    place_and_day,
    prose,
    several,
    small_print,
    stamp,
)
from training.grammar import Fact, draw_word, joined, table
from training.notes import Notes, draw_day, draw_notes, finished
from training.others import OTHERS
from training.people import Person, draw_person, draw_phone

_SENDERS = {
    "firm": ("srl", "spa", "snc", "bare", "person", "coop"), "body": ("body",), "association": ("association",),
    "studio": ("studio",), "insurer": ("spa", "bare"), "bank": ("spa",), "utility": ("spa", "srl"),
    "condominium": ("studio",),
}  # fmt: skip
_INSURERS = ("Assicurazioni", "Agenzia Generale Assicurazioni", "Compagnia di Assicurazioni")
_SIGNS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"


@dataclass(frozen=True, slots=True)
class Side:
    """Who writes or is written to: a firm, or a person where `person` is set."""

    firm: Firm
    person: Person | None

    @property
    def city(self) -> str:
        return (self.person.address if self.person else self.firm.address).city


def _sender(notes: Notes, sort: str) -> Side:
    rng = notes.rng
    firm = draw_firm(rng, forms=_SENDERS.get(sort, ()))
    if sort == "person":
        person = draw_person(rng)
        notes.person("sender_name", person)
        return Side(firm, person)
    name = firm.name
    if sort == "insurer":
        name = f"{rng.choice(_INSURERS)} {firm.short}"
    elif sort == "bank":
        name = draw_bank(rng).name
    elif sort == "condominium" and likely(rng, 0.5):
        name = f"Amministrazioni Condominiali {firm.owner.surname}"
    notes.text("sender_name", name)
    return Side(firm, None)


def _recipient(notes: Notes, sort: str) -> Side:
    """To nobody by name (all clients, all tenants) now and then."""
    rng = notes.rng
    firm = draw_firm(rng, forms=("body",)) if likely(rng, 0.12) else draw_firm(rng)
    if sort != "person" and likely(rng, 0.25):
        person = draw_person(rng)
        notes.person("recipient_name", person)
        notes.say(greeted=notes.facts["recipient_name"])
        return Side(firm, person)
    notes.firm("recipient_name", firm)
    notes.say(greeted=firm.owner.name)
    return Side(firm, None)


def _say_around(notes: Notes, sender: Side) -> None:
    """Dates, sums and numbers that letters speak of, none of them a field."""
    rng, style = notes.rng, notes.style
    day = draw_day(rng)
    notes.day("date", day)
    other, money = draw_person(rng), style.money
    earlier, later = day - timedelta(days=rng.randint(2, 90)), day + timedelta(days=rng.randint(3, 90))
    spell = style.long_day if likely(rng, 0.3) else style.day
    notes.say(
        year=str(day.year), last_year=str(day.year - 1), earlier=spell(earlier), later=spell(later),
        later_2=spell(later + timedelta(days=rng.randint(1, 20))),
        amount=money(Decimal(rng.randint(4_000, 2_500_000)) / 100), amount_2=money(Decimal(rng.randint(1_000,
        90_000)) / 100),
        docnum=rng.choice((str(rng.randint(10, 99_999)), f"{rng.randint(1, 900)}/{day.year}",
        f"{rng.randint(1, 900)}/A")),
        percent=rng.choice(("3", "4,5", "5", "7", "8,2", "1,9")), iban=sender.firm.bank.iban,
        bank=sender.firm.bank.name,
        other_person=other.name, other_surname=other.surname, other_code=other.tax_code,
        other_born=style.day(other.born),
        other_street=other.address.street, other_city=other.address.city, phone=draw_phone(rng, "02"),
        hour=rng.choice(("9.00", "10:30", "18.00", "21,00")),
        policy=str(rng.randint(10**7, 10**10)), cig="".join(rng.choice(_SIGNS) for _ in range(10)),
        plate=f"G{rng.choice('ABCDEF')}{rng.randint(100, 999)}{rng.choice('XYZ')}T",
        pod=f"IT001E{rng.randint(10**7, 10**8 - 1)}", circular=str(rng.randint(1, 40)), job=draw_word(rng, "payslip",
        "jobs"),
        clock=f"{rng.randint(7, 20):02d}:{rng.randint(0, 59):02d}", city=sender.city,
        message_id=f"opec{rng.randint(100, 300)}.{day:%Y%m%d}{rng.randint(100000, 235959)}",
    )  # fmt: skip
    boss = sender.person or sender.firm.owner
    notes.say(boss=boss.name, born=style.day(boss.born),
        signer=notes.facts["sender_name"] if sender.person else boss.name)  # fmt: skip


def _say_reference(notes: Notes) -> None:
    rng = notes.rng
    day = notes.truth["date"]
    number = rng.randint(1, 99_999)
    shown = rng.choice((f"{number}/{day[:4]}",
        f"{rng.choice(('AM', 'UT', 'AB', 'MR', 'ACQ'))}/{rng.choice(('mr', 'gb', 'lc'))}/{number}", f"{number:07d}",
        f"{day[:4]}-{number}", f"{rng.choice('ABCDEFG')}{number}",
        f"{rng.choice(('PR', 'RIF', 'QL'))}-{day[2:4]}-{number % 1000:03d}", f"{number}"))  # fmt: skip
    notes.text("reference", shown)


def _subject(notes: Notes, heading: str) -> None:
    notes.text("subject", draw_word(notes.rng, "letters", heading, notes.facts))


def _to(notes: Notes, recipient: Side) -> Party:
    rng = notes.rng
    name = notes.facts["recipient_name"]
    if person := recipient.person:
        greeting = {"it": (person.word("Egr. Sig.", "Gent.ma Sig.ra"), "Gent.", "Al Sig.",
            None)}.get(notes.style.language, (None,))  # fmt: skip
        return addressee(notes, [name, person.address.street, person.address.city_line], rng.choice(greeting))
    greetings = ("Spett.le", "Spettabile", "Spett.", "Alla", None,
        "Destinatario:") if notes.style.language == "it" else (None,)  # fmt: skip
    return addressee(notes, firm_lines(notes, name, recipient.firm), rng.choice(greetings))


def _head(notes: Notes, sender: Side) -> Block:
    """The sender's letterhead, or a private sender's name and address."""
    rng = notes.rng
    if person := sender.person:
        lines: list[Fact] = [notes.facts["sender_name"], person.address.street, person.address.city_line]
        lines += [rng.choice((f"tel. {person.phone}", person.email, f"C.F. {person.tax_code}"))] if likely(rng,
            0.6) else []  # fmt: skip
        party = addressee(notes, lines, rng.choice((None, None, "Mittente:", "Da:")))
        return Party(party.lines, party.label, rng.choice(("letterhead", "any")))
    head = letterhead(notes, sender.firm)
    return Party((joined(notes.facts["sender_name"]), *head.lines[1:]), head.label, "letterhead")


def _lines_of_subject(notes: Notes) -> list[Block]:
    """The subject and the reference, each on its line, together, or in a small form."""
    rng, language = notes.rng, notes.style.language
    if likely(rng, 0.12) and language == "it":
        return [form(notes, "letters", "heads")]
    subject = one(notes, "letters", f"subject_{language}")
    if "reference" not in notes.truth:
        return [Title(subject) if likely(rng, 0.1) else Prose((subject,))]
    reference = one(notes, "letters", f"reference_{language}")
    return [Prose((reference,)), Prose((subject,))] if likely(rng, 0.7) else [Prose((subject, reference))]


def _letter(notes: Notes, kind: str, sender: Side, recipient: Side, body: str) -> Content:
    rng, language = notes.rng, notes.style.language
    has_subject = kind == "complaint" or likely(rng, 0.9)
    if likely(rng, 0.45):
        _say_reference(notes)
    way = rng.random()
    text: list[Block] = [prose(notes, "letters", f"greeting_{language}")] if likely(rng, 0.75) else []
    text.append(prose(notes, "letters", body))
    if language == "it":
        more = several(notes, "letters", "filler", rng.choice((0, 0, 1, 1, 2, 3, 5)))
        text += [Prose(more)] if more else []
    text.append(prose(notes, "letters", f"closing_{language}"))
    signer = "signer_person" if sender.person else "signer_firm" if language == "it" else "signer_abroad"
    text.append(prose(notes, "letters", signer))
    if way < 0.14:
        name = rng.choice(("mail", "mail", "pec", "fax"))
        head: list[Block] = [form(notes, "letters", name)]
        head = [_head(notes, sender), *head] if name == "fax" and likely(rng, 0.6) else head
    else:
        dated = place_and_day(notes, sender.city)
        named = likely(rng, 0.93)
        top: list[Block] = [_to(notes, recipient)] if named else []
        top.insert(rng.randint(0, len(top)), dated)
        head = [_head(notes, sender), *top, *(_lines_of_subject(notes) if has_subject else [])]
    blocks: list[Block | None] = [*head, *text, small_print(notes, "letter_print", 0.35), stamp(notes, 0.2)]
    return finished(notes, kind, blocks)


def letter(rng: random.Random) -> Content:
    """A letter in Italian about one of the topics of `words/letters.txt`."""
    notes = draw_notes(rng)
    topic, sort = rng.choice(table("letters", "topics"))
    sender = _sender(notes, sort)
    recipient = _recipient(notes, sort)
    _say_around(notes, sender)
    _subject(notes, f"subject.{topic}")
    return _letter(notes, "letter", sender, recipient, f"body.{topic}")


def complaint(rng: random.Random) -> Content:
    notes = draw_notes(rng)
    sort = rng.choice(("firm", "firm", "firm", "person", "person", "studio", "body"))
    sender = _sender(notes, sort)
    recipient = _recipient(notes, "person")
    _say_around(notes, sender)
    _subject(notes, "complaint_subject")
    return _letter(notes, "complaint", sender, recipient, "complaint")


_ABROAD: Mapping[str, tuple[str, ...]] = {"en": ("GB", "NL", "BE", "PL"), "de": ("DE", "AT", "CH"), "fr": ("FR",
    "BE")}  # fmt: skip


def _abroad(rng: random.Random, kind: str, language: str) -> Content:
    """From a firm abroad; or from an Italian one that writes in its customer's language."""
    notes = draw_notes(rng, language)
    firm = draw_firm(rng, country=rng.choice(_ABROAD[language]) if likely(rng, 0.75) else "IT")
    notes.firm("sender_name", firm)
    sender = Side(firm, None)
    recipient = _recipient(notes, "person")
    _say_around(notes, sender)
    name = {"en": "english", "de": "german", "fr": "french"}[language]
    prefix = "complaint_" if kind == "complaint" else ""
    _subject(notes, f"{prefix}subject_{name}")
    return _letter(notes, kind, sender, recipient, f"{prefix}{name}")


def letter_abroad(rng: random.Random) -> Content:
    return _abroad(rng, "letter", rng.choice(("en", "en", "de", "fr")))


def complaint_abroad(rng: random.Random) -> Content:
    return _abroad(rng, "complaint", rng.choice(("en", "de")))


Author = Callable[[random.Random], Content]

LETTERS: Mapping[str, Sequence[Author]] = {
    "contract": (*(contract_deed, contract_form, contract_letter) * 4, contract_abroad),
    "complaint": (*(complaint,) * 8, complaint_abroad),
    "letter": (*(letter,) * 10, letter_abroad),
    "other": OTHERS,
}
