"""Words and marks: what an impression means."""

from __future__ import annotations

import pytest
from records import LEXICON, impression

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Word

HERE = Place("journal/a.md", 6, 9)


def read(written):
    meanings, problems = LEXICON.read(impression(written, HERE))
    return [(m.kind, m.id, m.axis, m.polarity) for m in meanings], [
        (p.name, p.facts.get("suggestions", "")) for p in problems
    ]


@pytest.mark.parametrize(
    "written",
    [
        "業務分野が近い",
        "near_field",
        "practice areas are close",
        " 業務分野が近い　",
        "Practice Areas Are CLOSE",
        "ｎｅａｒ_field",
    ],
)
def test_a_word_is_its_id_or_its_label_in_either_language(written):
    assert read(written) == ([("word", "near_field", "future", 1)], [])


def test_stop_signs_and_notes_are_words_too():
    assert read("はっきりした違和感")[0] == [("stop", "clear_discomfort", "", 0)]
    assert read("lively talk")[0] == [("note", "lively", "", 0)]


def test_several_words_run_together_are_read_one_by_one():
    """YAML loads [業務分野が近い、考え方が似ている] as one string."""
    found, problems = read("業務分野が近い、考え方が似ている，対応が丁寧")
    assert [word for _, word, _, _ in found] == ["near_field", "similar_view", "courteous"]
    assert problems == []


def test_what_is_not_known_counts_as_nothing_and_is_said_with_a_suggestion():
    found, problems = read("業務分野が近しい")
    assert found == []
    assert problems == [("unknown-word", "業務分野が近い\n業務の考え方が近い")]
    assert read("業務分野が近い、なにか")[0] == [("word", "near_field", "future", 1)]


@pytest.mark.parametrize(
    ("mark", "polarities"),
    [
        ("◎", [1, 1]), ("○", [1]), ("〇", [1]), ("◯", [1]), ("×", [-1]), ("✕", [-1]), ("✖", [-1]), ("✖️", [-1]),
        ("××", [-1, -1]), ("△", [1, -1]), ("▲", [1, -1]),
    ],
)  # fmt: skip
def test_marks_on_an_axis(mark, polarities):
    found, problems = read({"無理のなさ": mark})
    assert [(kind, axis, polarity) for kind, _, axis, polarity in found] == [("mark", "ease", p) for p in polarities]
    assert problems == []


@pytest.mark.parametrize("axis", ["無理のなさ", "ease", "Ease for me", "ＥＡＳＥ"])
@pytest.mark.parametrize("mark", ["○ 同じ研修を受けていた", "○同じ研修を受けていた", "○　同じ研修を受けていた"])
def test_what_follows_a_mark_are_the_users_own_words(axis, mark):
    assert read({axis: mark})[0] == [("mark", "同じ研修を受けていた", "ease", 1)]


def test_own_words_stay_as_they_were_written():
    assert read({"ease": "○ 〇〇さんの紹介？"})[0] == [("mark", "〇〇さんの紹介？", "ease", 1)]


@pytest.mark.parametrize("mark", ["？", "?", "？ まだ聞けていない"])
def test_a_question_mark_is_unsure(mark):
    assert [(kind, axis) for kind, _, axis, _ in read({"ease": mark})[0]] == [("unsure", "ease")]


def test_a_colon_of_either_width_in_one_text_is_a_mark_as_well():
    assert read("無理のなさ：×")[0] == [("mark", "", "ease", -1)]


@pytest.mark.parametrize("mark", ["よい", "○×", "◎◎", "", "×××"])
def test_an_unknown_mark_is_said(mark):
    assert read({"無理のなさ": mark}) == ([], [("unknown-mark", "")])


def test_an_unknown_axis_is_said():
    assert read({"無理のなき": "○"}) == ([], [("unknown-axis", "無理のなさ")])


@pytest.mark.parametrize("written", ["contact", "連絡する", "Contact", "CONTACT "])
def test_a_decision_is_a_verdict_in_either_language(written):
    assert LEXICON.verdict(Word(written, HERE)) == ("contact", ())


def test_a_decision_is_nothing_else():
    verdict, (problem,) = LEXICON.verdict(Word("連絡したい", HERE))
    assert verdict is None
    assert problem.name == "unknown-verdict"


def test_a_word_behind_a_mark_is_not_swallowed_by_it():
    found, problems = read("無理のなさ：○、失礼な言動")
    assert [(kind, word) for kind, word, _, _ in found] == [("mark", ""), ("stop", "rude")]
    assert problems == []
    assert read("無理のなさ：○ ゆっくり、落ち着いて")[0] == [("mark", "ゆっくり、落ち着いて", "ease", 1)]


def test_releases_and_axes_may_be_run_together_too():
    assert LEXICON.releases(Word("失礼な言動、断っても勧誘が続く", HERE)) == (("rude", "pushy"), ())
    assert LEXICON.axes_of(Word("無理のなさ、タイミング", HERE)) == (("ease", "timing"), ())
    found, (problem,) = LEXICON.axes_of(Word("無理のなさ、なにか", HERE))
    assert (found, problem.name) == (("ease",), "unknown-axis")
