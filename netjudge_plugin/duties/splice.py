"""Writing what was planned: file by file, so that each is whole at every moment, old or new.

A file that somebody has changed since it was read is not touched. Nothing is backed up: a copy would keep what is to
be forgotten. Mentions are replaced before entries go, and the person file goes last, so that a run that was stopped
leaves enough for the next one to know what it has to finish.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netjudge_plugin.model.forgetting import Change

PREFIX, SUFFIX = ".netjudge-", ".tmp"


class Stopped(Exception):  # noqa: N818 - told to the user with all that was done
    """A write that did not take place: the file as shown, why (empty: it was changed meanwhile), and what was done."""

    def __init__(self, path: str, why: str, done: Iterable[str]) -> None:
        """The file that was next."""
        super().__init__(path)
        self.path, self.why, self.done = path, why, tuple(dict.fromkeys(done))


def unchanged(folder: Path, changes: Sequence[Change]) -> None:
    """Raise Stopped if one of the files is no longer what was read: asked before the first write."""
    for change in changes:
        _unchanged(folder, change, change.source.data, [])


def write(folder: Path, changes: Sequence[Change]) -> None:
    """Write all changes into the journal folder; raises Stopped at the first that cannot be."""
    done: list[str] = []
    for change, before, after in _steps(changes):
        _unchanged(folder, change, before, done)
        path = folder / change.source.inside
        try:
            if after is None:
                path.unlink()
            else:
                replace(path, after)
            _flush(path.parent)
        except OSError as error:
            raise Stopped(change.source.path, error.strerror or str(error), done) from None
        done.append(change.source.path)


def replace(path: Path, data: bytes) -> None:
    """Put these bytes into a file at once: written beside it, on the disk, and then moved over it."""
    handle, name = tempfile.mkstemp(SUFFIX, PREFIX, path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        os.replace(name, path)  # noqa: PTH105 - one call on the two names
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def tidy(folder: Path) -> None:
    """Take away what a run that was killed has left beside the files."""
    for left in folder.rglob(f"{PREFIX}*{SUFFIX}"):
        left.unlink()


def _steps(changes: Sequence[Change]) -> Iterator[tuple[Change, bytes, bytes | None]]:
    """Each write with the bytes before and after it: mentions, entries, the person file."""
    for change in changes:
        if change.early != change.source.data:
            yield change, change.source.data, change.early
    for change in sorted(changes, key=lambda one: one.after is None):
        if change.after != change.early:
            yield change, change.early, change.after


def _unchanged(folder: Path, change: Change, data: bytes, done: Sequence[str]) -> None:
    try:
        there = (folder / change.source.inside).read_bytes()
    except OSError as error:
        raise Stopped(change.source.path, error.strerror or str(error), done) from None
    if hashlib.sha256(there).digest() != hashlib.sha256(data).digest():
        raise Stopped(change.source.path, "", done)


def _flush(folder: Path) -> None:
    """Make the new names in a folder last, where the system can (Windows cannot open folders)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
