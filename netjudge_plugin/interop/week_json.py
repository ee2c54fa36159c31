"""The week's plan as JSON, format 1: an interface for other programs, so nothing in it may change its meaning.

A report is one object, keys in this order, days as `YYYY-MM-DD`:

    format, today      1, and the day that everything was judged on
    monday, sunday     the week around it
    room               how many touches the week has room for: the weekly limit less those written to, at least 0
    promises[]         my open promises, outside the limit, in the order of their days: id, name, what,
                       by (null without a day, and once it has passed: then any day will do), made
    now[], waiting[]   natural touches within the room and beyond it, in the order of the queue: id, name,
                       kind ("first" or "cadence"), last (the last meeting or touch), window ("good", "fine" or null)
    written[]          whom I have written to since Monday: id, name
    at_next_meeting[]  with whom a meeting is the more natural way: id, name
    dormant[]          those not in touch for years: id, name
    layers[]           the layers of the criteria, the nearest first: id, name (as in the criteria, perhaps empty),
                       every_days, limit, people (id, name, next_on: around which day, or null)
    diagnostics[]      what is wrong in the files, as in a report of judgements

Nothing in it is a date by which something is due. But for promises, now and waiting, people are in order of id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netjudge_plugin.interop.judgement_json import findings
from netjudge_plugin.model.plan import Week

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.plan import Layer, Promised, Touch

FORMAT = 1


def report(outlook: Outlook, message: Callable[[Diagnostic], str], *, judged: bool = True) -> dict[str, Any]:
    """The whole report; where nothing could be `judged`, it names nobody. `message` words a diagnostic."""
    week = outlook.week if judged else Week(outlook.week.monday, outlook.week.sunday, room=0)
    names = {person.id: person.name for person in outlook.people}

    def person(person_id: str) -> dict[str, Any]:
        return {"id": person_id, "name": names[person_id]}

    return {
        "format": FORMAT,
        "today": outlook.today.isoformat(),
        "monday": week.monday.isoformat(),
        "sunday": week.sunday.isoformat(),
        "room": week.room,
        "promises": [person(one.person_id) | promise(one, outlook.today) for one in week.promises],
        "now": [person(touch.person_id) | _touch(touch) for touch in week.now],
        "waiting": [person(touch.person_id) | _touch(touch) for touch in week.waiting],
        "written": [person(person_id) for person_id in week.written],
        "at_next_meeting": [person(person_id) for person_id in week.at_next_meeting],
        "dormant": [person(person_id) for person_id in week.dormant],
        "layers": [_layer(layer, week, names) for layer in outlook.criteria.plan.layers if judged],
        "diagnostics": findings(outlook.diagnostics, message),
    }


def promise(promised: Promised, today: datetime.date) -> dict[str, Any]:
    """An open promise; a day that has passed is none."""
    by = promised.promise.by
    return {
        "what": promised.promise.what,
        "by": by.isoformat() if by and by >= today else None,
        "made": promised.made.isoformat(),
    }


def _touch(touch: Touch) -> dict[str, Any]:
    return {"kind": touch.kind, "last": touch.last.isoformat(), "window": touch.window or None}


def _layer(layer: Layer, week: Week, names: Mapping[str, str]) -> dict[str, Any]:
    seats = [seat for seat in week.seats.values() if seat.layer == layer.id]
    people = [
        {
            "id": seat.person_id,
            "name": names[seat.person_id],
            "next_on": seat.next_on.isoformat() if seat.next_on else None,
        }
        for seat in seats
    ]
    return {
        "id": layer.id,
        "name": layer.name,
        "every_days": layer.every_days,
        "limit": layer.limit,
        "people": people,
    }
