"""What is wrong with single steps: one that never decides, and one to contact where contact should not be.

Sets of states are those of the walk's space; no stop sign is live in them unless it is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.proof.finding import CONTACT, NOT_THIS_TIME, counted, found, sign
from netjudge_plugin.judge.proof.witness import simplest
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.judge.proof.walk import Walk
    from netjudge_plugin.model.diagnostics import Diagnostic


def dead_steps(walk: Walk) -> Iterator[Diagnostic]:
    """A step that decides in no state. One about a kind of stop signs is looked at while that kind is live.

    Exact for any number of kinds: each further kind that is live can only let earlier steps decide.
    """
    for nth, step in enumerate(walk.criteria.steps):
        under = walk.under(step.stop)
        if under.decides[nth]:
            continue
        facts = {"step": step.id}
        if walk.conditions[nth]:
            witness = simplest(walk.space, walk.conditions[nth], sign=sign(walk.criteria, step.stop))
            decided = under.by(witness.state)
            facts |= witness.facts | {"by": decided.id if decided else ""}
        yield found("criteria-dead-step", walk.criteria, step.place, **facts)


def masked_stops(walk: Walk) -> Iterator[Diagnostic]:
    """Contact past what should stop it, as the two rules below have it."""
    yield from _contact_past_stop(walk)
    yield from _idle_stops(walk)


def _contact_past_stop(walk: Walk) -> Iterator[Diagnostic]:
    """A contact step that decides in a state in which a step to not_this_time is true as well.

    Counted are those states of the axes, and as one each the kinds of stop signs for which there is such a state while
    the kind is live, with a step about it.
    """
    for nth, step in walk.steps_to(CONTACT):
        states = walk.decides[nth] & walk.true(NOT_THIS_TIME)
        kinds = {
            kind.id: masked
            for kind in walk.criteria.stops
            if (masked := walk.under(kind.id).decides[nth] & walk.true(NOT_THIS_TIME, kind.id))
        }
        if states:
            witness = simplest(walk.space, states)
        elif kinds:
            kind, masked = next(iter(kinds.items()))
            witness = simplest(walk.space, masked, sign=sign(walk.criteria, kind))
        else:
            continue
        count = states.bit_count() + len(kinds)
        yield counted("criteria-masked-stop", walk.criteria, step.place, count, **witness.facts)


def _idle_stops(walk: Walk) -> Iterator[Diagnostic]:
    """A kind with stop signs that no step is about (but one to contact), while contact is reached with it live."""
    used = {step.stop for step in walk.criteria.steps if step.then != CONTACT}
    for kind in walk.criteria.stops:
        if kind.signs and kind.id not in used and walk.under(kind.id).verdict(CONTACT):
            facts = {"kind": kind.id, "sign": sign(walk.criteria, kind.id)}
            yield found("criteria-masked-stop", walk.criteria, kind.place, **facts)


def feeling_only(walk: Walk) -> Iterator[Diagnostic]:
    """A contact step that decides in a state in which no axis is ○ but such of `feeling`."""
    known = 0
    for nth, axis in enumerate(walk.criteria.axes):
        known |= 0 if axis.feeling else walk.space.where(nth, {AxisState.OK})
    for nth, step in walk.steps_to(CONTACT):
        states = walk.decides[nth] & ~known
        if states:
            witness = simplest(walk.space, states)
            count = states.bit_count()
            yield counted("criteria-feeling-only-contact", walk.criteria, step.place, count, **witness.facts)
