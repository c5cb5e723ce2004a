"""The command line, as whoever types it meets it: processes, their exit codes and what they print."""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from app.config import CHECKOUT
from app.lock import AlreadyRunning, ServiceLock, is_running
from tests.commanding import SAMPLES, Faldone, faldone_in

COMMANDS = ["run", "demo", "add", "search", "list", "status", "read", "separator", "reindex", "check", "user", "test"]


@pytest.fixture
def faldone(tmp_path: Path) -> Faldone:
    return faldone_in(tmp_path)


def brambilla() -> bytes:
    """An e-invoice whose supplier has a name that terminals might take for commands."""
    return (SAMPLES / "two_rates_instalments.xml").read_bytes().replace(b"Officine", b"[/b] Officine")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Faldone:
    """Two e-invoices, one under two names, and something that cannot be read."""
    faldone = faldone_in(tmp_path_factory.mktemp("archive"))
    papers = faldone.folder / "carte [b]"
    (papers / "hr").mkdir(parents=True)
    for name in ("a [red]x.xml", "the same.xml"):
        (papers / name).write_bytes(brambilla())
    shutil.copy(SAMPLES / "professional.xml", papers / "hr" / os.fsdecode(b"caff\xe8.xml"))
    (papers / "empty.pdf").write_bytes(b"")
    (papers / "half.pdf.part").write_bytes(b"x")
    done = faldone("add", papers)
    assert done.returncode == 1
    assert "Filed: 2; to review: 0; failed: 2; there already: 1" in done.stdout, done
    assert "empty.pdf: set aside: The file is empty" in done.stderr
    assert sorted(path.name for path in papers.iterdir() if path.is_file()) == [
        "a [red]x.xml", "empty.pdf", "half.pdf.part", "the same.xml",
    ]  # fmt: skip
    return faldone


# help and mistakes


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    done = CliRunner().invoke(cli, [command, "--help"])
    assert done.exit_code == 0
    assert command in done.output
    assert len(done.output.splitlines()) > 4
    assert f"## `{command}" in (CHECKOUT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("it_IT.UTF-8", ["avvia tutto", "ricostruisce l'indice di ricerca"]),
        ("en_GB.UTF-8", ["start everything", "make the search index again"]),
        (
            "C.UTF-8",
            ["avvia tutto / start everything", "ricostruisce l'indice di ricerca / make the search index again"],
        ),
    ],
)
def test_the_list_of_commands_is_in_order_and_whole(faldone: Faldone, language: str, words: list[str]) -> None:
    said = faldone("--help", language=language, columns=100).stdout
    listed = said.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in listed] == COMMANDS
    assert "..." not in "".join(listed)
    assert [line.split(None, 1)[1] for line in listed if line.split()[0] in ("run", "reindex")] == words


def test_a_wrong_configuration_is_told_whole_and_help_still_works(faldone: Faldone) -> None:
    (faldone.folder / "config.yaml").write_text("web:\n  port: many\n  prot: 1\nocr: {languages: [klingon]}\n")
    done = faldone("status")
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == [
        "config.yaml:3:",
        "config.yaml:4:",
        "config.yaml:2:",
    ]
    assert "klingon" not in done.stderr
    assert faldone.here("status", "--help").exit_code == 0
    (faldone.folder / "config.yaml").unlink()
    done = faldone("list", language="it_IT.UTF-8")
    assert done.returncode == 2
    assert done.stderr.startswith("config.yaml: --config: il file non si può leggere")


def test_a_wrong_command_line_is_no_traceback(faldone: Faldone) -> None:
    for wrong in (
        ["nothing"],
        ["read"],
        ["add", "nowhere"],
        ["search"],
        ["list", "--jsn"],
        ["search", "x", "--limit", "0"],
    ):
        done = faldone.here(*wrong)
        assert done.exit_code == 2
        assert done.stderr.startswith("Usage: ")


# read


def test_read_gives_an_object_for_each_file_in_order(faldone: Faldone) -> None:
    (faldone.folder / "empty.pdf").write_bytes(b"")
    (faldone.folder / "folder").mkdir()
    os.mkfifo(faldone.folder / "fifo")
    shutil.copy(SAMPLES / "professional.xml", faldone.folder / os.fsdecode(b"caff\xe8 [b].xml"))
    files = [
        "empty.pdf",
        SAMPLES / "professional.xml",
        "nowhere.xml",
        "folder",
        "fifo",
        os.fsdecode(b"caff\xe8 [b].xml"),
    ]
    done = faldone("read", "--json", *files)
    assert (done.returncode, done.stderr) == (1, "")
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert [found["file"] for found in objects] == [
        "empty.pdf", str(SAMPLES / "professional.xml"), "nowhere.xml", "folder", "fifo", "caff\ufffd [b].xml",
    ]  # fmt: skip
    assert [found.get("error", {}).get("code") for found in objects] == [
        "empty_file", None, "not_found", "not_found", "not_found", None,
    ]  # fmt: skip
    assert all(found["error"]["message"] for found in objects if "error" in found)
    read = objects[1]
    assert {
        "file",
        "kind",
        "kind_confidence",
        "language",
        "pages",
        "fields",
        "lists",
        "checks",
        "needs_review",
        "seconds",
    } == set(read)
    assert read["fields"]["number"].keys() >= {"value", "confidence", "source", "page", "box"}
    assert (read["kind"], read["fields"]["number"]["source"], read["pages"][0]["source"]) == ("invoice", "xml", "xml")
    assert not faldone.data.exists()


def test_read_shows_a_table(faldone: Faldone) -> None:
    name = "a [red]x \x1b[2J:smile:.xml"
    shutil.copy(SAMPLES / "professional.xml", faldone.folder / name)
    done = faldone("read", name, language="it_IT.UTF-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "a [red]x \ufffd[2J:smile:.xml" in done.stdout
    assert "Fattura (100%)" in done.stdout


# the archive


def test_list_has_every_document(archive: Faldone) -> None:
    documents = archive.objects("list", "--json")
    keys = {"id", "file", "sha256", "kind", "status", "revision", "path"}
    assert sorted((document["file"], document["status"]) for document in documents) == [
        ("a [red]x.xml", "filed"), ("bolla88.pdf", "set_aside"),  # attached to an invoice, and no PDF
        ("caff .xml", "filed"), ("empty.pdf", "set_aside"),
    ]  # fmt: skip
    assert all(set(document) - {"error"} == keys for document in documents)
    documents = [document for document in documents if document["file"] != "bolla88.pdf"]
    assert documents[1]["error"]["code"] == "empty_file"
    assert documents[1]["error"]["message_it"].startswith("Il file è vuoto")
    assert (archive.data / "archive" / documents[0]["path"]).read_bytes() == brambilla()
    done = archive("list", columns=200)
    assert done.returncode == 0
    assert "a [red]x.xml" in done.stdout
    assert "[/b] Officine" in done.stdout


def test_search_finds_words_and_leaves_out_words(archive: Faldone) -> None:
    found = archive.objects("search", "fattura", "--json")
    keys = {"id", "file", "kind", "counterpart", "date", "title", "score", "snippet", "area"}
    assert [set(hit) for hit in found] == [keys, keys]
    assert len(archive.objects("search", "fattura", "--json", "--limit", "1")) == 1
    first = archive.objects("search", "--json", "brambilla")
    assert [hit["file"] for hit in first] == ["a [red]x.xml"]
    assert [hit["file"] for hit in archive.objects("search", "--json", "fattura", "-brambilla")] == ["caff .xml"]
    assert archive.objects("search", "--json", "fattura", "-brambilla", "-schede") != []
    assert archive.objects("search", "--json", "nobodywrotethis") == []
    assert archive.here("search", "fattura").output.count("Fattura") >= 2


def test_status_counts(archive: Faldone) -> None:
    assert archive.objects("status", "--json") == [
        {
            "waiting": 0,
            "in_work": 0,
            "filed": 2,
            "to_review": 0,
            "set_aside": 2,
            "index_lag": 0,
            "running": False,
            "workers": 1,
        }
    ]
    assert "messi da parte  2" in archive("status", language="it_IT.UTF-8").stdout


def test_check_and_reindex(archive: Faldone) -> None:
    assert archive.here("check").exit_code == 0
    shutil.rmtree(archive.data / "index")
    done = archive.here("check")
    assert done.exit_code == 1
    assert "no search index" in done.stdout
    assert archive.here("search", "fattura").exit_code == 1
    assert archive.here("reindex").exit_code == 0
    stray = archive.data / "originals" / "ab" / ("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    document = archive.objects("list", "--json")[0]
    copy = archive.data / "archive" / document["path"]
    copy.write_bytes(b"edited")
    done = archive.here("check")
    assert done.exit_code == 1
    assert len(done.stdout.strip().splitlines()) == 2
    assert "no document knows it" in done.stdout
    assert "was edited" in done.stdout
    stray.unlink()
    copy.write_bytes(brambilla())
    assert archive.here("check").exit_code == 0


# one service


@pytest.fixture
def free_port() -> int:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_run_keeps_others_out_and_ends_in_time(tmp_path: Path, free_port: int) -> None:
    faldone = faldone_in(tmp_path, free_port)
    with faldone.start("run") as service:
        assert service.stdout is not None
        try:
            told = [service.stdout.readline() for _ in range(6)]
            assert told[0] == "Faldone is ready.\n"
            assert str(faldone.data / "inbox") in told[1]
            assert f"http://127.0.0.1:{free_port}/" in told[2]
            second = faldone("run")
            assert (second.returncode, second.stdout) == (1, "")
            assert second.stderr == f"Faldone is at work on {faldone.data} already (process {service.pid}).\n"
            assert faldone.objects("status", "--json")[0]["running"] is True
            shutil.copy(SAMPLES / "professional.xml", tmp_path)
            assert "Filed: 1" in faldone("add", tmp_path / "professional.xml").stdout
            began = time.monotonic()
        finally:
            service.terminate()
            said, complained = service.communicate(timeout=30)
    assert time.monotonic() - began < 10
    assert (service.returncode, said.splitlines()[-1], complained) == (0, "Faldone has ended.", "")


def test_a_taken_port_is_told_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = faldone_in(tmp_path, taken.getsockname()[1])("run")
    assert done.returncode == 1
    assert done.stderr.startswith("Port ")
    assert "web.port" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_lock_is_freed_and_looking_takes_nothing(tmp_path: Path) -> None:
    assert not is_running(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    with ServiceLock(tmp_path):
        assert is_running(tmp_path)
        assert is_running(tmp_path)
        with pytest.raises(AlreadyRunning, match=str(os.getpid())), ServiceLock(tmp_path):
            pass
    assert not is_running(tmp_path)
    with ServiceLock(tmp_path):
        assert is_running(tmp_path)
