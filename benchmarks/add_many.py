"""Whether `add` may be broken off: mixed files are added, the command is killed at random, and added again to the end.

    python -m benchmarks.add_many [--files 10000] [--kills 6] [--seed 1]

Texts, one-page PDFs, e-invoices, mails, archives, copies under other names, broken files. At the end each distinct
content is exactly one document; what the last run over files that are all there costs is told too. The last line is
JSON; exit code 1 where a content is missing or twice.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from app.settings import DEFAULT_TEMPLATE
from storage.config import StorageConfig
from storage.document import WAITING
from storage.store import Store

ROOT = Path(__file__).parents[1]
INVOICE = (ROOT / "app" / "samples" / "IT02845160247_00K3F.xml").read_text("utf-8")
_FIRST_SECONDS, _LAST_SECONDS = 4.0, 25.0  # of a run that is killed


def text(number: int) -> bytes:
    return f"Comunicazione n. {number}\nGentile cliente, la riunione {number} è confermata.\n".encode()


def pdf(number: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawString(72, 760, f"Relazione tecnica n. {number}")
    canvas.drawString(72, 740, "Il sopralluogo si è concluso senza rilievi.")
    canvas.save()
    return out.getvalue()


def invoice(number: int) -> bytes:
    return re.sub("<Numero>[^<]*</Numero>", f"<Numero>B{number}</Numero>", INVOICE, count=1).encode()


def mail(number: int) -> bytes:
    head = f"From: a{number}@example.it\nTo: b@example.it\nSubject: Richiesta {number}\nMIME-Version: 1.0\n"
    return (head + f"Content-Type: text/plain; charset=utf-8\n\nBuongiorno, pratica {number}.\n").encode()


def archive(number: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for inner in (0, 1):
            file.writestr(zipfile.ZipInfo(f"{inner}.txt"), text(10_000_000 + number * 2 + inner))
    return out.getvalue()


def broken(number: int) -> bytes:
    return b"%PDF-1.7\n" + f"{number} not a PDF".encode() * 5


KINDS: tuple[tuple[str, Callable[[int], bytes], int], ...] = (
    (".txt", text, 60),
    (".pdf", pdf, 8),
    (".xml", invoice, 10),
    (".eml", mail, 8),
    (".zip", archive, 4),
    (".pdf", broken, 4),
)


def make(folder: Path, count: int, chance: random.Random) -> set[str]:
    """Writes so many files, a few of them twice under other names; the hashes of all contents, inner ones too."""
    hashes: set[str] = set()
    data = b""
    for number in range(count):
        ending, write, _ = chance.choices(KINDS, [weight for *_, weight in KINDS])[0]
        if number % 16 != 15:  # else the one before once more
            data = write(number)
        place = folder / f"{number % 20:02}"
        place.mkdir(exist_ok=True)
        (place / f"{number}{ending}").write_bytes(data)
        hashes.add(hashlib.sha256(data).hexdigest())
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as file:
                hashes |= {hashlib.sha256(file.read(name)).hexdigest() for name in file.namelist()}
    return hashes


def start(folder: Path, papers: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"FALDONE_DATA_DIR": str(folder / "data"), "FALDONE_INBOX_SETTLE_SECONDS": "0.1"}
    command = [sys.executable, "-m", "app", "add", str(papers)]
    with (folder / "said").open("wb") as said:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said, start_new_session=True)


def documents(folder: Path) -> tuple[Counter[str], int]:
    """How many documents there are of each content, and how many still wait."""
    data = folder / "data"
    with Store.open(StorageConfig(f"sqlite:///{data / 'faldone.db'}", data, DEFAULT_TEMPLATE)) as store:
        found = list(store.documents.each())
    return Counter(document.sha256 for document in found), sum(document.status in WAITING for document in found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    with tempfile.TemporaryDirectory(prefix="add-many-") as name:
        folder = Path(name)
        (folder / "papers").mkdir()
        hashes = make(folder / "papers", wanted.files, chance)
        for number in range(wanted.kills):
            process = start(folder, folder / "papers")
            time.sleep(chance.uniform(_FIRST_SECONDS, _LAST_SECONDS))
            if number % 2:
                os.killpg(process.pid, signal.SIGKILL)  # as a power cut
            else:
                process.send_signal(signal.SIGINT)  # Ctrl-C
            process.wait()
            print(f"killed: {len(documents(folder)[0])} of {len(hashes)} contents there", flush=True)
        seconds = []
        for _ in ("to the end", "all there"):
            began = time.monotonic()
            start(folder, folder / "papers").wait()
            seconds.append(round(time.monotonic() - began, 1))
            print((folder / "said").read_text("utf-8").splitlines()[-1], flush=True)
        found, waiting = documents(folder)
        left = sum(path.is_file() for path in (folder / "data" / "inbox").rglob("*"))
    result = {
        "files": wanted.files,
        "contents": len(hashes),
        "kills": wanted.kills,
        "missing": len(hashes - found.keys()),
        "twice": sum(count > 1 for count in found.values()),
        "unknown": len(found.keys() - hashes),
        "waiting": waiting,
        "left_in_inbox": left,
        "seconds_to_the_end": seconds[0],
        "seconds_when_all_there": seconds[1],
        "peak_megabytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000,
    }
    print(json.dumps(result))
    return 1 if any(result[name] for name in ("missing", "twice", "unknown", "waiting")) else 0


if __name__ == "__main__":
    raise SystemExit(main())
