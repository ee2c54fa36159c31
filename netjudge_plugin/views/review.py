"""Looking back: my choices beside the criteria's, what came of them, and changes to think about.

Plain counts of meetings, in the order of the criteria; nobody is rated, and nothing here is a forecast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.locale import proposals
from netjudge_plugin.views import render

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.judgement import AxisState
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.review import AfterState, Counts, Lines, OwnDecision, Proposal
    from netjudge_plugin.views.lookup import Lookup, Name

URI = "review"
STYLE = "assets/netjudge-review.css"
ASSETS: Mapping[str, tuple[str, ...]] = {STYLE: (STYLE,)}
#: More names than that are not looked over.
MOST = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what is counted (of a verdict also the why), and the counts."""

    title: str
    why: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Difference:
    """A decision in which I and the criteria chose differently."""

    who: Name
    date: datetime.date
    mine: str
    theirs: str
    reason: str


@dataclass(frozen=True, slots=True)
class AxisRows:
    """One question, and what came of the first meetings by its answer then."""

    name: str
    states: tuple[tuple[AxisState, str], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose verdict would become another one; `more` are those beyond the names."""

    before: str
    after: str
    names: tuple[Name, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Edited:
    """Lines of the criteria as they are and as they would be; `instead` tells what to do where nothing is written."""

    where: str
    before: str
    after: str
    instead: str


@dataclass(frozen=True, slots=True)
class Idea:
    """A proposal in words: what it is, how many decisions it meets, whose verdict it would change, what to edit."""

    id: str
    title: str
    sentences: tuple[str, ...]
    met: str
    newly: tuple[Difference, ...]
    turned: tuple[Turn, ...]
    lines: tuple[Edited, ...]


def review(look: Lookup) -> Page:
    """The page on which I look back."""
    found = look.outlook.review
    by_choice = [Row(_text(f"choice.{row.key}", look), "", row.counts) for row in found.by_choice]
    by_why = [Row(look.verdict(row.verdict), look.why(row.why), row.counts) for row in found.by_why]
    met = sum(row.counts.cases for row in by_why)
    return render.page(
        "review.html",
        look.here(URI),
        look.catalogue,
        _text("title", look),
        style=STYLE,
        warnings=look.warnings,
        empty=not found.decisions and not met,
        count=len(found.decisions),
        agreed=found.agreed,
        by_choice=by_choice,
        differences=[_difference(decision, look) for decision in reversed(found.differing[-MOST:])],
        more=max(len(found.differing) - MOST, 0),
        met=met,
        by_why=by_why,
        by_axis=tuple(_by_axis(found.by_axis, look)),
        few=found.few,
        proposals=tuple(_idea(number, proposal, look) for number, proposal in enumerate(found.proposals, start=1)),
        without=_text(f"proposals.{found.silence}", look, needed=found.needed, count=len(found.decisions)),
        preset="" if look.outlook.criteria.own else look.outlook.criteria.source,
    )


def _text(key: str, look: Lookup, **facts: object) -> str:
    return look.catalogue.text(f"review.{key}", **facts)


def _difference(decision: OwnDecision, look: Lookup) -> Difference:
    judgement = decision.judgement
    return Difference(
        who=look.name(look.people[decision.person_id]),
        date=decision.date,
        mine=look.verdict(judgement.verdict),
        theirs=look.told_as_computed(judgement),
        reason=decision.reason,
    )


def _by_axis(rows: Iterable[AfterState], look: Lookup) -> Iterator[AxisRows]:
    by_axis: dict[str, list[AfterState]] = {}
    for row in rows:
        by_axis.setdefault(row.axis, []).append(row)
    for axis, some in by_axis.items():
        states = tuple((row.state, _met_again(row.counts, look)) for row in some)
        yield AxisRows(look.words.axes[axis].name, states)


def _met_again(counts: Counts, look: Lookup) -> str:
    return _text("axes.line", look, count=counts.cases, met=counts.met_again)


def _idea(number: int, proposal: Proposal, look: Lookup) -> Idea:
    key = "proposals.number" if number == 1 else "proposals.number_on"
    facts = {"count": proposal.decisions, "before": proposal.met_before, "after": proposal.met_after}
    return Idea(
        id=f"proposal-{number}",
        title=_text(key, look, number=number, before=number - 1),
        sentences=tuple(proposals.told(edit, look.outlook.criteria, look.catalogue) for edit in proposal.edits),
        met=_text("proposals.met", look, **facts),
        newly=tuple(_difference(decision, look) for decision in proposal.newly[:MOST]),
        turned=tuple(_turns(proposal, look)),
        lines=tuple(_edited(lines, look) for lines in proposal.lines),
    )


def _turns(proposal: Proposal, look: Lookup) -> Iterator[Turn]:
    """Those whose verdict would change, together with whom it would change alike."""
    alike: dict[tuple[str, str], list[Name]] = {}
    for turned in proposal.turned:
        alike.setdefault((turned.before, turned.after), []).append(look.name(look.people[turned.person_id]))
    for (before, after), names in alike.items():
        more = max(len(names) - MOST, 0)
        yield Turn(look.verdict(before), look.verdict(after), tuple(names[:MOST]), more)


def _edited(lines: Lines, look: Lookup) -> Edited:
    instead = proposals.instead(lines, look.catalogue)
    return Edited(
        where=proposals.where(lines, look.outlook.criteria, look.catalogue),
        before="\n".join(lines.before) or _text("proposals.add", look),
        after="" if instead else "\n".join(lines.after),
        instead=instead,
    )
