"""The shipped examples: all worked examples of the model with all they say, the same in both languages."""

from pathlib import Path

import pytest
import yaml

from netjudge_plugin import in_force
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.words import MARKS
from netjudge_plugin.reader import presets

PRESETS = pytest.mark.parametrize("preset", presets.PRESETS)
_SHARED = Path(__file__).parents[3] / "shared" / "cases" / "judgement.yml"
CASES = yaml.safe_load(_SHARED.read_text(encoding="utf-8")) if _SHARED.is_file() else []
needs_cases = pytest.mark.skipif(not CASES, reason=f"{_SHARED} is not there: the worked examples are kept outside")


def load(preset, language):
    """The examples, and the lexicon that understands them."""
    examples, problems = in_force.read_examples(presets.preset_examples(preset, language))
    assert problems == ()
    return examples, Rules.of(in_force.shipped(preset, language)).lexicon


def words(impressions, lexicon):
    """The impressions as ids, none of which may be unknown."""
    read = [lexicon.read(one) for one in impressions]
    assert [problem for _, problems in read for problem in problems] == []
    return [meaning.id for meanings, _ in read for meaning in meanings]


def understood(found, problems):
    assert problems == ()
    return found


def meaning(example, lexicon):
    """All that an example says but its title and its reasons, as ids: what must be the same in every language."""
    person, wanted = example.person, example.wanted
    marks = {one.axis: one.text for one in wanted.signs or ()}
    assert set(marks.values()) <= set(MARKS)
    return {
        "as_of": example.as_of,
        "profession": [one.id for one in person.professions],
        "met": [(met.date, words(met.contact.impressions, lexicon)) for met in person.encounters],
        "exchanges": [(one.date, one.direction) for one in person.exchanges],
        "decisions": [(one.date, understood(*lexicon.verdict(one.verdict))) for one in person.decisions],
        "verdict": understood(*lexicon.verdict(wanted.verdict)),
        "why": wanted.why and understood(*lexicon.why(wanted.why)),
        "firm": wanted.firm,
        "revisit": wanted.revisit,
        "signs": None if wanted.signs is None else {lexicon.read(one)[0][0].axis: one.text for one in wanted.signs},
        "computed": wanted.computed_verdict
        and {
            "verdict": understood(*lexicon.verdict(wanted.computed_verdict)),
            "why": understood(*lexicon.why(wanted.computed_why)),
        },
    }


@PRESETS
def test_both_languages_say_the_same(preset):
    ja, en = (
        [meaning(one, lexicon) for one in examples] for examples, lexicon in (load(preset, "ja"), load(preset, "en"))
    )
    assert ja == en


@PRESETS
@pytest.mark.parametrize("language", ["ja", "en"])
def test_titles_are_told_apart_and_speak_the_language(preset, language):
    titles = [example.title for example in load(preset, language)[0]]
    assert len(set(titles)) == len(titles)
    assert all(title.isascii() == (language == "en") for title in titles)
    reasons = [one.reason for example in load(preset, language)[0] for one in example.person.decisions]
    assert all(reason.isascii() == (language == "en") for reason in reasons)


@PRESETS
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_files_are_tidy(preset, language):
    lines = presets.preset_examples(preset, language).data.decode().split("\n")
    assert [line for line in lines if line != line.rstrip() or "\t" in line] == []
    assert lines[-1] == ""
    assert max(map(len, lines)) <= 120


@needs_cases
def test_every_worked_example_is_there_with_everything_that_it_says():
    examples, lexicon = load("standard", "ja")
    told = [meaning(example, lexicon) | {"title": example.title} for example in examples]
    assert told == [expected(case, lexicon) for case in CASES]


def expected(case, lexicon):
    """A worked example in the form of `meaning`; what it does not say is None."""
    ids = {text: found.id for text, found in lexicon.words.items()}
    axes = [axis.id for axis in lexicon.criteria.axes]
    professions = {"税理士": "zeirishi"}
    return {
        "title": case["title"],
        "as_of": case["as_of"],
        "profession": [professions[case["profession"]]] if "profession" in case else [],
        "met": [(met["date"], [ids[word] for word in met["impressions"]]) for met in case["encounters"]],
        "exchanges": [(one["date"], one["direction"]) for one in case.get("exchanges", [])],
        "decisions": [(one["date"], one["decision"]) for one in case.get("decisions", [])],
        "verdict": case["verdict"],
        "why": case.get("why"),
        "firm": case.get("firm"),
        "revisit": case.get("revisit"),
        "signs": {axis: mark for axis, mark in zip(axes, case["signs"], strict=True) if mark != "？"},
        "computed": case.get("computed"),
    }
