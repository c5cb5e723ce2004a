"""An index comes to harm: that is noticed, said, and nothing hangs. Built again, it answers as before."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from index.config import IndexConfig
from index.engines import ENGINES, open_index
from index.errors import IndexBusy, IndexDamaged, IndexMissing, IndexOutdated, IndexUnusable
from index.folder import IndexFolder
from index.search_index import SearchIndex
from tests.indexing import count, document, ids, opened
from tests.waiting import eventually

ROOT = Path(__file__).parents[1]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def index(engine: str, tmp_path: Path) -> Iterator[SearchIndex]:
    index = opened(engine, tmp_path)
    index.reset()
    for id in range(1, 12):
        index.update([document(id, f"parola numero{id}")])
    yield index
    index.close()


def current(folder: Path) -> Path:
    return folder / "index" / str(json.loads((folder / "index" / "current.json").read_text())["folder"])


def largest_file(folder: Path) -> Path:
    return max((path for path in current(folder).iterdir() if path.is_file()), key=lambda path: path.stat().st_size)


def cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def overwrite(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 64] = os.urandom(64)
    path.write_bytes(data)


HARM: list[Callable[[Path], None]] = [cut, overwrite, Path.unlink]


@pytest.mark.parametrize("harm", HARM)
def test_a_harmed_file_is_noticed_when_the_index_is_opened(
    index: SearchIndex, engine: str, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(largest_file(tmp_path))
    fresh = opened(engine, tmp_path)
    with pytest.raises(IndexDamaged) as damage:
        fresh.check()
    assert damage.value.message.it
    assert fresh.is_suspect()
    fresh.reset()
    fresh.check()
    assert not fresh.is_suspect()
    fresh.update([document(1, "parola")])
    assert (ids(fresh, "parola"), ids(index, "parola")) == ([1], [1])


@pytest.mark.parametrize("harm", [cut, Path.unlink])
def test_a_searcher_that_meets_a_damage_leaves_word(
    index: SearchIndex, engine: str, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(largest_file(tmp_path))
    with pytest.raises(IndexDamaged):
        count(opened(engine, tmp_path), "parola")
    assert index.is_suspect()
    with pytest.raises(IndexDamaged):
        index.check()


@pytest.mark.parametrize("harm", HARM)
def test_whatever_file_is_harmed_a_search_is_right_or_says_so(
    index: SearchIndex, engine: str, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    shutil.copytree(tmp_path, tmp_path / "copy")
    names = [path.name for path in current(tmp_path).iterdir() if path.is_file()]
    for name in names:
        shutil.rmtree(tmp_path / "index")
        shutil.copytree(tmp_path / "copy" / "index", tmp_path / "index")
        harm(current(tmp_path) / name)
        for use in (SearchIndex.check, lambda fresh: fresh.update([document(1, "parola")])):
            fresh = opened(engine, tmp_path)
            with suppress(IndexUnusable):
                use(fresh)
                assert len(ids(fresh, "parola")) == 11, name


def test_a_word_left_without_reason_is_forgotten(index: SearchIndex, tmp_path: Path) -> None:
    IndexFolder(tmp_path / "index", "").report_damage()
    assert index.is_suspect()
    index.check()
    assert not index.is_suspect()


def test_an_index_of_another_version_is_told_from_a_damage(index: SearchIndex, engine: str, tmp_path: Path) -> None:
    stamp = tmp_path / "index" / "current.json"
    was = json.loads(stamp.read_text())
    for content in (json.dumps(was | {"version": "other"}), "", "[]", json.dumps(was | {"folder": "../.."})):
        stamp.write_text(content)
        for use in (opened(engine, tmp_path).check, lambda: count(index), lambda: index.update([document(1)])):
            with pytest.raises(IndexOutdated):
                use()


def test_an_index_whose_folder_was_emptied_is_missing(index: SearchIndex, engine: str, tmp_path: Path) -> None:
    current(tmp_path).rename(tmp_path / "elsewhere")
    with pytest.raises(IndexMissing):
        opened(engine, tmp_path).check()


def in_another_process(engine: str, folder: Path, code: str) -> subprocess.Popen[str]:
    start = (
        f"from pathlib import Path\nfrom tests.indexing import *\nindex = opened({engine!r}, Path({str(folder)!r}))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", start + code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_another_process_reads_what_this_one_writes(index: SearchIndex, engine: str, tmp_path: Path) -> None:
    code = "import sys\nfor line in sys.stdin: print(ids(index, line.strip()), flush=True)"
    with in_another_process(engine, tmp_path, code) as reader:
        assert reader.stdin and reader.stdout

        def asked(typed: str) -> str:
            print(typed, file=reader.stdin, flush=True)
            return reader.stdout.readline().strip() if reader.stdout else ""

        assert asked("numero7") == "[7]"
        index.update([document(70, "titanio")])
        assert asked("titanio") == "[70]"
        for _ in range(3):
            replacement = index.replacement()
            replacement.add([document(71, "vanadio")])
            replacement.take_over(list)
            replacement.close()
            assert asked("vanadio") == "[71]"
        index.update([document(72, "cromo")])
        assert asked("cromo") == "[72]"
        reader.stdin.close()


@pytest.mark.parametrize("work", ["index.update([document(99, 'nuova')])", "replacement.add([document(99, 'nuova')])"])
def test_a_writer_killed_at_any_moment_leaves_a_sound_index_and_no_lock(
    index: SearchIndex, engine: str, tmp_path: Path, work: str
) -> None:
    code = f"import sys\nreplacement = index.replacement()\nprint('ready', flush=True)\nwhile True: {work}"
    for moment in range(4):
        with in_another_process(engine, tmp_path, code) as writer:
            assert writer.stdout and writer.stdout.readline() == "ready\n"
            eventually(lambda n=moment: n == 0 or len(list((tmp_path / "index").rglob("*"))) > n * 10)  # type: ignore[misc]
            writer.send_signal(signal.SIGKILL)
        fresh = opened(engine, tmp_path)
        fresh.check()
        assert len(ids(fresh, "parola")) == 11
        fresh.update([document(100 + moment, "dopo")])
        replacement = fresh.replacement()
        replacement.close()
        fresh.close()
    assert count(index, "dopo") == 4
    index.remove([99])
    assert count(index) == 15


def test_who_writes_while_another_does_waits_and_then_says_so(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path, "1")
    with folder.lock("writer", 1):
        with pytest.raises(IndexBusy), folder.lock("writer", 0.05):
            pass
        with folder.lock("rebuild", 0):
            pass
    with folder.lock("writer", 0):
        pass


def test_a_rebuild_leaves_nothing_of_the_old_behind(index: SearchIndex, tmp_path: Path) -> None:
    (tmp_path / "index" / "abandoned").mkdir()
    replacement = index.replacement()
    replacement.take_over(list)
    replacement.close()
    assert [path for path in (tmp_path / "index").iterdir() if path.is_dir()] == [current(tmp_path)]


def test_an_engine_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="whoosh"):
        open_index(IndexConfig("lucene", tmp_path))
