"""How lists of people are filtered: by what is true of a person, and by when, where and at what kind of event we met.

Several wishes about meetings are one wish: 大阪 and 2026年 finds whom I met in Osaka in 2026, not also those whom I met
in Osaka before and elsewhere since. Only meetings up to today count; nothing here puts one person above another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views.filters import Attributes, Bar, Filter, Value, filtering, unseen, written, year
from netjudge_plugin.views.gojuon import ROWS, row_names, row_of
from netjudge_plugin.views.professions import names, values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup


def people_bar(look: Lookup, cards: Iterable[Card], sorts: tuple[str, ...], *, by_verdict: bool) -> Bar:
    """The bar above some people; all who have one verdict stand in groups, and need no filter by it."""
    people = sorted(cards, key=lambda card: (look.rows[card.id][1], card.id))
    rows = row_names(look)
    of = {card.id: _of(card, rows, look) for card in people}
    orders = {
        "verdict": list(look.outlook.criteria.verdicts),
        "profession": list(names(look.catalogue.language)),
        "row": list(ROWS.values()),
    }
    about = tuple(
        filtering(name, (value for one in of.values() for value in one[name]), order)
        for name, order in orders.items()
        if by_verdict or name != "verdict"
    )
    met = {card.id: look.meetings.of.get(card.id, ()) for card in people}
    ours = {inside for events in met.values() for inside in events}
    meetings = [event for event in reversed(look.meetings.events) if event.inside in ours]
    where = event_filters(meetings, look, of_meeting=True)
    numbers = {event.inside: number for number, event in enumerate(meetings)}
    entries: dict[str, Attributes] = {}
    for place, card in enumerate(people):
        found = {f"data-{one.name}": one.numbers(of[card.id][one.name]) for one in about}
        found["data-met"] = " ".join(map(str, sorted(numbers[inside] for inside in met[card.id])))
        found["data-also"] = unseen(look.spellings.get(card.id, ()), card.name, card.reading, card.work)
        found["data-gojuon"] = "" if sorts[0] == "gojuon" else str(place)
        entries[card.id] = _told(found)
    held = tuple(event_attributes(event, where, look) for event in meetings)
    filters = tuple(one for one in (*about, *where) if one.values)
    return Bar("people", filters, sorts, entries, held, grouped=not by_verdict)


def event_filters(events: Iterable[Event], look: Lookup, *, of_meeting: bool) -> tuple[Filter, ...]:
    """The filters by year (the newest first), place and tag."""
    all_of = tuple(events)
    years = sorted({event.date.year for event in all_of}, reverse=True)
    many = {name: [v for event in all_of for v in values_of(event, name, look)] for name in ("year", "place", "tag")}
    orders = {"year": [str(one) for one in years]}
    return tuple(filtering(name, found, orders.get(name), of_meeting=of_meeting) for name, found in many.items())


def event_attributes(event: Event, filters: Iterable[Filter], look: Lookup) -> Attributes:
    """What an event has of some filters, and its day."""
    found = {f"data-{one.name}": one.numbers(values_of(event, one.name, look)) for one in filters}
    return _told({**found, "data-date": event.date.isoformat()})


def values_of(event: Event, name: str, look: Lookup) -> tuple[Value, ...]:
    """What an event has of one filter."""
    if name == "year":
        return (year(event.date.year, look),)
    if name == "place":
        return written(event.venue)
    if name == "kind":
        return (Value(event.kind, look.term("kind", event.kind)),)
    return tuple(found for tag in event.tags for found in written(tag))


def _of(card: Card, rows: Mapping[str, str], look: Lookup) -> dict[str, tuple[Value, ...]]:
    """What a person has of each filter about people."""
    row = row_of(card.id, look)
    return {
        "verdict": (Value(card.verdict, card.verdict_label),),
        "profession": values(look.people[card.id].professions, look.catalogue.language),
        "row": (Value(ROWS[row], rows[row]),),
    }


def _told(attributes: Attributes) -> Attributes:
    """Without what is empty."""
    return {name: text for name, text in attributes.items() if text}
