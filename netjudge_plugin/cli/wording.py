"""Help and usage in the user's language: the texts of the catalogue under `cli.commands` and `cli.options`.

The library would take English texts at import, and would wrap Japanese ones, which have no spaces, in the middle of
nowhere; so both the looking up and the laying out are done here.
"""

from __future__ import annotations

import shutil
import unicodedata
from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.console import language
from netjudge_plugin.locale import Catalogue, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST = 90
#: Where the texts of a list begin, in columns.
_HANGING = 28
#: Signs that do not begin a line in Japanese.
_NOT_FIRST = "、。，．）」』】〕！？ー・：；)]}.,"


class Problem(click.ClickException):
    """Something that the user asked for in a way that cannot be done: said in one sentence, exit code 2."""

    exit_code = 2


class Command(click.Command):
    """A command whose help stands in the catalogue."""

    def get_usage(self, ctx: click.Context) -> str:
        """The line that shows how the command is written."""
        return usage(self, ctx)

    def get_help(self, ctx: click.Context) -> str:
        """The whole help of the command."""
        words = catalogue(language())
        about = words.text(f"{texts_of(names_of(ctx))}.help")
        rows = [option_row(option, names_of(ctx), words) for option in options_of(self, ctx)]
        return "\n\n".join([usage(self, ctx), *paragraphs(about), section("options", rows, words)])


def words_now() -> Catalogue:
    """The catalogue of the user's language, as long as no configuration says another."""
    return catalogue(language())


def names_of(ctx: click.Context) -> list[str]:
    """How a command is called, without the program: `criteria`, `check`."""
    return [*names_of(ctx.parent), str(ctx.info_name)] if ctx.parent else []


def texts_of(names: Sequence[str]) -> str:
    """Where the catalogue has the texts of the command that is called so; the program's own are under `netjudge`."""
    return ".".join(["cli.commands", *(names or ["netjudge"])])


def usage(command: click.Command, ctx: click.Context) -> str:
    """`Usage: netjudge judge [OPTIONS] [PERSON]...`."""
    words = words_now()
    arguments = [str(param.metavar) for param in command.params if isinstance(param, click.Argument)]
    pieces = [words.text("cli.help.options-metavar"), *arguments]
    return words.text("cli.help.usage", command=" ".join([ctx.command_path, *pieces]))


def options_of(command: click.Command, ctx: click.Context) -> list[click.Option]:
    """The options of a command, in the order of its help."""
    return [param for param in command.get_params(ctx) if isinstance(param, click.Option) and not param.hidden]


def option_row(option: click.Option, command: Sequence[str], words: Catalogue) -> tuple[str, str]:
    """An option of a command as it is written, and what it does."""
    names = sorted(option.opts, key=len)
    head = ", ".join(names) + (f" {option.metavar}" if option.metavar else "")
    key = names[-1].lstrip("-")
    own = f"{texts_of(command)}.options.{key}"
    return head, words.text(own if words.has(own) else f"cli.options.{key}")


def section(name: str, rows: Sequence[tuple[str, str]], words: Catalogue) -> str:
    """A titled list of things with their texts beside them."""
    title = words.text(f"cli.help.{name}")
    return "\n".join([title, *(line for head, text in rows for line in _hanging(head, text))])


def paragraphs(text: str) -> list[str]:
    """A text of several paragraphs, each broken into lines that fit."""
    return ["\n".join(folded(part, _room())) for part in text.strip().split("\n\n")]


def folded(text: str, room: int) -> Iterator[str]:
    """The lines of a text that are at most `room` columns wide: broken at spaces, and between Japanese letters."""
    line = ""
    for piece in _pieces(text):
        if line and columns((line + piece).rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece.lstrip() if not line else piece
    yield line.rstrip()


def columns(text: str) -> int:
    """How wide a terminal shows a text."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _hanging(head: str, text: str) -> Iterator[str]:
    lines = list(folded(text, _room() - _HANGING))
    start = f"  {head}"
    if columns(start) > _HANGING - 2:
        yield start
    else:
        yield start + " " * (_HANGING - columns(start)) + lines.pop(0)
    yield from (" " * _HANGING + line for line in lines)


def _pieces(text: str) -> list[str]:
    """The parts between which a line may be broken, each with the space that follows it."""
    pieces: list[str] = []
    for sign in " ".join(text.split()):
        before = pieces[-1] if pieces else ""
        joined = sign in _NOT_FIRST or sign == " " or (_narrow(sign) and before and _narrow(before[-1]))
        if joined and before:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _narrow(sign: str) -> bool:
    return sign != " " and columns(sign) == 1


def _room() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST) - 1
