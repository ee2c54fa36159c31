"""Whose records are older than one meant to keep them: listed, so that letting go is a decision; nothing is deleted."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.people import Person


def past(people: Iterable[Person], months: int | None, today: datetime.date) -> Iterator[Diagnostic]:
    """A notice for everybody of whom the newest record is older than so many months."""
    if months is None:
        return
    oldest = _months_before(today, months)
    for person in people:
        newest = max(_days(person), default=today)
        if newest < oldest:
            yield Diagnostic(person.place, "past-retention", {"months": str(months)})


def _days(person: Person) -> Iterator[datetime.date]:
    """The days of all that is written about a person; one who will be met is not let go."""
    for some in (person.encounters, person.exchanges, person.decisions, person.expected):
        yield from (record.date for record in some)


def _months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months before, or the last of that month; the first day there is, beyond it."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return day.min
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
