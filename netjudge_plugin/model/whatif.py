"""What would change a verdict, and what to learn next: never a demand on a person, only which facts are still open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Further:
    """Further facts of one kind, noted on a later day; they cost `count` facts.

    `kind` is "good" (good facts on `axis`), "clear" (the first of them one of the clearing `words`; `axis` is the
    words' own, wherever what they clear stands) or "release" (my own release of the sign in `words`, on no axis).
    """

    kind: str
    axis: str = ""
    count: int = 1
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The fewest further facts that lead to contact: all minimal sets, each in axis order after its releases.

    `cost` is how many facts a set holds; None (and no sets) for more than six. `by_me` says that a stop sign that only
    I can release stands in the way. `from_date` is the first day on which the verdict would be contact without any
    further fact, where time alone does it (timing), else None.
    """

    cost: int | None
    sets: tuple[tuple[Further, ...], ...] = ()
    by_me: bool = False
    from_date: datetime.date | None = None

    @property
    def common(self) -> tuple[Further, ...]:
        """What every minimal set holds: of each kind of fact on an axis as many as the set that has the fewest."""
        if not self.sets:
            return ()
        others = [{(f.kind, f.axis, f.words): f.count for f in one} for one in self.sets]
        least = {f: min(counts.get((f.kind, f.axis, f.words), 0) for counts in others) for f in self.sets[0]}
        return tuple(replace(further, count=count) for further, count in least.items() if count)

    @property
    def rest(self) -> tuple[tuple[Further, ...], ...]:
        """What each set holds besides: beyond its clearing word, which all hold, a fact is simply a good one."""
        common = {(f.kind, f.axis, f.words): f.count for f in self.common}
        return tuple(tuple(_beyond(one, common)) for one in self.sets)


def _beyond(one: tuple[Further, ...], common: Mapping[tuple[str, str, tuple[str, ...]], int]) -> Iterator[Further]:
    for further in one:
        shared = common.get((further.kind, further.axis, further.words), 0)
        if shared == 0:
            yield further
        elif further.count > shared:
            yield Further("good", further.axis, further.count - shared)


@dataclass(frozen=True, slots=True)
class Question:
    """Something to learn at the next meeting: the axis, and its `ask` (`ask_if_concern` where there is a concern)."""

    axis: str
    asks: tuple[str, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class WhatIf:
    """For one judgement: what would make it contact (None where the steps say contact already), and what to learn.

    `next` holds at most three questions, the most useful first. Both are about the computed verdict.
    """

    counterfactual: Counterfactual | None = None
    next: tuple[Question, ...] = ()
