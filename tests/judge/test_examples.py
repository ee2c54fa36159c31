"""Examples judged: what comes out as written passes in silence, what does not is named with what came out instead."""

import textwrap
from dataclasses import replace

import pytest

from netjudge_plugin import in_force
from netjudge_plugin.judge.examples import run
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.model.examples import Difference
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.reader import presets

STANDARD = Rules.of(in_force.shipped("standard", "ja"))

GOOD = """
    印象: [業務分野が近い, 考え方が似ている, 自然体でいられる, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確]
    """


def example(wanted, impressions=GOOD, more=""):
    """One example whose person was met on 2026-11-20 and who is judged on 2026-11-23."""
    lines = ["形式: 1", "例:", "  - 例: 見本", "    時点: 2026-11-23", "    会った日:", "      - 日付: 2026-11-20"]
    lines += [
        f"        {textwrap.dedent(impressions).strip()}",
        *(f"    {line}" for line in [*more.split("\n"), *wanted.split("\n")]),
    ]
    source = SourceFile("criteria.examples.yml", "criteria.examples.yml", "\n".join([*lines, ""]).encode())
    (found,), problems = in_force.read_examples(source)
    assert problems == ()
    return found


@pytest.mark.parametrize("preset", presets.PRESETS)
@pytest.mark.parametrize("written", ["ja", "en"])
@pytest.mark.parametrize("judged", ["ja", "en"])
def test_the_shipped_examples_come_out_as_written_by_the_criteria_in_either_language(preset, written, judged):
    examples, _ = in_force.read_examples(presets.preset_examples(preset, written))
    rules = Rules.of(in_force.shipped(preset, judged))
    assert [(outcome.differences, unclear) for outcome, unclear in (run(one, rules) for one in examples)] == [
        ((), ())
    ] * len(examples)


@pytest.mark.parametrize(
    "wanted",
    [
        "判断: 連絡する",
        "判断: Contact\n理由: fits",
        "判断: contact\n理由: an easy exchange seems likely",
        "判断: 連絡する\n印: {将来のやり取り: ○, ease: ○, Clear boundaries: ○, 会話の進め方: ◯}",
        "判断: 連絡する\n確か: いいえ\n順番: S10",
    ],
)
def test_what_is_asked_for_may_be_written_in_any_way(wanted):
    outcome, unclear = run(example(wanted), STANDARD)
    assert (outcome.differences, unclear) == ((), ())


@pytest.mark.parametrize(
    ("wanted", "differences"),
    [
        ("判断: 次の機会まで見送る", [Difference("verdict", "defer", "contact")]),
        ("判断: 連絡する\n理由: timing", [Difference("why", "timing", "fits")]),
        ("判断: 連絡する\n順番: S1", [Difference("step", "S1", "S10")]),
        ("判断: 連絡する\n確か: はい", [Difference("firm", "yes", "no")]),
        ("判断: 連絡する\n見直し: 2027-01-01", [Difference("revisit", "2027-01-01", "")]),
        (
            "判断: 連絡する\n基準による判断: {判断: 今回は連絡しない, 理由: strain}",
            [Difference("computed_verdict", "not_this_time", "contact"), Difference("computed_why", "strain", "fits")],
        ),
        (
            "判断: 連絡する\n印: {将来のやり取り: ×, 無理のなさ: ○, 会話の進め方: ○, タイミング: △}",
            [
                Difference("sign", "×", "○", "future"),
                Difference("sign", "？", "○", "boundary"),
                Difference("sign", "△", "？", "timing"),
            ],
        ),
    ],
)
def test_what_comes_out_otherwise_is_named_with_what_came_out(wanted, differences):
    outcome, unclear = run(example(wanted), STANDARD)
    assert outcome.differences == tuple(differences)
    assert unclear == ()
    assert outcome.judgement.verdict == "contact"


def test_a_deferral_is_neither_firm_nor_provisional():
    outcome, _ = run(example("判断: 次の機会まで見送る\n確か: いいえ", "印象: [話が盛り上がった]"), STANDARD)
    assert outcome.differences == (Difference("firm", "no", ""),)


def test_a_decision_of_my_own_has_its_own_why():
    decided = "判断の記録:\n  - {日付: 2026-11-21, 判断: 次の機会まで見送る, 理由: 手一杯}"
    wanted = "判断: 次の機会まで見送る\n理由: decision\n基準による判断: {判断: 連絡する}"
    assert run(example(wanted, more=decided), STANDARD)[0].differences == ()
    assert run(example("判断: defer\n理由: timing", more=decided), STANDARD)[0].differences == (
        Difference("why", "timing", "decision"),
    )


@pytest.mark.parametrize(
    ("wanted", "impressions", "names"),
    [
        ("判断: 保留", GOOD, ["unknown-verdict"]),
        ("判断: 連絡する\n理由: なんとなく", GOOD, ["unknown-why"]),
        ("判断: 連絡する\n基準による判断: {判断: 保留, 理由: なんとなく}", GOOD, ["unknown-verdict", "unknown-why"]),
        ("判断: 連絡する\n印: {相性: ○}", GOOD, ["unknown-axis"]),
        ("判断: 連絡する\n印: {無理のなさ: 良い}", GOOD, ["unknown-mark"]),
        ("判断: 次の機会まで見送る", "印象: [話をよくきく]", ["unknown-word"]),
    ],
)
def test_what_cannot_be_understood_is_said_at_its_place(wanted, impressions, names):
    _, unclear = run(example(wanted, impressions), STANDARD)
    assert [d.name for d in unclear] == names
    assert all(d.place.path == "criteria.examples.yml" and d.place.line > 6 for d in unclear)


def test_what_lies_after_its_day_is_ignored_and_said():
    coming = example("判断: 次の機会まで見送る")
    early = replace(coming, as_of=coming.as_of.replace(day=1))
    outcome, unclear = run(early, STANDARD)
    assert [d.name for d in unclear] == ["coming-ignored"]
    assert outcome.judgement.facts.observations == ()


def test_an_edit_shows_in_the_examples_that_it_changes_and_in_no_others():
    """The timing step taken out: the two examples that end there come out otherwise."""
    criteria = in_force.shipped("standard", "ja")
    edited = Rules.of(replace(criteria, steps=tuple(step for step in criteria.steps if step.id != "S9")))
    examples, _ = in_force.read_examples(presets.preset_examples("standard", "ja"))
    off = [one.title for one in examples if run(one, edited)[0].differences]
    assert off == ["税理士・確定申告の時期", "2通送って30日返事がない"]
