"""Changes to the criteria that a person can read: one number, one list, one step; and the lines to edit for each.

Nothing here changes a file: a change is a value, and what it makes of the criteria is another value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netjudge_plugin.model.review import Asked, Dropped, Lines, Moved, Number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.model.criteria import Criteria, Step
    from netjudge_plugin.model.review import Edit

NEEDS = ("ok_needs", "no_needs")


def applied(criteria: Criteria, edits: Iterable[Edit]) -> Criteria:
    """The criteria as they would be with these edits, one after the other."""
    for edit in edits:
        criteria = _with(criteria, edit)
    return criteria


def lines(criteria: Criteria, edit: Edit) -> Lines:
    """What to edit in the file that holds these criteria."""
    if isinstance(edit, Number) and edit.key in NEEDS:
        axis = next(axis for axis in criteria.axes if axis.id == edit.part)
        return Lines("axes", edit.part, *_number(edit), place=axis.place)
    step = next(step for step in criteria.steps if step.id == edit.part)
    if isinstance(edit, Number):
        return Lines("steps", edit.part, *_number(edit), place=step.place)
    if isinstance(edit, Asked):
        return Lines("steps", edit.part, _all_ok(edit.before), _all_ok(edit.after), place=step.place)
    if isinstance(edit, Dropped):
        return Lines("steps", edit.part, _whole(step), (), place=step.place)
    return Lines("steps", edit.part, _whole(step), _whole(step), above=edit.above, place=step.place)


def _number(edit: Number) -> tuple[tuple[str], tuple[str]]:
    return (f"{edit.key}: {edit.before}",), (f"{edit.key}: {edit.after}",)


def _with(criteria: Criteria, edit: Edit) -> Criteria:
    if isinstance(edit, Number) and edit.key in NEEDS:
        change = {edit.key: edit.after}
        axes = tuple(replace(axis, **change) if axis.id == edit.part else axis for axis in criteria.axes)  # type: ignore[arg-type] # a key and its number
        return replace(criteria, axes=axes)
    return replace(criteria, steps=tuple(_steps(criteria.steps, edit)))


def _steps(steps: tuple[Step, ...], edit: Edit) -> Iterable[Step]:
    mine = next(step for step in steps if step.id == edit.part)
    for step in steps:
        if isinstance(edit, Moved) and step.id == edit.above:
            yield mine
        if step is not mine:
            yield step
        elif isinstance(edit, Number):
            yield replace(step, **{edit.key: edit.after})  # type: ignore[arg-type] # a key and its number
        elif isinstance(edit, Asked):
            yield replace(step, all_ok=edit.after)


def _all_ok(axes: tuple[str, ...]) -> tuple[str, ...]:
    return (f"all_ok: {_flow(axes)}",) if axes else ()


def _flow(names: tuple[str, ...]) -> str:
    return f"[{', '.join(names)}]"


def _whole(step: Step) -> tuple[str, ...]:
    """A step as it stands in a file."""
    conditions = (
        ("stop", step.stop),
        ("any_no", step.any_no and _flow(step.any_no)),
        ("unsettled", step.unsettled and _flow(step.unsettled)),
        ("all_ok", step.all_ok and _flow(step.all_ok)),
        ("ok_at_least", step.ok_at_least),
        ("no_at_least", step.no_at_least),
        ("of", step.of and _flow(step.of)),
    )
    inner = [f"  {key}: {value}" for key, value in conditions if value]
    return (f"- step: {step.id}", *inner, f"  then: {step.then}", f"  why: {step.why}")
