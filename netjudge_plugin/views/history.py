"""What happened with one person, the newest first: meetings, exchanges, and what I decided myself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from netjudge_plugin.views.notes import Html

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.journal import Contact, Decision, Exchange, Impression, Promise
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.people import Encounter, Person
    from netjudge_plugin.views.addresses import Here
    from netjudge_plugin.views.lookup import EventLink, Lookup

_ORDER = ("decision", "in", "out", "meeting")


@dataclass(frozen=True, slots=True)
class Impressions:
    """The impressions of one day by their side, as shown."""

    good: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    concern: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `kind` is meeting, out, in or decision; the rest is what its kind has."""

    date: datetime.date
    kind: str
    event: EventLink | None = None
    via: str = ""
    impressions: Impressions = field(default_factory=Impressions)
    unsure: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    promise: Promise | None = None
    note: Html = field(default_factory=Html)
    then: Judgement | None = None
    verdict: str = ""
    reason: str = ""
    until: datetime.date | None = None
    released: tuple[str, ...] = ()


def history(person: Person, look: Lookup, here: Here) -> tuple[Entry, ...]:
    """All entries up to today."""
    found = [entry for entry in _entries(person, look, here) if entry.date <= look.today]
    return tuple(sorted(found, key=lambda entry: (-entry.date.toordinal(), _ORDER.index(entry.kind))))


def impressions(written: Iterable[Impression], look: Lookup) -> Impressions:
    """Impressions by their side; each once."""
    sides: dict[str, dict[str, None]] = {}
    for impression in written:
        for label, side in look.words.written(impression):
            sides.setdefault(side, {})[label] = None
    return Impressions(**{side: tuple(labels) for side, labels in sides.items()})


def met(contact: Contact, inside: str, look: Lookup, here: Here) -> Entry:
    """What a contact of an event says, without its date."""
    return Entry(
        date=look.events[inside].date,
        kind="meeting",
        event=look.events[inside],
        impressions=impressions(contact.impressions, look),
        unsure=tuple(look.words.axis_name(word.text) for word in contact.unsure),
        topics=contact.topics,
        promise=_promise(contact.promise, look.today),
        note=look.notes.note(contact.note, inside, here),
    )


def _promise(promise: Promise | None, today: datetime.date) -> Promise | None:
    """A promise as noted; while it is open, a day that has passed is not shown as if something were late."""
    passed = promise is not None and promise.by is not None and promise.by < today and not promise.done
    return replace(promise, by=None) if promise is not None and passed else promise


def _entries(person: Person, look: Lookup, here: Here) -> Iterator[Entry]:
    for encounter in person.encounters:
        yield _meeting(encounter, look, here)
    for exchange in person.exchanges:
        yield _exchange(exchange, person, look, here)
    for decision in person.decisions:
        yield _decision(decision, look)


def _meeting(encounter: Encounter, look: Lookup, here: Here) -> Entry:
    return met(encounter.contact, encounter.event.inside, look, here)


def _exchange(exchange: Exchange, person: Person, look: Lookup, here: Here) -> Entry:
    inside = person.file.inside if person.file else ""
    return Entry(
        date=exchange.date,
        kind=exchange.direction,
        via=exchange.via or "",
        impressions=impressions(exchange.impressions, look),
        note=look.notes.note(exchange.note, inside, here),
    )


def _decision(decision: Decision, look: Lookup) -> Entry:
    return Entry(
        date=decision.date,
        kind="decision",
        verdict=look.words.verdict(decision.verdict.text) if decision.verdict else "",
        reason=decision.reason,
        until=decision.until,
        released=tuple(label for word in decision.released for label in look.words.released(word.text)),
    )
