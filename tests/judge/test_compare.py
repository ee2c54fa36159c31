"""What an edit of the criteria does to the same people, and which version was in force on a day."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import LEXICON, RULES, STANDARD, TODAY, day, decided, met, person

from netjudge_plugin import in_force
from netjudge_plugin.judge import compare as compared
from netjudge_plugin.judge.compare import compare, kept_on, last_decision
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.model.versions import Kept

GOOD = (
    "業務分野が近い",
    "考え方が似ている",
    "自然体でいられる",
    "話をよく聞く",
    "質問をしてくれる",
    "業務の線引きが明確",
)
WORDS = sorted(text for text, meaning in LEXICON.words.items() if meaning.id == text)


def named(identifier, someone):
    return replace(someone, id=identifier)


def without(*steps):
    """The standard criteria without those steps."""
    return Rules.of(replace(STANDARD, steps=tuple(step for step in STANDARD.steps if step.id not in steps)))


def ids(turned):
    return [one.person_id for one in turned]


def test_everybody_by_what_changes():
    people = (
        named("busy", person(met("2026-11-20", *GOOD, "自分が手一杯"))),
        named(
            "decided",
            person(met("2026-11-20", *GOOD, "自分が手一杯"), decisions=[decided("2026-11-21", "今回は連絡しない")]),
        ),
        named("fine", person(met("2026-11-20", *GOOD))),
        named("uneasy", person(met("2026-11-20", "小さな違和感"))),
    )
    found = compare(people, RULES, without("S8", "S9"), TODAY)
    assert {name: ids(turned) for name, turned in found.changes.items()} == {
        "verdicts": ["busy"],
        "whys": ["uneasy"],
        "beneath": ["decided"],
    }
    assert found.same == ("fine",)
    (busy,) = found.verdicts
    assert (busy.before.verdict, busy.before.computed.step) == ("defer", "S9")
    assert (busy.after.verdict, busy.after.computed.step) == ("contact", "S10")
    (uneasy,) = found.whys
    assert (uneasy.before.why, uneasy.after.why) == ("unease", "feeling_only")
    assert (found.before, found.after) == (STANDARD, without("S8", "S9").criteria)


def test_a_decision_that_lasts_longer_by_one_of_them_changes_the_verdict():
    someone = person(met("2026-01-10", *GOOD), decisions=[decided("2026-01-10", "今回は連絡しない")])
    shorter = Rules.of(replace(STANDARD, decision_keeps=3))
    (turned,) = compare([someone], RULES, shorter, TODAY).verdicts
    assert (turned.before.why, turned.after.why) == ("decision", "fits")


#: Criteria that differ in every way that an edit of one place can have.
EDITED = [
    Rules.of(criteria)
    for criteria in (
        STANDARD,
        in_force.shipped("simple", "ja"),
        replace(STANDARD, steps=STANDARD.steps[::-1]),
        replace(STANDARD, steps=STANDARD.steps[2:]),
        replace(STANDARD, axes=tuple(replace(axis, ok_needs=1, no_needs=1) for axis in STANDARD.axes)),
        replace(STANDARD, decision_keeps=1),
    )
]
PEOPLE = st.lists(
    st.builds(
        lambda words, decision: person(
            met("2026-09-04", *words[:3]),
            met("2026-11-20", *words[3:]),
            decisions=[decided("2026-09-10", decision)] if decision else [],
        ),
        st.lists(st.sampled_from(WORDS), max_size=8),
        st.sampled_from(["", "contact", "defer", "not_this_time"]),
    ),
    max_size=4,
).map(lambda people: [named(f"p{number}", someone) for number, someone in enumerate(people)])


@given(PEOPLE, st.sampled_from(EDITED), st.sampled_from(EDITED))
def test_everybody_is_in_one_group_in_their_order(people, before, after):
    found = compare(people, before, after, TODAY)
    groups = [*map(ids, found.changes.values()), list(found.same)]
    assert sorted(one for group in groups for one in group) == [one.id for one in people]
    assert all(group == sorted(group) for group in groups)


@given(PEOPLE, st.sampled_from(EDITED))
def test_the_same_criteria_change_nothing(people, rules):
    found = compare(people, rules, Rules.of(rules.criteria), TODAY)
    assert found.changes == {}
    assert found.same == tuple(one.id for one in people)


@given(PEOPLE, st.sampled_from(EDITED), st.sampled_from(EDITED))
def test_the_other_way_round_it_is_the_same_the_other_way_round(people, before, after):
    there, back = compare(people, before, after, TODAY), compare(people, after, before, TODAY)
    turned = {
        name: tuple(replace(one, before=one.after, after=one.before) for one in group)
        for name, group in there.changes.items()
    }
    assert (back.changes, back.same) == (turned, there.same)


def kept(since, digest="a"):
    return Kept(day(since), replace(STANDARD, digest=digest))


@pytest.mark.parametrize(
    ("on", "since"),
    [("2024-12-31", None), ("2025-01-01", "2025-01-01"), ("2025-12-31", "2025-01-01"), ("2026-06-01", "2026-01-01")],
)
def test_kept_on_is_the_newest_version_dated_up_to_the_day(on, since):
    found = kept_on([kept("2026-01-01"), kept("2025-01-01")], day(on))
    assert (found and found.since) == (day(since) if since else None)


def test_the_last_decision_is_the_newest_one_with_a_verdict_up_to_today():
    people = [
        person(decisions=[decided("2026-01-01", "contact"), decided("2026-05-01", released=["kickback"])]),
        person(decisions=[decided("2026-03-01", "defer"), decided("2026-12-01", "contact")]),
    ]
    assert last_decision(people, TODAY) == day("2026-03-01")
    assert last_decision(people, day("2026-12-01")) == day("2026-12-01")
    assert last_decision([person()], TODAY) is None


def standing(*kept_versions, decisions=("2026-06-01",), same=("now",)):
    people = (person(met("2026-05-01", *GOOD), decisions=[decided(on, "contact") for on in decisions]),)
    return compared.versions(kept_versions, frozenset(same), people, RULES, TODAY)


def test_since_the_last_decision_the_criteria_are_others():
    found = standing(kept("2026-01-01", "then"), kept("2026-07-01", "now"))
    assert found.since_decision
    assert (found.since_decision.decided, found.since_decision.kept.since) == (day("2026-06-01"), day("2026-01-01"))
    assert found.since_decision.comparison.before.digest == "then"
    assert found.in_use == kept("2026-07-01", "now")


@pytest.mark.parametrize(
    "found",
    [
        standing(),
        standing(kept("2026-07-01", "then")),
        standing(kept("2026-01-01", "then"), decisions=()),
        standing(kept("2026-01-01", "now"), kept("2026-07-01", "then")),
        standing(kept("2026-01-01", "then"), same=("then", "now")),
    ],
    ids=["nothing kept", "kept later", "no decision", "the same again", "the other language's preset"],
)
def test_there_is_nothing_to_compare(found):
    assert found.since_decision is None


def test_the_version_in_use_is_the_newest_with_the_same_content():
    assert standing(kept("2026-01-01", "now"), kept("2026-02-01", "x"), kept("2026-03-01", "now")).in_use == kept(
        "2026-03-01", "now"
    )
    assert standing(kept("2026-01-01", "x")).in_use is None
