"""`criteria`: what one does with a file of criteria: prove it, try it, compare it, keep it."""

from __future__ import annotations

import click

from netjudge_plugin.cli.groups import Group

#: Every command about criteria, in the order of the help, with the file that it stands in.
COMMANDS = {
    "check": "criteria_check",
    "test": "criteria_test",
    "diff": "criteria_diff",
    "keep": "criteria_keep",
}


@click.group("criteria", cls=Group, files=COMMANDS)
def criteria() -> None:
    """See the catalogue: `cli.commands.criteria`."""
