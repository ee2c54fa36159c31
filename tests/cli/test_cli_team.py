"""`team`: the office's site out of what its members shared."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import duckdb
import pytest
from shared import knows, someone

from netjudge_plugin.interop import share_json, share_parquet
from netjudge_plugin.interop.judgement_json import written

NAKAMURA = someone("中村 浩司", "司法書士", reading="なかむら こうじ", id="nakamura")


@pytest.fixture
def office(draw, monkeypatch):
    """A folder with the shares of two members, and nothing else."""
    folder = draw({"shares/.keep": ""})
    (folder / "shares" / ".keep").unlink()
    put(folder, knows("大野 真", NAKAMURA))
    put(folder, knows("林 誠", replace(NAKAMURA, firm="別の事務所")))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return folder


def put(folder, share, name=None):
    path = folder / "shares" / (name or f"{share.member}.json")
    path.write_text(written(share_json.report(share)), encoding="utf-8")
    return path


def test_a_site_without_any_configuration(office, run):
    done = run("team", "--in", "shares", "-d", "site", "--name", "みなと事務所")
    assert (done.code, done.err) == (0, "")
    page = (office / "site" / "people" / "nakamura-koji.html").read_text(encoding="utf-8")
    assert ">大野 真</a>さんに声をかける" in page
    assert ">林 誠</a>さんに声をかける" in page
    assert "<title>中村 浩司 - みなと事務所</title>" in page
    named = run("team", *sorted((office / "shares").iterdir()), "-d", "other", "--name", "みなと事務所")
    assert named.code == 0
    assert bytes_of(office / "site") == bytes_of(office / "other")


def bytes_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_site_is_made_anew_but_nothing_else_is_ever_deleted(office, run):
    for _ in range(2):
        assert run("team", "--in", "shares", "-d", "site").code == 0
    (office / "photos").mkdir()
    (office / "photos" / "a.jpg").write_text("x")
    done = run("team", "--in", "shares", "-d", "photos")
    assert done.code == 2
    assert "消してしまわないよう" in done.err
    assert (office / "photos" / "a.jpg").exists()
    assert run("team", "--in", "shares", "-d", "photos/a.jpg").code == 2


def test_in_english(office, run):
    assert run("team", "--in", "shares", "-d", "site", "--language", "en").code == 0
    page = (office / "site" / "people" / "nakamura-koji.html").read_text(encoding="utf-8")
    assert re.search(r'Ask <a [^>]* lang="ja">大野 真</a>', page)
    assert "Judicial Scrivener" in page
    assert '<html lang="en"' in page


def test_a_share_that_is_wrong_makes_no_site(office, run):
    put(office, knows("大野　真"), "z.json")
    (office / "shares" / "broken.json").write_text("{", encoding="utf-8")
    done = run("team", "--in", "shares", "-d", "site")
    assert (done.code, done.out) == (1, "")
    assert "shares/broken.json:1:1: share-unreadable" in done.err
    assert "share-member-twice" in done.err
    assert not (office / "site").exists()


def test_a_site_for_other_offices_takes_only_what_was_shared_with_them(office, run):
    done = run("team", "--in", "shares", "-d", "site", "--audience", "partners")
    assert done.code == 1
    assert done.err.count("share-audience") == 2
    put(office, knows("山田", NAKAMURA, audience="partners"), "p.json")
    done = run("team", "shares/p.json", "-d", "site", "--audience", "partners")
    assert done.code == 0
    assert "同意を得た方だけ" in (office / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--in", "shares"),
        ("--in", "nowhere", "-d", "site"),
        ("-d", "site"),
        ("nothing.json",),
        ("-f", "no.yml", "-d", "x"),
    ],
)
def test_what_cannot_be_done(arguments, office, run):
    done = run("team", *arguments)
    assert done.code in {1, 2}
    assert done.err
    assert not (office / "site").exists()


def test_a_large_file_is_not_read(office, run):
    (office / "shares" / "large.json").write_bytes(b" " * (16 * 1024 * 1024 + 1))
    assert "file-too-large" in run("team", "--in", "shares", "-d", "site").err


@pytest.mark.usefixtures("office")
def test_many_shares_as_one_table(run):
    assert run("team", "--in", "shares", "--parquet", "all.parquet").code == 0
    question = "SELECT member FROM 'all.parquet' WHERE list_contains(professions, '司法書士') ORDER BY member"
    assert duckdb.sql(question).fetchall() == [("大野 真",), ("林 誠",)]


def test_a_table_with_something_private_in_it_is_not_written(project, run, draw, monkeypatch):
    draw({"journal/people/sato.md": "---\n名前: 佐藤 美咲\n共有: 事務所内\nメモ: ひみつのメモ\n---\n"})
    table = ("--parquet", "all.parquet", "--member", "大野 真")
    assert run("team", *table).code == 0
    before = (project / "all.parquet").read_bytes()
    rows = share_parquet._rows
    monkeypatch.setattr(share_parquet, "_rows", lambda share: [(*row[:-1], "ひみつのメモ") for row in rows(share)])
    done = run("team", *table)
    assert done.code == 4
    assert "shares.parquet" in done.err
    assert (project / "all.parquet").read_bytes() == before


def test_a_table_is_never_written_into_the_journal(project, run, fingerprint):
    before = fingerprint(project)
    done = run("team", "--parquet", "journal/all.parquet", "--member", "大野 真")
    assert done.code == 2
    assert fingerprint(project) == before


def test_ones_own_journal_alone(project, run, draw, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    draw({"journal/people/sato.md": "---\n名前: 佐藤 美咲\n読み: さとう みさき\n共有: 事務所内\n---\n"})
    done = run("team", "-d", "office", "--member", "大野 真")
    assert done.code == 0
    names = {path.stem for path in (project / "office" / "people").iterdir()}
    assert names == {"sato-misaki"}
    assert run("team", "-d", "journal", "--member", "大野 真").code == 2
    assert run("team", "-d", ".", "--member", "大野 真").code == 2
    draw({"journal/people/other.md": "---\n名前：誤り\n"})
    assert run("team", "-d", "office", "--member", "大野 真").code == 1
    assert (project / "office" / "index.html").exists()


def test_the_pages_that_were_written_for_the_office_come_along(project, run, draw, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    options = "purpose: 連絡のため, member: 大野 真, team_name: みなと, share_docs: office"
    (project / "mkdocs.yml").write_text(text.replace("purpose: 連絡のため", options), encoding="utf-8")
    draw({"office/rules.md": "# お約束\n", "docs/diary.md": "# ひみつの日記\n"})
    assert run("team", "-d", "site").code == 0
    site = {path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*.html")}
    assert "rules.html" in site
    assert "diary.html" not in site
    assert "お約束" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_a_share_from_the_command_builds_a_site(project, run, draw, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    draw({"journal/people/sato.md": "---\n名前: 佐藤 美咲\n読み: さとう みさき\n共有: 事務所内\n---\n"})
    assert run("share", "--member", "大野 真", "-o", "mine.json").code == 0
    assert run("team", "mine.json", "-d", "a").code == 0
    assert run("team", "--member", "大野 真", "-d", "b").code == 0
    assert bytes_of(project / "a") == bytes_of(project / "b")
    assert json.loads((project / "mine.json").read_text(encoding="utf-8"))["people"]


@pytest.mark.parametrize(
    ("page", "said"),
    [(("x.xlsx", "PK"), "x.xlsx: "), (("x.md", '<img src="https://img.example/a.png">'), "img.example")],
)
def test_pages_for_the_office_with_something_that_must_not_leave(page, said, office, run, draw):
    assert run("team", "--in", "shares", "-d", "site").code == 0
    before = bytes_of(office / "site")
    pages = {"mkdocs.yml": "plugins: [netjudge: {share_docs: pages}]\nsite_name: x\n", f"pages/{page[0]}": page[1]}
    draw({**pages, "docs/.keep": "", "journal/.keep": ""})
    done = run("team", "--in", "shares", "-d", "site", "-f", "mkdocs.yml")
    assert done.code == 4
    assert said in done.err
    assert "it was not written" in done.err
    assert bytes_of(office / "site") == before
