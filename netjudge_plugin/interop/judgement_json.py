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
      observations[]  the live ones in order of date: date, word, axis, polarity ("+" or "-"), path, line
    diagnostics[]   what is wrong in the files: path, line, column, name, severity, message

`axes`, `stops`, `step` and `observations` are the computed ones also where a decision of one's own holds. The `word` of
an observation is the id of a word of the criteria, or for a mark on an axis one's own words (perhaps none); a fact
derived from the records has neither path nor line (both null). Only `message` depends on the language.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.judgement import Judgement, Observation
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.people import Person

FORMAT = 1


def report(
    outlook: Outlook, message: Callable[[Diagnostic], str], *, only: Container[str] | None = None
) -> dict[str, Any]:
    """The whole report; `only` are the ids of the people wanted, `message` words a diagnostic."""
    people = [person for person in outlook.people if only is None or person.id in only]
    return {
        "format": FORMAT,
        "today": outlook.today.isoformat(),
        "people": [_person(person, outlook.judged[person.id].now) for person in people],
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


def _person(person: Person, now: Judgement) -> dict[str, Any]:
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
        "observations": [_observation(fact) for fact in now.facts.observations],
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
