"""Which changes to the criteria are worth trying: few, readable, in a fixed order.

Five decisions cannot tell a hundred rules apart, so the order is what generalises. Changes come in three rings, by the
axes that they bring in or count otherwise: those that guard, which matter most to the criteria themselves (and what
merely asks for less); then those that contact asks for now; then the rest. In a ring the simplest comes first.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from netjudge_plugin.judge.review.edits import NEEDS
from netjudge_plugin.model.review import Asked, Dropped, Moved, Number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from netjudge_plugin.model.criteria import Axis, Criteria, Step
    from netjudge_plugin.model.review import Edit

    Change = tuple[Edit, ...]

MOST_NEEDS = 3


def candidates(criteria: Criteria, noted: Collection[str]) -> tuple[tuple[Change, ...], ...]:
    """The changes by ring, in the order in which they are preferred. `noted` are the axes that were ○ at some decision.

    Within a ring: which axes contact asks for (one more, one fewer, one alone, none); then the same with one more good
    fact needed on the new axis, or with one ○ fewer of the others; then single numbers; then steps moved and dropped.
    """
    contact = [step for step in criteria.steps if step.then == "contact"]
    asked = {axis for step in contact for axis in step.all_ok}
    guards = {axis.id for axis in criteria.axes if axis.style == "guard"}
    rings: tuple[list[Change], ...] = ([], [], [])
    for change in _changes(criteria, contact, noted):
        about = _about(change)
        rings[0 if about <= guards else 1 if about <= guards | asked else 2].append(change)
    return tuple(tuple(ring) for ring in rings)


def _about(change: Change) -> set[str]:
    """The axes that a change brings in or counts otherwise; a step that is moved or dropped is about itself."""
    found: set[str] = set()
    for edit in change:
        if isinstance(edit, Asked):
            found |= set(edit.after) - set(edit.before)
        elif not isinstance(edit, Number) or edit.key in NEEDS:
            found.add(edit.part)
    return found


def _changes(criteria: Criteria, contact: Sequence[Step], noted: Collection[str]) -> Iterator[Change]:
    for step in contact:
        yield from ((edit,) for edit in _asking(step, criteria, noted))
    for step in contact:
        for edit in _asking(step, criteria, noted):
            yield from ((edit, number) for number in _beside(edit, step, criteria))
    for step in contact:
        yield from ((edit,) for edit in _counts(step, "ok_at_least"))
    for axis in _in_order(criteria, contact):
        yield from ((edit,) for key in NEEDS for edit in _needs(axis, key))
    for step in criteria.steps:
        yield from ((edit,) for edit in _counts(step, "no_at_least"))
    yield from ((edit,) for edit in _moves(criteria))
    yield from ((Dropped(step.id),) for step in criteria.steps if step.then != "contact" and step.stop is None)


def _in_order(criteria: Criteria, contact: Sequence[Step]) -> list[Axis]:
    """The axes that matter most to the criteria themselves first: guards, then those that contact asks for now."""
    asked = {axis for step in contact for axis in step.all_ok}
    axes = [axis for axis in criteria.axes if not axis.unknown_is_fine]
    return sorted(axes, key=lambda axis: (axis.style != "guard", axis.id not in asked))


def _asking(step: Step, criteria: Criteria, noted: Collection[str]) -> Iterator[Asked]:
    """Other lists of the axes that a step asks to be ○; an axis that never was ○ cannot be asked for."""
    order = [axis.id for axis in _in_order(criteria, [step])]
    new = [axis for axis in order if axis in noted]
    more = [{*step.all_ok, axis} for axis in new if axis not in step.all_ok]
    alone = [{axis} for axis in new]
    fewer = [{*step.all_ok} - {axis} for axis in order if axis in step.all_ok]
    seen = [set(step.all_ok)]
    for axes in [*more, *fewer, *alone, set()]:
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
