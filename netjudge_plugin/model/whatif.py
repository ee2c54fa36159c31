"""What would change a verdict, and what to learn next: never a demand on a person, only which facts are still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Further:
    """Further facts of one kind, noted on a later day; they cost `count` facts.

    `kind` is "good" (good facts on `axis`), "clear" (the first of them one of the clearing `words`; for a stop sign
    that has no axis to gain on, `axis` is the word's own) or "release" (my own release of the sign in `words`).
    """

    kind: str
    axis: str = ""
    count: int = 1
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The fewest further facts that lead to contact: all minimal sets, each in axis order.

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
        """What every minimal set holds, in axis order."""
        return tuple(f for f in self.sets[0] if all(f in other for other in self.sets)) if self.sets else ()


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
