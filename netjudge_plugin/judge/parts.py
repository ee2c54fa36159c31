"""The parts of the facts that the steps tell apart, and the ways in which each may be taken when asking what mattered.

A part is an axis, a kind of stop signs, or the notes. It is taken as it was, as it is now, or as unknown on the way
there: never as it would be if only half of what speaks about it had been written.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.judge.changes import by_date_and_word
from netjudge_plugin.judge.decide import state_of
from netjudge_plugin.model.judgement import AxisState, NoteWord, Observation, StopSign

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.model.criteria import Axis, Criteria, StopKind
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


def ways(
    before: Judgement, after: Judgement, changes: Sequence[Change], criteria: Criteria
) -> tuple[tuple[Part, ...], ...]:
    """For each part the ways in which it may be taken: first as it was, last as it is now."""
    return (
        *(_of_axis(axis, before, after, changes) for axis in criteria.axes),
        *(_of_stop(kind, before, after, changes) for kind in criteria.stops),
        _of_notes(before, changes),
    )


def ways_with_less(choice: Choice, before: Judgement, criteria: Criteria) -> tuple[tuple[Part, ...], ...]:
    """For each part as chosen the ways to take it with some of its changes or none: the last is as chosen."""
    axes, others = choice[: len(criteria.axes)], choice[len(criteria.axes) :]
    return (
        *(
            _in_order(_reached(axis, before, part.changes), part)
            for axis, part in zip(criteria.axes, axes, strict=True)
        ),
        *((Part((), not part.known), part) if part.changes else (part,) for part in others),
    )


def told(choice: Choice, steps: Steps) -> tuple[str, str]:
    """The verdict and why that the steps give if every part stands as chosen."""
    criteria = steps.criteria
    axes, signs, notes = choice[: len(criteria.axes)], choice[len(criteria.axes) : -1], choice[-1]
    kinds = frozenset(kind.id for kind, part in zip(criteria.stops, signs, strict=True) if part.known)
    more = any(part.known and not axis.feeling for axis, part in zip(criteria.axes, axes, strict=True))
    felt = not more and (notes.known or any(part.known for part in axes))
    return steps.told(tuple(part.state for part in axes), kinds, felt=felt)


def _of_axis(axis: Axis, before: Judgement, after: Judgement, changes: Sequence[Change]) -> tuple[Part, ...]:
    was, now = _on_axis(axis, before, ()), _on_axis(axis, after, ())
    here = [c for c in changes if isinstance(c.fact, Observation) and c.fact.axis == axis.id]
    if not here or was == now:
        return (was,)
    on_the_way = {was.state, now.state, AxisState.UNKNOWN}
    return _in_order([part for part in _reached(axis, before, here) if part.state in on_the_way], now)


def _in_order(parts: Iterable[Part], last: Part) -> tuple[Part, ...]:
    """The ways from the fewest changes to the most, but the one that stands as `last` does at the end."""
    return tuple(sorted(parts, key=lambda part: ((part.known, part.state) == (last.known, last.state), _size(part))))


def _reached(axis: Axis, before: Judgement, changes: Sequence[Change]) -> list[Part]:
    """Every standing of the axis that some of the changes lead to, with the fewest that do; first as it was."""
    found: dict[tuple[bool, AxisState], Part] = {}
    for some, others in itertools.product(_few(changes, 1), _few(changes, -1)):
        part = _on_axis(axis, before, (*some, *others))
        key = (part.known, part.state)
        found[key] = min(found.get(key, part), part, key=_size)
    return list(found.values())


def _on_axis(axis: Axis, judgement: Judgement, changes: Sequence[Change]) -> Part:
    """An axis as it stands if these changes came to the facts of a judgement."""
    polarities = [o.polarity for o in judgement.facts.observations if o.axis == axis.id]
    good, concern = (polarities.count(side) + sum(_shift(change, side) for change in changes) for side in (1, -1))
    return Part(tuple(changes), good + concern > 0, state_of(axis, good, concern))


def _shift(change: Change, polarity: int) -> int:
    """What a change of an observation adds to the facts on one side."""
    assert isinstance(change.fact, Observation)
    return 0 if change.fact.polarity != polarity else 1 if change.began else -1


def _few(here: Sequence[Change], polarity: int) -> Iterator[Sequence[Change]]:
    """None, or the first few changes on one side of an axis: beginnings alone, or ends, as one would undo the other."""
    side = [c for c in here if isinstance(c.fact, Observation) and c.fact.polarity == polarity]
    begun, ended = [c for c in side if c.began], [c for c in side if not c.began]
    yield from (begun[:number] for number in range(len(begun) + 1))
    yield from (ended[:number] for number in range(1, len(ended) + 1))


def _size(part: Part) -> tuple[int, list[tuple[datetime.date, str]]]:
    return len(part.changes), sorted(by_date_and_word(change) for change in part.changes)


def _of_stop(kind: StopKind, before: Judgement, after: Judgement, changes: Sequence[Change]) -> tuple[Part, ...]:
    """One sign is enough to begin with; it takes the end of all of them to be rid of the kind."""
    here = tuple(c for c in changes if isinstance(c.fact, StopSign) and c.fact.kind == kind.id)
    was, now = (any(stop.kind == kind.id for stop in judgement.facts.stops) for judgement in (before, after))
    if was == now:
        return (Part(known=was),)
    return (Part(known=was), Part(here[:1] if now else here, known=now))


def _of_notes(before: Judgement, changes: Sequence[Change]) -> tuple[Part, ...]:
    """Notes only ever come, and only the first matters."""
    was = Part(known=bool(before.facts.notes))
    here = tuple(c for c in changes if isinstance(c.fact, NoteWord))
    return (was,) if was.known or not here else (was, Part(here[:1], known=True))
