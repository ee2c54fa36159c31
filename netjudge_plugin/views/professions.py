"""What a 士業 is called in each language, and which of them belong to the 8士業 and 10士業."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from netjudge_plugin.views.filters import Value, written

if TYPE_CHECKING:
    from netjudge_plugin.model.people import Profession


@cache
def names(language: str) -> dict[str, str]:
    """The names of the professions that the package ships, by id."""
    return {row["id"]: row[language] for row in _table()}


@cache
def of_sets(language: str) -> tuple[str, ...]:
    """The names of those that one of the two sets counts, in the order of the table."""
    return tuple(row[language] for row in _table() if {"8", "10"} & set(row["sets"]))


@cache
def _table() -> tuple[dict[str, Any], ...]:
    text = resources.files("netjudge_plugin").joinpath("presets", "professions.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["profession"])


def values(professions: tuple[Profession, ...], language: str) -> tuple[Value, ...]:
    """Professions as values of a filter; one accepted as written has no id but its name."""
    labels = [(one.id, one.called(language)) for one in professions]
    return tuple(value for known, label in labels for value in ((Value(known, label),) if known else written(label)))
