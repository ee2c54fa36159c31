"""The plan: a few natural moments a week, seats in layers, promises, and nothing that is ever late."""

from __future__ import annotations

import datetime
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import RULES, STANDARD, TODAY, day, decided, met, person, received, sent

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.judge.plan.week import next_touch, week
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import PersonFile, Promise, SourceFile
from netjudge_plugin.model.plan import Layer, PlanRules

FITS = ("near_field", "similar_view", "pace_fits", "listens", "asks", "clear_scope")
MORE = (*FITS, "at_ease", "shared_topic", "can_respect")
STEADY = ("near_field", "similar_view", "pace_fits", "listens", "asks", "at_ease", "can_respect")
MONDAY, SUNDAY = TODAY, day("2026-11-29")
ANNUAL = (Layer("annual", "", every_days=365, limit=40),)


def named(identifier, *encounters, distance="", **records):
    """A person of that id, with a person file where a distance is chosen."""
    file = PersonFile(identifier, Place("journal/people/x.md"), "people/x.md", distance=distance or None)
    return replace(person(*encounters, **records), id=identifier, name=identifier, file=file if distance else None)


def promising(encounter, what="資料を送る", by="", *, done=False):
    promise = Promise(what, day(by) if by else None, done)
    return replace(encounter, contact=replace(encounter.contact, promise=promise))


def planned(people, plan=STANDARD.plan, today=TODAY):
    """The plan of the week around that day, by the standard criteria with that plan."""
    judged = {someone.id: judge_person(someone, RULES, today)[0] for someone in people}
    return week(people, judged, replace(STANDARD, plan=plan), today)


def ids(touches):
    return [touch.person_id for touch in touches]


# ---------------------------------------------------------------------------------------------------------------------
# The first message, and the next
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "window"),
    [("2026-11-20", "good"), ("2026-11-23", "good"), ("2026-11-24", "fine"), ("2026-12-20", "fine")],
)
def test_a_first_message_is_natural_for_a_month(today, window):
    found = planned([named("a", met("2026-11-20", *FITS))], today=day(today))
    assert [(touch.kind, touch.last, touch.window) for touch in found.now] == [("first", day("2026-11-20"), window)]
    assert found.seats["a"].next_on is None


def test_after_that_it_is_left_to_the_next_meeting():
    found = planned([named("a", met("2026-11-20", *FITS))], today=day("2026-12-21"))
    assert (found.now, found.waiting, found.at_next_meeting) == ((), (), ("a",))


def test_the_latest_meeting_counts_for_the_first_message():
    found = planned([named("a", met("2026-01-10", *FITS), met("2026-11-20", "listens"))])
    assert [(touch.kind, touch.window) for touch in found.now] == [("first", "good")]


def test_with_any_message_so_far_the_cadence_holds():
    for message in (sent("2026-03-01"), received("2026-03-01")):
        found = planned([named("a", met("2026-11-20", *FITS), exchanges=[message])])
        assert (found.now, found.at_next_meeting, found.places["a"]) == ((), (), "later")
        assert found.seats["a"].next_on == next_touch("a", day("2026-11-20"), STANDARD.plan.layers[-1], STANDARD.plan)


def test_whom_i_never_met_nor_wrote_to_i_leave_to_a_meeting():
    found = planned([named("a", decisions=[decided("2026-11-01", "contact")])])
    assert (found.now, found.at_next_meeting) == ((), ("a",))
    assert found.seats["a"].last_touch is None


def test_a_touch_is_in_the_week_in_which_its_day_lies():
    mine = decided("2026-01-10", "contact", until="2028-01-10")
    someone = named("a", met("2026-01-10", *FITS), exchanges=[sent("2026-01-12")], decisions=[mine])
    on = next_touch("a", day("2026-01-12"), STANDARD.plan.layers[-1], STANDARD.plan)
    monday = on - datetime.timedelta(days=on.weekday())
    assert planned([someone], today=monday - datetime.timedelta(days=1)).places["a"] == "later"
    assert ids(planned([someone], today=monday).now) == ["a"]
    assert ids(planned([someone], today=monday + datetime.timedelta(days=60)).now) == ["a"]  # and it never runs out


def test_coming_entries_do_not_count_yet():
    found = planned([named("a", met("2026-11-20", *FITS), met("2026-12-04"), exchanges=[sent("2026-12-01")])])
    assert [(touch.kind, touch.last) for touch in found.now] == [("first", day("2026-11-20"))]
    assert found.written == ()


def test_twenty_new_people_of_one_day_are_not_due_on_one_day_later():
    people = [
        named(f"person-{nth}", met("2026-09-04", *FITS), exchanges=[sent("2026-09-05"), received("2026-09-06")])
        for nth in range(20)
    ]
    days = [seat.next_on for seat in planned(people).seats.values()]
    assert len(set(days)) >= 8
    assert max(days.count(one) for one in days) <= 4
    assert (max(days) - min(days)).days <= 2 * STANDARD.plan.spread_days


# ---------------------------------------------------------------------------------------------------------------------
# The week and its limit
# ---------------------------------------------------------------------------------------------------------------------


def test_a_week_runs_from_monday_to_sunday():
    for today in ("2026-11-23", "2026-11-26", "2026-11-29"):
        found = planned([], today=day(today))
        assert (found.monday, found.sunday) == (MONDAY, SUNDAY)


def test_model_example_28_six_to_contact_and_four_a_week():
    people = [named(f"person-{nth}", met("2026-11-20", *FITS)) for nth in range(6)]
    found = planned(people)
    assert ids(found.now) == ["person-0", "person-1", "person-2", "person-3"]
    assert ids(found.waiting) == ["person-4", "person-5"]
    assert {judge_person(someone, RULES, TODAY)[0].now.verdict for someone in people} == {"contact"}


def test_whom_i_have_written_to_this_week_takes_from_the_room_and_is_done_with():
    plan = PlanRules(weekly_limit=2, spread_days=0, layers=(Layer("daily", "", every_days=1, limit=40),))
    wrote = named("a", met("2026-11-20", *FITS), exchanges=[sent("2026-11-23"), sent("2026-11-24")])
    others = [named(other, met("2026-11-20", *FITS)) for other in "bc"]
    found = planned([wrote, *others], plan, today=day("2026-11-26"))
    assert (found.written, found.room) == (("a",), 1)
    assert (ids(found.now), ids(found.waiting), found.places["a"]) == (["b"], ["c"], "later")
    assert planned([wrote, *others], plan, today=day("2026-11-30")).written == ()


def test_a_message_to_anybody_takes_from_the_room_and_there_is_never_less_than_none():
    people = [named(f"person-{nth}", exchanges=[sent("2026-11-23")]) for nth in range(6)]
    found = planned([*people, named("x", met("2026-11-20", *FITS))])
    assert (len(found.written), found.room, found.now, ids(found.waiting)) == (6, 0, (), ["x"])


def test_with_a_limit_of_none_everybody_waits():
    found = planned([named("a", met("2026-11-20", *FITS))], replace(STANDARD.plan, weekly_limit=0))
    assert (found.now, ids(found.waiting)) == ((), ["a"])


def test_the_order_of_the_queue():
    people = [
        named("a-cadence", met("2024-12-05", "listens"), met("2025-01-01", *MORE), exchanges=[sent("2025-01-03")]),
        named("b-provisional", met("2026-11-20", *FITS)),
        named("c-more", met("2026-11-20", *FITS, "at_ease")),
        named("d-earlier", met("2026-11-10", *FITS)),
        named("e-firm", met("2026-11-20", *MORE)),
        named("f-my-own", met("2026-11-20", "rushed"), decisions=[decided("2026-11-21", "contact")]),
    ]
    people[0] = replace(people[0], decisions=(decided("2026-11-01", "contact"),))
    found = planned(people, replace(STANDARD.plan, weekly_limit=9))
    assert ids(found.now) == ["e-firm", "f-my-own", "c-more", "d-earlier", "b-provisional", "a-cadence"]


def test_nobody_to_contact_is_an_empty_week():
    found = planned([named("a", met("2026-11-20", "rushed")), named("b", met("2026-11-20"))])
    assert (found.now, found.waiting, found.at_next_meeting, found.seats) == ((), (), (), {})


def test_criteria_without_a_plan_have_one_layer_and_the_usual_limit():
    source = pipeline.presets.preset("standard", "ja")
    text = source.data.decode()
    without = text[: text.index("\nplan:")] + text[text.index("\nbusy_seasons:") :]
    criteria, problems = in_force.parse_criteria(SourceFile("c.yml", "c.yml", without.encode()))
    assert problems == ()
    assert criteria.plan == PlanRules()
    found = planned([named(f"person-{nth}", met("2026-11-20", *FITS)) for nth in range(6)], criteria.plan)
    assert (len(found.now), len(found.waiting)) == (4, 2)
    assert {seat.layer for seat in found.seats.values()} == {"annual"}


@pytest.mark.parametrize("today", [datetime.date.min, datetime.date.max])
def test_the_calendar_has_two_ends(today):
    someone = named("a", exchanges=[sent(today)], decisions=[decided(today, "contact", until="9999-12-31")])
    assert planned([someone], today=today).written == ("a",)


# ---------------------------------------------------------------------------------------------------------------------
# Promises
# ---------------------------------------------------------------------------------------------------------------------


def test_promises_are_shown_outside_the_limit_in_order_of_their_day():
    people = [
        named("a", promising(met("2026-11-20", *FITS), "いつか")),
        named("b", promising(met("2026-11-20", *FITS), "月末", "2026-11-30")),
        named("b2", promising(met("2026-11-21", *FITS), "済んだこと", done=True)),
        named("c", promising(met("2026-11-20", *FITS), "先週", "2026-11-16")),
        named("d", promising(met("2026-12-04"), "これから")),
    ]  # fmt: skip
    found = planned(people, replace(STANDARD.plan, weekly_limit=0))
    assert [promised.promise.what for promised in found.promises] == ["先週", "月末", "いつか"]


def test_a_promise_holds_whatever_the_verdict():
    found = planned([named("a", promising(met("2026-11-20", "rude")))])
    assert [(promised.person_id, promised.made) for promised in found.promises] == [("a", day("2026-11-20"))]
    assert found.seats == {}


# ---------------------------------------------------------------------------------------------------------------------
# Layers and seats
# ---------------------------------------------------------------------------------------------------------------------


def layers_of(found):
    return {identifier: (seat.fits, seat.layer) for identifier, seat in found.seats.items()}


def test_the_first_row_that_fits_is_the_layer():
    twice = [met("2026-09-04", *STEADY), met("2026-11-20")]
    often = [met("2026-03-04"), *twice]
    replies = [received("2026-04-01"), received("2026-10-01")]
    found = planned(
        [
            named("once", met("2026-11-20", *FITS)),
            named("twice", *twice),
            named("replies", met("2026-11-20", *FITS), exchanges=replies),
            named("one-each", met("2026-11-20", *FITS), exchanges=replies[:1]),
            named("often", *often),
            named("often-and-replies", *often, exchanges=replies),
            named("not-all-ok", met("2026-03-04"), met("2026-09-04", *FITS), met("2026-11-20"), exchanges=replies),
        ]
    )
    assert {identifier: seat.fits for identifier, seat in found.seats.items()} == {
        "once": "annual", "twice": "light", "replies": "light", "one-each": "annual",
        "often": "light", "often-and-replies": "steady", "not-all-ok": "light",
    }  # fmt: skip


def test_two_entries_of_one_day_are_one_meeting():
    found = planned([named("a", met("2026-11-20", *FITS), met("2026-11-20", file="journal/b.md"))])
    assert found.seats["a"].fits == "annual"


def test_a_distance_that_i_chose_decides():
    found = planned(
        [
            named("a", met("2026-11-20", *FITS), distance="near"),
            named("b", met("2026-09-04", *FITS), met("2026-11-20"), distance="annual"),
        ]
    )
    assert layers_of(found) == {"a": ("near", "near"), "b": ("annual", "annual")}
    only = planned([named("a", met("2026-11-20", *FITS), distance="near")], replace(STANDARD.plan, layers=ANNUAL))
    assert layers_of(only) == {"a": ("annual", "annual")}


def test_who_has_no_seat_moves_one_layer_further_out_and_at_last_to_the_next_meeting():
    plan = replace(
        STANDARD.plan,
        layers=(
            Layer("near", "", every_days=30, limit=1, by_me_only=True),
            Layer("mine", "", every_days=60, limit=1, by_me_only=True),
            Layer("light", "", every_days=180, limit=1, met_at_least=2),
            Layer("annual", "", every_days=365, limit=2),
        ),
    )
    twice = [met("2026-09-04", *FITS), met("2026-11-20")]
    people = [
        named("a", *twice, distance="near"),
        named("b", met("2026-11-20", *MORE), distance="near"),
        named("c", *twice),
        named("d", met("2026-09-04", *FITS, "at_ease"), met("2026-11-20")),
        named("e", met("2026-11-19", *FITS)),
        named("f", met("2026-11-18", *FITS)),
    ]
    found = planned(people, plan)
    assert layers_of(found) == {
        "a": ("near", "annual"),  # past a layer that I alone can choose, and past a full one
        "b": ("near", "near"),
        "c": ("light", "annual"),
        "d": ("light", "light"),
        "e": ("annual", None),
        "f": ("annual", None),
    }
    assert found.at_next_meeting == ("e", "f")


# ---------------------------------------------------------------------------------------------------------------------
# Those not in touch for years
# ---------------------------------------------------------------------------------------------------------------------

LONG_AGO = met("2023-09-04", *FITS)


def test_after_three_years_without_a_touch_somebody_is_simply_remembered():
    found = planned([named("a", LONG_AGO), named("b", met("2023-11-25", *FITS)), named("c", met("2023-09-04"))])
    assert found.dormant == ("a",)
    assert (found.now, found.seats) == ((), {})
    assert planned([named("b", met("2023-11-25", *FITS))], today=day("2026-11-24")).dormant == ("b",)


def test_not_after_a_stop_sign_or_with_a_verdict_against_it():
    sign = met("2023-09-04", *FITS, "kickback")
    released = decided("2023-09-04", "contact")
    assert planned([named("a", sign, decisions=[released])]).dormant == ()
    assert planned([named("a", LONG_AGO, decisions=[decided("2026-11-01", "not_this_time")])]).dormant == ()
    assert planned([named("a", LONG_AGO, decisions=[decided("2026-11-01", "defer")])]).dormant == ("a",)


def test_whom_i_decided_to_contact_i_am_free_to_contact():
    found = planned(
        [named("a", LONG_AGO, exchanges=[sent("2023-09-05")], decisions=[decided("2026-11-01", "contact")])]
    )
    assert (found.dormant, ids(found.now)) == ((), ["a"])


def test_nothing_urges_to_contact_them_even_where_the_criteria_still_say_so():
    plan = replace(STANDARD.plan, dormant_after_days=100)
    found = planned([named("a", met("2026-06-04", *FITS), exchanges=[sent("2026-06-05")])], plan)
    assert (found.dormant, found.now, found.waiting, found.at_next_meeting) == (("a",), (), (), ())
    assert (found.places, found.seats["a"].next_on) == ({"a": "dormant"}, None)
    assert found.seats["a"].layer is None, "nobody waits for the seat of those not in touch for years"


# ---------------------------------------------------------------------------------------------------------------------
# The laws
# ---------------------------------------------------------------------------------------------------------------------

days = st.dates(datetime.date(2022, 6, 1), datetime.date(2026, 12, 31))
words = st.sampled_from([(), FITS, MORE, STEADY, FITS, ("rushed",), ("kickback", *FITS)])
promises = st.none() | st.builds(Promise, st.just("資料を送る"), st.none() | days, st.booleans())
meetings = st.lists(
    st.builds(
        lambda on, said, promise: replace(met(on, *said), contact=replace(met(on, *said).contact, promise=promise)),
        days, words, promises,
    ),
    max_size=4,
)  # fmt: skip
messages = st.lists(st.builds(sent, days) | st.builds(received, days), max_size=4)
decisions = st.lists(
    st.builds(decided, days, st.sampled_from(["contact", "contact", "defer"])), max_size=1, unique_by=lambda d: d.date
)
somebody = st.tuples(meetings, messages, decisions, st.sampled_from(["", "", "near", "steady", "light", "annual"]))
people = st.lists(somebody, max_size=8).map(
    lambda drawn: [
        named(f"person-{nth}", *met_on, exchanges=said, decisions=mine, distance=distance)
        for nth, (met_on, said, mine, distance) in enumerate(drawn)
    ]
)
layers = st.lists(
    st.builds(
        Layer,
        id=st.sampled_from(["near", "steady", "light", "own"]),
        name=st.just(""),
        every_days=st.integers(1, 400),
        limit=st.integers(0, 4),
        by_me_only=st.booleans(),
        met_at_least=st.integers(0, 3),
        replies_at_least=st.integers(0, 2),
        met_or_replies_at_least=st.integers(0, 2),
        all_ok=st.sampled_from([(), ("future",), ("ease", "comfort")]),
    ),
    max_size=3,
    unique_by=lambda layer: layer.id,
)
plans = st.builds(
    PlanRules,
    first_good_within_days=st.integers(0, 10),
    first_fine_until_days=st.integers(10, 60),
    weekly_limit=st.integers(0, 6),
    spread_days=st.integers(0, 20),
    dormant_after_days=st.integers(60, 1400),
    layers=st.builds(
        lambda some, every, limit: (*some, Layer("annual", "", every_days=every, limit=limit)),
        layers, st.integers(1, 400), st.integers(0, 6),
    ),
)  # fmt: skip
todays = st.dates(datetime.date(2026, 9, 1), datetime.date(2026, 12, 31))


@given(people, plans, todays)
def test_p13_the_plan_changes_no_verdict(everyone, plan, today):
    with_it = Rules.of(replace(STANDARD, plan=plan))
    for someone in everyone:
        assert judge_person(someone, with_it, today) == judge_person(someone, RULES, today)


@given(people, plans, todays)
def test_p13_a_week_has_no_more_than_its_room(everyone, plan, today):
    found = planned(everyone, plan, today)
    assert len(found.now) <= found.room
    assert len(found.now) + len(found.written) <= max(plan.weekly_limit, len(found.written))
    assert len(found.now) == found.room or not found.waiting  # and nobody waits while there is room


@given(people, plans, todays)
def test_everybody_to_contact_is_in_exactly_one_place_and_nobody_else_is_in_any(everyone, plan, today):
    found = planned(everyone, plan, today)
    contact = {p.id for p in everyone if judge_person(p, RULES, today)[0].now.verdict == "contact"}
    dormant = [identifier for identifier in found.dormant if identifier in contact]
    later = [identifier for identifier, place in found.places.items() if place == "later"]
    assert sorted([*ids(found.now), *ids(found.waiting), *later, *found.at_next_meeting, *dormant]) == sorted(contact)
    assert set(found.seats) == set(found.places) == contact
    assert all(found.seats[identifier].next_on for identifier in later)
    assert not set(found.written) & {*ids(found.now), *ids(found.waiting)}


@given(people, plans, todays)
def test_no_layer_has_more_people_than_seats_and_nobody_is_moved_inward(everyone, plan, today):
    found = planned(everyone, plan, today)
    order = [layer.id for layer in plan.layers]
    for layer in plan.layers:
        assert sum(seat.layer == layer.id for seat in found.seats.values()) <= layer.limit
    for seat in found.seats.values():
        assert seat.layer is None or order.index(seat.layer) >= order.index(seat.fits)


@given(people, plans, todays)
def test_a_layer_that_i_alone_can_choose_holds_only_whom_i_chose(everyone, plan, today):
    found = planned(everyone, plan, today)
    mine = {layer.id for layer in plan.layers if layer.by_me_only}
    chosen = {someone.id: someone.file.distance if someone.file else None for someone in everyone}
    for seat in found.seats.values():
        assert seat.layer not in mine or seat.layer == chosen[seat.person_id]


@given(people, plans, todays, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(everyone, plan, today, random):
    shuffled = list(everyone)
    random.shuffle(shuffled)
    assert planned(shuffled, plan, today) == planned(everyone, plan, today)


@given(people, somebody, plans, todays)
def test_one_more_person_changes_nobodys_layer_while_none_is_full(everyone, drawn, plan, today):
    met_on, said, mine, distance = drawn
    roomy = replace(plan, layers=tuple(replace(layer, limit=99) for layer in plan.layers))
    newcomer = named("newcomer", *met_on, exchanges=said, decisions=mine, distance=distance)
    before, after = planned(everyone, roomy, today), planned([*everyone, newcomer], roomy, today)
    for identifier, seat in before.seats.items():
        assert after.seats[identifier] == seat
        assert seat.layer == (None if identifier in before.dormant else seat.fits)


@given(people, plans, todays)
def test_no_day_to_come_lies_in_the_past(everyone, plan, today):
    found = planned(everyone, plan, today)
    assert found.monday <= today <= found.sunday
    for seat in found.seats.values():
        assert seat.next_on is None or seat.next_on >= today
    for touch in (*found.now, *found.waiting):
        assert touch.last <= today


@given(st.text(max_size=20), days, st.integers(1, 999), st.integers(0, 99))
def test_the_spread_is_the_same_every_time_and_stays_within_its_bounds(identifier, last, every, spread):
    layer, plan = Layer("x", "", every_days=every, limit=1), PlanRules(spread_days=spread)
    on = next_touch(identifier, last, layer, plan)
    assert on > last
    offset = zlib.crc32(identifier.encode()) % (2 * spread + 1) - spread
    assert (on - last).days == max(1, every + offset)
    assert abs(offset) <= spread


def test_the_laws_are_not_empty():
    """The journals drawn above reach every place of the plan; here is one of each."""
    plan = replace(STANDARD.plan, weekly_limit=1)
    found = planned(
        [
            named("a", met("2026-11-20", *FITS)),
            named("b", met("2026-11-20", *FITS)),
            named("c", met("2026-11-20", *FITS), exchanges=[received("2026-11-21")]),
            named("d", met("2026-06-20", *FITS)),
            named("e", LONG_AGO),
        ],
        plan,
    )
    assert found.places == {"a": "now", "b": "waiting", "c": "later", "d": "at_next_meeting"}
    assert found.dormant == ("e",)
