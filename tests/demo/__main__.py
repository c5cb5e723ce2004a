"""Makes the sample documents of `./faldone demo` and what should be read from them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.demo import accounting, einvoice, staff
from tests.demo.sheet import typeset

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "app" / "samples"
EXPECTED = ROOT / "tests" / "samples" / "demo.json"


def files() -> dict[str, bytes]:
    """Name and content of every sample."""
    made = {paper.file: paper.finish(typeset(paper.pages, paper.size)) for paper in accounting.PAPERS + staff.PAPERS}
    return made | {einvoice.FILE: einvoice.XML.encode()}


def expected() -> dict[str, dict[str, object]]:
    """What should be read from each: kind, fields and lists in their canonical forms."""
    papers = accounting.PAPERS + staff.PAPERS
    known: dict[str, dict[str, object]] = {
        paper.file: {"kind": paper.kind, "fields": dict(paper.fields), "lists": dict(paper.lists)} for paper in papers
    }
    return known | {einvoice.FILE: {"kind": "invoice", "fields": einvoice.FIELDS, "lists": einvoice.LISTS}}


def main() -> None:
    made = files()
    SAMPLES.mkdir(exist_ok=True)
    for stale in [path for path in SAMPLES.iterdir() if path.name not in made]:
        stale.unlink()
    for name, content in made.items():
        (SAMPLES / name).write_bytes(content)
        print(f"{len(content):>9,}  {name}")
    EXPECTED.write_text(json.dumps(expected(), ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    print(f"{sum(map(len, made.values())):>9,}  in all", file=sys.stderr)


if __name__ == "__main__":
    main()
