"""The content of invented HR and general papers: what is printed is what is said to be printed, and it is valid."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from storage.identifiers import is_valid_iban, is_valid_tax_code, is_valid_vat_id
from storage.kinds import KINDS
from storage.values import is_valid, parse
from training.content import Content, Pairs, Value
from training.firms import FORMS, draw_firm
from training.grammar import draw, draw_word, fill, headings, plain
from training.hr_papers import HR_PAPERS
from training.letters import LETTERS
from training.notes import texts_of
from training.people import draw_person, tax_code_of, with_omocodia
from training.places import TOWNS

PAPERS = {**HR_PAPERS, **LETTERS}
SEEDS = range(120)


def drawn(kind: str, seed: int) -> Content:
    rng = random.Random(seed)
    return rng.choice(PAPERS[kind])(rng)


@cache
def papers_of(kind: str) -> tuple[Content, ...]:
    return tuple(drawn(kind, seed) for seed in SEEDS)


def values_of(paper: Content) -> list[Value]:
    return [part for block in paper.blocks for text in texts_of(block) for part in text if isinstance(part, Value)]


def words_of(paper: Content) -> str:
    return " ".join(plain(text) for block in paper.blocks for text in texts_of(block))


def test_every_hr_and_general_kind_is_written() -> None:
    assert set(PAPERS) == {name for name, kind in KINDS.items() if kind.area != "accounting"}


@pytest.mark.parametrize("kind", PAPERS)
def test_fields_are_declared_valid_and_exactly_those_printed(kind: str) -> None:
    for paper in papers_of(kind):
        assert paper.kind == kind
        assert {value.field for value in values_of(paper)} == set(paper.fields)
        assert all(value.text.strip() for value in values_of(paper))
        for name, value in paper.fields.items():
            field = KINDS[kind].field(name)
            assert field is not None, name
            assert is_valid(field.type, value, field.choices), (name, value)


@pytest.mark.parametrize("kind", PAPERS)
def test_what_is_printed_reads_as_the_truth(kind: str) -> None:
    """A printed date, amount or identifier parses to the value that it is said to write."""
    for paper in papers_of(kind):
        for value in values_of(paper):
            field = KINDS[kind].field(value.field)
            assert field is not None
            if field.type in ("date", "amount", "tax_code", "vat_id", "int"):
                shown = value.text.replace(",", "").replace(".", ",") if _english(paper, field.type) else value.text
                assert parse(field.type, shown) == paper.fields[value.field], value


def _english(paper: Content, type: str) -> bool:
    return paper.language == "en" and type == "amount"


@pytest.mark.parametrize("kind", PAPERS)
def test_papers_are_many_and_the_same_for_the_same_seed(kind: str) -> None:
    assert drawn(kind, 7) == drawn(kind, 7)
    assert len({words_of(paper) for paper in papers_of(kind)}) == len(SEEDS)


@pytest.mark.parametrize("kind", PAPERS)
def test_no_placeholder_is_left_over(kind: str) -> None:
    for paper in papers_of(kind):
        labels = [pair.label for block in paper.blocks if isinstance(block, Pairs) for pair in block.pairs]
        assert not set("{}¶") & set(words_of(paper) + "".join(labels))


@pytest.mark.parametrize("kind", [kind for kind in PAPERS if kind != "other"])
def test_what_the_kind_needs_is_mostly_printed(kind: str) -> None:
    for name in KINDS[kind].essential:
        assert sum(name in paper.fields for paper in papers_of(kind)) > 0.8 * len(SEEDS), name


def test_people_and_firms_have_identifiers_whose_checks_hold() -> None:
    for seed in range(300):
        rng = random.Random(seed)
        person, firm = draw_person(rng), draw_firm(rng, forms=FORMS)
        assert is_valid_tax_code(person.tax_code)
        assert is_valid_tax_code(with_omocodia(tax_code_of("Rossi", "Mario", "M", person.born, TOWNS[0])))
        assert not firm.vat_id or is_valid_vat_id(firm.vat_id)
        assert not firm.tax_code or is_valid_tax_code(firm.tax_code)
        assert is_valid_iban(firm.bank.iban)


def test_a_tax_code_is_made_as_the_law_says() -> None:
    rome = next(town for town in TOWNS if town.name == "Roma")
    assert tax_code_of("Rossi", "Mario", "M", date(1980, 1, 1), rome) == "RSSMRA80A01H501U"
    assert tax_code_of("Fo", "Gianfranco", "M", date(1980, 1, 1), rome)[:6] == "FOXGFR"


def test_wording_is_filled_from_files() -> None:
    rng = random.Random(1)
    value = Value("3 marzo 2026", "date")
    assert fill(rng, "common", "dal {date}[,|,] [a|a] {city}", {"date": value, "city": "Bari"}) == ("dal ", value,
        ", a Bari")  # fmt: skip
    assert draw_word(rng, "common", "months_it").startswith("gennaio ")
    assert "stamps" in headings("common")
    with pytest.raises(KeyError):
        draw(rng, "common", "no such heading", {})


def authors() -> list[Callable[[random.Random], Content]]:
    return [author for several in PAPERS.values() for author in several]


def test_every_author_writes() -> None:
    assert all(author(random.Random(3)).blocks for author in authors())
