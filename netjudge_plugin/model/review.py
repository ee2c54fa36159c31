"""Looking back: my own decisions beside what the criteria said, what came of them, and changes to think about.

Everything is a plain count of meetings; nothing here is said of a person, and no proposal is ever applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.judgement import AxisState, Judgement


#: Below so many cases a count may well be chance.
FEW = 10


@dataclass(frozen=True, slots=True)
class Sequel:
    """What came after a day, up to today: whether I wrote, whether word came from them, whether we met again."""

    wrote: bool
    answered: bool
    met_again: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases there are, and after how many of them I wrote, word came back, we met again."""

    cases: int
    wrote: int
    answered: int
    met_again: int


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """A decision of my own, with the judgement of its day: from what was known then, beside what I decided."""

    person_id: str
    date: datetime.date
    judgement: Judgement
    sequel: Sequel

    @property
    def reason(self) -> str:
        """Why I decided so, in my own words."""
        return self.judgement.override.reason if self.judgement.override else ""

    @property
    def agrees(self) -> bool:
        """Whether the criteria said the same of the one choice that is compared: to contact, or not to."""
        return (self.judgement.verdict == "contact") == (self.judgement.computed.verdict == "contact")


@dataclass(frozen=True, slots=True)
class Choices:
    """My decisions of one kind: whether I, and whether the criteria, chose to contact."""

    mine: bool
    theirs: bool
    counts: Counts

    @property
    def key(self) -> str:
        """A name for the case: both_contact, only_mine, only_theirs or both_not."""
        if self.mine is self.theirs:
            return "both_contact" if self.mine else "both_not"
        return "only_mine" if self.mine else "only_theirs"


@dataclass(frozen=True, slots=True)
class AfterWhy:
    """What came of first meetings that the criteria judged alike."""

    verdict: str
    why: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class AfterState:
    """What came of first meetings after which an axis was in one state."""

    axis: str
    state: AxisState
    counts: Counts


@dataclass(frozen=True, slots=True)
class Number:
    """A number that would change: `key` is ok_needs or no_needs of an axis, ok_at_least or no_at_least of a step."""

    part: str
    key: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Which axes a step would ask to be ○ (`all_ok`), in the order of the criteria; none is no such line."""

    part: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A step that would no longer be looked at."""

    part: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A step that would be looked at just before another one."""

    part: str
    above: str


Edit = Number | Asked | Dropped | Moved


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a criteria file that an edit is about, without their indentation.

    `part` is the axis or step of the `section` ("axes" or "steps") they stand in, at `place`; `before` would be taken
    out and `after` written, the latter above the step `above` where one is given.
    """

    section: str
    part: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    above: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody of whom the criteria would say something else today; what I decided myself stays as it is."""

    person_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that can be read: what it is, and what it would have changed. Each builds on those before it.

    Of `decisions` decisions of my own the criteria said the same as I in `met_before`, and with it in `met_after`;
    `newly` are those in which it says so and the criteria without it did not.
    `criteria` are the criteria with it and those before it.
    """

    edits: tuple[Edit, ...]
    lines: tuple[Lines, ...]
    decisions: int
    met_before: int
    met_after: int
    newly: tuple[OwnDecision, ...]
    turned: tuple[Turned, ...]
    criteria: Criteria


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that looking back shows, as of today.

    `decisions` are in order of (date, person); `by_choice` has a row for each of the four cases that occurred;
    `by_why` and `by_axis` are about the first meetings with people of whom I never decided anything myself. `needed`
    decisions are needed before anything is proposed.
    """

    decisions: tuple[OwnDecision, ...] = ()
    by_choice: tuple[Choices, ...] = ()
    by_why: tuple[AfterWhy, ...] = ()
    by_axis: tuple[AfterState, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    needed: int = 5

    @property
    def agreed(self) -> int:
        """In how many of my decisions the criteria made the same choice."""
        return sum(decision.agrees for decision in self.decisions)

    @property
    def differing(self) -> tuple[OwnDecision, ...]:
        """My decisions in which the criteria made the other choice."""
        return tuple(decision for decision in self.decisions if not decision.agrees)

    @property
    def few(self) -> bool:
        """Whether some number on show is so small that it may well be chance."""
        counts = [row.counts for row in self.by_choice] + [row.counts for row in self.by_why]
        return any(found.cases < FEW for found in counts)

    @property
    def silence(self) -> str:
        """Why there is no proposal: "too_few" decisions, "all_met" by the criteria as they are, or "none" was found."""
        if len(self.decisions) < self.needed:
            return "too_few"
        return "all_met" if self.agreed == len(self.decisions) else "none"
