"""The projection of a journal: its text goes in, and a Share comes out that is a function of what is shared alone.

It looks at the files of shared people, at the days on which they were met, and at events that are shared themselves;
at nothing else. Two journals that differ in other things therefore give the same Share (tests draw such journals). A
value is taken only if the table of `allow` has its field for the audience.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from netjudge_plugin.audience import allow
from netjudge_plugin.audience.addresses import own_address, told_apart
from netjudge_plugin.audience.consent import is_event_shared, is_shared
from netjudge_plugin.model.team import Share, TeamEvent, TeamPerson
from netjudge_plugin.reader.gojuon import gojuon_key
from netjudge_plugin.reader.names import name_key
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from netjudge_plugin.model.journal import Event, PersonFile
    from netjudge_plugin.model.people import Person


def project(
    events: Iterable[Event], people: Iterable[Person], audience: str, member: str, today: datetime.date
) -> Share:
    """What the audience may see of a journal, as of a day."""
    chosen = [
        (person, person.file)
        for person in people
        if person.file is not None and is_shared(person.file, audience, today)
    ]
    nameless = [
        _person(file, [met.date for met in person.encounters if met.date <= today], audience) for person, file in chosen
    ]
    ids = told_apart([own_address(one.name, one.reading) for one in nameless], [teller(one) for one in nameless])
    named = [replace(one, id=identifier) for one, identifier in zip(nameless, ids, strict=True)]
    there: dict[str, set[str]] = {}
    for (person, _), one in zip(chosen, named, strict=True):
        for met in person.encounters:
            if met.date <= today:
                there.setdefault(met.event.inside, set()).add(one.id)
    shared = [
        _event(event, there.get(event.inside, set()), audience) for event in events if is_event_shared(event, audience)
    ]
    return Share(
        audience=audience,
        member=unicodedata.normalize("NFC", member),
        as_of=today,
        people=tuple(sorted(named, key=order)),
        events=tuple(sorted(shared, key=lambda e: (e.date, e.title, e.place, e.kind, e.people))),
    )


def order(person: TeamPerson) -> tuple[object, ...]:
    """The order of the readings; where they are the same, that of all the rest that is shared."""
    return (gojuon_key(person.reading or person.name), person.name, person.id)


def teller(person: TeamPerson) -> str:
    """All that is shared of a person, as one text."""
    days = (day.isoformat() if day else "" for day in (person.since, person.last_met))
    return "\n".join((name_key(person.name), person.name, *person.professions, "", person.firm, *days, person.note))


def _person(file: PersonFile, met: list[datetime.date], audience: str) -> TeamPerson:
    seen = allow.allowed(allow.PERSON, audience)
    names = (_line(professions().find(text).ja) for text in file.professions) if "profession" in seen else ()
    return TeamPerson(
        id="",
        name=_line(unicodedata.normalize("NFC", file.name)),
        reading=_line(file.reading) if "reading" in seen else "",
        professions=tuple(dict.fromkeys(names)),
        firm=_line(file.firm) if "firm" in seen else "",
        since=min(met, default=None) if "since" in seen else None,
        last_met=max(met, default=None) if "last_met" in seen else None,
        note=_line(file.share_note) if "share_note" in seen else "",
    )


def _event(event: Event, there: set[str], audience: str) -> TeamEvent:
    seen = allow.allowed(allow.EVENT, audience)
    return TeamEvent(
        date=event.date,
        title=_line(event.title) if event.titled and "title" in seen else "",  # else it is the name of a file
        place=_line(event.venue) if "place" in seen else "",
        kind=event.kind if "kind" in seen else "event",
        people=tuple(sorted(there)) if "people" in seen else (),
    )


def _line(text: str | None) -> str:
    """The text on one line."""
    return re.sub(r"[\t\r\n]+", " ", text or "").strip()
