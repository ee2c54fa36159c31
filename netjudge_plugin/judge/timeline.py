"""How a verdict moved: the same pure judgement, replayed on every day on which something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.evidence import gather
from netjudge_plugin.model.judgement import Judged, Turn

if TYPE_CHECKING:
    import datetime

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
    unsure = records.unsure[-1][1] if records.unsure else ()
    return Judged(person.id, judge(records, rules.steps, today), turns, records.unknown_words, unsure), problems


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
