"""How somebody stands as far as further facts matter: what more good facts would lead to on every axis.

A clearing word may reach across axes and signs, so each combination of those that would take something back is a
standing of its own; what is left after it is folded from the records, exactly as it would be on a later day.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import state_of
from netjudge_plugin.judge.evidence import THEY_BUSY, clearable, fold, without
from netjudge_plugin.judge.records import clearing
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.model.criteria import Axis, Criteria
    from netjudge_plugin.model.judgement import Facts, Observation

#: What is further away than this is not searched for: the answer is "a good many facts".
MOST = 6
#: More different things to clear than anybody notes of one person; beyond, combinations would take too long.
MOST_CLEARINGS = 8

#: A number of good facts on a later day, and the state of the axis that it leads to.
Way = tuple[int, AxisState]


@dataclass(frozen=True, slots=True)
class Clearing:
    """One clearing word of the axis at `place`; the `words` are those that take back the same here."""

    place: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left after those clearing words, which are good facts on their own axes.

    `axes` has the ways of every axis: first the state as it is (no further fact), then each other state that can be
    reached, with the fewest facts. `signs` are the stop signs that are alive.
    """

    clearings: tuple[Clearing, ...]
    axes: tuple[tuple[Way, ...], ...]
    signs: frozenset[str]


@dataclass(slots=True)
class Standings:
    """The standings by one set of criteria, with a memory of the ways."""

    criteria: Criteria
    _ways: dict[tuple[int, ...], tuple[Way, ...]] = field(default_factory=dict)

    def of(self, records: Records, facts: Facts, as_of: datetime.date) -> tuple[Standing, ...]:
        """As it is, then after every combination of useful clearing words, the smaller ones first."""
        useful = list(self._useful(records, as_of).items())[:MOST_CLEARINGS]
        found = [self._standing((), facts)]
        for size in range(1, min(len(useful), MOST) + 1):
            for chosen in itertools.combinations(useful, size):
                names = frozenset(name for (_, effect), _ in chosen for name in effect)
                left = fold(without(records, names), self.criteria, as_of)
                clearings = tuple(Clearing(place, tuple(words)) for (place, _), words in chosen)
                found.append(self._standing(clearings, left))
        return tuple(found)

    def _useful(self, records: Records, as_of: datetime.date) -> dict[tuple[int, frozenset[str]], list[str]]:
        """The good words that would take something back, by their axis and by what that is."""
        if not any(axis.clears for axis in self.criteria.axes):
            return {}
        alive = clearable(records, self.criteria, as_of)
        found: dict[tuple[int, frozenset[str]], list[str]] = {}
        for place, axis in enumerate(self.criteria.axes):
            for word in axis.clears:
                effect = clearing(axis, word) & alive
                if effect and word in axis.good:
                    found.setdefault((place, effect), []).append(word)
        return found

    def _standing(self, clearings: tuple[Clearing, ...], facts: Facts) -> Standing:
        counts = {axis.id: [0, 0, 0] for axis in self.criteria.axes}
        for observation in facts.observations:
            counts[observation.axis][_side(observation)] += 1
        said = [clearing.place for clearing in clearings]
        ways = (
            self._ways_of(place, axis, counts[axis.id], said.count(place))
            for place, axis in enumerate(self.criteria.axes)
        )
        return Standing(clearings, tuple(ways), frozenset(stop.sign for stop in facts.stops))

    def _ways_of(self, place: int, axis: Axis, counts: list[int], said: int) -> tuple[Way, ...]:
        """The ways of an axis with so many good facts, concerns and seasons, after `said` clearing words of its own."""
        good, concern, season = counts
        key = (place, good, concern, season, said)
        if key not in self._ways:
            found: dict[AxisState, int] = {}
            for more in range(MOST + 1):
                found.setdefault(_after(axis, (good, concern, season), said + more), more)
            self._ways[key] = tuple((more, state) for state, more in found.items())
        return self._ways[key]


def _side(observation: Observation) -> int:
    """Good, a concern, or the season of a profession."""
    if observation.polarity > 0:
        return 0
    return 2 if observation.place is None and observation.word == THEY_BUSY else 1


def _after(axis: Axis, counts: tuple[int, int, int], more: int) -> AxisState:
    """The state after so many more good facts on a later day; anything personal beats the calendar."""
    good, concern, season = counts
    if axis.count == "latest" and more:
        return state_of(axis, more, 0)
    return state_of(axis, good + more, concern if more else concern + season)
