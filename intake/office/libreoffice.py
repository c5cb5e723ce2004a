"""LibreOffice, where it is installed: office files as the PDF that their own program would print."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from intake.office.types import SUFFIXES


def converter() -> Path | None:
    """The program, None where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else None


def convert_to_pdf(path: Path, media_type: str, folder: Path, seconds: float) -> Path | None:
    """The PDF in `folder`, made with a profile of its own there; None where that fails or takes too long."""
    program = converter()
    if program is None:
        return None
    source = folder / f"document{SUFFIXES.get(media_type, '')}"
    shutil.copyfile(path, source)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "LANG": "it_IT.UTF-8"}
    process = subprocess.Popen(
        [str(program), profile, *options, str(source)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, env=environment, cwd=folder,
    )  # fmt: skip
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
    made = folder / "document.pdf"
    return made if process.returncode == 0 and made.is_file() else None
