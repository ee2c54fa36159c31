"""`explain`: every name that one can meet, in both languages, told in the words of the page of the criteria."""

from __future__ import annotations

import pytest

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.cli.explaining import Explainer
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.diagnostics import SEVERITIES
from netjudge_plugin.model.wording import labels

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A folder without a journal: the standard criteria are explained."""
    monkeypatch.chdir(tmp_path)


def test_a_word(run):
    ran = run("explain", "小さな違和感")
    assert (ran.code, ran.err) == (0, "")
    out = ran.out.split("\n")
    assert out[0] == "小さな違和感 [slight_unease] — 気になる材料"
    assert "  軸：心地よさ・違和感 [comfort] 話していて心地よかったか、違和感は残っていないか" in out
    assert "    ×：気になる材料が2つ以上あるとき。" in out
    assert "    材料は、書いた日から24か月のあいだ数えます。" in out
    assert any(line.startswith("  消すもの・消えるとき：「違和感が解けた」と書くと、") for line in out)
    assert "    S3：「心地よさ・違和感」が × → 今回は連絡しない（違和感を大切にする）" in out
    assert "  もとの記事のことば：「違和感や心地よさは、連絡を取るかどうかの重要な判断基準」" in out


def test_a_word_that_clears_and_one_that_comes_by_itself(run):
    assert "  消すもの・消えるとき：「違和感が解けた」と書くと" in run("explain", "unease_gone").out
    assert "返事がないときは、「返事がない」を自動で書き添えます。" in run("explain", "返事がない").out
    assert "繁忙期には" in run("explain", "they_busy").out
    assert "消すもの" not in run("explain", "話をよく聞く").out


def test_a_sign_and_its_kind(run):
    out = run("explain", "紹介料や名義貸しを持ちかける").out
    assert out.startswith("紹介料や名義貸しを持ちかける [kickback] — 即見送りのサイン\n")
    assert "    自分で解除するまで数えます。" in out
    assert "関わる順番：S1：" in out
    kind, why = run("explain", "red_line").out.split("\n\n")
    assert kind.startswith("red_line — 即見送りのサインの種類\n")
    assert "  サイン：「依頼者の秘密を話す」「紹介料や名義貸しを持ちかける」" in kind
    assert why.startswith("職業上の一線を越えている [red_line] — 判断の理由\n")


def test_a_word_that_is_only_noted(run):
    out = run("explain", "専門性が高い").out
    assert "  はたらき：書き残しますが、判断には数えません。" in out
    assert "「専門分野そのものよりも、話の進め方や考え方です」" in out


def test_an_axis_and_a_why_of_one_name_are_both_told(run):
    axis, why = run("explain", "timing").out.split("\n\n")
    assert axis.startswith("タイミング [timing] — 軸\n")
    assert "  良い材料：「連絡してほしいと言われた」「具体的な用件がある」「今が自然なタイミング」" in axis
    assert why.startswith("今はタイミングではない [timing] — 判断の理由\n")
    assert "  関わる順番：S9：「タイミング」が × → 次の機会まで見送る（今はタイミングではない）" in why


def test_whys_verdicts_and_steps(run):
    assert "関わる順番：どの順番にも当てはまらず、△ の軸があるとき" in run("explain", "conflicting").out
    assert "自分で決めた判断は、期限を書かなければ12か月続きます。" in run("explain", "自分の判断").out
    assert run("explain", "decision").out == run("explain", "自分の判断").out
    defer = run("explain", "次の機会まで見送る").out
    assert "    どの順番にも当てはまらないとき\n  見直し：会う機会がなくても、遅くとも12か月で" in defer
    assert "見直し" not in run("explain", "contact").out
    assert run("explain", "s6").out.startswith("S6 — 判断の順番\n  S6：「将来のやり取り」が × → 今回は連絡しない")


def test_a_diagnostic(run):
    out = run("explain", "unknown-word").out.split("\n")
    assert out[0] == "unknown-word — 要確認（警告）"
    assert out[1:3] == [
        "  判断基準にないことばなので、数えていません。",
        "  直し方：ことばを確かめるか、判断基準に加えてください。",
    ]


@LANGUAGES
def test_everything_that_has_a_name_is_explained_by_id_and_by_label(language):
    criteria = in_force.shipped("standard", language)
    explainer = Explainer(criteria, catalogue(language))
    named = labels(criteria) | {axis.id: axis.name for axis in criteria.axes}
    names = [text for pair in (named | dict(criteria.whys) | dict(criteria.verdicts)).items() for text in pair]
    names += [kind.id for kind in criteria.stops] + [step.id for step in criteria.steps] + list(SEVERITIES)
    for name in names:
        found = [list(lines) for lines in explainer.everything(name)]
        assert found, name
        for title, *rest in found:
            assert " — " in title
            assert rest, name
            assert not any("<a" in line or "{" in line for line in rest)


def test_words_of_the_other_language_and_without_quotes(run):
    assert run("explain", "slight", "unease").out == run("explain", "小さな違和感").out
    assert run("explain", "小さな違和感", NETJUDGE_LANG="en").out.startswith(
        "slight unease [slight_unease] — concern\n"
    )


def test_what_is_called_like_nothing(run):
    ran = run("explain", "違和感")
    assert (ran.code, ran.out) == (2, "")
    assert "「小さな違和感」「違和感が解けた」のことではありませんか。" in ran.err
    ran = run("explain", "qqqqqq", NETJUDGE_LANG="en")
    assert ran.code == 2
    assert "is neither a word of the criteria nor the name of a diagnostic.\n" in ran.err


def test_the_criteria_of_the_journal(run, project):
    text = (pipeline.presets.preset("standard", "ja").data).decode()
    mine = text.replace("listens: 話をよく聞く", "listens: 耳を傾ける").replace("no_needs: 2", "no_needs: 3", 1)
    (project / "journal" / "criteria.yml").write_text(mine, encoding="utf-8")
    assert run("explain", "耳を傾ける").code == 0
    assert "良い材料より3つ以上多いとき" in run("explain", "future").out
    assert "良い材料より2つ以上多いとき" in run("explain", "future", "--criteria", "standard").out


def test_axes_of_my_own_have_no_sentence_of_the_article(run, tmp_path):
    text = (pipeline.presets.preset("simple", "ja").data).decode()
    (tmp_path / "mine.yml").write_text(text.replace("id: ease", "id: mine").replace("[ease", "[mine"), encoding="utf-8")
    ran = run("explain", "mine", "--criteria", "mine.yml")
    assert ran.code == 0
    assert "記事" not in ran.out


def test_criteria_with_a_mistake_are_mentioned_and_the_standard_ones_explained(run, project):
    (project / "journal" / "criteria.yml").write_text("axes: []\n", encoding="utf-8")
    ran = run("explain", "話をよく聞く")
    assert ran.code == 0
    assert "criteria-missing" in ran.err
