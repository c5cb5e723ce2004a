"""The configuration: defaults, one file, the environment over it, and everything that is wrong told together."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.config import CHECKOUT, OWN_FOLDERS, Config, load
from app.config_file import BadConfiguration, Problem
from app.settings import SETTINGS
from intake.config import InboxConfig, OcrConfig
from intake.firms import Company
from storage.kinds import Area
from storage.users import Role
from web.config import SignInService

IGNORE = ("*.part", "*.tmp", "*.crdownload", "~$*", "Thumbs.db", "desktop.ini")


def written(folder: Path, text: str) -> Path:
    (folder / "faldone.yaml").write_text(text, "utf-8")
    return folder / "faldone.yaml"


def configured(folder: Path, text: str = "", **environment: str) -> Config:
    return load(written(folder, text), environment)


def problems(folder: Path, text: str, **environment: str) -> list[Problem]:
    with pytest.raises(BadConfiguration) as caught:
        configured(folder, text, **environment)
    return caught.value.problems


def told(folder: Path, text: str, **environment: str) -> list[tuple[str, str]]:
    return [(problem.where, problem.key) for problem in problems(folder, text, **environment)]


# defaults


def test_an_empty_file_gives_what_is_documented(tmp_path: Path) -> None:
    config = configured(tmp_path)
    data = tmp_path / "data"
    assert config.data_dir == data
    assert config.inbox == InboxConfig(data / "inbox", "auto", 2, IGNORE, 200)
    assert config.ocr == OcrConfig(("ita", "eng"), len(os.sched_getaffinity(0)), 120, 2000)
    assert (config.storage.url, config.storage.data_dir, config.storage.hard_links) == (None, data, False)
    assert config.storage.path_template == "{area}/{kind}/{year}/{counterpart}/{date} {kind} {number}"
    assert (config.index.engine, config.index.folder) == ("whoosh", data / "index")
    assert (config.web.host, config.web.port, config.web.languages) == ("127.0.0.1", 8010, ("it", "en"))
    assert (config.web.data_dir, config.web.inbox) == (data, data / "inbox")


_OF_A_SERVICE = (
    "issuer", "client_id", "client_secret", "client_secret_file", "label", "roles", "areas", "default_role"
)  # fmt: skip


def test_a_sign_in_service_is_read_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(" s3cret\n")
    text = (
        "sign_in:\n  issuer: https://login.example.it/\n  client_id: faldone\n  client_secret_file: secret\n"
        "  roles: {paghe: hr, tutti: reader}\n  areas: {direzione: [hr]}\n  default_role: reader\n  local: false\n"
    )
    wanted = configured(tmp_path, text, FALDONE_SIGN_IN_ROLES="paghe=hr, capi=administrator").web.sign_in
    assert wanted.service == SignInService(
        "https://login.example.it", "faldone", "s3cret", roles={"paghe": Role.HR, "capi": Role.ADMINISTRATOR},
        areas={"direzione": frozenset({Area.HR})}, default_role=Role.READER,
    )  # fmt: skip
    assert not wanted.local


def test_a_sign_in_service_that_cannot_work_is_refused(tmp_path: Path) -> None:
    text = (
        "sign_in:\n  issuer: http://login.example.it\n  client_secret: a\n  client_secret_file: nowhere\n"
        "  roles: {paghe: boss}\n  areas: [hr]\n  local: false\n"
    )
    assert told(tmp_path, text) == [
        ("faldone.yaml:2", "sign_in.issuer"), ("faldone.yaml:5", "sign_in.roles"), ("faldone.yaml:6", "sign_in.areas"),
        ("faldone.yaml:7", "sign_in.local"),
    ]  # fmt: skip
    text = text.replace("http:", "https:").replace("boss", "hr").replace("[hr]", "{a: [hr]}")
    assert [key for _, key in told(tmp_path, text)] == [
        "sign_in.client_id", "sign_in.client_secret", "sign_in.client_secret_file",
    ]  # fmt: skip


def test_the_shipped_file_says_what_the_defaults_are(tmp_path: Path) -> None:
    shipped = (CHECKOUT / "config.yaml").read_text("utf-8")
    assert configured(tmp_path, shipped) == configured(tmp_path)
    given = {
        f"{section}.{key}" if isinstance(values, dict) else section
        for section, values in yaml.safe_load(shipped).items()
        for key in (values if isinstance(values, dict) else [section] if section in SETTINGS else [])
    }
    commented = {"inbox.folder", "storage.url", "web.names", "company.name", "company.vat_id", "company.tax_code"}
    commented |= {"web.proxy", *(f"sign_in.{key}" for key in _OF_A_SERVICE)}
    assert given | commented == set(SETTINGS)
    for key in commented:
        assert f"# {key.split('.')[1]}: " in shipped


def test_whose_archive_it_is_may_be_one_firm_or_several(tmp_path: Path) -> None:
    one = "company:\n  name: Rossi, Verdi & C. S.n.c.\n  vat_id: '07643520567'\n"
    assert configured(tmp_path, one).company == Company(("Rossi, Verdi & C. S.n.c.",), ("IT07643520567",), ())
    several = configured(tmp_path, FALDONE_COMPANY_NAME="[Rossi S.r.l., Verdi S.p.A.]")
    assert several.company.names == ("Rossi S.r.l.", "Verdi S.p.A.")
    wrong = "company:\n  name: []\n  vat_id: IT07643520568\n  tax_code: 7643520567\n"
    assert told(tmp_path, wrong) == [("faldone.yaml:3", "company.vat_id"), ("faldone.yaml:4", "company.tax_code")]


def test_every_key_is_documented() -> None:
    text = (CHECKOUT / "docs" / "configuration.md").read_text("utf-8")
    assert [key for key in SETTINGS if f"`{key}`" not in text] == []


def test_the_documented_numbers_are_the_defaults() -> None:
    text = (CHECKOUT / "docs" / "configuration.md").read_text("utf-8")
    for key, setting in SETTINGS.items():
        if isinstance(setting.default, int) and key != "ocr.workers":
            assert f"| `{key}` | `{str(setting.default).lower()}` |" in text, key


# values


def test_relative_paths_count_from_the_file(tmp_path: Path) -> None:
    text = "data_dir: ../papers\ninbox: {folder: in}\nstorage: {url: sqlite:///db/x.db}"
    (tmp_path / "etc").mkdir()
    config = configured(tmp_path / "etc", text)
    assert config.data_dir == tmp_path / "papers"
    assert config.inbox.folder == tmp_path / "etc" / "in"
    assert config.storage.url == f"sqlite:///{tmp_path}/etc/db/x.db"


def test_an_absolute_address_and_a_server_s_stay_as_they_are(tmp_path: Path) -> None:
    url = "sqlite:////srv/perch%C3%A9.db"
    assert configured(tmp_path, f"storage: {{url: '{url}'}}").storage.url == url


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    config = configured(
        tmp_path,
        "web: {port: 8020, host: 0.0.0.0}\ninbox: {settle_seconds: 5}",
        FALDONE_WEB_PORT="8030",
        FALDONE_DATA_DIR="/srv/carte: Nord",
        FALDONE_INBOX_SETTLE_SECONDS="0.5",
        FALDONE_OCR_LANGUAGES="deu, fra",
        FALDONE_WEB_LANGUAGES="[en]",
        FALDONE_ARCHIVE_HARD_LINKS="true",
        FALDONE_ARCHIVE_PATH_TEMPLATE="{area}/{title}",
        FALDONE_OCR_WORKERS="",
        HOME="/root",
    )
    assert (config.web.port, config.web.host, config.web.languages) == (8030, "0.0.0.0", ("en",))
    assert config.data_dir == Path("/srv/carte: Nord")
    assert config.inbox.settle_seconds == 0.5
    assert config.ocr.languages == ("deu", "fra")
    assert (config.storage.hard_links, config.storage.path_template) == (True, "{area}/{title}")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "web:\n  # port: 1\n", "web: ~", "web: {port: }", "---\n", "\ufeffweb: {}"]
)
def test_what_says_nothing_is_the_default(tmp_path: Path, text: str) -> None:
    assert configured(tmp_path, text) == configured(tmp_path)


# mistakes


def test_all_mistakes_are_told_together_with_line_reason_and_remedy(tmp_path: Path) -> None:
    text = "data_dir: 5\nwebb: {port: 1}\nweb:\n  port: 99999\n  hots: x\ninbox:\n  watch: always\nindex: 5\n"
    found = problems(tmp_path, text, FALDONE_OCR_WORKERS="many", FALDONE_WEB_PRT="1")
    assert {(problem.where, problem.key) for problem in found} == {
        ("faldone.yaml:1", "data_dir"),
        ("faldone.yaml:2", "webb"),
        ("faldone.yaml:4", "web.port"),
        ("faldone.yaml:5", "web.hots"),
        ("faldone.yaml:7", "inbox.watch"),
        ("faldone.yaml:8", "index"),
        ("FALDONE_OCR_WORKERS", "ocr.workers"),
        ("ambiente/environment", "FALDONE_WEB_PRT"),
    }
    said = {problem.key: problem.message for problem in found}
    assert said["web.port"].en == "must be a whole number from 1 to 65535."
    assert said["web.port"].it == "serve un numero intero tra 1 e 65535."
    assert said["inbox.watch"].en == "choose one of: auto, native, polling."
    assert said["web.hots"].en.endswith("Perhaps web.host?")
    assert said["FALDONE_WEB_PRT"].en.endswith("Perhaps FALDONE_WEB_PORT?")
    assert "auto" in said["ocr.workers"].it


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ocr: {languages: [ita, klingon]}", "ocr.languages"),
        ("ocr: {languages: []}", "ocr.languages"),
        ("ocr: {workers: 0}", "ocr.workers"),
        ("ocr: {workers: true}", "ocr.workers"),
        ("inbox: {settle_seconds: -1}", "inbox.settle_seconds"),
        ("inbox: {settle_seconds: .nan}", "inbox.settle_seconds"),
        ("inbox: {ignore: {a: b}}", "inbox.ignore"),
        ("archive: {path_template: '{nobody}'}", "archive.path_template"),
        ("archive: {path_template: '../{title}'}", "archive.path_template"),
        ("archive: {hard_links: perhaps}", "archive.hard_links"),
        ("storage: {url: postgres}", "storage.url"),
        ("storage: {url: 'mysql://x/y'}", "storage.url"),
        ("storage: {url: 'sqlite+nothing:///x'}", "storage.url"),
        ("storage: {url: 'postgresql+psycopg://host:port/x'}", "storage.url"),
        ("storage: {url: 'sqlite://'}", "storage.url"),
        ("data_dir: ~nobody-of-that-name/data", "data_dir"),
        ('data_dir: "a\\0b"', "data_dir"),
        ('data_dir: "\\ud800"', "data_dir"),
        ("data_dir: 2026-13-45", "data_dir"),
        ("data_dir: &a [*a]", "data_dir"),
        ("web: {port: !!int x}", "web.port"),
        ("web: {port: !!bool x}", "web.port"),
        ("web: {port: !!timestamp x}", "web.port"),
        ("web: {port: !!python/object:os.system x}", "web.port"),
        ("? [a, b]\n: c", "?"),
    ],
)
def test_what_a_key_cannot_be(tmp_path: Path, text: str, key: str) -> None:
    assert told(tmp_path, text) == [("faldone.yaml:1", key)]


@pytest.mark.parametrize(
    "text", ["a: [", "\t- x", "- a list", "just words", "a: 1\n---\nb: 2", "[" * 1000, "\x00", "a: 'b"]
)
def test_what_is_no_yaml(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.key == "YAML"
    assert problem.where.startswith("faldone.yaml")


def test_a_key_given_twice(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "web: {port: 1}\nocr: {}\nweb: {port: 2}\n")
    assert (problem.where, problem.key) == ("faldone.yaml:3", "web.port")
    assert "faldone.yaml:1" in problem.message.it


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration) as caught:
        load(tmp_path / "nowhere.yaml", {})
    assert [problem.where for problem in caught.value.problems] == ["nowhere.yaml"]


@pytest.mark.parametrize(
    "inbox", [".", "./data", "/", *(f"./data/{name}" for name in OWN_FOLDERS), "data/originals/ab"]
)
def test_an_inbox_that_would_swallow_the_archive_is_refused(tmp_path: Path, inbox: str) -> None:
    assert told(tmp_path, f"inbox: {{folder: {inbox}}}") == [("faldone.yaml:1", "inbox.folder")]


def test_a_link_to_the_archive_is_no_other_place(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to("data")
    assert told(tmp_path, "inbox: {folder: link}") == [("faldone.yaml:1", "inbox.folder")]
    assert configured(tmp_path, "inbox: {folder: link/in}").inbox.folder == tmp_path / "data" / "in"


# anything at all

_KEYS = st.sampled_from([*SETTINGS, *{key.split(".")[0] for key in SETTINGS}, "x"])
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates()
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner)
)
_TREES = st.dictionaries(
    _KEYS, _VALUES | st.dictionaries(st.sampled_from([k.split(".")[-1] for k in SETTINGS]), _VALUES)
)
_PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "web",
                "port",
                "data_dir",
                ": ",
                "\n",
                "  ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                "&a ",
                "*a",
                "<<",
                "? ",
                "| ",
                "> ",
            ),
            *("!!int ", "!!set ", "!!binary ", "!!timestamp ", "!!python/name:os ", "'", '"', "\\ud800", "#", "---\n"),
            *("%", "@", "\x07", "1:30", "0x", "2026-02-30", "~", ",", "\t", "é", "0o9", "1e999"),
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=80, deadline=None)
@given(st.text() | _PIECES | _TREES.map(lambda tree: yaml.safe_dump(tree)))
def test_any_text_is_a_configuration_or_a_list_of_mistakes(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        assert isinstance(load(folder / "any.yaml", {}), Config)
    except BadConfiguration as wrong:
        assert all(p.where and p.key and p.message.it and p.message.en for p in wrong.problems)
        assert wrong.problems


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(SETTINGS)), st.text(max_size=20) | _PIECES)
def test_any_variable_is_a_configuration_or_a_mistake(key: str, value: str) -> None:
    try:
        load(CHECKOUT / "config.yaml", {f"FALDONE_{key.replace('.', '_').upper()}": value})
    except BadConfiguration as wrong:
        assert len(wrong.problems) == 1
