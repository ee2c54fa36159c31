"""The parts of the facts that the steps tell apart, and the ways in which each may be taken when asking what mattered.

A part is an axis, a kind of stop signs, or the notes. It is taken as it was, as it is now, or as unknown on the way
there: never as it would be if only half of what speaks about it had been written.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import state_of
from netjudge_plugin.judge.moves.changes import by_date_and_word
from netjudge_plugin.model.criteria import Axis
from netjudge_plugin.model.judgement import AxisState, Observation, StopSign

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.model.criteria import Criteria, StopKind
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.moves import Change


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it stands if only these of the changes came.

    `known` says whether any fact counts in it; `state` stays UNKNOWN for what is no axis.
    """

    changes: tuple[Change, ...] = ()
    known: bool = False
    state: AxisState = AxisState.UNKNOWN


#: One way for each part: the axes, the kinds of stop signs, the notes.
Choice = tuple[Part, ...]
#: How many good facts (1) and concerns (-1) count on each axis.
Counts = Mapping[tuple[str, int], int]


def ways(
    before: Judgement, after: Judgement, changes: Sequence[Change], criteria: Criteria
) -> tuple[tuple[Part, ...], ...]:
    """For each part the ways in which it may be taken: first as it was, last as it is now."""
    counts = _counts(before)
    here: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        here.setdefault(_where(change), []).append(change)
    found: list[tuple[Part, ...]] = []
    for place, was, now in zip(_places(criteria), _standing(before, criteria), _standing(after, criteria), strict=True):
        if was == now:
            found.append((was,))
        elif isinstance(place, Axis):
            found.append(_of_axis(place, counts, here["axis", place.id], was, now))
        else:
            found.append(_of_others(here["stop", place.id] if place else here["notes", ""], was, now))
    return tuple(found)


def ways_with_less(choice: Choice, before: Judgement, criteria: Criteria) -> tuple[tuple[Part, ...], ...]:
    """For each part as chosen the ways to take it with some of its changes or none: the last is as chosen."""
    counts = _counts(before)
    found: list[tuple[Part, ...]] = []
    for place, part in zip(_places(criteria), choice, strict=True):
        if not part.changes:
            found.append((part,))
        elif isinstance(place, Axis):
            found.append(_in_order(_reached(place, counts, part.changes), part))
        else:
            found.append((Part(known=not part.known), part))
    return tuple(found)


def told(choice: Choice, steps: Steps) -> tuple[str, str]:
    """The verdict and why that the steps give if every part stands as chosen."""
    criteria = steps.criteria
    axes, signs, notes = choice[: len(criteria.axes)], choice[len(criteria.axes) : -1], choice[-1]
    kinds = frozenset(kind.id for kind, part in zip(criteria.stops, signs, strict=True) if part.known)
    more = any(part.known and not axis.feeling for axis, part in zip(criteria.axes, axes, strict=True))
    felt = not more and (notes.known or any(part.known for part in axes))
    return steps.told(tuple(part.state for part in axes), kinds, felt=felt)


def _places(criteria: Criteria) -> tuple[Axis | StopKind | None, ...]:
    """The parts in their order; the notes are None."""
    return (*criteria.axes, *criteria.stops, None)


def _where(change: Change) -> tuple[str, str]:
    """The part that a change speaks about."""
    fact = change.fact
    if isinstance(fact, Observation):
        return ("axis", fact.axis)
    return ("stop", fact.kind) if isinstance(fact, StopSign) else ("notes", "")


def _standing(judgement: Judgement, criteria: Criteria) -> Choice:
    """Every part as it stands in a judgement."""
    facts = judgement.facts
    observed, kinds = {o.axis for o in facts.observations}, {stop.kind for stop in facts.stops}
    return (
        *(Part((), axis.id in observed, judgement.axes[axis.id]) for axis in criteria.axes),
        *(Part((), kind.id in kinds) for kind in criteria.stops),
        Part((), bool(facts.notes)),
    )


def _counts(judgement: Judgement) -> Counts:
    return Counter((o.axis, o.polarity) for o in judgement.facts.observations)


def _of_axis(axis: Axis, counts: Counts, here: Sequence[Change], was: Part, now: Part) -> tuple[Part, ...]:
    on_the_way = {was.state, now.state, AxisState.UNKNOWN}
    return _in_order([part for part in _reached(axis, counts, here) if part.state in on_the_way], now)


def _of_others(here: Sequence[Change], was: Part, now: Part) -> tuple[Part, ...]:
    """One sign or note is enough to begin with; it takes the end of all signs to be rid of their kind."""
    return (was, Part(tuple(here[:1] if now.known else here), now.known))


def _in_order(parts: Iterable[Part], last: Part) -> tuple[Part, ...]:
    """The ways from the fewest changes to the most, but the one that stands as `last` does at the end."""
    return tuple(sorted(parts, key=lambda part: ((part.known, part.state) == (last.known, last.state), _size(part))))


def _reached(axis: Axis, counts: Counts, changes: Sequence[Change]) -> list[Part]:
    """Every standing of the axis that some of the changes lead to, with the fewest that do; first as it was."""
    found: dict[tuple[bool, AxisState], Part] = {}
    for (more_good, some), (more_concern, others) in itertools.product(_few(changes, 1), _few(changes, -1)):
        good, concern = counts.get((axis.id, 1), 0) + more_good, counts.get((axis.id, -1), 0) + more_concern
        part = Part((*some, *others), good + concern > 0, state_of(axis, good, concern))
        key = (part.known, part.state)
        found[key] = min(found[key], part, key=_size) if key in found else part
    return list(found.values())


def _few(here: Sequence[Change], polarity: int) -> list[tuple[int, Sequence[Change]]]:
    """None, or the first few changes on one side of an axis, and what they add to its facts.

    Beginnings alone, or ends: one would undo the other.
    """
    side = [c for c in here if isinstance(c.fact, Observation) and c.fact.polarity == polarity]
    begun, ended = [c for c in side if c.began], [c for c in side if not c.began]
    return [
        *((number, begun[:number]) for number in range(len(begun) + 1)),
        *((-number, ended[:number]) for number in range(1, len(ended) + 1)),
    ]


def _size(part: Part) -> tuple[int, list[tuple[datetime.date, str]]]:
    return len(part.changes), sorted(by_date_and_word(change) for change in part.changes)
