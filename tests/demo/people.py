"""Firms and people who do not exist, with numbers whose check digits are right."""

from __future__ import annotations

from dataclasses import dataclass

from stdnum import iban as iban_numbers
from stdnum import luhn
from stdnum.it import codicefiscale


def vat_number(first_ten: str) -> str:
    return first_ten + str(luhn.calc_check_digit(first_ten))


def tax_code(first_fifteen: str) -> str:
    return first_fifteen + str(codicefiscale.calc_check_digit(first_fifteen))


def iban(bank: str, branch: str, account: str) -> str:
    """From ABI, CAB and account number. The Italian check letter is reckoned like a tax code's."""
    account_part = bank + branch + account.zfill(12)
    national = str(codicefiscale.calc_check_digit(account_part)) + account_part
    return "IT" + str(iban_numbers.calc_check_digits("IT00" + national)) + national


@dataclass(frozen=True, slots=True)
class Firm:
    name: str
    street: str
    town: str
    number: str  # of its VAT registration, without the country
    iban: str = ""

    @property
    def vat_id(self) -> str:
        return "IT" + self.number


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    tax_code: str


US = Firm("Tessitura Valbruna S.r.l.", "Via dei Gelsi 14", "36015 Schio (VI)", vat_number("0391827024"))
HARDWARE = Firm(
    "Ferramenta Montegalda S.n.c.", "Via Postumia 118", "36047 Montegalda (VI)", vat_number("0284516024"),
    iban("07021", "60400", "31840775"),
)  # fmt: skip
ENGINEER = Firm(
    "Ing. Ottavia Brandolese", "Contrà Riale 9", "36100 Vicenza", vat_number("0417730024"),
    iban("09334", "11800", "90012277"),
)  # fmt: skip
YARN = Firm(
    "Filati Serravento S.p.A.", "Via dell'Artigianato 3", "13900 Biella (BI)", vat_number("0176320002"),
    iban("06988", "22300", "440981"),
)  # fmt: skip
SOFTWARE = Firm(
    "Nuvolari Informatica S.r.l.", "Corso Stamira 22", "37122 Verona (VR)", vat_number("0450917023"),
    iban("05877", "11700", "2218904"),
)  # fmt: skip
CAFE = Firm("Trattoria Alla Pieve di Zanella R.", "Piazza Maggiore 6", "36078 Valdagno (VI)", vat_number("0330641024"))
BANK = "Cassa Rurale dell'Alto Leogra"
OUR_ACCOUNT = iban("08773", "60750", "118420")
TRAINER = "Centro Formazione Sicurezza Leogra"

CLERK = Person("Giulia Perottoni", tax_code("PRTGLI88D52L840"))
WEAVER = Person("Marco Dal Zovo", tax_code("DLZMRC91H14I531"))
