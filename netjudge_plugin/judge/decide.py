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

    from netjudge_plugin.judge.records import MyDecision, Records
    from netjudge_plugin.model.criteria import Axis, Criteria, Step, Version
    from netjudge_plugin.model.judgement import Facts, Observation

States = tuple[AxisState, ...]
_UNDECIDED = frozenset((AxisState.UNKNOWN, AxisState.MIXED))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The verdict for every answer to the open questions: one for each assignment of ○ and × to the axes at `places`.

    Assignments are numbered in binary, × being 1, the first axis having the highest place value.
    """

    places: tuple[int, ...]
    verdicts: tuple[str, ...]

    def turned(self, place: int) -> int:
        """For how many answers to the other open questions the one at `place` decides between two verdicts."""
        bit = 1 << (len(self.places) - 1 - self.places.index(place))
        ok = (n for n in range(len(self.verdicts)) if not n & bit)
        return sum(self.verdicts[n] != self.verdicts[n | bit] for n in ok)


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

        Exact: every assignment of ○ and × to them is tried.
        """
        key = (states, stops)
        if key not in self._settled:
            self._settled[key] = self._firmness(states, stops)
        return self._settled[key]

    def _firmness(self, states: States, stops: frozenset[str]) -> tuple[bool, tuple[str, ...]]:
        outcomes = self.outcomes(states, stops)
        firm = set(outcomes.verdicts) == {self.verdict(states, stops)}
        if firm:
            return firm, ()
        return firm, tuple(self.criteria.axes[place].id for place in outcomes.places if outcomes.turned(place))

    def outcomes(self, states: States, stops: frozenset[str]) -> Outcomes:
        """The verdict for every answer to the axes that are ？ or △ (those where not knowing is fine apart)."""
        places = tuple(
            place
            for place, (axis, state) in enumerate(zip(self.criteria.axes, states, strict=True))
            if state in _UNDECIDED and not axis.unknown_is_fine
        )
        answers = itertools.product((AxisState.OK, AxisState.NO), repeat=len(places))
        return Outcomes(places, tuple(self.verdict(_completed(states, places, found), stops) for found in answers))


def _completed(states: States, places: tuple[int, ...], answers: States) -> States:
    filled = list(states)
    for place, answer in zip(places, answers, strict=True):
        filled[place] = answer
    return tuple(filled)


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
