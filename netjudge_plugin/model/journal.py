"""What I wrote: events, contacts, exchanges, decisions and person files, typed but not yet understood.

Words stay as written; whom a name means is decided by `reader.identity`, what a word means by `judge.words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.diagnostics import Place


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the journal as found on disk: path as shown to the user, path inside the journal, and its bytes."""

    path: str
    inside: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Word:
    """A word, name or line as the user wrote it, with its place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Impression:
    """One item of `impressions`: a word of the criteria, or `axis: mark own words` (then `axis` is set)."""

    text: str
    place: Place
    axis: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """My own decision, or the release of signs: `verdict` and `released` as written, dates already typed.

    `until` is the first day on which the decision no longer holds, or None for the criteria's default.
    """

    date: datetime.date
    place: Place
    verdict: Word | None = None
    reason: str = ""
    until: datetime.date | None = None
    released: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised: what, an optional date, and whether it is done."""

    what: str
    by: datetime.date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """One person met at one event, as written there."""

    name: str
    place: Place
    id: str | None = None
    reading: str | None = None
    professions: tuple[str, ...] = ()
    firm: str | None = None
    impressions: tuple[Impression, ...] = ()
    unsure: tuple[Word, ...] = ()
    topics: tuple[str, ...] = ()
    note: Word | None = None
    promise: Promise | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One journal entry: an evening, a study group, a meeting, a call.

    `place` is where the date stands in the file, `venue` the field place. Where nothing is `titled`, the title is the
    name of the file. `unpeopled` is where contacts would stand, if neither they nor attending are written at all.
    `about` tells from which line of the front matter on something is said of whom: of which of the contacts, or (None)
    of the event itself.
    """

    date: datetime.date
    title: str
    place: Place
    inside: str
    kind: str = "event"
    venue: str | None = None
    tags: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    attending: tuple[Word, ...] = ()
    share: str | None = None
    titled: bool = True
    unpeopled: Place | None = None
    body: str = ""
    body_line: int = 1
    about: tuple[tuple[int, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message or call after the event. `direction` is "out" (from me) or "in" (from them)."""

    date: datetime.date
    direction: str
    place: Place
    via: str | None = None
    note: Word | None = None
    impressions: tuple[Impression, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A file under `people/`: what is known of one person apart from the events.

    `share_place` is where the value of `share` stands.
    """

    name: str
    place: Place
    inside: str
    id: str | None = None
    reading: str | None = None
    professions: tuple[str, ...] = ()
    firm: str | None = None
    aliases: tuple[Word, ...] = ()
    not_same_as: tuple[Word, ...] = ()
    email: str | None = None
    phone: str | None = None
    honorific: str | None = None
    distance: str | None = None
    share: str | None = None
    share_place: Place | None = None
    consent: datetime.date | None = None
    share_note: str | None = None
    note: Word | None = None
    exchanges: tuple[Exchange, ...] = ()
    decisions: tuple[Decision, ...] = ()
    body: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Undated:
    """An entry whose day could not be read: it counts for nobody, but what is wrong in its contacts can be told."""

    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """Everything that could be read, in order of path."""

    events: tuple[Event, ...] = ()
    people: tuple[PersonFile, ...] = ()
    undated: tuple[Undated, ...] = ()
