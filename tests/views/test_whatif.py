"""What would change a verdict, in words: on the page of a person, and every form that the sentence can take."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
from records import RULES, STANDARD, TODAY, day, decided, met, person

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.whatif import Counterfactual, Further, Question, WhatIf
from netjudge_plugin.views.whatif import change, questions

FITS = ("near_field", "similar_view", "pace_fits", "listens", "asks", "clear_scope")
BUSY = ("near_field", "similar_view", "natural_self", "clear_scope", "client_attitude")
CRITERIA = {"ja": STANDARD, "en": in_force.shipped("standard", "en")}

four = [
    ("「線引きの明確さ」「心地よさ・違和感」「話題の共有しやすさ」「立場の尊重」"),
    ("“Clear boundaries”, “Comfort or unease”, “Shared topics”, “Respect for each other's position”"),
]


def told(someone, language="ja", today=TODAY, **edited):
    judged, _ = judge_person(someone, RULES, today)
    if edited:
        judged = replace(judged, whatif=WhatIf(Counterfactual(**edited)))
    return change(judged, CRITERIA[language], catalogue(language), datetime.date.isoformat)


@pytest.mark.parametrize(
    ("someone", "ja", "en"),
    [
        pytest.param(
            person(met("2026-11-20", "listens", "asks", "clear_scope", "clear_teaming")),
            "あと3つの材料で「連絡する」になります：将来のやり取りに良い材料があと2つ、無理のなさに良い材料があと1つ。",
            "3 more good facts would make it “Contact”: 2 on “Future exchange” and one on “Ease for me”.",
            id="a deferral",
        ),
        pytest.param(
            person(met("2026-11-20")),
            "あと5つの材料で「連絡する」になります：将来のやり取りに良い材料があと2つ、無理のなさに良い材料があと1つ、"
            f"それに加えて、{four[0]}のうち2つに良い材料があと1つずつ。",
            "5 more good facts would make it “Contact”: 2 on “Future exchange”, one on “Ease for me”, "
            f"and one each on any 2 of {four[1]}.",
            id="some of several",
        ),
        pytest.param(
            person(met("2026-11-20", "listens", "asks")),
            "あと4つの材料で「連絡する」になります：将来のやり取りに良い材料があと2つ、無理のなさに良い材料があと1つ、"
            f"それに加えて、{four[0]}のどれかに良い材料があと1つ。",
            "4 more good facts would make it “Contact”: 2 on “Future exchange”, one on “Ease for me”, "
            f"and one on any of {four[1]}.",
            id="one of several",
        ),
        pytest.param(
            person(met("2026-06-05", *BUSY), met("2026-11-20", "no_overlap")),
            "あと1つの材料で「連絡する」になります：将来のやり取りに良い材料があと1つ。",
            "One more good fact would make it “Contact”: one on “Future exchange”.",
            id="a single fact",
        ),
        pytest.param(
            person(met("2026-11-20", *FITS, "slight_unease")),
            "あと1つの材料で「連絡する」になります：「違和感が解けた」と書けること。",
            "One more good fact would make it “Contact”: being able to note “the unease has cleared”.",
            id="a clearing word",
        ),
        pytest.param(
            person(met("2026-11-20", *FITS[:2], *FITS[3:], "rushed")),
            "変わるとしたら：無理のなさに良い材料が1つ。",
            "What would change it: one good fact on “Ease for me”.",
            id="not this time",
        ),
        pytest.param(
            person(met("2026-11-20", *FITS, "pushy")),
            "変わるとしたら：「断っても勧誘が続く」を自分で解除すること。",
            "What would change it: my own release of “keeps pushing after a no”.",
            id="a sign that only time or a release ends",
        ),
        pytest.param(
            person(met("2026-11-20", *FITS, "kickback")),
            "変わるのは、自分で解除したときだけです。",
            "Only my own release can change this.",
            id="a red line",
        ),
        pytest.param(
            person(met("2026-11-20", *FITS, "me_busy")),
            "このままでも、2027-02-20から「連絡する」になります。",
            "Even if nothing new is noted, it becomes “Contact” on 2027-02-20.",
            id="timing",
        ),
        pytest.param(
            person(met("2026-11-20", "one_sided", "no_questions", "pitch_only", "no_overlap")),
            "変わるとしても、かなりの材料が必要です。",
            "If it changed at all, it would take a good many new facts.",
            id="a long way",
        ),
        pytest.param(
            person(met("2026-11-20", *BUSY[:3], "vague_scope", "topics_dry", "one_sided", "no_questions")),
            "変わるとしたら：線引きの明確さに良い材料が2つと心地よさ・違和感に良い材料が1つ、"
            "または線引きの明確さに良い材料が2つと立場の尊重に良い材料が1つ、"
            "または心地よさ・違和感に良い材料が1つと話題の共有しやすさに良い材料が2つ（ほかの組み合わせもあります）。",
            "What would change it: 2 good facts on “Clear boundaries” with one good fact on “Comfort or unease”, "
            "or 2 good facts on “Clear boundaries” with one good fact on “Respect for each other's position”, "
            "or one good fact on “Comfort or unease” with 2 good facts on “Shared topics” "
            "(there are other combinations too).",
            id="no plain choice",
        ),
        pytest.param(person(met("2026-11-20", *FITS)), "", "", id="contact"),
    ],
)
def test_what_would_change_it(someone, ja, en):
    assert (told(someone), told(someone, "en")) == (ja, en)


@pytest.mark.parametrize(
    ("words", "ja", "en"),
    [
        (["rushed", *FITS[:2], *FITS[3:]], "基準による判断が変わるとしたら：無理", "What would change the verdict of"),
        (["kickback"], "基準による判断が変わるのは、自分で解除", "Only my own release can change the verdict of"),
        ([*FITS, "me_busy"], "基準による判断は、このままでも", "Even if nothing new is noted, the"),
        ([*FITS[:5], "slight_unease"], "基準による判断は、あと1つの材料で", "One more good fact would make the"),
        (["listens"], "基準による判断は、あと5つの材料で", "5 more good facts would make the verdict of the criteria"),
        (["one_sided", "no_questions", "pitch_only", "no_overlap"], "基準による判断が変わるとしても", "If the"),
    ],
)  # fmt: skip
def test_under_a_decision_of_my_own_it_is_about_the_criteria(words, ja, en):
    someone = person(met("2026-11-20", *words), decisions=[decided("2026-11-21", "not_this_time")])
    assert told(someone).startswith(ja)
    assert told(someone, "en").startswith(en)


def good(axis, count=1):
    return Further("good", axis, count)


def test_a_deferral_that_is_a_long_way_off_is_told_kindly():
    assert told(person(), cost=None) == (
        "「連絡する」になるには、かなりの材料が必要です。急がず、会えたときに少しずつで十分です。"
    )
    assert "There is no hurry" in told(person(), "en", cost=None)
    mine = person(decisions=[decided("2026-11-21", "contact")])
    assert told(mine, cost=None) == "基準による判断が「連絡する」になるには、かなりの材料が必要です。"


def test_a_clearing_word_with_facts_besides_and_a_choice_of_words():
    one = (Further("clear", "comfort", 3, ("unease_gone", "at_ease")),)
    assert told(person(), cost=3, sets=(one,)).endswith(
        "：「違和感が解けた」か「心地よかった」と書けること（加えて、心地よさ・違和感に良い材料があと2つ）。"
    )
    assert told(person(), "en", cost=3, sets=(one,)).endswith(
        ": being able to note “the unease has cleared” or “felt comfortable” (and 2 more on “Comfort or unease”)."
    )


def test_a_choice_of_more_than_one_fact_each():
    some = ((good("ease"), good("topics", 2)), (good("ease"), good("respect", 2)))
    assert told(person(), cost=3, sets=some).endswith(
        "：無理のなさに良い材料があと1つ、それに加えて、「話題の共有しやすさ」「立場の尊重」のどれかに良い材料があと2つ。"
    )
    three = [
        (good(a, 2), good(b, 2)) for a, b in (("boundary", "topics"), ("boundary", "respect"), ("topics", "respect"))
    ]
    assert told(person(), cost=4, sets=tuple(three)).endswith(
        "：「線引きの明確さ」「話題の共有しやすさ」「立場の尊重」のうち2つに良い材料があと2つずつ。"
    )


def test_ways_that_are_no_choice_of_axes_are_told_one_by_one():
    cleared = (Further("clear", "comfort", 1, ("unease_gone",)), good("ease"))
    released = (Further("release", words=("pushy",)), good("topics"))
    assert told(person(), cost=2, sets=(released, cleared)).endswith(
        "：「断っても勧誘が続く」を自分で解除することと話題の共有しやすさに良い材料があと1つ、"
        "または「違和感が解けた」と書けることと無理のなさに良い材料があと1つ。"
    )
    uneven = ((good("topics", 2),), (good("topics"), good("respect")))
    assert told(person(), cost=2, sets=uneven).endswith(
        "：話題の共有しやすさに良い材料があと1つ、それに加えて、"
        "「話題の共有しやすさ」「立場の尊重」のどれかに良い材料があと1つ。"
    )


def test_no_sentence_about_not_contacting_counts_what_is_missing():
    for words in (FITS[3:], ("rushed",), ("clear_discomfort",), ("belittles",), ("pushy", "topics_dry")):
        said = told(person(met("2026-11-20", *words, "drained")))
        assert said.startswith("変わる")
        assert "あと" not in said


def test_an_axis_without_a_question_to_ask_has_its_own():
    judged, _ = judge_person(person(), RULES, TODAY)
    judged = replace(judged, whatif=WhatIf(next=(Question("timing", (), unsure=True),)))
    (one,) = questions(judged, STANDARD)
    assert (one.axis, one.asks, one.unsure) == (
        "タイミング",
        ("いまが連絡のタイミングか（相手の負担にならないか）",),
        True,
    )
    unasked = replace(STANDARD, axes=tuple(replace(axis, question="") for axis in STANDARD.axes))
    assert questions(judged, unasked) == ()


# ---------------------------------------------------------------------------------------------------------------------
# The page of a person
# ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def verdict(show, part, seen):
    """What stands under the verdict of somebody met once."""

    def shown(impressions, contact="", **more):
        who = f"{{person: 佐藤 美咲, reading: さとう みさき, impressions: [{impressions}]{contact}}}"
        text = f"---\ntitle: 会\ndate: 2026-11-20\ncontacts:\n  - {who}\n---\n"
        return seen(part(show({"a.md": text}, **more)["people/sato-misaki"].html, "verdict"))

    return shown


def test_the_page_of_a_deferred_person(verdict):
    assert (
        "あと3つの材料で「連絡する」になります：将来のやり取りに良い材料があと2つ、無理のなさに良い材料があと1つ。 "
        "次に会ったら 心地よさ・違和感 未確認の印あり 帰り道に、どう感じたかを一言だけ書く "
        "将来のやり取り どんな場面で他士業に相談しますか 最近よくある相談は何ですか "
        "無理のなさ ふだんの連絡手段とペースを聞く 見直し 再会したとき。"
    ) in verdict("話をよく聞く, 質問をしてくれる, 業務の線引きが明確", ", unsure: [心地よさ・違和感]")


def test_the_page_says_dates_as_pages_do(verdict):
    words = "業務分野が近い, 考え方が似ている, 自然体でいられる, 業務の線引きが明確, 共通の話題がある, 自分が手一杯"
    assert "このままでも、2027年2月20日から「連絡する」になります。" in verdict(words)
    assert "it becomes “Contact” on 20 Feb 2027." in verdict(words, language="en")


def test_the_page_of_a_red_line_asks_nothing(verdict):
    text = verdict("紹介料や名義貸しを持ちかける")
    assert "変わるのは、自分で解除したときだけです。 見直し" in text
    assert "次に会ったら" not in text


def test_the_page_of_a_decision_of_my_own(verdict):
    text = verdict("返信を急かされそう, 業務分野が近い", ", decision: 連絡する, reason: 恩師の紹介")
    assert "基準による判断が変わるとしたら：将来のやり取りに良い材料が1つ、無理のなさに良い材料が1つ" in text


def test_a_settled_contact_looks_no_further(verdict):
    text = verdict("業務分野が近い, 対応が丁寧, 自然体でいられる, 心地よかった, 共通の話題がある, 立場の尊重: ○")
    assert "連絡する — 無理なくやり取りできそう 確か" in text
    assert "次に会ったら" not in text
    assert "変わるとしたら" not in text


def test_the_sources_name_the_criteria(show, seen):
    html = show({"a.md": "---\ntitle: 会\ndate: 2026-11-20\ncontacts: [{person: 佐藤 美咲, reading: さとう}]\n---\n"})
    (page,) = (page for uri, page in html.items() if uri.startswith("people/sato"))
    assert re.search(
        r"もとのファイル journal/a\.md:\d+ 判断基準：標準の判断基準（内容のしるし [0-9a-f]{12}）$", seen(page.html)
    )


def test_labels_of_my_own_criteria_are_escaped(show):
    text = (pipeline.presets.preset("standard", "ja")).data.decode()
    edited = text.replace("name: 無理のなさ", "name: <b>無理</b>").replace(
        "ふだんの連絡手段とペースを聞く", "<i>聞く</i>"
    )
    event = "---\ntitle: 会\ndate: 2026-11-20\ncontacts: [{person: 佐藤 美咲, reading: さとう みさき}]\n---\n"
    html = show({"criteria.yml": edited, "a.md": event})["people/sato-misaki"].html
    assert "&lt;b&gt;無理&lt;/b&gt;に良い材料があと1つ" in html
    assert "&lt;i&gt;聞く&lt;/i&gt;" in html
    assert "<b>無理" not in html


def test_the_day_of_contact_comes_true():
    someone = person(met("2026-11-20", *FITS, "me_busy"))
    assert judge_person(someone, RULES, day("2027-02-20"))[0].now.verdict == "contact"
