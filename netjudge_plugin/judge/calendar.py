"""Days and months as the criteria count them: expiry in whole months, and seasons that may run over the new year."""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import BusySeason

DAY = datetime.timedelta(days=1)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later, clamped to the end of the month (31 January + 1 = 28 or 29 February).

    Beyond the year 9999 it is the last day there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: datetime.date, days: int) -> datetime.date:
    """The day so many days later (or earlier); beyond the calendar the last or first day there is."""
    first, last = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    return datetime.date.fromordinal(min(max(day.toordinal() + days, first), last))


def in_season(season: BusySeason, day: datetime.date) -> bool:
    """Whether the season holds on that day; `from` later than `to` runs over the new year."""
    at = (day.month, day.day)
    if season.start <= season.end:
        return season.start <= at <= season.end
    return at >= season.start or at <= season.end


def day_after_season(season: BusySeason, day: datetime.date) -> datetime.date:
    """The first day after the season that holds on `day`."""
    month, last = season.end
    year = day.year if season.end >= (day.month, day.day) else day.year + 1
    if year > datetime.MAXYEAR:
        return datetime.date.max
    end = datetime.date(year, month, min(last, calendar.monthrange(year, month)[1]))
    # 29 February in a common year ends on the 28th, which may be the day itself
    return max(end, day) + DAY if end < datetime.date.max else datetime.date.max
