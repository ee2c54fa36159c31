"""The proof against its plain definition: P12 for the presets, and every rule on small criteria of any kind.

The plain definitions walk state by state with `Steps` and `value_of`, as a judgement does; the proof must find the same
in all states at once, and its example must be one of them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import STANDARD

from netjudge_plugin import in_force
from netjudge_plugin.judge.decide import Steps
from netjudge_plugin.judge.logic import Truth, value_of
from netjudge_plugin.judge.proof.check import RULES, prove
from netjudge_plugin.judge.proof.space import Space, levels
from netjudge_plugin.judge.proof.walk import Walk
from netjudge_plugin.model.criteria import VERDICTS, Axis, Criteria, Step, StopKind
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.plan import PlanRules
from netjudge_plugin.reader.presets import PRESETS
from netjudge_plugin.settings import LANGUAGES

if TYPE_CHECKING:
    from netjudge_plugin.judge.decide import States
    from netjudge_plugin.model.diagnostics import Diagnostic

NONE: frozenset[str] = frozenset()


# ---------------------------------------------------------------------------------------------------------------------
# P12, state by state
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Plain:
    """Every state of some criteria, walked one by one as a judgement walks it."""

    criteria: Criteria

    @cached_property
    def steps(self) -> Steps:
        return Steps(self.criteria)

    @cached_property
    def states(self) -> list[States]:
        return list(itertools.product(*(levels(axis) for axis in self.criteria.axes)))

    def verdict(self, state: States, stops: frozenset[str] = NONE) -> str:
        return self.steps.verdict(state, stops)

    def true(self, step: Step, state: States, stops: frozenset[str] = NONE) -> bool:
        axes = {axis.id: axis for axis in self.criteria.axes}
        return value_of(step, axes, dict(zip(axes, state, strict=True)), stops) is Truth.TRUE

    def contact_at(self, step: Step, state: States, stops: frozenset[str] = NONE) -> bool:
        return step.then == "contact" and self.steps.first_true(state, stops) == step

    def raised(self, state: States, nth: int) -> States | None:
        """The state with that axis one better."""
        own = levels(self.criteria.axes[nth])
        better = own.index(state[nth]) + 1
        return (*state[:nth], own[better], *state[nth + 1 :]) if better < len(own) else None

    @cached_property
    def cleared(self) -> set[str]:
        return {word for axis in self.criteria.axes for words in axis.clears.values() for word in words}

    def rises(self, state: States, nth: int) -> bool:
        """Whether good facts can make that axis better: not where a guard holds what nothing clears."""
        axis = self.criteria.axes[nth]
        held = axis.style == "guard" and state[nth] in {AxisState.NO, AxisState.MIXED}
        return not held or bool(self.cleared & set(axis.concern))

    def leads_to_contact(self, state: States, known: dict[States, bool]) -> bool:
        if state not in known:
            known[state] = self.verdict(state) == "contact" or any(
                self.leads_to_contact(better, known)
                for nth in range(len(state))
                if (better := self.raised(state, nth)) and self.rises(state, nth)
            )
        return known[state]

    # the findings, each with the states that it is about

    def dead(self) -> list[str]:
        steps = self.criteria.steps
        alone = {step.id: frozenset({step.stop} if step.stop else ()) for step in steps}
        return [
            step.id
            for step in steps
            if all(self.steps.first_true(state, alone[step.id]) != step for state in self.states)
        ]

    def masked(self, step: Step) -> tuple[list[States], list[str]]:
        """States, and kinds of stop signs, in which that step leads to contact past a step that says not this time."""
        stopping = [other for other in self.criteria.steps if other.then == "not_this_time"]
        states = [
            state
            for state in self.states
            if self.contact_at(step, state) and any(self.true(other, state) for other in stopping)
        ]
        kinds = [
            kind.id
            for kind in self.criteria.stops
            if any(
                self.contact_at(step, state, frozenset({kind.id}))
                and any(other.stop == kind.id and self.true(other, state, frozenset({kind.id})) for other in stopping)
                for state in self.states
            )
        ]
        return states, kinds

    def idle(self) -> list[str]:
        used = {step.stop for step in self.criteria.steps if step.then != "contact"}
        return [
            kind.id
            for kind in self.criteria.stops
            if kind.id not in used
            and any(self.verdict(state, frozenset({kind.id})) == "contact" for state in self.states)
        ]

    def stuck(self) -> list[States]:
        known: dict[States, bool] = {}
        undecided = [state for state in self.states if self.steps.first_true(state, NONE) is None]
        return [state for state in undecided if not self.leads_to_contact(state, known)]

    def falling(self) -> list[tuple[States, int]]:
        return [
            (state, nth)
            for state in self.states
            for nth in range(len(state))
            if (better := self.raised(state, nth))
            and VERDICTS.index(self.verdict(better)) < VERDICTS.index(self.verdict(state))
        ]

    def felt(self, step: Step) -> list[States]:
        known = [nth for nth, axis in enumerate(self.criteria.axes) if not axis.feeling]
        return [
            state
            for state in self.states
            if self.contact_at(step, state) and all(state[nth] is not AxisState.OK for nth in known)
        ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRESETS)
def test_p12_holds_for_the_presets(name, language):
    criteria = in_force.shipped(name, language)
    plain = Plain(criteria)
    assert len(plain.states) == {"standard": 8748, "simple": 9}[name]
    assert plain.falling() == []
    assert plain.dead() == []
    assert [plain.masked(step) for step in criteria.steps] == [([], [])] * len(criteria.steps)
    assert plain.idle() == []
    assert any(plain.verdict(state) == "contact" for state in plain.states)
    assert plain.stuck() == []
    proof = prove(criteria)
    assert (proof.states, proof.findings) == (len(plain.states), ())


def test_the_walk_decides_as_the_steps_do_in_every_state_of_the_standard_criteria():
    space, steps = Space.of(STANDARD.axes), Steps(STANDARD)
    walk = Walk.of(STANDARD, space)
    for stop in (None, *(kind.id for kind in STANDARD.stops)):
        under = walk.under(stop)
        live = frozenset({stop} if stop else ())
        seen = 0
        for number in range(space.count):
            state = space.first(1 << number)
            assert under.by(1 << number) == steps.first_true(state, live)
            seen += 1
        assert seen == 8748


# ---------------------------------------------------------------------------------------------------------------------
# Every rule against its plain definition, on small criteria of any kind
# ---------------------------------------------------------------------------------------------------------------------


@st.composite
def small_criteria(draw: st.DrawFn) -> Criteria:
    """Up to three axes, two kinds of stop signs and five steps, in any order."""
    axes = tuple(
        Axis(
            id=f"a{nth}",
            name=f"軸{nth}",
            question="",
            ok_needs=1,
            no_needs=draw(st.integers(1, 2)),
            keeps=24,
            style=draw(st.sampled_from(("balance", "guard"))),
            feeling=draw(st.booleans()),
            unknown_is_fine=draw(st.booleans()),
            good={f"g{nth}": f"良い{nth}"},
            concern={f"c{nth}": f"気になる{nth}"},
            clears={f"g{nth}": (f"c{nth}",)} if draw(st.booleans()) else {},
        )
        for nth in range(draw(st.integers(1, 3)))
    )
    stops = tuple(StopKind(kind, 24, {f"s{kind}": f"サイン{kind}"}) for kind in ("p", "q")[: draw(st.integers(0, 2))])
    steps = [draw(small_step(f"S{nth}", axes, stops)) for nth in range(draw(st.integers(0, 5)))]
    return replace(STANDARD, axes=axes, stops=stops, steps=tuple(steps), notes_only={}, plan=PlanRules())


@st.composite
def small_step(draw: st.DrawFn, name: str, axes: tuple[Axis, ...], stops: tuple[StopKind, ...]) -> Step:
    every = [axis.id for axis in axes]
    guards = [axis.id for axis in axes if axis.style == "guard"]

    def some(ids: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))) if ids else ()

    count = draw(st.sampled_from(("ok_at_least", "no_at_least", "")))
    return Step(
        id=name,
        then=draw(st.sampled_from(VERDICTS)),
        why="fits",
        stop=draw(st.sampled_from((None, None, *(kind.id for kind in stops)))),
        any_no=some(every),
        unsettled=some(guards),
        all_ok=some(every),
        **({count: draw(st.integers(1, 4)), "of": tuple(every)} if count else {}),
    )


@given(small_criteria())
def test_the_proof_finds_what_walking_state_by_state_finds(criteria):
    plain, found = Plain(criteria), prove(criteria).findings
    of = {rule: [one for one in found if one.name == rule] for rule in RULES}

    assert sorted(one.facts["step"] for one in of["criteria-dead-step"]) == sorted(plain.dead())
    masked = [plain.masked(step) for step in criteria.steps]
    told = [one.facts["states"] for one in of["criteria-masked-stop"] if "states" in one.facts]
    assert sorted(told) == sorted(str(len(states) + len(kinds)) for states, kinds in masked if states or kinds)
    assert [one.facts["kind"] for one in of["criteria-masked-stop"] if "kind" in one.facts] == sorted(plain.idle())
    reached = any(plain.verdict(state) == "contact" for state in plain.states)
    assert bool(of["criteria-no-path-to-contact"]) is not reached
    for rule, states in (
        ("criteria-defer-without-path", plain.stuck()),
        ("criteria-not-monotone", plain.falling()),
    ):
        assert [one.facts["states"] for one in of[rule]] == ([str(len(states))] if states else [])
    felt = [states for step in criteria.steps if (states := plain.felt(step))]
    told = [one.facts["states"] for one in of["criteria-feeling-only-contact"]]
    assert sorted(told) == sorted(str(len(states)) for states in felt)


@given(small_criteria())
def test_the_example_of_a_finding_is_one_of_its_states(criteria):
    plain = Plain(criteria)
    for one in prove(criteria).findings:
        if "rest" not in one.facts or "！" in one.facts["example"]:
            continue
        state = shown(one, criteria)
        if one.name == "criteria-defer-without-path":
            assert state in plain.stuck()
        elif one.name == "criteria-feeling-only-contact":
            assert any(state in plain.felt(step) for step in criteria.steps)
        elif one.name == "criteria-masked-stop":
            assert any(state in plain.masked(step)[0] for step in criteria.steps)
        elif one.name == "criteria-not-monotone":
            assert any(state == other for other, _ in plain.falling())
        elif one.name == "criteria-no-path-to-contact":
            assert criteria.verdicts[plain.verdict(state)] == one.facts["verdict"]
        else:
            (step,) = [step for step in criteria.steps if step.id == one.facts["step"]]
            assert plain.true(step, state)
            assert plain.steps.first_true(state, NONE).id == one.facts["by"]


def shown(found: Diagnostic, criteria: Criteria) -> States:
    """The state that a finding shows, from its words."""
    by_mark = {state.mark: state for state in AxisState}
    told = dict(line.split(" ") for line in found.facts["example"].splitlines())
    if "axis" in found.facts:
        told[found.facts["axis"]] = found.facts["marks"][0]
    return tuple(by_mark[told.get(axis.name, found.facts["rest"])] for axis in criteria.axes)


@given(small_criteria(), st.data())
def test_mixed_is_to_every_step_what_unknown_is_on_a_balance_axis(criteria, data):
    state = tuple(data.draw(st.sampled_from(levels(axis))) for axis in criteria.axes)
    mixed = tuple(
        AxisState.MIXED if axis.style == "balance" and one is AxisState.UNKNOWN else one
        for axis, one in zip(criteria.axes, state, strict=True)
    )
    steps = Steps(criteria)
    live = frozenset(kind.id for kind in criteria.stops if data.draw(st.booleans()))
    assert steps.first_true(mixed, live) == steps.first_true(state, live)
