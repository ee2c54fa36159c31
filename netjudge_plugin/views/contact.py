"""Those whom I contact now: because I want to, never because it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views.groups import listing

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

URI = "contact"


def contact(look: Lookup, cards: list[Card]) -> Page:
    """The list of the verdict `contact`."""
    return listing(URI, "contact", look, cards)
