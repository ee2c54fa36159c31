"""Which journal, which criteria, which day: the options that commands share, turned into settings.

With `--journal` nothing else is read, so that a folder can be judged wherever it lies; without it mkdocs.yml says
everything that it says to the plugin.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from netjudge_plugin.cli.console import language
from netjudge_plugin.cli.wording import Problem, words_now
from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.reader.dates import DateError, read_date
from netjudge_plugin.reader.presets import PRESETS
from netjudge_plugin.settings import LANGUAGES, LATEST_EVENT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.outlook import Outlook

F = TypeVar("F", bound="Callable[..., object]")

TODAY = "today"
#: What the host reads where no other file is named.
MKDOCS_FILE = "mkdocs.yml"


class Asked(TypedDict, total=False):
    """What the shared options say; a command has some or all of them."""

    config_file: str | None
    journal: str | None
    criteria: str | None
    today: datetime.date | str | None


@dataclass(frozen=True, slots=True)
class Looked:
    """A journal that was looked at: all that was judged, and the catalogue to speak of it.

    `causes` are the errors for which nothing could be judged: the folder is missing, or the criteria cannot be used.
    """

    outlook: Outlook
    words: Catalogue
    causes: tuple[Diagnostic, ...]

    def message(self, found: Diagnostic) -> str:
        """What is wrong and how to mend it, on one line."""
        return " / ".join(filter(None, message(found, self.words)))


def clock() -> datetime.date:
    """The date on the user's calendar: the only place of the command line that asks for it."""
    return datetime.datetime.now().astimezone().date()


def read_day(context: click.Context, option: click.Parameter, value: str | None) -> datetime.date | str | None:
    """A date in any form that the journal knows, `today`, or where it is allowed `latest_event`."""
    if value is None:
        return None
    if value.strip() == TODAY:
        return clock()
    words, last = words_now(), isinstance(option, click.Option) and option.name == "today"
    if last and value.strip() == LATEST_EVENT:
        return LATEST_EVENT
    try:
        return read_date(value)
    except DateError as error:
        key = "latest" if last else "date"
        hint = words.text("cli.day.hint", hint=error.hint) if error.hint else ""
        raise click.BadParameter(words.text(f"cli.day.{key}") + hint, context, option) from None


def read_language(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """One of the languages."""
    if value is not None and value not in LANGUAGES:
        raise click.BadParameter(words_now().text("cli.source.language"), context, option)
    return value


_CONFIG_FILE = click.option("-f", "--config-file", metavar="FILE")
_JOURNAL = click.option("--journal", metavar="DIR")
_CRITERIA = click.option("--criteria", metavar="FILE")
_TODAY = click.option("--today", metavar="DATE", callback=read_day)


def which_journal(command: F) -> F:
    """The options that say where the journal is."""
    return _CONFIG_FILE(_JOURNAL(command))


def which_judgement(command: F) -> F:
    """The options that say what is judged, by which criteria and as of which day."""
    return which_journal(_CRITERIA(_TODAY(command)))


def which_criteria(command: F) -> F:
    """The options that say where the journal is, and by which criteria it is judged."""
    return which_journal(_CRITERIA(command))


def is_journal_meant(asked: Asked) -> bool:
    """Whether a journal is named, or there is one here."""
    return bool(asked.get("config_file") or asked.get("journal")) or Path(MKDOCS_FILE).exists()


def settings_or_shipped(asked: Asked) -> Settings:
    """The settings that the options ask for; where no journal is meant, those of the shipped criteria."""
    if is_journal_meant(asked):
        return settings_of(asked)
    return settings_of({"journal": ".", "criteria": asked.get("criteria") or PRESETS[0]})


def settings_of(asked: Asked) -> Settings:
    """The settings that the options ask for; raises Problem if they or mkdocs.yml cannot be used."""
    config_file, folder = asked.get("config_file"), asked.get("journal")
    if folder is not None and config_file is not None:
        raise Problem(words_now().text("cli.source.both"))
    settings = _of_folder(folder) if folder is not None else _of_file(config_file)
    criteria, today = asked.get("criteria"), asked.get("today")
    if criteria is not None:
        if criteria not in PRESETS and not Path(criteria).is_file():
            names = ", ".join(PRESETS)
            raise Problem(catalogue(settings.language).text("cli.source.criteria", file=criteria, names=names))
        settings = replace(settings, criteria=criteria, root=Path())
    return settings if today is None else replace(settings, today=today)


def look(asked: Asked) -> Looked:
    """Read and judge the journal that the options ask for."""
    from netjudge_plugin import in_force, pipeline

    settings = settings_of(asked)
    outlook, _ = pipeline.look(settings)
    _, unruly = in_force.read_criteria(settings)
    missing = [found for found in outlook.diagnostics if found.name == "journal-missing"]
    causes = (*missing, *(found for found in unruly if found.severity is Severity.ERROR))
    if asked.get("journal") is not None:
        outlook = replace(outlook, diagnostics=tuple(d for d in outlook.diagnostics if d.name != "missing-purpose"))
    return Looked(outlook, catalogue(settings.language, era=settings.era), causes)


def _of_folder(folder: str) -> Settings:
    path = Path(folder)
    now = clock()
    return Settings(journal_dir=path, today=now, clock=now, journal_shown=path.as_posix(), language=language())


def _of_file(config_file: str | None) -> Settings:
    from netjudge_plugin.mkdocs.loading import ConfigProblem
    from netjudge_plugin.mkdocs.options import settings_from_file

    try:
        return settings_from_file(Path(config_file) if config_file is not None else None, language())
    except ConfigProblem as problem:
        raise Problem(str(problem)) from None
