"""`explain`: what a word, an axis, a why, a verdict, a sign, a step or a diagnostic means, wherever one met it."""

from __future__ import annotations

import difflib
from typing import Unpack

import click

from netjudge_plugin.cli.app import FINE
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.explaining import Explainer
from netjudge_plugin.cli.source import Asked, settings_or_shipped, which_criteria
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.wording import normal

_MOST_NEAR = 2


@click.command("explain", cls=Command)
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@which_criteria
def explain(text: tuple[str, ...], **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.explain`."""
    from netjudge_plugin.pipeline import messages, read_criteria

    settings, written = settings_or_shipped(asked), " ".join(text)
    words = catalogue(settings.language)
    criteria, problems = read_criteria(settings)
    if problems:
        say("\n".join(messages(problems, words)), to_stderr=True)
    explainer = Explainer(criteria, words)
    found = ["\n".join(about) for about in explainer.everything(written)]
    if not found:
        near = difflib.get_close_matches(normal(written)[:80], list(explainer.known), n=_MOST_NEAR, cutoff=0.5)
        hint = words.text("explain.between").join(
            words.text("explain.quoted", text=explainer.known[one]) for one in near
        )
        raise Problem(words.text("explain.unknown-near" if near else "explain.unknown", text=written, near=hint))
    say("\n\n".join(found))
    return FINE
