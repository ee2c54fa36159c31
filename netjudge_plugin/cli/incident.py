"""`incident`: whose records went out, which, from when to when, and what the law asks for, to be checked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.audiences import read_audience
from netjudge_plugin.cli.console import say_exactly
from netjudge_plugin.cli.judge import mention_errors, say_why_not
from netjudge_plugin.cli.source import Asked, clock, look, read_day, which_journal
from netjudge_plugin.cli.who import told_apart
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.model.audience import PRIVATE
from netjudge_plugin.model.wording import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.cli.source import Looked
    from netjudge_plugin.duties.incident import Concerned
    from netjudge_plugin.model.diagnostics import Place

#: The days of the preliminary report (about), and of the full one; the second where it may have been on purpose.
FIRST, FULL = (3, 5), (30, 60)
#: What the law treats with special care, by the warning that names the place.
_SENSITIVE = "sensitive-"


@dataclass(frozen=True, slots=True)
class _Incident:
    """What the user says of it."""

    audience: str
    files: tuple[Path, ...]
    begin: datetime.date | None
    end: datetime.date | None
    known: datetime.date


@click.command("incident", cls=Command)
@click.option("--audience", metavar="private|team|partners", default=PRIVATE, callback=read_audience)
@click.option("--file", "files", metavar="PATH", multiple=True)
@click.option("--from", "begin", metavar="DATE", callback=read_day)
@click.option("--to", "end", metavar="DATE", callback=read_day)
@click.option("--known", metavar="DATE", callback=read_day)
@which_journal
def incident(
    *,
    audience: str,
    files: tuple[str, ...],
    begin: datetime.date | None,
    end: datetime.date | None,
    known: datetime.date | None,
    **asked: Unpack[Asked],
) -> int:
    """See the catalogue: `cli.commands.incident`."""
    from netjudge_plugin.duties import incident as what

    looked = look(asked)
    words, people = looked.words, looked.outlook.everyone.people
    if looked.causes:
        say_why_not(looked)
        return ERRORS
    if begin and end and end < begin:
        raise Problem(words.text("incident.backwards"))
    paths = tuple(Path(name) for name in files)
    missing = next((path for path in paths if not path.exists()), None)
    if missing:
        raise Problem(words.text("prove.no-public", file=missing))
    told = _Incident(audience, paths, begin, end, known or clock())
    if paths:
        concerned, unread = what.of_files(people, paths, labels(looked.outlook.criteria).values())
    else:
        concerned, unread = what.of_audience(people, audience, told.end or told.known), ()
    say_exactly("\n".join(_report(told, concerned, unread, looked)) + "\n")
    mention_errors(looked)
    return FINE


def _report(told: _Incident, concerned: Sequence[Concerned], unread: Sequence[str], looked: Looked) -> Iterator[str]:
    words = looked.words

    def text(key: str, **facts: object) -> str:
        return words.text(f"incident.{key}", **facts)

    yield from (text("title"), "", text("caution"), "", text("what.title"), "")
    if told.files:
        yield text("what.files", files=words.text("lists.between").join(path.as_posix() for path in told.files))
    else:
        yield text(f"what.{told.audience}")
    yield text("what.period", begin=told.begin or text("what.unknown"), end=told.end or text("what.unknown"))
    yield text("what.known", date=told.known)
    yield from (text("what.unread", file=file) for file in unread)
    yield from ("", text("people.title"), "")
    yield from _people(concerned, looked)
    if told.files:
        yield from ("", text("people.others"))
    yield from _sensitive(concerned, looked)
    yield from ("", text("first.title"), "", *text("first.list").strip().split("\n"))
    yield from ("", text("law.title"), "", *text("law.list").strip().split("\n"))
    yield from ("", text("days.title"), "", *_days(told.known, looked))
    yield from ("", text("items.title"), "", *text("items.list", count=len(concerned)).strip().split("\n"))
    yield from ("", text("sources"))


def _people(concerned: Sequence[Concerned], looked: Looked) -> Iterator[str]:
    words = looked.words
    if not concerned:
        yield words.text("incident.people.nobody")
        return
    yield words.text("incident.people.count", count=len(concerned))
    yield from ("", words.text("incident.people.head"), "|---|---|")
    for one in concerned:
        kinds = words.text("lists.between").join(words.text(f"prove.kinds.{kind}") for kind in one.kinds)
        yield f"| {told_apart(one.person, looked).replace('|', '/')} | {kinds} |"


def _sensitive(concerned: Sequence[Concerned], looked: Looked) -> Iterator[str]:
    """Places that may hold what the law treats with special care: in a person's file, or at an event where one was."""
    paths = {place.path for one in concerned for place in (one.person.place, *_met(one))}
    found = [d for d in looked.outlook.diagnostics if d.name.startswith(_SENSITIVE) and d.place.path in paths]
    if found:
        yield from ("", looked.words.text("incident.sensitive"), "")
        yield from (f"- {one.place}" for one in found)


def _met(one: Concerned) -> Iterator[Place]:
    yield from (met.contact.place for met in one.person.encounters)


def _days(known: datetime.date, looked: Looked) -> Iterator[str]:
    def after(days: int) -> datetime.date:
        return known + datetime.timedelta(days=days)

    yield looked.words.text("incident.days.first", begin=after(FIRST[0]), end=after(FIRST[1]))
    yield looked.words.text("incident.days.full", date=after(FULL[0]), purpose=after(FULL[1]))
    yield looked.words.text("incident.days.counting")
