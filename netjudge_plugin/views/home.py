"""Home: this week, what has changed lately, what comes next; to be understood in a minute, without haste."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.cards import newest_first
from netjudge_plugin.views.moves import moves
from netjudge_plugin.views.natural import none_now
from netjudge_plugin.views.touches import promises, touches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.judgement import Judged
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import EventLink, Lookup, Name
    from netjudge_plugin.views.moves import Move

#: What "lately" and "soon" mean here.
LATELY = datetime.timedelta(days=90)
SOON = datetime.timedelta(days=60)
#: A home page is looked over, not worked through: that many cards, then names alone; the rest is on the lists.
MOST_CARDS = 6
MOST = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that became another, with the event that did it; `event` is None for anything else."""

    who: Name
    move: Move
    before: str
    after: str
    event: EventLink | None


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


def _changes(look: Lookup) -> list[Change]:
    found = [change for person_id in look.people for change in _of_person(person_id, look)]
    return sorted(found, key=lambda change: (-change.move.date.toordinal(), change.who.id))


def _of_person(person_id: str, look: Lookup) -> Iterator[Change]:
    person, judged = look.people[person_id], look.judged(person_id)
    since = look.today - LATELY
    for move in moves(judged):
        if move.of_verdict and _day_of(move, judged) > since:
            assert move.before is not None
            yield Change(
                who=look.name(person),
                move=move,
                before=look.told(move.before),
                after=look.told(move.after),
                event=look.event_of(person, move.date) if move.occasions else None,
            )


def _day_of(move: Move, judged: Judged) -> datetime.date:
    """The day of a change; one by time alone came when a fact ended or began to count, the last of them at best."""
    if move.occasions or not judged.timeline:
        return move.date
    last, now = judged.timeline[-1].judgement, judged.now
    ended = [*(o.until for o in last.facts.observations), *(stop.until for stop in last.facts.stops)]
    decided = [last.override.until] if last.override else []
    begun = [o.date for o in now.facts.observations if o.place is None]
    days = [day for day in (*ended, *decided, *begun) if day and last.as_of < day <= now.as_of]
    return max(days, default=last.as_of)


def _coming(look: Lookup) -> list[Coming]:
    return [
        Coming(look.events[event.inside], event.venue or "", look.expected(event))
        for event in look.outlook.events
        if event.date > look.today
    ]


def _revisits(look: Lookup, cards: Iterable[Card]) -> list[Card]:
    soon = [(c.revisit, c.id, c) for c in cards if c.revisit and c.revisit <= look.today + SOON]
    return [found for _, _, found in sorted(soon, key=lambda item: item[:2])]
