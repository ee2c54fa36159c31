"""A share of Windows or Samba, addressed by `smb://`, for what fsspec's own driver leaves out.

A whole folder is listed in one question instead of one more for each file, a file is moved over another in one step,
and nothing is opened so that others could not read it meanwhile.
"""

from __future__ import annotations

import stat
from typing import Any

import smbclient  # type: ignore[import-untyped] # it has no types
from fsspec.implementations.smb import SMBFileSystem  # type: ignore[import-untyped]


class Share(SMBFileSystem):  # type: ignore[misc]
    """fsspec's file system, with a listing, a move and a way to open files of our own."""

    def __init__(self, host: str, **more: Any) -> None:  # noqa: ANN401 - the library's signature
        """Sign in; `more` is what the address and fsspec's configuration say."""
        super().__init__(host, **{"share_access": "rwd", **more})

    def ls(self, path: str, detail: bool = True, **_: Any) -> list[Any]:  # noqa: ANN401, FBT001, FBT002
        """What is in a folder: names, sizes and kinds, as the folder itself tells them."""
        folder = path.rstrip("/")
        found = []
        with smbclient.scandir(self._unc(path), port=self._port) as entries:
            for entry in entries:
                about = entry.smb_info
                found.append({"name": f"{folder}/{entry.name}", "size": about.end_of_file, "type": _kind(about)})
        return found if detail else [one["name"] for one in found]

    def mv(self, path1: str, path2: str, **_: Any) -> None:  # noqa: ANN401
        """Move a file into a place, where one may be already."""
        smbclient.replace(self._unc(path1), self._unc(path2), port=self._port)

    def room(self, path: str) -> int:
        """How many bytes whoever signed in may still write there."""
        return int(smbclient.stat_volume(self._unc(path), port=self._port).caller_available_size)

    def _unc(self, path: str) -> str:
        return f"\\\\{self.host}" + path.rstrip("/").replace("/", "\\")


def _kind(about: Any) -> str:  # noqa: ANN401
    if about.file_attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT:
        return "link"
    return "directory" if about.file_attributes & stat.FILE_ATTRIBUTE_DIRECTORY else "file"
