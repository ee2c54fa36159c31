"""What is there and what is wanted become steps, in an order in which the site can be read after each of them.

What a page needs comes before the page, a new page before those that may lead to it, what lists pages after all pages,
the first page last. Then everything goes that must go, pages before the rest. A file that would be in the way of
another, or is the same one where case does not count, goes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from netjudge_plugin.publish.names import folded, with_folders

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from netjudge_plugin.publish.manifest import Entry

FIRST_PAGE = "index.html"
_LISTS = ("search/", "sitemap")


class Rank(IntEnum):
    """The parts of a publish, in their order."""

    OUT_OF_THE_WAY = 0
    ASSET = 1
    NEW_PAGE = 2
    CHANGED_PAGE = 3
    LIST = 4
    FIRST_PAGE = 5
    PAGE_GOES = 6
    REST_GOES = 7


_DELETIONS = frozenset({Rank.OUT_OF_THE_WAY, Rank.PAGE_GOES, Rank.REST_GOES})


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One file put in its place or taken away; `size` is that of the new file, `old_size` that of the one before."""

    rank: Rank
    name: str
    size: int = 0
    old_size: int | None = None

    @property
    def deletes(self) -> bool:
        """Whether the file is taken away."""
        return self.rank in _DELETIONS

    @property
    def is_new(self) -> bool:
        """Whether nothing of that name was there."""
        return self.old_size is None


def plan(new: Mapping[str, Entry], there: Mapping[str, Entry]) -> tuple[Step, ...]:
    """The steps from what is there to the new site; what is there already is left alone."""
    going = there.keys() - new.keys()
    first = {name for name in going if name in _in_the_way(going, new)}
    removals = [Step(_farewell(name, name in first), name, old_size=there[name].size) for name in going]
    writes = [
        Step(_rank(name, is_new=name not in there), name, entry.size, there[name].size if name in there else None)
        for name, entry in new.items()
        if there.get(name) != entry
    ]
    return tuple(sorted([*removals, *writes]))


def room(steps: Collection[Step]) -> int:
    """How many bytes the steps need beyond what is free now: what grows, and once the largest, beside its old self."""
    block = 4096
    grown = sum(max(0, step.size - (step.old_size or 0)) + block for step in steps if not step.deletes)
    return grown + max((step.size + block for step in steps if not step.deletes), default=0)


def _rank(name: str, *, is_new: bool) -> Rank:
    if name == FIRST_PAGE:
        return Rank.FIRST_PAGE
    if name.startswith(_LISTS):
        return Rank.LIST
    if not name.endswith(".html"):
        return Rank.ASSET
    return Rank.NEW_PAGE if is_new else Rank.CHANGED_PAGE


def _farewell(name: str, in_the_way: bool) -> Rank:  # noqa: FBT001 - a pair of questions
    if in_the_way:
        return Rank.OUT_OF_THE_WAY
    return Rank.PAGE_GOES if name.endswith(".html") else Rank.REST_GOES


def _in_the_way(going: Collection[str], new: Mapping[str, Entry]) -> set[str]:
    """Which of the files that go stand where a folder is needed, lie where a file is, or are one with it by case."""
    folders_needed = {folded(path) for name in new for path in list(with_folders(name))[:-1]}
    files_needed = {folded(name) for name in new}
    return {
        name
        for name in going
        if folded(name) in folders_needed or any(folded(path) in files_needed for path in with_folders(name))
    }
