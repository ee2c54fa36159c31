"""How a verdict moved: the same pure judgement, replayed on every day on which something happened or came to its end.

Time moves a verdict as well as a meeting does, and on a day of its own: a note expires, a season begins, a decision
ends. Those days are found one after the other, since what counts on one of them says when it will cease to.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.evidence import gather, start_by_themselves
from netjudge_plugin.judge.moves import moved_by
from netjudge_plugin.model.judgement import Judged, Turn
from netjudge_plugin.model.moves import Move

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.judge.evidence import Records
    from netjudge_plugin.judge.rules import Rules
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.people import Person


def judge_person(person: Person, rules: Rules, today: datetime.date) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """A person's judgement today and on every day since the first record that matters, with what was not understood."""
    records, problems = gather(person, rules.lexicon, today)
    days = _days(records)
    replayed = tuple(_replay(records, rules.steps, sorted(days), today))
    now = judge(records, rules.steps, today)
    moves = tuple(_moves(replayed or (now,), records, rules.steps))
    moved = {move.date for move in moves}
    turns = tuple(
        Turn(found.as_of, tuple(dict.fromkeys(days.get(found.as_of, ()))), found)
        for found in replayed
        if found.as_of in days or found.as_of in moved
    )
    unsure = records.unsure[-1][1] if records.unsure else ()
    return Judged(person.id, now, turns, records.unknown_words, unsure, moves=moves), problems


def _replay(
    records: Records, steps: Steps, recorded: Sequence[datetime.date], today: datetime.date
) -> Iterator[Judgement]:
    """The judgement on every day, from the first record up to today, on which a fact or a decision begins or ends."""
    if not recorded:
        return
    derived = start_by_themselves(records, steps.criteria, recorded[0], today)
    starts = sorted({*recorded, *derived})
    day: datetime.date | None = recorded[0]
    while day is not None and day <= today:
        found = judge(records, steps, day)
        yield found
        day = min(_to_come(found, starts), default=None)


def _to_come(found: Judgement, starts: Sequence[datetime.date]) -> Iterator[datetime.date]:
    """The next day on which anything starts, and all on which what counts now comes to its end."""
    yield from starts[bisect_right(starts, found.as_of) :][:1]
    ends = [o.until for o in found.facts.observations] + [stop.until for stop in found.facts.stops]
    ends += [found.override.until] if found.override else []
    yield from (end for end in ends if end and end > found.as_of)


def _moves(replayed: Sequence[Judgement], records: Records, steps: Steps) -> Iterator[Move]:
    yield Move(replayed[0].as_of, None, replayed[0])
    for before, after in pairwise(replayed):
        if (before.verdict, before.why) != (after.verdict, after.why):
            yield Move(after.as_of, before, after, moved_by(before, after, records, steps))


def _days(records: Records) -> dict[datetime.date, list[str]]:
    """Every day on which something happened, with what: meeting, out, in, decision."""
    days: dict[datetime.date, list[str]] = {}
    for occasion, dates in (
        ("meeting", records.meetings),
        ("out", records.sent),
        ("in", records.received),
        ("decision", [decision.date for decision in records.decisions]),
    ):
        for date in dates:
            days.setdefault(date, []).append(occasion)
    return days
