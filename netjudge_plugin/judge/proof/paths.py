"""What is wrong with where the steps lead: never to contact, to a wait without end, or backwards.

Sets of states are those of the walk's space, with no stop sign live.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.proof.finding import CONTACT, counted
from netjudge_plugin.judge.proof.witness import simplest
from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.judge.proof.walk import Walk
    from netjudge_plugin.model.diagnostics import Diagnostic, Place


def no_contact(walk: Walk) -> Iterator[Diagnostic]:
    """Contact is reached in no state."""
    if not walk.verdict(CONTACT):
        best = simplest(walk.space, walk.space.everything)
        step = walk.by(best.state)
        said = walk.criteria.verdicts[step.then if step else walk.criteria.otherwise]
        place = _contact_place(walk)
        count = walk.space.count
        yield counted("criteria-no-path-to-contact", walk.criteria, place, count, verdict=said, **best.facts)


def no_path(walk: Walk) -> Iterator[Diagnostic]:
    """A state in which no step decides ("know a little more first"), but from which no good fact leads to contact.

    Good facts raise an axis by any number of states. A guard axis that holds a concern rises only if a word clears one
    of its concerns.
    """
    reaching = walk.verdict(CONTACT)
    for nth, axis in enumerate(walk.criteria.axes):
        cleared = {word for other in walk.criteria.axes for words in other.clears.values() for word in words}
        held = axis.style == "guard" and not cleared & set(axis.concern)
        may_rise = walk.space.where(nth, {AxisState.UNKNOWN} if held else set(AxisState))
        for _ in walk.space.levels[nth]:
            reaching |= walk.space.below(nth, reaching) & may_rise
    stuck = walk.undecided & ~reaching
    if stuck:
        witness = simplest(walk.space, stuck)
        place, count = _contact_place(walk), stuck.bit_count()
        yield counted("criteria-defer-without-path", walk.criteria, place, count, **witness.facts)


def not_monotone(walk: Walk) -> Iterator[Diagnostic]:
    """Two neighbouring states, one axis being better in the second, of which the second has the worse verdict.

    Counted are such pairs. The place is the step that decides in the first of them, else in the second: one of the two
    stands too high.
    """
    space, criteria = walk.space, walk.criteria
    falling = [_falling(walk, nth) for nth in range(len(criteria.axes))]
    for nth, states in enumerate(falling):
        if states:
            witness = simplest(space, states, without=nth)
            after = space.above(nth, witness.state)
            steps = (walk.by(witness.state), walk.by(after))
            before, then = (criteria.verdicts[step.then if step else criteria.otherwise] for step in steps)
            marks = " → ".join(space.first(one)[nth].mark for one in (witness.state, after))
            facts = {"axis": criteria.axes[nth].name, "marks": marks, "before": before, "after": then}
            place = next((step.place for step in steps if step), None)
            count = sum(map(int.bit_count, falling))
            yield counted("criteria-not-monotone", criteria, place, count, **facts, **witness.facts)
            return  # one example is enough


def _falling(walk: Walk, axis: int) -> int:
    """The states whose verdict gets worse when that axis gets one state better."""
    stop, wait, contact = (walk.verdict(verdict) for verdict in VERDICTS)
    to_stop, to_wait = (walk.space.below(axis, states) for states in (stop, wait))
    return (contact & (to_stop | to_wait)) | (wait & to_stop)


def _contact_place(walk: Walk) -> Place | None:
    """Where contact is to be let in: the first step to it, else the criteria as a whole."""
    return next((step.place for _, step in walk.steps_to(CONTACT)), walk.criteria.place)
