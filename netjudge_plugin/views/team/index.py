"""The first page: where to look for someone, and what this site holds and does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.team.look import EVENTS, MEMBERS, MOST_AT_ONCE, member_uri

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.team.look import TeamLook


def index(look: TeamLook) -> Page:
    """Who knows whom."""
    roster = look.roster
    few = len(roster.known) <= MOST_AT_ONCE
    return render.page(
        "team/index.html",
        look.here(look.home_uri),
        look.catalogue,
        look.text("index.title"),
        professions=look.professions,
        rows=look.rows,
        lines=look.lines(roster.known) if few else (),
        members=[(member.name, member_uri(member)) for member in roster.members],
        holds=look.text(f"index.holds_{roster.audience}"),
        audience=look.text(f"audience.{roster.audience}"),
        events_uri=EVENTS if roster.events else "",
        members_uri=MEMBERS,
    )
