"""Criteria over time: the versions that were kept, and what an edit does to the judgements of the people one has met.

A difference between two versions is a difference, never progress: nothing here says which of the two is the better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Kept:
    """A version of the criteria that was kept: in force from the day `since` until the next one's."""

    since: datetime.date
    criteria: Criteria


@dataclass(frozen=True, slots=True)
class Turned:
    """One person, judged by the one criteria and by the other."""

    person_id: str
    before: Judgement
    after: Judgement


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same people judged on the same day by two criteria; everybody is in one of the four, in order of id.

    `verdicts` are those whose verdict changes, `whys` those who keep it for another why, `beneath` those for whom my
    own decision holds either way while the criteria say something else beneath it; `same` are the ids of the others.
    """

    before: Criteria
    after: Criteria
    verdicts: tuple[Turned, ...] = ()
    whys: tuple[Turned, ...] = ()
    beneath: tuple[Turned, ...] = ()
    same: tuple[str, ...] = ()

    @property
    def changes(self) -> dict[str, tuple[Turned, ...]]:
        """Those for whom something changes, by what: "verdicts", "whys", "beneath"; without those that are empty."""
        named = {"verdicts": self.verdicts, "whys": self.whys, "beneath": self.beneath}
        return {name: turned for name, turned in named.items() if turned}


@dataclass(frozen=True, slots=True)
class SinceDecision:
    """What has become of the criteria since my newest decision of my own, on the day `decided`.

    `kept` is the version that was in force then.
    """

    decided: datetime.date
    kept: Kept
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Versions:
    """What was kept of the criteria, oldest first.

    `in_use` is the newest version that has the content of the criteria in force; `since_decision` is there if these are
    not those of my newest decision.
    """

    kept: tuple[Kept, ...] = ()
    in_use: Kept | None = None
    since_decision: SinceDecision | None = None
