"""Who met me where, looked up once: the ground of the pictures, and of the filters of people by meeting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.views.lookup import Lookup


@dataclass(frozen=True)
class Meetings:
    """The events up to today at which I met anybody who has a page, the newest first.

    `people` gives for each, by its path inside the journal, the ids of those people in the order of its file.
    """

    events: tuple[Event, ...]
    people: Mapping[str, Mapping[str, None]]

    @cached_property
    def of(self) -> dict[str, list[str]]:
        """The events of each person, the newest first."""
        found: dict[str, list[str]] = {}
        for event in self.events:
            for person in self.people[event.inside]:
                found.setdefault(person, []).append(event.inside)
        return found

    @cached_property
    def place(self) -> dict[str, int]:
        """Where in the order of events each one stands."""
        return {event.inside: nth for nth, event in enumerate(self.events)}


def meetings(look: Lookup) -> Meetings:
    """All meetings of the journal, gathered."""
    people: dict[str, dict[str, None]] = {}
    for event in look.outlook.events:
        met = (look.who(contact) for contact in event.contacts) if event.date <= look.today else ()
        if ids := dict.fromkeys(person.id for person in met if person):
            people[event.inside] = ids
    found = [event for event in look.outlook.events if event.inside in people]
    return Meetings(tuple(sorted(found, key=lambda e: (-e.date.toordinal(), e.inside))), people)
