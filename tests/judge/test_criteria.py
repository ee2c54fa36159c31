"""Criteria files: the shipped ones are understood, and every slip in an edited copy is named at its place."""

from __future__ import annotations

import pytest

from netjudge_plugin import in_force
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader.presets import preset
from netjudge_plugin.settings import LANGUAGES

TEXT = preset("standard", "ja").data.decode()


def parsed(text):
    return in_force.parse_criteria(SourceFile("journal/criteria.yml", "criteria.yml", text.encode()))


def test_the_standard_file_as_a_user_meets_it():
    criteria, problems = parsed(TEXT)
    assert problems == ()
    assert " ".join(axis.id for axis in criteria.axes) == "future ease dialogue boundary comfort topics respect timing"
    assert len([w for axis in criteria.axes for w in (*axis.good, *axis.concern)]) == 50
    assert len(labels(criteria)) == 59
    assert [step.id for step in criteria.steps] == [f"S{n}" for n in range(1, 11)]
    assert criteria.busy_seasons[0].profession == "zeirishi"


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("ok_needs: 2", "ok_needs: 0", "criteria-value"),
        ("ok_needs: 2", "ok_needs: viele", "criteria-value"),
        ("keeps: 24\n    count: all", "keeps: 24\n    count: sometimes", "criteria-value"),
        ("count: latest", "count: all\n    weight: 3", "criteria-unknown-key"),
        ("no_needs: 1\n    keeps: 12", "no_needs: 2\n    keeps: 12", "criteria-latest-needs-one"),
        ("unease_gone: [slight_unease", "unease_gone: [at_ease, slight_unease", "criteria-clears-wrong-side"),
        ("any_no: [comfort]", "any_no: [comfrot]", "criteria-unknown-axis"),
        ("stop: red_line\n    then", "stop: red_lines\n    then", "criteria-unknown-stop"),
        ("then: contact", "then: call", "criteria-unknown-verdict"),
        ("why: fits", "why: fitting", "criteria-unknown-why"),
        ("rushed: 返信を急かされそう", "rushed: 自然体でいられる", "criteria-duplicate-word"),
        ("count: all\n    style: guard", "count: latest\n    style: guard", "criteria-guard-needs"),
        ("at_next_meeting: true", "at_next_meeting: false", "criteria-revisit-off"),
        ("latest_after_months: 12", "latest_after_months: 24", "criteria-value"),
        ("otherwise: defer", "otherwise: contact", "criteria-value"),
        ('from: "02-01"', 'from: "02-30"', "criteria-value"),
        ("name: 標準の判断基準\n", "", "criteria-missing"),
        ("format: 1", "format: 2", "criteria-value"),
        ("unsettled: [comfort]", "unsettled: [ease]", "criteria-value"),
        ("any_no: [comfort]", "any_no: []", "criteria-value"),
        ("all_ok: [future, ease]", "all_ok:", "criteria-value"),
        ("all_ok: [future, ease]", "all_ok: [ease, ease]", "criteria-value"),
        ("verdicts:\n", "verdicts:\n  maybe: たぶん\n", "criteria-unknown-key"),
        ("defer: 次の機会まで見送る", "defer: 連絡する", "criteria-duplicate-word"),
        ("whys:\n", "whys:\n  decision: 自分\n", "criteria-value"),
        ("out_of_step: 話がかみ合わない", "at_ease: 話がかみ合わない", "criteria-duplicate-word"),
        ("    ok_at_least: 2\n", "", "criteria-missing"),
        ("  know_more: もう少し相手を知ってから\n", "", "criteria-missing"),
    ],
)  # fmt: skip
def test_a_slip_in_an_edited_copy_is_named(old, new, name):
    assert old in TEXT
    criteria, problems = parsed(TEXT.replace(old, new, 1))
    assert criteria is None
    assert name in {problem.name for problem in problems}
    assert all(problem.place.path == "journal/criteria.yml" for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("rushed: 返信を急かされそう", "rushed: 自然体でいられる", "      rushed: 自然体でいられる"),
        ("asks: 質問をしてくれる", "listens_well: 話をよく聞く", "      listens_well: 話をよく聞く"),
        ("lively: 話が盛り上がった", "lively: 失礼な言動", "  lively: 失礼な言動"),
        ("kickback: 紹介料", "near_field: 紹介料", "      near_field: 紹介料や名義貸しを持ちかける"),
        ("- id: ease", "- id: future", "  - id: future"),
        ("- step: S4", "- step: S3", "  - step: S3"),
    ],
)
def test_a_word_or_an_id_that_comes_twice_is_named_at_the_second_place(old, new, line):
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    found = [problem.place.line for problem in parsed(text)[1] if problem.name == "criteria-duplicate-word"]
    assert found == [max(number for number, one in enumerate(text.splitlines(), 1) if one == line)]


def test_a_key_given_twice_is_refused():
    criteria, problems = parsed(
        TEXT.replace("      listens: 話をよく聞く\n", "      listens: 話をよく聞く\n      listens: よく聞く\n")
    )
    assert criteria is None
    assert [problem.name for problem in problems] == ["yaml-duplicate-key"]


def test_more_axes_than_anybody_keeps_in_mind_are_refused():
    axis = "  - {{id: x{n}, name: 軸{n}, ok_needs: 1, no_needs: 1, keeps: 1}}\n"
    more = "axes:\n" + "".join(axis.format(n=n) for n in range(6))
    assert "criteria-too-many-axes" in {p.name for p in parsed(TEXT.replace("axes:\n", more, 1))[1]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_criteria_are_shown_in_the_language_of_the_site_where_they_are_unchanged(tmp_path, language):
    from drawn import draw, settings

    journal = draw(tmp_path, {"criteria.yml": TEXT.replace("業務分野が近い", "分野が重なる")})
    criteria, problems = in_force.read_criteria(settings(journal, language=language))
    assert problems == ()
    shown = labels(criteria)
    assert shown["near_field"] == "分野が重なる"
    assert shown["listens"] == {"ja": "話をよく聞く", "en": "listens well"}[language]


def test_criteria_that_cannot_be_used_are_said_and_the_standard_ones_stand_in(tmp_path):
    from drawn import draw, settings

    journal = draw(tmp_path, {"criteria.yml": TEXT.replace("then: contact", "then: call")})
    criteria, problems = in_force.read_criteria(settings(journal))
    assert criteria == in_force.shipped("standard", "ja")
    assert [(p.name, p.place.path) for p in problems] == [("criteria-unknown-verdict", "journal/criteria.yml")]
