"""What each option of mkdocs.yml may hold: one reader each, which takes what YAML made of it or raises Wrong.

The options come in as they are written, since the host would check them by itself; see `options`.
"""

from __future__ import annotations

import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.mkdocs.policy import read
from netjudge_plugin.model.audience import AUDIENCES
from netjudge_plugin.model.passwords import has_password
from netjudge_plugin.settings import LANGUAGES, LATEST_EVENT, NamedTarget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TODAY = "today"


class Wrong(Exception):  # noqa: N818 - a signal to `options`
    """The value of an option is of no use."""


def text(value: object) -> str:
    """A text, or nothing."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Wrong
    return value.strip()


def today(value: object) -> datetime.date | str | None:
    """A date, LATEST_EVENT, or None for the clock's."""
    if value in (None, TODAY):
        return None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if value == LATEST_EVENT:
        return LATEST_EVENT
    try:
        return datetime.date.fromisoformat(text(value))
    except ValueError as error:
        raise Wrong from error


def language(value: object) -> None:
    """One of the languages; which one is in force is for `options` to say, since the theme has a word in it."""
    if value is not None and value not in LANGUAGES:
        raise Wrong


def switch(value: object) -> bool:
    """True or false; nothing is false."""
    if value is not None and not isinstance(value, bool):
        raise Wrong
    return bool(value)


def policy(value: object) -> dict[str, tuple[str, ...]] | None:
    """What the policy of the pages allows besides; None where there is to be none."""
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise Wrong from error


def months(value: object) -> int | None:
    """A number of months."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Wrong
    return value


def names(value: object) -> list[str]:
    """A list of texts."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Wrong
    return value


def targets(value: object) -> tuple[NamedTarget, ...]:
    """Names with an audience and an address each; a password has no business in this file."""
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise Wrong
    return tuple(_target(name, one) for name, one in value.items())


def _target(name: object, one: object) -> NamedTarget:
    if not isinstance(name, str) or not isinstance(one, dict) or one.keys() != {"audience", "to"}:
        raise Wrong
    audience, to = one["audience"], text(one["to"])
    if audience not in AUDIENCES or not to or has_password(to):
        raise Wrong
    return NamedTarget(name, audience, to)


#: Every option with its reader.
READERS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "journal_dir": text,
        "criteria": text,
        "today": today,
        "language": language,
        "extra_fields": names,
        "purpose": text,
        "retention": months,
        "era": switch,
        "content_security_policy": policy,
        "member": text,
        "team_name": text,
        "share_docs": text,
        "targets": targets,
    }
)
