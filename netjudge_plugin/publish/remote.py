"""A target on whatever else fsspec opens: SMB, WebDAV, SFTP, S3 and many more. The only file that knows fsspec.

How whole a file is while it is being replaced is the server's to say:

- object stores (S3, Google, Azure): an object is there entirely or not at all; it is put in its place;
- SFTP and local file systems: a file is put beside its place and moved into it in one step;
- all others: it is put in its place, and a run that is cut off may leave one torn file, which the next run mends. What
  is ours there (the manifest) is put beside its place as well, so that one of the two is always whole.

Credentials come from fsspec's own configuration, from the environment or from the system; there are none in mkdocs.yml.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from netjudge_plugin.publish import manifest
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import TEMPORARY, Listing
from netjudge_plugin.publish.trouble import Patience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from netjudge_plugin.publish.manifest import Entry

_MOVES_AT_ONCE = {"file", "local", "sftp", "ssh"}
_MAKES_AT_ONCE = {"file", "local", "memory"}
_CHUNK = 1 << 20
_SECRET = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)")


class RemoteTarget:
    """A folder of a file system of fsspec's as a target."""

    counted = ""

    def __init__(self, url: str, token: str, patience: Patience | None = None) -> None:
        """The target at an address; raises Stopped if there is no driver for it."""
        self.shown = without_password(url)
        self._files, self._root = _opened(url, self.shown)
        protocol = self._files.protocol
        protocols = {protocol} if isinstance(protocol, str) else set(protocol)
        self.creates_at_once = bool(protocols & _MAKES_AT_ONCE)
        self._moves = bool(protocols & _MOVES_AT_ONCE)
        self._made: set[str] = set()
        self._token = token
        self._patience = patience or Patience()

    def listing(self) -> Listing | None:
        """See Target. Empty folders are nothing here: most of these file systems have none."""
        with _as_oserror():
            self._files.invalidate_cache()
            try:
                there = self._files.info(self._root)
            except FileNotFoundError:
                return None
            if there["type"] != "directory":
                raise Stopped("not-a-folder", target=self.shown)
            found = self._files.find(self._root, detail=True)
            start = len(self._root.rstrip("/")) + 1
            return Listing({path[start:]: int(one["size"] or 0) for path, one in found.items()})

    def make(self) -> None:
        """See Target."""
        with _as_oserror():
            self._files.makedirs(self._root, exist_ok=True)

    def read(self, name: str) -> bytes | None:
        """See Target."""
        try:
            with _as_oserror():
                return bytes(self._files.cat_file(self._path(name)))
        except FileNotFoundError:
            return None

    def content(self, name: str) -> Entry:
        """See Target."""
        with _as_oserror(), self._files.open(self._path(name), "rb") as file:
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
        with _as_oserror():
            self._files.invalidate_cache()
            if self._files.exists(self._path(name)):
                return False
            try:
                self._files.pipe_file(self._path(name), data, **({"mode": "create"} if self.creates_at_once else {}))
            except FileExistsError:
                return False
            return True

    def delete(self, name: str) -> None:
        """See Target."""
        self._patience.insist(lambda: self._remove(self._path(name)))

    def settle(self) -> None:
        """See Target: what a server has taken is its own to keep."""

    def prune(self, folders: Iterable[str]) -> None:
        """See Target."""
        for folder in sorted(folders, key=lambda name: (-name.count("/"), name)):
            try:
                with _as_oserror():
                    if not self._files.find(self._path(folder)):
                        self._made.discard(self._path(folder))
                        self._files.rmdir(self._path(folder))
            except OSError:
                continue

    def ensure_present(self) -> None:
        """See Target: a server that is not there any more says so by itself."""

    def free(self) -> int | None:
        """See Target."""
        return None

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _put(self, path: str, data: bytes) -> None:
        folder = path.rpartition("/")[0]
        with _as_oserror():
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
            with _as_oserror():
                self._files.rm_file(path)
        except FileNotFoundError:
            return

    def _forget(self, path: str) -> None:
        try:
            self._remove(path)
        except OSError:
            return


def without_password(url: str) -> str:
    """An address as it may be shown."""
    return _SECRET.sub(r"\1:…", url)


def _opened(url: str, shown: str) -> tuple[Any, str]:
    """The file system of an address, and the path on it."""
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped] # it has no types
    except ImportError:
        raise Stopped("no-driver", target=shown, why="pip install fsspec") from None
    try:
        with _as_oserror():
            files, path = url_to_fs(url, skip_instance_cache=True)
    except (ImportError, ValueError) as error:
        raise Stopped("no-driver", target=shown, why=str(error)) from None
    return files, str(path)


@contextmanager
def _as_oserror() -> Iterator[None]:
    """Every file system has errors of its own: all that are none of Python's become an OSError."""
    try:
        yield
    except (OSError, ImportError, ValueError, Stopped):
        raise
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
