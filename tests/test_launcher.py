"""The launcher on small checkouts of their own: what it installs, what it leaves alone, what it hands on.

The packages are none, so that an environment takes a second and no network; the rest is as in a real checkout."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.waiting import eventually

ROOT = Path(__file__).parents[1]
APP = "import os, sys; print(os.getcwd(), sys.argv[1:], sys.prefix)\n"


def make_checkout(folder: Path) -> Path:
    (folder / "app").mkdir(parents=True)
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "faldone", folder / "faldone")
    for name in ("requirements.txt", "constraints.txt", "tests/requirements.txt"):
        (folder / name).write_text("# nothing\n")
    (folder / "app" / "__init__.py").write_text("")
    (folder / "app" / "__main__.py").write_text(APP)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh clone."""
    return make_checkout(tmp_path / "una cartella")


@pytest.fixture(scope="module")
def started_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_checkout(tmp_path_factory.mktemp("started"))
    done = start(folder)
    assert done.returncode == 0, done.stderr
    assert "preparing the Python environment" in done.stderr
    return folder


@pytest.fixture
def ready(started_once: Path, tmp_path: Path) -> Path:
    """A checkout that was started before, and then moved."""
    return Path(shutil.copytree(started_once, tmp_path / "altrove", symlinks=True))


def start(
    checkout: Path, *arguments: str, cwd: Path | None = None, path: str | None = None, command: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*(command or [str(checkout / "faldone")]), *arguments], cwd=cwd or checkout, env=environment(path),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def environment(path: str | None = None) -> dict[str, str]:
    # The Python that runs the tests comes first, so that every machine tests the same one.
    ours = f"{Path(sys.executable).resolve().parent}:{os.environ['PATH']}"
    return os.environ | {"LANG": "en_GB.UTF-8", "LC_ALL": "", "PATH": path or ours}


def tools_without(folder: Path, *missing: str) -> str:
    """A search path with what the launcher needs of the system, without some of it."""
    folder.mkdir()
    names = {
        "bash",
        "env",
        "cat",
        "mkdir",
        "mktemp",
        "chmod",
        "ln",
        "mv",
        "rm",
        "readlink",
        "flock",
        "tesseract",
        "python3",
    }
    for name in names - set(missing):
        found = shutil.which(name, path=environment()["PATH"])
        assert found, name
        (folder / name).symlink_to(found)
    return str(folder)


def test_a_second_start_needs_no_other_program(ready: Path, tmp_path: Path) -> None:
    """With everything in place no other program is even to be found."""
    bare = tmp_path / "bare"
    bare.mkdir()
    for name in ("bash", "tesseract"):
        (bare / name).symlink_to(shutil.which(name) or "")
    second = start(ready, "a", "b c", path=str(bare), command=[str(bare / "bash"), str(ready / "faldone")])
    assert second.returncode == 0, second.stderr
    assert second.stderr == ""
    assert "['a', 'b c']" in second.stdout


def test_a_second_start_takes_no_time(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is above the bare start of the same Python, the fastest of a few: far below the second that is promised."""
    monkeypatch.setenv("PYTHONPATH", str(ready))
    ours = fastest(ready, [])
    theirs = fastest(ready, [str(ready / ".venv/bin/python"), "-P", "-m", "app"])
    assert ours - theirs < 0.3


def fastest(checkout: Path, command: Sequence[str]) -> float:
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        assert start(checkout, command=command).returncode == 0
        taken.append(time.perf_counter() - began)
    return min(taken)


def test_the_folder_it_is_called_from_is_kept_and_kept_out(ready: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "app").mkdir(parents=True)
    (elsewhere / "app" / "__main__.py").write_text("print('the wrong one')")
    link = tmp_path / "bin" / "faldone"
    link.parent.mkdir()
    link.symlink_to(ready / "faldone")
    done = start(ready, "scan.pdf", cwd=elsewhere, command=[str(link)])
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{elsewhere} ['scan.pdf'] {ready}")


def test_a_changed_list_of_packages_makes_it_again(ready: Path) -> None:
    before = (ready / ".venv").resolve()
    (ready / "constraints.txt").write_text("# another\n")
    again = start(ready)
    assert again.returncode == 0
    assert (ready / ".venv").resolve() != before
    assert before.exists(), "a service that still runs on it would break"
    assert start(ready).stderr == ""


def test_a_python_that_is_gone_makes_it_again(ready: Path) -> None:
    (ready / ".venv" / "bin" / "python").unlink()
    assert start(ready).returncode == 0


def test_an_install_that_fails_leaves_the_old_environment(ready: Path) -> None:
    before = (ready / ".venv").resolve()
    (ready / "requirements.txt").write_text("./there-is-no-such-package\n")
    failed = start(ready)
    assert failed.returncode == 1
    assert "the Python packages could not be installed" in failed.stderr
    assert (ready / ".venv").resolve() == before
    assert sorted(path.name for path in (ready / ".venvs").iterdir()) == sorted(["lock", before.name])


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_an_install_that_is_cut_off_is_made_up_for(checkout: Path, how: signal.Signals) -> None:
    process = subprocess.Popen([checkout / "faldone"], env=environment(), start_new_session=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    eventually(lambda: list((checkout / ".venvs").glob("*/bin/python")), 30, "no environment is begun")
    os.killpg(process.pid, how)
    process.communicate(timeout=30)
    assert not (checkout / ".venv").exists()
    assert start(checkout).returncode == 0
    assert sorted(path.name for path in (checkout / ".venvs").iterdir()) == sorted(
        ["lock", (checkout / ".venv").resolve().name]
    )


def test_two_starts_at_once_install_once(checkout: Path) -> None:
    both = [
        subprocess.Popen([checkout / "faldone", str(n)], env=environment(), stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, text=True) for n in range(2)
    ]  # fmt: skip
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("environment ready" in error for _, error in said) == 1
    assert len([path for path in (checkout / ".venvs").iterdir() if path.is_dir()]) == 1


@pytest.mark.parametrize(("missing", "package"), [("tesseract", "tesseract-ocr-ita"), ("python3", "python3-venv")])
def test_where_it_may_not_install_it_prints_the_command(
    checkout: Path, tmp_path: Path, missing: str, package: str
) -> None:
    """No apt-get is to be found, so it may not."""
    path = tools_without(tmp_path / "tools", missing)
    done = start(checkout, path=path, command=[f"{path}/bash", str(checkout / "faldone")])
    assert done.returncode == 1
    assert f"sudo apt-get update && sudo apt-get install --no-install-recommends {package}" in done.stderr.replace(
        "tesseract-ocr tesseract-ocr-ita", "tesseract-ocr-ita"
    )
    assert not (checkout / ".venv").exists()


def test_it_speaks_italian_in_an_italian_terminal(checkout: Path, tmp_path: Path) -> None:
    path = tools_without(tmp_path / "tools", "tesseract")
    environ = environment(path) | {"LANG": "it_IT.UTF-8"}
    done = subprocess.run([f"{path}/bash", checkout / "faldone"], env=environ, capture_output=True, text=True)
    assert done.stderr.startswith("faldone: mancano dei programmi.")
    assert "missing" not in done.stderr
