"""Every state that the axes can be in, all at once: a set of states is a whole number with one bit for each state.

So a question about all of them is a few ANDs, ORs and shifts, and nothing has to be sampled: the standard criteria
have 8,748 states, the largest allowed some 17 million.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from netjudge_plugin.judge.decide import States
    from netjudge_plugin.model.criteria import Axis


def levels(axis: Axis) -> States:
    """The states of an axis that a step can tell apart, the worst first.

    A balance axis has ×, ？, ○, for △ is to every step what ？ is. A guard axis has △ between × and ？, unless one
    concern is enough for × (then no △ comes about).
    """
    mixed = (AxisState.MIXED,) if axis.style == "guard" and axis.no_needs > 1 else ()
    return (AxisState.NO, *mixed, AxisState.UNKNOWN, AxisState.OK)


@dataclass(frozen=True, slots=True)
class Space:
    """All states of some axes. A state's number has a digit for each axis, the first axis the weightiest, × being 0."""

    axes: tuple[Axis, ...]
    levels: tuple[States, ...]

    @classmethod
    def of(cls, axes: tuple[Axis, ...]) -> Space:
        """The space of these axes."""
        return cls(axes, tuple(levels(axis) for axis in axes))

    @property
    def count(self) -> int:
        """How many states there are."""
        return math.prod(map(len, self.levels))

    @property
    def everything(self) -> int:
        """The set of all states."""
        return (1 << self.count) - 1

    def where(self, axis: int, wanted: Collection[AxisState]) -> int:
        """The states in which the axis of that number is in one of the wanted states."""
        step, own = self._step(axis), self.levels[axis]
        block = sum(((1 << step) - 1) << (step * digit) for digit, state in enumerate(own) if state in wanted)
        return _repeated(block, step * len(own), self.count // (step * len(own)))

    def below(self, axis: int, states: int) -> int:
        """The states from which one better state of that axis leads into the given ones."""
        return (states >> self._step(axis)) & self.where(axis, self.levels[axis][:-1])

    def above(self, axis: int, states: int) -> int:
        """The states into which one better state of that axis leads from the given ones."""
        return (states & self.where(axis, self.levels[axis][:-1])) << self._step(axis)

    def counted(self, sets: Sequence[int], most: int) -> list[int]:
        """For every number from none to `most`: the states that lie in at least so many of the sets."""
        reached = [self.everything] + [0] * most
        for one in sets:
            for number in range(most, 0, -1):
                reached[number] |= reached[number - 1] & one
        return reached

    def first(self, states: int) -> States:
        """The first state of a set, in the order of the numbers."""
        number = (states & -states).bit_length() - 1
        return tuple(own[number // self._step(nth) % len(own)] for nth, own in enumerate(self.levels))

    def _step(self, axis: int) -> int:
        """By how much a state's number grows with one better state of that axis."""
        return math.prod(map(len, self.levels[axis + 1 :]))


def _repeated(block: int, width: int, times: int) -> int:
    """A block of bits that many times in a row, by doubling."""
    row = 0
    while times:
        if times & 1:
            row = row << width | block
        block |= block << width
        width *= 2
        times >>= 1
    return row
