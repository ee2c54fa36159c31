"""Examples judged like anybody else, and what came out held against what is written.

An example says what the criteria are meant to do. While it comes out as written, an edit has not changed that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.records import gather
from netjudge_plugin.model.examples import Difference, Outcome
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.judge.rules import Rules
    from netjudge_plugin.judge.words import Lexicon
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.examples import Example, Wanted
    from netjudge_plugin.model.journal import Impression, Word
    from netjudge_plugin.model.judgement import Judgement

#: What the polarities of a mark make of an axis.
_STATES = {(): AxisState.UNKNOWN, (1,): AxisState.OK, (-1,): AxisState.NO, (-1, 1): AxisState.MIXED}
_YES = {True: "yes", False: "no", None: ""}


def run(example: Example, rules: Rules) -> tuple[Outcome, tuple[Diagnostic, ...]]:
    """The example's judgement with all that differs from what is written, and every word that is not understood."""
    records, problems = gather(example.person, rules.lexicon, example.as_of)
    judgement = judge(records, rules.steps, example.as_of)
    expected, unclear = _understood(example.wanted, rules.lexicon)
    states, more = _states(example.wanted.signs, rules.lexicon)
    differences = (
        *(Difference(what, wanted, found) for what, wanted, found in _compared(expected, judgement)),
        *(Difference("sign", state.mark, judgement.axes[axis].mark, axis) for axis, state in _off(states, judgement)),
    )
    return Outcome(example, judgement, differences), (*problems, *unclear, *more)


def _understood(wanted: Wanted, lexicon: Lexicon) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """What is asked for, as ids; what cannot be understood is left out."""
    problems: list[Diagnostic] = []
    asked = {"step": wanted.step or "", "firm": _YES[wanted.firm]}
    asked["revisit"] = wanted.revisit.isoformat() if wanted.revisit else ""
    for what in ("verdict", "why", "computed_verdict", "computed_why"):
        word: Word | None = getattr(wanted, what)
        if word is not None:
            found, unclear = lexicon.why(word) if what.endswith("why") else lexicon.verdict(word)
            problems += unclear
            asked[what] = found or ""
    return {what: said for what, said in asked.items() if said}, tuple(problems)


def _compared(expected: Mapping[str, str], judgement: Judgement) -> Iterator[tuple[str, str, str]]:
    computed = judgement.computed
    found = {
        "verdict": judgement.verdict,
        "why": judgement.why,
        "step": computed.step or "",
        "firm": _YES[judgement.firm],
        "revisit": judgement.revisit.isoformat() if judgement.revisit else "",
        "computed_verdict": computed.verdict,
        "computed_why": computed.why,
    }
    return ((what, expected[what], out) for what, out in found.items() if what in expected and expected[what] != out)


def _states(
    signs: Iterable[Impression] | None, lexicon: Lexicon
) -> tuple[dict[str, AxisState] | None, tuple[Diagnostic, ...]]:
    """The state that every axis must have; None where the example does not say."""
    if signs is None:
        return None, ()
    states = {axis.id: AxisState.UNKNOWN for axis in lexicon.criteria.axes}
    problems: list[Diagnostic] = []
    for sign in signs:
        meanings, unclear = lexicon.read(sign)
        problems += unclear
        for axis in {meaning.axis for meaning in meanings}:
            states[axis] = _STATES[tuple(sorted({meaning.polarity for meaning in meanings} - {0}))]
    return states, tuple(problems)


def _off(states: Mapping[str, AxisState] | None, judgement: Judgement) -> Iterator[tuple[str, AxisState]]:
    return ((axis, state) for axis, state in (states or {}).items() if judgement.axes[axis] is not state)
