"""Those left until we meet again: what is known of them, and what is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views.groups import listing

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.cards import Card
    from netjudge_plugin.views.lookup import Lookup

URI = "defer"


def defer(look: Lookup, cards: list[Card]) -> Page:
    """The list of the verdict `defer`."""
    return listing(URI, "defer", look, cards)
