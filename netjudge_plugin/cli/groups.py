"""Groups of commands: each command is loaded only when it is called, and help is said in the user's language.

The program is one, `netjudge criteria` is another. A command of a group is one line in its `files`, a file of its own,
and texts under its names in the catalogue (`cli.commands.criteria.check`).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.wording import (
    Problem,
    names_of,
    option_row,
    options_of,
    paragraphs,
    section,
    texts_of,
    usage,
    words_now,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Group(click.Group):
    """Commands under a name. `files` maps each, in the order of the help, to the file of `cli` that it stands in."""

    def __init__(self, *, files: Mapping[str, str], **more: Any) -> None:  # noqa: ANN401 - whatever the library takes
        """The group with those files; without a command it says what there is."""
        super().__init__(**more, invoke_without_command=True)
        self.files = files

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the library's signature
        """All commands, in the order of the help."""
        return list(self.files)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A command, loaded now; None if there is none of that name."""
        if cmd_name not in self.files:
            return None
        module = importlib.import_module(f"netjudge_plugin.cli.{self.files[cmd_name]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; an unknown one is said with those that there are."""
        if args[0] not in self.files and not args[0].startswith("-"):
            name, *names = (" ".join([*names_of(ctx), last]) for last in (args[0], *self.files))
            raise Problem(words_now().text("cli.usage.no-such-command", name=name, names=", ".join(names)))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - the library's signature
        """Run the command that is asked for; without one there is help, and an exit code that says so."""
        found = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            say(ctx.get_help(), to_stderr=True)
            ctx.exit(Problem.exit_code)
        return found

    def get_usage(self, ctx: click.Context) -> str:
        """The line that shows how the group is called."""
        return f"{usage(self, ctx)} {words_now().text('cli.help.command-metavar')}"

    def get_help(self, ctx: click.Context) -> str:
        """What the group is for, its commands and its own options."""
        words, inside = words_now(), names_of(ctx)
        commands = [(name, words.text(f"{texts_of([*inside, name])}.short")) for name in self.files]
        options = [option_row(option, inside, words) for option in options_of(self, ctx)]
        return "\n\n".join(
            [
                self.get_usage(ctx),
                *paragraphs(words.text(f"{texts_of(inside)}.help")),
                section("commands", commands, words),
                section("options", options, words),
            ]
        )
