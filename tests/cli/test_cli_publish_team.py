"""`publish team`: a real journal with a secret in every field, published for the office, and all that refuses it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from canaries import CANARIES, EVENT, PERSON, SHARED

from netjudge_plugin import proving
from netjudge_plugin.mkdocs.options import settings_from_file
from netjudge_plugin.model.proof import Trouble
from netjudge_plugin.publish.target import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS_YML = """
    site_name: わたしの記録
    theme: {name: material, language: ja, font: false}
    plugins:
      - search
      - netjudge: {today: 2026-11-23, purpose: 連絡のため, member: 大野 真, team_name: みなと坂事務所,
                   extra_fields: [secret_thing]%s}
    """
MEETING = """
    ---
    title: 秋の研究会
    date: 2026-06-01
    place: みなとホール
    share: team
    contacts:
      - person: 佐藤 健一
        note: 隣に座った
      - person: 秘密 太郎
        id: himitsu-taro-x
    ---
    """


@pytest.fixture
def office(draw, tmp_path_factory, monkeypatch):
    """A project whose journal shares one person and one event, with room for a target beside it."""

    def drawn(more="", **files):
        named = {name.replace("__", "/").replace("_", ".", 1): text for name, text in files.items()}
        folder = draw(
            {
                "mkdocs.yml": MKDOCS_YML % more,
                "docs/.keep": "",
                f"journal/2026/{CANARIES['file']}.md": EVENT,
                "journal/2026/b.md": MEETING,
                "journal/people/himitsu.md": PERSON,
                "journal/people/sato.md": SHARED,
                **named,
            }
        )
        target = tmp_path_factory.mktemp("desk") / "project"
        folder.rename(target)
        monkeypatch.chdir(target)
        return target

    return drawn


def leaks_of(target: Path, project: Path):
    """What the scan finds in a target, with nothing shared but what the journal shares now."""
    site = target.parent / "looked-at"
    shutil.copytree(target, site, ignore=shutil.ignore_patterns("netjudge-*.json"), dirs_exist_ok=True)
    return [
        leak
        for leak in proving.prove(site, settings_from_file(project / "mkdocs.yml"), expected=proving.accounted(
            site, proving.NO_CONTROL, [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
        )).leaks
        if not leak.file.startswith("assets/javascripts/")
    ]  # fmt: skip


def test_what_is_shared_is_published_and_nothing_else(run, office):
    project = office()
    target = project.parent / "share"
    ran = run("publish", "team", "--to", target)
    assert ran.code == 0, ran.err
    assert "見つかりませんでした" in ran.err  # the proof says what it looked through
    assert "名前 " in ran.err
    page = (target / "people" / "sato-kenichi.html").read_text("utf-8")
    assert "佐藤 健一" in page
    assert "相続のことなら気軽に聞けます" in page
    assert "秋の研究会" in (target / "events" / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert leaks_of(target, project) == []
    everything = [*CANARIES.values(), "隣に座った", "わたしの記録"]
    for path in (path for path in target.rglob("*") if path.is_file()):
        data = path.read_bytes()
        assert not [text for text in everything if text.encode() in data or text in path.name], path


def test_every_canary_is_in_the_private_site(run, office):
    """The positive control: what the proof does not find in the one it finds in the other."""
    project = office()
    target = project.parent / "mine"
    assert run("publish", "private", "--to", target).code == 0
    site = project.parent / "looked-at"
    shutil.copytree(target, site)
    found = proving.prove(site, settings_from_file(project / "mkdocs.yml"), expected=()).leaks
    kinds = {leak.kind for leak in found if leak.trouble is Trouble.SECRET}
    unshown = {"share-note", "file"}  # a page has neither
    assert kinds >= {"name", "reading", "address", "alias", "email", "phone", "firm", "title", "place", "tag",
                     "impression", "topic", "note", "promise", "reason", "line"} - unshown  # fmt: skip


def test_twice_the_same_changes_nothing(run, office, fingerprint):
    project = office()
    target = project.parent / "share"
    run("publish", "team", "--to", target)
    before = fingerprint(target)
    ran = run("publish", "team", "--to", target)
    assert (ran.code, fingerprint(target)) == (0, before)
    assert ran.out.startswith("変更なし。")


def test_private_things_that_change_publish_nothing_anew(run, office):
    project = office()
    target = project.parent / "share"
    run("publish", "team", "--to", target)
    path = project / "journal" / "2026" / "b.md"
    path.write_text(path.read_text("utf-8").replace("隣に座った", "向かいに座った"), encoding="utf-8")
    (project / "journal" / "people" / "x.md").write_text("---\nperson: 新しい 人\n---\n", encoding="utf-8")
    assert run("publish", "team", "--to", target).out.startswith("変更なし。")


def test_who_is_private_again_is_gone_from_the_target(run, office):
    project = office()
    target = project.parent / "share"
    run("publish", "team", "--to", target)
    path = project / "journal" / "people" / "sato.md"
    path.write_text(path.read_text("utf-8").replace("share: team\n", ""), encoding="utf-8")
    ran = run("publish", "team", "--to", target)
    assert ran.code == 0, ran.err
    assert "要らなくなったファイル" in ran.out
    assert not (target / "people").exists()
    assert leaks_of(target, project) == []
    assert "佐藤" not in "".join(path.read_text("utf-8", "replace") for path in target.rglob("*.*") if path.is_file())
    assert "sato" not in (target / MANIFEST).read_text("utf-8")


QUOTING = "# 覚え書き\n\n隣の方は声が小さくて、鳥籠を三つ持っている。と聞きました。\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("memo.md", QUOTING, "memo.html: 日誌の「メモ」が、"),
        ("memo.md", "# 覚え書き\n\n<!-- 鳥籠の話ばかりする -->\n", "memo.html"),
        ("memo.md", "# 覚え書き\n\n![](https://img.example/a.png)\n", "img.example"),
        ("list.xlsx", "PK", "list.xlsx: "),
        ("kanaria.csv", "name\n秘密 太郎\n", "kanaria.csv: "),
    ],
)
def test_a_folder_of_pages_with_something_that_must_not_leave(run, office, name, text, said):
    project = office(", share_docs: pages", pages__keep_md="# 案内\n")
    (project / "pages" / name).write_text(text, encoding="utf-8")
    target = project.parent / "share"
    ran = run("publish", "team", "--to", target)
    assert ran.code == 4
    assert said in ran.err
    assert "鳥籠" not in ran.err
    assert "秘密" not in ran.err
    assert not target.exists()
    (project / "pages" / name).unlink()
    assert run("publish", "team", "--to", target).code == 0


def test_a_target_can_be_proved_at_any_time(run, office):
    project = office(", share_docs: pages", pages__index_md="# 案内\n")
    target = project.parent / "share"
    run("publish", "team", "--to", target)
    for name in ("netjudge-target.json", "netjudge-manifest.json"):
        (target / name).unlink()
    assert run("prove", target).code == 0
    assert "佐藤" not in (ran := run("prove", target, "--audience", "partners")).out
    assert ran.code == 4  # he is shared with the office alone
    (target / "index.html").write_text("鳥籠の話ばかりする", encoding="utf-8")
    assert run("prove", target).code == 4


def test_a_page_with_a_file_of_its_own_may_leave(run, office):
    project = office(", share_docs: pages", pages__index_md="# 案内\n\n[名簿](list.csv) を見てください。\n")
    (project / "pages" / "list.csv").write_text("a,b\n", encoding="utf-8")
    target = project.parent / "share"
    assert run("publish", "team", "--to", target).code == 0
    assert (target / "list.csv").exists()
    assert "案内" in (target / "index.html").read_text("utf-8")


def test_an_error_in_the_journal_publishes_nothing(run, office, fingerprint):
    project = office()
    target = project.parent / "share"
    run("publish", "team", "--to", target)
    before = fingerprint(target)
    (project / "journal" / "2026" / "c.md").write_text("---\ndate: [\n---\n", encoding="utf-8")
    ran = run("publish", "team", "--to", target)
    assert ran.code == 1
    assert "公開しませんでした" in ran.err
    assert fingerprint(target) == before


NOTED = "---\nperson: 佐藤 健一\nreading: さとう けんいち\nshare: team\nnote: うつ病で休んでいた{more}\n---\n"


def test_what_needs_special_care_has_to_be_settled_first(run, office):
    project = office()
    target = project.parent / "share"
    path = project / "journal" / "people" / "sato.md"
    path.write_text(NOTED.replace("{more}", ""), encoding="utf-8")
    for ran in (run("publish", "team", "--to", target), run("share")):
        assert ran.code == 1
        assert "shared-unsettled" in ran.err
        assert "うつ" not in ran.err + ran.out
    assert not target.exists()
    path.write_text(NOTED.replace("{more}", "\nconfirmed: ご本人が公にしている"), encoding="utf-8")
    assert run("publish", "team", "--to", target).code == 0


def test_a_site_for_oneself_is_refused_where_others_read(run, office):
    project = office()
    target = project.parent / "share"
    run("publish", "team", "--to", target)
    ran = run("publish", "private", "--to", target)
    assert ran.code == 4
    assert run("publish", "partners", "--to", target).code == 4


def test_other_offices_see_nobody_without_consent(run, office):
    project = office()
    target = project.parent / "share"
    assert run("publish", "partners", "--to", target).code == 0
    assert not (target / "people").exists()


def test_nobody_to_ask(run, project):
    ran = run("publish", "team", "--to", project.parent / "share")
    assert ran.code == 2
    assert "member" in ran.err


def test_a_colleague_who_publishes_to_the_same_folder_is_told_first(run, office):
    project = office()
    share = project.parent / "share"
    assert run("publish", "team", "--to", share).code == 0
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("member: 大野 真", "member: 森 花"), encoding="utf-8")
    ran = run("publish", "team", "--to", share)
    assert ran.code == 2
    assert "大野 真 さんのサイトがあります。" in ran.err
    assert "サイトを作っています" not in ran.err
    assert run("publish", "team", "--to", share, "--take-over").code == 0
    assert "森 花" in (share / "netjudge-target.json").read_text("utf-8")
