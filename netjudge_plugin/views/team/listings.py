"""Lists of people: those of a profession, those in a row of the 五十音, and those whom a member knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.team.look import MEMBERS, MOST_AT_ONCE, Group, member_uri

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.team import Member
    from netjudge_plugin.views.team.look import TeamLook


def profession(group: Group, look: TeamLook) -> Page:
    """Everybody of a profession, in the order of the readings."""
    return _listing(group, look.home_uri, look, rows=True)


def kana_row(group: Group, look: TeamLook) -> Page:
    """Everybody in a row."""
    return _listing(group, look.home_uri, look, rows=False)


def of_member(member: Member, look: TeamLook) -> Page:
    """Everybody whom a member knows, as far as it is shared."""
    lead = look.text("members.of_lead", member=member.name)
    title = look.text("members.of", member=member.name)
    group = Group(member_uri(member), member.name, title, lead, look.of_member[member.id])
    return _listing(group, MEMBERS, look, rows=True)


def _listing(group: Group, parent: str, look: TeamLook, *, rows: bool) -> Page:
    """A list, a long one in `rows` of the 五十音."""
    parted = rows and len(group.known) > MOST_AT_ONCE
    return render.page(
        "team/listing.html",
        look.here(group.uri),
        look.catalogue,
        group.title,
        parent=parent,
        lead=group.lead,
        parts=look.parts(group.known) if parted else (),
        lines=() if parted else look.lines(group.known),
    )
