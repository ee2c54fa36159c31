"""The criteria, ready to judge with: how words are understood, the steps and what would change, with their memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import Steps
from netjudge_plugin.judge.whatif.fewest import Fewest
from netjudge_plugin.judge.whatif.learning import Learning
from netjudge_plugin.judge.whatif.standing import Standings
from netjudge_plugin.judge.words import Lexicon

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria


@dataclass(frozen=True, slots=True)
class Rules:
    """Made once for a run and handed to everything that judges: what was worked out for one person serves the next."""

    criteria: Criteria
    lexicon: Lexicon
    steps: Steps
    standings: Standings
    fewest: Fewest
    learning: Learning

    @classmethod
    def of(cls, criteria: Criteria) -> Rules:
        """The rules that the criteria give."""
        steps = Steps(criteria)
        return cls(criteria, Lexicon(criteria), steps, Standings(criteria), Fewest(steps), Learning(steps))
