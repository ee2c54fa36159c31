"""`criteria check`: what is found or what holds, which criteria it takes, and the exit code."""

from __future__ import annotations

import pytest

from netjudge_plugin.judge.proof.check import RULES
from netjudge_plugin.locale import catalogue
from netjudge_plugin.reader.presets import preset
from netjudge_plugin.settings import LANGUAGES

JA, EN = (preset("standard", language).data.decode() for language in LANGUAGES)


def write(path, text: str):
    path.write_text(text, encoding="utf-8")
    return path


def no_contact(text: str) -> str:
    return text.replace("ok_at_least: 2", "ok_at_least: 6")


def overloaded(text: str) -> str:
    return text.replace("weekly_limit: 4", "weekly_limit: 2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preset_holds_in_every_state(run, language):
    ran = run("criteria", "check", "standard", NETJUDGE_LANG=language)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert "8,748" in lines[1]
    assert {"ja": "抜けも矛盾もありません", "en": "no gap, and no contradiction"}[language] in lines[1]
    assert len(lines) == 2 + len(RULES)
    assert {"ja": "「連絡する」", "en": "“Contact”"}[language] in ran.out
    assert "9 " in run("criteria", "check", "simple", NETJUDGE_LANG=language).out


@pytest.mark.parametrize(("language", "text"), [("ja", JA), ("en", EN)])
def test_a_file_with_gaps_is_told_with_examples(run, tmp_path, language, text):
    file = write(tmp_path / "mine.yml", no_contact(text))
    ran = run("criteria", "check", file, NETJUDGE_LANG=language)
    assert (ran.code, ran.err) == (1, "")
    for said in {
        "ja": ("criteria-dead-step 「S10」", "832 通り", "例：どの軸も ○", "エラー 3 件", "8,748 通り"),
        "en": (
            "criteria-dead-step “S10”",
            "In 832 state(s)",
            "every axis ○",
            "3 error(s)",
            "All 8,748",
        ),
    }[language]:
        assert said in ran.out
    assert catalogue(language).text("proof.holds.criteria-not-monotone") not in ran.out  # not while there are errors


def test_a_warning_leaves_the_rest_to_hold(run, tmp_path):
    ran = run("criteria", "check", write(tmp_path / "mine.yml", overloaded(JA)))
    assert ran.code == 0
    assert "criteria-weekly-overload" in ran.out
    assert ran.out.splitlines()[-1] == "  ・感覚の軸だけで「連絡する」になることはありません。"
    assert "抜けも矛盾もありません" not in ran.out


def test_slips_are_named_and_nothing_is_proved(run, tmp_path):
    ran = run("criteria", "check", write(tmp_path / "mine.yml", no_contact(JA).replace("why: fits", "why: fitting")))
    assert ran.code == 1
    assert "criteria-unknown-why" in ran.out
    assert "criteria-dead-step" not in ran.out
    assert "8,748" not in ran.out


def test_a_file_that_is_no_text_is_named(run, tmp_path):
    file = tmp_path / "mine.yml"
    file.write_bytes("名前: あ".encode("cp932"))
    ran = run("criteria", "check", file)
    assert ran.code == 1
    assert "encoding-not-utf8" in ran.out


@pytest.mark.parametrize(("language", "said"), [("ja", "がありません"), ("en", "There is no file of criteria")])
def test_a_file_that_does_not_exist(run, language, said):
    ran = run("criteria", "check", "nowhere.yml", NETJUDGE_LANG=language)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "standard, simple" in ran.err


def test_without_a_file_the_journals_own_are_checked(project, run):
    assert "標準の判断基準（standard）" in run("criteria", "check").out
    write(project / "journal" / "criteria.yml", no_contact(JA))
    for more in ((), ("--journal", project / "journal"), ("-f", project / "mkdocs.yml")):
        ran = run("criteria", "check", *more)
        assert ran.code == 1
        assert "journal/criteria.yml:" in ran.out
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    write(project / "mkdocs.yml", config.replace("{today:", "{criteria: simple, today:"))
    assert run("criteria", "check").code == 0


def test_a_journal_that_is_not_there_is_an_error_and_not_a_clean_standard(run, tmp_path):
    ran = run("criteria", "check", "--journal", tmp_path / "none")
    assert ran.code == 1
    assert "journal-missing" in ran.out


def test_a_file_or_a_journal_but_not_both(project, run):
    ran = run("criteria", "check", "standard", "--journal", project / "journal")
    assert (ran.code, ran.out) == (2, "")
    assert "どちらか" in ran.err


def test_as_json(run, tmp_path):
    found = run("criteria", "check", write(tmp_path / "mine.yml", no_contact(JA)), "--json")
    assert found.code == 1
    assert list(found.json) == ["format", "states", "diagnostics"]
    assert found.json["states"] == 8748
    assert [one["severity"] for one in found.json["diagnostics"]] == ["error"] * 3
    assert "832" in found.json["diagnostics"][1]["message"]
    assert run("criteria", "check", "simple", "--json").json == {"format": 1, "states": 9, "diagnostics": []}
    slip = run("criteria", "check", write(tmp_path / "slip.yml", "format: 1\n"), "--json")
    assert (slip.code, slip.json["states"]) == (1, None)


def test_the_journal_is_judged_by_criteria_with_gaps_and_it_is_said(project, run):
    write(project / "journal" / "criteria.yml", no_contact(JA))
    ran = run("judge")
    assert ran.code == 0
    assert "netjudge criteria check" in ran.err
    assert "netjudge check" not in ran.err  # everything in the journal was read
    assert run("check").code == 1
    write(project / "journal" / "criteria.yml", overloaded(JA))
    assert run("judge").err == ""
    assert (run("check").code, run("check", "--strict").code) == (0, 1)
