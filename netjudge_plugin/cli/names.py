"""What a typed name may mean: a word, an axis, a why, a verdict, a kind of sign, a step or a diagnostic, or several.

They are namespaces of their own, so that `timing` is an axis and a why; within each, ids and the labels of both
languages mean the same thing.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netjudge_plugin.judge.words import Lexicon
from netjudge_plugin.model.diagnostics import SEVERITIES
from netjudge_plugin.model.wording import labels, normal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Criteria

#: The why of my own decisions, which no criteria define.
MINE = "decision"
_MOST_NEAR = 2


@dataclass(frozen=True)
class Names:
    """All names there are in some criteria, and those of the diagnostics."""

    criteria: Criteria
    words: Catalogue

    def meant(self, text: str) -> list[tuple[str, str]]:
        """Everything that a text names, as its namespace and its id."""
        wanted = normal(text)
        return [(kind, known[wanted]) for kind, known in self._namespaces.items() if wanted in known]

    def near(self, text: str) -> list[str]:
        """Up to two names of the user's language that look like the text."""
        close = difflib.get_close_matches(normal(text)[:80], list(self._shown), n=_MOST_NEAR, cutoff=0.5)
        return [self._shown[one] for one in close]

    @cached_property
    def lexicon(self) -> Lexicon:
        """How words are understood."""
        return Lexicon(self.criteria)

    @cached_property
    def _namespaces(self) -> dict[str, dict[str, str]]:
        mine = {normal(self.words.text("judgement.decision.name")): MINE}
        return {
            "axis": self.lexicon.axes,
            "word": {text: meaning.id for text, meaning in self.lexicon.words.items()},
            "stop": _by_themselves(kind.id for kind in self.criteria.stops),
            "why": mine | self.lexicon.whys,
            "verdict": self.lexicon.verdicts,
            "step": _by_themselves(step.id for step in self.criteria.steps),
            "diagnostic": _by_themselves(SEVERITIES),
        }

    @cached_property
    def _shown(self) -> dict[str, str]:
        """The names in the user's language, by the form in which they are compared."""
        criteria = self.criteria
        named = labels(criteria) | {axis.id: axis.name for axis in criteria.axes}
        texts = [text for pair in (named | dict(criteria.whys) | dict(criteria.verdicts)).items() for text in pair]
        alone = [*(kind.id for kind in criteria.stops), *(step.id for step in criteria.steps), *SEVERITIES]
        return _by_themselves([*texts, *alone])


def _by_themselves(names: Iterable[str]) -> dict[str, str]:
    return {normal(name): name for name in names}
