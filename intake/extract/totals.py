"""The sums of an invoice chosen together: one total cannot be the net and the gross at once, and net + VAT = gross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.scoring import Scored, distinct, low_on_the_page, ranked
from intake.extract.wanted import Weights
from storage.kinds import FieldType
from storage.reading import Check

RATES = tuple(Decimal(rate) for rate in (22, 10, 5, 4))
_CENT = Decimal("0.01")
_STAMP = Decimal("2.00")
_MOST = 60


@dataclass(frozen=True)
class Sums:
    """What was chosen for each field, and the checks that these values pass or fail."""

    chosen: Mapping[str, Scored]
    checks: tuple[Check, ...] = ()
    rates: tuple[Decimal, ...] = field(default=())


def tax(net: Decimal, rate: Decimal) -> Decimal:
    """VAT on a net sum, half up to the cent."""
    return (net * rate / 100).quantize(_CENT, ROUND_HALF_UP)


def rate_of(net: Decimal, vat: Decimal) -> Decimal | None:
    """The legal rate at which `vat` is the tax on `net`, or None."""
    return next((rate for rate in RATES if abs(tax(net, rate) - vat) <= _CENT), None)


def value_of(one: Scored) -> Decimal:
    return abs(Decimal(one.found.value))


def _table(paper: Paper, weights: Weights, amounts: Sequence[Found]) -> dict[Decimal, Scored]:
    best: dict[Decimal, Scored] = {}
    for one in distinct(ranked(paper, FieldType.AMOUNT, weights, low_on_the_page, amounts)):
        best.setdefault(value_of(one), one)
    return best


def _fit(net: Decimal, vat: Decimal) -> tuple[float, str]:
    """How much the ratio of two sums is that of a net sum and its VAT."""
    rate = rate_of(net, vat)
    if rate is not None:
        return 1.0, f"check:vat is {rate}% of net"
    share = vat / net
    return (0.35, "check:net+vat=gross") if Decimal("0.035") < share < Decimal("0.222") else (0.0, "")


@dataclass(frozen=True)
class _Triple:
    score: float
    gross: Decimal
    net: Decimal | None = None
    vat: Decimal | None = None
    why: str = ""


def _triples(tables: Mapping[str, Mapping[Decimal, Scored]], values: Sequence[Decimal]) -> list[_Triple]:
    """Every reading of the page's amounts as gross alone or as net + VAT (+ stamp duty) = gross, with its score."""
    known = set(values)
    largest = max(values)
    triples = []
    for gross in values:
        base = tables["gross_amount"][gross].score + (0.2 if gross == largest else 0.0)
        triples.append(_Triple(base, gross))
        for net in values:
            if not gross / 2 < net < gross:
                continue
            for stamp in (Decimal(0), _STAMP):
                vat = gross - net - stamp
                if vat not in known or vat <= 0:
                    continue
                fit, why = _fit(net, vat)
                if fit:
                    own = tables["net_amount"][net].score + tables["vat_amount"][vat].score
                    triples.append(_Triple(base + own + fit - 0.2 * bool(stamp), gross, net, vat, why))
    return triples


def invoice_sums(paper: Paper, wanted: Mapping[str, Weights]) -> Sums:
    """net, VAT, gross and withheld amounts, stamp duty and amount due as far as the page shows them."""
    amounts = [value for value in paper.found if value.type is FieldType.AMOUNT and value.quality > 0.6]
    names = ("net_amount", "vat_amount", "gross_amount", "withholding_amount", "stamp_duty", "amount_due")
    tables = {name: _table(paper, wanted[name], amounts) for name in names}
    ordered = sorted(tables["gross_amount"], key=lambda v: -max(tables[n][v].score for n in names))
    values = [value for value in ordered if value > 0][:_MOST]
    if not values:
        return Sums({})
    best = max(_triples(tables, values), key=lambda t: t.score)
    chosen: dict[str, Scored] = {}
    checks: list[Check] = []
    if best.net is not None and best.vat is not None:
        why = "check:net+vat=gross"
        chosen["gross_amount"] = tables["gross_amount"][best.gross].better_by(0.5, why)
        chosen["net_amount"] = tables["net_amount"][best.net].better_by(0.5, why)
        chosen["vat_amount"] = tables["vat_amount"][best.vat].better_by(0.5, best.why)
        checks.append(Check("net_plus_vat_is_gross", True, f"{best.net} + {best.vat} = {best.gross}"))
    else:
        chosen["gross_amount"] = tables["gross_amount"][best.gross]
        checks.extend(_without_vat(tables, best.gross, chosen))
    _payment(tables, best.gross, chosen, checks)
    return Sums(chosen, tuple(checks))


def _without_vat(
    tables: Mapping[str, Mapping[Decimal, Scored]], gross: Decimal, chosen: dict[str, Scored]
) -> list[Check]:
    """No sum adds up: labelled net and VAT are given as they are, and said not to agree where both are there."""
    for name in ("net_amount", "vat_amount"):
        best = max(tables[name].values(), key=lambda s: s.score)
        if best.score > 0.6 and (name == "net_amount" or value_of(best) < gross):
            chosen[name] = best
    if "net_amount" in chosen and "vat_amount" in chosen:
        net, vat = value_of(chosen["net_amount"]), value_of(chosen["vat_amount"])
        if net != gross or vat:
            for name in ("net_amount", "vat_amount"):
                chosen[name] = chosen[name].better_by(-0.7, "check:net+vat is not gross")
            return [Check("net_plus_vat_is_gross", net + vat == gross, f"{net} + {vat}, {gross}")]
    return []


def _payment(
    tables: Mapping[str, Mapping[Decimal, Scored]], gross: Decimal, chosen: dict[str, Scored], checks: list[Check]
) -> None:
    stamp = tables["stamp_duty"].get(_STAMP)
    if stamp is not None and stamp.score > 0.4:
        chosen["stamp_duty"] = stamp
    due = max(tables["amount_due"].values(), key=lambda s: s.score)
    if due.score > 0.55:
        chosen["amount_due"] = due
    pairs = [
        (held.score + tables["amount_due"][gross - amount].score, held, tables["amount_due"][gross - amount])
        for amount, held in tables["withholding_amount"].items()
        if held.score > 0.3 and gross - amount in tables["amount_due"]
    ]
    if pairs:
        _, held, due = max(pairs, key=lambda p: p[0])
        chosen["withholding_amount"] = held.better_by(0.5, "check:gross-withholding=due")
        chosen["amount_due"] = due.better_by(0.5, "check:gross-withholding=due")
        checks.append(Check("gross_minus_withholding_is_due", True, f"{gross} - {value_of(held)} = {value_of(due)}"))
        return
    held = max(tables["withholding_amount"].values(), key=lambda s: s.score)
    if held.score > 0.6 and value_of(held) < gross:
        chosen["withholding_amount"] = held


def payslip_sums(paper: Paper, wanted: Mapping[str, Weights]) -> Sums:
    """gross_pay, deductions and net_pay, chosen so that the first less the second is the third, rounding apart."""
    names = ("gross_pay", "deductions", "net_pay")
    amounts = [value for value in paper.found if value.type is FieldType.AMOUNT and value.quality > 0.6]
    if not amounts:
        return Sums({})
    tables = {name: _table(paper, wanted[name], amounts) for name in names}
    best: tuple[float, dict[str, Scored], tuple[Check, ...]] = (0.0, {}, ())
    for gross, g in tables["gross_pay"].items():
        for held, d in tables["deductions"].items():
            if not 0 < held < gross:
                continue
            for rounding in (
                (Decimal(0), *((Decimal(n) * _CENT) for n in range(-99, 100) if n))
                if g.score + d.score > 1.2
                else (Decimal(0),)
            ):
                n = tables["net_pay"].get(gross - held + rounding)
                if n is None:
                    continue
                total = g.score + d.score + n.score + (0.8 if not rounding else 0.1)
                if total > best[0]:
                    why = "check:gross-deductions=net"
                    chosen = {k: s.better_by(0.5, why) for k, s in zip(names, (g, d, n), strict=True)}
                    best = (
                        total,
                        chosen,
                        (Check("gross_minus_deductions_is_net", True, f"{gross} - {held} = {value_of(n)}"),),
                    )
    alone = {name: max(table.values(), key=lambda s: s.score) for name, table in tables.items()}
    alone = {name: one for name, one in alone.items() if one.score > 0.45}
    if sum(s.score for s in alone.values()) > best[0] + 0.5:
        return Sums(alone, (Check("gross_minus_deductions_is_net", False, ""),) if len(alone) == 3 else ())
    return Sums(best[1] or alone, best[2])
