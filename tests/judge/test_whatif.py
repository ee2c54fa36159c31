"""What would change a verdict, and what to learn next: the model's examples, and the two laws of a counterfactual."""

from __future__ import annotations

import datetime
import itertools
from collections import Counter
from dataclasses import replace

import pytest
from histories import CONCERN, GOOD, SIGNS, people_who_decide
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from records import RULES, STANDARD, TODAY, day, decided, gathered, judged, met, person, received, sent

from netjudge_plugin.judge.evidence import fold
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.model.criteria import Axis, StopKind
from netjudge_plugin.model.whatif import Counterfactual, Further

FITS = ("near_field", "similar_view", "pace_fits", "listens", "asks", "clear_scope")
GOES_WELL = ("near_field", "courteous", "natural_self", "listens", "asks", "clear_scope")
BUSY = ("near_field", "similar_view", "natural_self", "clear_scope", "client_attitude")


def judged_person(someone, today=TODAY, criteria=STANDARD):
    rules = RULES if criteria is STANDARD else Rules.of(criteria)
    return judge_person(someone, rules, day(today) if isinstance(today, str) else today)[0]


def whatif(someone, today=TODAY, criteria=STANDARD):
    return judged_person(someone, today, criteria).whatif


def change(*args, **more) -> Counterfactual:
    found = whatif(*args, **more).counterfactual
    assert found
    return found


def sets(found: Counterfactual) -> list[str]:
    """Each minimal set as one line: `future 2, comfort 1 by unease_gone, release kickback`."""
    return [", ".join(map(told, one)) for one in found.sets]


def told(further: Further) -> str:
    words = "/".join(further.words)
    if further.kind == "release":
        return f"release {words}"
    return f"{further.axis} {further.count}" + (f" by {words}" if further.kind == "clear" else "")


def learn(someone, today=TODAY, criteria=STANDARD) -> list[str]:
    return [question.axis for question in whatif(someone, today, criteria).next]


def ways(first, others, count):
    """Every choice of `count` of the other axes besides what is needed in any case."""
    return [", ".join([*first, *(f"{axis} 1" for axis in some)]) for some in itertools.combinations(others, count)]


# ---------------------------------------------------------------------------------------------------------------------
# The worked examples of the model
# ---------------------------------------------------------------------------------------------------------------------

FIVE_FACTS = ways(["future 2", "ease 1"], ["boundary", "comfort", "topics", "respect"], 2)


@pytest.mark.parametrize(
    ("someone", "expected", "next_"),
    [
        pytest.param(person(met("2026-11-20", "lively", "good_impression")), FIVE_FACTS, "future ease comfort", id="1"),
        pytest.param(
            person(met("2026-11-20", "at_ease", "talk_again", "lively")),
            ways(["future 2", "ease 1"], ["boundary", "topics", "respect"], 1),
            "future ease respect",
            id="2",
        ),
        pytest.param(
            person(met("2026-11-20", "expert", "well_known", "one_sided", "no_questions")),
            FIVE_FACTS,
            "future ease comfort",
            id="4",
        ),
        pytest.param(
            person(met("2026-11-20", "listens", "asks", "clear_scope", "clear_teaming")),
            ["future 2, ease 1"],
            "future ease comfort",
            id="6",
        ),
        pytest.param(person(met("2026-11-20", *FITS[:2], *FITS[3:], "rushed")), ["ease 1"], "ease", id="7"),
        pytest.param(
            person(met("2026-11-20", *GOES_WELL, "clear_discomfort")), ["comfort 1 by unease_gone"], "comfort", id="8"
        ),
        pytest.param(
            person(met("2026-11-20", *GOES_WELL, "slight_unease")),
            ["comfort 1 by unease_gone"],
            "comfort respect topics",
            id="9",
        ),
        pytest.param(
            person(met("2026-08-20", *GOES_WELL[:3], "slight_unease"), met("2026-11-20", "slight_unease")),
            [
                "boundary 1, comfort 1 by unease_gone",
                "comfort 1 by unease_gone, topics 1",
                "comfort 1 by unease_gone, respect 1",
            ],
            "comfort",
            id="11",
        ),
        pytest.param(
            person(met("2026-11-20", *BUSY[:3], "listens", "asks", "vague_scope", "belittles")),
            ["comfort 1, respect 1", "topics 1, respect 1", "respect 2"],
            "respect",
            id="18",
        ),
        pytest.param(
            person(met("2026-06-05", *BUSY[:4], "shared_topic"), met("2026-11-20", "no_overlap")),
            ["future 1"],
            "future comfort respect",
            id="19",
        ),
        pytest.param(
            person(met("2026-11-20", *BUSY[:3], "vague_scope", "topics_dry", "one_sided", "no_questions")),
            [
                "dialogue 1, comfort 1, respect 1",
                "boundary 1, comfort 1, respect 1",
                "boundary 2, comfort 1",
                "boundary 2, respect 1",
                "comfort 1, topics 1, respect 1",
                "comfort 1, topics 2",
                "topics 2, respect 1",
            ],
            "",
            id="21",
        ),
        pytest.param(
            person(met("2024-10-10", "clear_discomfort", "near_field")), FIVE_FACTS, "future ease comfort", id="22"
        ),
        pytest.param(person(met("2026-11-20")), FIVE_FACTS, "future ease comfort", id="26"),
    ],
)
def test_an_example_of_the_model(someone, expected, next_):
    found = change(someone)
    assert sets(found) == expected
    assert {sum(further.count for further in one) for one in found.sets} == {found.cost}
    assert (found.by_me, found.from_date) == (False, None)
    assert learn(someone) == next_.split()


def test_example_5_needs_more_than_six_facts():
    someone = person(met("2026-11-20", "one_sided", "no_questions", "pitch_only", "no_overlap"))
    assert change(someone) == Counterfactual(cost=None)
    assert learn(someone) == []


def test_example_13_the_same_person_at_the_first_meeting():
    someone = person(met("2026-09-04", "courteous", "listens"))
    others = ["dialogue", "boundary", "comfort", "topics", "respect"]
    assert sorted(sets(change(someone, "2026-09-10"))) == sorted(ways(["future 1", "ease 1"], others, 2))
    assert learn(someone, "2026-09-10") == ["future", "ease", "comfort"]


@pytest.mark.parametrize(
    ("someone", "today", "next_"),
    [
        pytest.param(person(met("2026-11-20", *FITS)), TODAY, "comfort respect", id="3"),
        pytest.param(
            person(met("2026-08-20", *GOES_WELL, "slight_unease"), met("2026-11-20", "unease_gone")),
            TODAY,
            "respect",
            id="10",
        ),
        pytest.param(
            person(
                met("2026-09-04", "courteous", "listens"),
                met("2026-11-20", "exchange_idea", "listens", "natural_self", "shared_topic"),
            ),
            TODAY,
            "comfort respect",
            id="12",
        ),
        pytest.param(person(met("2027-02-18", *BUSY), profession="税理士"), "2027-03-16", "comfort respect", id="15"),
        pytest.param(
            person(met("2027-02-18", *BUSY, "asked_me"), profession="税理士"),
            "2027-02-20",
            "comfort respect",
            id="16",
        ),
        pytest.param(
            person(
                met("2026-11-20", "exchange_idea", "courteous", "share_fits", "client_attitude", "work_view", "says_no")
            ),
            TODAY,
            "comfort respect",
            id="17",
        ),
        pytest.param(
            person(met("2026-06-05", *BUSY[:2], "drained", *BUSY[3:]), met("2026-11-20", "natural_self")),
            TODAY,
            "comfort respect",
            id="20",
        ),
    ],
)
def test_contact_has_nothing_to_reach_and_asks_only_what_could_change_it(someone, today, next_):
    found = whatif(someone, today)
    assert found.counterfactual is None
    assert [question.axis for question in found.next] == next_.split()


def test_example_14_the_season_ends_by_itself():
    found = change(person(met("2027-02-18", *BUSY), profession="税理士"), "2027-02-20")
    assert (found.from_date, found.cost, sets(found)) == (day("2027-03-16"), 1, ["timing 1"])


def test_example_25_so_does_a_silence():
    someone = person(met("2026-07-03", *BUSY), exchanges=[sent("2026-07-06"), sent("2026-09-01")])
    assert change(someone).from_date == day("2027-01-01")


def test_example_23_only_i_can_release_a_red_line():
    someone = person(met("2021-11-01", "kickback"), met("2026-11-20", *FITS))
    found = change(someone)
    assert (found.by_me, found.cost, sets(found)) == (True, 1, ["release kickback"])
    assert learn(someone) == []


def test_example_24_under_a_decision_of_my_own_it_is_about_the_criteria():
    someone = person(met("2026-11-20", *FITS[:2], *FITS[3:], "rushed"), decisions=[decided("2026-11-21", "contact")])
    assert sets(change(someone)) == ["ease 1"]
    assert learn(someone) == ["ease"]


# ---------------------------------------------------------------------------------------------------------------------
# What else the steps imply
# ---------------------------------------------------------------------------------------------------------------------


def test_a_firm_contact_asks_nothing():
    someone = person(met("2026-11-20", *FITS, "at_ease", "can_respect"))
    assert judged(someone).firm
    assert whatif(someone).next == ()


def test_a_sign_that_no_word_clears_is_released_and_also_ends_by_time():
    found = change(person(met("2026-11-20", *FITS, "pushy", "rude")))
    assert sets(found) == ["release pushy, release rude"]
    assert not found.by_me


def test_one_clearing_word_for_a_sign_and_an_unease_counts_once():
    someone = person(met("2026-11-20", *GOES_WELL[:3], "clear_scope", "clear_discomfort", "slight_unease"))
    assert sets(change(someone)) == ["comfort 1 by unease_gone"]


def test_it_clears_an_unease_in_my_own_words_too():
    assert sets(change(person(met("2026-11-20", *FITS, {"comfort": "× 目が笑っていない"})))) == [
        "comfort 1 by unease_gone"
    ]


def test_what_was_said_today_can_only_be_cleared_on_a_later_day():
    someone = person(met(TODAY, *FITS, "slight_unease", "unease_gone"))
    assert sets(change(someone)) == ["comfort 1 by unease_gone"]


def test_a_guard_that_no_word_can_clear_waits_for_time():
    axes = tuple(replace(axis, clears={}) for axis in STANDARD.axes)
    found = change(person(met("2026-11-20", *FITS, "slight_unease")), criteria=replace(STANDARD, axes=axes))
    assert found.cost is None


def test_timing_that_is_not_alone_in_the_way_has_no_date():
    assert change(person(met("2026-11-20", "near_field", "me_busy"))).from_date is None


def test_one_concern_about_the_timing_may_follow_another():
    someone = person(met("2026-11-20", *BUSY, "me_busy"), profession="税理士")
    assert change(someone).from_date == day("2027-03-16")  # 20 February lies in the season


def test_under_a_decision_of_my_own_the_date_is_that_of_the_criteria():
    someone = person(
        met("2026-11-20", *BUSY, "me_busy"), decisions=[decided("2026-11-21", "defer", until="2026-12-31")]
    )
    assert change(someone).from_date == day("2027-02-20")


def test_the_questions_are_those_for_a_concern_where_there_is_one():
    (comfort, _, _) = whatif(person(met("2026-11-20", *FITS, "slight_unease"))).next
    assert comfort.asks == ("違和感のもとになった話題を、もう一度だけ軽く聞く",)
    (future, _, _) = whatif(person(met("2026-06-05", *BUSY, "no_overlap"))).next
    assert future.asks == ("どんな場面で他士業に相談しますか", "最近よくある相談は何ですか")


def test_what_i_was_unsure_of_comes_first():
    someone = person(met("2026-11-20", "near_field", unsure=["話題の共有しやすさ"]))
    first, *_ = whatif(someone).next
    assert (first.axis, first.unsure) == ("topics", True)
    assert [question.unsure for question in whatif(someone).next] == [True, False, False]


def test_unsure_is_what_i_marked_when_we_last_met():
    before = met("2026-09-04", unsure=["ease"])
    assert judged_person(person(before)).unsure == ("ease",)
    assert judged_person(person(before, met("2026-11-20", unsure=["respect", "future"]))).unsure == (
        "future",
        "respect",
    )
    assert judged_person(person(before, met("2026-11-20", {"topics": "？"}))).unsure == ("topics",)
    assert judged_person(person(before, met("2026-11-20"))).unsure == ()
    assert judged_person(person(before, exchanges=[received("2026-11-20")])).unsure == ("ease",)
    assert judged_person(person()).unsure == ()


def test_a_mark_in_a_message_since_the_last_meeting_counts_too():
    message = replace(received("2026-11-20"), impressions=met("2026-11-20", {"respect": "？"}).contact.impressions)
    assert judged_person(person(met("2026-09-04", unsure=["ease"]), exchanges=[message])).unsure == ("ease", "respect")
    assert judged_person(person(met("2026-11-21"), exchanges=[message])).unsure == ()


def test_what_every_set_holds_and_what_is_left_to_choose():
    found = change(person(met("2026-11-20", *BUSY[:3], "listens", "asks", "vague_scope", "belittles")))
    assert found.common == (Further("good", "respect", 1),)
    assert [tuple(map(told, one)) for one in found.rest] == [("comfort 1",), ("topics 1",), ("respect 1",)]


def test_more_of_an_axis_than_its_clearing_word_is_simply_good():
    found = Counterfactual(
        2,
        (
            (Further("clear", "comfort", 2, ("unease_gone",)),),
            (Further("clear", "comfort", 1, ("unease_gone",)), Further("good", "topics", 1)),
        ),
    )
    assert found.common == (Further("clear", "comfort", 1, ("unease_gone",)),)
    assert found.rest == ((Further("good", "comfort", 1),), (Further("good", "topics", 1),))


# ---------------------------------------------------------------------------------------------------------------------
# Edited criteria
# ---------------------------------------------------------------------------------------------------------------------


def small(*axes: Axis, clears_of=None, **step):
    """Criteria of these axes with one step to contact, all axes ○ unless it says otherwise."""
    contact = replace(STANDARD.steps[-1], all_ok=tuple(axis.id for axis in axes), ok_at_least=None, of=())
    steps = [replace(s, any_no=(), stop=kind) for s, kind in zip(STANDARD.steps[:2], clears_of or (), strict=False)]
    return replace(STANDARD, axes=axes, steps=(*steps, replace(contact, **step)), busy_seasons=())


def axis_of(name: str, **more) -> Axis:
    usual = {"ok_needs": 1, "no_needs": 1, "keeps": 24}
    words = {"good": {f"{name}_good": "…", f"{name}_gone": "…", f"{name}_past": "…"}, "concern": {f"{name}_bad": "…"}}
    return Axis(name, name, "", **{**usual, **words, **more})


def test_two_words_that_clear_the_same_are_a_choice():
    one = axis_of("a", style="guard", clears={"a_gone": ("a_bad",), "a_past": ("a_bad",)})
    found = change(person(met("2026-11-20", "a_bad")), criteria=small(one))
    assert sets(found) == ["a 1 by a_gone/a_past"]


def test_words_that_clear_more_than_is_needed_are_a_choice_too():
    """One of them would also clear a concern that does not matter here; sets of another length stand beside."""
    b, d, x = axis_of("b"), axis_of("d", ok_needs=2), axis_of("x")
    c = axis_of("c", style="guard", clears={"c_gone": ("c_bad",), "c_past": ("c_bad", "x_bad")})
    criteria = small(b, c, d, x, all_ok=("b", "c"))
    criteria = replace(criteria, steps=(*criteria.steps, replace(criteria.steps[0], id="S2", all_ok=("d",))))
    found = change(person(met("2026-11-20", "c_bad", "x_bad")), criteria=criteria)
    assert sets(found) == ["b 1, c 1 by c_gone/c_past", "d 2"]


def test_two_concerns_that_need_a_word_each():
    bad = {"a_bad": "…", "a_worse": "…"}
    one = axis_of("a", style="guard", concern=bad, ok_needs=4, clears={"a_gone": ("a_bad",), "a_past": ("a_worse",)})
    found = change(person(met("2026-11-20", "a_bad", "a_worse")), criteria=small(one))
    assert sets(found) == ["a 3 by a_gone, a 1 by a_past"]
    assert found.cost == 4


def test_a_word_may_clear_concerns_of_other_axes():
    """Three concerns against a balance axis would take four good facts; clearing them is one, on another axis."""
    bad = {"a_bad": "…", "a_worse": "…", "a_worst": "…"}
    one, other = axis_of("a", concern=bad), axis_of("b", clears={"b_gone": tuple(bad)})
    found = change(person(met("2026-11-20", "b_good", *bad)), criteria=small(one, other))
    assert sets(found) == ["a 1, b 1 by b_gone"]


def test_clearing_the_newest_day_brings_back_the_one_before():
    one, other = axis_of("a", count="latest"), axis_of("b", clears={"b_gone": ("a_bad",)})
    someone = person(met("2026-06-05", "a_good"), met("2026-11-20", "a_bad"))
    assert sets(change(someone, criteria=small(one, other))) == ["b 1 by b_gone"]


def test_a_word_that_need_not_clear_anything_here_is_simply_good():
    one, other = axis_of("a", clears={"a_gone": ("b_bad",)}), axis_of("b")
    found = change(person(met("2026-11-20", "b_bad")), criteria=small(one, other, all_ok=("a",)))
    assert sets(found) == ["a 1"]


def test_several_kinds_of_stop_signs():
    kinds = (StopKind("first", 24, {"s1": "…", "s2": "…"}), StopKind("second", None, {"s3": "…"}))
    one = axis_of("a", ok_needs=2, clears={"a_gone": ("s1",)})
    criteria = replace(small(one, clears_of=("first", "second")), stops=kinds)
    found = change(person(met("2026-11-20", "s1", "s2", "s3")), criteria=criteria)
    assert sets(found) == ["release s2, release s3, a 2 by a_gone"]
    assert found.by_me
    assert not change(person(met("2026-11-20", "s1", "s2")), criteria=criteria).by_me


def test_twelve_axes_half_of_which_must_be_good():
    axes = [axis_of(name) for name in "abcdefghijkl"]
    found = change(person(), criteria=small(*axes, all_ok=(), ok_at_least=6, of=tuple("abcdefghijkl")))
    assert (found.cost, len(set(found.sets)), len(found.sets)) == (6, 924, 924)
    none = change(person(), criteria=small(*axes, all_ok=(), ok_at_least=7, of=tuple("abcdefghijkl")))
    assert none == Counterfactual(None)


def test_criteria_without_a_step_to_contact():
    assert change(person(), criteria=replace(STANDARD, steps=STANDARD.steps[:-1])) == Counterfactual(None)


# ---------------------------------------------------------------------------------------------------------------------
# The laws, by trying everything
# ---------------------------------------------------------------------------------------------------------------------

todays = st.dates(TODAY, datetime.date(2027, 7, 31))
quick = settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


@st.composite
def edited_criteria(draw):
    """The standard criteria with other needs and styles, clearing words of all sorts, and steps dropped."""

    def edited(axis):
        words = st.lists(st.sampled_from([*CONCERN, *SIGNS]), min_size=1, max_size=4, unique=True).map(tuple)
        clears = draw(st.dictionaries(st.sampled_from(list(axis.good)), words, max_size=2))
        if axis.count == "latest":
            return replace(axis, clears=clears)
        needs = st.integers(1, 3)
        style = draw(st.sampled_from(["balance", "balance", "guard"]))
        return replace(axis, ok_needs=draw(needs), no_needs=draw(needs), style=style, clears=clears)

    kept = draw(st.lists(st.booleans(), min_size=9, max_size=9))
    fits = replace(STANDARD.steps[9], ok_at_least=draw(st.integers(1, 3)))
    return replace(
        STANDARD,
        axes=tuple(edited(axis) for axis in STANDARD.axes),
        steps=(*(step for step, keep in zip(STANDARD.steps, kept, strict=False) if keep), fits),
    )


criteria_in_use = st.just(STANDARD) | edited_criteria()
#: Histories in which little is missing, so that few facts lead to contact.
nearly_there = st.builds(
    lambda someone, on, good, bad: replace(
        someone, encounters=tuple(sorted((*someone.encounters, met(on, *good, *bad)), key=lambda e: e.date))
    ),
    people_who_decide,
    st.dates(datetime.date(2026, 6, 1), TODAY),
    st.lists(st.sampled_from(GOOD), min_size=8, max_size=20, unique=True),
    st.lists(st.sampled_from([*CONCERN, *SIGNS]), max_size=4, unique=True),
)
someone_drawn = people_who_decide | nearly_there


def steady(someone, today, criteria, lexicon) -> bool:
    """Whether the next day is like this one: nothing expires, no season starts or ends, no silence becomes long."""
    seen = []
    for on in (today, today + datetime.timedelta(days=1)):
        facts = fold(gathered(someone, on, lexicon)[0], criteria, on)
        dated = (replace(o, date=today) if o.place is None else o for o in facts.observations)
        seen.append((tuple(dated), facts.stops))
    # a meeting after messages without answer is itself an answer, as in P3
    unanswered = sum(x.direction == "out" for x in someone.exchanges) >= criteria.no_reply_messages
    return seen[0] == seen[1] and not unanswered


def after(someone, on, words, released):
    """The same history with a meeting more at which these words and marks are noted, and with these signs released."""
    more = replace(someone, encounters=(*someone.encounters, met(on, *words)))
    return replace(more, decisions=(*more.decisions, decided(on, released=released))) if released else more


def leads_to_contact(someone, on, words, released, rules) -> bool:
    later = after(someone, on, words, released)
    return judge_person(later, rules, on)[0].now.computed.verdict == "contact"


def noted(minimal, pick):
    """A minimal set as words of a meeting and as signs to release; `pick` chooses among clearing words."""
    words, released = [], []
    for further in minimal:
        if further.kind == "release":
            released += further.words
            continue
        said = [pick(further.words)] if further.kind == "clear" else []
        words += [*said, *({further.axis: f"○ 材料{n}"} for n in range(further.count - len(said)))]
    return words, released


@quick
@given(someone_drawn, todays, criteria_in_use, st.data())
def test_p9_noting_a_minimal_set_the_next_day_leads_to_contact(someone, today, criteria, data):
    rules = Rules.of(criteria)
    found = judge_person(someone, rules, today)[0].whatif.counterfactual
    assume(found and found.sets and steady(someone, today, criteria, rules.lexicon))
    on = today + datetime.timedelta(days=1)
    for one in found.sets[:20]:
        assert sum(further.count for further in one) == found.cost
        words, released = noted(one, lambda words: data.draw(st.sampled_from(words)))
        assert leads_to_contact(someone, on, words, released, rules)
        for nth, further in enumerate(one):  # a word is asked for only where any other good fact would not do
            if further.kind == "clear":
                plain = (*one[:nth], Further("good", further.axis, further.count), *one[nth + 1 :])
                words, released = noted(plain, lambda words: data.draw(st.sampled_from(words)))
                assert not leads_to_contact(someone, on, words, released, rules)


@quick
@given(someone_drawn, todays, criteria_in_use)
def test_p10_nothing_smaller_does_and_no_set_of_that_size_is_missing(someone, today, criteria):
    rules = Rules.of(criteria)
    before, _ = judge_person(someone, rules, today)
    found = before.whatif.counterfactual
    assume(found and steady(someone, today, criteria, rules.lexicon))
    on = today + datetime.timedelta(days=1)
    axis_of_word = {word: axis.id for axis in criteria.axes for word in axis.clears}
    cleared = {word for axis in criteria.axes for words in axis.clears.values() for word in words}
    signs = {stop.sign for stop in before.now.facts.stops}
    tokens = [*(("good", axis.id) for axis in criteria.axes), *(("word", word) for word in axis_of_word)]
    tokens += [("release", sign) for sign in sorted(signs)]
    for size in (1, 2, 3):
        if found.cost is not None and size > found.cost:
            break
        for chosen in itertools.combinations_with_replacement(tokens, size):
            once = [token for token in chosen if token[0] != "good"]
            if len(set(once)) < len(once):
                continue
            counted = Counter(chosen)
            words = [{axis: f"○ 材料{n}"} for (kind, axis), count in counted.items() if kind == "good"
                     for n in range(count)]  # fmt: skip
            words += [word for kind, word in chosen if kind == "word"]
            released = [sign for kind, sign in chosen if kind == "release"]
            if not leads_to_contact(someone, on, words, released, rules):
                continue
            assert size == found.cost, chosen
            if not cleared & set(released):  # what a word can clear is never proposed for a release
                assert any(fits(one, chosen, axis_of_word) for one in found.sets), chosen
    assert len(set(found.sets)) == len(found.sets)


def fits(minimal, chosen, axis_of_word) -> bool:
    """Whether the chosen facts are what the set asks for."""
    said = {word for kind, word in chosen if kind == "word"}
    facts = Counter(axis_of_word.get(name, name) for kind, name in chosen if kind != "release")
    wanted = Counter()
    for further in minimal:
        if further.kind != "release":
            wanted[further.axis] += further.count
    released = {word for further in minimal if further.kind == "release" for word in further.words}
    return (
        facts == wanted
        and released == {sign for kind, sign in chosen if kind == "release"}
        and all(said & set(further.words) for further in minimal if further.kind == "clear")
    )


lately = st.dates(datetime.date(2026, 8, 1), TODAY)
about_the_timing = st.lists(
    st.builds(met, lately, st.sampled_from([*STANDARD.axes[-1].concern, "has_reason", "listens", "slight_unease"])),
    max_size=3,
)
who_fit = st.builds(
    lambda on, more, messages, work: person(met(on, *BUSY), *more, exchanges=messages, profession=work),
    lately,
    about_the_timing,
    st.lists(st.builds(sent, lately), max_size=3),
    st.sampled_from(["", "税理士"]),
)


@quick
@given(who_fit, st.dates(TODAY, datetime.date(2027, 4, 30)))
def test_from_its_day_on_it_is_contact_and_not_before(someone, today):
    assume(judged(someone, today).computed.why == "timing")
    found = change(someone, today)
    assume(found.from_date)
    for days in range((found.from_date - today).days):
        assert judged(someone, today + datetime.timedelta(days=days)).computed.verdict != "contact"
    assert judged(someone, found.from_date).computed.verdict == "contact"


@given(someone_drawn, todays)
def test_what_was_worked_out_for_others_changes_nothing(someone, today):
    assert judge_person(someone, RULES, today) == judge_person(someone, Rules.of(STANDARD), today)


@given(someone_drawn, todays)
def test_at_most_three_questions_about_axes_that_are_open(someone, today):
    found = judged_person(someone, today)
    asked = [question.axis for question in found.whatif.next]
    assert len(asked) == len(set(asked)) <= 3
    assert all(found.now.axes[axis] != "ok" and axis != "timing" for axis in asked)
    if found.now.computed.verdict == "contact":
        assert set(asked) <= {*found.now.computed.open_axes, *found.unsure}


def test_a_season_is_gone_as_soon_as_anything_personal_is_noted():
    """Also on an axis that counts all days: one good fact is enough there, since the calendar says nothing any more."""
    busy = replace(STANDARD.axes[-1], count="all", unknown_is_fine=False)
    first, *_ = STANDARD.steps
    steps = (
        replace(first, stop=None, any_no=("timing",), then="defer", why="timing"),
        replace(first, id="S2", stop=None, all_ok=("timing",), then="contact", why="fits"),
    )
    criteria = replace(STANDARD, axes=(*STANDARD.axes[:-1], busy), steps=steps)
    found = change(person(met("2027-02-01"), profession="税理士"), "2027-02-10", criteria)
    assert (found.cost, sets(found)) == (1, ["timing 1"])


def test_what_i_marked_as_unsure_is_asked_for_after_a_verdict_to_contact_too():
    someone = person(met("2026-11-20", *BUSY, {"dialogue": "××"}, unsure=["dialogue"]))
    assert judged(someone).verdict == "contact"
    assert learn(someone)[0] == "dialogue"
