"""`criteria keep`: the criteria in use, copied byte for byte under the day from which they are in force.

Like `init` and `new`, which with it are all that write into a journal, it only ever creates a file that was not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.source import Asked, clock, read_day, settings_of, which_journal
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.reader import kept
from netjudge_plugin.reader.presets import criteria_source

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.settings import Settings


@click.command("keep", cls=Command)
@click.option("--date", metavar="DATE", callback=read_day)
@which_journal
def keep(*, date: datetime.date | None, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.criteria.keep`."""
    from netjudge_plugin import in_force, pipeline

    settings = settings_of(asked)
    words, day = catalogue(settings.language), date or clock()
    if not settings.journal_dir.is_dir():
        raise Problem(words.text("cli.new.no-journal", folder=settings.journal_shown))
    source, problems = criteria_source(settings)
    found, more = in_force.parse_criteria(source) if source else (None, ())
    if source is None or found is None:  # what cannot be used now will not be of use later
        say("\n".join(pipeline.messages((*problems, *more), words)), to_stderr=True)
        return ERRORS
    then = _in_force(settings, day)
    if then is not None and then.data == source.data:
        say(words.text("changes.keep.same", file=then.path))
        return FINE
    say(words.text("changes.keep.done", file=_create(settings, day, source.data)))
    return FINE


def _in_force(settings: Settings, day: datetime.date) -> SourceFile | None:
    """The version that would be in force on that day without another."""
    versions, _ = kept.texts(settings)
    return next((source for since, source in reversed(versions) if since <= day), None)


def _create(settings: Settings, day: datetime.date, data: bytes) -> str:
    """Write the file, which was not there before, and return its name as shown."""
    path = kept.kept_file(settings, day)
    shown = f"{settings.journal_shown}/{kept.FOLDER}/{path.name}"
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Problem(catalogue(settings.language).text("changes.keep.taken", file=shown)) from None
    return shown
