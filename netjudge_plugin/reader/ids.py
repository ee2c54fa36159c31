"""The address of everybody: it depends on the person alone, so no counters, and a clash moves nobody else.

Where two would have the same, every one of them takes a part of the hash of the name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.reader.names import person_hash
from netjudge_plugin.reader.romaji import slug
from netjudge_plugin.reader.someone import reading

if TYPE_CHECKING:
    from netjudge_plugin.reader.someone import Someone


def _own_id(one: Someone) -> str:
    """The id as written, else the slug of the reading, else `p-` and a part of the name's hash."""
    return one.id or slug(reading(one) or "") or f"p-{person_hash(one.key, 8)}"


def addresses(everyone: list[Someone], problems: list[Diagnostic]) -> dict[int, str]:
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


def _teller(one: Someone) -> str:
    return one.file.inside if one.file else "\n".join((one.id or "", *sorted(one.readings), *sorted(one.firms)))


def _clashes(everyone: list[Someone], ids: dict[int, str]) -> list[list[Someone]]:
    by_id: dict[str, list[Someone]] = defaultdict(list)
    for one in everyone:
        by_id[ids[id(one)].casefold()].append(one)
    return [clash for clash in by_id.values() if len(clash) > 1]


def owners(everyone: list[Someone]) -> dict[str, list[Someone]]:
    """Whom each id may mean: as it was written, as it stands in the address, and as it stands there in a clash."""
    ids = addresses(everyone, [])
    found: dict[str, list[Someone]] = defaultdict(list)
    for one in everyone:
        own = _own_id(one)
        for identifier in {own, ids[id(one)], _told_apart_id(own, one.key)}:
            found[identifier].append(one)
    return found
