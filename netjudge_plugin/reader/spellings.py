"""How else a person may be looked for: the search compares beginnings of words as they stand, and nothing else.

髙橋 is typed 高橋, さとう as サトウ or sato, 社会保険労務士 as 社労士. What is written here is found, and never shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.reader.names import fold, katakana, name_key, reading_key, romaji
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.people import Person


def spellings(person: Person) -> tuple[str, ...]:
    """The other spellings of a person's name, reading, aliases and professions, each once."""
    return tuple(dict.fromkeys(text for text in _spellings(person) if text and text != person.name))


def _spellings(person: Person) -> Iterator[str]:
    aliases = tuple(word.text for word in person.file.aliases) if person.file else ()
    for name in (person.name, *aliases):
        yield from (name_key(name), fold(name))
    if person.reading:
        yield from (reading_key(person.reading), katakana(person.reading), katakana(reading_key(person.reading)))
        yield from romaji(person.reading)
    for profession in person.professions:
        yield from professions().aliases.get(profession.id, ())
