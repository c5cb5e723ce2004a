"""Payslips: the month's pay with its elements, deductions and net, among year-to-date sums, leave and severance pay."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from training.content import Block, Column, Content, Grid, Pair, Pairs, Prose, Text, Value
from training.firms import Firm, draw_bank
from training.furnishing import form, label, letterhead, likely, one, small_print, some, stamp, title
from training.grammar import alternatives, draw_word, joined, table
from training.notes import Notes, draw_notes, finished
from training.people import draw_person
from training.staff import draw_employer

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Pay:
    """The sums of one month: rows of pay and of deductions, and what is paid after rounding."""

    earned: tuple[tuple[str, str, Decimal], ...]  # code, words, amount
    withheld: tuple[tuple[str, str, Decimal], ...]
    rounding: Decimal

    @property
    def gross(self) -> Decimal:
        return sum((amount for _, _, amount in self.earned), Decimal(0))

    @property
    def deductions(self) -> Decimal:
        return sum((amount for _, _, amount in self.withheld), Decimal(0))

    @property
    def net(self) -> Decimal:
        return self.gross - self.deductions + self.rounding


def _cents(amount: Decimal | float) -> Decimal:
    return Decimal(amount).quantize(_CENT)


def _code(rng: random.Random) -> str:
    return rng.choice((f"{rng.randint(1, 999):03d}", f"Z{rng.randint(1, 99999):05d}", f"{rng.randint(1000, 9999)}",
        f"F{rng.randint(10, 99)}"))  # fmt: skip


def _draw_pay(rng: random.Random) -> Pay:
    base = _cents(rng.triangular(600, 5200, 1650))
    first, words = rng.choice(table("payslip", "pay_items"))
    earned = [(first, words, base)]
    for item in rng.sample(alternatives("payslip", "more_items"), rng.choice((0, 0, 1, 1, 2, 3, 4, 6))):
        earned.append((_code(rng), item, _cents(rng.uniform(8, 320))))
    gross = sum((amount for _, _, amount in earned), Decimal(0))
    social = _cents(gross * Decimal("0.0919"))
    withheld = [(_code(rng), rng.choice(table("payslip", "deduction_items"))[0], social)]
    withheld.append((_code(rng), draw_word(rng, "payslip", "tax_items"), _cents(gross * Decimal(rng.uniform(0.04,
        0.21)))))  # fmt: skip
    for item in rng.sample(alternatives("payslip", "small_deductions"), rng.choice((0, 1, 1, 2, 3, 4))):
        withheld.append((_code(rng), item, _cents(rng.uniform(1, 60))))
    net = gross - sum((amount for _, _, amount in withheld), Decimal(0))
    rounding = _cents(net.to_integral_value() - net) if likely(rng, 0.35) else Decimal(0)
    return Pay(tuple(earned), tuple(withheld), rounding)


def _say_numbers(notes: Notes, pay: Pay) -> None:
    """Sums that stand around the month's own and are none of its fields."""
    rng, money = notes.rng, notes.style.money

    def some_money(low: float, high: float) -> str:
        return money(_cents(rng.uniform(low, high)))

    gross = float(pay.gross)
    months = rng.randint(1, 12)
    notes.say(
        base=some_money(gross * 0.5, gross), contingency=some_money(480, 540), step_pay=some_money(0, 120),
        extra=some_money(20, 700), third=some_money(2, 12), monthly=some_money(gross * 0.8, gross * 1.1),
        hourly=f"{rng.uniform(7, 28):.5f}".replace(".", ","), daily=some_money(50, 200),
        prog_inps=some_money(gross * months, gross * months * 1.05), prog_tax=some_money(gross * months * 0.9,
        gross * months),
        prog_paid=some_money(100, gross * months * 0.25), inail_base=some_money(gross * 0.9, gross),
        prog_credit=some_money(50, 1900),
        regional=some_money(5, 400), tfr_base=some_money(gross * 0.9, gross), tfr_month=some_money(40, 400),
        tfr_fund=some_money(0, 40000), tfr_rise=some_money(0, 900), nothing="0,00", tax_base=some_money(gross * 0.88,
        gross * 0.92),
        tax_gross=some_money(gross * 0.2, gross * 0.3), credit=some_money(30, 160), tax_net=money(pay.withheld[1][2]),
        bonus=some_money(60, 100), last_net=some_money(gross * 0.6, gross * 0.85),
    )  # fmt: skip


def _say_worker(notes: Notes, month: date) -> None:
    rng = notes.rng
    hired = month - timedelta(days=rng.randint(20, 9000))
    notes.day("hire_date", hired, long=False)
    notes.text("level", draw_word(rng, "payslip", "levels"))
    bank = draw_bank(rng)
    notes.say(
        firm_code=str(rng.randint(1, 9999)),
        inps=f"{rng.randint(10, 99)}{rng.randint(10_000_000, 99_999_999)}{rng.choice(('', '/00'))}",
        inail=f"{rng.randint(1_000_000, 99_999_999)}/{rng.randint(10, 99)}",
        ateco=f"{rng.randint(10, 96)}.{rng.randint(10, 99)}.00",
        badge=rng.choice((str(rng.randint(1, 999)), f"{rng.randint(1, 9999):07d}")), gone=notes.style.day(month),
        seniority=notes.style.day(hired), grade=draw_word(rng, "payslip", "grades"), job=draw_word(rng, "payslip",
        "jobs"),
        ccnl=draw_word(rng, "payslip", "ccnl"), part_time=rng.choice(("100,00", "50,00", "62,50%", "75,00", "")),
        steps=str(rng.randint(0, 8)),
        next_step=f"{rng.randint(1, 12):02d}/{month.year + rng.randint(0, 2)}",
        cost_centre=f"{rng.choice(('AMM', 'PROD', 'MAG', 'UFF', '0'))}{rng.randint(1, 40)}",
        worker_iban=bank.iban, days_worked=str(rng.randint(10, 26)), hours_worked=rng.choice(("173,00", "168,00",
        f"{rng.randint(60, 190)},00")),
        days_inps=str(rng.randint(15, 26)), days_month=str(rng.randint(28, 31)), days_old=str(rng.randint(0, 25)),
        paid=notes.style.day(month + timedelta(days=rng.randint(28, 46))),
        printed=notes.style.day(month + timedelta(days=rng.randint(27, 44))),
        last_month=notes.style.month(month - timedelta(days=20)),
    )  # fmt: skip


def _period(notes: Notes, month: date) -> None:
    rng = notes.rng
    name = notes.style.month(month)
    shown = rng.choice((name, name.capitalize(), name.capitalize(), name.upper(), f"{month.month:02d}/{month.year}",
        f"{month.month:02d}/{month.year}", f"{month.month}/{month.year}", f"{month.month:02d}-{month.year}",
        f"{name.split()[0][:3].upper()} {month.year}", f"{month.year}/{month.month:02d}"))  # fmt: skip
    notes.text("period", shown, f"{month:%Y-%m}")


def _body(notes: Notes, pay: Pay) -> Block:
    rng = notes.rng
    if likely(rng, 0.12):
        rows = [*pay.earned, *((code, words, -amount) for code, words, amount in pay.withheld)]
        return Pairs(tuple(Pair(words, (notes.style.money(amount),)) for _, words, amount in rows), style="sums")
    narrow = likely(rng, 0.2)
    headings = [Column(rng.choice(("Cod.", "Codice", "Voce", "COD")))] if likely(rng, 0.7) else []
    headings.append(Column(rng.choice(("Descrizione", "Voci variabili del mese", "DESCRIZIONE", "Voci retributive",
        "Descrizione voce")), wide=True))  # fmt: skip
    coded = len(headings) == 2
    if not narrow:
        headings.append(Column(rng.choice(("Ore/GG", "Quantità", "Ore/gg", "Q.tà", "Riferimento", "Ore")),
            numeric=True))  # fmt: skip
        headings.append(Column(rng.choice(("Base", "Importo base", "Dato base", "Base/Aliq.", "Retribuz.")),
            numeric=True))  # fmt: skip
    earned_first = [Column(rng.choice(("Competenze", "COMPETENZE", "Comp.", "Dare")), numeric=True)]
    headings += [*earned_first, Column(rng.choice(("Trattenute", "TRATTENUTE", "Ritenute", "Tratt.")), numeric=True)]
    rows_of_text = [
        _row(notes, row, coded, narrow, column) for column, rows in ((0, pay.earned), (1,
        pay.withheld)) for row in rows
    ]  # fmt: skip
    return Grid(tuple(headings), tuple(rows_of_text))


def _row(notes: Notes, row: tuple[str, str, Decimal], coded: bool, narrow: bool, column: int) -> tuple[Text, ...]:
    rng = notes.rng
    code, words, amount = row
    cells: list[Text] = [(code,)] if coded else []
    cells.append((words.upper() if likely(rng, 0.05) else words,))
    if not narrow:
        quantity = f"{rng.randint(1, 184)},00" if likely(rng, 0.5) else ""
        cells += [(quantity,), (f"{rng.uniform(5, 2500):.2f}".replace(".", ",") if quantity else "",)]
    sums: list[Text] = [("",), ("",)]
    sums[column] = (notes.style.money(amount),)
    return (*cells, *sums)


def _leave(notes: Notes) -> Grid:
    rng = notes.rng
    kinds = rng.sample(("Ferie", "Permessi", "ROL", "Ex festività", "Banca ore"), rng.randint(2, 4))
    heads = ("", *rng.choice((("Residuo A.P.", "Maturato", "Goduto", "Saldo"), ("Res. AP", "Mat.", "God.", "Res."),
        ("Anno prec.", "Spettanti", "Godute", "Residue"))))  # fmt: skip
    rows = tuple(((kind,), *((f"{rng.uniform(-8, 160):.2f}".replace(".", ","),
        ) for _ in heads[1:])) for kind in kinds)  # fmt: skip
    return Grid(tuple(Column(head, numeric=bool(head)) for head in heads), rows, rng.choice(("Ferie e permessi", None,
        "RATEI", "Situazione ferie/permessi")))  # fmt: skip


def _totals(notes: Notes, pay: Pay) -> list[Block]:
    rng = notes.rng
    gross, deductions, net = (notes.amount(name, amount) for name, amount in (("gross_pay", pay.gross), ("deductions",
        pay.deductions), ("net_pay", pay.net)))  # fmt: skip
    sign = rng.choice(("", "", "", " €", "€ "))

    def with_sign(value: Value) -> Text:
        return joined(sign, value) if sign.endswith(" ") and sign else joined(value, sign)

    pairs = [Pair(label(notes, "gross_pay"), with_sign(gross))] if likely(rng, 0.9) else []
    pairs += [Pair(label(notes, "deductions"), with_sign(deductions))] if likely(rng, 0.9) else []
    if pay.rounding or likely(rng, 0.2):
        pairs.append(Pair(rng.choice(("Arrotondamento", "Arr. attuale", "Arrot.", "Arrotondamento mese")),
            (notes.style.money(pay.rounding),)))  # fmt: skip
    if likely(rng, 0.2):
        pairs.insert(0, Pair(rng.choice(("Arr. precedente", "Arrotond. mese prec.")), (f"0,{rng.randint(0, 99):02d}",
            )))  # fmt: skip
    last = Pair(label(notes, "net_pay"), with_sign(net))
    if likely(rng, 0.35):
        return [Pairs(tuple(pairs), style="sums"), Pairs((last,), style=rng.choice(("form", "sums", "any")))]
    return [Pairs((*pairs, last), style=rng.choice(("sums", "sums", "form", "any")))]


def payslip(rng: random.Random, firm: Firm | None = None, whose: random.Random | None = None) -> Content:
    """Of `firm`, if given; who is paid and how much is drawn from `whose`: the same state of `rng` words them alike."""
    notes = draw_notes(rng)
    firm = firm or draw_employer(rng)
    person = draw_person(whose or rng)
    month = date(rng.choice((2022, 2023, 2024, 2025, 2025, 2026, 2026)), rng.randint(1, 12), 1)
    pay = _draw_pay(whose or rng)
    notes.worker(person)
    notes.employer(firm)
    _period(notes, month)
    _say_numbers(notes, pay)
    _say_worker(notes, month)
    lettered = likely(rng, 0.45)
    head: list[Block] = [letterhead(notes, firm, "employer_name",
        "employer_tax_code") if lettered else form(notes, "payslip", "firm", style="form")]  # fmt: skip
    about = [form(notes, "payslip", "time", style="form"), form(notes, "payslip", "worker", style="form")]
    rng.shuffle(about)
    around = some(
        notes, (0.6, form(notes, "payslip", "elements", style="form")), (0.5, form(notes, "payslip", "taxes")),
        (0.5, form(notes, "payslip", "progressive")), (0.5, form(notes, "payslip", "tfr")), (0.5, _leave(notes)),
    )  # fmt: skip
    rng.shuffle(around)
    cut = rng.randint(0, len(around))
    named = title(notes, "payslip", "title") if likely(rng, 0.75) else None
    end: list[Block | None] = [*around[cut:], *_totals(notes, pay)]
    if likely(rng, 0.15):
        end.reverse()
    note = Prose((one(notes, "payslip", "note"),)) if likely(rng, 0.4) else None
    blocks: list[Block | None] = [*head, named, *about, *around[:cut], _body(notes, pay), *end, note]
    blocks += [small_print(notes, "payroll_print", 0.7), stamp(notes, 0.03)]
    return finished(notes, "payslip", blocks, printer=likely(rng, 0.12))
