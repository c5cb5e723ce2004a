"""The names by which SDI, the exchange of e-invoices, knows a file: who transmitted it, and a running number."""

from __future__ import annotations

import re

# Specifiche tecniche della fattura elettronica: the transmitter's country and tax number, five signs at most. Portals
# and mail programs add " (1)" or a path of their own.
_NAME = re.compile(
    r"(?:.*[/\\])?(?P<name>(?:IT[a-z0-9]{11,16}|(?!IT)[a-z]{2}[a-z0-9]{2,28})_[a-z0-9]{1,5})"
    r"(?: ?\(\d{1,3}\))?\.(?:xml|zip|p7m)(?:\.p7m)?(?: ?\(\d{1,3}\))?(?:\.p7m)?",
    re.IGNORECASE,
)


_NOTICE = re.compile(_NAME.pattern.partition(")(?: ?")[0] + r")_[a-z]{2}_[a-z0-9]{1,3}\.xml(?:\.p7m)?", re.IGNORECASE)


def invoice_of_notice(file: str) -> str:
    """The invoice's name for SDI in the name of a notice about it ("IT01234567890_00A1_NS_001.xml"), or empty."""
    found = _NOTICE.fullmatch(file.strip())
    return found["name"].upper() if found else ""


def sdi_name(file: str) -> str:
    """The file's name for SDI, without extension and in capitals ("IT01234567890_00A1"); empty where it has none."""
    found = _NAME.fullmatch(file.strip())
    return found["name"].upper() if found else ""
