"""`criteria check`: a file of criteria read to its end and proved in every state: what was found, or what holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.check import report
from netjudge_plugin.cli.console import language, say, say_exactly
from netjudge_plugin.cli.criteria_file import criteria_named
from netjudge_plugin.cli.source import Asked, settings_of, which_journal
from netjudge_plugin.cli.wording import Command, Problem, words_now
from netjudge_plugin.interop import judgement_json
from netjudge_plugin.judge.proof.check import RULES
from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.diagnostics import Diagnostic, Place, Severity, in_order
from netjudge_plugin.reader import presets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.judge.proof.check import Proof
    from netjudge_plugin.model.criteria import Criteria


@dataclass(frozen=True, slots=True)
class _Examined:
    """What became of a file: the slips for which it could not be read, or the criteria with their proof."""

    words: Catalogue
    slips: tuple[Diagnostic, ...]
    proved: tuple[Criteria, Proof] | None

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong, in order of place."""
        return in_order((*self.slips, *(self.proved[1].findings if self.proved else ())))

    @property
    def fine(self) -> bool:
        """Whether there is no error."""
        return all(one.severity is not Severity.ERROR for one in self.found)


@click.command("check", cls=Command)
@click.argument("file", required=False, metavar="[FILE]")
@which_journal
@click.option("--json", "as_json", is_flag=True)
def check(file: str | None, *, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.criteria.check`."""
    if file is not None and any(value is not None for value in asked.values()):
        raise Problem(words_now().text("proof.both"))
    examined = _of_journal(asked) if file is None else _of_file(file)
    if as_json:
        said = judgement_json.findings(examined.found, lambda one: " / ".join(message(one, examined.words)))
        states = examined.proved[1].states if examined.proved else None
        say_exactly(judgement_json.written({"format": judgement_json.FORMAT, "states": states, "diagnostics": said}))
    else:
        say("\n".join(_told(examined)))
    return FINE if examined.fine else ERRORS


def _of_file(file: str) -> _Examined:
    from netjudge_plugin import in_force

    source, problems = criteria_named(file, language())
    criteria, slips = in_force.parse_criteria(source) if source else (None, ())
    return _examined(criteria, (*problems, *slips), language())


def _of_journal(asked: Asked) -> _Examined:
    from netjudge_plugin import in_force

    settings = settings_of(asked)
    if presets.criteria_file(settings) is None and settings.criteria is None and not settings.journal_dir.is_dir():
        missing = Diagnostic(Place(settings.journal_shown), "journal-missing")
        return _examined(None, (missing,), settings.language)
    criteria, slips = in_force.read_criteria(settings)
    return _examined(None if slips else criteria, slips, settings.language)


def _examined(criteria: Criteria | None, slips: tuple[Diagnostic, ...], speaking: str) -> _Examined:
    from netjudge_plugin import in_force

    proved = (criteria, in_force.proof(criteria, speaking)) if criteria else None
    return _Examined(catalogue(speaking), slips, proved)


def _told(examined: _Examined) -> Iterator[str]:
    """What was found; then, of criteria that could be read, how many states were looked at and what holds in them."""
    words, found = examined.words, examined.found
    if found:
        yield report(found, words)
    if examined.proved is None:
        return
    criteria, proof = examined.proved
    yield from [""] if found else []
    yield words.text("proof.of", name=criteria.name, source=criteria.source)
    yield words.text("proof.states" if found else "proof.sound", states=f"{proof.states:,}")
    if examined.fine:
        labels = {"yes": criteria.verdicts["contact"], "no": criteria.verdicts["not_this_time"]}
        wrong = {one.name for one in found}
        yield from (words.text(f"proof.holds.{rule}", **labels) for rule in RULES if rule not in wrong)
