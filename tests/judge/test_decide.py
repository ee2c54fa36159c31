"""Verdicts: the order of the steps, firm and provisional, my own decisions, and the day for a fresh look."""

from __future__ import annotations

import itertools

import pytest
from records import RULES, STANDARD, STEPS, day, decided, judged, met, person, sent, signs

from netjudge_plugin import in_force
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.model.judgement import AxisState

FITS = ("near_field", "similar_view", "pace_fits", "listens", "asks", "clear_scope")
SIMPLE = in_force.shipped("simple", "ja")


def test_a_provisional_verdict_names_the_axes_that_could_change_it():
    judgement = judged(person(met("2026-11-20", *FITS)))
    assert (judgement.verdict, judgement.why, judgement.firm) == ("contact", "fits", False)
    assert judgement.computed.open_axes == ("comfort", "respect")


def test_the_cheap_test_of_firmness_agrees_with_the_exact_one_on_every_state():
    """No open step above the one that fired has another verdict: true of the standard file, not of every edited one."""
    from netjudge_plugin.judge.logic import Truth, value_of

    axes = {axis.id: axis for axis in STANDARD.axes}
    ok, no, mixed, unknown = AxisState.OK, AxisState.NO, AxisState.MIXED, AxisState.UNKNOWN
    choices = [(no, mixed, unknown, ok) if axis.style == "guard" else (no, unknown, ok) for axis in STANDARD.axes]
    states = list(itertools.product(*choices))
    assert len(states) == 8748
    for state in states:
        verdict = STEPS.verdict(state, frozenset())
        if verdict == "defer":
            continue
        by_axis = dict(zip(axes, state, strict=True))
        above = itertools.takewhile(lambda s, at=state: s is not STEPS.first_true(at, frozenset()), STANDARD.steps)
        open_steps = [s for s in above if value_of(s, axes, by_axis, frozenset()) is Truth.UNKNOWN]
        cheap = all(step.then == verdict for step in open_steps)
        assert STEPS.firmness(state, frozenset())[0] == cheap


def test_a_deferral_is_neither_firm_nor_provisional():
    assert judged(person()).firm is None


def test_my_own_decision_holds_until_its_day_and_the_computed_verdict_is_kept():
    someone = person(
        met("2026-11-20", *FITS[:2], "rushed"), decisions=[decided("2026-11-21", "連絡する", until="2027-05-31")]
    )
    for today, verdict in (
        ("2026-11-20", "not_this_time"),
        ("2026-11-21", "contact"),
        ("2027-05-30", "contact"),
        ("2027-05-31", "not_this_time"),
    ):
        assert judged(someone, today).verdict == verdict
    judgement = judged(someone)
    assert (judgement.why, judgement.firm, judgement.override.reason) == ("decision", None, "恩師の紹介")
    assert (judgement.computed.verdict, judgement.computed.why) == ("not_this_time", "strain")
    assert judgement.revisit is None


def test_without_an_end_a_decision_lasts_as_long_as_the_criteria_say():
    someone = person(met("2026-01-10", "rushed"), decisions=[decided("2026-01-15", "contact")])
    assert judged(someone, "2027-01-14").verdict == "contact"
    assert judged(someone, "2027-01-15").override is None


def test_of_several_decisions_the_latest_dated_wins():
    someone = person(met("2026-11-01"), decisions=[decided("2026-11-02", "contact"), decided("2026-11-10", "defer")])
    assert judged(someone).verdict == "defer"


def test_the_flags_of_an_override():
    over = judged(person(met("2026-11-20", "clear_discomfort"), decisions=[decided("2026-11-21", "contact")]))
    assert over.override.over_stop
    same = judged(person(met("2026-11-20", *FITS), decisions=[decided("2026-11-21", "contact")]))
    assert same.override.same_as_computed
    since = judged(
        person(met("2026-11-01"), met("2026-11-20", "listens", "asks"), decisions=[decided("2026-11-02", "contact")])
    )
    assert since.override.facts_since == 2


def test_a_fresh_look_comes_within_a_year_or_when_the_timing_concern_ends():
    assert judged(person(met("2026-11-20"))).revisit == day("2027-11-23")
    busy = person(met("2026-11-20", *FITS, "me_busy"))
    assert judged(busy).why == "timing"
    assert judged(busy).revisit == day("2027-02-20")
    put_off = person(met("2026-11-20", *FITS), decisions=[decided("2026-11-21", "defer", until="2027-01-31")])
    assert judged(put_off).revisit == day("2027-01-31")
    busy_and_put_off = person(met("2026-11-20", *FITS, "me_busy"), decisions=[decided("2026-11-21", "defer")])
    assert judged(busy_and_put_off).revisit == day("2027-02-20")


def test_the_timeline_has_a_turn_for_every_day_on_which_something_happened():
    """9/4 見送り（もう少し知ってから）→ 11/20 連絡する."""
    someone = person(
        met("2026-09-04", "courteous", "listens"),
        met("2026-11-20", "exchange_idea", "listens", "natural_self", "shared_topic"),
        exchanges=[sent("2026-11-21")],
        decisions=[decided("2026-11-21", "contact")],
    )
    found, _ = judge_person(someone, RULES, day("2026-11-23"))
    assert [(t.date.isoformat(), t.occasions, t.judgement.verdict, t.judgement.why) for t in found.timeline] == [
        ("2026-09-04", ("meeting",), "defer", "know_more"),
        ("2026-11-20", ("meeting",), "contact", "fits"),
        ("2026-11-21", ("out", "decision"), "contact", "decision"),
    ]


@pytest.mark.parametrize(
    ("words", "verdict", "why"),
    [
        (["easy", "can_respect"], "contact", "fits"),
        (["easy"], "defer", "know_more"),
        (["無理が出そう", "can_respect"], "not_this_time", "strain"),
        (["easy", "can_respect", "はっきりした違和感"], "not_this_time", "discomfort"),
        (["話が盛り上がった"], "defer", "feeling_only"),
    ],
)
def test_the_simple_criteria_ask_two_questions(words, verdict, why):
    judgement = judged(person(met("2026-11-20", *words)), criteria=SIMPLE)
    assert (judgement.verdict, judgement.why) == (verdict, why)
    assert len(signs(judgement)) == 2


def test_an_older_decision_that_lasts_longer_gives_way_to_the_newer():
    decisions = [
        decided("2026-11-02", "contact", until="2028-01-01"),
        decided("2026-11-10", "defer", until="2027-01-01"),
    ]
    assert judged(person(met("2026-11-01"), decisions=decisions)).verdict == "defer"


def test_what_is_counted_as_new_since_a_decision():
    same_day = person(met("2026-11-20", "listens"), decisions=[decided("2026-11-20", "contact")])
    assert judged(same_day).override.facts_since == 0
    with_sign = person(met("2026-11-20", "rude"), decisions=[decided("2026-11-02", "contact")])
    assert judged(with_sign).override.facts_since == 1
    silent = person(met("2026-07-01"), decisions=[decided("2026-07-02", "contact")], exchanges=[sent("2026-09-01")] * 2)
    assert [o.word for o in judged(silent).facts.observations] == ["no_reply"]
    assert judged(silent).override.facts_since == 0


def test_a_decision_that_agrees_with_a_stop_sign_does_not_override_it():
    someone = person(met("2026-11-20", "rude"), decisions=[decided("2026-11-21", "not_this_time")])
    assert not judged(someone).override.over_stop
    assert judged(someone).override.same_as_computed


def test_a_release_alone_is_a_turn_of_the_timeline():
    someone = person(met("2026-09-04", "rude"), decisions=[decided("2026-10-01", released=["rude"])])
    found, _ = judge_person(someone, RULES, day("2026-11-23"))
    assert [(t.date.isoformat(), t.judgement.verdict) for t in found.timeline] == [
        ("2026-09-04", "not_this_time"),
        ("2026-10-01", "defer"),
    ]
