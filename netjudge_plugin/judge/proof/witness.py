"""The state that shows a finding best: the one that can be said in the fewest words.

"心地よさ・違和感 ×, all others ○" is seen at once; a row of eight marks is not. The words are those of the criteria,
the sentence around them is the catalogue's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from netjudge_plugin.judge.proof.space import Space

#: Which mark "all others" may have: what is good, or not known, goes without saying rather than a concern does.
_RESTS = (AxisState.OK, AxisState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Witness:
    """One state out of a set: `state` as a set of its own, `facts` for the message.

    `example` has the axes that differ, a line each with its mark; `rest` the mark of all others.
    """

    state: int
    facts: dict[str, str]


def simplest(space: Space, states: int, *, sign: str = "", without: int | None = None) -> Witness:
    """The state of a set (not an empty one) in which the fewest axes differ from all others.

    `sign` is a stop sign that is live in it. The axis of the number `without` is left out of the words.
    """
    told = [nth for nth in range(len(space.axes)) if nth != without]
    most, rest, some = max((_most_alike(space, states, told, rest) for rest in _RESTS), key=lambda found: found[0])
    state = some & -some
    named = zip(space.axes, space.first(state), strict=True)
    differing = [f"{axis.name} {mark.mark}" for nth, (axis, mark) in enumerate(named) if nth in told and mark != rest]
    signs = [f"{sign} ！"] if sign else []
    return Witness(state, {"example": "\n".join([*signs, *differing]), "rest": rest.mark if most else ""})


def _most_alike(space: Space, states: int, told: list[int], rest: AxisState) -> tuple[int, AxisState, int]:
    """The most axes that are `rest` together anywhere in the set, and the states in which that many are."""
    reached = space.counted([space.where(nth, {rest}) for nth in told], len(told))
    most = max(number for number, alike in enumerate(reached) if alike & states)
    return most, rest, reached[most] & states
