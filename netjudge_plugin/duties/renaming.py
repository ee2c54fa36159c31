"""The names of files and folders of a journal that say how somebody is called: which get which other name.

The same word comes into a name that comes into texts, so that a link to the file still leads to it.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.forgetting import Cut, Kind, Rename
from netjudge_plugin.reader.disk import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


#: Names that the program looks for in a journal.
MEANT = ("people", "criteria", "criteria.yml", "criteria.examples.yml", "messages.yml", "forgotten.yml")
#: Most systems end a name at 255 bytes.
_LONGEST = 240


def renames(
    paths: Iterable[str], free: Iterable[str], shown: str, rewritten: Callable[[str], str]
) -> tuple[Rename, ...]:
    """The new names, what is inside of a folder before the folder; `shown` is how the journal's folder is named.

    `paths` are all paths inside the journal, `free` those of them that may get another name.
    """
    taken = {posixpath.split(path) for path in paths}
    found: list[Rename] = []
    for path in sorted(free, key=lambda path: (-path.count("/"), path)):
        parent, name = posixpath.split(path)
        new = _fitting(rewritten(name))
        if new != name:
            fresh = next(one for one in _numbered(new) if (parent, one) not in taken)
            taken.add((parent, fresh))
            found.append(Rename(path, fresh, _place(shown, path)))
    return tuple(found)


def asked(paths: Iterable[str], shown: str) -> list[Cut]:
    """The questions: names that may speak of another, or have a meaning."""
    return [Cut(0, 0, "", Kind.FILE_NAME, _place(shown, path), 1) for path in paths]


def moved(path: str, done: Sequence[Rename]) -> str:
    """Where a file of the journal lies once all of these are done."""
    names = {one.inside: one.name for one in done}
    parts = path.split("/")
    return "/".join(names.get("/".join(parts[: nth + 1]), part) for nth, part in enumerate(parts))


def _place(shown: str, path: str) -> Place:
    return Place(f"{shown}/{printable(path)}")


def _fitting(name: str) -> str:
    """The name, short enough for every system with a number behind it."""
    stem, ending = posixpath.splitext(name)
    while len(f"{stem}{ending}".encode()) > _LONGEST and stem:
        stem = stem[:-1]
    return f"{stem}{ending}"


def _numbered(name: str) -> Iterable[str]:
    stem, ending = posixpath.splitext(name)
    yield name
    yield from (f"{stem}-{number}{ending}" for number in range(2, 100_000))
