"""The service as a user runs it: a process started by the launcher, with a data folder and a port of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.settings import DEFAULT_TEMPLATE
from storage.config import StorageConfig
from storage.document import WAITING, Status
from storage.store import Store
from tests.waiting import eventually

ROOT = Path(__file__).parents[1]
LAUNCHER = ROOT / "faldone"
SAMPLES = ROOT / "app" / "samples"
ENDING_SECONDS = 10  # what SIGTERM is promised to take at most


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass
class Service:
    """One data folder, which survives the processes that work on it."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def inbox(self) -> Path:
        return self.data / "inbox"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FALDONE_")}
        ours = {"DATA_DIR": str(self.data), "WEB_PORT": str(self.port), "INBOX_SETTLE_SECONDS": "0.3", **self.settings}
        return kept | {f"FALDONE_{name}": value for name, value in ours.items()} | {"LANG": "en_GB.UTF-8", "LC_ALL": ""}

    def start(self) -> None:
        """Only starts it: what it prints is added to `output`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(
                [LAUNCHER, "run"], env=self.environment(), cwd=self.folder, stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    @property
    def output(self) -> str:
        return (self.folder / "output").read_text("utf-8", "replace")

    def wait_until_up(self, timeout: float = 60) -> None:
        eventually(self._answers, timeout, lambda: f"the page does not answer:\n{self.output}")

    def _answers(self) -> bool:
        assert self.process and self.process.poll() is None, f"ended with {self.process}:\n{self.output}"
        try:
            with urllib.request.urlopen(f"{self.address}/sign-in", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def password(self) -> str:
        """The first one, as it was printed. It is printed once."""
        found = re.findall(r"^  user: admin\n  password: (\S+)$", self.output, re.MULTILINE)
        assert len(found) == 1, self.output
        return str(found[0])

    def terminate(self) -> int:
        """SIGTERM, as systemd sends it to the main process: the exit code. Fails when it takes longer than promised."""
        assert self.process
        self.process.terminate()
        return self.process.wait(ENDING_SECONDS)

    def kill(self, *, everything: bool) -> None:
        """As a power cut (everything at once), or as the kernel that wants memory (the main process alone)."""
        assert self.process
        if everything:
            os.killpg(self.process.pid, signal.SIGKILL)
        else:
            self.process.kill()
        self.process.wait(ENDING_SECONDS)

    def processes(self) -> list[int]:
        """All of its processes, those of its readers included; who is dead and not yet reaped does not count."""
        assert self.process
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                state, _, group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
                if int(group) == self.process.pid and state != "Z":
                    found.append(int(entry.name))
        return found

    def run(self, *arguments: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """Another command on the same data."""
        return subprocess.run(
            [LAUNCHER, *arguments], env=self.environment(), cwd=self.folder, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=timeout,
        )  # fmt: skip

    def documents(self) -> list[dict[str, Any]]:
        done = self.run("list", "--json")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def store(self) -> Store:
        """The same store, opened beside the service: cheaper to ask often than a command."""
        return Store.open(StorageConfig(f"sqlite:///{self.data / 'faldone.db'}", self.data, DEFAULT_TEMPLATE))

    def statuses(self) -> dict[str, Status]:
        """By the name that was dropped."""
        with self.store() as store:
            return {document.file: document.status for document in store.documents.each()}

    def is_at_rest(self) -> bool:
        """The inbox is empty, nothing is in work, the index has caught up."""
        if any(path.is_file() for path in self.inbox.rglob("*")):
            return False
        with self.store() as store:
            counts = store.documents.counts()
            return not (any(counts[status] for status in WAITING) or store.documents.index_lag())


@contextmanager
def service(folder: Path, **settings: str) -> Iterator[Service]:
    """A service that is up, and that leaves no process behind."""
    made = Service(folder, settings)
    try:
        made.start()
        made.wait_until_up()
        yield made
    finally:
        end(made)


def end(made: Service) -> None:
    """Whatever of its process group is still there, is killed."""
    if made.process is None:
        return
    with suppress(ProcessLookupError):
        os.killpg(made.process.pid, signal.SIGKILL)
    made.process.wait(ENDING_SECONDS)
