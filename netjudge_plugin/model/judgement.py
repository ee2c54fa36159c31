"""What it means: the live facts, the state of every axis, and the judgement drawn from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from netjudge_plugin.model.whatif import WhatIf

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from netjudge_plugin.model.criteria import Version
    from netjudge_plugin.model.diagnostics import Place


class AxisState(StrEnum):
    """The four values of an axis (Belnap): ○ ok, × no, △ mixed, ？ unknown."""

    OK = "ok"
    NO = "no"
    MIXED = "mixed"
    UNKNOWN = "unknown"

    @property
    def mark(self) -> str:
        """The mark people in Japan write for it."""
        return {"ok": "○", "no": "×", "mixed": "△", "unknown": "？"}[self.value]


@dataclass(frozen=True, slots=True)
class Observation:
    """A fact on an axis. `word` is a word's id, or for a mark the user's own words (`own` is then true).

    `polarity` is +1 or -1. `place` is None for a fact derived from the records (記録から自動); `until` is the first day
    on which it no longer counts (an expiry in months, or the end of a season).
    """

    date: datetime.date
    word: str
    axis: str
    polarity: int
    place: Place | None
    own: bool = False
    ordinal: int = 1
    until: datetime.date | None = None

    @property
    def sign(self) -> str:
        """The polarity as "+" or "-"."""
        return "+" if self.polarity > 0 else "-"


@dataclass(frozen=True, slots=True)
class StopSign:
    """A live stop sign; `until` is None when only a release or a clearing word ends it."""

    date: datetime.date
    sign: str
    kind: str
    place: Place
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class NoteWord:
    """A notes-only word: recorded, shown, never counted."""

    date: datetime.date
    word: str
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """All that counts for one person on one day: in order of (date, word)."""

    observations: tuple[Observation, ...] = ()
    stops: tuple[StopSign, ...] = ()
    notes: tuple[NoteWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Computed:
    """What the steps say. `step` is None when none was true; `firm` is None for a deferral.

    `open_axes` are the axes whose answer could still change the verdict, in file order.
    """

    verdict: str
    why: str
    step: str | None
    firm: bool | None
    open_axes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """My own decision in force: its verdict and reason, and how it stands to what the steps say now."""

    date: datetime.date
    verdict: str
    reason: str
    until: datetime.date
    place: Place
    over_stop: bool = False
    same_as_computed: bool = False
    facts_since: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement of one person on the day `as_of`.

    `axes` maps every axis id in file order to its state. `revisit` is None for contact, else the latest day for a
    fresh look (the next meeting always is one). `made_by` names the criteria.
    """

    as_of: datetime.date
    computed: Computed
    axes: Mapping[str, AxisState]
    facts: Facts
    made_by: Version
    override: Override | None = None
    revisit: datetime.date | None = None

    @property
    def verdict(self) -> str:
        """The verdict that holds: my own decision's, else the computed one."""
        return self.override.verdict if self.override else self.computed.verdict

    @property
    def why(self) -> str:
        """The why that holds; `decision` for an override."""
        return "decision" if self.override else self.computed.why

    @property
    def firm(self) -> bool | None:
        """Whether no answer to an open question could change the verdict; None for a deferral and an override."""
        return None if self.override else self.computed.firm


@dataclass(frozen=True, slots=True)
class Turn:
    """One day of a timeline: what happened (of "meeting", "out", "in", "decision") and the judgement as of that day."""

    date: datetime.date
    occasions: tuple[str, ...]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's judgement today and after every encounter, exchange and decision up to today (in order of date).

    `unknown_words` are impressions that the criteria do not know: listed, counted as nothing. `unsure` are the axes
    marked as unsure at the latest meeting, or in a message since. `whatif` is about today's judgement.
    """

    person_id: str
    now: Judgement
    timeline: tuple[Turn, ...] = ()
    unknown_words: tuple[tuple[str, Place], ...] = field(default=())
    unsure: tuple[str, ...] = ()
    whatif: WhatIf = field(default_factory=WhatIf)
