"""How do I see it? Judgements to pages: ready HTML, the fixed pages first, then one page a person and one an event.

One file a page or list, as a reader of the site meets them; `lookup` is what they all look things up in, `notes` turns
the users' own texts into safe HTML, and `render` is the only way to a page.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from netjudge_plugin.views.addresses import EVENTS, PEOPLE
from netjudge_plugin.views.capture import ASSETS as CAPTURE_ASSETS
from netjudge_plugin.views.capture import capture
from netjudge_plugin.views.cards import card
from netjudge_plugin.views.checkup import checkup
from netjudge_plugin.views.contact import contact
from netjudge_plugin.views.criteria import criteria
from netjudge_plugin.views.criteria_changes import criteria_changes
from netjudge_plugin.views.defer import defer
from netjudge_plugin.views.event import event
from netjudge_plugin.views.events import events
from netjudge_plugin.views.filters import ASSETS as LIST_ASSETS
from netjudge_plugin.views.home import home
from netjudge_plugin.views.lookup import Lookup
from netjudge_plugin.views.not_this_time import not_this_time
from netjudge_plugin.views.notes import Notes
from netjudge_plugin.views.people import people
from netjudge_plugin.views.person import person
from netjudge_plugin.views.review import review
from netjudge_plugin.views.week import URI as WEEK
from netjudge_plugin.views.week import week

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.writing import Writing

__all__ = ["ASSETS", "FIXED", "Notes", "pages"]

#: The files that pages bring along, by their place in the site, each with its parts in the package.
ASSETS: Mapping[str, tuple[str, ...]] = {**CAPTURE_ASSETS, **LIST_ASSETS}

#: The fixed pages in the order of the navigation; home, the first, may have another address (`home_uri`).
FIXED = ("index", WEEK, "contact", "defer", "not-this-time", PEOPLE, EVENTS, "review", "criteria", "checkup")

_NO_SPELLINGS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def pages(  # noqa: PLR0913 - a site is made of that many things
    outlook: Outlook,
    catalogue: Catalogue,
    notes: Notes,
    *,
    rows: Mapping[str, tuple[str, Any]],
    spellings: Mapping[str, tuple[str, ...]] = _NO_SPELLINGS,
    directory_urls: bool,
    home_uri: str,
    writing: Writing,
) -> Iterator[Page]:
    """All pages of the site: the fixed ones in the order of the navigation, those below them, people, events.

    `rows` gives for each person's id the row of the 五十音 index (あ … わ, A-Z, or empty) and the sort key in it,
    `spellings` what else the search should find a person by (高橋 for 髙橋), `writing` the words of a new entry.
    """
    look = Lookup(outlook, catalogue, notes, rows, spellings, directory_urls, home_uri)
    cards = {found.id: card(found, look) for found in outlook.people}
    everyone = list(cards.values())
    yield home(look, cards)
    yield week(look, cards)
    yield contact(look, everyone)
    yield defer(look, everyone)
    yield not_this_time(look, everyone)
    yield people(look, everyone)
    yield events(look)
    yield review(look)
    yield criteria(look)
    yield checkup(look)
    if outlook.versions.since_decision:
        yield criteria_changes(outlook.versions.since_decision, cards, look)
    yield capture(look, writing)
    yield from (person(found, cards[found.id], look) for found in outlook.people)
    yield from (event(found, cards, look) for found in outlook.events)
