"""Who is who: names, readings and ids of all files to people. Nobody is ever merged with or written over another.

The same name is one person, since meeting again is the usual case. Only where the files themselves speak of two (two
person files of one name, or different readings or ids) it is a question to the user, and they stay apart meanwhile.
`together` finds what belongs to whom, `ids` the addresses, `hints` what may be worth a look.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.people import People, Person
from netjudge_plugin.reader.hints import changes, hints, twice
from netjudge_plugin.reader.ids import addresses
from netjudge_plugin.reader.names import name_key
from netjudge_plugin.reader.someone import by_date, reading
from netjudge_plugin.reader.together import gather

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.model.journal import Event, Journal
    from netjudge_plugin.reader.professions import Professions
    from netjudge_plugin.reader.someone import Someone


T = TypeVar("T")


def identify(journal: Journal, professions: Professions) -> tuple[People, tuple[Diagnostic, ...]]:
    """The people of a journal in order of id, and every question and hint on who they are.

    A contact that may be one of several is left out with `ambiguous-person`, naming those it may be.
    """
    problems: list[Diagnostic] = []
    everyone = gather(journal, problems)
    ids = addresses(everyone, problems)
    names = _names(everyone, ids)
    expected = _expected(journal.events, names, problems)
    people = tuple(
        sorted((_person(one, ids[id(one)], expected, professions) for one in everyone), key=lambda person: person.id)
    )
    problems += [*hints(people), *changes(people, professions), *twice(everyone)]
    return People(people, names), tuple(problems)


def _names(everyone: list[Someone], ids: dict[int, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in everyone:
        written = [e.contact.name for e in one.encounters]
        written += [alias.text for alias in one.file.aliases] if one.file else []
        for key in {one.key, ids[id(one)], *map(name_key, written)}:
            found[key].add(ids[id(one)])
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def _expected(
    events: Iterable[Event], names: dict[str, tuple[str, ...]], problems: list[Diagnostic]
) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for word in event.attending:
            ids = names.get(name_key(word.text), ())
            if len(ids) == 1:
                found[ids[0]].append(event)
            elif ids:
                problems.append(Diagnostic(word.place, "ambiguous-person-link"))
    return found


def _person(one: Someone, identifier: str, expected: dict[str, list[Event]], professions: Professions) -> Person:
    met = sorted(one.encounters, key=by_date)
    file = one.file
    # somebody called by an id at one meeting keeps the name of the others
    named = [e.contact.name for e in met if name_key(e.contact.name) == one.key]
    name = file.name if file else (named or [met[0].contact.name])[0]
    written = _newest([file.professions if file else (), *(e.contact.professions for e in reversed(met))])
    decisions = [*(file.decisions if file else ()), *(e.contact.decision for e in met if e.contact.decision)]
    return Person(
        id=identifier,
        name=unicodedata.normalize("NFC", name),
        place=one.place,
        reading=reading(one),
        professions=tuple(professions.find(text) for text in written or ()),
        firm=_newest([file.firm if file else None, *(e.contact.firm for e in reversed(met))]),
        file=file,
        encounters=tuple(met),
        exchanges=tuple(sorted(file.exchanges, key=lambda x: (x.date, x.place))) if file else (),
        decisions=tuple(sorted(decisions, key=lambda d: (d.date, d.place))),
        expected=tuple(expected.get(identifier, ())),
    )


def _newest(values: Iterable[T]) -> T | None:
    """The first value that says something: the person file's, else the newest meeting's."""
    return next((value for value in values if value), None)
