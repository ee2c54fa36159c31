"""How to go on with those whom I chose to contact: layers of distance, a week's few messages, and what may wait.

The plan never changes a verdict and knows no lateness: what does not fit into a week waits, or is left to a meeting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Promise


@dataclass(frozen=True, slots=True)
class Layer:
    """A distance: how often (`every_days`, from the last touch) and how many people (`limit`).

    All conditions that are given must hold; with `by_me_only` a person is in it only if I said so (`distance`). `met`
    counts event dates, `replies` messages from them; of `met_or_replies_at_least` either is enough.
    """

    id: str
    name: str
    every_days: int
    limit: int
    by_me_only: bool = False
    met_at_least: int = 0
    replies_at_least: int = 0
    met_or_replies_at_least: int = 0
    all_ok: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


#: Without layers of their own, criteria have one for everybody.
EVERYBODY = Layer("annual", "", every_days=365, limit=40)


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The `plan` of the criteria, in days but for the weekly limit.

    `layers` go from the nearest to the outermost, which takes everybody; there is at least one.
    """

    first_good_within_days: int = 3
    first_fine_until_days: int = 30
    weekly_limit: int = 4
    spread_days: int = 7
    dormant_after_days: int = 1095
    layers: tuple[Layer, ...] = (EVERYBODY,)
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Touch:
    """A natural moment to get in touch with a person. `kind` is "first" (after a meeting) or "cadence".

    `last` is the day of the last meeting (first) or of the last touch (cadence), `window` "good" or "fine" for a first
    message, else "". There is no day by which: a moment is natural as long as it is in the week.
    """

    person_id: str
    kind: str
    last: datetime.date
    window: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """An open promise of mine; it is shown whatever the verdict on the person is."""

    person_id: str
    promise: Promise
    made: datetime.date


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a person with the verdict contact sits: the layer that fits, and the one that has room (None: no seat).

    `next_on` is the day around which the next touch comes by the cadence, never before today; None where no day is set
    (without a seat, before a first message, after years of silence).
    """

    person_id: str
    fits: str
    layer: str | None
    last_touch: datetime.date | None = None
    next_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """One week's plan, from `monday` to `sunday` around today.

    `promises` come first and outside the limit; `now` holds at most `room` touches, `waiting` the rest in the same
    order (順番待ち). `written` are those whom I have written to in this week already, whatever their verdict.
    `at_next_meeting` are those with whom a meeting is the more natural way, `dormant` those not in touch for years
    (久しぶりの人): both without a date. `seats` has one entry for everybody with the verdict contact. Where nothing
    else is said, people are in order of id.
    """

    monday: datetime.date
    sunday: datetime.date
    room: int
    promises: tuple[Promised, ...] = ()
    now: tuple[Touch, ...] = ()
    waiting: tuple[Touch, ...] = ()
    written: tuple[str, ...] = ()
    at_next_meeting: tuple[str, ...] = ()
    dormant: tuple[str, ...] = ()
    seats: Mapping[str, Seat] = field(default_factory=dict)

    @property
    def places(self) -> dict[str, str]:
        """Where each person with the verdict contact is found, by id: the name of one of the lists, or "later"."""
        found = dict.fromkeys(self.seats, "later")
        for name, touches in (("now", self.now), ("waiting", self.waiting)):
            found |= {touch.person_id: name for touch in touches}
        for name, ids in (("at_next_meeting", self.at_next_meeting), ("dormant", self.dormant)):
            found |= {person_id: name for person_id in ids if person_id in found}
        return found
