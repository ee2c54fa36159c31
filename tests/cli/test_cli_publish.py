"""`publish` on a real journal: built, looked through, published, and every way in which it ends."""

from __future__ import annotations

import datetime
import os
import re
import signal
import subprocess
import sys
import tempfile

import pytest

from netjudge_plugin.cli import publishing
from netjudge_plugin.locale import catalogue
from netjudge_plugin.publish import lock
from netjudge_plugin.publish.folder import FolderTarget
from netjudge_plugin.publish.stopped import REASONS, Stopped
from netjudge_plugin.publish.target import LOCK, MANIFEST, MARKER

TARGETS = "{自分用: {audience: private, to: ../share}, 事務所: {audience: team, to: ../office}}"
BROKEN = "---\ndate: 2026-11-21\nnonsense: 秘密の中身\n---\n"


@pytest.fixture
def project(project, tmp_path_factory, monkeypatch):
    """The project of these tests, with room for a share beside it."""
    folder = tmp_path_factory.mktemp("desk") / "project"
    project.rename(folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def share(project):
    return project.parent / "share"


def with_targets(project):
    """Name the targets in the configuration."""
    path = project / "mkdocs.yml"
    text, purpose = path.read_text("utf-8"), "purpose: 連絡のため"
    assert purpose in text
    path.write_text(text.replace(purpose, f"{purpose}, targets: {TARGETS}"), encoding="utf-8")


def test_a_site_is_published(run, share, fingerprint, project):
    before = fingerprint(project)
    ran = run("publish", "private", "--to", share)
    assert ran.code == 0, ran.err
    count = len([path for path in share.rglob("*") if path.is_file()]) - 2
    assert ran.out == f"{share} に公開しました。\n  新しいファイル: {count} 件\n"
    assert ran.err == "サイトを作っています（自分だけ）。\n"
    assert "佐藤 美咲" in (share / "people" / "sato-misaki" / "index.html").read_text("utf-8")
    assert {MARKER, MANIFEST} <= {path.name for path in share.iterdir()}
    assert not (share / LOCK).exists()
    assert fingerprint(project) == before


def test_twice_the_same_says_so_and_touches_nothing(run, share, fingerprint):
    run("publish", "private", "--to", share)
    before = fingerprint(share)
    ran = run("publish", "private", "--to", share)
    assert ran.code == 0
    assert ran.out.startswith(f"変更なし。{share} は、すでにこのサイトのとおりです（")
    assert fingerprint(share) == before


def test_another_meeting_changes_what_it_concerns(run, share, project, fingerprint):
    """田中さん is mentioned on some pages; the page of 佐藤 花 stays as it is, to the time of its file."""
    run("publish", "private", "--to", share)
    before = fingerprint(share)
    event = project / "journal" / "2026" / "2026-11-20-aki.md"
    event.write_text(event.read_text("utf-8").replace("返信を急かされそう", "話をよく聞く"), encoding="utf-8")
    ran = run("publish", "private", "--to", share)
    assert ran.code == 0
    after = fingerprint(share)
    changed = {name for name in after if after[name] != before[name]}
    assert "people/tanaka-ken/index.html" in changed
    assert "people/sato-hana/index.html" not in changed
    assert not [name for name in changed if name.startswith("assets/")]


def test_a_dry_run_lists_and_changes_nothing(run, share):
    ran = run("publish", "private", "--to", share, "--dry-run")
    assert ran.code == 0
    assert "まだ何も変えていません" in ran.out
    assert "  …ほか " in ran.out
    assert ran.out.index("  index.html") < ran.out.index(".js")  # (pages before what they need)
    assert not share.exists()


def test_names_of_the_configuration(run, share, project):
    with_targets(project)
    assert run("publish", "private", "--to", "自分用").code == 0
    assert (share / "index.html").exists()
    assert run("publish", "private").out.startswith("変更なし")


def test_a_name_that_is_another_audience_s(run, project):
    with_targets(project)
    ran = run("publish", "private", "--to", "事務所")
    assert ran.code == 4
    assert "事務所 は team のための公開先です。" in ran.err
    assert not (project.parent / "office").exists()


def test_without_a_target(run, project):
    ran = run("publish", "private")
    assert ran.code == 2
    assert "--to" in ran.err
    with_targets(project)
    text = (project / "mkdocs.yml").read_text("utf-8").replace("audience: team", "audience: private")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert "自分用, 事務所" in run("publish", "private").err


def test_relative_paths_start_where_they_are_written(run, project, share, monkeypatch):
    with_targets(project)
    (project.parent / "desk").mkdir()
    monkeypatch.chdir(project.parent / "desk")
    assert run("publish", "private", "-f", "../project/mkdocs.yml", "--to", "自分用").code == 0
    assert share.exists()
    assert run("publish", "private", "-f", "../project/mkdocs.yml", "--to", "./here").code == 0
    assert (project.parent / "desk" / "here" / "index.html").exists()


def test_an_error_in_the_journal_changes_nothing(run, share, project, fingerprint):
    run("publish", "private", "--to", share)
    before = fingerprint(share)
    (project / "journal" / "broken.md").write_text(BROKEN, encoding="utf-8")
    ran = run("publish", "private", "--to", share)
    assert ran.code == 1
    assert "journal/broken.md:3:1: unknown-field" in ran.err
    assert "公開先は前のままです。" in ran.err
    assert "秘密の中身" not in ran.err + ran.out
    assert fingerprint(share) == before


def test_warnings_are_counted_and_do_not_keep_it_back(run, share, project):
    warned = "---\ndate: 2026-11-21\ncontacts: [{person: 佐藤 美咲, impressions: [ないことば]}]\n---\n"
    (project / "journal" / "warned.md").write_text(warned, encoding="utf-8")
    ran = run("publish", "private", "--to", share)
    assert ran.code == 0
    assert "警告が 1 件" in ran.err


def test_a_page_of_one_s_own_with_a_dead_link_is_told_of(run, share, project):
    (project / "docs" / "memo.md").write_text("[x](missing.md)\n", encoding="utf-8")
    ran = run("publish", "private", "--to", share)
    assert ran.code == 0
    assert "MkDocs: " in ran.err
    assert "missing.md" in ran.err


def test_a_site_that_would_ask_others_is_not_published(run, share, project):
    text = (project / "mkdocs.yml").read_text("utf-8").replace(", font: false", "")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    ran = run("publish", "private", "--to", share)
    assert ran.code == 4
    assert "index.html" in ran.err
    assert "fonts.googleapis.com" in ran.err
    assert "font: false" in ran.err
    assert not share.exists()


def test_a_folder_of_others_is_refused_before_anything_is_built(run, share):
    share.mkdir()
    (share / "契約書.docx").write_text("!", encoding="utf-8")
    ran = run("publish", "private", "--to", share)
    assert ran.code == 2
    assert "  契約書.docx" in ran.err
    assert "サイトを作っています" not in ran.err
    assert [path.name for path in share.iterdir()] == ["契約書.docx"]


def test_a_team_s_target_gets_no_private_site(run, share, fingerprint):
    run("publish", "private", "--to", share)
    (share / MARKER).write_text('{"format": 1, "audience": "team"}', encoding="utf-8")
    before = fingerprint(share)
    ran = run("publish", "private", "--to", share)
    assert ran.code == 4
    assert "team のための公開先" in ran.err
    assert fingerprint(share) == before


@pytest.mark.parametrize("to", ["journal", "docs/x", "site", "."])
def test_never_into_the_journal_or_what_the_site_is_made_of(run, project, to, fingerprint):
    before = fingerprint(project)
    assert run("publish", "private", "--to", to).code == 2
    assert fingerprint(project) == before


def test_a_share_that_is_not_there(run, project):
    ran = run("publish", "private", "--to", project.parent / "mnt" / "share")
    assert ran.code == 2
    assert "つながっているか" in ran.err


def test_a_locked_target(run, share):
    run("publish", "private", "--to", share)
    now = datetime.datetime.now(datetime.UTC)
    (share / LOCK).write_bytes(lock.written(lock.Holder("office-pc", "花子", 1, "x", now, now)))
    ran = run("publish", "private", "--to", share)
    assert ran.code == 5
    assert "office-pc の 花子 さん" in ran.err
    assert f"{now.astimezone():%Y-%m-%d %H:%M}" in ran.err
    ran = run("publish", "private", "--to", share, "--break-lock")
    assert ran.code == 0
    assert "続きを引き受けました" in ran.out


def test_a_page_that_must_go_and_cannot_is_said_loudly(run, share, project, monkeypatch):
    run("publish", "private", "--to", share)
    event = project / "journal" / "2026" / "2026-11-20-aki.md"
    text = event.read_text("utf-8")
    event.write_text(text[: text.index("  - 名前: 佐藤 花")] + "---\n", encoding="utf-8")

    def held(_self, _name):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(FolderTarget, "delete", held)
    monkeypatch.setattr(lock.Lock, "release", lambda _: (share / LOCK).unlink())
    ran = run("publish", "private", "--to", share)
    assert ran.code == 3
    assert "まだ消せていません" in ran.err
    assert "  people/sato-hana/index.html" in ran.err
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert run("publish", "private", "--to", share).code == 0
    assert not (share / "people" / "sato-hana").exists()


def test_verify(run, share):
    run("publish", "private", "--to", share)
    assert run("publish", "private", "--to", share, "--verify").code == 0
    page = share / "people" / "sato-hana" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"<html", b"<HTML"))
    ran = run("publish", "private", "--to", share, "--verify")
    assert ran.code == 1
    assert "  people/sato-hana/index.html" in ran.out
    assert "--recheck" in ran.out
    assert run("publish", "private", "--to", share, "--recheck").code == 0
    assert run("publish", "private", "--to", share, "--verify").code == 0


def test_verify_what_is_unfinished(run, share):
    run("publish", "private", "--to", share)
    (share / MANIFEST).write_text('{"format": 1, "complete": false, "files": {}}', encoding="utf-8")
    assert run("publish", "private", "--to", share, "--verify").code == 3


def test_an_audience_that_does_not_exist(run, share):
    ran = run("publish", "everybody", "--to", share)
    assert ran.code == 2
    assert "private, team, partners" in ran.err


def test_the_same_day_and_journal_give_the_same_bytes_anywhere(really, project):
    """Two shares, two hash seeds, and a date that is said."""
    folder = project.parent
    for share, seed in (("one", "1"), ("two", "7")):
        really("publish", "private", "--to", folder / share, "--today", "2026-11-30",
               cwd=project, PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1795000000")  # fmt: skip
    texts = [
        {path.relative_to(folder / share).as_posix(): path.read_bytes() for path in (folder / share).rglob("*.*")
         if path.is_file()}
        for share in ("one", "two")
    ]  # fmt: skip
    assert len(texts[0]) > 30
    assert texts[0] == texts[1]
    assert "2026-11-30" in texts[0]["index.html"].decode() or "11月30日" in texts[0]["index.html"].decode()


def test_ctrl_c_ends_it_there_and_leaves_nothing(project, share):
    """While the site is built: no lock, no folder of ours, and a code that says so."""
    command = [sys.executable, "-m", "netjudge_plugin", "publish", "private", "--to", str(share)]
    environment = {**os.environ, "NETJUDGE_LANG": "ja", "PYTHONUTF8": "1"}
    before = {name for name in os.listdir(tempfile.gettempdir()) if name.startswith("netjudge-")}  # noqa: PTH208
    process = subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True)
    process.stderr.readline()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert said.split() == ["途中でやめました。もう一度実行すると、続きから公開します。"]
    assert not share.exists()
    after = {name for name in os.listdir(tempfile.gettempdir()) if name.startswith("netjudge-")}  # noqa: PTH208
    assert after <= before


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_its_words(reason, language):
    """With no more facts than those that are always there."""
    names = "target why file folder there audience host user since count limit needed free kind fingerprint member"
    facts = dict.fromkeys([*names.split(), "how", "missing"], "x")
    end = Stopped(reason, facts, listed=["a.html"])
    said = publishing.stopped(end, catalogue(language))
    assert said.endswith("\n  a.html")
    assert not re.search(r"[{}]", said)


def test_no_reason_is_told_of_that_is_not_there():
    told = {key.removeprefix("publish.stopped.") for key in catalogue("ja").texts if key.startswith("publish.stopped.")}
    assert told == set(REASONS)


def test_a_name_that_no_target_has_is_no_folder(run, project, share):
    config = (project / "mkdocs.yml").read_text("utf-8")
    named = f"targets: {{自分用: {{audience: private, to: '{share}'}}}}, purpose:"
    (project / "mkdocs.yml").write_text(config.replace("purpose:", named), encoding="utf-8")
    ran = run("publish", "private", "--to", "自分よう")
    assert (ran.code, "自分用" in ran.err) == (2, True)
    assert not (project / "自分よう").exists()
    assert run("publish", "private", "--to", "./自分よう").code == 0
