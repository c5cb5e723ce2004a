"""The page on a port: it answers, and it ends when it is told to."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.web_fixtures import archive, served

_SERVE = """
import sys
from pathlib import Path
from tests.web_fixtures import archive
from web.serve import serve

with archive(Path(sys.argv[1])) as made:
    serve(made.app, made.config, lambda port: print("ready", flush=True))
print("ended", flush=True)
"""


def test_it_answers_on_the_port_it_bound(tmp_path: Path) -> None:
    with (
        archive(tmp_path) as made,
        served(made) as address,
        urllib.request.urlopen(f"{address}/sign-in", timeout=5) as answer,
    ):
        assert answer.status == 200
        assert b"Faldone" in answer.read()
        assert "Server" not in answer.headers


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", _SERVE, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        rest, _ = process.communicate(timeout=10)
    assert (process.returncode, rest) == (0, "ended\n")
