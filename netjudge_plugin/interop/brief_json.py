"""A briefing as JSON, format 1: an interface for other programs, so nothing in it may change its meaning.

A report is one object, keys in this order, days as `YYYY-MM-DD`:

    format, today      1, and the day that everything was judged on
    event              the coming event: file (inside the journal), title, date, kind, venue (or null); null if there is
                       none
    people[]           who is expected, in the order of the file: id, name, reading (or null), honorific (as one writes
                       in Japanese; empty where the name is written with one), professions[], firm (or null), last (the
                       last meeting: file, title, date; or null),
                       reunion (how one meets again: first, by_letter, in_touch, recent, long, often, good; or null),
                       topics[], promises[] (what, by, made, as in the week), good[] (good facts), ask (one thing to
                       ask, or null), occasion (whether this is a natural meeting to go on with the person)
    unknown[]          names that lead to nobody in the journal
    several[]          names that more than one person goes by
    diagnostics[]      what is wrong in the files, as in a report of judgements

There is no verdict in it, no concern and no note: whoever is shown it learns nothing that the sheet does not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netjudge_plugin.interop.judgement_json import findings
from netjudge_plugin.interop.week_json import promise

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.model.briefing import Briefing, Expected
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.judgement import Observation
    from netjudge_plugin.model.outlook import Outlook

FORMAT = 1


def report(
    outlook: Outlook,
    event: Event | None,
    message: Callable[[Diagnostic], str],
    fact: Callable[[Observation], str],
) -> dict[str, Any]:
    """The whole report on one event; without an event it names nobody. `fact` words a good fact."""
    found = next((one for one in outlook.briefings if event and one.event == event.inside), None)
    return {
        "format": FORMAT,
        "today": outlook.today.isoformat(),
        "event": _event(event) | {"kind": event.kind, "venue": event.venue} if event else None,
        "people": _people(found, outlook, fact) if found else [],
        "unknown": list(found.unknown) if found else [],
        "several": list(found.several) if found else [],
        "diagnostics": findings(outlook.diagnostics, message),
    }


def _event(event: Event) -> dict[str, Any]:
    return {"file": event.inside, "title": event.title, "date": event.date.isoformat()}


def _people(found: Briefing, outlook: Outlook, fact: Callable[[Observation], str]) -> list[dict[str, Any]]:
    people = {person.id: person for person in outlook.people}
    met = {one.last for one in found.people}
    events = {event.inside: _event(event) for event in outlook.events if event.inside in met}

    def person(one: Expected) -> dict[str, Any]:
        who = people[one.person_id]
        return {
            "id": who.id,
            "name": who.name,
            "reading": who.reading,
            "honorific": who.honorific,
            "professions": [profession.ja for profession in who.professions],
            "firm": who.firm,
            "last": events[one.last] if one.last else None,
            "reunion": one.reunion or None,
            "topics": list(one.topics),
            "promises": [promise(promised, outlook.today) for promised in one.promises],
            "good": [fact(observation) for observation in one.good],
            "ask": one.ask or None,
            "occasion": one.occasion,
        }

    return [person(one) for one in found.people]
