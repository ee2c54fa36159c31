"""Examples beside the criteria: an invented person, read as the journal reads a real one, in either language."""

import datetime
import textwrap

import pytest

from netjudge_plugin import in_force
from netjudge_plugin.model.journal import SourceFile

JA = """
    形式: 1
    例:
      - 例: 会話は良い
        時点: 2026/11/23
        士業: 税理士、行政書士
        会った日:
          - {日付: 令和8年11月20日, 印象: [話をよく聞く, 無理のなさ: ○ 気楽], 未確認: 無理のなさ}
          - {日付: 2026-09-04, 印象: 質問をしてくれる}
        やり取り:
          - {日付: 2026-11-21, 向き: こちらから}
        判断の記録:
          - {日付: 2026-11-22, 判断: 連絡する, 理由: 恩師の紹介}
        判断: 連絡する
        基準による判断: {判断: 見送り, 理由: まだ早い}
        印: {会話の進め方: ○, 無理のなさ: ×}
        確か: いいえ
        順番: S9
        見直し: 2027-03-16
    """
EN = """
    format: 1
    examples:
      - example: 会話は良い
        as_of: 2026-11-23
        profession: [税理士, 行政書士]
        meetings:
          - {date: 2026-11-20, impressions: [話をよく聞く, 無理のなさ: ○ 気楽], unsure: [無理のなさ]}
          - {date: 2026-09-04, impressions: [質問をしてくれる]}
        exchanges:
          - {date: 2026-11-21, direction: out}
        decisions:
          - {date: 2026-11-22, decision: 連絡する, reason: 恩師の紹介}
        verdict: 連絡する
        computed: {verdict: 見送り, why: まだ早い}
        signs: {会話の進め方: ○, 無理のなさ: ×}
        firm: no
        step: S9
        revisit: 2027-03-16
    """


def read(text):
    data = textwrap.dedent(text).lstrip("\n").encode()
    return in_force.read_examples(SourceFile("criteria.examples.yml", "criteria.examples.yml", data))


def said(problems):
    return [f"{d.place.line}:{d.place.column} {d.name}" for d in problems]


@pytest.mark.parametrize("text", [JA, EN], ids=["ja", "en"])
def test_an_example_in_either_language(text):
    (example,), problems = read(text)
    assert problems == ()
    assert (example.title, example.as_of) == ("会話は良い", datetime.date(2026, 11, 23))
    person, wanted = example.person, example.wanted
    assert [one.id for one in person.professions] == ["zeirishi", "gyoseishoshi"]
    assert [met.date.isoformat() for met in person.encounters] == ["2026-09-04", "2026-11-20"]
    last = person.encounters[-1].contact
    assert [(one.axis, one.text) for one in last.impressions] == [(None, "話をよく聞く"), ("無理のなさ", "○ 気楽")]
    assert [word.text for word in last.unsure] == ["無理のなさ"]
    assert [(one.direction, one.date.isoformat()) for one in person.exchanges] == [("out", "2026-11-21")]
    assert [(one.verdict.text, one.reason) for one in person.decisions] == [("連絡する", "恩師の紹介")]
    assert [word.text for word in (wanted.verdict, wanted.computed_verdict, wanted.computed_why)] == [
        "連絡する",
        "見送り",
        "まだ早い",
    ]
    assert [(one.axis, one.text) for one in wanted.signs] == [("会話の進め方", "○"), ("無理のなさ", "×")]
    assert (wanted.firm, wanted.step, wanted.revisit) == (False, "S9", datetime.date(2027, 3, 16))


def test_what_is_not_written_is_not_asked_for():
    (example,), _ = read("format: 1\nexamples:\n  - {example: a, as_of: 2026-11-23, verdict: defer}\n")
    wanted = example.wanted
    assert (wanted.why, wanted.firm, wanted.signs, wanted.step, wanted.revisit) == (None,) * 5
    assert (wanted.computed_verdict, wanted.computed_why) == (None, None)
    assert (example.person.encounters, example.person.professions) == ((), ())


def test_no_signs_and_no_sign_are_not_the_same():
    text = "format: 1\nexamples:\n  - {{example: a, as_of: 2026-11-23, verdict: defer, signs: {}}}\n"
    assert read(text.format("{}"))[0][0].wanted.signs == ()
    assert read(text.format(""))[0][0].wanted.signs is None


def test_places_are_those_of_the_file():
    (example,), _ = read(JA)
    assert (example.place.path, example.place.line, example.place.column) == ("criteria.examples.yml", 3, 8)
    assert (example.wanted.verdict.place.line, example.wanted.signs[1].place.column) == (13, 20)


@pytest.mark.parametrize(
    ("lines", "expected", "left"),
    [
        (["- example: a", "  as_of: 2026-11-23"], ["3:5 field-missing"], 0),
        (["- example: a", "  as_of: 2026-02-30", "  verdict: defer"], ["4:12 date-impossible"], 0),
        (["- example: a", "  as_of: 2026-11-23", "  verdikt: defer"], ["5:5 unknown-field", "3:5 field-missing"], 0),
        (["- example: a", "  as_of: 2026-11-23", "  verdict: defer", "  firm: maybe"], ["6:11 value-not-choice"], 1),
        (["- example: a", "  as_of: 2026-11-23", "  verdict: defer", "  signs: ○"], ["6:12 value-not-table"], 1),
        (["- example: a", "  as_of: 2026-11-23", "  verdict: defer", "  meetings: {}"], ["6:15 value-not-list"], 1),
        (
            [
                "- example: a",
                "  as_of: 2026-11-23",
                "  verdict: defer",
                "  decisions:",
                "    - {date: 2026-11-20, decision: a}",
            ],
            ["7:28 reason-missing"],
            1,
        ),
        (["- a"], ["3:5 value-not-table"], 0),
    ],
)
def test_a_mistake_costs_one_example_at_most_and_is_named_at_its_place(lines, expected, left):
    fine = ["- {example: b, as_of: 2026-11-23, verdict: defer}"]
    text = "\n".join(["format: 1", "examples:", *(f"  {line}" for line in [*lines, *fine]), ""])
    examples, problems = read(text)
    assert said(problems) == expected
    assert len(examples) == left + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("format: 2\nexamples: []\n", ["1:9 value-not-choice"]),
        ("examples: []\n", ["1:1 field-missing"]),
        ("format: 1\nexample: []\n", ["2:1 unknown-field"]),
        ("format: 1\nexamples: a\n", ["2:11 value-not-list"]),
        ("- a\n", ["1:1 front-matter-not-table"]),
        ("format: 1\n", []),
    ],
)
def test_the_file_as_a_whole(text, expected):
    examples, problems = read(text)
    assert examples == ()
    assert said(problems) == expected
