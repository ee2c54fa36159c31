"""How a verdict moved: on which day, from what to what, and by which fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.judgement import Judgement, NoteWord, Observation, Override, StopSign

Fact: TypeAlias = "Observation | StopSign | NoteWord"

#: How a fact begins to count: it is written; it counts again, since what hid it is gone; nobody has answered; a busy
#: season begins; I decide.
BEGINNINGS = ("noted", "again", "silence", "season", "decided")
#: How one ceases to: its months are over; the season is; I release it; a word clears it; the axis looks at the latest
#: day alone, and there is a newer one; there is an answer; we meet; I write once more; my decision ends.
ENDS = ("expired", "over", "released", "cleared", "newer", "answered", "met", "wrote", "ended")
#: What time does by itself.
BY_TIME = frozenset(("silence", "season", "expired", "over", "ended"))


@dataclass(frozen=True, slots=True)
class Change:
    """A fact (or my own decision) that began or ceased to count, and how: one of BEGINNINGS or ENDS.

    `by` are the observations that cleared it or are newer.
    """

    fact: Fact | Override
    how: str
    by: tuple[Observation, ...] = ()

    @property
    def began(self) -> bool:
        """Whether it began to count."""
        return self.how in BEGINNINGS


@dataclass(frozen=True, slots=True)
class Move:
    """A change of the verdict or its why on one day; at the beginning `before` is None and there are no `changes`.

    `before` is the judgement right before that day, with everything that had happened until then. `changes` are the
    fewest that lead from there to the verdict and why of `after`: none of them could be left out.
    """

    date: datetime.date
    before: Judgement | None
    after: Judgement
    changes: tuple[Change, ...] = ()

    @property
    def of_verdict(self) -> bool:
        """Whether the verdict itself changed, not only its why."""
        return self.before is not None and self.before.verdict != self.after.verdict

    @property
    def by_time(self) -> bool:
        """Whether nothing did it but time."""
        return bool(self.changes) and all(change.how in BY_TIME for change in self.changes)
