"""The terminal: streams that print any name on any machine, colours only where they are wanted, and the language.

A Japanese Windows console speaks CP932, which has no 𠮷 and no 🙂: a name must neither end a run nor change its exit
code.
"""

from __future__ import annotations

import io
import locale
import os
import sys

import click

#: The environment's words for a language, the first that is set counts.
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def prepare_streams() -> None:
    """Let what the terminal cannot show be replaced instead of raising an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def language() -> str:
    """The user's language: NETJUDGE_LANG, else that of the environment, else English."""
    wanted = os.environ.get("NETJUDGE_LANG", "").strip().lower()
    if wanted.startswith(("ja", "en")):
        return wanted[:2]
    named = next((value for name in _LOCALES if (value := os.environ.get(name))), None)
    if named is None:  # Windows sets none of them
        named = locale.getlocale()[0] or ""
    return "ja" if named.lower().startswith("ja") else "en"


def say(text: str = "", *, to_stderr: bool = False) -> None:
    """Print a text, without its colours unless it goes to a terminal (and NO_COLOR is not set)."""
    click.echo(text, err=to_stderr, color=False if os.environ.get("NO_COLOR") else None)


def say_exactly(text: str) -> None:
    """Print a text for another program: in UTF-8 whatever the locale says, unless somebody is looking."""
    seen = sys.stdout is not None and sys.stdout.isatty()
    click.echo(text if seen else text.encode("utf-8", errors="replace"), nl=False)


def quit_pipe() -> None:
    """Nobody reads on (`netjudge judge | head`): what is left goes nowhere, so that nothing fails at the exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
