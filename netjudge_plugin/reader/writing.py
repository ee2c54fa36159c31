"""What a new entry is written with, so that this reader reads back what was meant, and meets the people it knows.

The name is enough for nearly everybody. Where it leads to several people, what tells them apart is written with it, in
the order in which `identity` asks for it: the id, the reading, the firm; and where nothing does, the id as the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.writing import Called, Writing
from netjudge_plugin.reader.names import fold, name_key, no_names, reading_key, romaji
from netjudge_plugin.reader.schema import KINDS, ContactFields, EventFields, PromiseFields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netjudge_plugin.model.people import People, Person


def writing(everyone: People, language: str, folder: str) -> Writing:
    """The words of a new entry in a language ("ja" or "en"), and how everybody known is called in it."""
    japanese = language == "ja"
    tables = (EventFields, ContactFields, PromiseFields)
    return Writing(
        fields={name: word if japanese else name for table in tables for name, word in table.words.items()},
        kinds={kind: words[0] if japanese else kind for kind, words in KINDS.items()},
        no_names=no_names(),
        folder=folder,
        people={person.id: Called(_fields(person, everyone), tuple(_also(person))) for person in everyone.people},
    )


def _fields(person: Person, everyone: People) -> dict[str, str]:
    """The fewest fields of a contact that mean this person and nobody else."""
    ids = everyone.names[name_key(person.name)]
    others = [other for other in everyone.people if other.id in ids and other.id != person.id]
    if not others:
        return {"person": person.name}
    told: tuple[tuple[str, Callable[[Person], set[str]]], ...] = (
        ("id", _ids),
        ("reading", lambda one: {reading_key(reading) for reading in _readings(one)}),
        ("firm", lambda one: {name_key(firm) for firm in _firms(one)}),
    )
    values = {"id": next(iter(sorted(_ids(person))), ""), "reading": person.reading or "", "firm": person.firm or ""}
    for name, of in told:
        if values[name] and not any(of(person) & of(other) for other in others):
            return {"person": person.name, name: values[name]}
    return {"person": person.id}


def _ids(person: Person) -> set[str]:
    """The ids as written; one that was made from the reading or the name may become another."""
    written = [person.file.id if person.file else None, *(e.contact.id for e in person.encounters)]
    return {identifier for identifier in written if identifier}


def _readings(person: Person) -> set[str]:
    written = [person.file.reading if person.file else None, *(e.contact.reading for e in person.encounters)]
    return {reading for reading in written if reading}


def _firms(person: Person) -> set[str]:
    written = [person.file.firm if person.file else None, *(e.contact.firm for e in person.encounters)]
    return {firm for firm in written if firm}


def _also(person: Person) -> Iterator[str]:
    """The name with the usual kanji, and the reading in Latin letters."""
    if fold(person.name) != name_key(person.name):
        yield fold(person.name)
    if person.reading:
        yield from romaji(person.reading)
