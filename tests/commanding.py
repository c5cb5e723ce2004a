"""What the tests of the command line share: the command with a folder and a configuration of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from app.cli import cli
from app.config import CHECKOUT

SAMPLES = CHECKOUT / "tests" / "samples" / "fatturapa"
Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Faldone:
    """The command, with a configuration of its own."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self, *arguments: object, language: str = "en_GB.UTF-8", columns: int = 80) -> subprocess.Popen[str]:
        command = [sys.executable, "-P", "-m", "app", "--config", *map(str, (self.folder / "config.yaml", *arguments))]
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("FALDONE_", "LC_"))}
        environment |= {"PYTHONPATH": str(CHECKOUT), "LANG": language, "PYTHONUTF8": "1", "COLUMNS": str(columns)}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=pipe, stderr=pipe, text=True)

    def __call__(self, *arguments: object, language: str = "en_GB.UTF-8", columns: int = 80) -> Done:
        with self.start(*arguments, language=language, columns=columns) as process:
            said, complained = process.communicate(timeout=60)
        return Done(process.args, process.returncode, said, complained)

    def here(self, *arguments: object) -> Result:
        """The same in this process, which is quicker."""
        return CliRunner().invoke(cli, ["--config", str(self.folder / "config.yaml"), *map(str, arguments)])

    def objects(self, *arguments: object) -> list[dict[str, Any]]:
        done = self.here(*arguments)
        assert done.exit_code == 0, done.output
        return [json.loads(line) for line in done.output.splitlines()]


def faldone_in(folder: Path, port: int = 8010) -> Faldone:
    text = f"inbox: {{settle_seconds: 0.1}}\nocr: {{workers: 1}}\nweb: {{port: {port}}}\n"
    (folder / "config.yaml").write_text(text)
    return Faldone(folder)
