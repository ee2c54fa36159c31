"""Shares to a Roster: who knows whom. Nobody is merged; who may be the same person stands side by side.

Two entries stand on one page where colleagues write the same name with a profession in common (or none at all). If one
colleague has two of them, he or she tells them apart and nobody else can: then each keeps a page of its own, and the
pages point to each other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netjudge_plugin.audience.addresses import own_address, told_apart
from netjudge_plugin.audience.project import order
from netjudge_plugin.model.audience import TEAM
from netjudge_plugin.model.team import Acquaintance, Known, Member, Roster, Row, SharedEvent
from netjudge_plugin.reader.gojuon import GOJUON_ROWS, gojuon_key, gojuon_row
from netjudge_plugin.reader.kana import reading_key
from netjudge_plugin.reader.names import name_key, person_hash
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.spellings import spellings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from netjudge_plugin.model.people import Profession
    from netjudge_plugin.model.team import Share


#: More namesakes than this help nobody to find the right one.
MOST_ALIKE = 20


@dataclass(frozen=True, slots=True)
class _Group:
    """Acquaintances for one page; `alone` if somebody has more than one of the name and profession."""

    key: str
    acquaintances: tuple[Acquaintance, ...]
    alone: bool = False


def roster(shares: Iterable[Share]) -> Roster:
    """Everybody that somebody knows. It is for partners only if every share is."""
    by_member = sorted(shares, key=lambda share: share.member)
    members = [Member(f"m-{person_hash(name_key(one.member), 8)}", one.member, one.as_of) for one in by_member]
    everyone = [
        Acquaintance(member, person)
        for member, share in zip(members, by_member, strict=True)
        for person in share.people
    ]
    known = _known(_groups(everyone))
    page_of = {(one.member.id, one.person.id): page.id for page in known for one in page.acquaintances}
    events = [
        SharedEvent(member, event, tuple(dict.fromkeys(page_of[member.id, who] for who in event.people)))
        for member, share in zip(members, by_member, strict=True)
        for event in share.events
    ]
    audiences = {share.audience for share in by_member}
    known = sorted(known, key=_order)
    return Roster(
        audience=audiences.pop() if len(audiences) == 1 else TEAM,
        members=tuple(members),
        known=tuple(known),
        rows=tuple(_rows(known)),
        events=tuple(sorted(events, key=lambda e: (-e.event.date.toordinal(), e.event.title, e.member.name, e.people))),
        as_of=max((share.as_of for share in by_member), default=None),
    )


def _order(known: Known) -> tuple[object, ...]:
    return _order_by(known.reading, known)


def _order_by(reading: str, known: Known) -> tuple[object, ...]:
    row = GOJUON_ROWS.index(gojuon_row(reading, known.name))
    return (row, gojuon_key(reading or known.name), known.name, known.id)


def _rows(known: Iterable[Known]) -> Iterator[Row]:
    """The 五十音 index: everybody in each row that one of the readings belongs to, in the order of that reading."""
    found: dict[str, list[tuple[tuple[object, ...], Known]]] = defaultdict(list)
    for one in known:
        rows = {gojuon_row(reading, one.name): reading for reading in reversed(one.readings or ("",))}
        for label, reading in rows.items():
            found[label].append((_order_by(reading, one), one))
    for label in sorted(found):
        yield Row(label, tuple(one for _, one in sorted(found[label], key=lambda placed: placed[0])))


def _groups(everyone: Iterable[Acquaintance]) -> list[_Group]:
    by_name: dict[str, list[Acquaintance]] = defaultdict(list)
    for one in everyone:
        by_name[name_key(one.person.name)].append(one)
    return [group for key in sorted(by_name) for group in _of_one_name(key, by_name[key])]


def _of_one_name(key: str, some: list[Acquaintance]) -> Iterator[_Group]:
    for connected in _connected(some):
        members = [one.member.id for one in connected]
        if len(set(members)) == len(members):
            yield _Group(key, tuple(sorted(connected, key=lambda one: one.member.name)))
        else:
            yield from (_Group(key, (one,), alone=True) for one in connected)


def _connected(some: Iterable[Acquaintance]) -> list[list[Acquaintance]]:
    """The acquaintances in parts that have no profession in common with each other."""
    parts: list[tuple[set[str], list[Acquaintance]]] = []
    for one in some:
        held, together = set(one.person.professions) or {""}, [one]
        for part in [part for part in parts if part[0] & held]:
            parts.remove(part)
            held |= part[0]
            together = part[1] + together
        parts.append((held, together))
    return [together for _, together in parts]


def _known(groups: Sequence[_Group]) -> list[Known]:
    found = [_page(group) for group in groups]
    own = [own_address(one.name, one.reading) for one in found]
    ids = told_apart(own, [_teller(group) for group in groups])
    named: dict[str, list[str]] = defaultdict(list)
    for group, identifier in zip(groups, ids, strict=True):
        named[group.key].append(identifier)
    return [
        replace(one, id=identifier, alike=_others(named[group.key], identifier))
        for one, identifier, group in zip(found, ids, groups, strict=True)
    ]


def _others(ids: Sequence[str], identifier: str) -> tuple[str, ...]:
    return tuple(other for other in ids[: MOST_ALIKE + 1] if other != identifier)[:MOST_ALIKE]


def _teller(group: _Group) -> str:
    held = sorted({name for one in group.acquaintances for name in one.person.professions})
    whose = [text for one in group.acquaintances for text in (one.member.name, one.person.id)] if group.alone else ()
    return "\n".join((group.key, *held, "", *whose))


def _page(group: _Group) -> Known:
    people = [one.person for one in sorted(group.acquaintances, key=lambda one: (order(one.person), one.member.name))]
    held = _professions(name for person in people for name in person.professions)
    written = [one.person for one in group.acquaintances]
    page = Known(
        id="",
        acquaintances=group.acquaintances,
        readings=_different((person.reading for person in written), reading_key),
        professions=held,
        firms=_different((person.firm for person in written), name_key),
    )
    names = dict.fromkeys(person.name for person in people)
    readings = dict.fromkeys(person.reading for person in people if person.reading)
    others = (text for name in names for text in spellings_of(name, next(iter(readings), ""), held))
    more = (text for reading in readings for text in spellings_of(page.name, reading, ()))
    return replace(
        page,
        spellings=tuple(text for text in dict.fromkeys((*names, *others, *more)) if text != page.name),
        differs=tuple(_differing(page)),
    )


def _different(texts: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    """What was written, once for each that means the same, as it was written first."""
    first: dict[str, str] = {}
    for text in texts:
        if text:
            first.setdefault(key(text), text)
    return tuple(first.values())


def _differing(page: Known) -> Iterator[str]:
    """Of which fields the members have written more than one value."""
    if len(page.readings) > 1:
        yield "reading"
    if len({one.person.professions for one in page.acquaintances if one.person.professions}) > 1:
        yield "profession"
    if len(page.firms) > 1:
        yield "firm"


def _professions(names: Iterable[str]) -> tuple[Profession, ...]:
    return tuple(professions().find(name) for name in dict.fromkeys(names))
