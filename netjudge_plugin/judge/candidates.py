"""Which changes to the criteria are worth trying: few, readable, and the simplest first.

Five decisions cannot tell a hundred rules apart, so the order is what generalises: of changes that fit my decisions
equally well the first one here is proposed. Nothing is learnt beyond it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from netjudge_plugin.judge.changes import NEEDS
from netjudge_plugin.model.review import Asked, Dropped, Moved, Number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from netjudge_plugin.model.criteria import Axis, Criteria, Step
    from netjudge_plugin.model.review import Edit

    Change = tuple[Edit, ...]

MOST_NEEDS = 3


def candidates(criteria: Criteria, noted: Collection[str]) -> Iterator[Change]:
    """The changes in the order in which they are preferred. `noted` are the axes that were ○ at some decision.

    First which axes contact asks for, from more to less: one more, one alone instead, one fewer, none; then the same
    with one more good fact needed on the new axis, or with one ○ fewer of the others; then single numbers; then steps
    moved and dropped.
    """
    contact = [step for step in criteria.steps if step.then == "contact"]
    for step in contact:
        yield from ((edit,) for edit in _asking(step, criteria, noted))
    for step in contact:
        for edit in _asking(step, criteria, noted):
            yield from ((edit, number) for number in _beside(edit, step, criteria))
    for step in contact:
        yield from ((edit,) for edit in _counts(step, "ok_at_least"))
    for axis in _in_order(criteria, contact[0] if contact else None):
        yield from ((edit,) for key in NEEDS for edit in _needs(axis, key))
    for step in criteria.steps:
        yield from ((edit,) for edit in _counts(step, "no_at_least"))
    yield from ((edit,) for edit in _moves(criteria))
    yield from ((Dropped(step.id),) for step in criteria.steps if step.then != "contact" and step.stop is None)


def _in_order(criteria: Criteria, step: Step | None) -> list[Axis]:
    """The axes that matter most to the criteria themselves first: guards, then those that contact asks for now."""
    asked = step.all_ok if step else ()
    axes = [axis for axis in criteria.axes if not axis.unknown_is_fine]
    return sorted(axes, key=lambda axis: (axis.style != "guard", axis.id not in asked))


def _asking(step: Step, criteria: Criteria, noted: Collection[str]) -> Iterator[Asked]:
    """Other lists of the axes that a step asks to be ○; an axis that never was ○ cannot be asked for."""
    order = [axis.id for axis in _in_order(criteria, step)]
    new = [axis for axis in order if axis in noted]
    more = [{*step.all_ok, axis} for axis in new if axis not in step.all_ok]
    alone = [{axis} for axis in new]
    fewer = [{*step.all_ok} - {axis} for axis in order if axis in step.all_ok]
    seen = [set(step.all_ok)]
    for axes in [*more, *alone, *fewer, set()]:
        if axes not in seen and (axes or step.ok_at_least):
            seen.append(axes)
            yield Asked(step.id, step.all_ok, tuple(axis.id for axis in criteria.axes if axis.id in axes))


def _beside(edit: Asked, step: Step, criteria: Criteria) -> Iterator[Number]:
    """What goes well with another list: more needed on the axis that is new or alone in it, or fewer of the others."""
    fresh = edit.after if len(edit.after) == 1 else tuple(axis for axis in edit.after if axis not in edit.before)
    for axis in (axis for axis in criteria.axes if axis.id in fresh):
        yield from (number for number in _needs(axis, "ok_needs") if number.after > number.before)
    if len(edit.after) <= 1:
        yield from (number for number in _counts(step, "ok_at_least") if number.after < number.before)


def _counts(step: Step, key: str) -> Iterator[Number]:
    before: int | None = getattr(step, key)
    for after in (before - 1, before + 1) if before else ():
        if 1 <= after <= len(step.of):
            yield Number(step.id, key, before or 0, after)


def _needs(axis: Axis, key: str) -> Iterator[Number]:
    before: int = getattr(axis, key)
    for after in (before - 1, before + 1):
        if 1 <= after <= MOST_NEEDS and axis.count == "all":
            yield Number(axis.id, key, before, after)


def _moves(criteria: Criteria) -> Iterator[Moved]:
    """A step that contacts, before the steps above it that only defer; no other order can turn a choice."""
    for place, step in enumerate(criteria.steps):
        if step.then == "contact":
            above = itertools.takewhile(lambda other: other.then == "defer", reversed(criteria.steps[:place]))
            yield from (Moved(step.id, other.id) for other in above)
