"""The picture of docs/design.md, held: every import is read, function-local and type-only ones too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# package -> the packages of ours that it may import
ARROWS = {
    "storage": set[str](),
    "index": {"storage"},
    "intake": {"storage"},
    "web": {"storage", "index"},
    "app": {"storage", "index", "intake", "web"},
}

# library -> the only places that may import it: a module, or a package with all that is under it
DOORS = {
    "whoosh": ("index.whoosh_index", "index.whoosh_postings"),
    "watchdog": ("intake.watch",),
    "pytesseract": ("intake.readers.tesseract",),
    "rapidocr": ("intake.readers.rapid",),
    "onnxruntime": ("intake.readers.rapid",),
    "zxingcpp": ("intake.piles.codes",),
    "py7zr": ("intake.containers.seven_zip",),
    "olefile": ("intake.containers.outlook", "intake.office.recognise"),
    "openpyxl": ("intake.office.xlsx",),
    "striprtf": ("intake.office.markup",),
    "asn1crypto": ("intake.formats.signature",),
    "cryptography": ("intake.formats.signature",),
    "sklearn": ("training",),
    "pdfplumber": ("intake.readers.pdf_text",),
    "sqlalchemy": ("storage",),
    "alembic": ("storage",),
    "flask": ("web",),
    "flask_login": ("web",),
    "flask_wtf": ("web",),
    "flask_babel": ("web",),
    "flask_limiter": ("web",),
    "authlib": ("web.service",),
    "joserfc": ("web.service",),
    "click": ("app",),
    "waitress": ("app", "web"),
}

LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def files_of(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


ALL_FILES = [file for package in ARROWS for file in files_of(package)]


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_bytes(), str(file))


@cache
def our_modules() -> frozenset[str]:
    return frozenset(name_of(file) for file in ALL_FILES)


def imports_in(tree: ast.Module, package: str) -> Iterator[tuple[str, int]]:
    """Every module imported anywhere in a file of `package`, with its line; a module of ours by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*up, base] if base else up)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield (inner if inner in our_modules() else base), node.lineno


def imported_by(file: Path) -> Iterator[tuple[str, int]]:
    package = name_of(file) if file.name == "__init__.py" else name_of(file).rpartition(".")[0]
    yield from imports_in(tree_of(file), package)


def is_under(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(place + ".") for place in places)


def test_only_the_arrows_that_are_drawn() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}"
        for package, allowed in ARROWS.items()
        for file in files_of(package)
        for module, line in imported_by(file)
        if (top := module.split(".")[0]) in ARROWS and top != package and top not in allowed
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_depends_on_tests_or_benchmarks() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}"
        for file in ALL_FILES
        for module, line in imported_by(file)
        if module.split(".")[0] in {"tests", "benchmarks", "training", "pytest", "hypothesis", "playwright"}
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("package", ARROWS)
def test_no_cycle_within_a_package(package: str) -> None:
    graph = {
        name_of(file): {
            module
            for module, _ in imported_by(file)
            if module.split(".")[0] == package and module in our_modules() and module != name_of(file)
        }
        for file in files_of(package)
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        pytest.fail("imports in a circle: " + " <- ".join(cycle.args[1]))


def test_one_door_for_each_library() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}: its door is {' or '.join(places)}"
        for file in ALL_FILES
        for module, line in imported_by(file)
        if (places := DOORS.get(module.split(".")[0])) and not is_under(name_of(file), places)
    ]
    assert not wrong, "\n".join(wrong)


def test_files_and_functions_stay_readable() -> None:
    wrong = []
    for file in [*ALL_FILES, *files_of("tests"), *files_of("benchmarks"), *files_of("training")]:
        length = len(file.read_bytes().splitlines())
        if length > LONGEST_FILE:
            wrong.append(f"{file.relative_to(ROOT)}: {length} lines, at most {LONGEST_FILE}")
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    wrong.append(
                        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines, at most {LONGEST_FUNCTION}"
                    )
    assert not wrong, "\n".join(wrong)


def test_every_way_to_import_is_seen() -> None:
    source = """
import whoosh.index as w
from storage import errors
from . import kinds
from .values import parse
if TYPE_CHECKING:
    from flask import Request
def late():
    import app.config
"""
    seen = {module for module, _ in imports_in(ast.parse(source), "storage")}
    assert seen == {"whoosh.index", "storage.errors", "storage.kinds", "storage.values", "flask", "app.config"}


def test_there_is_something_to_look_at() -> None:
    """An empty list of files would let every rule above pass."""
    assert {name_of(file).split(".")[0] for file in ALL_FILES} == set(ARROWS)
