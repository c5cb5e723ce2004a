"""Gross pay, deductions and net pay of a payslip, chosen together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from intake.extract.closing import value_of
from intake.extract.paper import Paper
from intake.extract.scoring import Scored
from intake.extract.totals import Sums, table_of
from intake.extract.wanted import Weights
from storage.kinds import FieldType
from storage.reading import Check

_CENT = Decimal("0.01")
# Contributions and tax take more than this share of any gross pay.
_LEAST_HELD = Decimal("0.02")
# Small figures of a payslip agree by chance: labels must speak for two of the three sums at least.
_TOLD = 0.4


def payslip_sums(paper: Paper, wanted: Mapping[str, Weights]) -> Sums:
    """gross_pay, deductions and net_pay, chosen so that the first less the second is the third, rounding apart."""
    names = ("gross_pay", "deductions", "net_pay")
    amounts = [value for value in paper.found if value.type is FieldType.AMOUNT and value.quality > 0.6]
    if not amounts:
        return Sums({})
    tables = {name: table_of(paper, wanted[name], amounts) for name in names}
    best: tuple[float, dict[str, Scored], tuple[Check, ...]] = (0.0, {}, ())
    for gross, g in tables["gross_pay"].items():
        for held, d in tables["deductions"].items():
            if not gross * _LEAST_HELD < held < gross:
                continue
            for rounding in (
                (Decimal(0), *((Decimal(n) * _CENT) for n in range(-99, 100) if n))
                if g.score + d.score > 1.2
                else (Decimal(0),)
            ):
                n = tables["net_pay"].get(gross - held + rounding)
                if n is None:
                    continue
                told = sum(one.score > _TOLD for one in (g, d, n)) > 1 and n.score > 0
                total = g.score + d.score + n.score + (0.1 if rounding else 0.8 if told else 0.0)
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
