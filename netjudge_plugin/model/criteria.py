"""The criteria as a value: axes, words, stop signs, ordered steps, labels. `judge.criteria` makes it from a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.plan import PlanRules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.model.diagnostics import Place

VERDICTS = ("not_this_time", "defer", "contact")
#: The names of the criteria that come with the program, the default first.
SHIPPED = ("standard", "simple")


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the questions. `keeps` is in months; `count` is "all" or "latest"; `style` "balance" or "guard".

    `good`, `concern` map word ids to labels, in the order of the file; `clears` maps a word to those it clears.
    """

    id: str
    name: str
    question: str
    ok_needs: int
    no_needs: int
    keeps: int
    count: str = "all"
    style: str = "balance"
    feeling: bool = False
    unknown_is_fine: bool = False
    good: Mapping[str, str] = field(default_factory=dict)
    concern: Mapping[str, str] = field(default_factory=dict)
    clears: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ask: tuple[str, ...] = ()
    ask_if_concern: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class StopKind:
    """A kind of stop sign. `keeps` is in months, or None: until I release it myself (`by_me`)."""

    id: str
    keeps: int | None
    signs: Mapping[str, str]
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the ordered list. All conditions that are given must hold; `of` belongs to the two counts."""

    id: str
    then: str
    why: str
    stop: str | None = None
    any_no: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    all_ok: tuple[str, ...] = ()
    ok_at_least: int | None = None
    no_at_least: int | None = None
    of: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    @property
    def axes(self) -> frozenset[str]:
        """The axes that the step names."""
        return frozenset((*self.any_no, *self.unsettled, *self.all_ok, *self.of))


@dataclass(frozen=True, slots=True)
class BusySeason:
    """A yearly season of a profession (the profession's id, or its text), from and to as (month, day), inclusive."""

    profession: str
    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Version:
    """Which criteria made a judgement: their name, and the first 12 hex digits of the SHA-256 of their text."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria in force. Durations are in months, but `no_reply_days` and the plan's, which are in days.

    `synonyms` maps further labels (the other language's preset) to word and axis ids, the others to verdict and why
    ids. `source` is a preset's name or the file's path as shown; `digest` the first 12 hex digits of the SHA-256 of
    its text. The `place`s of the parts are where they stand in the file.
    """

    name: str
    axes: tuple[Axis, ...]
    stops: tuple[StopKind, ...]
    notes_only: Mapping[str, str]
    steps: tuple[Step, ...]
    verdicts: Mapping[str, str]
    whys: Mapping[str, str]
    otherwise: str = "defer"
    latest_after_months: int = 12
    decision_keeps: int = 12
    no_reply_messages: int = 2
    no_reply_days: int = 30
    busy_seasons: tuple[BusySeason, ...] = ()
    plan: PlanRules = field(default_factory=PlanRules)
    synonyms: Mapping[str, str] = field(default_factory=dict)
    verdict_synonyms: Mapping[str, str] = field(default_factory=dict)
    why_synonyms: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    digest: str = ""
    place: Place | None = field(default=None, compare=False)

    @property
    def own(self) -> bool:
        """Whether they stand in a file of the user's."""
        return self.source not in SHIPPED

    @property
    def version(self) -> Version:
        """The name and the content by which a judgement says who made it."""
        return Version(self.name, self.digest)
