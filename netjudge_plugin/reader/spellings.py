"""How else a person may be looked for: the search compares beginnings of words as they stand, and nothing else.

髙橋 is typed 高橋, さとう as サトウ or sato, 社会保険労務士 as 社労士, also on an English
page. What is written here is found, and never shown. The command line finds people by the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netjudge_plugin.reader.kana import katakana, reading_key
from netjudge_plugin.reader.names import fold, name_key
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.romaji import romaji

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.people import Person, Profession


_BETWEEN_WORDS = re.compile(r"[\s・]+")


def spellings(person: Person) -> tuple[str, ...]:
    """The other spellings of a person's name, reading, aliases and professions, each once."""
    return spellings_of(person.name, person.reading or "", person.professions, person.aliases)


def looked_up(typed: str, people: Iterable[Person]) -> list[Person]:
    """Those whom the search would find by a whole name, alias, reading, firm or profession, or by one word of it."""
    wanted = _key(typed)
    return [person for person in people if wanted in _keys(person)]


def _keys(person: Person) -> set[str]:
    texts = (person.name, *person.aliases, person.reading or "", person.firm or "", *spellings(person))
    return {_key(part) for text in texts for part in (text, *_BETWEEN_WORDS.split(text)) if part}


def _key(text: str) -> str:
    return reading_key(fold(text))


def spellings_of(name: str, reading: str, held: Iterable[Profession], aliases: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The other spellings of a name with its reading, of aliases, and of the professions held, each once."""
    found = _spellings((name, *aliases), reading, held)
    return tuple(dict.fromkeys(text for text in found if text and text != name))


def _spellings(names: Iterable[str], reading: str, held: Iterable[Profession]) -> Iterator[str]:
    for name in names:
        yield from (name_key(name), fold(name))
    if reading:
        yield from (reading_key(reading), katakana(reading), katakana(reading_key(reading)))
        yield from romaji(reading)
    for profession in held:
        yield from (profession.ja, *professions().aliases.get(profession.id, ()))
