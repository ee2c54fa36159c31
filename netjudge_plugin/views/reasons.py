"""Which recorded facts carry a verdict: those of the axes (or the stop sign) that the deciding step names.

Where no step decided, it is what is known so far; what is not known is said apart from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.criteria import Axis, Criteria, Step
    from netjudge_plugin.model.judgement import Judgement, Observation, StopSign


@dataclass(frozen=True, slots=True)
class Reason:
    """One axis with the facts on it that count here, or (without an axis) the stop signs."""

    axis: Axis | None
    state: AxisState | None
    observations: tuple[Observation, ...] = ()
    stops: tuple[StopSign, ...] = ()


def reasons(judgement: Judgement, criteria: Criteria) -> tuple[Reason, ...]:
    """The facts behind what the steps say, by axis in the order of the criteria, the stop signs first."""
    step = next((step for step in criteria.steps if step.id == judgement.computed.step), None)
    return tuple(_of_step(judgement, step, criteria) if step else _known(judgement, criteria))


def open_questions(judgement: Judgement, criteria: Criteria) -> tuple[Axis, ...]:
    """The axes of which nothing can be said yet, but for those where that is fine."""
    unknown = AxisState.UNKNOWN
    return tuple(a for a in criteria.axes if judgement.axes[a.id] is unknown and not a.unknown_is_fine)


def _of_step(judgement: Judgement, step: Step, criteria: Criteria) -> Iterator[Reason]:
    if step.stop is not None:
        yield Reason(None, None, stops=tuple(s for s in judgement.facts.stops if s.kind == step.stop))
    wanted = _wanted(step)
    for axis in criteria.axes:
        state = judgement.axes[axis.id]
        if axis.id in step.axes and state in wanted:
            polarity = 1 if state is AxisState.OK else -1
            yield Reason(axis, state, _on(axis, judgement, polarity))


def _wanted(step: Step) -> set[AxisState]:
    """The states that make the step true."""
    wanted: set[AxisState] = set()
    if step.all_ok or step.ok_at_least is not None:
        wanted.add(AxisState.OK)
    if step.any_no or step.no_at_least is not None:
        wanted.add(AxisState.NO)
    if step.unsettled:
        wanted |= {AxisState.NO, AxisState.MIXED}
    return wanted


def _known(judgement: Judgement, criteria: Criteria) -> Iterator[Reason]:
    for axis in criteria.axes:
        state = judgement.axes[axis.id]
        if state is not AxisState.UNKNOWN:
            yield Reason(axis, state, _on(axis, judgement))


def _on(axis: Axis, judgement: Judgement, polarity: int | None = None) -> tuple[Observation, ...]:
    on_axis = (o for o in judgement.facts.observations if o.axis == axis.id)
    return tuple(o for o in on_axis if polarity is None or o.polarity == polarity)
