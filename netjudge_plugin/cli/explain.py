"""`explain`: what a word, an axis, a why, a verdict, a sign, a step or a diagnostic means, wherever one met it."""

from __future__ import annotations

from typing import Unpack

import click

from netjudge_plugin.cli.app import FINE
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.explaining import Explainer
from netjudge_plugin.cli.source import Asked, settings_or_shipped, which_criteria
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue


@click.command("explain", cls=Command)
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@which_criteria
def explain(text: tuple[str, ...], **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.explain`."""
    from netjudge_plugin.in_force import read_criteria
    from netjudge_plugin.pipeline import messages

    settings, written = settings_or_shipped(asked), " ".join(text)
    words = catalogue(settings.language, era=settings.era)
    criteria, problems = read_criteria(settings)
    if problems:
        say("\n".join(messages(problems, words)), to_stderr=True)
    explainer = Explainer(criteria, words)
    found = ["\n".join(about) for about in explainer.everything(written)]
    if not found:
        near = [words.text("lists.quoted", text=name) for name in explainer.names.near(written)]
        key = "explain.unknown-near" if near else "explain.unknown"
        raise Problem(words.text(key, text=written, near=words.text("lists.between-quoted").join(near)))
    say("\n\n".join(found))
    return FINE
