"""The sums of an invoice chosen together: one total cannot be the net and the gross at once, and net + VAT = gross."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from intake.extract.addends import place_of
from intake.extract.closing import Tables, due_and_withheld, value_of
from intake.extract.damaged import damaged_amounts
from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.rates import (
    combinations_of,
    is_amount,
    is_fund,
    printed_rates,
    rate_of,
    summary,
    taxed,
    untaxed_amounts,
)
from intake.extract.rows.listed import listed
from intake.extract.scoring import Prior, Scored, distinct, low_on_the_page, ranked
from intake.extract.slips import one_slip
from intake.extract.wanted import Weights
from intake.words import plain
from storage.kinds import FieldType
from storage.reading import Check
from storage.values import canonical_amount

_STAMP = Decimal("2.00")
_MOST = 60
_AMONG_GOODS, _INSTALMENT = -0.9, -0.5
_PLUS_VAT = re.compile(
    r"\W*(?:\+|piu|oltre|plus|zzgl\.?|excl(?:uding|\.)?|ohne|esclusa|escl\.?) ?(?:iva|i\.v\.a|vat|mwst|ust|tva)\b"
    r"|\W*(?:iva|vat) (?:esclusa|escl\b|excluded|excl\b)|\W*h\.?t\b"
)
_SAID = {"net_amount": 0.7, "gross_amount": -0.5}
_SUM_ROLES = frozenset(("net", "vat", "gross", "due", "withholding", "stamp"))
_SURE = 2.2
_STAMPED = 0.4
_NO_VAT = 0.3
_PROVEN = 0.8
# Two lines may make a total as net and VAT do: without a rate, labels must say which is which.
_TOLD = 0.5
# Small figures, quantities too, agree by chance; a total is not exceeded by many other amounts of its page.
_STRAY, _OTHERS, _EXCESS = 1.0, 3, Decimal("1.5")
# A total so many times a net sum is not that of its net sum.
_SMALLEST = 4
NAMES = ("net_amount", "vat_amount", "gross_amount", "withholding_amount", "stamp_duty", "amount_due")


@dataclass(frozen=True)
class Sums:
    """What was chosen for each field, what follows without being printed, and the checks passed or failed."""

    chosen: Mapping[str, Scored]
    checks: tuple[Check, ...] = ()
    computed: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class _Closed:
    """A reading of the page's amounts as gross alone, or as net + VAT (+ what bears none) = gross, with its score.

    `derived` names the one of the three that is not printed so, but follows from the others and their rate."""

    score: float
    gross: Decimal
    net: Decimal | None = None
    vat: Decimal | None = None
    why: str = ""
    derived: str = ""


def table_of(
    paper: Paper, weights: Weights, amounts: Sequence[Found], prior: Prior = low_on_the_page
) -> dict[Decimal, Scored]:
    """The best candidate of each value."""
    best: dict[Decimal, Scored] = {}
    for one in distinct(ranked(paper, FieldType.AMOUNT, weights, prior, amounts)):
        best.setdefault(value_of(one), one)
    return best


def _below_lists(paper: Paper, name: str, places: Container[tuple[int, int, int, int]]) -> Prior:
    """Totals stand low, and not among the goods: what heads a column of these says nothing of a total. What is said
    right behind an amount tells the net sum from the gross: "100,00 + IVA"."""

    def prior(paper: Paper, found: Found) -> tuple[float, str]:
        beside = [governor.label for governor in paper.governors(found) if governor.relation != "below"]
        if place_of(found) in places and not any(label.roles & _SUM_ROLES for label in beside):
            return _AMONG_GOODS, "place:among goods"
        if not beside and name in _SAID and _dated(paper, found):
            return _INSTALMENT, "place:behind a date"
        behind = plain(" ".join(word.text for word in found.cell.words[found.last + 1 :]))
        if name in _SAID and _PLUS_VAT.match(behind):
            return _SAID[name], "words:VAT is added"
        return low_on_the_page(paper, found)

    return prior


def _dated(paper: Paper, found: Found) -> bool:
    """Whether a date stands right before an amount, as in a list of instalments."""
    row = paper.sheet(found.cell.page).rows[found.cell.row]
    before = [row.cells[found.cell.column - 1]] if found.cell.column else []
    return any(
        other.type is FieldType.DATE and (cell is not found.cell or other.last < found.first)
        for cell in (*before, found.cell)
        for other in paper.found_in(cell)
    )


def _worth(scored: Scored) -> float:
    """What labels say; those that speak against a meaning count more than those for it."""
    return scored.score if scored.score > 0 else 1.5 * scored.score


class _Page:
    """The amounts of a page and what sums of them can mean: made once, asked often."""

    def __init__(self, paper: Paper, tables: Tables, values: Sequence[Decimal]) -> None:
        self.tables = tables
        self.values = values
        self.known = frozenset(values)
        self.rates = printed_rates(paper)
        self.paid_in = frozenset(value for value in values if is_fund(paper, tables["vat_amount"][value].found))
        self.pairs = taxed(paper)
        self.extras = self._extras()
        self.untaxed = untaxed_amounts(paper)

    def _extras(self) -> list[Decimal]:
        """What a total may hold beside net and VAT: nothing, stamp duty, an amount with a label of its own."""
        other = sorted(self.tables["stamp_duty"].values(), key=lambda s: -s.score)
        labelled = [value_of(one) for one in other if one.score > 0.4][:2]
        return list(dict.fromkeys([Decimal(0), _STAMP, *labelled]))

    def fit(self, net: Decimal, vat: Decimal) -> tuple[float, str]:
        """How much two sums are a net sum and its VAT."""
        if vat in self.paid_in:
            return 0.0, ""
        rate = rate_of(net, vat, self.rates)
        if rate is not None:
            return 1.0, f"check:vat is {rate}% of net"
        parts = summary(self.pairs, net, vat, None) if len(self.pairs) > 1 else []
        if len(parts) > 1 or (parts and parts[0].sureness > 0.9 and parts[0].net < net):
            return 0.9, "check:vat by rates"
        told = self.own("net_amount", net) + self.own("vat_amount", vat) > _TOLD
        likely = told and Decimal("0.035") < vat / net < Decimal("0.222")
        return (0.35, "check:net+vat=gross") if likely else (0.0, "")

    def dwarfed(self, gross: Decimal) -> float:
        """How much speaks against a total that several amounts exceed by far."""
        return _STRAY if sum(value > gross * _EXCESS for value in self.values) >= _OTHERS else 0.0

    def own(self, name: str, value: Decimal) -> float:
        return _worth(self.tables[name][value])

    def printed(self) -> Iterator[_Closed]:
        """Sums all of whose parts are printed."""
        largest = max(self.values)
        for gross in self.values:
            base = self.own("gross_amount", gross) + (0.2 if gross == largest else 0.0)
            base -= self.dwarfed(gross)
            yield _Closed(base, gross)
            yield from (_Closed(base + bare, gross) for bare in self._stamped(gross))
            for net in self.values:
                if not gross / 2 < net < gross:
                    continue
                for extra in self.extras:
                    vat = gross - net - extra
                    if vat not in self.known or vat <= 0:
                        continue
                    fit, why = self.fit(net, vat)
                    if fit:
                        own = self.own("net_amount", net) + self.own("vat_amount", vat)
                        yield _Closed(base + own + fit - 0.2 * bool(extra), gross, net, vat, why)

    def _stamped(self, gross: Decimal) -> Iterator[float]:
        """How much labels say that a total is a net sum and stamp duty, without VAT."""
        for stamp in self.extras:
            one = self.tables["net_amount"].get(gross - stamp) if stamp else None
            if (
                one is not None
                and min(one.score, self.own("stamp_duty", stamp) if stamp in self.known else 0) > _STAMPED
            ):
                yield one.score

    def derived(self) -> Iterator[_Closed]:
        """Sums of which one part was misread: it follows from the other two, whose ratio is a rate's."""
        labelled = {
            name: [v for v, s in self.tables[name].items() if s.score > 0.45 and v in self.known]
            for name in ("net_amount", "vat_amount", "gross_amount")
        }
        for net in labelled["net_amount"]:
            for vat in labelled["vat_amount"]:
                rate = rate_of(net, vat, self.rates) if vat < net else None
                if rate is not None and net + vat not in self.known and self._lost_total(net + vat):
                    yield self._following("gross_amount", net + vat, net, vat, rate)
            for gross in labelled["gross_amount"]:
                rate = rate_of(net, gross - net, self.rates) if net < gross < 2 * net else None
                if rate is not None and gross - net not in self.known:
                    yield self._following("vat_amount", gross, net, gross - net, rate)
        for vat in labelled["vat_amount"]:
            for gross in labelled["gross_amount"]:
                rate = rate_of(gross - vat, vat, self.rates) if 2 * vat < gross else None
                if rate is not None and gross - vat not in self.known:
                    yield self._following("net_amount", gross, gross - vat, vat, rate)

    def by_rates(self) -> Iterator[_Closed]:
        """Totals made of net sums and taxes by rate, where their own sums need not be printed."""
        for parts in combinations_of(self.pairs):
            net, vat = sum((p.net for p in parts), Decimal(0)), sum((p.vat for p in parts), Decimal(0))
            sure = 0.8 * len(parts) + sum(p.sureness for p in parts) / len(parts)
            for extra in dict.fromkeys([*self.extras, *self.untaxed]):
                gross = net + vat + extra
                base = net + extra if extra in self.untaxed else net
                if gross in self.known and (len(parts) > 1 or extra):
                    score = self.own("gross_amount", gross) + sure - 0.2 * bool(extra) - self.dwarfed(gross)
                    yield _Closed(score, gross, base, vat, "check:vat by rates")

    def _lost_total(self, gross: Decimal) -> bool:
        """Whether no total is printed that a net sum and its VAT might be a part of, or this one is printed misread."""
        totals = [value for value, one in self.tables["gross_amount"].items() if one.score > 0.45]
        return all(value < gross or one_slip(value, gross) for value in totals)

    def _following(self, name: str, gross: Decimal, net: Decimal, vat: Decimal, rate: Decimal) -> _Closed:
        sums = {"gross_amount": gross, "net_amount": net, "vat_amount": vat}
        told = sum(self.own(other, value) for other, value in sums.items() if other != name)
        misread = [one.score for value, one in self.tables[name].items() if one_slip(value, sums[name])]
        score = told + 1.0 + 0.5 * max([0.0, *misread]) - (0.3 if misread else 0.6)
        return _Closed(score, gross, net, vat, f"check:vat is {rate}% of net", name)


def _best(paper: Paper, wanted: Mapping[str, Weights]) -> tuple[_Closed, Tables] | None:
    """The best reading; figures that lost their comma are tried where those that read well make no sum."""
    amounts = [value for value in paper.found if is_amount(value)]
    repaired = [f for sheet in paper.sheets for cell in sheet.cells for f in damaged_amounts(cell)]
    best: tuple[_Closed, Tables] | None = None
    places = listed(paper)
    priors = {name: _below_lists(paper, name, places) for name in NAMES}
    for found in (amounts, [*amounts, *repaired[:_MOST]]):
        tables = {name: table_of(paper, wanted[name], found, priors[name]) for name in NAMES}
        ordered = sorted(tables["gross_amount"], key=lambda v: -max(tables[n][v].score for n in NAMES))
        values = [value for value in ordered if value > 0][:_MOST]
        if not values:
            continue
        page = _Page(paper, tables, values)
        top = max([*page.printed(), *page.derived(), *page.by_rates()], key=lambda closed: closed.score)
        sure = top.net is not None and top.score > _SURE
        if best is None or (top.net is not None and top.score > best[0].score):
            best = (top, tables)
        if sure:
            break
    return best


def invoice_sums(paper: Paper, wanted: Mapping[str, Weights]) -> Sums:
    """net, VAT, gross and withheld amounts, stamp duty and amount due as far as the page shows them."""
    found = _best(paper, wanted)
    if found is None:
        return Sums({})
    best, tables = found
    chosen: dict[str, Scored] = {}
    checks: list[Check] = []
    computed: dict[str, Decimal] = {}
    if best.net is not None and best.vat is not None:
        for name, value in (("gross_amount", best.gross), ("net_amount", best.net), ("vat_amount", best.vat)):
            why = best.why if name == "vat_amount" else "check:net+vat=gross"
            if name == best.derived or value not in tables[name]:
                _derive(tables, name, value, chosen, computed)
            else:
                chosen[name] = _proven(tables[name][value], why)
        checks.append(Check("net_plus_vat_is_gross", not best.derived, f"{best.net} + {best.vat} = {best.gross}"))
    else:
        chosen["gross_amount"] = tables["gross_amount"][best.gross]
        checks.extend(_without_vat(tables, best.gross, chosen))
    due_and_withheld(tables, best.gross, best.net, chosen, checks)
    return Sums(chosen, tuple(checks), computed)


def _proven(one: Scored, why: str) -> Scored:
    """An amount that sums prove to be what it is, whatever its labels say."""
    return one.better_by(max(0.5, _PROVEN - one.score), why)


def _derive(tables: Tables, name: str, value: Decimal, chosen: dict[str, Scored], computed: dict[str, Decimal]) -> None:
    """Gives a sum that follows from two others: in the place of the misread one, where there is such."""
    misread = [one for printed, one in tables[name].items() if one_slip(printed, value) and one.score > 0]
    if not misread:
        computed[name] = value
        return
    best = max(misread, key=lambda one: one.score)
    repaired = replace(best.found, value=canonical_amount(value), quality=0.7, note=f"misread {best.found.value}")
    chosen[name] = Scored(repaired, best.score, (*best.evidence, "check:follows from net and vat"))


def _without_vat(tables: Tables, gross: Decimal, chosen: dict[str, Scored]) -> list[Check]:
    """No sum adds up: labelled net and VAT are given as they are, and said not to agree where both are there."""
    for name in ("net_amount", "vat_amount"):
        best = max(tables[name].values(), key=lambda s: s.score)
        value = value_of(best)
        if best.score > 0.6 and (value * _SMALLEST > gross if name == "net_amount" else value < gross):
            chosen[name] = best
    stamps = [value for value, one in tables["stamp_duty"].items() if one.score > _STAMPED]
    stamped = [tables["net_amount"].get(gross - stamp) for stamp in stamps]
    if told := [one for one in stamped if one is not None and one.score > _STAMPED]:
        chosen["net_amount"] = told[0]
    net = value_of(chosen["net_amount"]) if "net_amount" in chosen else gross
    zero = tables["vat_amount"].get(Decimal(0))
    if "vat_amount" not in chosen and gross - net in (0, *stamps) and zero is not None and zero.score > _NO_VAT:
        chosen["vat_amount"] = zero
    return _agree(gross, stamps, chosen) if {"net_amount", "vat_amount"} <= chosen.keys() else []


def _agree(gross: Decimal, stamps: Sequence[Decimal], chosen: dict[str, Scored]) -> list[Check]:
    """Whether labelled net and VAT, perhaps with stamp duty, are the total; they are doubted where they are not."""
    net, vat = value_of(chosen["net_amount"]), value_of(chosen["vat_amount"])
    if gross - net - vat in (0, *stamps):
        return [Check("net_plus_vat_is_gross", True, f"{net} + {vat}, {gross}")] if vat or net != gross else []
    for name in ("net_amount", "vat_amount"):
        chosen[name] = chosen[name].better_by(-0.7, "check:net+vat is not gross")
    return [Check("net_plus_vat_is_gross", False, f"{net} + {vat}, {gross}")]
