"""The names that a person may put before a colon: Italian or English, the product's labels or the code's own names.

Made from `storage.kinds`, so that a new field can be asked for as soon as it is declared.
"""

from __future__ import annotations

import re
from enum import Enum

from index.language import fold, spellings
from storage.kinds import FIELDS, KINDS, Area, FieldType


class Filter(Enum):
    """Names that ask what a document is, not what it says."""

    KIND = "kind"
    AREA = "area"
    DATE = "date"
    DATE_FROM = "from"
    DATE_TO = "to"
    AMOUNT = "amount"


_FILTERS = {
    Filter.KIND: "tipo kind type documento",
    Filter.AREA: "area settore",
    Filter.DATE: "data date giorno day mese month anno year",
    Filter.DATE_FROM: "dal from since",
    Filter.DATE_TO: "al to until",
    Filter.AMOUNT: "totale total importo amount",
}

# What the index knows besides the declared fields, and names for several fields at once.
_OF_TYPE = {kind: tuple(f.name for f in FIELDS.values() if f.type is kind) for kind in FieldType}
_MORE: dict[tuple[str, ...], str] = {
    ("counterpart",): "controparte counterpart ditta azienda company",
    ("number",): "numero number num nr n",
    ("title",): "titolo title",
    ("file",): "file nome_file filename",
    ("tag",): "tag etichetta label",
    ("supplier_name",): "fornitore supplier vendor",
    ("customer_name",): "cliente customer",
    ("employee_name",): "dipendente employee lavoratore candidato",
    ("sender_name",): "mittente sender",
    ("recipient_name",): "destinatario recipient",
    ("order_reference",): "ordine order",
    (*_OF_TYPE[FieldType.VAT_ID], *_OF_TYPE[FieldType.TAX_CODE]): "piva p_iva partita_iva vat vat_id",
    (*_OF_TYPE[FieldType.TAX_CODE], *_OF_TYPE[FieldType.VAT_ID]): "cf codice_fiscale tax_code",
}

_AREA_WORDS = {
    Area.ACCOUNTING: "accounting contabilita amministrazione",
    Area.HR: "hr personale risorse_umane",
    Area.GENERAL: "general generale",
}


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
