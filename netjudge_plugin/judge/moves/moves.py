"""By which fact a verdict moved: of all that changed on a day, the fewest changes that lead to what holds since.

A fact that came or went on the same day but had no part in it is not named.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from netjudge_plugin.judge.moves.changes import by_date_and_word, changes, decision
from netjudge_plugin.judge.moves.parts import told, ways, ways_with_less

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netjudge_plugin.judge.decide import Steps
    from netjudge_plugin.judge.moves.parts import Choice, Part
    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.model.judgement import Computed, Judgement
    from netjudge_plugin.model.moves import Change

#: More choices than these are not tried one by one.
MOST_CHOICES = 5_000


def moved_by(before: Judgement, after: Judgement, records: Records, steps: Steps) -> tuple[Change, ...]:
    """The fewest changes that lead from the one verdict and why to the other, in order of date and word.

    `before` is the judgement right before the day of `after`, and the two differ in verdict or why. My own decision
    comes first.
    """
    mine = decision(before, after)
    if after.override:
        assert mine is not None  # the same decision would be the same verdict
        return (mine,)
    if mine and _said(before.computed) == _said(after.computed):
        return (mine,)
    facts = _fewest(before, after, records, steps)
    return (mine, *facts) if mine else facts


def _said(computed: Computed) -> tuple[str, str]:
    return computed.verdict, computed.why


def _fewest(before: Judgement, after: Judgement, records: Records, steps: Steps) -> tuple[Change, ...]:
    """The smallest set of changed facts with which the steps say of the facts before what they say after.

    First the parts that had to change are found, then what may still be left out of their changes.
    """
    criteria, wanted = steps.criteria, _said(after.computed)

    def enough(choice: Choice) -> bool:
        return told(choice, steps) == wanted

    chosen = _smallest(ways(before, after, changes(before, after, records, criteria), criteria), enough)
    return _named(_smallest(ways_with_less(chosen, before, criteria), enough))


def _smallest(parts: Sequence[Sequence[Part]], enough: Callable[[Choice], bool]) -> Choice:
    """The choice with the fewest changes that is enough; of several the first by date and word.

    The last way of every part, all of them together, always is.
    """
    if math.prod(map(len, parts)) > MOST_CHOICES:
        return _thinned(parts, enough)
    by_size = sorted(itertools.product(*parts), key=_size)
    alike = ([choice for choice in same if enough(choice)] for _, same in itertools.groupby(by_size, key=_size))
    return min(next(found for found in alike if found), key=lambda choice: list(map(by_date_and_word, _named(choice))))


def _size(choice: Choice) -> int:
    return sum(len(part.changes) for part in choice)


def _named(choice: Choice) -> tuple[Change, ...]:
    return tuple(sorted((change for part in choice for change in part.changes), key=by_date_and_word))


def _thinned(parts: Sequence[Sequence[Part]], enough: Callable[[Choice], bool]) -> Choice:
    """One part after another with as few changes as the others allow: not always the fewest, but quickly found."""
    chosen = tuple(found[-1] for found in parts)
    for nth, found in enumerate(parts):
        others = ((*chosen[:nth], way, *chosen[nth + 1 :]) for way in found)
        chosen = next(choice for choice in others if enough(choice))
    return chosen
