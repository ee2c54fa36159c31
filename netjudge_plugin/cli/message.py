"""`message`: the words to begin with for one person today, as the page has them; or the file of the shipped texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin import pipeline
from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.judge import mention_errors, say_why_not
from netjudge_plugin.cli.source import Asked, look, settings_or_shipped, which_judgement
from netjudge_plugin.cli.who import person_of
from netjudge_plugin.cli.wording import Command, Problem, words_now
from netjudge_plugin.reader.messages import shipped_file
from netjudge_plugin.views.messages import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.cli.source import Looked
    from netjudge_plugin.model.people import Person


@click.command("message", cls=Command)
@click.argument("person", metavar="[PERSON]", required=False)
@which_judgement
@click.option("--templates", is_flag=True)
def message(person: str | None, *, templates: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.message`."""
    if templates:
        say_exactly(shipped_file(settings_or_shipped(asked).language).data.decode("utf-8"))
        return FINE
    if person is None:
        raise Problem(words_now().text("messages.cli.who"))
    looked = look(asked)
    if looked.causes:
        say_why_not(looked)
        return ERRORS
    say("\n".join(_lines(person_of(person, looked), looked)))
    if wrong := looked.outlook.unsaid:
        say("\n" + "\n".join(pipeline.messages(wrong, looked.words)), to_stderr=True)
    mention_errors(looked)
    return FINE


def _lines(person: Person, looked: Looked) -> Iterator[str]:
    """All that the page has, or why there is nothing."""
    outlook, words = looked.outlook, looked.words
    title = words.text("messages.cli.title", name=person.name, id=person.id, today=outlook.today)
    yield click.style(title, bold=True)
    verdict = outlook.judged[person.id].now.verdict
    if verdict != "contact":
        yield words.text("messages.cli.none", verdict=outlook.criteria.verdicts[verdict])
        return
    view = messages(person, outlook, words)
    if view is None:
        yield words.text("messages.cli.nothing")
        return
    if view.at_next_meeting:
        yield "  " + words.text("messages.at_next_meeting")
    for one in view.messages:
        yield ""
        yield click.style(words.text("messages.cli.name", name=one.name, id=one.id), bold=True)
        if one.subject:
            yield words.text("messages.cli.subject", subject=one.subject)
        yield ""
        yield one.body
    for text in view.lacking:
        placeholders = words.text("lists.between").join(text.placeholders)
        yield "\n  " + words.text("messages.lacking", name=text.name, placeholders=placeholders)
