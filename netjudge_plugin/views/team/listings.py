"""Lists of people: those of a profession, those in a row of the 五十音, and those whom a member knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.team.look import MEMBERS, member_uri

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.team import Known, Member
    from netjudge_plugin.views.team.look import Group, TeamLook


def profession(group: Group, look: TeamLook) -> Page:
    """Everybody of a profession, in the order of the readings."""
    lead = look.text("find.profession_lead", profession=group.title)
    return _listing(group.uri, group.title, lead, group.known, look.home_uri, look)


def kana_row(group: Group, look: TeamLook) -> Page:
    """Everybody in a row."""
    return _listing(group.uri, group.title, look.text("find.row_lead"), group.known, look.home_uri, look)


def of_member(member: Member, look: TeamLook) -> Page:
    """Everybody whom a member knows, as far as it is shared."""
    lead = look.text("members.of_lead", member=member.name)
    title = look.text("members.of", member=member.name)
    return _listing(member_uri(member), title, lead, look.of_member[member.id], MEMBERS, look)


def _listing(  # noqa: PLR0913, PLR0917 - what a list is made of
    uri: str, title: str, lead: str, known: tuple[Known, ...], parent: str, look: TeamLook
) -> Page:
    return render.page(
        "team/listing.html",
        look.here(uri),
        look.catalogue,
        title,
        parent=parent,
        lead=lead,
        lines=look.lines(known),
    )
