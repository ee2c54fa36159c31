"""会う前に: one coming event on one sheet, to be read on the phone on the way, or printed and folded into a pocket.

It may lie on a table. So it is made from a briefing, which holds no concern, note, reason or verdict, and never from a
person's judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import EVENTS, brief_uri, person_uri
from netjudge_plugin.views.cards import open_promise, work
from netjudge_plugin.views.meeting import good_fact, honorific, reunion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.model.briefing import Briefing, Expected
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import OpenPromise
    from netjudge_plugin.views.lookup import EventLink, Lookup

STYLE = "assets/netjudge-brief.css"
ASSETS: Mapping[str, tuple[str, ...]] = {STYLE: (STYLE,)}


@dataclass(frozen=True, slots=True)
class ExpectedView:
    """Someone who is expected, in words."""

    name: str
    uri: str
    honorific: str
    reading: str
    work: str
    last: EventLink | None
    reunion: str
    topics: tuple[str, ...]
    promises: tuple[OpenPromise, ...]
    good: tuple[str, ...]
    ask: str


def brief(found: Briefing, event: Event, look: Lookup) -> Page:
    """The page before one event."""
    link = look.events[found.event]
    people = {one.person_id: _expected(one, look) for one in found.people}
    return render.page(
        "brief.html",
        look.here(brief_uri(link.uri)),
        look.catalogue,
        look.catalogue.text("brief.titled", title=event.title),
        parent=EVENTS,
        source=event.place.path,
        style=STYLE,
        event=link,
        venue=event.venue or "",
        occasion=[people[one.person_id] for one in found.people if one.occasion],
        people=list(people.values()),
        unknown=found.unknown,
        several=found.several,
    )


def _expected(one: Expected, look: Lookup) -> ExpectedView:
    person = look.people[one.person_id]
    return ExpectedView(
        name=person.name,
        uri=person_uri(person.id),
        honorific=honorific(person, look.catalogue.language),
        reading=person.reading or "",
        work=work(person, look.catalogue),
        last=look.events[one.last] if one.last else None,
        reunion=reunion(one, look.catalogue),
        topics=one.topics,
        promises=tuple(open_promise(promised.promise, look.today) for promised in one.promises),
        good=tuple(good_fact(observation, look.words) for observation in one.good),
        ask=one.ask,
    )
