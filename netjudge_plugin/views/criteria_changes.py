"""基準が変わって: what the criteria of today say of everybody, beside those in force when I last decided myself.

It is there to look an edit over without haste. It tells what differs, and never which of the two is the better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.criteria import URI as CRITERIA
from netjudge_plugin.views.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.versions import SinceDecision, Turned
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

URI = "criteria-changes"


@dataclass(frozen=True, slots=True)
class Change:
    """One person with what both criteria say: each time the verdict, and the step that decided."""

    card: Card
    before: tuple[str, str]
    after: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Those for whom the same kind of thing changes: "verdicts", "whys" or "beneath" (a decision of my own)."""

    id: str
    changes: tuple[Change, ...]


def criteria_changes(since: SinceDecision, cards: Mapping[str, Card], look: Lookup) -> Page:
    """The page of what has become of the criteria since my newest decision."""
    return render.page(
        "criteria_changes.html",
        look.here(URI),
        look.catalogue,
        look.catalogue.text("changes.title"),
        parent=CRITERIA,
        warnings=look.warnings,
        since=since,
        today=look.today,
        groups=tuple(_groups(since, cards, look)),
        same=len(since.comparison.same),
    )


def _groups(since: SinceDecision, cards: Mapping[str, Card], look: Lookup) -> Iterator[Group]:
    comparison = since.comparison
    before, after = (Sentences(one, look.catalogue) for one in (comparison.before, comparison.after))
    for identifier, turned in comparison.changes.items():
        beneath = identifier == "beneath"
        changes = [
            Change(
                cards[one.person_id],
                before.judged(one.before, beneath=beneath),
                after.judged(one.after, beneath=beneath),
            )
            for one in _in_order(turned, look)
        ]
        yield Group(identifier, tuple(changes))


def _in_order(turned: Iterable[Turned], look: Lookup) -> list[Turned]:
    """In the order of the index of people."""
    return sorted(turned, key=lambda one: (look.rows[one.person_id][1], one.person_id))
