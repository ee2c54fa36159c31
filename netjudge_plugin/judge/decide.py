"""Facts to a verdict: tally the axes, walk the ordered steps, and say how firm the answer is.

A fast-and-frugal tree: the first step that is true decides, and if none is, the verdict is to leave it until the next
meeting. Nothing is weighed and no number of a person exists.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.judge.calendar import add_months
from netjudge_plugin.judge.evidence import fold
from netjudge_plugin.judge.logic import Truth, value_of
from netjudge_plugin.model.judgement import AxisState, Computed, Judgement, Override

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.judge.evidence import MyDecision, Records
    from netjudge_plugin.model.criteria import Axis, Criteria, Step, Version
    from netjudge_plugin.model.judgement import Facts, Observation

States = tuple[AxisState, ...]


def tally(axis: Axis, observations: Iterable[Observation]) -> AxisState:
    """The state of an axis from its live observations, each counting one."""
    signs = [o.polarity for o in observations]
    return state_of(axis, signs.count(1), signs.count(-1))


def state_of(axis: Axis, good: int, concern: int) -> AxisState:
    """The state of an axis with so many good facts and concerns."""
    if axis.style == "guard":
        return _guarded(axis, good, concern)
    if concern - good >= axis.no_needs:
        return AxisState.NO
    if good - concern >= axis.ok_needs:
        return AxisState.OK
    return AxisState.MIXED if good and concern else AxisState.UNKNOWN


def _guarded(axis: Axis, good: int, concern: int) -> AxisState:
    """While a concern is alive no number of good facts makes a guard axis ○."""
    if concern >= axis.no_needs:
        return AxisState.NO
    if concern:
        return AxisState.MIXED
    return AxisState.OK if good >= axis.ok_needs else AxisState.UNKNOWN


@dataclass(slots=True)
class Steps:
    """The ordered steps of the criteria, with a memory of states already walked (the same answer every time)."""

    criteria: Criteria
    version: Version = field(init=False)
    _axes: dict[str, Axis] = field(init=False)
    _known: dict[tuple[States, frozenset[str]], Step | None] = field(default_factory=dict)
    _settled: dict[tuple[States, frozenset[str]], tuple[bool, tuple[str, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.version = self.criteria.version
        self._axes = {axis.id: axis for axis in self.criteria.axes}

    def first_true(self, states: States, stops: frozenset[str]) -> Step | None:
        """The step that decides, or None. `states` are in the order of the axes, `stops` the live kinds."""
        key = (states, stops)
        if key not in self._known:
            by_axis = dict(zip(self._axes, states, strict=True))
            self._known[key] = next(
                (s for s in self.criteria.steps if value_of(s, self._axes, by_axis, stops) is Truth.TRUE), None
            )
        return self._known[key]

    def verdict(self, states: States, stops: frozenset[str]) -> str:
        """The verdict of the step that decides, else `otherwise`."""
        step = self.first_true(states, stops)
        return step.then if step else self.criteria.otherwise

    def told(self, states: States, stops: frozenset[str], *, felt: bool) -> tuple[str, str]:
        """The verdict and its why; `felt` says that nothing is known but feelings.

        Why nothing was decided: only feelings so far, facts that disagree, or simply too little known yet.
        """
        step = self.first_true(states, stops)
        if step:
            return step.then, step.why
        conflicting = AxisState.MIXED in states
        return self.criteria.otherwise, "feeling_only" if felt else "conflicting" if conflicting else "know_more"

    def firmness(self, states: States, stops: frozenset[str]) -> tuple[bool, tuple[str, ...]]:
        """Whether no answer to the open axes could change the verdict, and the axes that could, in file order.

        Exact: every assignment of ○ and × to the axes that are ？ or △ (those where not knowing is fine apart).
        """
        key = (states, stops)
        if key not in self._settled:
            self._settled[key] = self._firmness(states, stops)
        return self._settled[key]

    def _firmness(self, states: States, stops: frozenset[str]) -> tuple[bool, tuple[str, ...]]:
        undecided = {AxisState.UNKNOWN, AxisState.MIXED}
        free = [
            place
            for place, (axis, state) in enumerate(zip(self.criteria.axes, states, strict=True))
            if state in undecided and not axis.unknown_is_fine
        ]
        outcome = {
            answers: self.verdict(_completed(states, free, answers), stops)
            for answers in itertools.product((AxisState.OK, AxisState.NO), repeat=len(free))
        }
        firm = set(outcome.values()) == {self.verdict(states, stops)}
        pivots = [
            self.criteria.axes[place].id
            for nth, place in enumerate(free)
            if any(outcome[answers] != outcome[_turned(answers, nth)] for answers in outcome)
        ]
        return firm, tuple(pivots)


def _completed(states: States, free: list[int], answers: States) -> States:
    filled = list(states)
    for place, answer in zip(free, answers, strict=True):
        filled[place] = answer
    return tuple(filled)


def _turned(answers: States, nth: int) -> States:
    other = AxisState.NO if answers[nth] is AxisState.OK else AxisState.OK
    return (*answers[:nth], other, *answers[nth + 1 :])


def compute(facts: Facts, steps: Steps) -> tuple[Computed, Mapping[str, AxisState]]:
    """What the steps say of these facts, and the state of every axis in file order."""
    criteria = steps.criteria
    by_axis: dict[str, list[Observation]] = {axis.id: [] for axis in criteria.axes}
    for observation in facts.observations:
        by_axis[observation.axis].append(observation)
    axes = {axis.id: tally(axis, by_axis[axis.id]) for axis in criteria.axes}
    states, stops = tuple(axes.values()), frozenset(stop.kind for stop in facts.stops)
    step = steps.first_true(states, stops)
    verdict, why = steps.told(states, stops, felt=_felt(facts, criteria))
    firm, pivots = steps.firmness(states, stops)
    return (
        Computed(
            verdict=verdict,
            why=why,
            step=step.id if step else None,
            firm=None if verdict == "defer" else firm,
            open_axes=pivots,
        ),
        axes,
    )


def _felt(facts: Facts, criteria: Criteria) -> bool:
    """Whether something is known, but nothing other than feelings and notes."""
    feeling = {axis.id for axis in criteria.axes if axis.feeling}
    return bool(facts.observations or facts.notes) and all(o.axis in feeling for o in facts.observations)


def judge(records: Records, steps: Steps, as_of: datetime.date) -> Judgement:
    """The judgement of one person on the day `as_of`: a pure function of the records, the criteria and the day."""
    facts = fold(records, steps.criteria, as_of)
    computed, axes = compute(facts, steps)
    override = _override(records, facts, computed, as_of)
    verdict = override.verdict if override else computed.verdict
    revisit = None if verdict == "contact" else _revisit(steps.criteria, facts, computed, override, as_of)
    return Judgement(as_of, computed, axes, facts, steps.version, override, revisit)


def _override(records: Records, facts: Facts, computed: Computed, as_of: datetime.date) -> Override | None:
    """My own decision in force: of several the latest-dated (equal ones of one day: the one that lasts longest)."""
    in_force = [d for d in records.decisions if d.verdict and d.date <= as_of < d.until]
    if not in_force:
        return None
    mine: MyDecision = max(in_force, key=lambda d: (d.date, d.until, d.reason))
    assert mine.verdict is not None
    observed = [o for o in facts.observations if o.place and o.date > mine.date]
    return Override(
        date=mine.date,
        verdict=mine.verdict,
        reason=mine.reason,
        until=mine.until,
        place=mine.place,
        over_stop=bool(facts.stops) and mine.verdict != "not_this_time",
        same_as_computed=mine.verdict == computed.verdict,
        facts_since=len(observed) + sum(stop.date > mine.date for stop in facts.stops),
    )


def _revisit(
    criteria: Criteria, facts: Facts, computed: Computed, override: Override | None, as_of: datetime.date
) -> datetime.date:
    """The latest day for a fresh look; the next meeting always is one."""
    days = [add_months(as_of, criteria.latest_after_months)]
    if computed.why == "timing":
        step = next(s for s in criteria.steps if s.id == computed.step)
        days += [o.until for o in facts.observations if o.axis in step.axes and o.polarity < 0 and o.until]
    if override:
        days.append(override.until)
    return min(days)
