"""A target on whatever else fsspec opens: SMB, WebDAV, SFTP, S3 and many more.

How whole a file is while it is being replaced is the server's to say:

- object stores (S3, Google, Azure): an object is there entirely or not at all; it is put in its place;
- SMB, SFTP and local file systems: a file is put beside its place and moved into it in one step;
- all others, WebDAV among them (where a move deletes what was there first): it is put in its place, and what a cut-off
  leaves is the server's to say; the next run mends it. What is ours there (the manifest) is put beside its place as
  well, so that one of the two is always whole.

Credentials come from fsspec's own configuration, from the environment or from the system; there are none in mkdocs.yml.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from netjudge_plugin.publish import manifest
from netjudge_plugin.publish.address import without_password
from netjudge_plugin.publish.meanings import as_oserror, translated
from netjudge_plugin.publish.opening import opened, protocols_of
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import TEMPORARY, Listing
from netjudge_plugin.publish.trouble import Patience

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from netjudge_plugin.publish.manifest import Entry

_MOVES_AT_ONCE = {"file", "local", "sftp", "ssh", "smb"}
_MAKES_AT_ONCE = {"file", "local", "memory", "sftp", "ssh", "smb"}
#: Where folders are but the beginnings of names, and only the bucket has to be there.
_OBJECTS = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss"}
_CHUNK = 1 << 20


class RemoteTarget:
    """A folder of a file system of fsspec's as a target."""

    def __init__(self, url: str, token: str, patience: Patience | None = None) -> None:
        """The target at an address; raises Stopped if there is no driver for it."""
        self.shown = without_password(url)
        self._url = url
        self._files, root = opened(url, self.shown)
        self._root = root.rstrip("/")
        protocols = protocols_of(self._files)
        self.counted = str(self._files.unc(self._root)) if hasattr(self._files, "unc") else ""
        self._has_folders = not protocols & _OBJECTS
        self.creates_at_once = bool(protocols & _MAKES_AT_ONCE)
        self._moves = bool(protocols & _MOVES_AT_ONCE)
        self._made: set[str] = set()
        self._token = token
        self._patience = patience or Patience()

    def listing(self) -> Listing | None:
        """See Target."""
        with self._as_oserror():
            self._files.invalidate_cache()
            try:
                there = self._files.info(self._root)
            except OSError as error:
                if not _is_missing(error):
                    raise
                self._ensure_makeable()
                return None
            if there["type"] != "directory":
                raise Stopped("not-a-folder", target=self.shown)
            return self._listed() if self._has_folders else self._found()

    def make(self) -> None:
        """See Target."""
        with self._as_oserror():
            self._ensure_makeable()
            if self._has_folders:
                self._files.makedirs(self._root, exist_ok=True)

    def read(self, name: str) -> bytes | None:
        """See Target."""
        try:
            with self._as_oserror():
                return bytes(self._files.cat_file(self._path(name)))
        except FileNotFoundError:
            return None

    def content(self, name: str) -> Entry:
        """See Target."""
        with self._as_oserror(), self._files.open(self._path(name), "rb") as file:
            return manifest.of_chunks(iter(lambda: file.read(_CHUNK), b""))

    def write(self, name: str, source: Path | bytes) -> None:
        """See Target."""
        data = source if isinstance(source, bytes) else source.read_bytes()
        if self._moves or not isinstance(source, bytes):
            self._patience.insist(lambda: self._put(self._path(name), data))
            return
        copy = self._path(f"{TEMPORARY}{self._token}")
        for path in (copy, self._path(name)):
            self._patience.insist(partial(self._put, path, data))
        self._remove(copy)

    def create(self, name: str, data: bytes) -> bool:
        """See Target. What cannot be asked for in one step is looked for first."""
        try:
            with self._as_oserror():
                self._files.invalidate_cache()
                if self.read(name) is not None:
                    return False
                self._files.pipe_file(self._path(name), data, **({"mode": "create"} if self.creates_at_once else {}))
        except OSError:
            if self._is_there(name):  # not all say that this is why
                return False
            raise
        return True

    def delete(self, name: str) -> None:
        """See Target."""
        self._patience.insist(lambda: self._remove(self._path(name)))

    def settle(self) -> None:
        """See Target: what a server has taken is its own to keep."""

    def prune(self, folders: Iterable[str]) -> None:
        """See Target."""
        for folder in sorted(folders, key=lambda name: (-name.count("/"), name)) if self._has_folders else ():
            self._made.discard(self._path(folder))
            try:
                with self._as_oserror():
                    self._files.rmdir(self._path(folder))
            except OSError:  # something is in it that is not ours, or is left there for now
                continue

    def ensure_present(self) -> None:
        """See Target: a server that is not there any more says so by itself."""

    def free(self) -> int | None:
        """See Target. Few servers can be asked."""
        if not hasattr(self._files, "room"):
            return None
        with self._as_oserror():
            return int(self._files.room(self._root.rpartition("/")[0]))

    def _as_oserror(self) -> AbstractContextManager[None]:
        return as_oserror(self._url)

    def _ensure_makeable(self) -> None:
        """Raise Stopped if the folder above, or the bucket, is missing: it is not ours to make."""
        above = self._root.rpartition("/")[0] if self._has_folders else self._root.partition("/")[0]
        try:
            self._files.info(above)
        except OSError as error:
            if not _is_missing(error):
                raise
            raise Stopped("no-folder-above", target=self.shown, folder=above or "/") from None

    def _listed(self) -> Listing:
        """Everything below the target, folder by folder; one that cannot be read is an error, and not an empty one."""
        files: dict[str, int] = {}
        empty: list[str] = []
        odd: list[str] = []
        folders = [self._root]
        while folders:
            folder = folders.pop()
            found = self._files.ls(folder, detail=True)
            if not found and folder != self._root:
                empty.append(self._name(folder))
            for one in found:
                path = one["name"].rstrip("/")
                if one["type"] == "directory":
                    folders.append(path)
                elif one["type"] == "file":
                    files[self._name(path)] = int(one["size"] or 0)
                else:
                    odd.append(self._name(path))
        return Listing(files, tuple(sorted(empty)), tuple(sorted(odd)))

    def _found(self) -> Listing:
        """Everything below the target, in one question where there are no folders."""
        found = self._files.find(self._root, detail=True)
        return Listing({self._name(path): int(one["size"] or 0) for path, one in found.items()})

    def _name(self, path: str) -> str:
        return path[len(self._root) + 1 :]

    def _is_there(self, name: str) -> bool:
        try:
            return self.read(name) is not None
        except OSError:
            return False

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _put(self, path: str, data: bytes) -> None:
        folder = path.rpartition("/")[0]
        with self._as_oserror():
            if folder not in self._made:
                self._files.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            if not self._moves:
                self._files.pipe_file(path, data)
                return
            temporary = f"{folder}/{TEMPORARY}{self._token}"
            try:
                self._files.pipe_file(temporary, data)
                self._files.mv(temporary, path)
            except BaseException:
                self._forget(temporary)
                raise

    def _remove(self, path: str) -> None:
        try:
            with self._as_oserror():
                self._files.rm_file(path)
        except FileNotFoundError:
            return

    def _forget(self, path: str) -> None:
        try:
            self._remove(path)
        except OSError:
            return


def _is_missing(error: OSError) -> bool:
    """Whether a file system says that nothing is there (not all say it with Python's own error)."""
    return isinstance(translated(error), FileNotFoundError)
