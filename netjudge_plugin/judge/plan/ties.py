"""What the plan looks at in a person: on which days we were in touch, and how the verdict to contact stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.people import Person


@dataclass(frozen=True, slots=True)
class Tie:
    """A person with the verdict contact, up to today.

    `met` counts the days on which we met, `replies` the messages from them. `exchanged` says whether there was any
    message at all. A decision of my own is as `firm` as can be. `chosen` is the distance that I chose, or "".
    """

    person_id: str
    met: int
    replies: int
    exchanged: bool
    last_touch: datetime.date | None
    axes: Mapping[str, AxisState]
    firm: bool
    chosen: str = ""

    @property
    def ok(self) -> int:
        """How many axes are ○; it only puts a queue in order and is never shown."""
        return sum(state is AxisState.OK for state in self.axes.values())


def tie_of(person: Person, now: Judgement, today: datetime.date) -> Tie:
    """The tie to a person whose judgement of today is `now`."""
    exchanges = [exchange for exchange in person.exchanges if exchange.date <= today]
    return Tie(
        person_id=person.id,
        met=len({encounter.date for encounter in person.met_by(today)}),
        replies=sum(exchange.direction == "in" for exchange in exchanges),
        exchanged=bool(exchanges),
        last_touch=last_touch(person, today),
        axes=now.axes,
        firm=now.firm is not False,
        chosen=(person.file.distance if person.file else None) or "",
    )


def last_touch(person: Person, today: datetime.date) -> datetime.date | None:
    """The newest day up to today on which we met or wrote to each other; None if there is none."""
    days = [record.date for records in (person.encounters, person.exchanges) for record in records]
    return max((day for day in days if day <= today), default=None)
