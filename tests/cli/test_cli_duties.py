"""`export` and `incident`: what they print, write and answer."""

from __future__ import annotations

import json

import pytest

PERSON = "---\n名前: 田中 健\n読み: たなか けん\nメール: ken@tanaka.example\n---\n"


@pytest.fixture(autouse=True)
def tanaka(project):
    (project / "journal" / "people").mkdir()
    path = project / "journal" / "people" / "tanaka.md"
    path.write_text(PERSON, encoding="utf-8")
    return path


def test_export_writes_both_files_and_nothing_over(run, project, fingerprint):
    before = fingerprint(project / "journal")
    ran = run("export", "--person", "田中 健")
    assert (ran.code, ran.err) == (0, "")
    (found,) = (project / "export").glob("*.json")
    report = json.loads(found.read_text(encoding="utf-8"))
    assert (report["format"], report["person"]["email"]) == (1, "ken@tanaka.example")
    assert "# 田中 健さんについての記録" in found.with_suffix(".md").read_text(encoding="utf-8")
    assert run("export", "--person", "tanaka-ken").code == 2  # they are there already
    assert fingerprint(project / "journal") == before


@pytest.mark.parametrize("folder", ["journal/x", "docs", "site"])
def test_export_does_not_write_where_it_would_be_published(run, project, folder):
    ran = run("export", "--person", "田中 健", "-o", project / folder)
    assert ran.code == 2
    assert "ほかの場所を選んでください" in ran.err


def test_incident_sums_up_whose_what_and_when(run):
    arguments = ("--from", "2026-11-20", "--to", "2026-11-21", "--known", "2026-11-24")
    ran = run("incident", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert "**法律上の助言ではありません。**" in ran.out
    assert "| 田中 健 | 名前、読みとその書き方、識別子、メール" in ran.out
    assert "2026-11-27 から 2026-11-29 ごろ" in ran.out
    assert "30日以内（2026-12-24）" in ran.out
    assert "3 人の方の記録です" in ran.out


def test_incident_of_a_site_for_other_offices(run, project):
    """The consent counts that was there while it was out, not the one that came later."""
    (project / "journal" / "people" / "p.md").write_text(
        "---\nperson: 森 一郎\nprofession: 税理士\nshare: partners\nconsent: 2026-11-22\n---\n", encoding="utf-8"
    )
    ran = run("incident", "--audience", "partners", "--to", "2026-11-22")
    assert (ran.code, ran.err) == (0, "")
    assert "- 出たもの：事務所の外に見せるサイト" in ran.out
    assert "森 一郎" in ran.out
    assert " | 名前、士業 |\n" in ran.out
    assert "1 人の方の記録です" in ran.out
    earlier = run("incident", "--audience", "partners", "--to", "2026-11-21")
    assert "見つかりませんでした" in earlier.out


def test_incident_looks_through_files(run, project):
    (project / "page.html").write_text("<p>佐藤 美咲</p>", encoding="utf-8")
    ran = run("incident", "--file", "page.html", NETJUDGE_LANG="ja")
    assert "佐藤 美咲" in ran.out
    assert "田中" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--audience", "x"), "private, team, partners"),
        (("--from", "2026-11-20", "--to", "2026-11-01"), "初め"),
        (("--file", "nowhere"), "nowhere がありません"),
    ],
)
def test_incident_says_what_it_cannot_use(run, arguments, said):
    ran = run("incident", *arguments)
    assert ran.code == 2
    assert said in ran.err


def test_of_one_who_is_not_recorded_there_is_no_export(run, project):
    ran = run("export", "--person", "大谷 翔平")
    assert (ran.code, "見つかりません" in ran.err) == (2, True)
    assert not (project / "export").exists()


def test_export_names_the_option_that_is_missing(run):
    assert "--person を書いてください" in run("export").err


def test_incident_on_ones_own_site_names_what_no_text_says(run):
    ran = run("incident")
    assert "判断と、そのわけ" in ran.out
    assert "士業" in ran.out


def test_incident_says_whom_it_cannot_know(run, project):
    (project / "page.html").write_text("<p>佐藤 美咲</p>", encoding="utf-8")
    assert "この日誌に記録のない方" in run("incident", "--file", "page.html").out
