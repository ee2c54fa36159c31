"""The ordered steps walked in every state at once: which step decides where, and what the verdict is.

Only what is *true* decides, and without NOT a condition is true by what is true of its parts alone. So of Kleene's
three values the walk needs one, and finds the same step as `decide.Steps.first_true` does state by state.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from netjudge_plugin.judge.logic import IS_OK, UNSETTLED, Truth, is_no

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from netjudge_plugin.judge.proof.space import Space
    from netjudge_plugin.model.criteria import Axis, Criteria, Step
    from netjudge_plugin.model.judgement import AxisState


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps in every state, while no stop sign is live, or one kind of them. Sets of states are those of `space`.

    `conditions` has for each step the states in which its axes are as it wants them, `decides` those in which it is
    the first step that is true; `undecided` are the states in which none is.
    """

    criteria: Criteria
    space: Space
    conditions: tuple[int, ...]
    decides: tuple[int, ...]
    undecided: int

    @classmethod
    def of(cls, criteria: Criteria, space: Space) -> Walk:
        """The walk with no stop sign live."""
        return cls._over(criteria, space, tuple(_conditions(step, space) for step in criteria.steps), None)

    def under(self, stop: str | None) -> Walk:
        """The same steps while that one kind of stop sign is live."""
        return self._over(self.criteria, self.space, self.conditions, stop)

    @classmethod
    def _over(cls, criteria: Criteria, space: Space, conditions: tuple[int, ...], stop: str | None) -> Walk:
        left, decides = space.everything, []
        for step, wanted in zip(criteria.steps, conditions, strict=True):
            decides.append(left & wanted if step.stop in {None, stop} else 0)
            left ^= decides[-1]
        return cls(criteria, space, conditions, tuple(decides), left)

    def verdict(self, verdict: str) -> int:
        """The states with that verdict."""
        found = self.undecided if self.criteria.otherwise == verdict else 0
        for step, decided in zip(self.criteria.steps, self.decides, strict=True):
            if step.then == verdict:
                found |= decided
        return found

    def true(self, verdict: str, stop: str | None = None) -> int:
        """The states in which some step to that verdict is true, whether it decides or not.

        Of the steps about the kind `stop` of stop signs, while it is live; else of those that are about none.
        """
        found = 0
        for step, wanted in zip(self.criteria.steps, self.conditions, strict=True):
            if step.then == verdict and step.stop == stop:
                found |= wanted
        return found

    def steps_to(self, verdict: str) -> Iterator[tuple[int, Step]]:
        """The steps to that verdict with their numbers."""
        return ((nth, step) for nth, step in enumerate(self.criteria.steps) if step.then == verdict)

    def by(self, state: int) -> Step | None:
        """The step that decides in the one state of a set; None if no step does."""
        decided = zip(self.criteria.steps, self.decides, strict=True)
        return next((step for step, states in decided if states & state), None)


def _conditions(step: Step, space: Space) -> int:
    """The states in which all that a step says of the axes is true."""

    def sets(names: Iterable[str], value: Callable[[Axis, AxisState], Truth]) -> list[int]:
        named = [(nth, axis) for nth, axis in enumerate(space.axes) if axis.id in names]
        return [
            space.where(nth, {state for state in space.levels[nth] if value(axis, state) is Truth.TRUE})
            for nth, axis in named
        ]

    found = reduce(and_, sets(step.all_ok, _is_ok), space.everything)
    for names, value in ((step.any_no, is_no), (step.unsettled, _unsettled)):
        if names:
            found &= reduce(or_, sets(names, value))
    for needed, value in ((step.ok_at_least, _is_ok), (step.no_at_least, is_no)):
        if needed is not None:
            found &= space.counted(sets(step.of, value), needed)[needed]
    return found


def _is_ok(_: Axis, state: AxisState) -> Truth:
    return IS_OK[state]


def _unsettled(_: Axis, state: AxisState) -> Truth:
    return UNSETTLED[state]
