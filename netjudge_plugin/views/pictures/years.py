"""When I met people, as a strip a year: a dot an event in its month, each month a way to what happened in it.

Dots and no curve: there is nothing here that should rise.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from netjudge_plugin.views import dates
from netjudge_plugin.views.addresses import EVENTS
from netjudge_plugin.views.pictures.letters import WHOLE, percent

if TYPE_CHECKING:
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.views.lookup import Lookup

#: More events in a month than this are a number above its dots.
MOST_DOTS = 6
#: In pixels: a dot and the gap above it, the room above the dots, and the letters beneath.
DOT, ABOVE, BENEATH = 8, 16, 20
#: A finger finds nothing smaller.
LOWEST = 24
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One month with events: `told` in words, `uri` and `anchor` lead to the event, or to the year if they are more.

    `left` and `middle` are places along the strip, `dots` the heights of the dots in it, `number` is empty where the
    dots are all of them.
    """

    told: str
    uri: str
    anchor: str
    left: str
    middle: str
    dots: tuple[int, ...]
    number: str


@dataclass(frozen=True, slots=True)
class Year:
    """A strip: `base` is the height of the line that the dots stand on."""

    title: str
    anchor: str
    base: int
    months: tuple[Month, ...]
    labels: tuple[tuple[str, str], ...]

    @property
    def height(self) -> int:
        """With the letters beneath the line."""
        return self.base + BENEATH


#: How wide a month is, along the strip.
WIDTH = percent(WHOLE // _MONTHS)


def years(look: Lookup) -> tuple[Year, ...]:
    """The years in which I met anybody, the newest first."""
    by_year = groupby(look.meetings.events, key=lambda event: event.date.year)
    return tuple(_year(year, list(events), look) for year, events in by_year)


def _year(year: int, events: list[Event], look: Lookup) -> Year:
    by_month = {month: list(found) for month, found in groupby(events, key=lambda event: event.date.month)}
    tallest = max(min(len(found), MOST_DOTS) for found in by_month.values())
    base = max(LOWEST, ABOVE + tallest * DOT)
    return Year(
        title=look.text("events.year", year=year),
        anchor=f"y{year}",
        base=base,
        months=tuple(_month(found, base, look) for _, found in sorted(by_month.items())),
        labels=tuple((_left(month), dates.month_alone(month, look.catalogue)) for month in (1, 4, 7, 10)),
    )


def _month(events: list[Event], base: int, look: Lookup) -> Month:
    first, only = events[0], len(events) == 1
    month = dates.month(first.date, look.catalogue)
    met = look.events[first.inside]
    key = "pictures.years.one" if only else "pictures.years.more"
    return Month(
        told=look.catalogue.text(key, month=month, title=met.title, day=look.day(met.date), count=len(events)),
        uri=met.uri if only else EVENTS,
        anchor="" if only else f"y{first.date.year}",
        left=_left(first.date.month),
        middle=percent((2 * first.date.month - 1) * WHOLE // (2 * _MONTHS)),
        dots=tuple(base - DOT * nth - DOT // 2 for nth in range(min(len(events), MOST_DOTS))),
        number=str(len(events)) if len(events) > MOST_DOTS else "",
    )


def _left(month: int) -> str:
    return percent((month - 1) * WHOLE // _MONTHS)
