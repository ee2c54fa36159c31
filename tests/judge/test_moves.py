"""By which fact a verdict moved, and on which day: each cause as an example, and the laws over drawn histories."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

import pytest
from histories import people_who_decide
from hypothesis import given
from hypothesis import strategies as st
from records import RULES, STANDARD, STEPS, TODAY, day, decided, gathered, met, person, received, sent

from netjudge_plugin.judge.decide import compute, judge
from netjudge_plugin.judge.moves import moves as judge_moves
from netjudge_plugin.judge.moves.changes import identity, word_of
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.model.criteria import BusySeason
from netjudge_plugin.model.judgement import Facts, NoteWord, Observation, Override, StopSign

FITS = ("near_field", "similar_view", "natural_self", "listens", "asks", "clear_scope")
A_DAY = datetime.timedelta(days=1)
LATER = day("2029-06-01")


def moves(someone, today=LATER):
    return judge_person(someone, RULES, today)[0].moves


def told(someone, today="2026-11-23"):
    """The moves after the beginning in short: day, verdict / why, and each change with how it came."""
    return [
        (str(move.date), f"{move.after.verdict} / {move.after.why}", *map(short, move.changes))
        for move in moves(someone, day(today))[1:]
    ]


def short(change):
    by = "".join(f" by {word_of(other)}" for other in change.by)
    return change.how if isinstance(change.fact, Override) else f"{change.how} {word_of(change.fact)}{by}"


def applied(facts: Facts, some) -> Facts:
    """The facts with only these changes."""
    kept = {identity(f): f for f in (*facts.observations, *facts.stops, *facts.notes)}
    for change in some:
        if change.began:
            kept[identity(change.fact)] = change.fact
        else:
            del kept[identity(change.fact)]
    of = [[f for f in kept.values() if isinstance(f, kind)] for kind in (Observation, StopSign, NoteWord)]
    return Facts(*map(tuple, of))


def says(facts):
    computed, _ = compute(facts, STEPS)
    return computed.verdict, computed.why


def test_two_meetings_add_up():
    first = met("2026-09-04", "courteous", "listens")
    second = met("2026-11-20", "exchange_idea", "listens", "natural_self", "shared_topic", "expert")
    assert told(person(first, second)) == [
        ("2026-11-20", "contact / fits", "noted exchange_idea", "noted listens", "noted natural_self",
         "noted shared_topic"),
    ]  # fmt: skip


def test_what_had_no_part_in_it_is_not_named():
    first = met("2026-09-04", *FITS[:5])
    torn = met("2026-11-20", "clear_scope", "vague_scope", "work_view", "says_no", "overpromises")
    assert told(person(first, torn)) == [("2026-11-20", "contact / fits", "noted work_view")]


def test_a_newer_day_takes_the_place_of_an_older_one():
    someone = person(met("2026-06-05", *FITS[:2], "drained", *FITS[3:]), met("2026-11-20", "natural_self"))
    assert told(someone) == [
        ("2026-11-20", "contact / fits", "newer drained by natural_self", "noted natural_self"),
    ]


def test_a_word_clears_an_unease_and_one_in_my_own_words():
    for unease in ("slight_unease", {"comfort": "× 間が合わない"}):
        someone = person(met("2026-08-20", *FITS, unease), met("2026-11-20", "unease_gone"))
        ((date, verdict, how),) = told(someone)
        assert (date, verdict) == ("2026-11-20", "contact / fits")
        assert how.startswith("cleared ")
        assert how.endswith(" by unease_gone")


def test_a_sign_is_released_by_me():
    someone = person(met("2026-08-20", *FITS, "kickback"), decisions=[decided("2026-10-01", released=["kickback"])])
    assert told(someone) == [("2026-10-01", "contact / fits", "released kickback")]


def test_a_release_lets_an_older_fact_count_again():
    someone = person(
        met("2026-08-20", "rushed"),
        met("2026-09-20", "natural_self"),
        decisions=[decided("2026-10-01", released=["natural_self"])],
    )
    assert told(someone) == [
        ("2026-09-20", "defer / know_more", "newer rushed by natural_self"),
        ("2026-10-01", "not_this_time / strain", "again rushed", "released natural_self"),
    ]


def test_a_note_expires_between_two_records_on_its_own_day():
    someone = person(met("2024-10-10", "clear_discomfort"), met("2026-11-20", *FITS))
    assert told(someone) == [
        ("2026-10-10", "defer / know_more", "expired clear_discomfort"),
        ("2026-11-20", "contact / fits", *(f"noted {word}" for word in sorted(FITS))),
    ]


def test_a_busy_season_comes_and_goes_every_year():
    someone = person(met("2027-02-18", *FITS), profession="税理士")
    assert told(someone, "2028-12-01") == [
        ("2027-03-16", "contact / fits", "over they_busy"),
        ("2028-02-01", "defer / timing", "season they_busy"),
        ("2028-03-16", "defer / know_more", "over they_busy"),
    ]


def test_a_person_beats_the_calendar_and_then_no_more():
    someone = person(met("2027-02-18", *FITS), met("2027-02-20", "asked_me"), profession="税理士")
    assert told(someone, "2027-12-01") == [("2027-02-20", "contact / fits", "newer they_busy by asked_me")]
    before = person(met("2026-11-10", *FITS, "asked_me"), profession="税理士")
    assert told(before, "2027-03-10") == [
        ("2027-02-10", "defer / timing", "expired asked_me", "season they_busy"),
    ]


@pytest.mark.parametrize(
    ("ends", "how"),
    [
        ({"exchanges": [received("2026-11-01")]}, "answered no_reply"),
        ({"meetings": [met("2026-11-01")]}, "met no_reply"),
        ({"exchanges": [sent("2026-11-01")]}, "wrote no_reply"),
        ({"decisions": [decided("2026-11-01", released=["no_reply"])]}, "released no_reply"),
    ],
)
def test_nobody_answers_and_then(ends, how):
    someone = person(
        met("2026-07-03", *FITS),
        *ends.get("meetings", []),
        exchanges=[sent("2026-07-06"), sent("2026-09-01"), *ends.get("exchanges", [])],
        decisions=ends.get("decisions", []),
    )
    assert told(someone) == [
        ("2026-10-01", "defer / timing", "silence no_reply"),
        ("2026-11-01", "contact / fits", how),
    ]


def test_a_silence_is_forgotten_too():
    someone = person(met("2026-07-03", *FITS), exchanges=[sent("2026-07-06"), sent("2026-09-01")])
    assert told(someone, "2027-02-01")[1:] == [("2027-01-01", "contact / fits", "expired no_reply")]


def test_my_decision_begins_and_ends():
    someone = person(met("2026-07-03", "rushed"), decisions=[decided("2026-07-05", "contact", until="2026-10-01")])
    assert told(someone) == [
        ("2026-07-05", "contact / decision", "decided"),
        ("2026-10-01", "not_this_time / strain", "ended"),
    ]


def test_what_came_with_the_end_of_my_decision_is_named_beside_it():
    someone = person(
        met("2026-07-03", "rushed"),
        met("2026-10-01", "natural_self"),
        decisions=[decided("2026-07-05", "contact", until="2026-10-01")],
    )
    assert told(someone)[1:] == [("2026-10-01", "defer / know_more", "ended", "newer rushed by natural_self")]


def test_an_older_decision_of_mine_comes_into_force_again():
    mine = [decided("2026-07-05", "contact", until="2026-12-01"), decided("2026-08-01", "defer", until="2026-10-01")]
    assert told(person(met("2026-07-03"), decisions=mine)) == [
        ("2026-07-05", "contact / decision", "decided"),
        ("2026-08-01", "defer / decision", "decided"),
        ("2026-10-01", "contact / decision", "ended"),
    ]


def test_a_note_is_only_an_impression():
    assert told(person(met("2026-09-04"), met("2026-11-20", "lively", "expert"))) == [
        ("2026-11-20", "defer / feeling_only", "noted expert"),
    ]


def test_the_beginning_has_no_cause():
    (first,) = moves(person(met("2026-11-20", "rushed")), TODAY)
    assert (first.before, first.changes, first.date) == (None, (), day("2026-11-20"))
    (only,) = moves(person(), TODAY)
    assert (only.date, only.after.why) == (TODAY, "know_more")


def test_the_last_day_there_is_ends_the_replay():
    over_new_year = replace(STANDARD, busy_seasons=(BusySeason("zeirishi", (12, 1), (1, 15)),))
    someone = person(met("9999-11-20", *FITS), profession="税理士")
    judged, _ = judge_person(someone, Rules.of(over_new_year), datetime.date.max)
    assert [str(move.date) for move in judged.moves] == ["9999-11-20", "9999-12-01"]


def check(someone):
    """The named changes lead to what holds after them, and none of them could be left out."""
    for move in moves(someone)[1:]:
        assert move.changes
        mine = [change for change in move.changes if isinstance(change.fact, Override)]
        facts = [change for change in move.changes if change not in mine]
        wanted = (move.after.computed.verdict, move.after.computed.why)
        if move.after.override:
            assert move.changes == tuple(mine)
        elif facts or not mine:
            assert says(applied(move.before.facts, facts)) == wanted
        for fewer in itertools.chain.from_iterable(itertools.combinations(facts, n) for n in range(len(facts))):
            assert says(applied(move.before.facts, fewer)) != wanted


@given(people_who_decide)
def test_law_the_named_changes_move_the_verdict_and_none_is_superfluous(someone):
    check(someone)


@given(people_who_decide, st.data())
def test_law_every_move_has_its_true_day(someone, data):
    records = gathered(someone, LATER)[0]
    found = moves(someone)

    def held(on):
        judgement = judge(records, STEPS, on)
        return judgement.verdict, judgement.why

    for move in found[1:]:
        assert held(move.date - A_DAY) == (move.before.verdict, move.before.why)
        assert held(move.date) == (move.after.verdict, move.after.why) != (move.before.verdict, move.before.why)
    for on in data.draw(st.lists(st.dates(found[0].date, LATER), max_size=20)):
        last = [move for move in found if move.date <= on][-1].after
        assert held(on) == (last.verdict, last.why)


@given(people_who_decide)
def test_law_the_timeline_has_every_record_and_every_move(someone):
    judged, _ = judge_person(someone, RULES, LATER)
    records = gathered(someone, LATER)[0]
    written = {*records.meetings, *records.sent, *records.received, *(mine.date for mine in records.decisions)}
    assert [turn.date for turn in judged.timeline] == sorted(written | {m.date for m in judged.moves if written})
    assert all(bool(turn.occasions) == (turn.date in written) for turn in judged.timeline)
    assert all(turn.judgement == judge(records, STEPS, turn.date) for turn in judged.timeline)


@given(people_who_decide)
def test_law_a_named_fact_speaks_about_an_axis_that_changed(someone):
    for move in moves(someone)[1:]:
        for change in move.changes:
            if isinstance(change.fact, Observation):
                axis = change.fact.axis
                known = [any(o.axis == axis for o in j.facts.observations) for j in (move.before, move.after)]
                assert move.before.axes[axis] != move.after.axes[axis] or known[0] != known[1]


def test_even_where_there_are_too_many_to_try_them_all(monkeypatch):
    """The quick way names no superfluous part either."""
    monkeypatch.setattr(judge_moves, "MOST_CHOICES", 0)
    check(person(met("2026-09-04", *FITS[:5]), met("2026-11-20", "clear_scope", "work_view", "they_busy")))
    check(person(met("2026-06-05", *FITS[:2], "drained", *FITS[3:]), met("2026-11-20", "natural_self", "belittles")))
    check(person(met("2026-08-20", *FITS, "rude"), met("2026-11-20", "unease_gone", "at_ease", "has_reason")))
