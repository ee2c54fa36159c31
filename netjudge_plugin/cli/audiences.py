"""`--audience` and its like: for whom something is made or was made, read the same way by every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.wording import words_now
from netjudge_plugin.model.audience import AUDIENCES, OTHERS

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_audience(context: click.Context, option: click.Parameter, value: str) -> str:
    """One of all audiences."""
    return _one_of(AUDIENCES, context, option, value)


def read_others(context: click.Context, option: click.Parameter, value: str) -> str:
    """One of those to whom a journal can be shown; never oneself."""
    return _one_of(OTHERS, context, option, value)


def _one_of(names: Sequence[str], context: click.Context, option: click.Parameter, value: str) -> str:
    if value not in names:
        said = words_now().text("cli.usage.choice", name=value, names=", ".join(names))
        raise click.BadParameter(said, context, option)
    return value
