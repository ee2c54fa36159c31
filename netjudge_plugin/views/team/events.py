"""The events that members have shared, year by year, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import person_uri
from netjudge_plugin.views.team.look import EVENTS

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.team import SharedEvent
    from netjudge_plugin.views.team.look import TeamLook


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as it is listed; `people` are names with their addresses."""

    date: datetime.date
    title: str
    about: str
    member: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year."""

    id: str
    title: str
    events: tuple[Shown, ...]


def events(look: TeamLook) -> Page:
    """The index of shared events."""
    by_year = groupby(look.roster.events, key=lambda one: one.event.date.year)
    return render.page(
        "team/events.html",
        look.here(EVENTS),
        look.catalogue,
        look.text("events.title"),
        years=tuple(_year(year, tuple(found), look) for year, found in by_year),
    )


def shown(one: SharedEvent, look: TeamLook) -> Shown:
    """An event in words; one without a title is called by its kind."""
    kind = look.kind(one.event.kind)
    about = look.catalogue.text("pages.common.between").join(filter(None, (kind, one.event.place)))
    names = tuple((look.by_id[who].name, person_uri(who)) for who in one.people)
    if not one.event.title:
        return Shown(one.event.date, kind, one.event.place, one.member.name, names)
    return Shown(one.event.date, one.event.title, about, one.member.name, names)


def _year(year: int, found: tuple[SharedEvent, ...], look: TeamLook) -> Year:
    listed = tuple(shown(one, look) for one in found)
    return Year(f"y{year}", look.catalogue.text("pages.events.year", year=year), listed)
