"""A target that is a folder: on this computer, mounted, or on a server of Windows (addressed by its UNC path).

A file is written under a name of ours beside its place, made to last, and moved into the place in one step: whoever
opens it finds all of the old one or all of the new one. No folder is ever renamed: on Windows that fails as long as
anybody has any file below it open. Links are never followed: they could lead out of the target.
"""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

from netjudge_plugin.publish import manifest
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import TEMPORARY, Listing
from netjudge_plugin.publish.trouble import Patience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from netjudge_plugin.publish.manifest import Entry

_CHUNK = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class FolderTarget:
    """A folder as a target. `token` tells this run's unfinished files from those of others."""

    creates_at_once = True

    def __init__(self, path: Path, token: str, patience: Patience | None = None) -> None:
        """The folder at a path that is complete and free of links."""
        self.root = path
        self.shown = str(path)
        self.counted = str(path) if os.name == "nt" else ""
        self._token = token
        self._patience = patience or Patience()
        self._device: int | None = None
        self._unsettled: set[Path] = set()

    def listing(self) -> Listing | None:
        """See Target."""
        try:
            found = self.root.stat()
        except FileNotFoundError:
            self._ensure_makeable()
            return None
        if not stat.S_ISDIR(found.st_mode):
            raise Stopped("not-a-folder", target=self.shown)
        self._device = found.st_dev
        files: dict[str, int] = {}
        empty: list[str] = []
        odd: list[str] = []
        for name, entry in _walk(self.root):
            if entry is None:
                empty.append(name)
            elif entry.is_file(follow_symlinks=False):
                files[name] = entry.stat(follow_symlinks=False).st_size
            else:
                odd.append(name)
        return Listing(files, tuple(sorted(empty)), tuple(sorted(odd)))

    def make(self) -> None:
        """See Target."""
        if not self.root.exists():
            self._ensure_makeable()
            os.mkdir(self.root)  # noqa: PTH102 - every call that changes something is one of `os`, as the tests count
        self._device = self.root.stat().st_dev

    def read(self, name: str) -> bytes | None:
        """See Target."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def content(self, name: str) -> Entry:
        """See Target."""
        return manifest.of_file(self._path(name))

    def write(self, name: str, source: Path | bytes) -> None:
        """See Target."""
        path = self._path(name)
        self._make_folders(path.parent)
        temporary = path.parent / f"{TEMPORARY}{self._token}"
        try:
            _write(temporary, source)
            self._patience.insist(lambda: os.replace(temporary, path))  # noqa: PTH105
        except BaseException:
            _forget(temporary)
            raise
        self._unsettled.add(path.parent)

    def create(self, name: str, data: bytes) -> bool:
        """See Target."""
        path = self._path(name)
        try:
            handle = os.open(path, _NEW, 0o666)
        except FileExistsError:
            return False
        try:
            try:
                os.write(handle, data)
            finally:
                os.close(handle)
        except BaseException:
            _forget(path)
            raise
        return True

    def delete(self, name: str) -> None:
        """See Target."""
        path = self._path(name)
        self._patience.insist(lambda: _unlink(path))
        self._unsettled.add(path.parent)

    def settle(self) -> None:
        """See Target. Windows has no such call for folders, and does not need it."""
        if os.name != "nt":
            for folder in sorted(self._unsettled):
                if folder.is_dir():
                    _sync_folder(folder)
        self._unsettled.clear()

    def prune(self, folders: Iterable[str]) -> None:
        """See Target."""
        for folder in sorted(folders, key=lambda name: (-name.count("/"), name)):
            try:
                os.rmdir(self._path(folder))  # noqa: PTH106
            except OSError:  # something is in it that is not ours, or is left there for now
                continue

    def ensure_present(self) -> None:
        """See Target. A share that was disconnected may leave an empty folder of this computer in its place."""
        if self.root.stat().st_dev != self._device:
            raise FileNotFoundError(self.shown)

    def free(self) -> int | None:
        """See Target."""
        there = self.root if self.root.is_dir() else self.root.parent
        return shutil.disk_usage(there).free

    def _ensure_makeable(self) -> None:
        """Raise Stopped if folders above are missing: a share that is not connected must not become one of ours."""
        if not self.root.parent.is_dir():
            raise Stopped("no-folder-above", target=self.shown, folder=str(self.root.parent))

    def _path(self, name: str) -> Path:
        return self.root.joinpath(*name.split("/"))

    def _make_folders(self, folder: Path) -> None:
        """Make the folders down to this one; never the target's own, which would be in another place."""
        missing = []
        while folder != self.root and not folder.is_dir():
            missing.append(folder)
            folder = folder.parent
        for one in reversed(missing):
            os.mkdir(one)  # noqa: PTH102
            self._unsettled.add(one.parent)


def overlapping(target: Path, folders: Iterable[Path]) -> Path | None:
    """The first of the folders that the target is, lies in or lies around, whatever they are called."""
    ours = target.resolve()
    for folder in folders:
        theirs = folder.resolve()
        if _is_within(ours, theirs) or _is_within(theirs, ours):
            return folder
    return None


def _is_within(inner: Path, outer: Path) -> bool:
    if not outer.exists():
        return inner.is_relative_to(outer)
    return any(above.exists() and above.samefile(outer) for above in (inner, *inner.parents))


def _walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Every file and link below a folder with its name, and every empty folder with None."""
    open_folders = [""]
    while open_folders:
        folder = open_folders.pop()
        with os.scandir(root / folder) as entries:
            found = list(entries)
        if folder and not found:
            yield folder, None
        for entry in found:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                open_folders.append(name)
            else:
                yield name, entry


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether it is Windows' other kind of link (Python 3.11 has no question for it)."""
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) if os.name == "nt" else 0
    return tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def _write(path: Path, source: Path | bytes) -> None:
    """Write a new file that lasts from here on."""
    handle = os.open(path, _NEW, 0o666)
    try:
        for chunk in _chunks(source):
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _chunks(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _unlink(path: Path) -> None:
    try:
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        return
    except PermissionError:  # Windows does not delete a file that is marked as not to be written
        if os.name == "nt":
            os.chmod(path, stat.S_IWRITE)  # noqa: PTH101
        raise


def _forget(path: Path) -> None:
    """Remove an unfinished file if that is possible; if not, the next publish does it."""
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError:
        return


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # not every file system of a network can
        return
    finally:
        os.close(handle)
