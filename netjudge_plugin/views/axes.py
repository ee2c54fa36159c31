"""The axes of one person: the mark ○ × △ ？ with the question, and what was observed that leads to it."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views.addresses import anchor
from netjudge_plugin.views.cards import fact_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netjudge_plugin.model.criteria import Axis
    from netjudge_plugin.model.judgement import Judged, Observation, StopSign
    from netjudge_plugin.views.lookup import EventLink, Lookup


@dataclass(frozen=True, slots=True)
class Fact:
    """Something noted on a day: at an event, or derived from the records (`automatic`), or elsewhere.

    `until` is the last day on which it counts, where that is told.
    """

    label: str
    date: datetime.date
    event: EventLink | None = None
    automatic: bool = False
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class AxisView:
    """One axis as it stands: `id` is its place on the page, `state` a state's id, `unsure` whether I am not sure."""

    id: str
    name: str
    question: str
    mark: str
    state: str
    good: tuple[Fact, ...]
    concern: tuple[Fact, ...]
    unsure: bool


def axes(judged: Judged, look: Lookup) -> tuple[AxisView, ...]:
    """All axes in the order of the criteria."""
    by_axis: dict[str, list[Observation]] = {}
    for observation in judged.now.facts.observations:
        by_axis.setdefault(observation.axis, []).append(observation)
    return tuple(_axis(axis, by_axis.get(axis.id, []), judged, look) for axis in look.outlook.criteria.axes)


def facts(observations: Sequence[Observation], look: Lookup) -> tuple[Fact, ...]:
    """Observations as they are shown, with the events at which they were made; the two of ◎ or ×× as one."""
    counted = Counter((o.date, o.axis, o.polarity, o.word, o.own, o.place) for o in observations)
    single = {(o.date, o.axis, o.polarity, o.word, o.own, o.place): o for o in observations}
    return tuple(_fact(single[key], count, look) for key, count in counted.items())


def _fact(observation: Observation, count: int, look: Lookup) -> Fact:
    place = observation.place
    event = look.in_file.get(place.path) if place else None
    twice = "" if count == 1 else " ◎" if observation.polarity > 0 else " ××"
    return Fact(fact_label(observation, look) + twice, observation.date, event, place is None)


def sign(stop: StopSign, look: Lookup) -> Fact:
    """A stop sign as it is shown, with the last day on which it counts."""
    last = stop.until - datetime.timedelta(days=1) if stop.until else None
    return Fact(look.words.label(stop.sign), stop.date, look.in_file.get(stop.place.path), until=last)


def _axis(axis: Axis, observations: list[Observation], judged: Judged, look: Lookup) -> AxisView:
    state = judged.now.axes[axis.id]
    return AxisView(
        id=f"axis-{anchor(axis.id)}",
        name=axis.name,
        question=axis.question,
        mark=state.mark,
        state=state.value,
        good=facts([o for o in observations if o.polarity > 0], look),
        concern=facts([o for o in observations if o.polarity < 0], look),
        unsure=axis.id in judged.unsure,
    )
