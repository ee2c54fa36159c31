"""Which part of the network a picture shows: what lies nearest in time, whole evenings first, and never by who one is.

A part is found without looking at the whole: the work depends on what is shown and not on how large the journal is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.views.meetings import Meetings

#: Around one person or one event: what a telephone shows in three or four screens.
MOST_EVENTS, MOST_PEOPLE = 12, 24
#: On the page of all connections.
MOST_EVENTS_OF_ALL, MOST_PEOPLE_OF_ALL = 200, 300


@dataclass(frozen=True, slots=True)
class Block:
    """An event (its path inside the journal) with those who are shown at it, by id."""

    inside: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The events of a picture from top to bottom, each person at one of them; `cut` says that there is more."""

    blocks: tuple[Block, ...]
    cut: bool


def around_person(person: str, meetings: Meetings) -> Part:
    """The latest events at which I met somebody, with the others whom I met there, each where we met last."""
    mine = meetings.of.get(person, [])
    seen, blocks, cut = {person}, [], len(mine) > MOST_EVENTS
    for inside in mine[:MOST_EVENTS]:
        room = MOST_PEOPLE - (len(seen) - 1)
        fresh = list(islice((one for one in meetings.people[inside] if one not in seen), room + 1))
        cut = cut or len(fresh) > room
        seen.update(fresh[:room])
        blocks.append(Block(inside, tuple(fresh[:room])))
    return Part(tuple(blocks), cut)


def around_event(inside: str, meetings: Meetings) -> Part:
    """Those whom I met at an event, and the latest other events at which I met them."""
    people = tuple(islice(meetings.people.get(inside, ()), MOST_PEOPLE))
    others = {one for person in people for one in meetings.of[person][: MOST_EVENTS + 2]} - {inside}
    latest = sorted(others, key=meetings.place.__getitem__)
    blocks = (Block(inside, people), *(Block(one, ()) for one in latest[:MOST_EVENTS])) if people else ()
    return Part(blocks, len(meetings.people.get(inside, ())) > len(people) or len(latest) > MOST_EVENTS)


def of_all(meetings: Meetings) -> Part:
    """The latest events with all whom I met there, as many whole evenings as there is room for."""
    seen: set[str] = set()
    blocks: list[Block] = []
    for event in meetings.events[:MOST_EVENTS_OF_ALL]:
        fresh = tuple(one for one in meetings.people[event.inside] if one not in seen)
        if len(seen) + len(fresh) > MOST_PEOPLE_OF_ALL:
            if not blocks:
                blocks.append(Block(event.inside, fresh[:MOST_PEOPLE_OF_ALL]))
            break
        seen.update(fresh)
        blocks.append(Block(event.inside, fresh))
    whole = len(blocks) == len(meetings.events) and len(seen) == len(meetings.of)
    return Part(tuple(blocks), not whole)
