"""The program: its commands, each loaded only when it is called, and what every way of ending means as an exit code.

Whatever a user does wrong is said in a sentence of his own language; a traceback is for mistakes of the program.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

import netjudge_plugin
from netjudge_plugin.cli.console import prepare_streams, quit_pipe, say
from netjudge_plugin.cli.groups import Group
from netjudge_plugin.cli.wording import words_now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netjudge_plugin.locale import Catalogue

#: Every command, in the order of the help, with the file that it stands in.
COMMANDS = {
    "init": "init",
    "new": "new",
    "check": "check",
    "judge": "judge",
    "why": "judge",
    "week": "week",
    "message": "message",
    "brief": "brief",
    "review": "review",
    "prove": "prove",
    "export": "export",
    "forget": "forget",
    "incident": "incident",
    "criteria": "criteria",
    "publish": "publish",
    "explain": "explain",
    "share": "share",
    "team": "team",
    "schema": "schema",
}
FINE, ERRORS, MISUSED, INTERRUPTED = 0, 1, 2, 130
#: Of `publish`: run it again, refused since something private would leave, and another is at it.
INCOMPLETE, PRIVATE, LOCKED = 3, 4, 5


class App(Group):
    """The program as a group of commands, and what its ends mean."""

    def main(  # type: ignore[override] # the library's overloads only tell apart what is returned
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - the library's signature
    ) -> Any:  # noqa: ANN401
        """Run the program; unless it is told otherwise it ends with an exit code."""
        if not extra.pop("standalone_mode", True):
            return super().main(args, prog_name, standalone_mode=False, **extra)
        prepare_streams()
        run = super().main
        sys.exit(_code_of(lambda: run(args, prog_name, standalone_mode=False, **extra)))


@click.group("netjudge", cls=App, files=COMMANDS)
@click.version_option(netjudge_plugin.__version__, message="%(prog)s %(version)s")
def netjudge() -> None:
    """See the catalogue: `cli.commands.netjudge`."""


def _code_of(run: Callable[[], int | None]) -> int:
    """Run a command to its exit code, saying what ended it."""
    try:
        return run() or FINE
    except click.exceptions.Abort:  # Ctrl-C
        return INTERRUPTED
    except click.ClickException as error:
        say(_told(error, words_now()), to_stderr=True)
    except BrokenPipeError:
        quit_pipe()
        return ERRORS
    except OSError as error:
        why = error.strerror or error
        say(words_now().text("cli.usage.system", file=error.filename or "", why=why), to_stderr=True)
    return MISUSED


def _told(error: click.ClickException, words: Catalogue) -> str:
    """A misuse in words, with the usage of the command where that helps."""
    said = words.text("cli.usage.error", text=_mistake(error, words))
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return said
    hint = words.text("cli.usage.hint", command=context.command_path)
    return "\n".join([context.command.get_usage(context), said, hint])


def _mistake(error: click.ClickException, words: Catalogue) -> str:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(sorted(error.possibilities or ()))
        hint = words.text("cli.usage.nearest", names=near) if near else ""
        return words.text("cli.usage.no-such-option", name=error.option_name, hint=hint)
    if isinstance(error, click.MissingParameter):
        return words.text("cli.usage.missing", name=_shown(error.param))
    if isinstance(error, click.BadOptionUsage):
        return words.text("cli.usage.option-value", name=error.option_name, why=error.message)
    if isinstance(error, click.BadParameter) and error.param:
        return words.text("cli.usage.parameter", name=max(error.param.opts, key=len), why=error.message)
    if isinstance(error, click.UsageError):
        return words.text("cli.usage.other", why=error.message)
    return error.format_message()


def _shown(param: click.Parameter | None) -> str:
    """What has to be written: an option by its name, an argument by what stands for it."""
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or "") if param else ""
