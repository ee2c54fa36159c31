"""The rows of the 五十音 in their order, as the index of people has them and as one filters by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.views.lookup import Lookup

#: The rows in their order with the ids of their headings; "" is 読み未登録.
ROWS = {
    "あ": "a", "か": "ka", "さ": "sa", "た": "ta", "な": "na", "は": "ha", "ま": "ma", "や": "ya", "ら": "ra",
    "わ": "wa", "A-Z": "latin", "": "unread",
}  # fmt: skip


def row_of(person_id: str, look: Lookup) -> str:
    """The row in which a person stands."""
    label = look.rows[person_id][0]
    return label if label in ROWS else ""


def row_names(look: Lookup) -> dict[str, str]:
    """What each row is called."""
    names = {"A-Z": look.text("people.latin"), "": look.text("people.unread")}
    return {label: names.get(label) or look.text("people.row", row=label) for label in ROWS}
