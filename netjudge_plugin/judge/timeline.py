"""How a verdict moved: the same pure judgement, replayed on every day on which it may have become another."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.moves.moves import moved_by
from netjudge_plugin.judge.moves.replay import replay
from netjudge_plugin.judge.records import gather
from netjudge_plugin.judge.whatif.whatif import what_if
from netjudge_plugin.model.judgement import Judged, Turn
from netjudge_plugin.model.moves import Move

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.judge.rules import Rules
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.people import Person


def judge_person(person: Person, rules: Rules, today: datetime.date) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """A person's judgement today and on every day since the first record that matters, with what was not understood."""
    records, problems = gather(person, rules.lexicon, today)
    days = _days(records)
    replayed = tuple(replay(records, rules.steps, sorted(days), today))
    now = judge(records, rules.steps, today)
    moves = tuple(_moves(replayed or (now,), records, rules.steps))
    moved = {move.date for move in moves}
    turns = tuple(
        Turn(found.as_of, tuple(dict.fromkeys(days.get(found.as_of, ()))), found)
        for found in replayed
        if found.as_of in days or found.as_of in moved
    )
    unsure = _unsure(records, rules)
    whatif = what_if(records, now, unsure, rules)
    return Judged(person.id, now, turns, records.unknown_words, unsure, whatif, moves), problems


def _unsure(records: Records, rules: Rules) -> tuple[str, ...]:
    """The axes marked as unsure when we last met, or in a message since; without a mark then there are none."""
    last_met = max(records.meetings, default=datetime.date.min)
    marked = {axis for day, axes in records.unsure if day >= last_met for axis in axes}
    return tuple(axis.id for axis in rules.criteria.axes if axis.id in marked)


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
