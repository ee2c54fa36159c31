"""Whether the files, spliced, still say what they said, less the one who is forgotten: looked at before any is written.

The new bytes go through the whole reader. What comes out must be what was there before, without that person's records,
and with the name replaced in every text. If it is not, the splice has a mistake, and nothing is written.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Place, Severity
from netjudge_plugin.model.journal import Undated
from netjudge_plugin.model.written import Entry, Table
from netjudge_plugin.reader import entries, sheet
from netjudge_plugin.reader.disk import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.duties.forgetting import Forgetting
    from netjudge_plugin.model.forgetting import Change
    from netjudge_plugin.model.journal import Event, PersonFile, SourceFile

_PLACES = {"place", "inside", "body_line", "about"}


class _Key(str):
    """The name of a field, which never changes."""

    __slots__ = ()


def wrong(change: Change, forgetting: Forgetting, extra_fields: frozenset[str]) -> bool:
    """Whether the change would make something else of the file than it is meant to."""
    if change.after is None:
        return False
    before = _read(change.source, extra_fields)
    after = _read(replace(change.source, data=change.after), extra_fields)
    if before is None or after is None:
        return True
    staying = before if isinstance(before, Table) else forgetting.left(before)
    old, new = list(_told(staying)), list(_told(after))
    folded = forgetting.texts.is_folded(change.source.data.decode("utf-8"))
    ways = partial(forgetting.texts.ways, inside=change.source.inside, folded=folded)
    stem = PurePosixPath(change.source.inside).stem  # the title of an event without one: files keep their names
    return len(old) != len(new) or any(
        now != then if isinstance(then, _Key) else now not in ways(then) and not then == now == stem
        for then, now in zip(old, new, strict=True)
    )


def _read(source: SourceFile, extra_fields: frozenset[str]) -> Event | PersonFile | Table | None:
    """What a file says; None if it has an error."""
    if source.inside.lower().endswith(YAML):
        return sheet.read_yaml(source)[0]
    found, problems = sheet.read(source)
    if found is None:
        return None
    entry, more = entries.check(found, inside=source.inside, extra_fields=extra_fields)
    if isinstance(entry, Undated) or any(one.severity is Severity.ERROR for one in (*problems, *more)):
        return None
    return entry


def _told(value: object) -> Iterator[str]:
    """Everything that a value says, without places, flattened with the names of its fields."""
    if isinstance(value, Place):
        return
    if isinstance(value, tuple):
        yield f"({len(value)}"
        for item in value:
            yield from _told(item)
    elif isinstance(value, Entry):
        yield _Key(value.key.value)
        yield from _told(value.value)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in _PLACES:
                yield from _told(getattr(value, field.name))
    else:
        yield value if isinstance(value, str) else repr(value)
