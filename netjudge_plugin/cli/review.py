"""`review`: looking back in words, as the page does: my choices, what came of them, and changes to think about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.judge import mention_errors, say_why_not
from netjudge_plugin.cli.source import Asked, Looked, look, which_judgement
from netjudge_plugin.cli.who import told_apart
from netjudge_plugin.cli.wording import Command
from netjudge_plugin.interop import judgement_json, review_json
from netjudge_plugin.locale import proposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.judgement import AxisState
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.review import AfterState, Counts, Edit, Lines, OwnDecision, Proposal, Review


@click.command("review", cls=Command)
@which_judgement
@click.option("--json", "as_json", is_flag=True)
def review(*, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.review`."""
    looked = look(asked)
    judged, teller = not looked.causes, _Teller(looked)
    if as_json:
        report = review_json.report(looked.outlook, teller.told, looked.message, judged=judged)
        say_exactly(judgement_json.written(report))
    if not judged:
        say_why_not(looked)
        return ERRORS
    if not as_json:
        say("\n".join(teller.everything()))
        mention_errors(looked)
    return FINE


@dataclass(frozen=True)
class _Teller:
    """What was looked at, and the words to tell it."""

    looked: Looked

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.looked.outlook.people}

    def everything(self) -> Iterator[str]:
        """All of it, in the order of the page."""
        found = self.looked.outlook.review
        yield from self._headed("title")
        yield self._text("lead")
        yield from self._headed("own.title", space=True)
        yield from self._own(found)
        if found.by_why:
            yield from self._headed("first.title", space=True)
            yield self._text("first.lead", count=sum(row.counts.cases for row in found.by_why))
            for row in found.by_why:
                verdict, why = self._verdict(row.verdict), self._why(row.why)
                yield self._counted(self._text("first.verdict", verdict=verdict, why=why), row.counts, "people_number")
            if not found.decisions:
                yield self._text("counts.about")
            yield from self._headed("axes.title", space=True)
            yield from self._axes(found.by_axis)
        if found.few:
            yield self._text("few")
        yield from self._headed("foretells.title", space=True)
        yield self._text("foretells.text")
        yield from self._headed("proposals.title", space=True)
        yield from self._proposals(found)

    def told(self, edit: Edit) -> str:
        """An edit of the criteria in words."""
        return proposals.told(edit, self.looked.outlook.criteria, self.looked.words)

    def _own(self, found: Review) -> Iterator[str]:
        if not found.decisions:
            yield self._text("own.none")
            return
        yield self._text("own.agreed", count=len(found.decisions), agreed=found.agreed)
        for row in found.by_choice:
            yield self._counted(self._text(f"choice.{row.key}"), row.counts, "number")
        yield self._text("counts.about")
        yield self._text("own.about")
        if found.differing:
            yield self._text("own.differing")
            yield from (self._difference(decision) for decision in found.differing)

    def _difference(self, decision: OwnDecision) -> str:
        judgement = decision.judgement
        computed = self._text(
            "first.verdict", verdict=self._verdict(judgement.computed.verdict), why=self._why(judgement.computed.why)
        )
        said = self._text("own.difference", mine=self._verdict(judgement.verdict), theirs=computed)
        reason = f"\n    {self._text('own.reason')}: {decision.reason}" if decision.reason else ""
        return f"  {decision.date} {self._who(decision.person_id)}  {said}{reason}"

    def _axes(self, rows: Iterable[AfterState]) -> Iterator[str]:
        yield self._text("axes.lead")
        names = {axis.id: axis.name for axis in self.looked.outlook.criteria.axes}
        by_axis: dict[str, list[tuple[AxisState, Counts]]] = {}
        for row in rows:
            by_axis.setdefault(row.axis, []).append((row.state, row.counts))
        for axis, some in by_axis.items():
            yield f"  {names[axis]}"
            for state, counts in some:
                yield f"    {state.mark} {self._text('axes.line', count=counts.cases, met=counts.met_again)}"

    def _proposals(self, found: Review) -> Iterator[str]:
        if not found.proposals:
            yield self._text(f"proposals.{found.silence}", needed=found.needed, count=len(found.decisions))
            return
        yield self._text("proposals.lead")
        criteria = self.looked.outlook.criteria
        if not criteria.own:
            yield self._text("proposals.preset", name=criteria.source)
        for number, proposal in enumerate(found.proposals, start=1):
            yield ""
            yield from self._proposal(number, proposal)

    def _proposal(self, number: int, proposal: Proposal) -> Iterator[str]:
        key = "proposals.number" if number == 1 else "proposals.number_on"
        yield click.style(self._text(key, number=number, before=number - 1), bold=True)
        yield from (f"  {self.told(edit)}" for edit in proposal.edits)
        met = {"count": proposal.decisions, "before": proposal.met_before, "after": proposal.met_after}
        yield f"  {self._text('proposals.met', **met)}"
        yield f"  {self._text('proposals.newly')}"
        yield from (f"    {self._who(found.person_id)}  {found.reason}".rstrip() for found in proposal.newly)
        if proposal.turned:
            yield f"  {self._text('proposals.turned')}"
            for turned in proposal.turned:
                change = {"before": self._verdict(turned.before), "after": self._verdict(turned.after)}
                yield f"    {self._who(turned.person_id)}{self._text('proposals.turn', **change)}"
        else:
            yield f"  {self._text('proposals.turned_none')}"
        for lines in proposal.lines:
            yield from self._lines(lines)

    def _lines(self, lines: Lines) -> Iterator[str]:
        """The lines to edit: as they are, and as they would be."""
        words = self.looked.words
        yield f"  {proposals.where(lines, self.looked.outlook.criteria, words)}"
        instead = proposals.instead(lines, words)
        yield f"    {self._text('proposals.now')}:"
        yield from (f"      {line}" for line in lines.before or (self._text("proposals.add"),))
        yield f"    {self._text('proposals.then')}: {instead}".rstrip()
        yield from (f"      {line}" for line in ([] if instead else lines.after))

    def _counted(self, title: str, counts: Counts, number: str) -> str:
        cases = self._text(f"counts.{number}", count=counts.cases)
        facts = {"wrote": counts.wrote, "answered": counts.answered, "met_again": counts.met_again}
        return f"  {title}  {self._text('counts.in_words', cases=cases, **facts)}"

    def _headed(self, key: str, *, space: bool = False) -> Iterator[str]:
        if space:
            yield ""
        yield click.style(self._text(key), bold=True)

    def _who(self, person_id: str) -> str:
        return told_apart(self._people[person_id], self.looked)

    def _verdict(self, verdict: str) -> str:
        return self.looked.outlook.criteria.verdicts.get(verdict, verdict)

    def _why(self, why: str) -> str:
        return self.looked.outlook.criteria.whys.get(why, why)

    def _text(self, key: str, **facts: object) -> str:
        return self.looked.words.text(f"review.{key}", **facts)
