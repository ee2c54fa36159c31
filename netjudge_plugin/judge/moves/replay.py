"""The days on which a judgement may become another, and the judgement on each of them.

Time moves a verdict as well as a meeting does, and on a day of its own: a note expires, a season begins, a decision
ends. Those days are found one after the other, since what counts on one of them says when it will cease to.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.evidence import start_by_themselves

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.model.judgement import Judgement


def replay(
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
