"""Records to facts: what of all that was noted counts on a given day, and what follows from the records by itself.

Everything expires, is cleared or can be released: nothing is final.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from netjudge_plugin.judge.calendar import add_months, day_after_season, first_day_of_season, in_season
from netjudge_plugin.judge.records import by_date_and_word, name_of
from netjudge_plugin.model.judgement import Facts, Observation, StopSign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.model.criteria import Axis, BusySeason, Criteria

NO_REPLY = "no_reply"
THEY_BUSY = "they_busy"


def fold(records: Records, criteria: Criteria, as_of: datetime.date) -> Facts:
    """What counts on the day `as_of`: the live observations and stop signs, derived facts included, and the notes."""
    live = _newest_where_asked(_living(records, criteria, as_of), criteria)
    live += _they_busy(records, criteria, live, as_of)
    return Facts(
        observations=tuple(sorted(live, key=by_date_and_word)),
        stops=tuple(_live_stops(records, as_of)),
        notes=tuple(n for n in records.notes if n.date <= as_of),
    )


def clearable(records: Records, criteria: Criteria, as_of: datetime.date) -> frozenset[str]:
    """The names of all that a clearing fact of a later day could take back, whether or not it counts just now."""
    live = _living(records, criteria, as_of)
    return frozenset((*(name_of(o) for o in live), *(s.sign for s in _live_stops(records, as_of))))


def without(records: Records, names: frozenset[str]) -> Records:
    """The records as they would count if a clearing fact of a later day took back what bears these names."""
    return replace(
        records,
        observations=tuple(o for o in records.observations if name_of(o) not in names),
        stops=tuple(s for s in records.stops if s.sign not in names),
        sent=() if NO_REPLY in names else records.sent,
    )


def _living(records: Records, criteria: Criteria, as_of: datetime.date) -> list[Observation]:
    """Every observation that is alive, on axes that look at the newest day alone the earlier ones too."""
    live = [o for o in records.observations if _alive(o.date, o.until, name_of(o), records, as_of)]
    return live + _no_reply(records, criteria, as_of)


def _live_stops(records: Records, as_of: datetime.date) -> Iterator[StopSign]:
    return (s for s in records.stops if _alive(s.date, s.until, s.sign, records, as_of))


def _alive(date: datetime.date, until: datetime.date | None, word: str, records: Records, as_of: datetime.date) -> bool:
    """Written by then, not expired, and no clearing fact of a strictly later day: on the same day caution wins."""
    if date > as_of or (until is not None and as_of >= until):
        return False
    days = records.cleared.get(word)
    return days is None or bisect_right(days, date) == bisect_right(days, as_of)


def _newest_where_asked(live: list[Observation], criteria: Criteria) -> list[Observation]:
    """Without what is older than the newest on an axis that looks at the latest day alone."""
    latest = {axis.id for axis in criteria.axes if axis.count == "latest"}
    newest: dict[str, datetime.date] = {}
    for o in live:
        if o.axis in latest:
            newest[o.axis] = max(o.date, newest.get(o.axis, o.date))
    return [o for o in live if o.date == newest.get(o.axis, o.date)]


def _no_reply(records: Records, criteria: Criteria, as_of: datetime.date) -> list[Observation]:
    """Two messages (or as many as the criteria say) after the newest answer, and a month of silence.

    An answer is a message from them or a meeting: to have met again is better than a reply.
    """
    axis = _axis_of(NO_REPLY, criteria)
    if axis is None:
        return []
    answers = [day for day in (*records.meetings, *records.received) if day <= as_of]
    answered = max(answers) if answers else datetime.date.min
    sent = [day for day in records.sent if answered < day <= as_of]
    if len(sent) < criteria.no_reply_messages:
        return []
    date = _silent_since(max(sent), criteria)
    until = add_months(date, axis.keeps)
    if not _alive(date, until, NO_REPLY, records, as_of):
        return []
    return [Observation(date, NO_REPLY, axis.id, -1, None, until=until)]


def _silent_since(sent: datetime.date, criteria: Criteria) -> datetime.date:
    silence = datetime.timedelta(days=criteria.no_reply_days)
    return sent + silence if sent < datetime.date.max - silence else datetime.date.max


def _they_busy(
    records: Records, criteria: Criteria, live: Iterable[Observation], as_of: datetime.date
) -> list[Observation]:
    """The profession's busy season, only where nothing personal is known: a person beats the calendar."""
    axis = _axis_of(THEY_BUSY, criteria)
    if axis is None or any(o.axis == axis.id for o in live):
        return []
    ends = [day_after_season(s, as_of) for s in _seasons(records, criteria) if in_season(s, as_of)]
    return [Observation(as_of, THEY_BUSY, axis.id, -1, None, until=max(ends))] if ends else []


def _seasons(records: Records, criteria: Criteria) -> list[BusySeason]:
    return [season for season in criteria.busy_seasons if season.profession == records.profession]


def start_by_themselves(
    records: Records, criteria: Criteria, first: datetime.date, last: datetime.date
) -> set[datetime.date]:
    """The days on which a derived fact may begin to count, in the years from `first` to `last`."""
    silences = {_silent_since(sent, criteria) for sent in records.sent}
    years = range(first.year, last.year + 1)
    return silences | {first_day_of_season(s, year) for s in _seasons(records, criteria) for year in years}


def _axis_of(word: str, criteria: Criteria) -> Axis | None:
    """The axis on which the criteria keep a derived fact as a concern; None where they do not have the word."""
    return next((axis for axis in criteria.axes if word in axis.concern), None)
