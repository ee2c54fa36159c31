"""Looking back as JSON, format 1: an interface for other programs, so nothing in it may change its meaning.

A report is `{"format": 1, "today", "decisions", "choices", "first_meetings", "axes", "needed", "proposals",
"diagnostics"}`, keys in this order, days as `YYYY-MM-DD`; counts are of cases up to today:

    decisions[]       my own decisions in order of (date, id)
      id, date        the person, and the day of the decision
      verdict         what I decided: "contact", "defer" or "not_this_time"
      computed        what the criteria said on that day: {"verdict", "why"}
      agrees          whether both chose to contact, or both not to
      wrote, answered, met_again   whether that happened after the decision
    choices[]         the decisions by the two choices that occurred
      mine, computed  whether I, and whether the criteria, chose to contact
      cases, wrote, answered, met_again   how many there are, and after how many of them that happened
    first_meetings[]  people of whom I noted no decision, by what the criteria said on the day of the first meeting
      verdict, why    the criteria's ids
      cases, wrote, answered, met_again   as above
    axes[]            the same people by the state of each axis on that day
      axis, state     the axis's id; "ok", "no", "mixed" or "unknown"
      cases, wrote, answered, met_again   as above
    needed            how many decisions are needed before anything is proposed
    proposals[]       changes to think about, at most three; each on top of those before it
      text[]          what it is, in words
      decisions, met_before, met_after   of so many decisions the criteria make my choice in so many, before and after
      turned[]        whose verdict today would change: id, before, after
      lines[]         what to edit: section, part, path, line, before[], after[], above
    diagnostics[]     what is wrong in the files, as in a report of judgements

In `lines`, `before` are the lines to take out and `after` those to write (above the step `above`, where it is one);
`path` and `line` tell where the axis or step begins (both null for shipped criteria). Only `text` and
`message` depend on the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netjudge_plugin.interop.judgement_json import findings
from netjudge_plugin.model.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.review import Counts, Edit, Lines, OwnDecision, Proposal

FORMAT = 1


def report(
    outlook: Outlook, told: Callable[[Edit], str], message: Callable[[Diagnostic], str], *, judged: bool = True
) -> dict[str, Any]:
    """The whole report; where nothing could be `judged`, it is empty. `told` words an edit, `message` a diagnostic."""
    found = outlook.review if judged else Review()
    return {
        "format": FORMAT,
        "today": outlook.today.isoformat(),
        "decisions": [_decision(decision) for decision in found.decisions],
        "choices": [{"mine": row.mine, "computed": row.theirs, **_counts(row.counts)} for row in found.by_choice],
        "first_meetings": [{"verdict": row.verdict, "why": row.why, **_counts(row.counts)} for row in found.by_why],
        "axes": [{"axis": row.axis, "state": row.state.value, **_counts(row.counts)} for row in found.by_axis],
        "needed": found.needed,
        "proposals": [_proposal(proposal, told, own=outlook.criteria.own) for proposal in found.proposals],
        "diagnostics": findings(outlook.diagnostics, message),
    }


def _decision(decision: OwnDecision) -> dict[str, Any]:
    computed = decision.judgement.computed
    return {
        "id": decision.person_id,
        "date": decision.date.isoformat(),
        "verdict": decision.judgement.verdict,
        "computed": {"verdict": computed.verdict, "why": computed.why},
        "agrees": decision.agrees,
        "wrote": decision.sequel.wrote,
        "answered": decision.sequel.answered,
        "met_again": decision.sequel.met_again,
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "cases": counts.cases,
        "wrote": counts.wrote,
        "answered": counts.answered,
        "met_again": counts.met_again,
    }


def _proposal(proposal: Proposal, told: Callable[[Edit], str], *, own: bool) -> dict[str, Any]:
    return {
        "text": [told(edit) for edit in proposal.edits],
        "decisions": proposal.decisions,
        "met_before": proposal.met_before,
        "met_after": proposal.met_after,
        "turned": [{"id": one.person_id, "before": one.before, "after": one.after} for one in proposal.turned],
        "lines": [_lines(lines, own=own) for lines in proposal.lines],
    }


def _lines(lines: Lines, *, own: bool) -> dict[str, Any]:
    place = lines.place if own else None
    return {
        "section": lines.section,
        "part": lines.part,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "before": list(lines.before),
        "after": list(lines.after),
        "above": lines.above or None,
    }
