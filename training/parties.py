"""Firms as papers show them: letterheads, addresses, identifiers; the values among them noted in the book."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from training.content import Party, Text, Value
from training.firms import Firm, draw_bank, draw_firm
from training.grammar import alternatives
from training.writing import Book, one, some


def label(rng: Random, language: str, name: str) -> str:
    """One of the labels of a fact, in the language; in Italian where the language has none of its own."""
    try:
        return rng.choice(alternatives("trade_labels", f"{language}.{name}"))
    except KeyError:
        return rng.choice(alternatives("trade_labels", f"it.{name}"))


@dataclass(frozen=True, slots=True)
class Shown:
    """Which identifiers of a party stand in its block (the others stand elsewhere or nowhere)."""

    vat_id: bool = True
    tax_code: bool = True


ALL = Shown()
_MOTTOES = (
    "Vendita e assistenza",
    "dal 1974",
    "Soluzioni per l'industria",
    "Qualità e servizio",
    "Azienda certificata ISO 9001",
    "Unità locale e magazzino",
)


def vat_value(book: Book, name: str, firm: Firm, rng: Random) -> Value:
    """The VAT id as printed: with the country, without, or apart from it."""
    if firm.country != "IT":
        return book.text(name, firm.vat_id)
    shown = rng.choice((firm.vat_number,) * 5 + (firm.vat_id, "IT " + firm.vat_number))
    return book.text(name, shown, firm.vat_id)


def identifier_lines(book: Book, role: str, firm: Firm, shown: Shown, language: str, rng: Random) -> list[Text]:
    """Lines with VAT id and tax code: together, apart, or both in one where they are the same number."""
    vat = firm.vat_id and shown.vat_id
    code = firm.tax_code and shown.tax_code
    colon = rng.choice((" ", " ", ": ", ": ", ":", ". " if language == "it" else " "))
    vat_label, code_label = label(rng, language, "vat_id"), label(rng, language, "tax_code")
    if vat and code and firm.vat_number == firm.tax_code and some(rng, 0.4):
        both = rng.choice(
            (
                "P. IVA e C.F.",
                "C.F. e P.IVA",
                "C.F./P.IVA",
                "Cod. Fisc. e Part. IVA",
                "P.IVA/C.F.",
                "Partita IVA e Codice Fiscale",
                "C.F. - P.IVA - Reg. Imprese",
            )
        )
        if role:
            book.fields[f"{role}_tax_code"] = firm.tax_code
        return (
            [one(both, colon, vat_value(book, f"{role}_vat_id", firm, rng))]
            if role
            else [one(both, colon, firm.vat_number)]
        )
    lines: list[Text] = []
    if vat:
        lines.append(one(vat_label, colon, vat_value(book, f"{role}_vat_id", firm, rng) if role else firm.vat_number))
    if code and firm.country == "IT":
        lines.append(one(code_label, colon, book.text(f"{role}_tax_code", firm.tax_code) if role else firm.tax_code))
    if len(lines) == 2 and some(rng, 0.6):
        return [(*lines[0], rng.choice((" - ", "  ", " – ", ", ", " / ")), *lines[1])]
    if len(lines) == 2 and some(rng, 0.3):
        lines.reverse()
    return lines


def address_lines(firm: Firm, rng: Random) -> list[Text]:
    address = firm.address
    if some(rng, 0.2):
        return [(address.line,)]
    city = address.city_line
    if some(rng, 0.15):
        city = city.replace("(", "").replace(")", "")
    return [(address.street,), (city.upper() if some(rng, 0.15) else city,)]


def supplier_party(
    book: Book,
    firm: Firm,
    rng: Random,
    *,
    language: str = "it",
    role: str = "supplier",
    shown: Shown = ALL,
    iban: bool = False,
) -> Party:
    """The sender's letterhead (or a labelled block), with what else such heads say: telephone, register, bank."""
    name = firm.name
    lines: list[Text] = [(book.text(f"{role}_name", name) if role else name,)]
    if some(rng, 0.12):
        lines.append((rng.choice(_MOTTOES) if language == "it" else "Quality since 1962",))
    lines += address_lines(firm, rng)
    contact = [f"Tel. {firm.phone}"] + ([f"Fax {firm.fax}"] if firm.fax and some(rng, 0.6) else [])
    contact += [firm.email] if some(rng, 0.6) else []
    contact += [f"PEC {firm.pec}"] if firm.pec and some(rng, 0.5) else []
    contact += [firm.web] if some(rng, 0.4) else []
    ids = identifier_lines(book, role, firm, shown, language, rng)
    if some(rng, 0.75):
        lines.append((rng.choice((" - ", " ", " – ", "  ")).join(contact),))
    lines[len(lines) if some(rng, 0.8) else 1 :] = ids
    if firm.rea and some(rng, 0.5):
        capital = f" - {rng.choice(('Cap. soc.', 'Capitale sociale', 'Cap. Soc. Euro'))} {firm.capital}"
        register = f"{rng.choice(('R.E.A.', 'REA', 'N. REA', 'Iscr. REA'))} {firm.rea}"
        lines.append((register + (capital if firm.capital and some(rng, 0.7) else ""),))
    if iban:
        lines.append(one(rng.choice(("IBAN ", "IBAN: ", f"{firm.bank.name} - IBAN ")), iban_value(book, firm, rng)))
    place = "letterhead" if some(rng, 0.85) else "any"
    return Party(tuple(lines), label(rng, language, "supplier") if place == "any" or some(rng, 0.06) else None, place)


def iban_value(book: Book, firm: Firm, rng: Random, name: str = "iban") -> Value:
    iban = firm.bank.iban
    if some(rng, 0.35):
        shown = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    elif some(rng, 0.2) and iban.startswith("IT"):
        shown = " ".join((iban[:2], iban[2:4], iban[4], iban[5:10], iban[10:15], iban[15:]))
    else:
        shown = iban
    return book.text(name, shown, iban)


def customer_party(
    book: Book, firm: Firm, rng: Random, *, language: str = "it", role: str = "customer", shown: Shown = ALL
) -> Party:
    lines: list[Text] = [(book.text(f"{role}_name", firm.name) if role else firm.name,)]
    if some(rng, 0.06):
        lines.append(
            (
                rng.choice(
                    (
                        "c.a. Amministrazione",
                        "Alla c.a. Ufficio Acquisti",
                        "c.a. sig.ra Ferri",
                        "Uff. contabilità fornitori",
                    )
                ),
            )
        )
    lines += address_lines(firm, rng)
    lines += identifier_lines(book, role, firm, shown, language, rng)
    if language == "it" and firm.sdi and some(rng, 0.2):
        lines.append((f"{rng.choice(('Cod. SDI', 'Codice destinatario', 'SDI', 'Cod. univoco'))} {firm.sdi}",))
    return Party(tuple(lines), label(rng, language, "customer") if some(rng, 0.85) else None, "address")


def delivery_party(firm: Firm, rng: Random) -> Party:
    """Where the goods go: another address, perhaps another name: a decoy."""
    other = draw_firm(rng) if some(rng, 0.3) else firm
    head = rng.choice(
        (
            "Destinazione merce",
            "Luogo di consegna",
            "Destinazione",
            "Spedire a",
            "Luogo di destinazione",
            "Destinatario merce",
        )
    )
    return Party(((other.name,), *address_lines(draw_firm(rng), rng)), head, "any")


def other_bank_lines(rng: Random) -> tuple[str, str]:
    """The payer's bank as RiBa papers show it: a decoy; name and coordinates."""
    bank = draw_bank(rng)
    iban = bank.iban
    return bank.name, rng.choice(
        (f"ABI {iban[5:10]} CAB {iban[10:15]}", iban, f"ABI: {iban[5:10]}  CAB: {iban[10:15]}")
    )
