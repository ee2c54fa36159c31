"""Kleene's three-valued logic over the axes: what a step says while some answers are still missing.

What is not written is unknown, not no. AND is the least, OR the greatest of its values; there is no NOT, so
more good facts can never make a verdict worse.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.model.criteria import Axis, Step


class Truth(IntEnum):
    """False, unknown, true, in the order that AND and OR need."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


IS_OK = {
    AxisState.OK: Truth.TRUE,
    AxisState.NO: Truth.FALSE,
    AxisState.MIXED: Truth.UNKNOWN,
    AxisState.UNKNOWN: Truth.UNKNOWN,
}
IS_NO = {
    AxisState.OK: Truth.FALSE,
    AxisState.NO: Truth.TRUE,
    AxisState.MIXED: Truth.UNKNOWN,
    AxisState.UNKNOWN: Truth.UNKNOWN,
}
#: Only guard axes have it: a concern that is alive, few or many.
UNSETTLED = {
    AxisState.OK: Truth.FALSE,
    AxisState.NO: Truth.TRUE,
    AxisState.MIXED: Truth.TRUE,
    AxisState.UNKNOWN: Truth.UNKNOWN,
}


def is_no(axis: Axis, state: AxisState) -> Truth:
    """Whether the axis is ×; where not knowing is fine, only a clear × counts."""
    if axis.unknown_is_fine and state is not AxisState.NO:
        return Truth.FALSE
    return IS_NO[state]


def at_least(needed: int, values: Iterable[Truth]) -> Truth:
    """True if that many are true for certain, false if no completion could reach it."""
    counted = tuple(values)
    certain = counted.count(Truth.TRUE)
    if certain >= needed:
        return Truth.TRUE
    return Truth.FALSE if certain + counted.count(Truth.UNKNOWN) < needed else Truth.UNKNOWN


def value_of(step: Step, axes: Mapping[str, Axis], states: Mapping[str, AxisState], stops: frozenset[str]) -> Truth:
    """The value of a step: all the conditions that it gives, joined by AND. Stop signs are two-valued."""
    found = Truth.TRUE
    if step.stop is not None:
        found = Truth.TRUE if step.stop in stops else Truth.FALSE
    if step.any_no:
        found = min(found, max(is_no(axes[name], states[name]) for name in step.any_no))
    if step.unsettled:
        found = min(found, max(UNSETTLED[states[name]] for name in step.unsettled))
    if step.all_ok:
        found = min(found, *(IS_OK[states[name]] for name in step.all_ok))
    if step.ok_at_least is not None:
        found = min(found, at_least(step.ok_at_least, (IS_OK[states[name]] for name in step.of)))
    if step.no_at_least is not None:
        found = min(found, at_least(step.no_at_least, (is_no(axes[name], states[name]) for name in step.of)))
    return found
