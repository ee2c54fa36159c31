"""Forgetting somebody, planned before anything is written: what goes, what is asked, what has to be done by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.model.people import Person


class Kind(StrEnum):
    """What a span is: a whole file, a contact, a name in a list, a link, the name in a text, or in a file's name."""

    FILE = "file"
    CONTACT = "contact"
    LISTED = "listed"
    LINK = "link"
    MENTION = "mention"
    FILE_NAME = "file-name"


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of a file (in signs of its text as it lies there), what comes into its place, and its lines.

    `around` is what stands there, with a little to either side, for whoever is asked.
    """

    start: int
    end: int
    word: str
    kind: Kind
    place: Place
    last_line: int
    around: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; `after` is None if it goes. `early` is the file with its mentions replaced only.

    Mentions are replaced everywhere before the first entry goes: whoever is interrupted in between still knows by
    which names to go on.
    """

    source: SourceFile
    cuts: tuple[Cut, ...]
    early: bytes
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Rename:
    """A file or folder of the journal that gets another name; `inside` is its path in the journal as it was."""

    inside: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Plan:
    """All that happens when somebody is forgotten; `questions` are places that may be about another of that name.

    `renames` are in the order in which they can be done: what is inside of a folder before the folder.
    """

    person: Person
    changes: tuple[Change, ...]
    questions: tuple[Cut, ...]
    renames: tuple[Rename, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.changes and not self.renames

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """All spans of all files."""
        return tuple(cut for change in self.changes for cut in change.cuts)
