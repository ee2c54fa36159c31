"""A comparison of two criteria in words for the terminal: whose verdict changes, from what to what, by which step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.who import described
from netjudge_plugin.reader.gojuon import gojuon_key
from netjudge_plugin.views.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.cli.source import Looked
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.versions import Comparison


def told(comparison: Comparison, looked: Looked) -> Iterator[str]:
    """The lines of the comparison: which two criteria, then the people by what changes, in the order of readings."""
    words, people = looked.words, {person.id: person for person in looked.outlook.people}
    before, after = (Sentences(criteria, words) for criteria in (comparison.before, comparison.after))
    yield words.text("changes.diff.title", today=looked.outlook.today)
    yield _criteria("changes.diff.before", comparison.before, words)
    yield _criteria("changes.diff.after", comparison.after, words)

    for name, group in comparison.changes.items():
        yield ""
        yield click.style(words.text(f"changes.{name}"), bold=True)
        for one in sorted(group, key=lambda one: _in_order(people[one.person_id])):
            yield words.text("changes.diff.person", name=described(people[one.person_id], words), id=one.person_id)
            for key, side, judgement in (("before", before, one.before), ("after", after, one.after)):
                said = " — ".join(side.judged(judgement, beneath=name == "beneath"))
                yield words.text(f"changes.diff.person_{key}", said=said)
    yield ""
    same = len(comparison.same)
    yield words.text("changes.diff.same", count=same) if comparison.changes else words.text("changes.diff.nobody")


def _criteria(key: str, criteria: Criteria, words: Catalogue) -> str:
    return words.text(key, name=criteria.name, source=criteria.source, digest=criteria.digest)


def _in_order(person: Person) -> tuple[object, str]:
    return gojuon_key(person.reading or person.name), person.id
