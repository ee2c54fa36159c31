"""How a verdict moved: the same pure judgement, replayed on every day on which something happened."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.evidence import gather
from netjudge_plugin.judge.whatif import what_if
from netjudge_plugin.model.judgement import Judged, Turn

if TYPE_CHECKING:
    from netjudge_plugin.judge.evidence import Records
    from netjudge_plugin.judge.rules import Rules
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.people import Person


def judge_person(person: Person, rules: Rules, today: datetime.date) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """A person's judgement today and as of every day on which something happened, with what was not understood."""
    records, problems = gather(person, rules.lexicon, today)
    turns = tuple(
        Turn(day, tuple(dict.fromkeys(occasions)), judge(records, rules.steps, day))
        for day, occasions in sorted(_days(records).items())
    )
    now, unsure = judge(records, rules.steps, today), _unsure(records, rules)
    whatif = what_if(records, now, unsure, rules)
    return Judged(person.id, now, turns, records.unknown_words, unsure, whatif), problems


def _unsure(records: Records, rules: Rules) -> tuple[str, ...]:
    """The axes marked as unsure when we last met, or in a message since; without a mark then there are none."""
    last_met = max(records.meetings, default=datetime.date.min)
    marked = {axis for day, axes in records.unsure if day >= last_met for axis in axes}
    return tuple(axis.id for axis in rules.criteria.axes if axis.id in marked)


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
