"""Home: this week, what has changed lately, what comes next; to be understood in a minute, without haste."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.cards import newest_first
from netjudge_plugin.views.moves import moved
from netjudge_plugin.views.natural import none_now
from netjudge_plugin.views.touches import promises, touches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
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


def home(look: Lookup, cards: Mapping[str, Card]) -> Page:
    """The page that one sees first."""
    now, written = touches(look, cards)[:MOST_CARDS], look.outlook.week.written
    contact = newest_first(card for card in cards.values() if card.verdict == "contact")
    shown = {*written, *(touch.card.id for touch in now)}
    return render.page(
        "home.html",
        look.here(look.home_uri),
        look.catalogue,
        look.text("home.nav"),
        today=look.today,
        warnings=look.warnings,
        empty=not look.outlook.people,
        promises=promises(look, cards)[:MOST_CARDS],
        touches=now,
        nobody=none_now(look.outlook.week, look.catalogue),
        anybody=bool(contact),
        written=[cards[person_id] for person_id in written][:MOST],
        others=[card for card in contact if card.id not in shown][:MOST],
        changes=_changes(look)[:MOST],
        other_criteria=look.outlook.versions.since_decision is not None,
        coming=_coming(look)[:MOST],
        revisits=_revisits(look, cards.values())[:MOST],
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


def _revisits(look: Lookup, cards: Iterable[Card]) -> list[Card]:
    soon = [(c.revisit, c.id, c) for c in cards if c.revisit and c.revisit <= look.today + SOON]
    return [found for _, _, found in sorted(soon, key=lambda item: item[:2])]
