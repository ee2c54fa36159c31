"""What must not be in a site for others: every text of the journal, with the kind of its field and its place.

Everything counts as a secret until it is shared (`Needles` takes away what is): so nobody has to remember a new field
here. After the fields that are known come all lines of the files as they stand: comments, fields of other programs,
fields that could not be read, and the text below. Professions, dates and choices are no secrets; fixed words and the
program's own texts are known to `Needles`.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.audience import letters
from netjudge_plugin.audience.needles import COURTESIES
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.proof import Secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.journal import Contact, Decision, Event, Exchange, Impression, Journal, SourceFile
    from netjudge_plugin.model.people import People, Person

_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_MARK = re.compile(r"^[○×△?？◯✕✗-]\s*")
_KEY = re.compile(r"^[-\s]*(?:[^\s:：#\"'{\[]{1,40}:(?:\s+|$))?")
_COMMENT = re.compile(r"(?:^|\s)#+\s*|<!--|-->")
_DATE = re.compile(r"[\d\s年月日./:-]*")


def secrets(
    journal: Journal,
    people: People,
    sources: Iterable[SourceFile] = (),
    *,
    shared: Iterable[str] = (),
    spellings: Mapping[str, tuple[str, ...]] = _NONE,
) -> tuple[Secret, ...]:
    """All secrets of a journal, each text once, under the first kind of field that it stands in.

    `sources` are its files as they lie there. A person whose name is among the `shared` texts may also be called by
    the other `spellings` of it.
    """
    public = {_key(text) for text in shared}
    found: dict[str, Secret] = {}
    for secret in _all(journal, people, sources, public, spellings):
        found.setdefault(secret.text.strip(), secret)
    return tuple(secret for text, secret in found.items() if secret.kind == "phone" or not _DATE.fullmatch(text))


def _all(
    journal: Journal,
    people: People,
    sources: Iterable[SourceFile],
    public: set[str],
    spellings: Mapping[str, tuple[str, ...]],
) -> Iterator[Secret]:
    professions = {_key(name) for person in people.people for one in person.professions for name in (one.ja, one.en)}
    for person in people.people:
        yield from _called(person, public, spellings.get(person.id, ()))
    for event in journal.events:
        yield from _of_event(event)
    for person in people.people:
        yield from _of_person(person)
    for source in sources:
        yield Secret(PurePosixPath(source.inside).stem, "file", Place(source.path))
        yield from (line for line in _lines(source) if _key(line.text) not in professions)


def _called(person: Person, public: set[str], spellings: Iterable[str]) -> Iterator[Secret]:
    """How a person is called and reached; nothing that follows from a shared name."""
    yield Secret(person.name, "name", person.place)
    if person.reading:
        yield Secret(person.reading, "reading", person.place)
    yield Secret(person.id, "address", person.place)
    if _key(person.name) not in public:
        yield from (Secret(text, "reading", person.place) for text in spellings)
        surname = person.surname
        if surname and not any(_key(surname) in text for text in public):
            yield from (Secret(f"{surname}{title}", "name", person.place) for title in COURTESIES)
    for encounter in person.encounters:
        yield from _of_contact_called(encounter.contact)
    if person.file is None:
        return
    yield Secret(person.file.name, "name", person.file.place)
    yield from (Secret(word.text, "alias", word.place) for word in person.file.aliases)
    for text, kind in ((person.file.email, "email"), (person.file.firm, "firm"), (person.file.reading, "reading")):
        yield from [Secret(text, kind, person.file.place)] if text else []
    if person.file.phone:
        yield Secret(person.file.phone, "phone", person.file.place)


def _of_contact_called(contact: Contact) -> Iterator[Secret]:
    yield Secret(contact.name, "name", contact.place)
    for text, kind in ((contact.reading, "reading"), (contact.firm, "firm")):
        yield from [Secret(text, kind, contact.place)] if text else []


def _of_event(event: Event) -> Iterator[Secret]:
    yield Secret(event.title, "title", event.place)
    if event.venue:
        yield Secret(event.venue, "place", event.place)
    yield from (Secret(tag, "tag", event.place) for tag in event.tags)
    yield from (Secret(word.text, "name", word.place) for word in event.attending)
    for contact in event.contacts:
        yield from _of_contact(contact)


def _of_contact(contact: Contact) -> Iterator[Secret]:
    yield from _impressions(contact.impressions)
    yield from (Secret(topic, "topic", contact.place) for topic in contact.topics)
    if contact.note:
        yield Secret(contact.note.text, "note", contact.note.place)
    if contact.promise:
        yield Secret(contact.promise.what, "promise", contact.place)
    if contact.decision:
        yield from _decision(contact.decision)


def _of_person(person: Person) -> Iterator[Secret]:
    for exchange in person.exchanges:
        yield from _exchange(exchange)
    for decision in person.decisions:
        yield from _decision(decision)
    if person.file and person.file.note:
        yield Secret(person.file.note.text, "note", person.file.note.place)
    if person.file and person.file.share_note:
        yield Secret(person.file.share_note, "share-note", person.file.place)


def _exchange(exchange: Exchange) -> Iterator[Secret]:
    yield from _impressions(exchange.impressions)
    if exchange.note:
        yield Secret(exchange.note.text, "note", exchange.note.place)


def _decision(decision: Decision) -> Iterator[Secret]:
    if decision.reason:
        yield Secret(decision.reason, "reason", decision.place)


def _impressions(impressions: Iterable[Impression]) -> Iterator[Secret]:
    yield from (Secret(_MARK.sub("", one.text), "impression", one.place) for one in impressions)


def _lines(source: SourceFile) -> Iterator[Secret]:
    """The texts of a file line by line, without its keys; what stands behind a `#` is a text of its own."""
    text = source.data.decode("utf-8", "replace").lstrip("\ufeff")
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        value = line[_KEY.match(line).end() :] if _KEY.match(line) else line  # type: ignore[union-attr]
        for part in (item for piece in _COMMENT.split(value) for item in _items(piece)):
            words = _KEY.sub("", part).strip().strip("\"'[]{}|>").strip()
            if words and not _DATE.fullmatch(words):
                yield Secret(words, "line", Place(source.path, number, max(1, line.find(part) + 1)))


def _items(text: str) -> list[str]:
    """The items of a list or table in brackets, else the text."""
    return re.split(r"[\[\]{},]", text) if text.lstrip().startswith(("[", "{")) else [text]


def _key(text: str) -> str:
    return letters.dense(letters.bounded(text))
