"""All events: the coming ones first, then year by year, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import EVENTS

if TYPE_CHECKING:
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name

#: Enough names to recognise an evening by; all of them are on its own page.
MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Listed:
    """An event in the list with some of those who were (or will be) there."""

    event: EventLink
    kind: str
    venue: str
    people: tuple[Name, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year."""

    id: str
    title: str
    events: tuple[Listed, ...]


def events(look: Lookup) -> Page:
    """The index of events."""
    newest_first = sorted(look.outlook.events, key=lambda e: (-e.date.toordinal(), e.inside))
    past = [event for event in newest_first if event.date <= look.today]
    coming = [event for event in look.outlook.events if event.date > look.today]
    return render.page(
        "events.html",
        look.here(EVENTS),
        look.catalogue,
        look.text("events.title"),
        coming=tuple(_listed(event, look.expected(event), look) for event in coming),
        years=tuple(_year(year, tuple(found), look) for year, found in groupby(past, key=lambda e: e.date.year)),
    )


def _year(year: int, found: tuple[Event, ...], look: Lookup) -> Year:
    listed = tuple(_listed(event, look.names(event), look) for event in found)
    return Year(f"y{year}", look.text("events.year", year=year), listed)


def _listed(event: Event, people: tuple[Name, ...], look: Lookup) -> Listed:
    return Listed(
        event=look.events[event.inside],
        kind=look.term("kind", event.kind),
        venue=event.venue or "",
        people=people[:MOST_NAMES],
        more=max(0, len(people) - MOST_NAMES),
    )
