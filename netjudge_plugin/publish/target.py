"""What a share has to be able to do, and the names of our own files on it.

Every operation may raise OSError; what that means is `trouble`'s to say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from netjudge_plugin.publish.manifest import Entry

#: Says that a folder is ours, and for which audience.
MARKER = "netjudge-target.json"
MANIFEST = "netjudge-manifest.json"
LOCK = "netjudge-lock.json"
OURS = frozenset({MARKER, MANIFEST, LOCK})
#: How the names of files begin that are not finished.
TEMPORARY = ".netjudge-tmp-"


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything below a target: files with their sizes, folders without anything, and what is neither (links)."""

    files: Mapping[str, int] = field(default_factory=dict)
    empty: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


class Target(Protocol):
    """A place that a site is published to. Names have `/` between folders and start below the target."""

    #: How the target is called in messages: without secrets.
    shown: str
    #: The path of the folder where its length counts, else "".
    counted: str
    #: Whether `create` is one step for everybody who looks.
    creates_at_once: bool

    def listing(self) -> Listing | None:
        """All that is there; None if the target itself is not."""

    def make(self) -> None:
        """Make the target's own folder, if it is missing; never the folders above it."""

    def read(self, name: str) -> bytes | None:
        """A small file's content, None if there is no such file."""

    def content(self, name: str) -> Entry:
        """What a file holds."""

    def write(self, name: str, source: Path | bytes) -> None:
        """Put a file there, in the place of one that was: whoever reads it finds the old one or the new one."""

    def create(self, name: str, data: bytes) -> bool:
        """Make a small file that was not there; False if it was."""

    def delete(self, name: str) -> None:
        """Take a file away; one that is gone already is no error."""

    def settle(self) -> None:
        """Make what was written so far last, even if the power fails."""

    def prune(self, folders: Iterable[str]) -> None:
        """Remove these folders, inner ones first, as far as they are empty."""

    def ensure_present(self) -> None:
        """Raise OSError if the target is not the one any more that it was at the start."""

    def free(self) -> int | None:
        """How many bytes there is room for; None if nobody knows."""
