"""How a verdict moved: the turns of a timeline at which the verdict or its why became another.

Every verdict can change at the next meeting; here one sees that it did.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.judgement import Judged, Judgement


@dataclass(frozen=True, slots=True)
class Move:
    """A change on one day; `before` is None at the beginning, `occasions` are empty where only time has passed."""

    date: datetime.date
    before: Judgement | None
    after: Judgement
    occasions: tuple[str, ...] = ()

    @property
    def of_verdict(self) -> bool:
        """Whether the verdict itself changed, not only its why."""
        return self.before is not None and self.before.verdict != self.after.verdict


def moves(judged: Judged) -> tuple[Move, ...]:
    """The beginning and every change since, oldest first; a change by time alone is dated as of today."""
    found: list[Move] = []
    before: Judgement | None = None
    for turn in judged.timeline:
        if before is None or _differs(before, turn.judgement):
            found.append(Move(turn.date, before, turn.judgement, turn.occasions))
        before = turn.judgement
    if before is None or _differs(before, judged.now):
        found.append(Move(judged.now.as_of, before, judged.now))
    return tuple(found)


def _differs(one: Judgement, other: Judgement) -> bool:
    return (one.verdict, one.why) != (other.verdict, other.why)
