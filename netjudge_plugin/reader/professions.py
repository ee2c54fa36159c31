"""The 士業 as the package ships them, and how a profession written in the journal leads to one of them.

The table is data (`presets/professions.toml`), so that a name or an alias is added without touching the code.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.model.people import Profession

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Professions:
    """The table in its order.

    `aliases` maps an id to the other names it is written by; `sets` maps "8", "10" and "other" to the ids in that set.
    """

    table: tuple[Profession, ...]
    aliases: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, tuple[str, ...]]
    _by_text: Mapping[str, Profession]

    def find(self, text: str) -> Profession:
        """The profession that an id, a name in either language or an alias means; else one as written, without id."""
        written = text.strip()
        return self._by_text.get(_key(written)) or Profession(id="", ja=written, en=written)


@cache
def professions() -> Professions:
    """The professions that the package knows, read once."""
    text = resources.files("netjudge_plugin").joinpath("presets", "professions.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["profession"]
    table = tuple(Profession(row["id"], row["ja"], row["en"], row.get("honorific", "")) for row in rows)
    aliases = {row["id"]: tuple(row["aliases"]) for row in rows}
    return Professions(
        table=table,
        aliases=MappingProxyType(aliases),
        sets=MappingProxyType({name: tuple(row["id"] for row in rows if name in row["sets"]) for name in _sets(rows)}),
        _by_text=MappingProxyType({_key(text): one for one in table for text in _writings(one, aliases[one.id])}),
    )


def _sets(rows: list[dict[str, list[str]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in rows for name in row["sets"]))


def _writings(profession: Profession, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return (profession.id, profession.ja, profession.en, *aliases)


def _key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
