"""Everyone, in the 五十音 rows of their readings; those without a reading stand together at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import PEOPLE
from netjudge_plugin.views.gojuon import ROWS, row_names, row_of
from netjudge_plugin.views.people_bar import people_bar

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

#: By what the index can be sorted; first the order of the page.
SORTS = ("gojuon", "last", "oldest", "profession")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the index; `short` is its name on the way there."""

    id: str
    short: str
    title: str
    cards: tuple[Card, ...]


def people(look: Lookup, cards: list[Card]) -> Page:
    """The index of people."""
    by_row: dict[str, list[Card]] = {label: [] for label in ROWS}
    for found in sorted(cards, key=lambda c: (look.rows[c.id][1], c.id)):
        by_row[row_of(found.id, look)].append(found)
    rows = tuple(_row(label, found, look) for label, found in by_row.items() if found)
    title, bar = look.text("people.title"), people_bar(look, cards, SORTS, by_verdict=True)
    return render.page("people.html", look.here(PEOPLE), look.catalogue, title, rows=rows, bar=bar)


def _row(label: str, cards: list[Card], look: Lookup) -> Row:
    title = row_names(look)[label]
    short = title if label in {"A-Z", ""} else label
    return Row(ROWS[label], short, title, tuple(cards))
