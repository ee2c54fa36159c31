"""Copies of what a journal says that lie beside it, made here: exports of one person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netjudge_plugin.reader.names import name_key

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from netjudge_plugin.model.people import Person

#: An export is written twice, under one name.
_ENDINGS = (".json", ".md")
#: By these among its keys a report is known (see `interop/person_json`).
_KEYS = {"format", "person", "encounters", "records", "published_to"}


def exports_of(person: Person, names: Collection[str], folder: Path) -> tuple[Path, ...]:
    """The exports of a person in a folder, in the order of their names, by what they themselves say.

    `names` are what the person goes by: an export by another id is a namesake's, one by another name that of somebody
    who had the id before.
    """
    keys = {name_key(name) for name in names}
    found = [path for path in sorted(folder.glob("*.json")) if path.is_file() and _is_of(path, person.id, keys)]
    return tuple(path.with_suffix(end) for path in found for end in _ENDINGS if path.with_suffix(end).is_file())


def _is_of(path: Path, identifier: str, keys: Collection[str]) -> bool:
    try:
        report = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    told = report.get("person") if isinstance(report, dict) and report.keys() >= _KEYS else None
    if not isinstance(told, dict):
        return False
    return told.get("id") == identifier and name_key(str(told.get("name", ""))) in keys
