"""The sample journal shows all that a newcomer may meet: each verdict, each why, and the turns that a history takes."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from netjudge_plugin import pipeline
from netjudge_plugin.interop import share_json
from netjudge_plugin.interop.judgement_json import written
from netjudge_plugin.mkdocs.options import settings_from_file

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def sample():
    return pipeline.look(settings_from_file(ROOT / "mkdocs.yml"))[0]


def test_what_it_shares_is_its_part_of_the_sample_office():
    settings = replace(settings_from_file(ROOT / "mkdocs.yml"), audience="team")
    found, _ = pipeline.share(settings)
    assert (ROOT / "shares" / "ohno.json").read_text(encoding="utf-8") == written(share_json.report(found))


def judgements(sample):
    return [judged.now for judged in sample.judged.values()]


def test_its_size_and_its_day(sample):
    past = [event for event in sample.events if event.date <= sample.today]
    assert sample.today == datetime.date(2026, 11, 23)
    assert len(past) >= 14
    assert (past[-1].date - past[0].date).days >= 700
    assert len(sample.people) >= 45


def test_nothing_is_wrong_with_it(sample):
    assert {d.severity.value for d in sample.diagnostics} <= {"notice"}


def test_every_verdict_and_every_why(sample):
    assert {now.verdict for now in judgements(sample)} == {"contact", "defer", "not_this_time"}
    assert {now.computed.why for now in judgements(sample)} == set(sample.criteria.whys)
    assert {now.computed.firm for now in judgements(sample)} == {True, False, None}


def test_an_override_against_the_criteria_and_a_release(sample):
    overrides = [now for now in judgements(sample) if now.override]
    assert any(now.override.verdict != now.computed.verdict for now in overrides)
    assert any(decision.released for person in sample.people for decision in person.decisions)


def test_a_busy_season_and_messages_without_an_answer(sample):
    observations = [
        o for judged in sample.judged.values() for turn in judged.timeline for o in turn.judgement.facts.observations
    ]
    assert any(o.word == "they_busy" and o.place is None for o in observations)
    assert any(o.word == "no_reply" and o.place is None for now in judgements(sample) for o in now.facts.observations)


def test_a_meeting_again_turns_a_deferral(sample):
    def turns(judged):
        seen = [turn.judgement for turn in judged.timeline if "meeting" in turn.occasions]
        return any(a.verdict == "defer" and b.verdict == "contact" for a, b in pairwise(seen))

    assert sum(map(turns, sample.judged.values())) >= 2


def test_verdicts_that_were_moved_by_notes_by_time_and_by_me(sample):
    ways = {c.how for judged in sample.judged.values() for move in judged.moves for c in move.changes}
    assert {"noted", "cleared", "released", "expired", "season", "over", "silence", "decided", "ended"} <= ways


def test_names_that_need_care(sample):
    names = [person.name for person in sample.people]
    assert len(names) > len(set(names)), "two people of one name"
    assert {"髙橋 恵", "高橋 恵"} <= set(names), "a variant of a kanji"
    assert any(person.file and person.file.aliases for person in sample.people)
    assert [person.name for person in sample.people if not person.reading] == ["東海林 薫"]
    assert any(p.name.startswith("佐藤") and (p.reading or "").startswith("さとう") for p in sample.people)


def test_its_week_is_alive(sample):
    week = sample.week
    assert [promised.promise.by is None for promised in week.promises] == [False, True]
    assert {(touch.kind, touch.window) for touch in week.now} == {("first", "good"), ("first", "fine"), ("cadence", "")}
    assert len(week.now) == sample.criteria.plan.weekly_limit
    assert len(week.waiting) == 1
    assert {seat.layer for seat in week.seats.values()} == {"near", "steady", "light", "annual"}


def test_a_coming_event_and_one_with_nobody_to_contact(sample):
    assert [event for event in sample.events if event.date > sample.today and event.attending]
    verdicts = {
        event.inside: {
            sample.judged[person.id].now.verdict
            for person in sample.people
            if event in [encounter.event for encounter in person.encounters]
        }
        for event in sample.events
        if event.contacts
    }
    assert any("contact" not in found for found in verdicts.values())


def test_criteria_that_have_changed_since_my_last_decision(sample):
    since = sample.versions.since_decision
    assert since
    assert since.kept.since <= since.decided <= sample.today
    assert since.comparison.verdicts
    assert since.comparison.same
