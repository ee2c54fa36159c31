"""The pages for a team: who knows whom, and whom to ask for an introduction.

These views are handed a Roster, which holds nothing private, and nothing else: they have no way to a journal, a person
of one's own or a judgement. What they count, sort and link comes from the Roster alone. No page rates anybody, says who
is to be contacted, or counts how many people a member knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views.team.events import events
from netjudge_plugin.views.team.index import index
from netjudge_plugin.views.team.listings import kana_row, of_member, profession
from netjudge_plugin.views.team.look import EVENTS, MEMBERS, TeamLook
from netjudge_plugin.views.team.members import members
from netjudge_plugin.views.team.person import person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.team import Roster

__all__ = ["fixed", "pages"]


def pages(roster: Roster, catalogue: Catalogue, home_uri: str = "index") -> Iterator[Page]:
    """All pages of a team's site, the fixed ones first."""
    look = TeamLook(roster, catalogue, home_uri)
    yield index(look)
    if roster.events:
        yield events(look)
    yield members(look)
    yield from (profession(group, look) for group in look.professions)
    yield from (kana_row(group, look) for group in look.rows)
    yield from (of_member(member, look) for member in roster.members)
    yield from (person(known, look) for known in roster.known)


def fixed(roster: Roster, home_uri: str = "index") -> tuple[str, ...]:
    """The addresses of the pages in the navigation."""
    return (home_uri, *((EVENTS,) if roster.events else ()), MEMBERS)
