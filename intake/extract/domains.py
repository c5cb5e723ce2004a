"""The name that a paper's web and e-mail addresses spell: whoever issued it prints its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.extract.acquaintance import core
from intake.extract.paper import Paper
from intake.words import word_set

_MAIL = re.compile(r"([\w.+-]{2,})@([\w-]+(?:\.[\w-]+)+)")
_WEB = re.compile(
    r"(?:https?://|www\.)([\w-]+(?:\.[\w-]+)+)|(?<![@\w.-])([a-z][\w-]{3,}\.(?:it|com|eu|net|org|de|fr|es))\b"
)
# Whose addresses tell nothing of who uses them: there the name stands before the @.
_PROVIDERS = word_set(
    "gmail googlemail libero hotmail outlook yahoo tiscali virgilio alice tin icloud live msn fastwebnet email inwind"
    " aruba arubapec pec legalmail postecert pecimprese ticertifica cert certificata buffetti pecmail mypec"
    " sicurezzapostale registerpec pecspeciale gmx web online orange wanadoo free sfr legpec"
)
# How a letter goes: the address is its receiver's.
_SENT_TO = re.compile(r"\b(?:a mezzo|via|tramite|per|inviat[ao] a)\b (?:posta )?(?:pec|mail|e-?mail|certificata)\b")
_OFFICES = word_set(
    "info mail email pec amministrazione contabilita commerciale ufficio segreteria vendite sales office posta fatture"
    " fatturazione ordini acquisti admin contact kontakt service rechnung invoice billing support"
)
_SHORTEST = 4


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text)


def addresses_in(paper: Paper) -> list[tuple[str, str]]:
    """The e-mail addresses of the first page: what stands before the @, letters and figures only, and the domain."""
    rows = paper.sheets[0].rows
    return [(_squeezed(local), domain) for row in rows for local, domain in _MAIL.findall(row.text.lower())]


def spelled(paper: Paper) -> tuple[str, ...]:
    """What the addresses of the first two pages spell, letters and figures only."""
    rows = [row.text for sheet in paper.sheets[:2] for row in sheet.rows]
    return spelled_in("\n".join(row for row in rows if not _SENT_TO.search(row.lower())))


def spelled_in(text: str) -> tuple[str, ...]:
    """What the web and e-mail addresses of a text spell."""
    lowered = text.lower()
    names = {_owner(domain, local) for local, domain in _MAIL.findall(lowered)}
    names.update(_owner(web or bare, "") for web, bare in _WEB.findall(lowered))
    return tuple(name for name in names if len(name) >= _SHORTEST)


def _owner(domain: str, local: str) -> str:
    labels = [part for part in domain.split(".")[:-1] if part not in _PROVIDERS | {"www"}]
    if labels:
        return _squeezed(labels[-1])
    return "" if local in _OFFICES else _squeezed(local)


def share_spelled(name: str, addresses: Sequence[str]) -> float:
    """How much of an address is the name, 0..1; an address may be cut, or leave out the end of the name."""
    whole = _squeezed(core(name))
    best = 0.0
    for address in addresses:
        if len(whole) >= _SHORTEST and (whole in address or address in whole):
            best = max(best, min(1.0, len(whole) / len(address)))
    return best
