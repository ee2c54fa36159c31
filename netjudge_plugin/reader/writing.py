"""What a new entry is written with, so that this reader reads back what was meant, and meets the people it knows.

The name is enough for nearly everybody. Where it leads to several people, what tells them apart is written with it, in
the order in which `identity` asks for it: the id, the reading, the firm; and where nothing does, the id as the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.writing import Called, Writing
from netjudge_plugin.reader.kana import reading_key
from netjudge_plugin.reader.names import fold, name_key, no_names
from netjudge_plugin.reader.romaji import romaji
from netjudge_plugin.reader.schema import ContactFields, EventFields, PromiseFields
from netjudge_plugin.reader.values import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from netjudge_plugin.model.people import People, Person


#: What tells namesakes apart, in the order in which `identity` asks for it, and the form in which it is compared.
_TELLERS: Mapping[str, Callable[[str], str]] = {"id": str, "reading": reading_key, "firm": name_key}


def writing(everyone: People, language: str, folder: str) -> Writing:
    """The words of a new entry in a language ("ja" or "en"), and how everybody known is called in it."""
    japanese = language == "ja"
    tables = (EventFields, ContactFields, PromiseFields)
    return Writing(
        fields={name: word if japanese else name for table in tables for name, word in table.words.items()},
        kinds={kind: words[0] if japanese else kind for kind, words in KINDS.items()},
        no_names=no_names(),
        folder=folder,
        people=dict(_people(everyone)),
    )


def _people(everyone: People) -> Iterator[tuple[str, Called]]:
    by_id = {person.id: person for person in everyone.people}
    for person in everyone.people:
        ids = everyone.names[name_key(person.name)]
        namesakes = [by_id[identifier] for identifier in ids if identifier != person.id]
        yield person.id, Called(_fields(person, namesakes), tuple(_also(person)))


def _fields(person: Person, namesakes: Sequence[Person]) -> dict[str, str]:
    """The fewest fields of a contact that mean this person and none of those who bear the same name."""
    if not namesakes:
        return {"person": person.name}
    # an id as it was written: one that was made from the reading or the name may become another
    values = {"id": min(_said(person, "id"), default=""), "reading": person.reading, "firm": person.firm}
    for teller, value in values.items():
        if value and not any(_said(person, teller) & _said(other, teller) for other in namesakes):
            return {"person": person.name, teller: value}
    return {"person": person.id}


def _said(person: Person, teller: str) -> set[str]:
    """All that the files say of a person in one of the fields, in the form in which it is compared."""
    holders = (person.file, *(encounter.contact for encounter in person.encounters))
    values = (getattr(holder, teller) for holder in holders if holder)
    return {_TELLERS[teller](value) for value in values if value}


def _also(person: Person) -> Iterator[str]:
    """The name with the usual kanji, and the reading in Latin letters."""
    if fold(person.name) != name_key(person.name):
        yield fold(person.name)
    if person.reading:
        yield from romaji(person.reading)
