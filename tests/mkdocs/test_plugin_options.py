"""Options: what is asked for, what is refused, and in which words."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError

from netjudge_plugin.locale import catalogue
from netjudge_plugin.mkdocs.loading import ConfigProblem
from netjudge_plugin.mkdocs.options import OPTIONS, settings_from_file
from netjudge_plugin.settings import LATEST_EVENT

THEME = "theme: {name: material, language: ja, font: false}\n"


def settings(draw, options: str = "", rest: str = THEME, tree=None):
    folder = draw({"docs/.keep": "", **(tree or {})})
    lines = ["site_name: x", rest, "plugins:", "  - search", f"  - netjudge: {{{options}}}"]
    (folder / "mkdocs.yml").write_text("\n".join(lines), encoding="utf-8")
    return settings_from_file(folder / "mkdocs.yml")


def problem(draw, options: str = "", rest: str = THEME, tree=None) -> str:
    with pytest.raises(ConfigProblem) as caught:
        settings(draw, options, rest, tree)
    return str(caught.value)


def test_nothing_asked_for(draw, tmp_path):
    found = settings(draw)
    assert found.journal_dir == tmp_path / "journal"
    assert found.journal_shown == "journal"
    assert found.root == tmp_path
    assert (found.criteria, found.language, found.purpose, found.extra_fields) == (None, "ja", "", frozenset())
    assert found.today == found.clock
    assert isinstance(found.clock, datetime.date)
    assert (found.directory_urls, found.home_uri) == (True, "index")


def test_everything_asked_for(draw, tmp_path):
    found = settings(
        draw,
        "journal_dir: 記録/交流会, criteria: mine.yml, today: 2026-11-23, language: en, "
        "extra_fields: [cssclasses, publish], purpose: 連絡のため",
        THEME + "use_directory_urls: false",
        {"docs/index.md": "# 手引き"},
    )
    assert found.journal_dir == tmp_path / "記録" / "交流会"
    assert found.journal_shown == "記録/交流会"
    assert (found.criteria, found.language, found.purpose) == ("mine.yml", "en", "連絡のため")
    assert found.today == datetime.date(2026, 11, 23)
    assert found.extra_fields == {"cssclasses", "publish"}
    assert (found.directory_urls, found.home_uri) == (False, "home")


@pytest.mark.parametrize("written", ["2026-11-23", "'2026-11-23'", "' 2026-11-23 '"])
def test_today_as_a_date_of_yaml_or_as_text(draw, written):
    assert settings(draw, f"today: {written}").today == datetime.date(2026, 11, 23)


def test_today_as_a_word(draw):
    assert settings(draw, "today: latest_event").today == LATEST_EVENT
    found = settings(draw, "today: today")
    assert found.today == found.clock


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ("theme: {name: material, language: ja}", "ja"),
        ("theme: {name: material, language: en}", "en"),
        ("theme: {name: material, language: de}", "en"),
        ("theme: {name: material}", "en"),
        ("theme: {name: mkdocs, locale: ja}", "ja"),
        ("theme: mkdocs", "en"),
    ],
)
def test_language_follows_the_theme(draw, theme, language):
    assert settings(draw, "", theme).language == language


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("index.md", "home"),
        ("README.md", "home"),
        ("index.markdown", "home"),
        ("index.html", "home"),
        ("guide.md", "index"),
        (".index.md", "index"),
        ("sub/index.md", "index"),
    ],
)
def test_the_users_own_index_stays_the_index(draw, name, home):
    assert settings(draw, tree={f"docs/{name}": "# x"}).home_uri == home


def test_an_excluded_index_is_none(draw):
    assert settings(draw, "", THEME + "exclude_docs: index.md", {"docs/index.md": "# x"}).home_uri == "index"


def test_what_is_asked_for_a_site_of_others(draw, tmp_path):
    found = settings(draw, "member: ' 大野 真 ', team_name: みなと, share_docs: office", tree={"office/a.md": "# a"})
    assert (found.member, found.team_name, found.share_docs) == ("大野 真", "みなと", tmp_path / "office")
    assert (settings(draw).member, settings(draw).share_docs, settings(draw).audience) == ("", None, "private")


@pytest.mark.parametrize("folder", ["nowhere", "journal", "journal/office", "."])
def test_pages_for_others_come_from_a_folder_that_has_nothing_of_the_journal(folder, draw):
    tree = {"journal/office/a.md": "# a"}
    assert "share_docs" in problem(draw, f"share_docs: {folder}", tree=tree)


def test_for_whom_a_site_is_cannot_be_an_option(draw):
    assert "audience" in problem(draw, "audience: team")


def test_an_unknown_option_is_named_with_the_nearest_and_all_of_them(draw):
    said = problem(draw, "criterea: x, zzz: 1")
    assert "criterea" in said
    assert "criteria のことではありませんか" in said
    assert "zzz" in said
    assert all(said.count(name) >= 2 for name in OPTIONS)
    assert all(line.startswith("mkdocs.yml: ") for line in said.splitlines())


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("today: yesterday", "latest_event"),
        ("today: '2026-02-30'", "latest_event"),
        ("today: 20261123", "latest_event"),
        ("today: 2026-11-23 10:00:00", "latest_event"),
        ("today: [2026-11-23]", "latest_event"),
        ("language: jp", "ja と en"),
        ("language: [ja]", "ja と en"),
        ("criteria: 3", "standard"),
        ("criteria: [standard]", "standard"),
        ("journal_dir: 3", "journal"),
        ("extra_fields: cssclasses", "["),
        ("extra_fields: [1]", "["),
        ("purpose: [x]", "利用目的"),
        ("retention: 0", "月数"),
        ("retention: 24m", "月数"),
        ("retention: yes", "月数"),
    ],
)
def test_a_wrong_value_is_named_with_the_right_ones(draw, written, right):
    said = problem(draw, written)
    assert written.partition(":")[0] in said
    assert right in said


def test_a_date_that_yaml_itself_cannot_make(draw):
    assert "mkdocs.yml" in problem(draw, "today: 2026-02-30")


def test_all_mistakes_in_one_go(draw):
    assert len(problem(draw, "today: x, language: y, criterai: z").splitlines()) == 3


def test_the_words_are_those_of_the_site(draw):
    assert "the plugin netjudge has no option" in problem(draw, "zzz: 1", "theme: {name: material, language: en}")
    assert "the plugin netjudge has no option" in problem(draw, "zzz: 1, language: en")
    assert "という設定はありません" in problem(draw, "zzz: 1, language: ja", "theme: mkdocs")


@pytest.mark.parametrize(
    ("journal", "rest", "named"),
    [
        ("docs", "", "docs_dir"),
        ("docs/journal", "", "docs_dir"),
        (".", "", "docs_dir"),
        ("./docs/../docs/x", "", "docs_dir"),
        ("site", "", "site_dir"),
        ("site/journal", "", "site_dir"),
        ("journal", "site_dir: journal/site", "site_dir"),
        ("journal", "site_dir: journal", "site_dir"),
    ],
)
def test_the_journal_stays_apart_from_the_folders_of_the_host(draw, journal, rest, named):
    assert f" {named} " in problem(draw, f"journal_dir: {journal}", THEME + rest)


@pytest.mark.skipif(os.name == "nt", reason="symlinks need rights there")
def test_a_journal_linked_into_docs_is_seen_through(draw, tmp_path):
    draw({"docs/private/x.md": ""})
    (tmp_path / "journal").symlink_to(tmp_path / "docs" / "private")
    assert "docs_dir" in problem(draw)


def test_a_journal_elsewhere_is_shown_from_here(draw, tmp_path):
    assert settings(draw, "journal_dir: ../notes").journal_shown == "../notes"
    assert (
        settings(draw, f"journal_dir: '{(tmp_path / 'deep' / 'journal').as_posix()}'").journal_shown == "deep/journal"
    )


def test_files_that_are_no_configuration(draw, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in (None, Path("mkdocs.yml"), tmp_path):
        with pytest.raises(ConfigProblem, match=r"mkdocs\.yml|test_files"):
            settings_from_file(path)
    draw({"docs/.keep": "", "mkdocs.yml": "site_name: x\nplugins: [search]"})
    with pytest.raises(ConfigProblem, match="netjudge"):
        settings_from_file(None)
    draw({"mkdocs.yml": "site_name: [\n"})
    with pytest.raises(ConfigProblem, match=r"mkdocs\.yml"):
        settings_from_file(None)


def test_what_the_host_says_of_its_own_options_is_passed_on(draw, tmp_path, capfd):
    draw({"mkdocs.yml": "site_name: x\ndocs_dir: nowhere\nplugins: [netjudge]"})
    with pytest.raises(ConfigProblem, match="docs_dir"):
        settings_from_file(tmp_path / "mkdocs.yml")
    assert capfd.readouterr() == ("", "")


def test_a_build_refuses_wrong_options_too(hosted):
    with pytest.raises(ConfigurationError, match="criterea"):
        hosted(tree={"mkdocs.yml": "site_name: x\nplugins:\n  - netjudge: {criterea: x}"})


def test_every_option_has_its_words():
    for language in ("ja", "en"):
        assert all(catalogue(language).has(f"mkdocs.option.{name}") for name in OPTIONS)


def test_eras_and_the_policy_are_switches(draw):
    assert settings(draw, "era: true").era
    assert not settings(draw).era
    assert "era" in problem(draw, "era: 8")
    assert "content_security_policy" in problem(draw, "content_security_policy: strict")
    assert "content_security_policy" in problem(draw, "content_security_policy: {image-src: 'https://a.example'}")
