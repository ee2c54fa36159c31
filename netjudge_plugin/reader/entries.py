"""A sheet to an event or a person file: typed values, each word still with its place, and what had to be left out."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.journal import (
    Contact,
    Decision,
    Event,
    Exchange,
    Impression,
    Journal,
    PersonFile,
    Promise,
    Undated,
    Word,
)
from netjudge_plugin.model.written import Entry, Listing, Table, Text
from netjudge_plugin.reader.fields import read_fields
from netjudge_plugin.reader.schema import EventFields, PersonFields
from netjudge_plugin.reader.unseen import invisible, without_invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.written import Node, Sheet
    from netjudge_plugin.reader.fields import Known
    from netjudge_plugin.reader.schema import ContactFields, DecisionFields, ExchangeFields

#: The folder of the journal that holds person files.
PEOPLE = "people"
FAR_AHEAD = datetime.timedelta(days=366)
FAR_BACK = datetime.timedelta(days=20 * 366)


def check(
    sheet: Sheet, *, inside: str = "", extra_fields: frozenset[str] = frozenset()
) -> tuple[Event | PersonFile | Undated | None, tuple[Diagnostic, ...]]:
    """The entry that a sheet holds, with every mistake found in it; Undated for an event without a day, None
    for a person without a name.

    `inside` is the path inside the journal: a file below `people/` is a person's, any other an event's.
    `extra_fields` are the names of fields to pass over (another program's own).
    """
    inside = inside or sheet.path
    unseen: list[Diagnostic] = []
    front = _seen(sheet.front, unseen)
    assert isinstance(front, Table)
    start = Place(sheet.path, 1, 1)
    entry: Event | PersonFile | Undated | None
    if PurePosixPath(inside).parts[:-1][:1] == (PEOPLE,):
        person, known = read_fields(front, PersonFields, extra_fields)
        entry = _person_file(person, known, sheet, inside, start) if person else None
    else:
        event, known = read_fields(front, EventFields, extra_fields)
        entry = _event(event, known, sheet, inside, start) if event else Undated(_contacts(known, datetime.date.min))
    return entry, (*unseen, *known.problems)


def far_dates(journal: Journal, today: datetime.date) -> Iterator[Diagnostic]:
    """A warning for every event more than a year ahead or twenty years back: most often a slip of the pen."""
    for event in journal.events:
        if not -FAR_AHEAD <= today - event.date <= FAR_BACK:
            yield Diagnostic(event.place, "date-far")


def unpeopled(journal: Journal, today: datetime.date) -> Iterator[Diagnostic]:
    """An error for every event before today that tells of nobody; until the evening is over, its day is enough."""
    for event in journal.events:
        if event.unpeopled and event.date < today:
            yield Diagnostic(event.unpeopled, "field-missing", {"field": "contacts（相手）"})


def _seen(node: Node, problems: list[Diagnostic]) -> Node:
    """The same tree without signs that nobody can see (they make twins of names), each text with one warning."""
    if isinstance(node, Table):
        return Table(tuple(Entry(entry.key, _seen(entry.value, problems)) for entry in node.entries), node.place)
    if isinstance(node, Listing):
        return Listing(tuple(_seen(item, problems) for item in node.items), node.place)
    places = invisible(node.value)
    if not places:
        return node
    code = f"U+{ord(node.value[places[0]]):04X}"
    problems.append(Diagnostic(node.place, "invisible-character", {"code": code}))
    return replace(node, value=without_invisible(node.value))


def _event(fields: EventFields, known: Known, sheet: Sheet, inside: str, start: Place) -> Event:
    tells = ("contacts",) in known.keys or ("attending",) in known.keys
    return Event(
        date=fields.date,
        title=fields.title or PurePosixPath(inside).stem,
        place=known.nodes["date",].place if ("date",) in known.nodes else start,
        inside=inside,
        kind=fields.kind,
        venue=fields.place,
        tags=tuple(fields.tags),
        contacts=_contacts(known, fields.date),
        attending=known.words("attending"),
        share=fields.share,
        titled=fields.title is not None,
        unpeopled=None if tells else sheet.front.place,
        body=sheet.body,
        body_line=sheet.body_line,
        about=_about(sheet, known),
    )


def _contacts(known: Known, date: datetime.date) -> tuple[Contact, ...]:
    return tuple(_contact(part, inner, date, known) for part, inner in known.parts.get("contacts", ()))


def _about(sheet: Sheet, known: Known) -> tuple[tuple[int, int | None], ...]:
    """The beginnings of the event's own fields and remarks, and of its contacts, in the order of their lines."""
    fields = (entry.key.place for entry in sheet.front.entries)
    own = [place.line for place in fields if place != known.keys.get(("contacts",))]
    begins: list[tuple[int, int | None]] = [(line, None) for line in (*own, *sheet.remarks)]
    begins += [(part.nodes[()].place.line, nth) for nth, (_, part) in enumerate(known.parts.get("contacts", ()))]
    return tuple(sorted(begins, key=lambda one: one[0]))


def _contact(fields: ContactFields, known: Known, date: datetime.date, event: Known) -> Contact:
    place = known.nodes["person",].place
    decision = read_decision(fields, known, date, event)
    return Contact(
        name=fields.person,
        place=place,
        id=fields.id,
        reading=fields.reading,
        professions=split_professions(fields.profession),
        firm=fields.firm,
        impressions=read_impressions(known),
        unsure=known.words("unsure"),
        topics=tuple(fields.topics),
        note=_note(fields.note, known),
        promise=Promise(fields.promise.what, fields.promise.by, fields.promise.done) if fields.promise else None,
        decision=decision,
    )


def _person_file(fields: PersonFields, known: Known, sheet: Sheet, inside: str, start: Place) -> PersonFile:
    exchanges = tuple(read_exchange(part, inner) for part, inner in known.parts.get("exchanges", ()))
    decisions = [read_decision(part, inner, part.date, known) for part, inner in known.parts.get("decisions", ())]
    return PersonFile(
        name=fields.person,
        place=known.nodes["person",].place if ("person",) in known.nodes else start,
        inside=inside,
        id=fields.id,
        reading=fields.reading,
        professions=split_professions(fields.profession),
        firm=fields.firm,
        aliases=known.words("aliases"),
        not_same_as=known.words("not_same_as"),
        email=fields.email,
        phone=fields.phone,
        honorific=fields.honorific,
        distance=fields.distance,
        share=fields.share,
        share_place=known.nodes["share",].place if ("share",) in known.nodes else None,
        consent=fields.consent,
        share_note=fields.share_note,
        note=_note(fields.note, known),
        exchanges=exchanges,
        decisions=tuple(decision for decision in decisions if decision),
        body=sheet.body,
        body_line=sheet.body_line,
    )


def read_exchange(fields: ExchangeFields, known: Known) -> Exchange:
    """A message or call with its impressions."""
    return Exchange(
        date=fields.date,
        direction=fields.direction,
        place=known.nodes[()].place,
        via=fields.via,
        note=_note(fields.note, known),
        impressions=read_impressions(known),
    )


def read_decision(
    fields: ContactFields | DecisionFields, known: Known, date: datetime.date, outer: Known
) -> Decision | None:
    """My decision or release with its reason; without a reason it is an error of `outer`, and it does not hold."""
    first = next((name for name in ("decision", "released") if (name,) in known.nodes), None)
    if first is None:
        return None
    if not fields.reason:
        outer.problems.append(Diagnostic(known.keys[first,], "reason-missing", {"field": first}))
        return None
    if fields.until and fields.until <= date:
        outer.problems.append(Diagnostic(known.nodes["until",].place, "until-not-after"))
    return Decision(
        date=date,
        place=known.keys[first,],
        verdict=next(iter(known.words("decision")), None),
        reason=fields.reason,
        until=fields.until,
        released=known.words("released"),
    )


def split_professions(written: list[str]) -> tuple[str, ...]:
    """Each of them, also where several were written as one text: 税理士、行政書士."""
    parts = (part.strip() for text in written for part in re.split("[、，,]", text))
    return tuple(part for part in parts if part)


def _note(note: str | None, known: Known) -> Word | None:
    return Word(note, known.nodes["note",].place) if note else None


def read_impressions(known: Known) -> tuple[Impression, ...]:
    """The impressions as written: single words, and `axis: mark own words` (one table may hold several axes)."""
    node = known.nodes.get(("impressions",))
    if node is None or ("impressions",) in known.wrong:
        return ()
    items = node.items if isinstance(node, Listing) else (node,)
    found: list[Impression] = []
    for place, item in enumerate(items):
        if ("impressions", place) in known.wrong:
            continue
        if isinstance(item, Text):
            found += [Impression(item.value.strip(), item.place)] if item.value.strip() else []
        elif isinstance(item, Table):
            found += [
                Impression(entry.value.value.strip(), entry.key.place, entry.key.value)
                for entry in item.entries
                if isinstance(entry.value, Text)
            ]
    return tuple(found)
