"""Firms that are known before a paper is read: ours, and those that earlier papers were from or to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Firm:
    """`vat_id` canonical ("IT07643520567"), None where it is not known."""

    name: str
    vat_id: str | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """Whose papers are read. Several firms may share an archive: any of these names and numbers is ours."""

    names: tuple[str, ...] = ()
    vat_ids: tuple[str, ...] = ()
    tax_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownFirms:
    """`others` is a snapshot: earlier counterparts, those of the newest papers first."""

    company: Company = Company()
    others: tuple[Firm, ...] = ()


NOBODY = KnownFirms()
