"""`criteria diff`: whose verdict changes by an edit, and by which step. Nothing is written or preferred."""

from __future__ import annotations

import re

import pytest

from netjudge_plugin.reader import presets

STANDARD = presets.preset("standard", "ja").data.decode()
#: Not to mind what would strain me.
EDITED = re.sub(r"  - step: S4\n.*?(?=  - step: S5)", "", STANDARD, flags=re.DOTALL).replace("標準の", "私の", 1)

PERSON = """\
---
名前: 田中 健
判断の記録:
  - {日付: 2026-11-21, 判断: 連絡する, 理由: 恩師の紹介}
---
"""


@pytest.fixture
def edited(project):
    """A file with edited criteria, beside a journal that uses the standard ones."""
    (project / "new.yml").write_text(EDITED, encoding="utf-8")
    return project / "new.yml"


@pytest.fixture
def decided(journal):
    """A decision of my own about 田中 健 on 2026-11-21."""
    (journal / "people").mkdir()
    (journal / "people" / "tanaka.md").write_text(PERSON, encoding="utf-8")


def lines(ran):
    return [line for line in ran.out.split("\n") if line]


@pytest.mark.usefixtures("edited")
def test_who_changes_from_what_to_what_by_which_step(run):
    ran = run("criteria", "diff", "standard", "new.yml")
    assert (ran.code, ran.err) == (0, "")
    assert lines(ran)[0] == "基準の違いで変わる判断（2026-11-23 時点）"
    assert re.fullmatch(r"  前：標準の判断基準（standard）\[[0-9a-f]{12}\]", lines(ran)[1])
    assert re.fullmatch(r"  後：私の判断基準（new.yml）\[[0-9a-f]{12}\]", lines(ran)[2])
    assert lines(ran)[3:] == [
        "判断が変わる方",
        "  田中 健 [tanaka-ken]",
        "    前：今回は連絡しない — S4「自分に無理が出る」",
        "    後：次の機会まで見送る — どの順番にも当てはまらない「もう少し相手を知ってから」",
        "変わらない方：2人",
    ]


@pytest.mark.usefixtures("edited", "decided")
def test_beneath_a_decision_of_my_own(run):
    ran = run("criteria", "diff", "standard", "new.yml")
    assert lines(ran)[3:6] == [
        "自分の判断のままの方",
        "  田中 健 [tanaka-ken]",
        "    前：今回は連絡しない — S4「自分に無理が出る」",
    ]


@pytest.mark.usefixtures("project")
def test_the_same_criteria(run):
    ran = run("criteria", "diff", "standard", "standard")
    assert lines(ran)[3:] == ["判断も理由も、だれも変わりません。"]


def test_the_new_ones_are_those_in_use(run, edited, journal):
    edited.rename(journal / "criteria.yml")
    ran = run("criteria", "diff", "standard")
    assert "  後：私の判断基準（journal/criteria.yml）" in ran.out
    assert "田中 健" in ran.out


@pytest.mark.usefixtures("decided")
def test_the_old_ones_are_those_of_my_last_decision(run, edited, journal):
    (journal / "criteria").mkdir()
    (journal / "criteria" / "2026-01-01.yml").write_text(STANDARD, encoding="utf-8")
    (journal / "criteria" / "2026-11-22.yml").write_text(EDITED, encoding="utf-8")
    edited.rename(journal / "criteria.yml")
    ran = run("criteria", "diff")
    assert "  前：標準の判断基準（journal/criteria/2026-01-01.yml）" in ran.out
    assert "  後：私の判断基準（journal/criteria.yml）" in ran.out
    assert "前：標準の判断基準（journal/criteria/2026-01-01.yml）" in run("criteria", "diff", "2026-11-01").out
    assert "前：私の判断基準（journal/criteria/2026-11-22.yml）" in run("criteria", "diff", "令和8年11月23日").out


@pytest.mark.usefixtures("edited")
def test_on_another_day_and_in_english(run):
    ran = run(
        "criteria", "diff", "standard", "new.yml", "--journal", "journal", "--today", "2026-11-20", NETJUDGE_LANG="en"
    )
    assert lines(ran)[0] == "What changes with other criteria (as of 2026-11-20)"
    assert "    before: Not contacting this time — S4 “it would strain me”" in lines(ran)
    assert "    after:  Deferred until we meet again — no step applies: “know a little more first”" in lines(ran)


@pytest.mark.usefixtures("edited")
def test_nothing_is_written(run, project, fingerprint):
    before = fingerprint(project)
    run("criteria", "diff", "standard", "new.yml")
    assert fingerprint(project) == before


def test_without_a_decision_the_old_ones_are_those_kept_last(run, edited, journal):
    (journal / "criteria").mkdir()
    (journal / "criteria" / "2026-01-01.yml").write_text(STANDARD, encoding="utf-8")
    edited.rename(journal / "criteria.yml")
    assert "  前：標準の判断基準（journal/criteria/2026-01-01.yml）" in run("criteria", "diff").out


@pytest.mark.usefixtures("project")
def test_without_any_that_were_kept_the_old_ones_must_be_named(run):
    ran = run("criteria", "diff")
    assert (ran.code, ran.out) == (2, "")
    assert "比べる前の基準を書いてください（基準のファイル、standard、simple、" in ran.err


@pytest.mark.usefixtures("decided")
def test_if_they_were_not_kept_that_is_said(run):
    ran = run("criteria", "diff")
    assert ran.code == 2
    assert "（2026-11-21）の基準は、取っておかれていません" in ran.err
    assert "netjudge criteria keep" in ran.err


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("written", ["nothing.yml", "2026-01-01"])
def test_criteria_that_are_not_there(run, written):
    ran = run("criteria", "diff", written)
    assert (ran.code, ran.out) == (2, "")
    assert f"{written} という基準はありません" in ran.err


@pytest.mark.parametrize("arguments", [("new.yml",), ("standard", "new.yml")])
def test_nobody_is_judged_by_criteria_with_a_mistake(run, edited, arguments):
    edited.write_text(EDITED.replace("then: contact", "then: call"), encoding="utf-8")
    ran = run("criteria", "diff", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert "criteria-unknown-verdict" in ran.err


def test_nor_by_those_that_stand_in(run, journal):
    (journal / "criteria.yml").write_text("axes: []\n", encoding="utf-8")
    ran = run("criteria", "diff", "simple")
    assert (ran.code, ran.out) == (1, "")
    assert "journal/criteria.yml:1:1: criteria-missing" in ran.err
    assert run("criteria", "diff", "simple", "standard").code == 0


def test_without_a_journal(run, tmp_path):
    ran = run("criteria", "diff", "standard", "simple", "--journal", tmp_path / "nowhere")
    assert (ran.code, ran.out) == (1, "")
    assert "journal-missing" in ran.err
