"""`new`: a file for an event, ready to be filled in by deleting. The only command that writes into a journal.

It only ever creates a file that was not there: two calls at one moment give two files.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import FINE
from netjudge_plugin.cli.blank import blank, plain_title
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.source import Asked, clock, read_day, read_language, settings_of, which_journal
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.reader.kana import is_kana
from netjudge_plugin.reader.romaji import slug

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.settings import Settings

_NOT_ASCII = re.compile(r"[\x00-\x7f]+")


@click.command("new", cls=Command)
@click.argument("title", default="", metavar="[TITLE]")
@click.option("--date", metavar="DATE", callback=read_day)
@which_journal
@click.option("--language", metavar="ja|en", callback=read_language)
def new(title: str, *, date: datetime.date | None, language: str | None, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.new`."""
    settings = settings_of(asked)
    settings = replace(settings, language=language or settings.language)
    words, day = catalogue(settings.language), date or clock()
    if not settings.journal_dir.is_dir():
        raise Problem(words.text("cli.new.no-journal", folder=settings.journal_shown))
    criteria = _criteria(settings, words)
    text = blank(plain_title(title), day, criteria, words)
    say(_shown(_create(settings.journal_dir / f"{day.year:04}", f"{day.isoformat()}-{_slug(title)}", text)))
    return FINE


def _criteria(settings: Settings, words: Catalogue) -> Criteria:
    """The criteria whose words the entry offers; if the user's own cannot be used, that is mentioned."""
    from netjudge_plugin.in_force import read_criteria
    from netjudge_plugin.pipeline import messages

    criteria, problems = read_criteria(settings)
    if problems:
        say("\n".join(messages(problems, words)), to_stderr=True)
    return criteria


def _create(folder: Path, name: str, text: str) -> Path:
    """Write a file of that name, or with `-2`, `-3` … where the name is taken; it was not there before."""
    folder.mkdir(exist_ok=True)
    for number in itertools.count(1):
        path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # the numbers do not end


def _slug(title: str) -> str:
    """The title in ASCII if it is written in letters or kana; kanji cannot be read without help."""
    rest = _NOT_ASCII.sub("", unicodedata.normalize("NFKC", title))
    return (slug(title) if not rest or is_kana(rest) else "") or "event"


def _shown(path: Path) -> str:
    """The path as it can be opened from here."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path.absolute()) if near.startswith(os.pardir) else near
