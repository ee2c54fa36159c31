"""How the criteria's words are written and told apart: one rule for what counts (judge) and what is shown (views)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria

_SEVERAL = re.compile("[、，,]")
_COLON = re.compile("[:：]")


def normal(text: str) -> str:
    """The form in which words are compared: NFKC, trimmed, without case."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def labels(criteria: Criteria) -> dict[str, str]:
    """Every word's id with its label: the axes' good and concern words, the stop signs, the notes-only words."""
    found: dict[str, str] = {}
    for axis in criteria.axes:
        found |= {**axis.good, **axis.concern}
    for kind in criteria.stops:
        found |= kind.signs
    return found | dict(criteria.notes_only)


def parted(text: str) -> list[str]:
    """The words of a text in which several were run together (YAML loads `[甲、乙]` as one)."""
    return [part.strip() for part in _SEVERAL.split(text) if part.strip()]


def at_colon(text: str) -> tuple[str, str] | None:
    """What stands before and behind the first colon of either width; None without one."""
    found = _COLON.search(text)
    return (text[: found.start()], text[found.end() :]) if found else None
