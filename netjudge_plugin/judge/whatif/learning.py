"""What to learn next: the few open questions whose answers would tell most, in the order in which to look for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.whatif import Question

if TYPE_CHECKING:
    from collections.abc import Collection

    from netjudge_plugin.judge.decide import States, Steps
    from netjudge_plugin.model.criteria import Axis
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.whatif import Counterfactual

#: More would be an interrogation.
MOST = 3
_CONCERNED = {AxisState.NO, AxisState.MIXED}


@dataclass(slots=True)
class Learning:
    """The questions by one set of criteria, with a memory of how much hangs on each."""

    steps: Steps
    _turns: dict[tuple[States, frozenset[str]], dict[str, int]] = field(default_factory=dict)

    def next(self, now: Judgement, change: Counterfactual | None, unsure: tuple[str, ...]) -> tuple[Question, ...]:
        """At most three questions: those I was unsure of, those that every way to contact needs, then the decisive."""
        needed = _in_every_set(change)
        open_now = {*now.computed.open_axes, *unsure} if change is None else needed
        candidates = [axis for axis in self.steps.criteria.axes if self._is_asked(axis, now, change, open_now)]
        if not candidates:
            return ()
        turns = self._turns_of(tuple(now.axes.values()), frozenset(stop.kind for stop in now.facts.stops))
        candidates.sort(key=lambda axis: (axis.id not in unsure, axis.id not in needed, -turns[axis.id]))
        return tuple(Question(axis.id, _asks(axis, now), axis.id in unsure) for axis in candidates[:MOST])

    def _is_asked(self, axis: Axis, now: Judgement, change: Counterfactual | None, about: Collection[str]) -> bool:
        """Whether the axis is worth a question: it is not ○ yet, and one of those that the question is about.

        Where nothing is decided yet it is about all of them.
        """
        if now.axes[axis.id] is AxisState.OK or axis.unknown_is_fine or (change and change.by_me):
            return False
        return axis.id in about or now.computed.verdict == "defer"

    def _turns_of(self, states: States, stops: frozenset[str]) -> dict[str, int]:
        """For every axis: with how many answers to the other open questions its own answer decides the verdict."""
        key = (states, stops)
        if key not in self._turns:
            outcomes = self.steps.outcomes(states, stops)
            found = {}
            for place, axis in enumerate(self.steps.criteria.axes):
                if place in outcomes.places:
                    found[axis.id] = outcomes.turned(place)
                elif states[place] is AxisState.NO:
                    better = self.steps.outcomes((*states[:place], AxisState.OK, *states[place + 1 :]), stops)
                    pairs = zip(outcomes.verdicts, better.verdicts, strict=True)
                    found[axis.id] = sum(no != ok for no, ok in pairs)
            self._turns[key] = found
        return self._turns[key]


def _in_every_set(change: Counterfactual | None) -> frozenset[str]:
    """The axes that have a part in every minimal set."""
    if change is None or not change.sets:
        return frozenset()
    return frozenset.intersection(*(frozenset(further.axis for further in one) for one in change.sets)) - {""}


def _asks(axis: Axis, now: Judgement) -> tuple[str, ...]:
    """What to ask; where there is a concern, what the criteria have for that."""
    return (axis.ask_if_concern if now.axes[axis.id] in _CONCERNED else ()) or axis.ask
