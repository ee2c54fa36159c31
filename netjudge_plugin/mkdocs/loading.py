"""mkdocs.yml as the host loads it, for commands that start without the host: what it cannot load is said in words.

What the host warns of meanwhile would go to stderr bare, or nowhere; here it is overheard.
"""

from __future__ import annotations

import locale
import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from netjudge_plugin.locale import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig


class ConfigProblem(Exception):  # noqa: N818 - a problem of the user's, not an error of the program
    """The configuration cannot be used; the message says what is wrong and what would be right."""


def config_from_file(path: Path | None, language: str | None = None) -> MkDocsConfig:
    """The host's configuration, loaded; what the host cannot load raises ConfigProblem.

    `language` is the user's, for what is wrong before the file can tell its own.
    """
    words = catalogue(language or _language_of_the_machine())
    if path is not None and not path.is_file():
        raise ConfigProblem(words.text("mkdocs.file.missing", file=path))
    if path is None and not any(Path(name).is_file() for name in ("mkdocs.yml", "mkdocs.yaml")):
        raise ConfigProblem(words.text("mkdocs.file.missing", file="mkdocs.yml"))
    with overheard() as said:
        try:
            return load_config(config_file=str(path) if path else None)
        except MkDocsException as error:
            raise ConfigProblem("\n".join([*said, error.format_message()])) from error
        except ValueError as error:  # from the YAML reader: a date such as 2026-02-30
            raise ConfigProblem(words.text("mkdocs.file.unreadable", file=path or "mkdocs.yml", why=error)) from error


def _language_of_the_machine() -> str:
    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


class _Listener(logging.Handler):
    def __init__(self, but: str) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self._but = but

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != self._but:
            self.said.append(record.getMessage())


@contextmanager
def overheard(*, but: str = "") -> Iterator[list[str]]:
    """What the host warns of: without its own command line it would go to stderr bare, or nowhere.

    `but` is a logger whose warnings reach the user in another way.
    """
    log, listener = logging.getLogger("mkdocs"), _Listener(but)
    propagate, log.propagate = log.propagate, False
    log.addHandler(listener)
    try:
        yield listener.said
    finally:
        log.removeHandler(listener)
        log.propagate = propagate
