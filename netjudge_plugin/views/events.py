"""All events: the coming ones first, then year by year, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import EVENTS
from netjudge_plugin.views.filters import Bar, filtering
from netjudge_plugin.views.people_bar import event_attributes, event_filters, values_of

if TYPE_CHECKING:
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name

#: By what the list can be sorted; first the order of the page.
SORTS = ("newest", "oldest")
#: Enough names to recognise an evening by; all of them are on its own page.
MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Listed:
    """An event in the list with some of those who were (or will be) there."""

    id: str
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
        bar=_bar((*past, *coming), look),
    )


def _year(year: int, found: tuple[Event, ...], look: Lookup) -> Year:
    listed = tuple(_listed(event, look.names(event), look) for event in found)
    return Year(f"y{year}", look.text("events.year", year=year), listed)


def _bar(found: tuple[Event, ...], look: Lookup) -> Bar:
    years, places, tags = event_filters(found, look, of_meeting=False)
    kinds = filtering("kind", (value for event in found for value in values_of(event, "kind", look)))
    filters = tuple(one for one in (years, kinds, places, tags) if one.values)
    entries = {event.inside: event_attributes(event, filters, look) for event in found}
    return Bar("events", filters, SORTS, entries)


def _listed(event: Event, people: tuple[Name, ...], look: Lookup) -> Listed:
    return Listed(
        id=event.inside,
        event=look.events[event.inside],
        kind=look.term("kind", event.kind),
        venue=event.venue or "",
        people=people[:MOST_NAMES],
        more=max(0, len(people) - MOST_NAMES),
    )
