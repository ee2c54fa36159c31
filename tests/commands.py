"""Every command of the program, those of its groups included, by what one types after `netjudge`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.app import netjudge

if TYPE_CHECKING:
    from collections.abc import Iterator


def _inside(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command
        assert command.name == name
        yield before + name, command
        if isinstance(command, click.Group):
            yield from _inside(command, f"{before}{name} ")


EVERY_COMMAND = dict(_inside(netjudge))
GROUPS = {"": netjudge} | {name: found for name, found in EVERY_COMMAND.items() if isinstance(found, click.Group)}
