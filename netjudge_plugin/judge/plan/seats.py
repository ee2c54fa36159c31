"""Who sits in which layer of distance: each layer has only so many seats as I can keep up with.

A layer is the first row that fits; a distance of the person file, where it names a layer, decides instead. Whom a full
layer has no seat for moves one layer further out (past layers that I alone can choose), and from the outermost to the
next meeting. That is about my room, not about anybody's merit.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netjudge_plugin.judge.plan.ties import Tie
    from netjudge_plugin.model.plan import Layer


def fitting(tie: Tie, layers: Sequence[Layer]) -> Layer:
    """The layer that a person belongs to, room or not; the outermost takes everybody."""
    chosen = (layer for layer in layers if layer.id == tie.chosen)
    fits = (layer for layer in layers if _fits(layer, tie))
    return next(chosen, None) or next(fits, layers[-1])


def _fits(layer: Layer, tie: Tie) -> bool:
    return (
        not layer.by_me_only
        and tie.met >= layer.met_at_least
        and tie.replies >= layer.replies_at_least
        and max(tie.met, tie.replies) >= layer.met_or_replies_at_least
        and all(tie.axes[axis] is AxisState.OK for axis in layer.all_ok)
    )


def seated(ties: Iterable[Tie], layers: Sequence[Layer]) -> dict[str, Layer]:
    """The layer that each person has a seat in, by id; whoever has none is not in it."""
    by_layer: dict[str, list[Tie]] = {layer.id: [] for layer in layers}
    for tie in ties:
        by_layer[fitting(tie, layers).id].append(tie)
    seats: dict[str, Layer] = {}
    outward: list[Tie] = []
    for layer in layers:
        here = by_layer[layer.id] if layer.by_me_only else [*by_layer[layer.id], *outward]
        leaving = sorted(here, key=_gives_way)[: max(0, len(here) - layer.limit)]
        gone = {tie.person_id for tie in leaving}
        seats |= {tie.person_id: layer for tie in here if tie.person_id not in gone}
        outward = [*outward, *leaving] if layer.by_me_only else leaving
    return seats


def _gives_way(tie: Tie) -> tuple[int, bool, datetime.date, str]:
    """Who moves outward first: fewest ○, provisional before firm, the oldest last touch, then by id."""
    return tie.ok, tie.firm, tie.last_touch or datetime.date.min, tie.person_id
