"""What may be worth a look once it is known who is who: names that look alike, moves, and somebody listed twice.

A hint merges nobody and moves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.reader.gojuon import gojuon_row
from netjudge_plugin.reader.kana import reading_key
from netjudge_plugin.reader.names import fold, name_key
from netjudge_plugin.reader.someone import by_date, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.people import Person, Profession
    from netjudge_plugin.reader.professions import Professions
    from netjudge_plugin.reader.someone import Someone


def hints(people: tuple[Person, ...]) -> Iterator[Diagnostic]:
    """What may be worth a look: a reading that is missing, and names that differ only by a variant of a kanji."""
    alike: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if not person.reading and not gojuon_row(None, person.name):
            yield Diagnostic(person.place, "missing-reading")
        for name in {fold(name) for name in (person.name, *person.aliases)}:
            alike[name].append(person)
    for some in alike.values():
        first, *others = sorted(some, key=lambda person: person.place)
        for other in others:
            if name_key(first.name) != name_key(other.name) and not _told_apart(first, other):
                yield Diagnostic(other.place, "similar-name", {"other": line(first.place)})


def _told_apart(one: Person, other: Person) -> bool:
    """Whether the user has said that they are two, or their readings do."""
    if one.reading and other.reading and reading_key(one.reading) != reading_key(other.reading):
        return True
    return _denies(one, other) or _denies(other, one)


def _denies(one: Person, other: Person) -> bool:
    denied = {name_key(word.text) for word in one.file.not_same_as} if one.file else set()
    return bool(denied & {other.id, name_key(other.name), *map(name_key, other.aliases)})


def changes(people: tuple[Person, ...], professions: Professions) -> Iterator[Diagnostic]:
    """A firm or a profession that is another than at the meeting before: perhaps a move, perhaps another person."""
    for person in people:
        firms = [(name_key(e.contact.firm), e.contact.place) for e in person.encounters if e.contact.firm]
        for (before, _), (now, place) in pairwise(firms):
            if before != now:
                yield Diagnostic(place, "changed-firm")
        held = [
            ({_profession_key(professions.find(text)) for text in e.contact.professions}, e.contact.place)
            for e in person.encounters
            if e.contact.professions
        ]
        for (earlier, _), (later, place) in pairwise(held):
            if not earlier & later:
                yield Diagnostic(place, "changed-profession")


def _profession_key(profession: Profession) -> str:
    return profession.id or name_key(profession.ja)


def twice(everyone: Iterable[Someone]) -> Iterator[Diagnostic]:
    """The same person twice among the contacts of one event."""
    for one in everyone:
        first: dict[str, Place] = {}
        for encounter in sorted(one.encounters, key=by_date):
            before = first.setdefault(encounter.event.inside, encounter.contact.place)
            if before != encounter.contact.place:
                yield Diagnostic(encounter.contact.place, "listed-twice", {"first": str(before.line)})
