"""Which words fit whom today: for those I chose to contact alone, at most one thing to write about, and promises."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from histories import people_who_decide
from hypothesis import given
from hypothesis import strategies as st
from records import RULES, STANDARD, TODAY, day, decided, met, person, received, sent

from netjudge_plugin.judge.plan.starters import offers
from netjudge_plugin.judge.plan.week import week
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import PersonFile, Promise
from netjudge_plugin.model.messages import WHENS, Template, Templates
from netjudge_plugin.reader.messages import shipped

FITS = ("near_field", "similar_view", "pace_fits", "listens", "asks", "clear_scope")
SHIPPED = Templates(shipped("ja"))


def offered(someone, today=TODAY, templates=SHIPPED, plan=STANDARD.plan):
    """What could be said to that person on that day; None if nothing."""
    on = day(today) if isinstance(today, str) else today
    criteria = replace(STANDARD, plan=plan)
    planned = week([someone], {someone.id: judge_person(someone, RULES, on)[0]}, criteria, on)
    return offers([someone], planned, criteria, templates, on).get(someone.id)


def ids(someone, today=TODAY, **more):
    return [starter.template.id for starter in offered(someone, today, **more).starters]


def promising(encounter, what="早見表を送る", *, done=False):
    return replace(encounter, contact=replace(encounter.contact, promise=Promise(what, None, done)))


def near(someone, distance="near"):
    return replace(someone, file=PersonFile("佐藤 美咲", Place("journal/people/x.md"), "x.md", distance=distance))


def text(identifier, when="thanks", **conditions):
    return Template(identifier, identifier, when, (("{name}",),), **conditions)


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-11-20", ["thanks"]), ("2026-11-23", ["thanks"]), ("2026-11-24", ["later"]), ("2026-12-20", ["later"])],
)
def test_thanks_within_three_days_and_again_later_within_a_month(today, expected):
    assert ids(person(met("2026-11-20", *FITS)), today) == expected


def test_after_that_a_first_message_is_left_to_the_next_meeting():
    offer = offered(person(met("2026-11-20", *FITS)), "2026-12-21")
    assert (offer.starters, offer.at_next_meeting) == ((), True)


def test_where_there_is_no_seat_it_is_left_to_the_next_meeting_too():
    full = replace(STANDARD.plan, layers=(replace(STANDARD.plan.layers[-1], limit=0),))
    offer = offered(person(met("2026-11-20", *FITS)), plan=full)
    assert (offer.starters, offer.at_next_meeting) == ((), True)


def test_a_promise_has_its_text_even_then():
    offer = offered(person(promising(met("2026-11-20", *FITS))), "2026-12-21")
    assert [starter.template.id for starter in offer.starters] == ["promise"]
    assert offer.starters[0].promise == "早見表を送る"
    assert offer.at_next_meeting
    assert ids(person(promising(met("2026-11-20", *FITS), done=True))) == ["thanks"]


def test_the_first_of_two_promises_is_the_one_of_the_week():
    someone = person(
        promising(met("2026-09-20", *FITS), "ひな形を送る"), promising(met("2026-11-20", *FITS), "早見表を送る")
    )
    assert next((s.template.id, s.promise) for s in offered(someone).starters) == ("promise", "ひな形を送る")


def test_whom_i_met_before_i_thank_for_meeting_again():
    assert ids(person(met("2026-09-04", *FITS), met("2026-11-20", *FITS))) == ["again"]
    assert ids(near(person(met("2026-09-04", *FITS), met("2026-11-20", *FITS)))) == ["again-near"]


def test_once_i_have_written_there_is_nothing_to_thank_for():
    assert ids(person(met("2026-11-20", *FITS), exchanges=[sent("2026-11-20")])) == []
    assert ids(person(met("2026-11-20", *FITS), exchanges=[sent("2026-11-19")])) == ["thanks"]


def test_their_message_that_i_have_not_answered_comes_first():
    assert ids(person(met("2026-11-20", *FITS), exchanges=[received("2026-11-21")])) == ["reply"]
    assert ids(person(met("2026-11-20", *FITS), exchanges=[received("2026-11-21"), sent("2026-11-22")])) == []
    assert ids(person(met("2026-11-20", *FITS), exchanges=[received("2026-11-19")])) == ["thanks"]


def test_a_word_from_time_to_time_when_the_cadence_says_so():
    someone = person(met("2026-03-06", *FITS), exchanges=[sent("2026-03-07"), received("2026-03-08")])
    mine = replace(someone, decisions=(decided("2026-03-06", "contact", until="2029-01-01"),))
    assert ids(mine, "2026-09-01") == []
    assert ids(mine, "2027-03-20") == ["cadence"]
    assert ids(near(mine), "2027-03-20") == ["cadence-near"]


def test_nobody_is_offered_words_whom_i_did_not_choose_to_contact():
    waiting = person(promising(met("2026-11-20", "lively")))
    refused = person(promising(met("2026-11-20", *FITS, "pushy")))
    assert (offered(waiting), offered(refused)) == (None, None)
    assert ids(replace(refused, decisions=(decided("2026-11-20", "contact"),))) == ["promise", "thanks"]
    assert offered(replace(person(met("2026-11-20", *FITS)), decisions=(decided("2026-11-21", "defer"),))) is None


def test_what_is_to_come_counts_for_nothing():
    assert ids(person(met("2026-11-20", *FITS), met("2026-12-04"), exchanges=[sent("2026-12-01")])) == ["thanks"]


def test_a_busy_season_is_known_and_the_topic_is_of_the_latest_meeting():
    spoken = met("2027-02-19", *FITS, "asked_me")
    spoken = replace(spoken, contact=replace(spoken.contact, topics=("期限の伝え方", "年表")))
    someone = person(met("2027-01-10"), spoken, profession="税理士")
    (starter,) = offered(someone, "2027-02-20").starters
    assert (starter.busy, starter.topic, starter.event.date) == (True, "期限の伝え方", day("2027-02-19"))
    (starter,) = offered(person(spoken, profession="弁護士"), "2027-02-20").starters
    assert not starter.busy
    later = replace(someone, encounters=(*someone.encounters, met("2027-02-20")))
    assert offered(later, "2027-02-20").starters[0].topic == ""


def test_of_the_shipped_texts_the_first_that_fits_and_of_mine_all():
    texts = (
        text("mine", added=True), text("mine-2", added=True), text("tax", professions=("zeirishi",)),
        text("usual"), text("never"),
    )  # fmt: skip
    lawyer, accountant = (person(met("2026-11-20", *FITS), profession=work) for work in ("弁護士", "税理士"))
    assert ids(lawyer, templates=Templates(texts)) == ["mine", "mine-2", "usual"]
    assert ids(accountant, templates=Templates(texts)) == ["mine", "mine-2", "tax"]


def test_all_conditions_of_a_text_must_hold():
    texts = Templates((text("a", "again", met_at_least=3), text("b", "again", layers=("light",)), text("c", "again")))
    twice = person(met("2026-09-04", *FITS), met("2026-11-20", *FITS))
    assert ids(twice, templates=texts) == ["b"]
    assert ids(near(twice), templates=texts) == ["c"]
    assert ids(near(person(met("2026-06-04"), *twice.encounters)), templates=texts) == ["a"]


texts = st.builds(
    Template,
    id=st.sampled_from("abcdefgh"),
    name=st.just("x"),
    when=st.sampled_from(list(WHENS)),
    body=st.just((("{name}",),)),
    professions=st.sampled_from([(), ("zeirishi",), ("bengoshi",)]),
    layers=st.sampled_from([(), ("near",), ("annual", "light")]),
    met_at_least=st.integers(0, 3),
    added=st.booleans(),
)
all_texts = st.lists(texts, max_size=8, unique_by=lambda text: text.id).map(lambda found: Templates(tuple(found)))


@given(people_who_decide, all_texts, st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 3, 31)))
def test_words_are_for_the_verdict_contact_alone_and_no_text_comes_twice(someone, templates, today):
    verdict = judge_person(someone, RULES, today)[0].now.verdict
    offer = offered(someone, today, templates)
    assert (offer is not None) == (verdict == "contact")
    if offer:
        chosen = [starter.template for starter in offer.starters]
        assert len({text.id for text in chosen}) == len(chosen)
        assert len({text.when for text in chosen} - {"promise"}) <= 1
        if offer.at_next_meeting:
            assert {text.when for text in chosen} <= {"promise", "reply"}
