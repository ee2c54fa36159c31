"""`judge` and `why`: whom to contact as of a day, for people and for programs, and everything behind one judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.source import Asked, Looked, look, which_judgement
from netjudge_plugin.cli.telling import Teller
from netjudge_plugin.cli.who import person_of
from netjudge_plugin.cli.wording import Command
from netjudge_plugin.interop import judgement_json
from netjudge_plugin.model.diagnostics import Severity

if TYPE_CHECKING:
    from netjudge_plugin.model.people import Person


@click.command("judge", cls=Command)
@click.argument("people", nargs=-1, metavar="[PERSON]...")
@which_judgement
@click.option("--json", "as_json", is_flag=True)
def judge(people: tuple[str, ...], *, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.judge`."""
    looked = look(asked)
    if looked.causes:
        return _not_judged(looked, as_json=as_json)
    chosen = {person.id: person for person in (person_of(written, looked) for written in people)}
    wanted = chosen if people else None
    if as_json:
        _print_json(looked, wanted)
        return FINE
    some = chosen.values() if people else looked.outlook.people
    say("\n".join(Teller(looked).everyone(some, whole=not people)))
    mention_errors(looked)
    return FINE


@click.command("why", cls=Command)
@click.argument("person", metavar="PERSON")
@which_judgement
@click.option("--json", "as_json", is_flag=True)
def why(person: str, *, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.why`."""
    looked = look(asked)
    if looked.causes:
        return _not_judged(looked, as_json=as_json)
    found = person_of(person, looked)
    if as_json:
        _print_json(looked, {found.id: found})
        return FINE
    say("\n".join(Teller(looked).person(found)))
    mention_errors(looked)
    return FINE


def _not_judged(looked: Looked, *, as_json: bool) -> int:
    if as_json:
        _print_json(looked, {})
    say_why_not(looked)
    return ERRORS


def _print_json(looked: Looked, wanted: dict[str, Person] | None) -> None:
    say_exactly(judgement_json.written(judgement_json.report(looked.outlook, looked.message, only=wanted)))


def say_why_not(looked: Looked) -> None:
    """Say why there is no judgement: no journal, or criteria that cannot be used (others would judge differently)."""
    from netjudge_plugin.pipeline import messages

    say("\n".join([*messages(looked.causes, looked.words), looked.words.text("cli.all.not-judged")]), to_stderr=True)


def mention_errors(looked: Looked) -> None:
    """Beside the answer: what could not be read is missing from it, and unsound criteria may answer oddly."""
    if count := len(looked.outlook.unread):
        say("\n" + looked.words.text("cli.all.errors", count=count), to_stderr=True)
    if any(found.severity is Severity.ERROR for found in looked.outlook.criteria_findings):
        say("\n" + looked.words.text("cli.all.unsound"), to_stderr=True)
