"""What others may see: values that hold nothing private, so that a page made of them has nothing to forget.

A `Share` is what one member of an office lets others see of the people he or she knows, a `Roster` what several such
shares are together. Everything in them is a plain text or a day. No value here leads back to a journal (there is no
place, no path and no `Person`), and what is counted, sorted or addressed is counted, sorted and addressed from these
values alone. A view for a team takes a Roster; to hand it anything else is a type error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.people import Profession


@dataclass(frozen=True, slots=True)
class TeamPerson:
    """Someone a member knows, as far as it is shared; what is not known or not shared is empty.

    `professions` are names of the table in Japanese, or as they were written. `since` is the day of the first meeting.
    """

    id: str
    name: str
    reading: str = ""
    professions: tuple[str, ...] = ()
    firm: str = ""
    since: datetime.date | None = None
    last_met: datetime.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TeamEvent:
    """An event that is shared; `people` are the ids of shared people who were there."""

    date: datetime.date
    title: str = ""
    place: str = ""
    kind: str = "event"
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What one member lets an audience see, as of a day."""

    audience: str
    member: str
    as_of: datetime.date
    people: tuple[TeamPerson, ...] = ()
    events: tuple[TeamEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Someone whom one can ask for an introduction; `id` is the address."""

    id: str
    name: str
    as_of: datetime.date


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """That a member knows someone, and what he or she has shared of it."""

    member: Member
    person: TeamPerson


@dataclass(frozen=True, slots=True)
class Known:
    """A page of the site: one acquaintance, or several that may be the same person (side by side, never merged).

    `readings`, `professions` and `firms` are all that the members have written, `differs` names those of which they
    have not written the same; `spellings` are found by the search and not shown, `alike` are the pages of others of
    the name.
    """

    id: str
    acquaintances: tuple[Acquaintance, ...]
    readings: tuple[str, ...] = ()
    professions: tuple[Profession, ...] = ()
    firms: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as the first of the members writes it."""
        return self.acquaintances[0].person.name

    @property
    def reading(self) -> str:
        """The first reading that a member has written."""
        return self.readings[0] if self.readings else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the 五十音 with the people in it; `label` is "" for those whose reading nobody knows."""

    label: str
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """An event with the member who shares it; `people` are the ids of the pages of those who were there."""

    member: Member
    event: TeamEvent
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Who knows whom: all shares together. `known` is in the order of the readings, `events` the newest first.

    Who is read in two ways stands in both `rows`.
    """

    audience: str
    members: tuple[Member, ...]
    known: tuple[Known, ...] = ()
    rows: tuple[Row, ...] = ()
    events: tuple[SharedEvent, ...] = ()
    as_of: datetime.date | None = None
