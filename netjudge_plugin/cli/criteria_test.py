"""`criteria test`: the examples kept beside the criteria, and each that does not come out as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.criteria_file import criteria_named
from netjudge_plugin.cli.examples_file import examples_named, told_apart
from netjudge_plugin.cli.source import Asked, settings_of, settings_or_shipped, which_journal
from netjudge_plugin.cli.wording import Command
from netjudge_plugin.interop import examples_json
from netjudge_plugin.interop.judgement_json import written
from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.locale.messages import message
from netjudge_plugin.reader.presets import criteria_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.examples import Difference, Outcome
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.views.sentences import Sentences


@dataclass(frozen=True, slots=True)
class _Tried:
    """The examples with what came out, and everything in their file that could not be understood."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def off(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.differences]


@click.command("test", cls=Command)
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--examples", metavar="FILE")
@which_journal
@click.option("--json", "as_json", is_flag=True)
def test(file: str | None, *, examples: str | None, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.criteria.test`."""
    from netjudge_plugin import in_force, pipeline

    file, examples = told_apart(file, examples)
    spoken = (settings_of if file is None else settings_or_shipped)(asked).language
    words = catalogue(spoken)
    (rules, unusable), (source, unread) = _criteria(file, spoken, asked), examples_named(examples, file, asked, words)
    if rules is None or source is None:
        say("\n".join(pipeline.messages((*unusable, *unread), words)), to_stderr=True)
        return ERRORS
    criteria = in_force.shown_in(rules, spoken)
    tried = _try(source, criteria)
    if as_json:
        told = examples_json.report(
            criteria, tried.outcomes, tried.problems, lambda one: " / ".join(message(one, words))
        )
        say_exactly(written(told))
    else:
        say("\n".join(_report(tried, criteria, words)))
    return ERRORS if tried.off or tried.problems else FINE


def _criteria(file: str | None, spoken: str, asked: Asked) -> tuple[Criteria | None, tuple[Diagnostic, ...]]:
    from netjudge_plugin import in_force

    source, unread = criteria_source(settings_of(asked)) if file is None else criteria_named(file, spoken)
    found, problems = in_force.parse_criteria(source) if source else (None, ())
    return found, (*unread, *problems)


def _try(source: SourceFile, criteria: Criteria) -> _Tried:
    from netjudge_plugin import in_force
    from netjudge_plugin.judge import examples
    from netjudge_plugin.judge.rules import Rules

    found, problems = in_force.read_examples(source)
    rules = Rules.of(criteria)
    ran = [examples.run(example, rules) for example in found]
    unclear = (problem for _, problems in ran for problem in problems)
    return _Tried(tuple(outcome for outcome, _ in ran), (*problems, *unclear))


def _report(tried: _Tried, criteria: Criteria, words: Catalogue) -> Iterator[str]:
    """What could not be read, then every example that came out otherwise, and a line that sums them up."""
    from netjudge_plugin import pipeline
    from netjudge_plugin.views.sentences import Sentences

    told = Sentences(criteria, words)
    if tried.problems:
        yield from pipeline.messages(tried.problems, words)
        yield ""
    for outcome in tried.off:
        yield f"{outcome.example.place}: {click.style(outcome.example.title, bold=True)}"
        yield from (f"  {_difference(one, criteria, words)}" for one in outcome.differences)
        yield "  " + words.text("examples.step", step=_step(outcome, told))
        yield ""
    yield _summary(len(tried.outcomes), tried.off, words)


def _summary(count: int, off: Sequence[Outcome], words: Catalogue) -> str:
    if not count:
        return words.text("examples.none")
    return words.text("examples.some" if off else "examples.all", count=count, fine=count - len(off))


def _step(outcome: Outcome, told: Sentences) -> str:
    """The step that decided, in words."""
    computed = outcome.judgement.computed
    steps = [step for step in told.criteria.steps if step.id == computed.step]
    return told.step(steps[0]).striptags() if steps else told.decided(computed)


def _difference(one: Difference, criteria: Criteria, words: Catalogue) -> str:
    wanted, found = (_label(one.what, value, criteria, words) for value in (one.wanted, one.found))
    axis = next((axis.name for axis in criteria.axes if axis.id == one.axis), "")
    return words.text(
        "examples.differs", what=words.text(f"examples.what.{one.what}", axis=axis), wanted=wanted, found=found
    )


def _label(what: str, value: str, criteria: Criteria, words: Catalogue) -> str:
    """An id in the user's words."""
    if not value:
        return words.text("examples.nothing")
    if what == "firm":
        return words.text(f"judgement.firm.{value}")
    if what.endswith("why"):
        return words.text("judgement.decision.name") if value == "decision" else criteria.whys[value]
    return criteria.verdicts[value] if what.endswith("verdict") else value
