"""Names in the readable tree: whatever was read, a path that Windows, Linux and macOS take."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.kinds import KINDS, Area
from storage.summary import Summary, area_of, summarise
from storage.tree import PLACEHOLDERS, BadTemplate, check_template, extension_of, folded, numbered, render, safe_name
from tests.storing import TEMPLATE

ANY_TEXT = st.text(st.characters(), max_size=40) | st.text(st.sampled_from('. /\\-_:~"*?<>|\x00\n\u202eCONLPT12°¹'))
LONG_TEXT = st.builds(lambda text, times: text * times, ANY_TEXT, st.sampled_from([1, 30]))
OPTIONAL = st.none() | LONG_TEXT
SUMMARIES = st.builds(Summary, st.sampled_from(Area), LONG_TEXT, OPTIONAL, OPTIONAL, OPTIONAL, st.none(), st.none())
PIECES = st.sampled_from([f"{{{name}}}" for name in PLACEHOLDERS]) | st.text(max_size=5) | st.sampled_from("/. ")
TEMPLATES = st.lists(PIECES, min_size=1, max_size=8).map("".join)

# Microsoft, "Naming files, paths and namespaces": these names, also before an extension, and these characters
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"}
DEVICES |= {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
FORBIDDEN = set('<>:"/\\|?*')


def safe_for_windows(part: str) -> bool:
    return (
        0 < len(part.encode("utf-8")) <= 255
        and not FORBIDDEN & set(part)
        and not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in part)
        and part == part.strip(" ")
        and not part.startswith(".")
        and not part.endswith(".")
        and part.split(".")[0].strip().casefold() not in DEVICES
        and part == unicodedata.normalize("NFC", part)
    )


@given(TEMPLATES, st.sampled_from([*KINDS, "unheard_of"]), SUMMARIES, LONG_TEXT, st.integers(1, 10**6))
@example("{title}", "other", Summary(Area.HR, "CON", None, None, None, None, None), "a.pdf", 1)
@example("{number}/{date}", "other", Summary(Area.HR, "", None, "..", "..", None, None), "..", 1)
@example("{title}", "other", Summary(Area.HR, "\U0001f4c4" * 99, None, None, None, None, None), "a.xml.p7m", 999999)
def test_any_values_give_a_safe_path_inside_the_tree(
    template: str, kind: str, summary: Summary, file: str, number: int
) -> None:
    try:
        check_template(template)
    except BadTemplate:
        return
    path = render(template, kind, summary, file)
    for each in (path, numbered(path, number, extension_of(file))):
        assert len(each.parts) == template.count("/") + 1
        assert all(safe_for_windows(part) for part in each.parts), each


@given(LONG_TEXT, st.integers(4, 100))
def test_any_text_gives_a_safe_name(text: str, longest: int) -> None:
    name = safe_name(text, longest)
    assert safe_for_windows(name)
    assert len(name) <= longest + 1
    assert safe_name(name, longest + 1) == name


@given(ANY_TEXT, st.integers(1, 50), st.integers(1, 50))
def test_numbers_tell_names_apart(text: str, one: int, other: int) -> None:
    path = PurePosixPath(safe_name(text) + ".pdf")
    same = folded(numbered(path, one, ".pdf")) == folded(numbered(path, other, ".pdf"))
    assert same == (one == other)


@pytest.mark.parametrize(
    ("one", "other"), [("Perché.pdf", "PERCHÉ.PDF"), ("Perche\u0301.pdf", "Perché.pdf"), ("straße", "STRASSE")]
)
def test_names_that_a_share_takes_for_one(one: str, other: str) -> None:
    assert folded(PurePosixPath(one)) == folded(PurePosixPath(other))


@pytest.mark.parametrize(
    ("file", "extension"),
    [
        ("a.PDF", ".pdf"),
        ("IT01.XML.P7M", ".xml.p7m"),
        ("a.p7m", ".p7m"),
        ("archive.tar.gz", ".gz"),
        ("no extension", ""),
        ("a.averylongone", ""),
        ("a.pdf\n", ""),
        ("a.p\u202ef", ""),
        ("", ""),
    ],
)
def test_the_extension_is_that_of_the_dropped_file(file: str, extension: str) -> None:
    assert extension_of(file) == extension


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({}, "Contabilità/Fattura/Senza data/Senza nome/Fattura.pdf"),
        ({"number": "12/A"}, "Contabilità/Fattura/Senza data/Senza nome/Fattura 12-A.pdf"),
        (
            {"number": "7", "date": "2026-03-31", "supplier_name": "A/B: S.r.l."},
            "Contabilità/Fattura/2026/A-B- S.r.l/2026-03-31 Fattura 7.pdf",
        ),
    ],
)
def test_paths_that_people_read(said: dict[str, str], path: str) -> None:
    assert str(render(TEMPLATE, "invoice", summarise("invoice", said, None, "x.pdf"), "x.pdf")) == path


@pytest.mark.parametrize(
    "template",
    [
        "", "plain", "{nobody}", "{", "}", "{}", "{0}", "{date.year}", "{date[0]}", "/{title}", "../{title}",
        "{date:/}", "{date:>10}", "{date!r}", "{title}/", "a//{title}", "./{title}", "{title}/..", "{kind}\\{title}",
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_meant_is_refused(template: str) -> None:
    with pytest.raises(BadTemplate):
        check_template(template)


@pytest.mark.parametrize("template", [TEMPLATE, "{title}", "{year}-{month} {{{file}}}", "Archivio {area}/{number}"])
def test_templates_that_are_taken(template: str) -> None:
    check_template(template)


def test_braces_and_words_of_the_template_stay() -> None:
    summary = summarise("payslip", {"period": "2026-03", "employee_name": "Anna Bo"}, None, "x.pdf")
    path = render("{year}-{month}/{{{counterpart}}} {number} {file}", "payslip", summary, "busta paga.pdf")
    assert str(path) == "2026-03/{Anna Bo} busta paga.pdf"


@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(["date", "year", "currency", "gross_amount"]), ANY_TEXT),
)
def test_a_summary_sorts_by_valid_values_only(kind: str, said: dict[str, str]) -> None:
    summary = summarise(kind, said, None, "x.pdf")
    assert summary.date is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", summary.date)
    assert summary.amount is None or re.fullmatch(r"-?\d{1,20}\.\d{2}", summary.amount)
    assert summary.currency is None or len(summary.currency) == 3


@pytest.mark.parametrize(
    ("kind", "hint", "area"),
    [
        ("invoice", "hr", Area.ACCOUNTING),
        ("letter", None, Area.GENERAL),
        ("letter", "HR/2026", Area.HR),
        ("unheard_of", "Personale", Area.HR),
        ("other", "fornitori/hr", Area.GENERAL),
        ("payslip", None, Area.HR),
    ],
)
def test_the_area_decides_who_may_see(kind: str, hint: str | None, area: Area) -> None:
    assert area_of(kind, hint) is area
