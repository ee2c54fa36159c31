"""A file of examples to examples: each an invented person whose records are read as the journal's own are.

A mistake costs one example at most, and is named at its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.examples import Example, Wanted
from netjudge_plugin.model.journal import Contact, Event, Impression, PersonFile, Word
from netjudge_plugin.model.people import Encounter, Person
from netjudge_plugin.model.written import Table, Text
from netjudge_plugin.reader.entries import read_decision, read_exchange, read_impressions, split_professions
from netjudge_plugin.reader.example_fields import ExamplesFields
from netjudge_plugin.reader.fields import read_fields
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import Decision, Exchange
    from netjudge_plugin.reader.example_fields import ExampleFields, MeetingFields
    from netjudge_plugin.reader.fields import Known

#: The id of every invented person; it never meets a real one.
_ID = "example"


def read(table: Table) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The examples of a file in its order, with everything that is wrong in it."""
    file, known = read_fields(table, ExamplesFields, frozenset())
    parts = known.parts.get("examples", ()) if file else ()
    examples = tuple(_example(fields, inner, known) for fields, inner in parts)
    return examples, tuple(known.problems)


def _example(fields: ExampleFields, known: Known, file: Known) -> Example:
    title = Word(fields.example, known.nodes["example",].place)
    exchanges = tuple(read_exchange(part, inner) for part, inner in known.parts.get("exchanges", ()))
    decisions = tuple(
        decision
        for part, inner in known.parts.get("decisions", ())
        if (decision := read_decision(part, inner, part.date, file))
    )
    return Example(
        title=title.text,
        place=title.place,
        as_of=fields.as_of,
        person=_person(title, fields, known, exchanges, decisions),
        wanted=_wanted(fields, known),
    )


def _person(
    title: Word, fields: ExampleFields, known: Known, exchanges: tuple[Exchange, ...], decisions: tuple[Decision, ...]
) -> Person:
    """The person as the journal would know one with these records: met at events, the rest in a person file."""
    written = split_professions(fields.profession)
    file = PersonFile(title.text, title.place, title.place.path, exchanges=exchanges, decisions=decisions)
    encounters = [_encounter(title, part, inner) for part, inner in known.parts.get("meetings", ())]
    return Person(
        id=_ID,
        name=title.text,
        place=title.place,
        professions=tuple(professions().find(text) for text in written),
        file=file,
        encounters=tuple(sorted(encounters, key=lambda met: (met.date, met.contact.place))),
        exchanges=tuple(sorted(exchanges, key=lambda exchange: (exchange.date, exchange.place))),
        decisions=tuple(sorted(decisions, key=lambda decision: (decision.date, decision.place))),
    )


def _encounter(title: Word, fields: MeetingFields, known: Known) -> Encounter:
    place = known.nodes[()].place
    contact = Contact(title.text, place, impressions=read_impressions(known), unsure=known.words("unsure"))
    return Encounter(Event(fields.date, title.text, place, place.path, contacts=(contact,)), contact)


def _wanted(fields: ExampleFields, known: Known) -> Wanted:
    return Wanted(
        verdict=known.words("verdict")[0],
        why=_word(known, "why"),
        firm=fields.firm,
        signs=_signs(known) if fields.signs is not None else None,
        step=fields.step,
        revisit=fields.revisit,
        computed_verdict=_word(known, "computed", "verdict"),
        computed_why=_word(known, "computed", "why"),
    )


def _word(known: Known, *loc: str) -> Word | None:
    """The text at a place of the example, as written; None if there is none that can be used."""
    node = known.nodes.get(loc)
    usable = isinstance(node, Text) and not any(loc[: depth + 1] in known.wrong for depth in range(len(loc)))
    return Word(node.value.strip(), node.place) if usable and isinstance(node, Text) else None


def _signs(known: Known) -> tuple[Impression, ...]:
    """The axes with their marks, read like impressions of the form `axis: mark`."""
    node = known.nodes["signs",]
    assert isinstance(node, Table)
    return tuple(
        Impression(entry.value.value.strip(), entry.key.place, entry.key.value)
        for entry in node.entries
        if isinstance(entry.value, Text) and ("signs", entry.key.value) not in known.wrong
    )
