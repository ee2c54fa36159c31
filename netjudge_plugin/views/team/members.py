"""Who we are: whom one can ask, and as of when each has shared what is here. In the order of names, without counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.team.look import MEMBERS, member_uri

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.team.look import TeamLook


def members(look: TeamLook) -> Page:
    """The members of the office."""
    return render.page(
        "team/members.html",
        look.here(MEMBERS),
        look.catalogue,
        look.text("members.title"),
        members=[(member, member_uri(member)) for member in look.roster.members],
    )
