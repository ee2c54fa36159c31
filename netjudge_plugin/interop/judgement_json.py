"""The judgement as JSON, format 1: an interface for other programs, so nothing in it may change its meaning.

A report is `{"format": 1, "today", "people", "diagnostics"}`, keys in this order, days as `YYYY-MM-DD`:

    people[]        all with a person file or an entry dated up to today, in order of id
      id, name      the id (which is also the address) and the name as written
      verdict       "contact", "defer" or "not_this_time": the one that holds
      why           the criteria's id of the why; "decision" where a decision of one's own holds
      step          the id of the computed step; null if no step was true
      firm          whether no open question could change it; null for a deferral and for a decision of one's own
      axes          every axis in the order of the criteria: "ok", "no", "mixed" or "unknown"
      stops[]       the live stop signs: sign, kind, date
      revisit       null, or {"next_meeting": true, "date": the latest day for a fresh look}
      reason        null, or one's own words for a decision of one's own
      computed      null, or for a decision of one's own what the steps say: {"verdict", "why"}
      criteria      which criteria judged: {"name", "digest": 12 hex digits that change with their text}
      counterfactual  null where the steps say contact; else the fewest further facts that lead to it: {"cost", "sets",
                    "by_me", "from"}. A set is a list of {"kind", "axis", "count", "words"}, and `cost` the sum of the
                    counts of each (null, with no sets, for more than six). Kinds: "good" (`count` good facts on
                    `axis`), "clear" (the same, one of them a word of `words`), "release" (of the sign in `words`,
                    `axis` null). `by_me`: only a release ends it. `from`: null, or the first day on which it is
                    contact without any further fact (where only the timing stands in the way)
      next[]        what to learn next, at most three: axis, ask (the criteria's own questions), unsure (marked so)
      observations[]  the live ones in order of date: date, word, axis, polarity ("+" or "-"), path, line
    diagnostics[]   what is wrong in the files: path, line, column, name, severity, message

`axes`, `stops`, `step`, `counterfactual`, `next` and `observations` are about what the steps say also where a decision
of one's own holds. The `word` of an observation is the id of a word of the criteria, or for a mark on an axis one's own
words (perhaps none); a fact derived from the records has neither path nor line (both null). Only `message`, `criteria`
(a preset has a file for each language) and `ask` depend on the language.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.judgement import Judged, Observation
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.whatif import Counterfactual, Further

FORMAT = 1


def report(
    outlook: Outlook, message: Callable[[Diagnostic], str], *, only: Container[str] | None = None
) -> dict[str, Any]:
    """The whole report; `only` are the ids of the people wanted, `message` words a diagnostic."""
    people = [person for person in outlook.people if only is None or person.id in only]
    return {
        "format": FORMAT,
        "today": outlook.today.isoformat(),
        "people": [_person(person, outlook.judged[person.id]) for person in people],
        "diagnostics": findings(outlook.diagnostics, message),
    }


def findings(diagnostics: Iterable[Diagnostic], message: Callable[[Diagnostic], str]) -> list[dict[str, Any]]:
    """The diagnostics of a report."""
    return [
        {
            "path": found.place.path,
            "line": found.place.line,
            "column": found.place.column,
            "name": found.name,
            "severity": found.severity.value,
            "message": message(found),
        }
        for found in diagnostics
    ]


def written(value: object) -> str:
    """The JSON text of a report: readable, and the same for the same report."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _person(person: Person, judged: Judged) -> dict[str, Any]:
    now = judged.now
    return {
        "id": person.id,
        "name": person.name,
        "verdict": now.verdict,
        "why": now.why,
        "step": now.computed.step,
        "firm": now.firm,
        "axes": {axis: state.value for axis, state in now.axes.items()},
        "stops": [{"sign": stop.sign, "kind": stop.kind, "date": stop.date.isoformat()} for stop in now.facts.stops],
        "revisit": {"next_meeting": True, "date": now.revisit.isoformat()} if now.revisit else None,
        "reason": now.override.reason if now.override else None,
        "computed": {"verdict": now.computed.verdict, "why": now.computed.why} if now.override else None,
        "criteria": {"name": now.made_by.name, "digest": now.made_by.digest},
        "counterfactual": _counterfactual(judged.whatif.counterfactual),
        "next": [{"axis": q.axis, "ask": list(q.asks), "unsure": q.unsure} for q in judged.whatif.next],
        "observations": [_observation(fact) for fact in now.facts.observations],
    }


def _counterfactual(found: Counterfactual | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "cost": found.cost,
        "sets": [[_further(further) for further in one] for one in found.sets],
        "by_me": found.by_me,
        "from": found.from_date.isoformat() if found.from_date else None,
    }


def _further(further: Further) -> dict[str, Any]:
    return {
        "kind": further.kind,
        "axis": further.axis or None,
        "count": further.count,
        "words": list(further.words),
    }


def _observation(fact: Observation) -> dict[str, Any]:
    return {
        "date": fact.date.isoformat(),
        "word": fact.word,
        "axis": fact.axis,
        "polarity": fact.sign,
        "path": fact.place.path if fact.place else None,
        "line": fact.place.line if fact.place else None,
    }
