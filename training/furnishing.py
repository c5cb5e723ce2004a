"""Blocks that papers of all kinds share: letterheads, addressees, forms read from `words/`, signatures, stamps."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from training.content import Block, Pair, Pairs, Party, Prose, SmallPrint, Stamp, Text, Title
from training.firms import Firm
from training.grammar import Fact, alternatives, draw, draw_word, fill, joined, paragraphs, plain
from training.notes import Notes, draw_day

# A slash between two names of a label; none within a date or beside a blank ("31/12", "NOME / NAME").
_OR = re.compile(r"(?<! )/(?! )(?<!\d/(?=[\d{]))")


def likely(rng: random.Random, share: float) -> bool:
    return rng.random() < share


def one(notes: Notes, file: str, name: str) -> Text:
    return draw(notes.rng, file, name, notes.facts)


def several(notes: Notes, file: str, name: str, count: int) -> tuple[Text, ...]:
    """That many different alternatives, or all there are."""
    lines = alternatives(file, name)
    chosen = notes.rng.sample(lines, min(count, len(lines)))
    return tuple(fill(notes.rng, file, line, notes.facts) for line in chosen)


def title(notes: Notes, file: str, name: str) -> Title:
    return Title(one(notes, file, name))


def prose(notes: Notes, file: str, name: str, heading: str | None = None) -> Prose:
    return Prose(paragraphs(notes.rng, file, name, notes.facts), heading)


def _known(template: str, facts: dict[str, Fact]) -> bool:
    """Whether the template asks for facts of this paper only."""
    return all(part.split("}")[0] in facts for part in template.split("{")[1:])


def form(notes: Notes, file: str, name: str, *, style: str = "any", keep: float = 1.0) -> Pairs:
    """A form from rows `label/label | value | share`, of which some are left out; a row `title: a/b` heads it.

    Rows whose facts this paper has not are skipped; `keep` scales how likely the others are."""
    rng, heading, pairs = notes.rng, None, []
    for line in alternatives(file, name):
        if line.startswith("title:"):
            heading = rng.choice(_OR.split(line[6:].strip())) or None
            continue
        label, value, *share = line.split(" | ")
        if not _known(value, notes.facts) or rng.random() > (float(share[0]) if share else 1.0) * keep:
            continue
        named = plain(fill(rng, file, _label(rng, label), notes.facts))
        pairs.append(Pair(named, fill(rng, file, value, notes.facts)))
    if likely(rng, 0.12):
        rng.shuffle(pairs)
    return Pairs(tuple(pairs), heading if likely(rng, 0.8) else None, style)


def _label(rng: random.Random, label: str) -> str:
    """One of the label's names; `@name` takes those of `words/labels.txt`."""
    drawn = draw_word(rng, "labels", label[1:]) if label.startswith("@") else rng.choice(_OR.split(label))
    return drawn.upper() if likely(rng, 0.1) and "{" not in drawn else drawn


def label(notes: Notes, name: str) -> str:
    return _label(notes.rng, "@" + name)


def letterhead(notes: Notes, firm: Firm, field: str | None = None, code_field: str | None = None) -> Party:
    """The firm at the head of its paper; `field` says what its name writes and `code_field` what its tax code does."""
    rng = notes.rng
    name: Fact = notes.firm(field, firm) if field else firm.name
    lines: list[Text] = [(name,) if not isinstance(name, tuple) else name]
    address = firm.address
    whole = rng.choice((f"{address.street} - {address.city_line}", f"{address.street}, {address.city_line}",
        f"Sede legale: {address.street} - {address.city_line}", f"{address.city_line} - {address.street}"))  # fmt: skip
    lines += [(address.street,), (address.city_line,)] if likely(rng, 0.4) else [(whole,)]
    lines += _contacts(rng, firm)
    lines += _identifiers(notes, firm, code_field)
    if firm.capital and likely(rng, 0.3):
        lines.append((f"Cap. Soc. {firm.capital}" + (f" - R.E.A. {firm.rea}" if firm.rea else ""),))
    return Party(tuple(lines), place="letterhead")


def _contacts(rng: random.Random, firm: Firm) -> list[Text]:
    facts = [f"{rng.choice(('Tel.', 'Tel', 'T.', 'tel:', 'Telefono'))} {firm.phone}"]
    facts += [f"Fax {firm.fax}"] if firm.fax else []
    facts += [f"{rng.choice(('e-mail: ', 'E-mail ', '', 'Mail: '))}{firm.email}"]
    facts += [f"PEC {firm.pec}"] if firm.pec and likely(rng, 0.5) else []
    facts += [firm.web] if likely(rng, 0.5) else []
    kept = [fact for fact in facts if likely(rng, 0.7)]
    return [(rng.choice((" - ", "  ", " | ", " · ")).join(kept),)] if likely(rng, 0.6) and kept else [(fact,
        ) for fact in kept]  # fmt: skip


def _identifiers(notes: Notes, firm: Firm, code_field: str | None) -> list[Text]:
    rng = notes.rng
    code: Fact = firm.tax_code
    if code_field and firm.tax_code:
        code = notes.code(code_field, firm.tax_code)
    if not firm.tax_code:
        return [(f"{rng.choice(('VAT', 'VAT ID', 'VAT no.', 'P. IVA', 'USt-IdNr.', 'TVA'))} {firm.vat_id}",
            )] if likely(rng, 0.6) else []  # fmt: skip
    if likely(rng, 0.25):
        return []
    both = rng.choice(("C.F. e P.IVA ", "P.IVA e C.F. ", "P.IVA/C.F. ", "C.F./P.IVA: ", "Cod. Fisc. e Part. IVA "))
    if firm.tax_code == firm.vat_number and likely(rng, 0.7):
        return [joined(both, code)]
    first = rng.choice(("C.F. ", "Cod. Fisc. ", "Codice fiscale: ", "CF "))
    second = rng.choice((" - P.IVA ", "  P. IVA ", " Partita IVA ")) + firm.vat_number if firm.vat_number else ""
    return [joined(first, code, second)]


def addressee(notes: Notes, lines: Sequence[Fact], greeting: str | None = None) -> Party:
    """Whom a letter is for, where letters are addressed."""
    return Party(tuple(joined(line) for line in lines if line), greeting, "address")


def firm_lines(notes: Notes, name: Fact, firm: Firm) -> list[Fact]:
    rng = notes.rng
    lines: list[Fact] = [name, firm.address.street, firm.address.city_line]
    if likely(rng, 0.25):
        lines.insert(1, rng.choice(("Ufficio del Personale", "Ufficio Risorse Umane", "c.a. Amministrazione",
            "Alla c.a. del Titolare", "Direzione", "Ufficio Acquisti",
            f"c.a. {notes.rng.choice(('Dott.', 'Sig.', 'Rag.'))} {firm.owner.surname}")))  # fmt: skip
    if likely(rng, 0.25) and firm.pec:
        lines.append(rng.choice(("PEC: ", "via PEC ", "a mezzo PEC: ", "")) + firm.pec)
    return lines


def place_and_day(notes: Notes, town: str, field: str = "date") -> Prose:
    """`Milano, lì 3 marzo 2026`."""
    rng = notes.rng
    day = notes.facts[f"{field}_long"] if likely(rng, 0.55) else notes.facts[field]
    joint = rng.choice((", ", ", lì ", ", li ", ", il ", " ", " lì, ", ", addì ", ", "))
    if likely(rng, 0.1):
        return Prose((joined(rng.choice(("Data: ", "Data ", "Luogo e data: " + town + ", ", "Lì, ", "Addì ")), day),))
    return Prose((joined(town, joint, day),))


def signatures(notes: Notes, *rows: Text | str) -> Prose | None:
    """Lines to sign on, or the typed names of those who signed."""
    rng = notes.rng
    line = rng.choice(("____________________", "........................................", "_______________", "",
        "(firma)", "________________________"))  # fmt: skip
    found = [joined(row, rng.choice((" ", ": ", "  ")), line) for row in rows]
    if likely(rng, 0.25) and len(found) > 1:
        return Prose((joined(*(part for row in found for part in (row, "          "))),))
    return Prose(tuple(found)) if found else None


def stamp(notes: Notes, share: float = 0.15) -> Stamp | None:
    """A mail room's stamp with a date and a number that are none of the paper's."""
    rng = notes.rng
    if not likely(rng, share):
        return None
    notes.say(stamp_day=notes.style.day(draw_day(rng)), stamp_number=str(rng.randint(12, 98000)))
    return Stamp(tuple(draw_word(rng, "common", "stamps", notes.facts).split("¶")))


def small_print(notes: Notes, name: str, share: float = 0.5) -> SmallPrint | None:
    rng = notes.rng
    notes.say(sheet=str(rng.randint(1, 9)), build=f"{rng.randint(1, 20)}.{rng.randint(0, 9)}.{rng.randint(0, 40)}")
    return SmallPrint((draw_word(rng, "common", name, notes.facts),)) if likely(rng, share) else None


def some(notes: Notes, *blocks: tuple[float, Block | None]) -> list[Block]:
    """Those blocks that the paper happens to have, each with its share."""
    return [block for share, block in blocks if block is not None and likely(notes.rng, share)]
