"""Connections: when I met people, whose work I know somebody of, and whom I met where, as pictures to look at."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.pictures.coverage import coverage
from netjudge_plugin.views.pictures.network import of_everyone
from netjudge_plugin.views.pictures.years import WIDTH, years

if TYPE_CHECKING:
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.lookup import Lookup
    from netjudge_plugin.views.pictures.network import Network

URI = "connections"


def connections(look: Lookup) -> Page:
    """The page of the three pictures."""
    drawn = of_everyone(look)
    return render.page(
        "connections.html",
        look.here(URI),
        look.catalogue,
        look.catalogue.text("pictures.page.title"),
        empty=not look.outlook.people,
        years=years(look),
        month_width=WIDTH,
        coverage=coverage(look),
        network=drawn,
        ways=_ways(drawn, look) if drawn else {},
        oldest=drawn.events[-1].event.date if drawn else None,
    )


def _ways(drawn: Network, look: Lookup) -> dict[str, tuple[str, str]]:
    """The first event of each year in the picture, with the id it gets there and the year's name."""
    by_year = groupby(drawn.events, key=lambda evening: evening.event.date.year)
    return {next(same).event.uri: (f"net-{year}", look.text("events.year", year=year)) for year, same in by_year}
