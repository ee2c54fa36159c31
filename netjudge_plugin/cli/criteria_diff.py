"""`criteria diff`: whose verdict changes with other criteria, and by which step. It writes and prefers nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin import in_force
from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.criteria_file import criteria_named
from netjudge_plugin.cli.criteria_turns import told
from netjudge_plugin.cli.source import Asked, Looked, look, read_day, which_journal
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.judge.compare import compare, kept_on, last_decision
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.reader.dates import DateError, read_date
from netjudge_plugin.reader.presets import PRESETS

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Diagnostic

    Found = tuple[Criteria | None, tuple[Diagnostic, ...]]


@click.command("diff", cls=Command)
@click.argument("old", required=False, metavar="[OLD]")
@click.argument("new", required=False, metavar="[NEW]")
@which_journal
@click.option("--today", metavar="DATE", callback=read_day)
def diff(old: str | None, new: str | None, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.criteria.diff`."""
    from netjudge_plugin import pipeline

    looked = look(asked)
    missing = tuple(cause for cause in looked.causes if cause.name == "journal-missing")
    before, wrong = _of_last_decision(looked) if old is None else _named(old, looked)
    after, wrong_too = _in_use(looked) if new is None else _named(new, looked)
    if before is None or after is None or missing:
        say("\n".join(pipeline.messages((*missing, *wrong, *wrong_too), looked.words)), to_stderr=True)
        return ERRORS
    outlook = looked.outlook
    say("\n".join(told(compare(outlook.people, Rules.of(before), Rules.of(after), outlook.today), looked)))
    return FINE


def _in_use(looked: Looked) -> Found:
    """The criteria of the journal; None and why, if others stand in for them."""
    return (None, looked.causes) if looked.outlook.stand_in else (looked.outlook.criteria, ())


def _of_last_decision(looked: Looked) -> Found:
    """The kept version in force when I last decided about somebody myself; without a decision the newest one."""
    outlook, names = looked.outlook, _presets(looked)
    decided = last_decision(outlook.people, outlook.today)
    kept = kept_on(outlook.versions.kept, decided or outlook.today)
    if kept is None and decided is None:
        raise Problem(looked.words.text("changes.diff.no_decision", names=names))
    if kept is None:
        raise Problem(looked.words.text("changes.diff.not_kept", decided=decided, names=names))
    return kept.criteria, ()


def _named(written: str, looked: Looked) -> Found:
    """The criteria that were typed: a file, a preset, or the version that was in force on a day."""
    if not Path(written).is_file() and written not in PRESETS:
        return _of_day(written, looked), ()
    language = looked.words.language
    source, unread = criteria_named(written, language)
    found, problems = in_force.parse_criteria(source) if source else (None, ())
    return in_force.shown_in(found, language) if found else None, (*unread, *problems)


def _of_day(written: str, looked: Looked) -> Criteria:
    try:
        kept = kept_on(looked.outlook.versions.kept, read_date(written))
    except DateError:
        kept = None
    if kept is None:
        raise Problem(looked.words.text("changes.diff.no_criteria", file=written, names=_presets(looked)))
    return kept.criteria


def _presets(looked: Looked) -> str:
    return looked.words.text("lists.between").join(PRESETS)
