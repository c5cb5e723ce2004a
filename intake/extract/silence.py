"""What speaks for a value that was not found: its label without a value, an identifier nobody owns, a candidate that
was nearly taken, a field that hardly ever stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from intake.extract.legal_forms import is_company
from intake.extract.paper import Label, Paper
from intake.extract.surroundings import comparable
from intake.extract.wanted import TEXTS, WANTED, Weights
from intake.learned.traits import Trait, Traits, ramps
from storage.kinds import FIELDS, KINDS, FieldType
from storage.reading import FieldValue

# Traits whose names begin so may only speak for a lost value.
LOSING = ("own label", "nearly", "unowned", "spoilt")

_OWN = 0.85
_SURE = 0.8
_SHORT = 5
_TERMS = re.compile(r"\b(?:\d{2,3} ?(?:gg|giorni|days|tage|jours|dias)|fine mese|vista fattura|rimessa|ri ?ba)\b")
_BANK = re.compile(r"\b(?:bonifico|banca|bank|iban|coordinate)\b")
# Labels of fields that are not found by a table of weights.
_ROLES = {
    "supplier_name": ("supplier",),
    "customer_name": ("customer",),
    "supplier_vat_id": ("supplier_vat_id", "vat_id"),
    "customer_vat_id": ("customer_vat_id", "vat_id"),
    "supplier_tax_code": ("tax_code",),
    "customer_tax_code": ("tax_code",),
    "employee_tax_code": ("tax_code",),
    "employer_tax_code": ("tax_code", "vat_id"),
    "taxpayer_tax_code": ("tax_code",),
    "taxpayer_name": ("taxpayer",),
    "protocol_number": ("protocol",),
    "employee_name": ("employee",),
    "employer_name": ("employer",),
    "sender_name": ("sender",),
    "recipient_name": ("recipient",),
}
# A field that stands on most papers on which another one stands.
_COMPANIONS = {
    "due_date": ("payment_terms",),
    "payment_terms": ("due_date", "iban"),
    "supplier_tax_code": ("supplier_vat_id",),
    "customer_tax_code": ("customer_vat_id", "customer_name"),
    "customer_vat_id": ("customer_tax_code", "customer_name"),
    "end_date": ("start_date",),
    "period_start": ("period_end",),
    "period_end": ("period_start",),
    "net_amount": ("vat_amount",),
    "vat_amount": ("net_amount",),
    "amount_due": ("withholding_amount", "stamp_duty"),
    "withholding_amount": ("amount_due",),
    "opening_balance": ("closing_balance",),
    "employee_tax_code": ("employer_tax_code",),
    "deductions": ("gross_pay",),
}


def _own_roles(kind: str, name: str) -> tuple[str, ...]:
    weights: Weights = WANTED.get(kind, {}).get(name) or TEXTS.get(kind, {}).get(name) or {}
    return tuple(role for role, weight in weights.items() if weight >= _OWN) or _ROLES.get(name, (name,))


@dataclass(frozen=True)
class Silence:
    """What is known where the fields of a paper are given: `best` has the best candidate's score of each that has
    any, `pages` how well the pages read."""

    paper: Paper
    kind: str
    fields: Mapping[str, FieldValue]
    best: Mapping[str, float]
    pages: Traits

    @cached_property
    def _taken(self) -> frozenset[str]:
        return frozenset(value.value.removeprefix("IT") for value in self.fields.values())

    @cached_property
    def _labels(self) -> Mapping[str, Sequence[Label]]:
        table: dict[str, list[Label]] = {}
        for labels in self.paper.labels.values():
            for label in labels:
                for role in label.roles:
                    table.setdefault(role, []).append(label)
        return table

    @cached_property
    def _texts(self) -> Mapping[str, int]:
        """How many cells hold firms that no field took, words of payment terms, words of banks."""
        names = [comparable(value.value) for name, value in self.fields.items() if name.endswith(("_name", "issuer"))]
        counts = {"firms": 0, "terms": 0, "banks": 0}
        for sheet in self.paper.sheets:
            for cell in sheet.cells:
                text = comparable(cell.text)
                counts["firms"] += is_company(cell.text) and not any(name in text for name in names)
                counts["terms"] += _TERMS.search(text) is not None
                counts["banks"] += _BANK.search(text) is not None
        return counts

    def _labelled(self, name: str) -> Iterator[Trait]:
        """Labels of the field's own; one that stands short or before a colon announces a value."""
        own = [label for role in _own_roles(self.kind, name) for label in self._labels.get(role, ())]
        if own:
            yield f"own label:{name}", 1.0
        plain = [one for one in own if len(one.cell.words) <= _SHORT or one.cell.words[one.last].text.endswith(":")]
        if plain:
            yield "own label plainly", 1.0
            yield f"own label plainly:{name}", 1.0
        given = sum(_own_roles(self.kind, other) == _own_roles(self.kind, name) for other in self.fields)
        if len(plain) > given:
            yield f"own label beyond others:{name}", 1.0

    def _unowned(self, name: str) -> Iterator[Trait]:
        """Values of the field's type that no field took."""
        type = FIELDS[name].type
        found = [f for f in self.paper.found if f.type is type]
        free = {f.value for f in found if f.quality > _SURE and f.value.removeprefix("IT") not in self._taken}
        spoilt = {f.value for f in found if f.quality <= _SURE}
        yield from ramps(f"unowned {type}", len(free), (0, 1, 3))
        yield from ramps(f"unowned {type}:{name}", len(free), (0, 1, 3))
        yield from ramps(f"spoilt {type}:{name}", len(spoilt), (0, 1, 3))
        if type is FieldType.TAX_CODE:
            digits = {f.value for f in self.paper.found if f.type is FieldType.VAT_ID and f.quality > _SURE}
            yield from ramps(f"unowned digits:{name}", len({d for d in digits if d[2:] not in self._taken}), (0, 1, 3))
        if name.endswith("_name") or name in ("issuer", "account_holder"):
            yield from ramps(f"unowned firm:{name}", self._texts["firms"], (0, 1, 3))
        if name == "payment_terms" and self._texts["terms"]:
            yield "unowned words of terms", 1.0
        if name in ("iban", "bank_name") and self._texts["banks"]:
            yield f"words of banks:{name}", 1.0

    def traits(self, name: str) -> Traits:
        """The traits of one field that has no value."""
        traits = {**self.pages, f"absent:{name}": 1.0, f"absent:{self.kind}.{name}": 1.0}
        traits |= dict(self._labelled(name)) | dict(self._unowned(name))
        if name in self.best:
            traits |= dict(ramps("nearly", self.best[name], (-1.0, -0.5, 0.0, 0.5)))
            traits |= dict(ramps(f"nearly:{name}", self.best[name], (-0.5, 0.0, 0.5)))
        else:
            traits[f"no candidate:{name}"] = 1.0
        for other in _COMPANIONS.get(name, ()):
            traits[f"{name}: {'with' if other in self.fields else 'without'} {other}"] = 1.0
        return traits


def silences(silence: Silence) -> dict[str, Traits]:
    """The traits of each field of the paper's kind that has no value."""
    return {one.name: silence.traits(one.name) for one in KINDS[silence.kind].fields if one.name not in silence.fields}
