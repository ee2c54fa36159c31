"""What a 士業 is called in each language, for criteria that name one which nobody in the journal has."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def names(language: str) -> dict[str, str]:
    """The names of the professions that the package ships, by id."""
    text = resources.files("netjudge_plugin").joinpath("presets", "professions.toml").read_text(encoding="utf-8")
    return {row["id"]: row[language] for row in tomllib.loads(text)["profession"]}
