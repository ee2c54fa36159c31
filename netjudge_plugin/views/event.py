"""One event: who was met, what I thought then and think now, and my own text. To contact nobody is a choice, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import EVENTS, brief_uri
from netjudge_plugin.views.history import met
from netjudge_plugin.views.people_bar import values_of
from netjudge_plugin.views.pictures.network import of_event

if TYPE_CHECKING:
    from netjudge_plugin.model.journal import Contact, Event
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.addresses import Here
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.history import Entry
    from netjudge_plugin.views.lookup import Lookup, Name


@dataclass(frozen=True, slots=True)
class MetView:
    """Someone met that day: `card` is None for a name without a page; `then` and `now` are judgements in words."""

    name: str
    card: Card | None
    entry: Entry
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class ExpectedView:
    """Someone who will be there, with what we talked about last."""

    who: Name
    card: Card | None
    topics: tuple[str, ...]


def event(found: Event, cards: dict[str, Card], look: Lookup) -> Page:
    """The page of one event."""
    uri = look.events[found.inside].uri
    here = look.here(uri)
    coming = found.date > look.today
    people = () if coming else tuple(_met(contact, found, cards, look, here) for contact in found.contacts)
    return render.page(
        "event.html",
        here,
        look.catalogue,
        found.title,
        parent=EVENTS,
        source=found.place.path,
        event=found,
        kind=values_of(found, "kind", look),
        place=values_of(found, "place", look),
        tags=values_of(found, "tag", look),
        coming=coming,
        met=people,
        nobody=bool(people) and not any(p.card and p.card.verdict == "contact" for p in people),
        expected=_expected(found, cards, look) if coming else (),
        brief=brief_uri(uri),
        network=of_event(found, look),
        body=look.notes.body(found, here),
    )


def _met(contact: Contact, found: Event, cards: dict[str, Card], look: Lookup, here: Here) -> MetView:
    person = look.who(contact)
    then = look.then(person.id, found.date) if person else None
    return MetView(
        name=person.name if person else contact.name,
        card=cards[person.id] if person else None,
        entry=met(contact, found.inside, look, here),
        then=look.told(then) if then else "",
        now=look.told(look.judged(person.id).now) if person else "",
    )


def _expected(found: Event, cards: dict[str, Card], look: Lookup) -> tuple[ExpectedView, ...]:
    return tuple(ExpectedView(who, cards.get(who.id), look.last_topics(who.id)) for who in look.expected(found))
