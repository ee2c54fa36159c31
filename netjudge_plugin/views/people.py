"""Everyone, in the 五十音 rows of their readings; those without a reading stand together at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import PEOPLE

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

#: The rows in their order with the ids of their headings; "" is 読み未登録.
ROWS = {
    "あ": "a", "か": "ka", "さ": "sa", "た": "ta", "な": "na", "は": "ha", "ま": "ma", "や": "ya", "ら": "ra",
    "わ": "wa", "A-Z": "latin", "": "unread",
}  # fmt: skip


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
        by_row[_row_of(found.id, look)].append(found)
    rows = tuple(_row(label, found, look) for label, found in by_row.items() if found)
    title = look.text("people.title")
    return render.page("people.html", look.here(PEOPLE), look.catalogue, title, rows=rows)


def _row_of(person_id: str, look: Lookup) -> str:
    label = look.rows[person_id][0]
    return label if label in ROWS else ""


def _row(label: str, cards: list[Card], look: Lookup) -> Row:
    names = {"A-Z": look.text("people.latin"), "": look.text("people.unread")}
    short = names.get(label, label)
    return Row(ROWS[label], short, names.get(label) or look.text("people.row", row=label), tuple(cards))
