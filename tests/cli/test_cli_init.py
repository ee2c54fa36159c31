"""`init`: a journal that works at once, in both languages, and never in anybody's way."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])
FILES = {
    "ja": {"docs/about.md", "journal/people/mihon-hanako.md", "journal/2026/2026-11-20-mihon.md"},
    "en": {"docs/about.md", "journal/people/rei-hanako.md", "journal/2026/2026-11-20-example.md"},
}
COMMON = {"mkdocs.yml", ".gitignore", "journal/criteria.yml", "journal/criteria.examples.yml"}


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def build(folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)


@pytest.fixture
def installed() -> None:
    """MkDocs finds the plugin only where the package is installed."""
    names = {found.name for found in entry_points(group="mkdocs.plugins")}
    if "netjudge" not in names:
        pytest.fail("The package is not installed in this interpreter: pip install -e '.[test]'")


@LANGUAGES
@pytest.mark.parametrize("simple", [(), ("--simple",)])
@pytest.mark.usefixtures("installed")
def test_a_new_journal_checks_judges_and_builds(run, tmp_path, monkeypatch, language, simple):
    folder = tmp_path / "私の 日誌"
    made = run("init", folder, "--language", language, "--date", "2026-11-20", *simple)
    assert (made.code, made.err) == (0, "")
    assert tree(folder) == COMMON | FILES[language] | {"journal/criteria/2026-11-20.yml"}
    assert all(name in made.out for name in tree(folder))
    monkeypatch.chdir(folder)
    checked = run("check", "--strict")
    assert checked.code == 0
    assert "missing-purpose" in checked.out
    assert {p["verdict"] for p in run("judge", "--json", "--today", "2026-11-23").json["people"]} == {
        "contact",
        "defer",
    }
    tried = run("criteria", "test", "--json").json
    assert len(tried["examples"]) == (10 if simple else 26)
    assert all(example["as_written"] for example in tried["examples"])
    built = build(folder)
    assert built.returncode == 0, built.stderr.decode("utf-8", "replace")
    log = built.stderr.decode("utf-8", "replace")
    assert "WARNING" not in log
    assert "ERROR" not in log
    index = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert ("見本 花子" if language == "ja" else "Hanako Rei") in index


@LANGUAGES
def test_files_are_utf_8_without_windows_line_ends(run, tmp_path, language):
    run("init", tmp_path / "x", "--language", language)
    for path in (tmp_path / "x").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"\r" not in data
            assert b"@" not in data.replace(b"@example", b"")
            assert data.decode("utf-8").endswith("\n")


def test_the_language_is_the_users(run, tmp_path):
    run("init", tmp_path / "en", NETJUDGE_LANG="en")
    assert "language: en" in (tmp_path / "en" / "mkdocs.yml").read_text(encoding="utf-8")
    run("init", tmp_path / "ja", NETJUDGE_LANG=None, LANG="ja_JP.UTF-8")
    assert "language: ja" in (tmp_path / "ja" / "mkdocs.yml").read_text(encoding="utf-8")


def test_today_without_a_date(run, tmp_path):
    run("init", tmp_path / "x")
    now = datetime.datetime.now().astimezone().date().isoformat()
    assert (tmp_path / "x" / "journal" / now[:4] / f"{now}-mihon.md").is_file()


def test_the_example_goes_without_a_trace(run, tmp_path, monkeypatch):
    run("init", tmp_path / "x", "--date", "2026-11-20")
    for name in FILES["ja"]:
        (tmp_path / "x" / name).unlink()
    monkeypatch.chdir(tmp_path / "x")
    assert run("check", "--strict").code == 0
    assert run("judge", "--json").json["people"] == []


@pytest.mark.parametrize("there", ["mkdocs.yml", "journal/criteria.yml", "journal/2026/2026-11-20-mihon.md", "docs"])
def test_what_exists_is_never_overwritten(run, tmp_path, fingerprint, there):
    path = tmp_path / there
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")  # docs: a file where a folder is needed
    before = fingerprint(tmp_path)
    ran = run("init", tmp_path, "--date", "2026-11-20")
    assert (ran.code, ran.out) == (2, "")
    assert str(path) in ran.err
    assert fingerprint(tmp_path) == before


def test_a_broken_link_is_something_that_exists(run, tmp_path):
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert run("init", tmp_path).code == 2
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_folder_with_other_things_in_it_is_fine(run, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "mine.md").write_text("mine", encoding="utf-8")
    assert run("init", tmp_path).code == 0
    assert (tmp_path / "docs" / "mine.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--date", "someday"), "日付として読めません"),
        (("--date", "latest_event"), "日付として読めません"),
        (("--date", "2999-01-01"), "今日までの日"),
        (("--language", "fr"), "ja と en"),
    ],
)
def test_wrong_wishes(run, tmp_path, wrong, said):
    ran = run("init", tmp_path / "x", *wrong)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "x").exists()


def test_the_readme_of_the_journal_tells_the_way_on(run, tmp_path):
    out = run("init", tmp_path / "x").out
    assert "mkdocs serve" in out
    assert "netjudge new" in out


@pytest.mark.usefixtures("installed")
def test_the_installed_command(tmp_path):
    command = shutil.which("netjudge", path=str(Path(sys.executable).parent))
    assert command, "the command netjudge is not beside this Python: pip install -e '.[test]'"
    made = subprocess.run([command, "init", tmp_path / "x"], capture_output=True, check=False, timeout=60)
    assert made.returncode == 0
    checked = subprocess.run([command, "check"], cwd=tmp_path / "x", capture_output=True, check=False, timeout=60)
    assert checked.returncode == 0
