"""Who is who: a person with everything the journal holds on them, gathered from all files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Contact, Decision, Event, Exchange, PersonFile


#: What a name may already be written with. (Not 氏, 殿, 君: surnames end in them.)
COURTESIES = ("先生", "さん", "さま", "様", "くん", "ちゃん")
#: What stands between a surname and a given name: a blank of any width, or the mark of foreign names.
_BETWEEN = re.compile(r"[\s・･]+")


@dataclass(frozen=True, slots=True)
class Profession:
    """A 士業 of the table (`presets/professions.toml`), or one accepted as written (`id` is then empty).

    `honorific` is how one writes to them in Japanese, empty where nothing but 様 is customary.
    """

    id: str
    ja: str
    en: str
    honorific: str = ""

    @property
    def key(self) -> str:
        """What criteria and texts name it by: the id, or else the text as it was written."""
        return self.id or self.ja

    def called(self, language: str) -> str:
        """Its name in a language."""
        return self.en if language == "en" else self.ja


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
    def aliases(self) -> tuple[str, ...]:
        """The other names that my file gives to the person."""
        return tuple(word.text for word in self.file.aliases) if self.file else ()

    @property
    def firms(self) -> tuple[str, ...]:
        """The firms that the person is or was of, as they are written, each once."""
        written = (self.firm, *(met.contact.firm for met in self.encounters))
        return tuple(dict.fromkeys(firm for firm in written if firm))

    @property
    def surname(self) -> str:
        """The first part of the name; "" where it has but one."""
        parts = _BETWEEN.split(self.name.strip(), maxsplit=1)
        return parts[0] if len(parts) > 1 else ""

    @property
    def chosen_honorific(self) -> str:
        """The honorific that I chose, or ""."""
        return (self.file.honorific if self.file else None) or ""

    @property
    def honorific(self) -> str:
        """What one writes behind the name in Japanese: as I chose it, else as the main profession has it, else 様.

        Nothing where the name is written with one: 佐藤先生 never becomes 佐藤先生先生.
        """
        if self.name.endswith(COURTESIES) and self.name not in COURTESIES:
            return ""
        return self.chosen_honorific or (self.professions[0].honorific if self.professions else "") or "様"

    @property
    def main_profession(self) -> str:
        """The key of the first profession, or ""."""
        return self.professions[0].key if self.professions else ""

    def met_by(self, day: datetime.date) -> tuple[Encounter, ...]:
        """The meetings up to a day."""
        return tuple(encounter for encounter in self.encounters if encounter.date <= day)

    def topics(self, day: datetime.date) -> tuple[str, ...]:
        """Everything we talked about up to a day, each once, the newest first."""
        return tuple(dict.fromkeys(topic for met in reversed(self.met_by(day)) for topic in met.contact.topics))

    def last_topics(self, day: datetime.date) -> tuple[str, ...]:
        """What we talked about when we last did up to a day, as far as it was noted."""
        met = reversed(self.met_by(day))
        return next((encounter.contact.topics for encounter in met if encounter.contact.topics), ())


@dataclass(frozen=True, slots=True)
class People:
    """All people in order of id, and how a name written in a note or in `attending` leads to one of them.

    `names` maps a normalised name, alias or id to the ids it may mean (more than one: it is ambiguous).
    """

    people: tuple[Person, ...]
    names: dict[str, tuple[str, ...]]
