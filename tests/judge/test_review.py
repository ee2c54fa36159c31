"""Looking back: what the criteria said when I decided, what came afterwards, and changes that nothing applies."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import RULES, STANDARD, TODAY, day, decided, gathered, met, person, received, sent

from netjudge_plugin import in_force
from netjudge_plugin.judge.decide import Steps, compute, judge
from netjudge_plugin.judge.proof.check import prove
from netjudge_plugin.judge.review.candidates import candidates
from netjudge_plugin.judge.review.counts import review
from netjudge_plugin.judge.review.edits import applied, lines
from netjudge_plugin.judge.review.trial import Case, Court
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.review import Asked, Counts, Dropped, Lines, Moved, Number
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader import presets

EVENING = "2026-10-01"
FITS = ("near_field", "similar_view", "pace_fits", "clear_scope", "work_view")
WELL = (*FITS, "at_ease")
SIMPLE = in_force.shipped("simple", "ja")


def journal(*people):
    """Invented people with ids of their own, in order of id."""
    return [replace(someone, id=f"p{number:02}") for number, someone in enumerate(people)]


def reviewed(people, today=TODAY, criteria=STANDARD):
    rules = RULES if criteria is STANDARD else Rules.of(criteria)
    judged = {one.id: judge_person(one, rules, today)[0] for one in people}
    return review(people, judged, criteria, today)


def chose(verdict, *words, date=EVENING, **more):
    """Somebody met that evening with those words, and what I decided on it."""
    return person(met(date, *words), decisions=[decided(date, verdict)], **more)


# ---------------------------------------------------------------------------------------------------------------------
# My own decisions
# ---------------------------------------------------------------------------------------------------------------------


def test_a_decision_stands_beside_what_the_criteria_said_on_its_day():
    someone = person(met("2026-09-04", *FITS), met("2026-11-20", "rushed"), decisions=[decided("2026-09-05", "defer")])
    (mine,) = reviewed(journal(someone)).decisions
    assert (mine.date, mine.judgement.verdict, mine.judgement.computed.verdict) == (
        day("2026-09-05"),
        "defer",
        "contact",
    )


@pytest.mark.parametrize(
    ("mine", "words", "agrees"),
    [
        ("contact", FITS, True),
        ("defer", FITS, False),
        ("contact", ["rude"], False),
        ("not_this_time", ["rude"], True),
        ("defer", ["rude"], True),
    ],
)
def test_what_is_compared_is_the_choice_to_contact_or_not(mine, words, agrees):
    assert [one.agrees for one in reviewed(journal(chose(mine, *words))).decisions] == [agrees]


def test_only_a_decision_that_was_understood_and_has_come_counts():
    release = person(met("2026-09-04", "rude"), decisions=[decided("2026-09-05", released=["rude"])])
    torn = person(met("2026-09-04"), decisions=[decided("2026-09-05", "contact"), decided("2026-09-05", "defer")])
    coming = person(met("2026-09-04"), decisions=[decided("2026-12-05", "contact")])
    assert reviewed(journal(release, torn, coming)).decisions == ()


def test_each_decision_of_a_person_counts_in_order_of_its_day():
    decisions = [decided("2026-09-05", "contact"), decided("2026-11-05", "defer")]
    found = reviewed(journal(chose("contact", date="2026-10-10"), person(met("2026-09-04"), decisions=decisions)))
    assert [(one.date.isoformat(), one.person_id) for one in found.decisions] == [
        ("2026-09-05", "p01"),
        ("2026-10-10", "p00"),
        ("2026-11-05", "p01"),
    ]


def test_what_came_after_a_decision():
    before = person(
        met("2026-09-04"),
        exchanges=[sent("2026-09-10"), received("2026-09-11")],
        decisions=[decided("2026-09-12", "defer")],
    )
    same_day = person(met("2026-09-04"), exchanges=[sent("2026-09-04")], decisions=[decided("2026-09-04", "contact")])
    again = person(met("2026-09-04"), met("2026-11-20"), decisions=[decided("2026-09-04", "contact")])
    coming = person(
        met("2026-09-04"),
        met("2026-12-04"),
        exchanges=[received("2026-12-01")],
        decisions=[decided("2026-09-04", "contact")],
    )
    sequels = [reviewed(journal(one)).decisions[0].sequel for one in (before, same_day, again, coming)]
    assert [(s.wrote, s.answered, s.met_again) for s in sequels] == [
        (False, False, False),
        (True, False, False),
        (False, False, True),
        (False, False, False),
    ]


def test_the_four_cases_that_may_occur():
    people = journal(
        chose("contact", *FITS, exchanges=[sent("2026-10-02"), received("2026-10-03")]),
        chose("contact", "rude"),
        chose("contact", "rude", exchanges=[sent("2026-10-02")]),
        chose("defer", *FITS),
    )
    assert [(row.key, row.counts) for row in reviewed(people).by_choice] == [
        ("both_contact", Counts(1, 1, 1, 0)),
        ("only_mine", Counts(2, 1, 0, 0)),
        ("only_theirs", Counts(1, 0, 0, 0)),
    ]


# ---------------------------------------------------------------------------------------------------------------------
# First meetings
# ---------------------------------------------------------------------------------------------------------------------


def test_first_meetings_are_counted_by_what_the_criteria_said_on_their_day():
    people = journal(
        person(met("2026-09-04", *FITS), met("2026-11-20", "rude")),
        person(met("2026-09-04", *FITS), exchanges=[sent("2026-09-05")]),
        person(met("2026-09-04", "rude"), met("2026-11-20")),
        person(met("2026-12-04", *FITS)),
        person(),
        chose("contact", *FITS),
    )
    assert [(row.verdict, row.why, row.counts) for row in reviewed(people).by_why] == [
        ("contact", "fits", Counts(2, 1, 0, 1)),
        ("not_this_time", "discomfort", Counts(1, 0, 0, 1)),
    ]


def test_the_same_people_by_the_state_of_each_axis():
    people = journal(
        person(met("2026-09-04", "natural_self"), met("2026-11-20", "rushed")),
        person(met("2026-09-04", "rushed")),
    )
    rows = {(row.axis, row.state.mark): row.counts for row in reviewed(people).by_axis}
    assert rows["ease", "○"] == Counts(1, 0, 0, 1)
    assert rows["ease", "×"] == Counts(1, 0, 0, 0)
    assert rows["future", "？"] == Counts(2, 0, 0, 1)
    assert ("ease", "？") not in rows


def test_an_empty_journal_has_nothing_to_look_back_on():
    found = reviewed([])
    assert (found.decisions, found.by_why, found.by_axis, found.proposals, found.silence) == ((), (), (), (), "too_few")


# ---------------------------------------------------------------------------------------------------------------------
# Proposals
# ---------------------------------------------------------------------------------------------------------------------


def test_a_wish_for_comfort_is_proposed_as_one_more_thing_to_ask():
    people = journal(*[chose("contact", *WELL)] * 2, *[chose("defer", *FITS)] * 3, person(met(EVENING, *FITS)))
    (proposal,) = reviewed(people).proposals
    assert proposal.edits == (Asked("S10", ("future", "ease"), ("future", "ease", "comfort")),)
    assert (proposal.decisions, proposal.met_before, proposal.met_after) == (5, 2, 5)
    assert [(one.person_id, one.before, one.after) for one in proposal.turned] == [("p05", "contact", "defer")]
    (edited,) = proposal.lines
    assert (edited.section, edited.part, edited.place.path) == ("steps", "S10", "standard")
    assert (edited.before, edited.after) == (("all_ok: [future, ease]",), ("all_ok: [future, ease, comfort]",))


def test_contacting_without_ease_is_proposed_as_one_thing_less_to_ask():
    known = [word for word in WELL if word != "pace_fits"]
    people = journal(*[chose("contact", *known)] * 3, *[chose("contact", *WELL)] * 2, *[chose("defer", "listens")] * 2)
    (proposal,) = reviewed(people).proposals
    assert proposal.edits == (Asked("S10", ("future", "ease"), ("future",)),)
    assert (proposal.met_before, proposal.met_after) == (4, 7)


def test_nothing_is_proposed_below_five_decisions():
    people = [chose("contact", *WELL)] * 2 + [chose("defer", *FITS)] * 2
    assert reviewed(journal(*people)).silence == "too_few"
    assert reviewed(journal(*people)).proposals == ()
    assert reviewed(journal(*people, chose("defer", *FITS))).proposals


def test_nothing_is_proposed_where_the_criteria_say_the_same():
    found = reviewed(journal(*[chose("contact", *WELL)] * 5))
    assert (found.proposals, found.silence) == ((), "all_met")


def test_one_exception_is_no_reason_for_a_change():
    people = [*[chose("contact", *WELL)] * 6, chose("defer", *FITS)]
    assert reviewed(journal(*people)).silence == "none"
    assert reviewed(journal(*people, chose("defer", *FITS))).proposals


def test_what_never_was_noted_is_not_asked_for():
    """Asking for clear boundaries would fit ten refusals as well: nobody ever noted any."""
    silent = [word for word in FITS if word != "clear_scope"] + ["can_respect"]
    for proposal in reviewed(journal(*[chose("defer", *silent)] * 10)).proposals:
        assert not any(isinstance(edit, Asked) and "boundary" in edit.after for edit in proposal.edits)


def test_stop_signs_are_not_up_for_proposal():
    people = journal(*[chose("contact", *WELL, "rude")] * 10)
    assert reviewed(people).proposals == ()


def test_feelings_alone_never_become_enough():
    people = journal(*[chose("contact", "at_ease", "talk_again")] * 10)
    for proposal in reviewed(people).proposals:
        steps = Steps(proposal.criteria)
        facts = gathered(person(met(EVENING, "at_ease", "talk_again")))[0]
        assert judge(facts, steps, TODAY).computed.verdict != "contact"


def test_what_i_decided_myself_is_not_turned():
    people = journal(*[chose("contact", *WELL)] * 2, *[chose("defer", *FITS)] * 3)
    assert reviewed(people).proposals[0].turned == ()


def test_the_simple_criteria_can_be_reviewed_too():
    people = journal(*[chose("contact", "easy")] * 5, *[chose("defer", "can_respect")] * 2)
    (proposal,) = reviewed(people, criteria=SIMPLE).proposals
    assert proposal.edits == (Asked("S4", ("ease", "respect"), ("ease",)),)
    assert (proposal.met_before, proposal.met_after) == (2, 7)


# ---------------------------------------------------------------------------------------------------------------------
# Changes and the lines to edit
# ---------------------------------------------------------------------------------------------------------------------


def every_change(criteria):
    """All candidates where every axis has been ○, of all rings."""
    return [change for ring in candidates(criteria, [axis.id for axis in criteria.axes]) for change in ring]


@pytest.mark.parametrize("criteria", [STANDARD, SIMPLE], ids=["standard", "simple"])
def test_every_change_is_another_one_and_changes_something(criteria):
    found = every_change(criteria)
    assert len(found) == len(set(found)) > 3
    assert all(applied(criteria, change) != criteria for change in found)


def test_there_are_changes_of_every_kind():
    found = [change for change in every_change(STANDARD) if len(change) == 1]
    assert {type(edit) for (edit,) in found} == {Asked, Number, Dropped, Moved}
    assert {edit.key for (edit,) in found if isinstance(edit, Number)} == {
        "ok_needs",
        "no_needs",
        "ok_at_least",
        "no_at_least",
    }


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", ["standard", "simple"])
def test_who_edits_the_lines_by_hand_gets_the_proposed_criteria(name, language):
    """Every change, made in the text of the file as its lines say, and read again."""
    source = presets.preset(name, language)
    criteria = in_force.shipped(name, language)
    for change in every_change(criteria):
        text = source.data.decode()
        for edit in change:
            text = edited(text, lines(criteria, edit))
        found, problems = in_force.parse_criteria(SourceFile("criteria.yml", "criteria.yml", text.encode()))
        wanted = applied(criteria, change)
        assert problems == (), change
        assert (found.axes, found.steps) == (wanted.axes, wanted.steps), change


def edited(text: str, change: Lines) -> str:
    """The text as a careful reader of the lines would edit it."""
    rows = text.split("\n")
    start, end = block(rows, change.part)
    if change.above or (not change.after and len(change.before) > 1):
        assert [row.strip() for row in rows[start:end]] == [row.strip() for row in change.before]
        moved, rows = rows[start:end], rows[:start] + rows[end:]
        at = block(rows, change.above)[0] if change.above else start
        return "\n".join(rows[:at] + (moved if change.above else []) + rows[at:])
    inside = [row.split("#")[0].strip() for row in rows[start:end]]
    (before,) = change.before or [inside[0]]
    at = start + inside.index(before)
    indent = " " * (len(rows[at]) - len(rows[at].lstrip(" -")))
    kept = [rows[at]] if not change.before else []
    return "\n".join(rows[:at] + kept + [indent + row for row in change.after] + rows[at + 1 :])


def block(rows: list[str], part: str) -> tuple[int, int]:
    """The rows of an axis or step: from its first line to the next item or the end of the list."""
    start = next(n for n, row in enumerate(rows) if row.strip() in (f"- id: {part}", f"- step: {part}"))
    end = next(n for n in range(start + 1, len(rows)) if not rows[n].startswith("    "))
    return start, end


# ---------------------------------------------------------------------------------------------------------------------
# Laws
# ---------------------------------------------------------------------------------------------------------------------

WORDS = list(labels(STANDARD))
evenings = st.dates(datetime.date(2025, 6, 1), TODAY)
met_people = st.builds(
    lambda date, words, verdict: person(met(date, *words), decisions=[decided(date, verdict)] if verdict else []),
    evenings,
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.sampled_from(["contact", "defer", "not_this_time", ""]),
)
journals = st.lists(met_people, max_size=14).map(lambda people: journal(*people))
laws = settings(max_examples=60)


@laws
@given(journals)
def test_a_proposal_meets_two_more_of_my_decisions_and_there_are_at_most_three(people):
    found = reviewed(people)
    assert len(found.proposals) <= 3
    assert not found.proposals or len(found.decisions) >= 5
    met_so_far = found.agreed
    for proposal in found.proposals:
        assert proposal.met_before == met_so_far
        assert met_so_far + 2 <= proposal.met_after <= len(found.decisions)
        met_so_far = proposal.met_after


@laws
@given(journals)
def test_what_is_said_of_a_proposal_is_what_judging_by_it_gives(people):
    found = reviewed(people)
    before = STANDARD
    for proposal in found.proposals:
        assert {found.severity for found in prove(proposal.criteria).findings} <= {Severity.WARNING}
        assert proposal.criteria == applied(before, proposal.edits)
        old, new = Steps(before), Steps(proposal.criteria)
        says = [compute(one.judgement.facts, new)[0].verdict for one in found.decisions]
        assert proposal.met_after == sum(
            (verdict == "contact") == (one.judgement.verdict == "contact")
            for verdict, one in zip(says, found.decisions, strict=True)
        )
        today = {one.id: judge(gathered(one)[0], RULES.steps, TODAY) for one in people}
        assert [(one.person_id, one.before, one.after) for one in proposal.turned] == [
            (who, *verdicts)
            for who, now in today.items()
            if len(set(verdicts := tuple(compute(now.facts, steps)[0].verdict for steps in (old, new)))) > 1
            and now.override is None
        ]
        before = proposal.criteria


@laws
@given(journals, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(people, shuffle):
    shuffled = shuffle.sample(people, len(people))
    found, other = reviewed(people), reviewed(shuffled)
    assert replace(found, proposals=()) == replace(other, proposals=())
    assert [(p.edits, p.met_before, p.met_after, set(p.turned)) for p in found.proposals] == [
        (p.edits, p.met_before, p.met_after, set(p.turned)) for p in other.proposals
    ]


@laws
@given(journals)
def test_criteria_on_trial_say_what_they_would_say_in_force(people):
    court = Court(STANDARD)
    facts = [judge(gathered(one)[0], RULES.steps, TODAY) for one in people]
    for change in every_change(STANDARD)[::7]:
        criteria = applied(STANDARD, change)
        trial, steps = court.trial(criteria), Steps(criteria)
        for judgement in facts:
            assert court.verdict(trial, Case.of(judgement)) == compute(judgement.facts, steps)[0].verdict
