"""Those whom I do not contact this time: a full and good answer, with nothing left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views.groups import listing

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

URI = "not-this-time"


def not_this_time(look: Lookup, cards: list[Card]) -> Page:
    """The list of the verdict `not_this_time`."""
    return listing(URI, "not_this_time", look, cards)
