"""Whether two amounts are one, misread by a digit."""

from __future__ import annotations

from decimal import Decimal


def one_slip(read: Decimal, meant: Decimal) -> bool:
    """Whether one misread, lost or added digit parts two different positive amounts."""
    if meant <= 0 or read <= 0 or read == meant:
        return False
    a, b = f"{read:.2f}", f"{meant:.2f}"
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
