"""The laws of the judgement, as properties over drawn histories: what no journal may break."""

from __future__ import annotations

import datetime
from dataclasses import replace

from histories import CLEARING, CONCERN, GOOD, NOTES, SIGNS, dates, days, people, people_who_decide
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from records import LEXICON, STANDARD, STEPS, decided, gathered, judged, met, person, signs

from netjudge_plugin.judge.calendar import add_months
from netjudge_plugin.judge.decide import compute, judge
from netjudge_plugin.judge.evidence import fold
from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.wording import labels


def rank(verdict: str) -> int:
    return VERDICTS.index(verdict)


def with_word(someone, nth, word):
    """The same history with one more word at one of its meetings (a new meeting could itself be an answer)."""
    encounter = someone.encounters[nth]
    more = met(encounter.date, word).contact.impressions
    contact = replace(encounter.contact, impressions=(*encounter.contact.impressions, *more))
    encounters = list(someone.encounters)
    encounters[nth] = replace(encounter, contact=contact)
    return replace(someone, encounters=tuple(encounters))


@given(people, st.data())
def test_p1_a_good_word_never_lowers_the_verdict(someone, data):
    assume(someone.encounters)
    nth = data.draw(st.integers(0, len(someone.encounters) - 1))
    more = with_word(someone, nth, data.draw(st.sampled_from(GOOD)))
    assert rank(judged(more).verdict) >= rank(judged(someone).verdict)


@given(people, days, st.sampled_from(GOOD))
def test_p1_nor_does_it_at_a_meeting_of_its_own(someone, on, word):
    more = replace(someone, encounters=tuple(sorted((*someone.encounters, met(on, word)), key=lambda e: e.date)))
    assert rank(judged(more).verdict) >= rank(judged(someone).verdict)


@given(people, st.data())
def test_p2_a_concern_or_a_stop_sign_never_raises_it(someone, data):
    assume(someone.encounters)
    nth = data.draw(st.integers(0, len(someone.encounters) - 1))
    more = with_word(someone, nth, data.draw(st.sampled_from(CONCERN + SIGNS)))
    assert rank(judged(more).verdict) <= rank(judged(someone).verdict)


@given(people, days, st.sampled_from(["", *NOTES]), st.sampled_from([axis.id for axis in STANDARD.axes]))
def test_p3_what_is_not_said_changes_nothing(someone, on, note, axis):
    # a meeting after messages without answer is itself an answer (4.2), so histories with enough of them are left out
    assume(sum(x.direction == "out" for x in someone.exchanges) < STANDARD.no_reply_messages)
    silent = met(on, *([note] if note else []), unsure=[axis])
    more = replace(someone, encounters=tuple(sorted((*someone.encounters, silent), key=lambda e: e.date)))
    before, after = judged(someone), judged(more)
    assert (after.verdict, after.computed.step, after.firm) == (before.verdict, before.computed.step, before.firm)
    noted = note and before.computed.why == "know_more"
    assert after.computed.why == before.computed.why or (noted and after.computed.why == "feeling_only")


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # most drawn verdicts are not firm; as many are tried
@given(people, st.data())
def test_p4_a_firm_verdict_stays_whatever_the_open_questions_bring(someone, data):
    before = judged(someone)
    assume(before.firm)
    open_axes = [
        axis
        for axis in STANDARD.axes
        if before.axes[axis.id] in {AxisState.UNKNOWN, AxisState.MIXED} and not axis.unknown_is_fine
    ]
    assume(open_axes)
    answers = [word for axis in open_axes for word in (*axis.good, *axis.concern) if word not in CLEARING]
    # said at a meeting that is on record already, so that nothing else changes by the meeting itself
    assume(someone.encounters)
    for word in data.draw(st.lists(st.sampled_from(answers), min_size=1, max_size=10)):
        someone = with_word(someone, len(someone.encounters) - 1, word)
    assert judged(someone).verdict == before.verdict


@given(people_who_decide, dates, st.randoms(use_true_random=False))
def test_p5_the_order_of_files_and_entries_changes_nothing(someone, today, random):
    shuffled = {}
    for records in ("encounters", "exchanges", "decisions"):
        some = list(getattr(someone, records))
        random.shuffle(some)
        shuffled[records] = tuple(some)
    assert judged(replace(someone, **shuffled), today) == judged(someone, today)


@given(people_who_decide, dates)
def test_p6_nothing_is_final(someone, today):
    """Release every sign, say that the unease has cleared, meet again and have only good to say: then it is contact."""
    written = [r.date for r in (*someone.encounters, *someone.exchanges, *someone.decisions)]
    tomorrow = max([today, *written]) + datetime.timedelta(days=1)
    after = tomorrow + datetime.timedelta(days=1)
    released = decided(tomorrow, released=[*SIGNS, *CONCERN])
    good = [word for axis in STANDARD.axes for word in axis.good]
    end = max([after, *(d.until or add_months(d.date, STANDARD.decision_keeps) for d in someone.decisions)])
    later = replace(
        someone,
        encounters=(*someone.encounters, met(tomorrow, *good), met(end, *good)),
        decisions=(*someone.decisions, released),
    )
    assert judged(later, end).verdict == "contact"


@given(people_who_decide, dates)
def test_p7_every_verdict_but_contact_has_a_day_for_a_fresh_look(someone, today):
    judgement = judged(someone, today)
    if judgement.verdict == "contact":
        assert judgement.revisit is None
    else:
        assert judgement.revisit is not None
        assert today < judgement.revisit <= add_months(today, 12)


@given(people, dates)
def test_p8_what_a_step_names_is_enough_to_explain_it(someone, today):
    records = gathered(someone, today)[0]
    facts = fold(records, STANDARD, today)
    computed, _ = compute(facts, STEPS)
    assume(computed.step)
    step = next(step for step in STANDARD.steps if step.id == computed.step)
    kept = replace(
        facts,
        observations=tuple(o for o in facts.observations if o.axis in step.axes),
        stops=tuple(stop for stop in facts.stops if stop.kind == step.stop),
    )
    assert compute(kept, STEPS)[0].verdict == computed.verdict


@given(people_who_decide, dates, st.randoms(use_true_random=False))
def test_p14_writing_the_same_again_changes_nothing(someone, today, random):
    doubled = list(someone.encounters)
    for encounter in someone.encounters:
        again = met(encounter.date, file=f"journal/again-{encounter.date}.md")
        contact = replace(again.contact, impressions=encounter.contact.impressions, unsure=encounter.contact.unsure)
        doubled.append(replace(again, contact=contact))
    random.shuffle(doubled)
    one, two = judged(someone, today), judged(replace(someone, encounters=tuple(doubled)), today)
    assert (two.verdict, two.why, two.computed, two.axes) == (one.verdict, one.why, one.computed, one.axes)
    assert two.facts == one.facts


@given(people_who_decide, dates)
def test_a_judgement_is_a_pure_function(someone, today):
    records = gathered(someone, today)[0]
    assert judge(records, STEPS, today) == judge(records, STEPS, today)


@given(people_who_decide, dates)
def test_every_word_shown_is_a_word_of_the_criteria(someone, today):
    known = labels(LEXICON.criteria)
    facts = judged(someone, today).facts
    assert all(o.own or o.word in known for o in facts.observations)
    assert all(s.sign in known for s in facts.stops)


def test_the_laws_are_not_empty():
    """The histories drawn above reach every verdict; here is one of each."""
    fits = met("2026-11-20", "near_field", "similar_view", "natural_self", "listens", "asks", "clear_scope")
    assert judged(person(fits)).verdict == "contact"
    assert judged(person()).verdict == "defer"
    assert judged(person(met("2026-11-20", "rushed"))).verdict == "not_this_time"
    assert signs(judged(person(fits))) == "○○○○？？？？"
