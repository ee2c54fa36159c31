"""The fewest further facts that lead to contact: every set of good facts, clearing words and releases, by its size.

Exact: the search goes from one fact upwards, tries every choice of that size against the steps themselves, and keeps
all that lead to contact. A step with that verdict must be true in the end, so the axes that it wants ○ are set first.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from netjudge_plugin.judge.whatif.standing import MOST
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.whatif import Further

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.judge.whatif.standing import Clearing, Standing, Way
    from netjudge_plugin.model.criteria import Step

Minimal = tuple[Further, ...]
#: How many facts each axis gets, and the signs that are released.
_Spent = tuple[tuple[int, ...], tuple[str, ...]]


@dataclass(slots=True)
class Fewest:
    """The minimal sets by one set of criteria, with a memory: people who stand alike get the same answer."""

    steps: Steps
    _known: dict[tuple[Standing, ...], tuple[Minimal, ...]] = field(default_factory=dict)
    _kinds: dict[str, str] = field(init=False)
    _clearable: frozenset[str] = field(init=False)
    _order: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        criteria = self.steps.criteria
        self._kinds = {sign: kind.id for kind in criteria.stops for sign in kind.signs}
        self._clearable = frozenset(
            word for axis in criteria.axes for words in axis.clears.values() for word in words
        ) & frozenset(self._kinds)
        names = (*self._kinds, *(name for axis in criteria.axes for name in (axis.id, *axis.good)))
        self._order = {name: nth for nth, name in enumerate(names)}

    def sets(self, standings: tuple[Standing, ...]) -> tuple[Minimal, ...]:
        """All minimal sets in axis order; none if it takes more than MOST facts."""
        if standings not in self._known:
            sizes = (self._of_size(size, standings) for size in range(1, MOST + 1))
            self._known[standings] = next((found for found in sizes if found), ())
        return self._known[standings]

    def by_my_release(self, signs: Iterable[str]) -> frozenset[str]:
        """Those of the signs that no word clears."""
        return frozenset(signs) - self._clearable

    def kinds(self, signs: Iterable[str]) -> frozenset[str]:
        """The kinds of these stop signs."""
        return frozenset(self._kinds[sign] for sign in signs)

    def _of_size(self, size: int, standings: tuple[Standing, ...]) -> tuple[Minimal, ...]:
        found: dict[_Spent, list[tuple[Clearing, ...]]] = {}
        for standing in standings:  # fewer clearing words come first, so what does without one is known by then
            for spent in self._leading(standing, size - len(standing.clearings)):
                known = found.setdefault(spent, [])
                if not any(set(fewer) <= set(standing.clearings) for fewer in known):
                    known.append(standing.clearings)
        sets = [self._told(spent, clearings) for spent, several in found.items() for clearings in several]
        return tuple(sorted(self._joined(sets), key=self._place_of))

    def _leading(self, standing: Standing, budget: int) -> Iterator[_Spent]:
        """Every way to spend exactly the budget that leads to contact, the clearing words counted on their axes."""
        said = Counter(clearing.place for clearing in standing.clearings)
        mine = sorted(self.by_my_release(standing.signs), key=self._order.__getitem__)
        for count in range(min(budget, len(mine)) + 1):
            for released in itertools.combinations(mine, count):
                kinds = self.kinds(standing.signs - set(released))
                for ways in self._chosen(standing, budget - count):
                    if self.steps.verdict(tuple(state for _, state in ways), kinds) == "contact":
                        yield tuple(facts + said[place] for place, (facts, _) in enumerate(ways)), released

    def _chosen(self, standing: Standing, budget: int) -> Iterator[tuple[Way, ...]]:
        """Every choice of a way for each axis that costs the budget and that a step to contact could accept."""
        for step in self.steps.criteria.steps:
            if step.then == "contact":
                yield from _spending(self._open_to(step, standing), budget)

    def _open_to(self, step: Step, standing: Standing) -> list[tuple[Way, ...]]:
        return [
            tuple(way for way in ways if axis.id not in step.all_ok or way[1] is AxisState.OK)
            for axis, ways in zip(self.steps.criteria.axes, standing.axes, strict=True)
        ]

    def _told(self, spent: _Spent, clearings: tuple[Clearing, ...]) -> Minimal:
        """What was spent, as further facts: releases first, then axis by axis."""
        facts, released = spent
        told = [Further("release", words=(sign,)) for sign in released]
        for place, (axis, count) in enumerate(zip(self.steps.criteria.axes, facts, strict=True)):
            words = [clearing.words for clearing in clearings if clearing.place == place]
            if words:  # the first takes the good facts besides with it
                told.append(Further("clear", axis.id, count - len(words) + 1, words[0]))
                told += (Further("clear", axis.id, 1, others) for others in words[1:])
            elif count:
                told.append(Further("good", axis.id, count))
        return tuple(told)

    def _joined(self, sets: list[Minimal]) -> list[Minimal]:
        """Sets that differ only in the word by which something is cleared, as one that leaves the choice."""
        for nth in range(max((len(one) for one in sets), default=0)):
            alike: dict[Minimal, list[Minimal]] = {}
            for one in sets:
                free = nth < len(one) and one[nth].kind == "clear"
                key = (*one[:nth], replace(one[nth], words=()), *one[nth + 1 :]) if free else one
                alike.setdefault(key, []).append(one)
            if len(alike) < len(sets):
                return self._joined([self._one_of(nth, several) for several in alike.values()])
        return sets

    def _one_of(self, nth: int, several: Sequence[Minimal]) -> Minimal:
        first = several[0]
        if len(several) == 1:
            return first
        words = {word for one in several for word in one[nth].words}
        chosen = replace(first[nth], words=tuple(sorted(words, key=self._order.__getitem__)))
        return (*first[:nth], chosen, *first[nth + 1 :])

    def _place_of(self, one: Minimal) -> tuple[tuple[int, int, str, tuple[str, ...]], ...]:
        """Where a set stands among others: by the first axis in which they differ."""
        return tuple((self._order.get(f.axis, -1), f.count, f.kind, f.words) for f in one)


def _spending(axes: Sequence[tuple[Way, ...]], budget: int) -> Iterator[tuple[Way, ...]]:
    """Every choice of one way an axis whose facts add up to the budget."""
    least = sum(ways[0][0] for ways in axes) if all(axes) else budget + 1
    if least > budget:
        return
    if not axes:
        if not budget:
            yield ()
        return
    for way in axes[0]:
        yield from ((way, *rest) for rest in _spending(axes[1:], budget - way[0]))
