"""Home: whom to contact now, what has changed lately, what comes next; to be understood in a minute, without haste."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.cards import newest_first, open_promises
from netjudge_plugin.views.moves import moved

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card, OpenPromise
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name
    from netjudge_plugin.views.moves import MoveView

#: What "lately" and "soon" mean here.
LATELY = datetime.timedelta(days=90)
SOON = datetime.timedelta(days=60)
#: A home page is looked over, not worked through: that many cards, then names alone; the rest is on the lists.
MOST_CARDS = 6
MOST = 12


@dataclass(frozen=True, slots=True)
class Changed:
    """Someone of whom the verdict became another, with the day and the facts that moved it."""

    who: Name
    date: datetime.date
    move: MoveView


@dataclass(frozen=True, slots=True)
class Coming:
    """A coming event with who will be there."""

    event: EventLink
    venue: str
    people: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """An open promise with the person whom I gave it."""

    who: Name
    promise: OpenPromise


def home(look: Lookup, cards: list[Card]) -> Page:
    """The page that one sees first."""
    now = newest_first(c for c in cards if c.verdict == "contact")
    return render.page(
        "home.html",
        look.here(look.home_uri),
        look.catalogue,
        look.text("home.nav"),
        today=look.today,
        warnings=look.warnings,
        empty=not look.outlook.people,
        now=now[:MOST_CARDS],
        others=now[MOST_CARDS : MOST_CARDS + MOST],
        changes=_changes(look)[:MOST],
        coming=_coming(look)[:MOST],
        promises=_promises(look)[:MOST],
        revisits=_revisits(look, cards)[:MOST],
    )


def _changes(look: Lookup) -> list[Changed]:
    since = look.today - LATELY
    found = [
        Changed(look.name(person), move.date, moved(move, person, look))
        for person in look.people.values()
        for move in look.judged(person.id).moves
        if move.of_verdict and move.date > since
    ]
    return sorted(found, key=lambda change: (-change.date.toordinal(), change.who.id))


def _coming(look: Lookup) -> list[Coming]:
    return [
        Coming(look.events[event.inside], event.venue or "", look.expected(event))
        for event in look.outlook.events
        if event.date > look.today
    ]


def _promises(look: Lookup) -> list[Promised]:
    found = [
        Promised(look.name(person), promise)
        for person in look.outlook.people
        for promise in open_promises(person, look.today)
    ]
    return sorted(found, key=lambda p: (p.promise.by is None, p.promise.by or look.today, p.who.id))


def _revisits(look: Lookup, cards: list[Card]) -> list[Card]:
    soon = [(c.revisit, c.id, c) for c in cards if c.revisit and c.revisit <= look.today + SOON]
    return [found for _, _, found in sorted(soon, key=lambda item: item[:2])]
