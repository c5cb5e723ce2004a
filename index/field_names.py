"""The names that a person may put before a colon: Italian or English, the product's labels or the code's own names.

Made from `storage.kinds`, so that a new field can be asked for as soon as it is declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from rapidfuzz import fuzz, process

from index.language import fold, spellings
from storage.document import Status
from storage.kinds import FIELDS, KINDS, Area, FieldType


class Filter(Enum):
    """Names that ask what a document is, not what it says."""

    KIND = "kind"
    AREA = "area"
    DATE = "date"
    DATE_FROM = "from"
    DATE_TO = "to"
    AMOUNT = "amount"
    STATUS = "status"
    ASSIGNEE = "assignee"
    RECEIVED = "received"
    PAGES = "pages"


# The first Italian and the first English name of each are those that are proposed.
_FILTERS = {
    Filter.KIND: "tipo kind type documento",
    Filter.AREA: "area settore",
    Filter.DATE: "data date giorno day mese month anno year",
    Filter.DATE_FROM: "dal from since",
    Filter.DATE_TO: "al to until",
    Filter.AMOUNT: "totale total importo amount",
    Filter.STATUS: "stato status state",
    Filter.ASSIGNEE: "assegnato assigned assignee incaricato",
    Filter.RECEIVED: "ricevuto received arrivato",
    Filter.PAGES: "pagine pages",
}

# What the index knows besides the declared fields, and names for several fields at once.
_OF_TYPE = {kind: tuple(f.name for f in FIELDS.values() if f.type is kind) for kind in FieldType}
_MORE: dict[tuple[str, ...], str] = {
    ("counterpart",): "controparte counterpart ditta azienda company",
    ("number",): "numero number num nr n",
    ("title",): "titolo title",
    ("file",): "file nome_file filename",
    ("tag",): "etichetta tag label",
    ("supplier_name",): "fornitore supplier vendor",
    ("customer_name",): "cliente customer",
    ("employee_name",): "dipendente employee lavoratore candidato",
    ("employee_name", "taxpayer_name", "account_holder", "sender_name", "recipient_name"): "persona person",
    ("employer_name",): "datore employer",
    ("sender_name",): "mittente sender",
    ("recipient_name",): "destinatario recipient",
    ("order_reference",): "ordine order",
    ("due_date",): "scadenza due",
    ("net_amount",): "imponibile net taxable",
    ("vat_amount",): "iva tax",
    ("withholding_amount",): "ritenuta withholding",
    ("stamp_duty",): "bollo stamp",
    ("net_pay", "amount_due"): "netto",
    ("gross_pay", "gross_salary"): "lordo",
    ("protocol_number",): "protocollo protocol",
    ("valid_until",): "valido valid",
    (*_OF_TYPE[FieldType.VAT_ID], *_OF_TYPE[FieldType.TAX_CODE]): "piva p_iva partita_iva vat vat_id",
    (*_OF_TYPE[FieldType.TAX_CODE], *_OF_TYPE[FieldType.VAT_ID]): "cf codice_fiscale tax_code",
}

_AREA_WORDS = {
    Area.ACCOUNTING: "accounting contabilita amministrazione",
    Area.HR: "hr personale risorse_umane",
    Area.GENERAL: "general generale",
}
_STATUS_WORDS = {
    Status.FILED: "archiviato filed archiviata archiviati controllato checked",
    Status.TO_REVIEW: "da_controllare to_review da_rivedere da_verificare to_check review",
}
_NEAR = 70  # of 100: how alike a name must be to be proposed


def _key(name: str) -> str:
    return re.sub(r"\W+", "_", fold(name)).strip("_")


def _fields() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for field in FIELDS.values():
        for name in (field.name, field.label.it, field.label.en):
            names[_key(name)] = (field.name,)
    for fields, words in _MORE.items():
        names.update((word, fields) for word in words.split())
    return names


_BY_NAME: dict[str, Filter | tuple[str, ...]] = {
    **_fields(),
    **{word: wanted for wanted, words in _FILTERS.items() for word in words.split()},
}


def field_named(name: str) -> Filter | tuple[str, ...] | None:
    """What stands behind a name: a filter, or the fields of which one must hold the word. None: not a name of ours."""
    return _BY_NAME.get(_key(name))


def _stems(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(spellings(text))


_KIND_LABELS = tuple(
    (kind.name, frozenset().union(*(_stems(label) for label in (kind.label.it, kind.label.en, kind.name))))
    for kind in KINDS.values()
)


def kinds_named(text: str) -> frozenset[str]:
    """The kinds that a word stands for, in singular or plural: those called so, else those whose name begins so."""
    wanted = _stems(text.replace("_", " "))
    exact = frozenset(name for name, labels in _KIND_LABELS if labels & wanted)
    if exact or not wanted:
        return exact
    return frozenset(
        name for name, labels in _KIND_LABELS if any(label[: len(w)] == w for label in labels for w in wanted)
    )


def areas_named(text: str) -> frozenset[Area]:
    return frozenset(area for area, words in _AREA_WORDS.items() if _key(text) in words.split())


def statuses_named(text: str) -> frozenset[Status]:
    return frozenset(status for status, words in _STATUS_WORDS.items() if _key(text) in words.split())


def proposed(names: str) -> tuple[str, ...]:
    """How names of ours are proposed: as they are typed."""
    return tuple(name.replace("_", "-") for name in names.split()[:2])


def filter_names(wanted: Filter) -> tuple[str, ...]:
    return proposed(_FILTERS[wanted])


def values_of(wanted: Filter) -> tuple[str, ...]:
    """What can be typed after the name of a filter that knows its values, in Italian and English; else nothing."""
    match wanted:
        case Filter.KIND:
            return tuple(name for kind in KINDS.values() for name in (kind.label.it, kind.label.en))
        case Filter.AREA:
            return tuple(name for words in _AREA_WORDS.values() for name in proposed(words))
        case Filter.STATUS:
            return tuple(name for words in _STATUS_WORDS.values() for name in proposed(words))
    return ()


def offered_names() -> tuple[tuple[str, str], ...]:
    """The names to offer while somebody types, Italian and English, the most useful first."""
    common = (*_FILTERS.values(), *_MORE.values())
    first = [proposed(words) for words in common]
    declared = [(_spoken(field.label.it), _spoken(field.label.en)) for field in FIELDS.values()]
    pairs = [(names[0], names[-1]) for names in first] + declared
    return tuple(dict.fromkeys(pair for pair in pairs if all(map(field_named, pair))))


def _spoken(label: str) -> str:
    return _key(label).replace("_", "-")


def nearest_name(typed: str) -> str | None:
    """The name of ours that was probably meant."""
    found = nearest(_key(typed), _BY_NAME)
    return found.replace("_", "-") if found else None


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Of several words the one that was probably meant, None where none is near enough."""
    names = list(known)
    found = process.extractOne(fold(typed), [fold(name) for name in names], scorer=fuzz.ratio, score_cutoff=_NEAR)
    return names[found[2]] if found else None
