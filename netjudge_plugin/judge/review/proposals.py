"""Proposals: at most three changes to the criteria under which they would have said more often what I decided.

What a handful of decisions can show is little, so the search is plain. A change counts only by the choice to contact or
not; it must meet two more of my decisions than the criteria without it, so that it still is an improvement whichever
one of them is left out: a single decision may be an exception, and exceptions are what decisions are for. Of those that
meet most, the simplest is taken. Each proposal builds on those before it, and none is ever applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.judge.proof.check import prove
from netjudge_plugin.judge.review.candidates import candidates
from netjudge_plugin.judge.review.edits import applied, lines
from netjudge_plugin.judge.review.trial import Case, Court
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.review import Proposal, Turned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netjudge_plugin.judge.review.trial import Trial
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Judged
    from netjudge_plugin.model.review import Edit, OwnDecision

#: So many decisions of my own are needed before anything is proposed, and so many proposals are made at most.
NEEDED = 5
MOST = 3
#: A change is proposed if it meets so many more of my decisions.
SUPPORT = 2


def propose(
    decisions: Sequence[OwnDecision], judged: Mapping[str, Judged], criteria: Criteria, *, support: int = SUPPORT
) -> tuple[Proposal, ...]:
    """The proposals that the decisions support; `judged` are all people as judged by the criteria today."""
    search = _Search(Court(criteria), tuple(_Choice.of(decision) for decision in decisions), support)
    found: list[Proposal] = []
    now = search.court.trial(criteria)
    while len(decisions) >= NEEDED and len(found) < MOST:
        change = search.best(now)
        if change is None:
            break
        changed = search.court.trial(applied(now.criteria, change))
        found.append(search.proposal(change, now, changed, judged))
        now = changed
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Choice:
    """One decision of mine: the case, and whether I chose to contact."""

    decision: OwnDecision
    case: Case
    contact: bool

    @classmethod
    def of(cls, decision: OwnDecision) -> _Choice:
        return cls(decision, Case.of(decision.judgement), decision.judgement.verdict == "contact")


@dataclass(frozen=True, slots=True)
class _Search:
    """What is tried, against which decisions, and how many more of them a change must meet."""

    court: Court
    choices: tuple[_Choice, ...]
    support: int

    def met(self, trial: Trial) -> int:
        """In how many of my decisions these criteria make my choice."""
        return sum(self.meets(trial, choice) for choice in self.choices)

    def meets(self, trial: Trial, choice: _Choice) -> bool:
        """Whether these criteria make my choice."""
        return (self.court.verdict(trial, choice.case) == "contact") is choice.contact

    def best(self, now: Trial) -> tuple[Edit, ...] | None:
        """The sound change that meets most decisions, from the first ring of candidates in which one meets enough."""
        enough = self.met(now) + self.support
        if enough > len(self.choices):
            return None
        rings = candidates(now.criteria, self._noted(now))
        return next(filter(None, (self._best_of(ring, now, enough) for ring in rings)), None)

    def _best_of(self, ring: tuple[tuple[Edit, ...], ...], now: Trial, enough: int) -> tuple[Edit, ...] | None:
        tried = [(change, applied(now.criteria, change)) for change in ring]
        results = [(self.met(self.court.trial(criteria)), change, criteria) for change, criteria in tried]
        supported = [result for result in results if result[0] >= enough]
        supported.sort(key=lambda result: -result[0])  # a stable sort: the simplest stays first
        known = _errors(now.criteria) if supported else set()
        return next((change for _, change, criteria in supported if _errors(criteria) <= known), None)

    def _noted(self, now: Trial) -> frozenset[str]:
        """The axes that were ○ at some decision."""
        states = [self.court.states(now, choice.case) for choice in self.choices]
        found = {place for seen in states for place, state in enumerate(seen) if state is AxisState.OK}
        return frozenset(axis.id for place, axis in enumerate(now.criteria.axes) if place in found)

    def proposal(self, change: tuple[Edit, ...], now: Trial, changed: Trial, judged: Mapping[str, Judged]) -> Proposal:
        """A change with what it would have changed."""
        cases = ((who, Case.of(found.now)) for who, found in judged.items() if found.now.override is None)
        verdicts = ((who, self.court.verdict(now, case), self.court.verdict(changed, case)) for who, case in cases)
        return Proposal(
            edits=change,
            lines=tuple(lines(now.criteria, edit) for edit in change),
            decisions=len(self.choices),
            met_before=self.met(now),
            met_after=self.met(changed),
            newly=tuple(c.decision for c in self.choices if self.meets(changed, c) and not self.meets(now, c)),
            turned=tuple(Turned(who, before, after) for who, before, after in verdicts if before != after),
            criteria=changed.criteria,
        )


def _errors(criteria: Criteria) -> set[str]:
    """What the proof of the criteria finds wrong with them: a sound change adds nothing to it."""
    return {finding.name for finding in prove(criteria).findings if finding.severity is Severity.ERROR}
