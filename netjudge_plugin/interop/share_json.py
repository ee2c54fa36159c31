"""A share as JSON, format 1: what one member lets others see, for `netjudge team` and for other programs.

One object, keys in this order, days as `YYYY-MM-DD`, and null for what is not known or not shared:

    format, kind       1, and "netjudge-share"
    audience           "team" (the same office) or "partners" (other offices too)
    member             whom to ask
    as_of              the day as of which it was made
    people[]           in the order of the readings: id (within this file), name, reading, professions[], firm,
                       since (the first meeting), last_met, note (agreed for being shared)
    events[]           by date: date, title, place, kind ("event", "study", "meeting", "call", "other"), people[] (ids)

`reader/shares.py` has it as a table for reading and as JSON Schema. Nothing in it may change its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.team import Share, TeamEvent, TeamPerson

FORMAT = 1
KIND = "netjudge-share"


def report(share: Share) -> dict[str, Any]:
    """The whole share."""
    return {
        "format": FORMAT,
        "kind": KIND,
        "audience": share.audience,
        "member": share.member,
        "as_of": share.as_of.isoformat(),
        "people": [_person(person) for person in share.people],
        "events": [_event(event) for event in share.events],
    }


def _person(person: TeamPerson) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "reading": person.reading or None,
        "professions": list(person.professions),
        "firm": person.firm or None,
        "since": _day(person.since),
        "last_met": _day(person.last_met),
        "note": person.note or None,
    }


def _event(event: TeamEvent) -> dict[str, Any]:
    return {
        "date": event.date.isoformat(),
        "title": event.title or None,
        "place": event.place or None,
        "kind": event.kind,
        "people": list(event.people),
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
