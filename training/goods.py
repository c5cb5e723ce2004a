"""What is sold: rows of an invoice, an order, a quote, a delivery note, with the arithmetic of each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from training.grammar import table
from training.places import draw_town
from training.writing import CENT, MONTHS, cents


@dataclass(frozen=True, slots=True)
class Item:
    """A row. `discount` is a percentage (0 for none), `cascade` how it is printed; `nature` where there is no VAT."""

    code: str
    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    discount: str
    rate: Decimal
    nature: str
    amount: Decimal


def _filled(text: str, rng: Random, year: int) -> str:
    return text.format(
        n=rng.randint(11, 9800),
        y=year,
        town=draw_town(rng).name,
        month=rng.choice(MONTHS["it"]),
        quarter=rng.choice(("1°", "2°", "3°", "4°", "I", "II", "III", "IV")),
        few=rng.randint(2, 9),
    )


def _code(rng: Random) -> str:
    n = rng.randint(1, 99_999)
    return rng.choice(
        (
            f"{n:05d}",
            f"{n}",
            f"ART{n:04d}",
            f"{rng.choice('ABCDEGHKLM')}{n:05d}",
            f"{n % 1000:03d}.{n // 1000:02d}",
            f"{rng.choice('ABCDEGHKLM')}{rng.choice('XYZRST')}-{n % 10000}",
            f"80{rng.randint(10**9, 10**10 - 1)}",
        )
    )


def _price(rng: Random, least: Decimal, most: Decimal) -> Decimal:
    price = least + (most - least) * Decimal(str(round(rng.random() ** 1.5, 6)))
    way = rng.random()
    if way < 0.3 and price > 10:
        return price.quantize(Decimal(1)).quantize(CENT)
    if way < 0.36:
        return price.quantize(Decimal("0.0001"))
    if way < 0.42:
        return price.quantize(Decimal("0.001"))
    return max(price.quantize(CENT), CENT)


def _quantity(rng: Random, price: Decimal) -> Decimal:
    most = 4 if price > 500 else 20 if price > 50 else 120 if price > 3 else 3000
    way = rng.random()
    if way < 0.25:
        return Decimal(1)
    if way < 0.85:
        return Decimal(rng.randint(1, most))
    return Decimal(str(round(rng.uniform(0.5, most), rng.choice((1, 2, 3)))))


_DISCOUNTS = ("5", "10", "10", "15", "20", "25", "30", "40", "10+5", "20+10", "30+5", "50+10", "2", "12,5")


def discounted(amount: Decimal, discount: str) -> Decimal:
    """10+5 takes ten in a hundred, then five of what is left."""
    for part in discount.split("+") if discount else ():
        amount *= 1 - Decimal(part.replace(",", ".")) / 100
    return cents(amount)


def draw_items(
    rng: Random,
    count: int,
    year: int,
    *,
    source: str = "",
    rates: tuple[tuple[Decimal, str], ...],
    discounts: bool = False,
) -> list[Item]:
    """Rows of `source` (a heading of words/goods; goods or services if empty), taxed by `rates` (rate, nature)."""
    upper, codes = rng.random() < 0.25, rng.random() < 0.9
    mix = source or rng.choice(("goods", "goods", "services", "both"))
    pool = (*table("goods", "goods"), *table("goods", "services")) if mix == "both" else table("goods", mix)
    tails = table("goods", "tails")
    long = rng.random() < 0.25
    items = []
    for _ in range(count):
        text, unit, least, most = rng.choice(pool)
        description = _filled(text, rng, year)
        if not source and (long or rng.random() < 0.15):
            description += rng.choice((" ", ", ", " - ")) + _filled(rng.choice(tails)[0], rng, year)
        price = _price(rng, Decimal(least), Decimal(most))
        quantity = _quantity(rng, price) if unit != "-" else Decimal(1)
        discount = rng.choice(_DISCOUNTS) if discounts and rng.random() < 0.6 else ""
        rate, nature = rng.choice(rates)
        items.append(
            Item(
                _code(rng) if codes else "",
                description.upper() if upper else description,
                quantity,
                unit.replace("-", ""),
                price,
                discount,
                rate,
                nature,
                discounted(quantity * price, discount),
            )
        )
    return items
