"""Whom I met where, as a picture that one can walk through: evenings one below the other, people as threads.

Time runs down the page. Every event is a dot on a line, the people are rings beside it, each at the newest of the
events that are shown, and bows lead from there to every other event at which we met. A row is a row of the page: its
words are the page's own letters and links, only dots and lines are drawn. So nothing overlaps on any screen, the
keyboard and a reader of screens find a list, and a step from link to link is a step through the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from netjudge_plugin.views.pictures.parts import around_event, around_person, of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name
    from netjudge_plugin.views.pictures.parts import Part

#: The height of a row; everything is drawn in this measure.
ROW = 20
MIDDLE = ROW // 2
#: How far the rings of people stand from the line of events, and where the words begin behind it.
TWIG, WORDS = 16, 24
#: How wide a bow is: at least, more for every doubling of its height, and more beside its neighbours.
BOW, WIDER, APART, TRACKS = 8, 6, 4, 5
#: So many other days stand beside a name; all of them are on the person's own page.
MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class Beside:
    """Someone beside an event: `lines` tie the row to it, `thread` leads on to other events, on the days of `again`.

    Lines are the data of paths, from the upper left corner of their row.
    """

    who: Name
    lines: str
    thread: str
    again: str


@dataclass(frozen=True, slots=True)
class Evening:
    """An event on the line with the people beside it; `here` is the one whose page this is."""

    event: EventLink
    lines: str
    people: tuple[Beside, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Network:
    """The picture. The line of events stands at `x`, the words begin at `width`.

    `person` is the one whose page this is, in a row above all others, or empty. `cut` says that there is more.
    """

    x: int
    width: int
    person: str
    events: tuple[Evening, ...]
    cut: bool

    @property
    def ring(self) -> int:
        """Where the rings of people stand."""
        return self.x + TWIG

    @property
    def start(self) -> str:
        """The line from the row of `person` down to the events."""
        return f"M{self.x} {MIDDLE}V{ROW}"

    @property
    def threads(self) -> bool:
        """Whether anybody beside the line was met again."""
        return any(beside.thread for evening in self.events for beside in evening.people)


def of_person(found: Person, look: Lookup) -> Network | None:
    """The neighbourhood of a person; None for one whom I have not met."""
    return _drawn(around_person(found.id, look.meetings), look, person=found.name)


def of_event(found: Event, look: Lookup) -> Network | None:
    """The neighbourhood of an event; None where I met nobody who has a page."""
    return _drawn(around_event(found.inside, look.meetings), look, here=found.inside)


def of_everyone(look: Lookup) -> Network | None:
    """All events and people, or the latest of them; None where I met nobody yet."""
    return _drawn(of_all(look.meetings), look)


def _drawn(part: Part, look: Lookup, *, person: str = "", here: str = "") -> Network | None:
    if not part.blocks:
        return None
    bows = _bows(part, look)
    x = MIDDLE + max((width for found in bows.values() for *_, width in found), default=0) * 3 // 4
    evenings = []
    for nth, block in enumerate(part.blocks, start=1):
        goes_on = bool(person) and nth < len(part.blocks)
        people = tuple(
            Beside(
                who=look.name(look.people[one]),
                lines=f"M{x} 0V{ROW if goes_on or one != block.people[-1] else MIDDLE}M{x} {MIDDLE}h{TWIG}",
                thread=_thread(bows[one], x),
                again=_again(one, block.inside, part, look),
            )
            for one in block.people
        )
        lines = f"M{x} {0 if person else MIDDLE}V{ROW if goes_on or people else MIDDLE}"
        evenings.append(Evening(look.events[block.inside], lines, people, block.inside == here))
    return Network(x, x + WORDS, person, tuple(evenings), part.cut)


def _bows(part: Part, look: Lookup) -> dict[str, tuple[tuple[int, int, int], ...]]:
    """The bows of each person as (from, to, width), in rows below the person's own."""
    events: dict[str, int] = {}
    people: dict[str, int] = {}
    for block in part.blocks:
        events[block.inside] = len(events) + len(people)
        for one in block.people:
            people[one] = len(events) + len(people)
    return {one: tuple(_hops(one, row, nth, events, look)) for nth, (one, row) in enumerate(people.items())}


def _hops(one: str, row: int, nth: int, events: dict[str, int], look: Lookup) -> Iterator[tuple[int, int, int]]:
    below = (at - row for inside, at in events.items() if at > row and one in look.meetings.people[inside])
    for start, end in pairwise((0, *below)):
        yield start, end, BOW + WIDER * (end - start).bit_length() + APART * (nth % TRACKS)


def _thread(bows: tuple[tuple[int, int, int], ...], x: int) -> str:
    if not bows:
        return ""
    drawn = [f"C{x - width} {_y(start)} {x - width} {_y(end)} {x} {_y(end)}" for start, end, width in bows]
    return f"M{x + TWIG} {MIDDLE}H{x}" + "".join(drawn)


def _y(rows: int) -> int:
    return rows * ROW + MIDDLE


def _again(one: str, inside: str, part: Part, look: Lookup) -> str:
    """The days of the other events in the picture at which somebody was met, in words."""
    others = [block.inside for block in part.blocks if block.inside != inside]
    days = [look.day(look.events[other].date) for other in others if one in look.meetings.people[other]]
    if not days:
        return ""
    key = "again" if len(days) <= MOST_DAYS else "again_and_more"
    return look.catalogue.text(f"pictures.network.{key}", days=look.listed(days[:MOST_DAYS]))
