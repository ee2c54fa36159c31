"""今週: what I promised, whom it would be natural to contact this week, and everybody else without any hurry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import dates, render
from netjudge_plugin.views.addresses import brief_uri
from netjudge_plugin.views.messages import messages
from netjudge_plugin.views.natural import layer_name, none_now, pace
from netjudge_plugin.views.touches import promises, touches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import EventLink, Lookup

URI = "week"


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """Someone to talk to when we next meet, with the coming event at which we may."""

    card: Card
    event: EventLink | None


@dataclass(frozen=True, slots=True)
class LayerView:
    """A layer of distance, and who sits there."""

    name: str
    every_days: int
    people: tuple[Card, ...]


def week(look: Lookup, cards: Mapping[str, Card]) -> Page:
    """The page of the week."""
    plan = look.outlook.week
    coming = look.events[look.outlook.briefings[0].event] if look.outlook.briefings else None
    return render.page(
        "week.html",
        look.here(URI),
        look.catalogue,
        look.catalogue.text("week.title"),
        today=look.today,
        days=dates.span(plan.monday, plan.sunday, look.catalogue),
        pace=pace(look.outlook.criteria.plan, look.catalogue),
        warnings=look.warnings,
        promises=promises(look, cards),
        touches=touches(look, cards),
        nobody=none_now(plan, look.catalogue),
        next=coming,
        brief=brief_uri(coming.uri) if coming else "",
        waiting=_named((touch.person_id for touch in plan.waiting), look, cards),
        written=_named(plan.written, look, cards),
        at_next_meeting=_next_meetings(look, cards),
        dormant=_named(plan.dormant, look, cards),
        layers=_layers(look, cards),
        with_words=_with_words(look),
    )


def _with_words(look: Lookup) -> set[str]:
    """Those of the week whose pages have words to begin with."""
    plan = look.outlook.week
    ids = {promised.person_id for promised in plan.promises} | {touch.person_id for touch in plan.now}
    views = {one: messages(look.people[one], look.outlook, look.catalogue) for one in ids}
    return {one for one, view in views.items() if view and view.messages}


def _named(ids: Iterable[str], look: Lookup, cards: Mapping[str, Card]) -> tuple[Card, ...]:
    """People in the 五十音 order: nobody stands above anybody else."""
    return tuple(cards[person_id] for person_id in sorted(ids, key=lambda person_id: look.rows[person_id][1]))


def _next_meetings(look: Lookup, cards: Mapping[str, Card]) -> list[NextMeeting]:
    coming: dict[str, EventLink] = {}
    for event in look.outlook.events:
        if event.date > look.today:
            for name in look.expected(event):
                coming.setdefault(name.id, look.events[event.inside])
    people = _named(look.outlook.week.at_next_meeting, look, cards)
    found = [NextMeeting(card, coming.get(card.id)) for card in people]
    return sorted(found, key=lambda one: (one.event is None, one.event.date if one.event else look.today))


def _layers(look: Lookup, cards: Mapping[str, Card]) -> list[LayerView]:
    """All layers from the nearest outward, if there is anybody to sit in them."""
    seats = look.outlook.week.seats.values()
    return [
        LayerView(
            layer_name(layer, look.catalogue),
            layer.every_days,
            _named((seat.person_id for seat in seats if seat.layer == layer.id), look, cards),
        )
        for layer in look.outlook.criteria.plan.layers
        if seats
    ]
