"""Somebody in the making: what the files say that belongs to one person, before the person has an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.reader.kana import reading_key
from netjudge_plugin.reader.names import name_key

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import PersonFile
    from netjudge_plugin.model.people import Encounter


@dataclass(slots=True)
class Someone:
    """A person in the making: what the files say that belongs together."""

    key: str
    file: PersonFile | None = None
    encounters: list[Encounter] = field(default_factory=list)
    id: str | None = None

    @property
    def readings(self) -> set[str]:
        """All readings that are written, by their keys."""
        written = [self.file.reading if self.file else None, *(e.contact.reading for e in self.encounters)]
        return {reading_key(reading) for reading in written if reading}

    @property
    def firms(self) -> set[str]:
        """All firms that are written, by their keys."""
        written = [self.file.firm if self.file else None, *(e.contact.firm for e in self.encounters)]
        return {name_key(firm) for firm in written if firm}

    @property
    def place(self) -> Place:
        """Where the person is first written down."""
        return self.file.place if self.file else min(self.encounters, key=by_date).contact.place


def by_date(encounter: Encounter) -> tuple[object, ...]:
    """The order of meetings."""
    return (encounter.date, encounter.contact.place)


def reading(one: Someone) -> str | None:
    """The reading as written: the person file's, else one with a space (a better address), else the first."""
    if one.file and one.file.reading:
        return one.file.reading
    written = [e.contact.reading for e in sorted(one.encounters, key=by_date) if e.contact.reading]
    return next((reading for reading in written if len(reading.split()) > 1), written[0] if written else None)


def line(place: Place) -> str:
    """A place as a fact of a diagnostic."""
    return f"{place.path}:{place.line}"
