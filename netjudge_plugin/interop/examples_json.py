"""What came of the examples of a criteria file, as JSON, format 1; for programs that watch over an edit.

The report is `{"format": 1, "criteria", "examples", "diagnostics"}`, keys in this order:

    criteria      name, digest: which criteria were tried
    examples[]    in the order of the file
      example, path, line, column   its title and where that stands
      as_written    whether everything came out as it is written
      verdict, why, step            what came out, as ids (`step` is null if no step was true)
      differences[]   what, axis (null but for a sign), wanted, found (null where there is none)
    diagnostics[]   what is wrong in the file, as in a judgement's report
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netjudge_plugin.interop.judgement_json import FORMAT, findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.examples import Outcome


def report(
    criteria: Criteria,
    outcomes: Iterable[Outcome],
    diagnostics: Iterable[Diagnostic],
    message: Callable[[Diagnostic], str],
) -> dict[str, Any]:
    """The whole report; `message` words a diagnostic."""
    return {
        "format": FORMAT,
        "criteria": {"name": criteria.name, "digest": criteria.digest},
        "examples": [_example(outcome) for outcome in outcomes],
        "diagnostics": findings(diagnostics, message),
    }


def _example(outcome: Outcome) -> dict[str, Any]:
    example, judgement = outcome.example, outcome.judgement
    return {
        "example": example.title,
        "path": example.place.path,
        "line": example.place.line,
        "column": example.place.column,
        "as_written": not outcome.differences,
        "verdict": judgement.verdict,
        "why": judgement.why,
        "step": judgement.computed.step,
        "differences": [
            {"what": one.what, "axis": one.axis or None, "wanted": one.wanted, "found": one.found or None}
            for one in outcome.differences
        ],
    }
