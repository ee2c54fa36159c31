"""What belongs together: all that the files say of people, each meeting with the one whom it is of.

A meeting that may be of one of several is left out with a question, naming those it may be of; nobody is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.people import Encounter
from netjudge_plugin.reader.ids import owners
from netjudge_plugin.reader.kana import reading_key
from netjudge_plugin.reader.names import name_key
from netjudge_plugin.reader.romaji import valid_id
from netjudge_plugin.reader.someone import Someone, by_date, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.journal import Journal


def gather(journal: Journal, problems: list[Diagnostic]) -> list[Someone]:
    """Everybody with the files and meetings that are theirs; what cannot be told is added to the problems."""
    filed: dict[str, list[Someone]] = defaultdict(list)
    for file in sorted(journal.people, key=lambda file: file.place):
        filed[name_key(file.name)].append(Someone(name_key(file.name), file, id=file.id))
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
    everyone: list[Someone] = []
    for key in sorted({*filed, *named}):
        everyone += _apart(key, filed.get(key, []), sorted(named.get(key, ()), key=by_date), problems)
    _take_called(everyone, by_id, problems)
    return everyone


def _aliases(filed: dict[str, list[Someone]], problems: list[Diagnostic]) -> dict[str, Someone]:
    """Whom an alias means; one that is somebody else's name or alias already means nobody."""
    found: dict[str, Someone] = {}
    for one in [one for some in filed.values() for one in some]:
        assert one.file
        for alias in one.file.aliases:
            key = name_key(alias.text)
            others = [other for other in (*filed.get(key, ()), found.get(key)) if other and other is not one]
            if others:
                problems.append(Diagnostic(alias.place, "alias-taken", {"other": line(others[0].place)}))
            elif key != one.key:
                found[key] = one
    return found


def _called_by_id(
    named: dict[str, list[Encounter]], filed: dict[str, list[Someone]]
) -> tuple[dict[str, list[Encounter]], dict[str, list[Encounter]]]:
    """Contacts whose name is written as an id might be, kept back until the ids are known; and all the others."""
    may_be_id = {key for key in named if key not in filed and valid_id(key)}
    return {key: named[key] for key in may_be_id}, {key: named[key] for key in named if key not in may_be_id}


def _take_called(everyone: list[Someone], by_id: dict[str, list[Encounter]], problems: list[Diagnostic]) -> None:
    """Give contacts that are called by an id to its owner; whoever is called by nobody's id bears that name."""
    named: dict[str, list[Someone]] = {}
    questions: dict[str, list[Diagnostic]] = {}
    for key in sorted(by_id):
        questions[key] = []
        named[key] = _apart(key, [], sorted(by_id[key], key=by_date), questions[key])
    meant = owners([*everyone, *(one for some in named.values() for one in some)])
    called = {key for key in named if any(one.key != key for one in meant.get(key, ()))}
    for key, bearers in named.items():
        some = [one for one in meant.get(key, ()) if one.key not in called] if key in called else []
        if len(some) == 1:
            some[0].encounters += by_id[key]
        elif some:
            other = "\n".join(line(one.place) for one in some)
            problems += [Diagnostic(e.contact.place, "ambiguous-person", {"other": other}) for e in by_id[key]]
        else:
            everyone += bearers
            problems += questions[key]


def _apart(key: str, filed: list[Someone], met: list[Encounter], problems: list[Diagnostic]) -> list[Someone]:
    """The people behind one name: one, unless the files speak of several."""
    ids = {one.id for one in filed if one.id} | {e.contact.id for e in met if e.contact.id}
    told = {reading for one in filed for reading in one.readings}
    told |= {reading_key(e.contact.reading) for e in met if e.contact.reading}
    if len(filed) <= 1 and len(ids) <= 1 and len(told) <= 1:
        one = filed[0] if filed else Someone(key)
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


def _one_reading(filed: Someone, met: list[Encounter]) -> bool:
    """Whether no contact that gives an id gives another reading than the file: else it may be of somebody else."""
    given = {reading_key(e.contact.reading) for e in met if e.contact.id and e.contact.reading}
    return not filed.readings or given <= filed.readings


def _most_telling_first(encounter: Encounter) -> tuple[object, ...]:
    contact = encounter.contact
    return (contact.id is None, contact.reading is None, *by_date(encounter))


def _assign(encounter: Encounter, some: list[Someone], key: str, problems: list[Diagnostic]) -> None:
    """Give a meeting to the one person it can be of: by id, else by reading, else by firm, else it is a question."""
    contact = encounter.contact
    if contact.id:
        fitting = [one for one in some if one.id == contact.id]
    elif contact.reading:
        fitting = [one for one in some if reading_key(contact.reading) in one.readings]
    else:
        fitting = [one for one in some if contact.firm and name_key(contact.firm) in one.firms]
        if len(some) > 1 and len(fitting) != 1:
            other = "\n".join(line(one.place) for one in some)
            problems.append(Diagnostic(contact.place, "ambiguous-person", {"other": other}))
            return
        fitting = fitting or some
    if len(fitting) > 1:
        other = "\n".join(line(one.place) for one in fitting)
        problems.append(Diagnostic(contact.place, "ambiguous-person", {"other": other}))
        return
    if not fitting:
        fitting = [Someone(key, id=contact.id)]
        some += fitting
    told = fitting[0].readings
    if contact.reading and told and reading_key(contact.reading) not in told:
        problems.append(Diagnostic(contact.place, "same-name", {"other": line(fitting[0].place), "kana": "!="}))
    fitting[0].encounters.append(encounter)


def _questions(some: list[Someone]) -> Iterator[Diagnostic]:
    """A question at every further person of the name, unless each has a file that tells them apart by id or firm."""
    files = [one.file for one in some if one.file]
    firms = [name_key(file.firm) for file in files if file.firm]
    if len(files) == len(some) and (all(file.id for file in files) or len(set(firms)) == len(files)):
        return
    first, *others = sorted(some, key=lambda one: one.place)
    yield from (Diagnostic(one.place, "same-name", _cause(one, first)) for one in others)


def _cause(one: Someone, first: Someone) -> dict[str, str]:
    """What speaks of two people: other ids, other readings, or two files. (A fact's name chooses the message.)"""
    facts = {"other": line(first.place)}
    if one.file and first.file:
        return facts
    if one.id and first.id:
        return facts | {"ids": "!="}
    return facts | ({"kana": "!="} if one.readings and first.readings else {})
