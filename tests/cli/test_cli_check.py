"""`check`: every finding with its place, gravest first, and the exit code."""

from __future__ import annotations

import re

import pytest

LINE = re.compile(r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<name>[a-z0-9-]+) (?P<message>.+)$")


def found(out: str) -> list[tuple[str, int, int, str]]:
    matches = [match for line in out.splitlines() if (match := LINE.match(line))]
    return [(m["path"], int(m["line"]), int(m["column"]), m["name"]) for m in matches]


def write(project, name: str, text: str) -> None:
    (project / "journal" / name).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_nothing_wrong(run):
    ran = run("check")
    assert (ran.code, ran.out, ran.err) == (0, "誤りは見つかりませんでした。\n", "")
    assert run("check", "--strict").code == 0


def test_errors_warnings_and_notices_in_one_run(project, run):
    write(project, "a.md", "---\n日付: 2026-11-01\n印像: x\n相手: [{名前: 無 読, 印象: [なぞ]}]\n---\n")
    write(project, "b.md", "---\n日付: いつか\n相手: []\n---\n")
    ran = run("check")
    assert ran.code == 1
    assert found(ran.out) == [
        ("journal/a.md", 3, 1, "unknown-field"),
        ("journal/b.md", 2, 5, "date-unreadable"),
        ("journal/a.md", 4, 21, "unknown-word"),
        ("journal/a.md", 4, 11, "missing-reading"),
    ]
    lines = ran.out.splitlines()
    assert [line for line in lines if line in {"エラー", "警告", "お知らせ"}] == ["エラー", "警告", "お知らせ"]
    assert lines[-1] == "エラー 2 件、警告 1 件、お知らせ 1 件"
    assert all(" / " in line for line in lines if LINE.match(line))


def test_warnings_fail_only_when_asked_and_notices_never(project, run):
    write(project, "a.md", "---\n日付: 2026-11-01\n相手: [{名前: 無 読, 印象: [対応が丁寧]}]\n---\n")
    assert run("check").code == run("check", "--strict").code == 0
    write(project, "a.md", "---\n日付: 2026-11-01\n相手: [{名前: 無 読, 印象: [なぞ]}]\n---\n")
    assert run("check").code == 0
    assert run("check", "--strict").code == 1


def test_criteria_are_checked_too(project, run):
    write(project, "criteria.yml", "format: 1\nname: x\naxes: []\nunknown: 1\n")
    ran = run("check")
    assert ran.code == 1
    assert ("journal/criteria.yml", 4, 1, "criteria-unknown-key") in found(ran.out)


def test_a_missing_journal_is_an_error(run, tmp_path):
    ran = run("check", "--journal", tmp_path / "none")
    assert ran.code == 1
    assert [name for *_, name in found(ran.out)] == ["journal-missing"]


def test_a_folder_without_a_site(journal, run):
    assert run("check", "--journal", journal).code == 0
    assert run("check", "--journal", journal).out == "誤りは見つかりませんでした。\n"


def test_in_english(project, run):
    ran = run("check", "--journal", project / "none", NETJUDGE_LANG="en")
    assert ran.out.startswith("error\n")
    assert ran.out.endswith("1 error(s)\n")


@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_as_json(project, run, strict):
    write(project, "a.md", "---\n日付: 2026-11-01\n相手: [{名前: 無 読, 印象: [なぞ]}]\n---\n")
    ran = run("check", "--json", *strict)
    assert ran.code == (1 if strict else 0)
    assert list(ran.json) == ["format", "diagnostics"]
    assert ran.json["diagnostics"] == run("judge", "--json").json["diagnostics"]


def test_no_value_of_the_journal_is_quoted(project, run):
    write(project, "a.md", "---\n日付: 2026-11-01\nnote: 秘密の文\n相手: [{名前: 無 読, 印象: [秘密の語]}]\n---\n")
    ran = run("check")
    assert "秘密" not in ran.out + ran.err
