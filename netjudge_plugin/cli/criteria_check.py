"""`criteria check`: a file of criteria read to its end, with everything that is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import language, say
from netjudge_plugin.cli.criteria_file import criteria_named
from netjudge_plugin.cli.source import Asked, settings_of, which_journal
from netjudge_plugin.cli.wording import Command, words_now
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.reader.presets import criteria_source

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import SourceFile


@click.command("check", cls=Command)
@click.argument("file", required=False, metavar="[FILE]")
@which_journal
def check(file: str | None, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.criteria.check`."""
    from netjudge_plugin import pipeline

    source, found = _source(file, asked)
    if source is not None:
        found = (*found, *pipeline.parse_criteria(source)[1])
    say("\n".join(pipeline.messages(found, words_now())) or words_now().text("cli.check.clean"))
    return ERRORS if any(one.severity is Severity.ERROR for one in found) else FINE


def _source(file: str | None, asked: Asked) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    return criteria_source(settings_of(asked)) if file is None else criteria_named(file, language())
