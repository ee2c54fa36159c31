"""The criteria proved over every state of their axes: no step in vain, no contact past a stop, always a way to contact.

The seed: vague criteria are a risk (基準が曖昧なリスク). Whoever edits them should learn at once what they now say.
Each rule has its exact definition at its function. What they count are states of the axes with no stop sign live,
unless the rule is about stop signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.judge.space import Space
from netjudge_plugin.judge.walk import Walk
from netjudge_plugin.judge.witness import simplest
from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.model.diagnostics import Diagnostic, Place, in_order
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from netjudge_plugin.model.criteria import Criteria, Step

_STOP, _WAIT, _CONTACT = VERDICTS


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found wrong with some criteria after looking at all of their `states` of the axes."""

    states: int
    findings: tuple[Diagnostic, ...]


def prove(criteria: Criteria) -> Proof:
    """Look at the criteria in every state of their axes."""
    walk = Walk.of(criteria, Space.of(criteria.axes))
    return Proof(walk.space.count, in_order(finding for rule in _RULES.values() for finding in rule(walk)))


def _dead_steps(walk: Walk) -> Iterator[Diagnostic]:
    """A step that decides in no state. One about a kind of stop signs is looked at while that kind is live.

    Exact for any number of kinds: each further kind that is live can only let earlier steps decide.
    """
    for nth, step in enumerate(walk.criteria.steps):
        under = walk.under(step.stop)
        if under.decides[nth]:
            continue
        facts = {"step": step.id}
        if walk.conditions[nth]:
            witness = simplest(walk.space, walk.conditions[nth], sign=_sign(walk.criteria, step.stop))
            decided = under.by(witness.state)
            facts |= witness.facts | {"by": decided.id if decided else ""}
        yield _found("criteria-dead-step", walk.criteria, step.place, **facts)


def _masked_stops(walk: Walk) -> Iterator[Diagnostic]:
    """Contact past what should stop it, as the two rules below have it."""
    yield from _contact_past_stop(walk)
    yield from _idle_stops(walk)


def _contact_past_stop(walk: Walk) -> Iterator[Diagnostic]:
    """A contact step that decides in a state in which a step to not_this_time is true as well.

    Counted are those states of the axes, and as one each the kinds of stop signs for which there is such a state while
    the kind is live, with a step about it.
    """
    for nth, step in _contact_steps(walk):
        states = walk.decides[nth] & walk.true(_STOP)
        kinds = {
            kind.id: masked
            for kind in walk.criteria.stops
            if (masked := walk.under(kind.id).decides[nth] & walk.true(_STOP, kind.id))
        }
        if states:
            witness = simplest(walk.space, states)
        elif kinds:
            kind, masked = next(iter(kinds.items()))
            witness = simplest(walk.space, masked, sign=_sign(walk.criteria, kind))
        else:
            continue
        count = states.bit_count() + len(kinds)
        yield _counted("criteria-masked-stop", walk.criteria, step.place, count, **witness.facts)


def _idle_stops(walk: Walk) -> Iterator[Diagnostic]:
    """A kind with stop signs that no step is about (but one to contact), while contact is reached with it live."""
    used = {step.stop for step in walk.criteria.steps if step.then != _CONTACT}
    for kind in walk.criteria.stops:
        if kind.signs and kind.id not in used and walk.under(kind.id).verdict(_CONTACT):
            facts = {"kind": kind.id, "sign": _sign(walk.criteria, kind.id)}
            yield _found("criteria-masked-stop", walk.criteria, kind.place, **facts)


def _no_contact(walk: Walk) -> Iterator[Diagnostic]:
    """Contact is reached in no state."""
    if not walk.verdict(_CONTACT):
        best = simplest(walk.space, walk.space.everything)
        step = walk.by(best.state)
        said = walk.criteria.verdicts[step.then if step else walk.criteria.otherwise]
        place = _contact_place(walk)
        count = walk.space.count
        yield _counted("criteria-no-path-to-contact", walk.criteria, place, count, verdict=said, **best.facts)


def _no_path(walk: Walk) -> Iterator[Diagnostic]:
    """A state in which no step decides ("know a little more first"), but from which no good fact leads to contact.

    Good facts raise an axis by any number of states. A guard axis that holds a concern rises only if a word clears one
    of its concerns.
    """
    reaching = walk.verdict(_CONTACT)
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
        yield _counted("criteria-defer-without-path", walk.criteria, place, count, **witness.facts)


def _not_monotone(walk: Walk) -> Iterator[Diagnostic]:
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
            yield _counted("criteria-not-monotone", criteria, place, count, **facts, **witness.facts)
            return  # one example is enough


def _falling(walk: Walk, axis: int) -> int:
    """The states whose verdict gets worse when that axis gets one state better."""
    stop, wait, contact = (walk.verdict(verdict) for verdict in VERDICTS)
    to_stop, to_wait = (walk.space.below(axis, states) for states in (stop, wait))
    return (contact & (to_stop | to_wait)) | (wait & to_stop)


def _feeling_only(walk: Walk) -> Iterator[Diagnostic]:
    """A contact step that decides in a state in which no axis is ○ but such of `feeling`."""
    known = 0
    for nth, axis in enumerate(walk.criteria.axes):
        known |= 0 if axis.feeling else walk.space.where(nth, {AxisState.OK})
    for nth, step in _contact_steps(walk):
        states = walk.decides[nth] & ~known
        if states:
            witness = simplest(walk.space, states)
            count = states.bit_count()
            yield _counted("criteria-feeling-only-contact", walk.criteria, step.place, count, **witness.facts)


def _overload(walk: Walk) -> Iterator[Diagnostic]:
    """All layers full, their cadence takes more messages a week than `weekly_limit`: sum(limit * 7 / every_days)."""
    plan = walk.criteria.plan
    weekly = sum((Fraction(layer.limit * 7, layer.every_days) for layer in plan.layers), Fraction())
    if weekly > plan.weekly_limit:
        hundredths = -(-weekly * 100 // 1)  # rounded up, so that it never looks equal to the limit
        need = f"{hundredths // 100}.{hundredths % 100:02}"
        yield _found("criteria-weekly-overload", walk.criteria, plan.place, need=need, limit=str(plan.weekly_limit))


#: Every rule, in the order in which it is told that they hold.
_RULES: Mapping[str, Callable[[Walk], Iterator[Diagnostic]]] = MappingProxyType(
    {
        "criteria-dead-step": _dead_steps,
        "criteria-masked-stop": _masked_stops,
        "criteria-no-path-to-contact": _no_contact,
        "criteria-defer-without-path": _no_path,
        "criteria-not-monotone": _not_monotone,
        "criteria-feeling-only-contact": _feeling_only,
        "criteria-weekly-overload": _overload,
    }
)
RULES = tuple(_RULES)


def _contact_steps(walk: Walk) -> Iterator[tuple[int, Step]]:
    return ((nth, step) for nth, step in enumerate(walk.criteria.steps) if step.then == _CONTACT)


def _contact_place(walk: Walk) -> Place | None:
    """Where contact is to be let in: the first step to it, else the criteria as a whole."""
    return next((step.place for _, step in _contact_steps(walk)), walk.criteria.place)


def _sign(criteria: Criteria, kind: str | None) -> str:
    """A sign of a kind as it is called, or nothing for no kind."""
    return next((label for stop in criteria.stops if stop.id == kind for label in stop.signs.values()), "")


def _counted(name: str, criteria: Criteria, place: Place | None, count: int, **facts: str) -> Diagnostic:
    """A finding with how often it is so, and the labels of the verdicts it speaks of."""
    labels = {"yes": criteria.verdicts[_CONTACT], "wait": criteria.verdicts[_WAIT], "no": criteria.verdicts[_STOP]}
    return _found(name, criteria, place, states=f"{count:,}", **labels, **facts)


def _found(name: str, criteria: Criteria, place: Place | None, **facts: str) -> Diagnostic:
    return Diagnostic(place or criteria.place or Place(criteria.source), name, facts)
