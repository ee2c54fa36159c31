"""Who is who: names, readings and ids of all files to people. Nobody is ever merged with or written over another.

The same name is one person, since meeting again is the usual case. Only where the files themselves speak of two (two
person files of one name, or different readings or ids) it is a question to the user, and they stay apart meanwhile.
An address depends on the person alone: no counters, and a clash gives every one of them a part of their name's hash.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.people import Encounter, People, Person
from netjudge_plugin.reader.gojuon import gojuon_row
from netjudge_plugin.reader.kana import reading_key
from netjudge_plugin.reader.names import fold, name_key, person_hash
from netjudge_plugin.reader.romaji import slug, valid_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Event, Journal, PersonFile
    from netjudge_plugin.model.people import Profession
    from netjudge_plugin.reader.professions import Professions

T = TypeVar("T")


@dataclass(slots=True)
class _Someone:
    """A person in the making: what the files say that belongs together."""

    key: str
    file: PersonFile | None = None
    encounters: list[Encounter] = field(default_factory=list)
    id: str | None = None

    @property
    def readings(self) -> set[str]:
        written = [self.file.reading if self.file else None, *(e.contact.reading for e in self.encounters)]
        return {reading_key(reading) for reading in written if reading}

    @property
    def firms(self) -> set[str]:
        written = [self.file.firm if self.file else None, *(e.contact.firm for e in self.encounters)]
        return {name_key(firm) for firm in written if firm}

    @property
    def place(self) -> Place:
        return self.file.place if self.file else min(self.encounters, key=_by_date).contact.place


def _by_date(encounter: Encounter) -> tuple[object, ...]:
    return (encounter.date, encounter.contact.place)


def identify(journal: Journal, professions: Professions) -> tuple[People, tuple[Diagnostic, ...]]:
    """The people of a journal in order of id, and every question and hint on who they are.

    A contact that may be one of several is left out with `ambiguous-person`, naming those it may be.
    """
    problems: list[Diagnostic] = []
    everyone = _gather(journal, problems)
    ids = _addresses(everyone, problems)
    names = _names(everyone, ids)
    expected = _expected(journal.events, names, problems)
    people = tuple(
        sorted((_person(one, ids[id(one)], expected, professions) for one in everyone), key=lambda person: person.id)
    )
    problems += [*_hints(people), *_changes(people, professions), *_twice(everyone)]
    return People(people, names), tuple(problems)


# ---------------------------------------------------------------------------------------------------------------------
# What belongs together
# ---------------------------------------------------------------------------------------------------------------------


def _gather(journal: Journal, problems: list[Diagnostic]) -> list[_Someone]:
    filed: dict[str, list[_Someone]] = defaultdict(list)
    for file in sorted(journal.people, key=lambda file: file.place):
        filed[name_key(file.name)].append(_Someone(name_key(file.name), file, id=file.id))
    aliases = _aliases(filed, problems)
    named: dict[str, list[Encounter]] = defaultdict(list)
    for event in journal.events:
        for contact in event.contacts:
            key = name_key(contact.name)
            if key in aliases:
                aliases[key].encounters.append(Encounter(event, contact))
            else:
                named[key].append(Encounter(event, contact))
    by_id, named = _called_by_id(named, filed)
    everyone: list[_Someone] = []
    for key in sorted({*filed, *named}):
        everyone += _apart(key, filed.get(key, []), sorted(named.get(key, ()), key=_by_date), problems)
    _take_called(everyone, by_id, problems)
    return everyone


def _aliases(filed: dict[str, list[_Someone]], problems: list[Diagnostic]) -> dict[str, _Someone]:
    """Whom an alias means; one that is somebody else's name or alias already means nobody."""
    found: dict[str, _Someone] = {}
    for one in [one for some in filed.values() for one in some]:
        assert one.file
        for alias in one.file.aliases:
            key = name_key(alias.text)
            others = [other for other in (*filed.get(key, ()), found.get(key)) if other and other is not one]
            if others:
                problems.append(Diagnostic(alias.place, "alias-taken", {"other": _line(others[0].place)}))
            elif key != one.key:
                found[key] = one
    return found


def _called_by_id(
    named: dict[str, list[Encounter]], filed: dict[str, list[_Someone]]
) -> tuple[dict[str, list[Encounter]], dict[str, list[Encounter]]]:
    """Contacts whose name is written as an id might be, kept back until the ids are known; and all the others."""
    may_be_id = {key for key in named if key not in filed and valid_id(key)}
    return {key: named[key] for key in may_be_id}, {key: named[key] for key in named if key not in may_be_id}


def _take_called(everyone: list[_Someone], by_id: dict[str, list[Encounter]], problems: list[Diagnostic]) -> None:
    """Give contacts that are called by an id to its owner; whoever is called by nobody's id bears that name."""
    named: dict[str, list[_Someone]] = {}
    questions: dict[str, list[Diagnostic]] = {}
    for key in sorted(by_id):
        questions[key] = []
        named[key] = _apart(key, [], sorted(by_id[key], key=_by_date), questions[key])
    owners = _owners([*everyone, *(one for some in named.values() for one in some)])
    called = {key for key in named if any(one.key != key for one in owners.get(key, ()))}
    for key, bearers in named.items():
        some = [one for one in owners.get(key, ()) if one.key not in called] if key in called else []
        if len(some) == 1:
            some[0].encounters += by_id[key]
        elif some:
            other = "\n".join(_line(one.place) for one in some)
            problems += [Diagnostic(e.contact.place, "ambiguous-person", {"other": other}) for e in by_id[key]]
        else:
            everyone += bearers
            problems += questions[key]


def _owners(everyone: list[_Someone]) -> dict[str, list[_Someone]]:
    """Whom each id may mean: as it was written, as it stands in the address, and as it stands there in a clash."""
    ids = _addresses(everyone, [])
    found: dict[str, list[_Someone]] = defaultdict(list)
    for one in everyone:
        own = _own_id(one)
        for identifier in {own, ids[id(one)], _told_apart_id(own, one.key)}:
            found[identifier].append(one)
    return found


def _apart(key: str, filed: list[_Someone], met: list[Encounter], problems: list[Diagnostic]) -> list[_Someone]:
    """The people behind one name: one, unless the files speak of several."""
    ids = {one.id for one in filed if one.id} | {e.contact.id for e in met if e.contact.id}
    told = {reading for one in filed for reading in one.readings}
    told |= {reading_key(e.contact.reading) for e in met if e.contact.reading}
    if len(filed) <= 1 and len(ids) <= 1 and len(told) <= 1:
        one = filed[0] if filed else _Someone(key)
        one.encounters += met
        one.id = next(iter(ids), None)
        return [one]
    if len(ids) == 1 and len(filed) == 1 and _one_reading(filed[0], met):
        filed[0].id = next(iter(ids))
    some = list(filed)
    for encounter in sorted(met, key=_most_telling_first):
        _assign(encounter, some, key, problems)
    problems += _questions(some)
    return some


def _one_reading(filed: _Someone, met: list[Encounter]) -> bool:
    """Whether no contact that gives an id gives another reading than the file: else it may be of somebody else."""
    given = {reading_key(e.contact.reading) for e in met if e.contact.id and e.contact.reading}
    return not filed.readings or given <= filed.readings


def _most_telling_first(encounter: Encounter) -> tuple[object, ...]:
    contact = encounter.contact
    return (contact.id is None, contact.reading is None, *_by_date(encounter))


def _assign(encounter: Encounter, some: list[_Someone], key: str, problems: list[Diagnostic]) -> None:
    """Give a meeting to the one person it can be of: by id, else by reading, else by firm, else it is a question."""
    contact = encounter.contact
    if contact.id:
        fitting = [one for one in some if one.id == contact.id]
    elif contact.reading:
        fitting = [one for one in some if reading_key(contact.reading) in one.readings]
    else:
        fitting = [one for one in some if contact.firm and name_key(contact.firm) in one.firms]
        if len(some) > 1 and len(fitting) != 1:
            other = "\n".join(_line(one.place) for one in some)
            problems.append(Diagnostic(contact.place, "ambiguous-person", {"other": other}))
            return
        fitting = fitting or some
    if len(fitting) > 1:
        other = "\n".join(_line(one.place) for one in fitting)
        problems.append(Diagnostic(contact.place, "ambiguous-person", {"other": other}))
        return
    if not fitting:
        fitting = [_Someone(key, id=contact.id)]
        some += fitting
    told = fitting[0].readings
    if contact.reading and told and reading_key(contact.reading) not in told:
        problems.append(Diagnostic(contact.place, "same-name", {"other": _line(fitting[0].place), "kana": "!="}))
    fitting[0].encounters.append(encounter)


def _questions(some: list[_Someone]) -> Iterator[Diagnostic]:
    """A question at every further person of the name, unless each has a file that tells them apart by id or firm."""
    files = [one.file for one in some if one.file]
    firms = [name_key(file.firm) for file in files if file.firm]
    if len(files) == len(some) and (all(file.id for file in files) or len(set(firms)) == len(files)):
        return
    first, *others = sorted(some, key=lambda one: one.place)
    yield from (Diagnostic(one.place, "same-name", _cause(one, first)) for one in others)


def _cause(one: _Someone, first: _Someone) -> dict[str, str]:
    """What speaks of two people: other ids, other readings, or two files. (A fact's name chooses the message.)"""
    facts = {"other": _line(first.place)}
    if one.file and first.file:
        return facts
    if one.id and first.id:
        return facts | {"ids": "!="}
    return facts | ({"kana": "!="} if one.readings and first.readings else {})


def _line(place: Place) -> str:
    return f"{place.path}:{place.line}"


# ---------------------------------------------------------------------------------------------------------------------
# Ids and names
# ---------------------------------------------------------------------------------------------------------------------


def _own_id(one: _Someone) -> str:
    """The id as written, else the slug of the reading, else `p-` and a part of the name's hash."""
    return one.id or slug(_reading(one) or "") or f"p-{person_hash(one.key, 8)}"


def _addresses(everyone: list[_Someone], problems: list[Diagnostic]) -> dict[int, str]:
    """Every person's id, unique without regard to case (file shares know none), by Python's id of the object."""
    ids = {id(one): _own_id(one) for one in everyone}
    asked = {problem.place for problem in problems if problem.name == "same-name"}
    for clash in _clashes(everyone, ids):
        names = [one.key for one in clash]
        for one in clash:
            # people of one name are told apart by what was written of them, all others by their name alone
            teller = one.key if names.count(one.key) == 1 else "\n".join((one.key, _teller(one)))
            ids[id(one)] = _told_apart_id(ids[id(one)], teller)
            if not asked & {other.place for other in clash}:  # else the question says it already
                problems.append(Diagnostic(one.place, "id-clash", {"id": ids[id(one)]}))
    for clash in _clashes(everyone, ids):  # four digits can meet by chance; all of them cannot
        for one in clash:
            ids[id(one)] += f"-{person_hash(one.key + _teller(one), 24)}"
    return ids


def _told_apart_id(own: str, teller: str) -> str:
    return f"{own}-{person_hash(teller, 4)}"


def _teller(one: _Someone) -> str:
    return one.file.inside if one.file else "\n".join((one.id or "", *sorted(one.readings), *sorted(one.firms)))


def _clashes(everyone: list[_Someone], ids: dict[int, str]) -> list[list[_Someone]]:
    by_id: dict[str, list[_Someone]] = defaultdict(list)
    for one in everyone:
        by_id[ids[id(one)].casefold()].append(one)
    return [clash for clash in by_id.values() if len(clash) > 1]


def _names(everyone: list[_Someone], ids: dict[int, str]) -> dict[str, tuple[str, ...]]:
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


# ---------------------------------------------------------------------------------------------------------------------
# A person
# ---------------------------------------------------------------------------------------------------------------------


def _person(one: _Someone, identifier: str, expected: dict[str, list[Event]], professions: Professions) -> Person:
    met = sorted(one.encounters, key=_by_date)
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
        reading=_reading(one),
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


def _reading(one: _Someone) -> str | None:
    """The reading as written: the person file's, else one with a space (a better address), else the first."""
    if one.file and one.file.reading:
        return one.file.reading
    written = [e.contact.reading for e in sorted(one.encounters, key=_by_date) if e.contact.reading]
    return next((reading for reading in written if len(reading.split()) > 1), written[0] if written else None)


# ---------------------------------------------------------------------------------------------------------------------
# Hints
# ---------------------------------------------------------------------------------------------------------------------


def _hints(people: tuple[Person, ...]) -> Iterator[Diagnostic]:
    """What may be worth a look: a reading that is missing, and names that differ only by a variant of a kanji."""
    alike: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if not person.reading and not gojuon_row(None, person.name):
            yield Diagnostic(person.place, "missing-reading")
        for name in {fold(name) for name in (person.name, *(_aliases_of(person)))}:
            alike[name].append(person)
    for some in alike.values():
        first, *others = sorted(some, key=lambda person: person.place)
        for other in others:
            if name_key(first.name) != name_key(other.name) and not _told_apart(first, other):
                yield Diagnostic(other.place, "similar-name", {"other": _line(first.place)})


def _aliases_of(person: Person) -> tuple[str, ...]:
    return tuple(alias.text for alias in person.file.aliases) if person.file else ()


def _told_apart(one: Person, other: Person) -> bool:
    """Whether the user has said that they are two, or their readings do."""
    if one.reading and other.reading and reading_key(one.reading) != reading_key(other.reading):
        return True
    return _denies(one, other) or _denies(other, one)


def _denies(one: Person, other: Person) -> bool:
    denied = {name_key(word.text) for word in one.file.not_same_as} if one.file else set()
    return bool(denied & {other.id, name_key(other.name), *map(name_key, _aliases_of(other))})


def _changes(people: tuple[Person, ...], professions: Professions) -> Iterator[Diagnostic]:
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


def _twice(everyone: Iterable[_Someone]) -> Iterator[Diagnostic]:
    """The same person twice among the contacts of one event."""
    for one in everyone:
        first: dict[str, Place] = {}
        for encounter in sorted(one.encounters, key=_by_date):
            before = first.setdefault(encounter.event.inside, encounter.contact.place)
            if before != encounter.contact.place:
                yield Diagnostic(encounter.contact.place, "listed-twice", {"first": str(before.line)})
