"""Writing what was planned: file by file, so that each is whole at every moment, old or new.

A file that somebody has changed since it was read is not touched. Nothing is backed up: a copy would keep what is to
be forgotten. Mentions are replaced and files renamed before entries go, and the person file goes last, so that a run
that was stopped leaves enough for the next one to know what it has to finish.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.duties.renaming import moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netjudge_plugin.model.forgetting import Change, Rename

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
        _unchanged(folder, change.source.inside, change, change.source.data, [])


def write(folder: Path, changes: Sequence[Change], renames: Sequence[Rename] = ()) -> None:
    """Write all changes into the journal folder; raises Stopped at the first that cannot be."""
    done: list[str] = []
    for change in changes:
        if change.early != change.source.data:
            _exchange(folder, change, (change.source.data, change.early), (), done)
    for one in renames:
        _rename(folder, one, done)
    for change in sorted(changes, key=lambda one: one.after is None):
        if change.after != change.early:
            _exchange(folder, change, (change.early, change.after), renames, done)


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
        else:
            Path(name).chmod(path.parent.stat().st_mode & 0o666)  # who may read the folder
        os.replace(name, path)  # noqa: PTH105 - one call on the two names
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def remove(files: Sequence[Path]) -> None:
    """Take files away; raises Stopped at the first that cannot be."""
    done: list[str] = []
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise Stopped(file.name, error.strerror or str(error), done) from None
        done.append(file.name)


def tidy(folder: Path) -> None:
    """Take away what a run that was killed has left beside the files."""
    for left in folder.rglob(f"{PREFIX}*{SUFFIX}"):
        left.unlink()


def _exchange(
    folder: Path, change: Change, data: tuple[bytes, bytes | None], renames: Sequence[Rename], done: list[str]
) -> None:
    """Make a file that holds the first of the data hold the second, or take it away; `renames` were done before."""
    before, after = data
    inside = moved(change.source.inside, renames)
    _unchanged(folder, inside, change, before, done)
    path = folder / inside
    try:
        if after is None:
            path.unlink()
        else:
            replace(path, after)
        _flush(path.parent)
    except OSError as error:
        raise Stopped(change.source.path, error.strerror or str(error), done) from None
    done.append(change.source.path)


def _rename(folder: Path, one: Rename, done: list[str]) -> None:
    """Give a file or folder its new name; nothing that is there by that name is replaced."""
    path = folder / one.inside
    try:
        if os.path.lexists(path.with_name(one.name)):
            raise Stopped(one.place.path, os.strerror(errno.EEXIST), done)
        os.rename(path, path.with_name(one.name))  # noqa: PTH104 - one call on the two names
        _flush(path.parent)
    except OSError as error:
        raise Stopped(one.place.path, error.strerror or str(error), done) from None
    done.append(one.place.path)


def _unchanged(folder: Path, inside: str, change: Change, data: bytes, done: Sequence[str]) -> None:
    try:
        there = (folder / inside).read_bytes()
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
