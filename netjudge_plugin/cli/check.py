"""`check`: all that is wrong with the journal and the criteria, in one run, at its place, with how to mend it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.source import Asked, look, which_journal
from netjudge_plugin.cli.wording import Command
from netjudge_plugin.interop import judgement_json
from netjudge_plugin.model.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Diagnostic

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


@click.command("check", cls=Command)
@click.option("--strict", is_flag=True)
@which_journal
@click.option("--json", "as_json", is_flag=True)
def check(*, strict: bool, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.check`."""
    looked = look(asked)
    found = looked.outlook.diagnostics
    if as_json:
        findings = judgement_json.findings(found, looked.message)
        say_exactly(judgement_json.written({"format": judgement_json.FORMAT, "diagnostics": findings}))
    else:
        say(report(found, looked.words))
    counts = Counter(one.severity for one in found)
    return ERRORS if counts[Severity.ERROR] or (strict and counts[Severity.WARNING]) else FINE


def report(found: Sequence[Diagnostic], words: Catalogue) -> str:
    """The findings under their severity, the gravest first, and a line that sums them up."""
    from netjudge_plugin import pipeline

    lines: list[str] = []
    counts: list[str] = []
    for severity, colour in _COLOURS.items():
        some = [one for one in found if one.severity is severity]
        if some:
            name = words.text(f"mkdocs.severity.{severity}")
            lines += [click.style(name, fg=colour, bold=True), *pipeline.messages(some, words), ""]
            counts.append(words.text(f"cli.check.{severity}", count=len(some)))
    return "\n".join([*lines, words.text("lists.between").join(counts) or words.text("cli.check.clean")])
