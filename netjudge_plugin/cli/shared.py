"""What `share` and `team` have in common: for whom, in whose name, and when nothing may leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.source import settings_of
from netjudge_plugin.cli.wording import Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from netjudge_plugin.cli.source import Asked
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.team import Share
    from netjudge_plugin.settings import Settings


def given(asked: Asked, audience: str, member: str | None) -> Settings:
    """The settings of a journal that is to be shown to an audience, in the name of a member."""
    settings = settings_of(asked)
    name = (member if member is not None else settings.member).strip()
    if not name:
        raise Problem(catalogue(settings.language).text("cli.share.no-member"))
    return replace(settings, audience=audience, member=name)


def own_share(settings: Settings, words: Catalogue) -> Share | None:
    """What the journal shares; None if it has an error: what cannot be read may be what tells two people of
    one name apart.

    Errors and warnings are said.
    """
    from netjudge_plugin import pipeline

    found, problems = pipeline.share(settings)
    if not say_problems(problems, words):
        say(words.text("cli.share.refused"), to_stderr=True)
        return None
    return found


def say_problems(problems: Iterable[Diagnostic], words: Catalogue) -> bool:
    """Say errors and warnings; whether there was no error."""
    grave = [found for found in problems if found.severity is not Severity.NOTICE]
    if grave:
        say("\n".join(told(grave, words)), to_stderr=True)
    return not any(found.severity is Severity.ERROR for found in grave)


def told(problems: Iterable[Diagnostic], words: Catalogue) -> Iterator[str]:
    """Diagnostics, a line each."""
    from netjudge_plugin.pipeline import messages

    return messages(problems, words)


def parquet(shares: Iterable[Share], path: Path, words: Catalogue) -> None:
    """Write shares as a Parquet table; raises Problem where the engine is not installed."""
    try:
        from netjudge_plugin.interop import share_parquet
    except ImportError:
        raise Problem(words.text("cli.share.no-parquet")) from None
    share_parquet.write(shares, path)


def refuse_journal(path: Path, settings: Settings, words: Catalogue) -> None:
    """Raise Problem if a path lies in the journal, which is never written to, or is a folder around it."""
    journal, target = settings.journal_dir.resolve(), path.resolve()
    if target == journal or journal in target.parents or target in journal.parents:
        raise Problem(words.text("cli.share.in-journal", file=path))
