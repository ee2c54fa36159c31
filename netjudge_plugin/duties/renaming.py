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


def renames(paths: Iterable[str], shown: str, rewritten: Callable[[str], str]) -> tuple[Rename, ...]:
    """The new names, what is inside of a folder before the folder; `shown` is how the journal's folder is named.

    `paths` are all paths inside the journal that are to stay, folders too.
    """
    everything = frozenset(paths)
    taken = {posixpath.split(path) for path in everything}
    found: list[Rename] = []
    for path in sorted(everything, key=lambda path: (-path.count("/"), path)):
        parent, name = posixpath.split(path)
        new = rewritten(name)
        if new != name:
            free = next(one for one in _numbered(new) if (parent, one) not in taken)
            taken.add((parent, free))
            found.append(Rename(path, free, _place(shown, path)))
    return tuple(found)


def asked(paths: Iterable[str], shown: str, doubtful: Callable[[str], bool]) -> list[Cut]:
    """The questions: names that may speak of another."""
    places = (_place(shown, path) for path in paths if doubtful(posixpath.basename(path)))
    return [Cut(0, 0, "", Kind.FILE_NAME, place, 1) for place in places]


def moved(path: str, done: Sequence[Rename]) -> str:
    """Where a file of the journal lies once all of these are done."""
    names = {one.inside: one.name for one in done}
    parts = path.split("/")
    return "/".join(names.get("/".join(parts[: nth + 1]), part) for nth, part in enumerate(parts))


def _place(shown: str, path: str) -> Place:
    return Place(f"{shown}/{printable(path)}")


def _numbered(name: str) -> Iterable[str]:
    stem, ending = posixpath.splitext(name)
    yield name
    yield from (f"{stem}-{number}{ending}" for number in range(2, 100_000))
