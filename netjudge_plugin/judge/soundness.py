"""What every set of criteria must keep, so that a proposal never offers less: one question, asked in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import Steps
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria


def is_sound(criteria: Criteria) -> bool:
    """Whether contact can be reached, never by feelings alone, and never without asking for anything."""
    steps = Steps(criteria)
    best = tuple(AxisState.OK for _ in criteria.axes)
    felt = tuple(AxisState.OK if axis.feeling else AxisState.UNKNOWN for axis in criteria.axes)
    contact = [step for step in criteria.steps if step.then == "contact"]
    asks = all(step.all_ok or step.ok_at_least for step in contact)
    return asks and steps.verdict(best, frozenset()) == "contact" != steps.verdict(felt, frozenset())
