"""All axes of a person at a glance: a shape and a name each, and which of them the verdict hangs on.

A row of cells in the order of the criteria. A shape that grows with every answer, like a wheel with spokes, would be
read as a score: its area as a number, its dents as failings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.views.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.views.axes import AxisView
    from netjudge_plugin.views.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Cell:
    """One axis; `role` is "decides" where the verdict came from it, "may_change" where its answer could change that."""

    axis: AxisView
    role: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The picture, with the states and the roles that occur in it."""

    cells: tuple[Cell, ...]
    states: tuple[str, ...]
    roles: tuple[str, ...]


def glance(now: Judgement, axes: Sequence[AxisView], look: Lookup) -> Glance:
    """The axes as cells, in their order."""
    criteria = look.outlook.criteria
    decided = now.computed.step if now.override is None else None
    deciding = {reason.axis.id for reason in reasons(now, criteria) if reason.axis} if decided else set()
    open_axes = set(now.computed.open_axes) if now.computed.firm is False else set()
    roles = dict.fromkeys(open_axes, "may_change") | dict.fromkeys(deciding, "decides")
    cells = tuple(Cell(view, roles.get(axis.id, "")) for axis, view in zip(criteria.axes, axes, strict=True))
    states, found = {cell.axis.state for cell in cells}, {cell.role for cell in cells}
    return Glance(
        cells,
        tuple(state.value for state in AxisState if state.value in states),
        tuple(role for role in ("decides", "may_change") if role in found),
    )
