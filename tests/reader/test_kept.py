"""Versions of the criteria that were kept: read from their folder, and nothing to worry about if they cannot be."""

import datetime

import drawn
import pytest

from netjudge_plugin import in_force
from netjudge_plugin.reader import kept, presets

STANDARD = presets.preset("standard", "ja").data.decode()


def day(text):
    return datetime.date.fromisoformat(text)


def read(folder, files):
    return in_force.read_kept(drawn.settings(drawn.draw(folder, files)))


def said(problems):
    return [f"{d.place} {d.name}" for d in problems]


def test_without_the_folder_nothing_was_kept(tmp_path):
    assert read(tmp_path, {}) == ((), ())


def test_versions_with_their_days_oldest_first(tmp_path):
    renamed = STANDARD.replace("name: 標準の判断基準", "name: 私の基準", 1)
    found, problems = read(tmp_path, {"criteria/2026-02-01.yml": renamed, "criteria/2025-12-31.yml": STANDARD})
    assert problems == ()
    assert [(one.since, one.criteria.name) for one in found] == [
        (day("2025-12-31"), "標準の判断基準"),
        (day("2026-02-01"), "私の基準"),
    ]
    assert found[0].criteria.source == "journal/criteria/2025-12-31.yml"
    assert found[0].criteria.digest == presets.digest(presets.preset("standard", "ja"))


def test_what_they_share_with_a_preset_is_shown_in_the_language_of_the_site(tmp_path):
    journal = drawn.draw(tmp_path, {"criteria/2026-02-01.yml": STANDARD})
    (found,), _ = in_force.read_kept(drawn.settings(journal, language="en"))
    assert found.criteria.name == in_force.shipped("standard", "en").name


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("2026-02-01.yml", "axes: &a [*a]", "journal/criteria/2026-02-01.yml:1:7 kept-criteria-unusable"),
        ("2026-02-01.yml", STANDARD.replace("then: defer", "then: wait", 1), None),
        ("old.yml", STANDARD, "journal/criteria/old.yml:1:1 kept-criteria-name"),
        ("20260201.yml", STANDARD, "journal/criteria/20260201.yml:1:1 kept-criteria-name"),
        ("2026-02-30.yml", STANDARD, "journal/criteria/2026-02-30.yml:1:1 kept-criteria-name"),
    ],
)
def test_what_cannot_be_used_is_one_warning_and_left_out(tmp_path, name, text, expected):
    found, problems = read(tmp_path, {f"criteria/{name}": text, "criteria/2026-03-01.yml": STANDARD})
    assert [one.since for one in found] == [day("2026-03-01")]
    assert [d.severity for d in problems] == ["warning"]
    if expected:
        assert said(problems) == [expected]
    else:
        line = text.split("\n").index("    then: wait") + 1
        assert said(problems) == [f"journal/criteria/2026-02-01.yml:{line}:11 kept-criteria-unusable"]


def test_other_files_and_leftovers_are_no_business_of_it(tmp_path):
    files = {"criteria/notes.txt": "a", "criteria/.2026-01-01.yml": "a", "criteria/deep/2026-01-01.yml": "a"}
    assert read(tmp_path, files) == ((), ())


def test_no_link_is_followed(tmp_path):
    journal = drawn.draw(tmp_path, {"criteria/2026-01-01.yml": STANDARD})
    (tmp_path / "outside.yml").write_text(STANDARD, encoding="utf-8")
    (journal / "criteria" / "2026-02-01.yml").symlink_to(tmp_path / "outside.yml")
    found, problems = in_force.read_kept(drawn.settings(journal))
    assert [one.since for one in found] == [day("2026-01-01")]
    assert said(problems) == ["journal/criteria/2026-02-01.yml:1:1 kept-criteria-unusable"]


def test_a_file_in_the_place_of_the_folder(tmp_path):
    assert said(read(tmp_path, {"criteria": "a"})[1]) == ["journal/criteria:1:1 kept-criteria-unusable"]


def test_where_a_version_is_kept(tmp_path):
    settings = drawn.settings(tmp_path / "journal")
    assert kept.kept_file(settings, day("2026-11-23")) == tmp_path / "journal" / "criteria" / "2026-11-23.yml"


def test_kept_versions_and_examples_are_no_entries(tmp_path):
    files = {"criteria/2026-01-01.yml": STANDARD, "criteria.examples.yml": "形式: 1\n例: 誤り\n"}
    outlook = drawn.look(tmp_path, files)
    assert outlook.diagnostics == ()
    assert outlook.events == ()
