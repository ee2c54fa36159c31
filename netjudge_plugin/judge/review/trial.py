"""Criteria on trial: what others than those in force would say of facts that are judged already.

A search asks the same steps about the same states a thousand times, so each answer is worked out once; and of the axes
only those that a change is about are tallied anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import tally
from netjudge_plugin.judge.logic import Truth, value_of

if TYPE_CHECKING:
    from netjudge_plugin.judge.decide import States
    from netjudge_plugin.model.criteria import Axis, Criteria, Step
    from netjudge_plugin.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of a judgement as the criteria in force see them: the states of the axes and the live stop kinds."""

    judgement: Judgement
    states: States
    stops: frozenset[str]

    @classmethod
    def of(cls, judgement: Judgement) -> Case:
        """The case that a judgement is."""
        return cls(judgement, tuple(judgement.axes.values()), frozenset(stop.kind for stop in judgement.facts.stops))


@dataclass(frozen=True, slots=True)
class Trial:
    """Criteria that came from those in force by edits; `differ` are the axes that changed, by their place."""

    criteria: Criteria
    steps: tuple[tuple[int, Step], ...]
    differ: tuple[tuple[int, Axis], ...]


@dataclass(slots=True)
class Court:
    """Where criteria are tried against the same `base`, with a memory of every step's answer to every state."""

    base: Criteria
    _axes: dict[str, Axis] = field(init=False)
    _numbers: dict[Step, int] = field(default_factory=dict)
    _true: dict[tuple[States, frozenset[str]], dict[int, bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._axes = {axis.id: axis for axis in self.base.axes}

    def trial(self, criteria: Criteria) -> Trial:
        """The trial of some criteria; equal steps of different criteria share their answers."""
        steps = tuple((self._numbers.setdefault(step, len(self._numbers)), step) for step in criteria.steps)
        pairs = enumerate(zip(criteria.axes, self.base.axes, strict=True))
        return Trial(criteria, steps, tuple((place, axis) for place, (axis, before) in pairs if axis is not before))

    def states(self, trial: Trial, case: Case) -> States:
        """The state of every axis in the order of the criteria."""
        if not trial.differ:
            return case.states
        states = list(case.states)
        for place, axis in trial.differ:
            states[place] = tally(axis, (o for o in case.judgement.facts.observations if o.axis == axis.id))
        return tuple(states)

    def verdict(self, trial: Trial, case: Case) -> str:
        """What the criteria on trial say of a case."""
        states = self.states(trial, case)
        known = self._true.setdefault((states, case.stops), {})
        for number, step in trial.steps:
            if number not in known:
                by_axis = dict(zip(self._axes, states, strict=True))
                known[number] = value_of(step, self._axes, by_axis, case.stops) is Truth.TRUE
            if known[number]:
                return step.then
        return trial.criteria.otherwise
