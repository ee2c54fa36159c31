"""Who is who: a person with everything the journal holds on them, gathered from all files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Contact, Decision, Event, Exchange, PersonFile


@dataclass(frozen=True, slots=True)
class Profession:
    """A 士業 of the table (`presets/professions.toml`), or one accepted as written (`id` is then empty).

    `honorific` is how one writes to them in Japanese, empty where nothing but 様 is customary.
    """

    id: str
    ja: str
    en: str
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class Encounter:
    """One meeting: this person as a contact of that event."""

    event: Event
    contact: Contact

    @property
    def date(self) -> datetime.date:
        """The day of the event."""
        return self.event.date


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `encounters`, `exchanges` and `decisions` are in order of date, then place.

    `decisions` holds those of the person file and those written at a contact. `expected` are the events whose
    `attending` names the person. `place` is the person file, or else the earliest contact.
    """

    id: str
    name: str
    place: Place
    reading: str | None = None
    professions: tuple[Profession, ...] = ()
    firm: str | None = None
    file: PersonFile | None = None
    encounters: tuple[Encounter, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    decisions: tuple[Decision, ...] = ()
    expected: tuple[Event, ...] = ()

    @property
    def honorific(self) -> str:
        """How one writes to the person in Japanese: as I chose it, else as the main profession has it, else 様."""
        chosen = self.file.honorific if self.file else None
        return chosen or (self.professions[0].honorific if self.professions else "") or "様"


@dataclass(frozen=True, slots=True)
class People:
    """All people in order of id, and how a name written in a note or in `attending` leads to one of them.

    `names` maps a normalised name, alias or id to the ids it may mean (more than one: it is ambiguous).
    """

    people: tuple[Person, ...]
    names: dict[str, tuple[str, ...]]
