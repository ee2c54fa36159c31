"""Whom I met where, as a picture that one can walk through: evenings one below the other, people as threads.

Time runs down the page. Every event is a dot on a line, the people are rings beside it, each at the newest of the
events that are shown. A bow leads from a person to the event at which we met before, and from there bows lead on from
event to event: one for all who were met again on the same two days, the stronger the more they are, so that twenty
people met ten times are no thicket. A person's own way is drawn where one points. A row is a row of the page: its words
are the page's own letters and links, only dots and lines are drawn. So nothing overlaps on any screen, the keyboard and
a reader of screens find a list, and a step from link to link is a step through the network.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from netjudge_plugin.views.pictures.parts import around_event, around_person, of_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name
    from netjudge_plugin.views.pictures.parts import Part

#: The height of a row; everything is drawn in this measure.
ROW = 20
MIDDLE = ROW // 2
#: How far the rings of people stand from the line of events, and where the words begin behind it.
TWIG, WORDS = 16, 24
#: How wide a bow is: at least, and more for every doubling of its height.
BOW, WIDER = 8, 7
#: The rows of the two ends of a bow.
Hop = tuple[int, int]
#: How strong a bow is by how many people it stands for: from one, from two, from five on.
STRENGTHS = {"one": 1, "few": 2, "many": 5}
#: So many other days stand beside a name; all of them are on the person's own page.
MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class Beside:
    """Someone beside an event: `lines` tie the row to it, `thread` leads to the next event below, `onward` from there.

    `again` tells their days. Lines are the data of paths, from the upper left corner of their row.
    """

    who: Name
    lines: str
    thread: str
    onward: str
    again: str


@dataclass(frozen=True, slots=True)
class Bow:
    """A bow from one event to an earlier one: `path` is its drawing, `strength` one of STRENGTHS."""

    path: str
    strength: str


@dataclass(frozen=True, slots=True)
class Evening:
    """An event on the line with the people beside it, and bows to others; `here` is the one whose page this is."""

    event: EventLink
    lines: str
    bows: tuple[Bow, ...]
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

    @property
    def strengths(self) -> tuple[str, ...]:
        """The strengths of the bows between events, where they are not all the least."""
        found = {bow.strength for evening in self.events for bow in evening.bows}
        return tuple(one for one in STRENGTHS if one in found) if found - {"one"} else ()


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
    events, people = _rows(part)
    ways = {one: tuple(_way(one, row, events, look)) for one, row in people.items()}
    together: dict[int, Counter[int]] = defaultdict(Counter)
    for start, end in (hop for way in ways.values() for hop in way[1:]):
        together[start][end] += 1
    hops = [hop for way in ways.values() for hop in way]
    x = MIDDLE + max((_width(start, end) for start, end in hops), default=0) * 3 // 4
    evenings = []
    for nth, block in enumerate(part.blocks, start=1):
        goes_on = bool(person) and nth < len(part.blocks)
        beside = tuple(
            Beside(
                who=look.name(look.people[one]),
                lines=f"M{x} 0V{ROW if goes_on or one != block.people[-1] else MIDDLE}M{x} {MIDDLE}h{TWIG}",
                thread=_drawn_from(people[one], ways[one][:1], x, f"M{x + TWIG} {MIDDLE}H{x}"),
                onward=_drawn_from(people[one], ways[one][1:], x),
                again=_again(one, block.inside, part, look),
            )
            for one in block.people
        )
        lines = f"M{x} {0 if person else MIDDLE}V{ROW if goes_on or beside else MIDDLE}"
        row = events[block.inside]
        bows = tuple(_bow(row, end, count, x) for end, count in together[row].items())
        evenings.append(Evening(look.events[block.inside], lines, bows, beside, block.inside == here))
    return Network(x, x + WORDS, person, tuple(evenings), part.cut)


def _rows(part: Part) -> tuple[dict[str, int], dict[str, int]]:
    """The row of each event, and of each person."""
    events: dict[str, int] = {}
    people: dict[str, int] = {}
    for block in part.blocks:
        events[block.inside] = len(events) + len(people)
        for one in block.people:
            people[one] = len(events) + len(people)
    return events, people


def _way(one: str, row: int, events: dict[str, int], look: Lookup) -> Iterator[Hop]:
    """From a person's row on to every event below at which we met."""
    below = (at for inside, at in events.items() if at > row and one in look.meetings.people[inside])
    return pairwise((row, *below))


def _bow(row: int, end: int, count: int, x: int) -> Bow:
    """The bow from one event to another that so many people share."""
    strength = [name for name, least in STRENGTHS.items() if count >= least][-1]
    return Bow(_drawn_from(row, [(row, end)], x), strength)


def _drawn_from(row: int, hops: Iterable[Hop], x: int, begun: str = "") -> str:
    """Bows as a path from the upper left corner of a row; "" for none."""
    path, at = "", None
    for start, end in hops:
        left = x - _width(start, end)
        path += "" if at == start or begun else f"M{x} {_y(start - row)}"
        path += f"C{left} {_y(start - row)} {left} {_y(end - row)} {x} {_y(end - row)}"
        at = end
    return begun + path if path else ""


def _width(start: int, end: int) -> int:
    return BOW + WIDER * (end - start).bit_length()


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
