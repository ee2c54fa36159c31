"""A share of Windows or Samba, addressed by `smb://`, for what fsspec's own driver leaves out.

A whole folder is listed in one question instead of one more for each file, a file is moved over another in one step,
nothing is opened so that others could not read it meanwhile, and a server that falls silent is not waited for for ever.
"""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Any

import smbclient  # type: ignore[import-untyped] # it has no types
from fsspec.implementations.smb import SMBFileSystem  # type: ignore[import-untyped]
from smbprotocol.exceptions import SMBException  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable

#: How many seconds a server may be silent.
_PATIENCE = 60


class Share(SMBFileSystem):  # type: ignore[misc]
    """fsspec's file system, with a listing, a move and a way to open files of our own."""

    def __init__(self, host: str, **more: Any) -> None:  # noqa: ANN401 - the library's signature
        """Sign in; `more` is what the address and fsspec's configuration say."""
        super().__init__(host, **{"share_access": "rwd", **more})

    def _connect(self) -> None:
        super()._connect()
        session = smbclient.register_session(self.host, username=self.username, password=self.password, port=self._port)
        session.connection.receive = _impatient(session.connection.receive)

    def ls(self, path: str, detail: bool = True, **_: Any) -> list[Any]:  # noqa: ANN401, FBT001, FBT002
        """What is in a folder: names, sizes and kinds, as the folder itself tells them."""
        folder = path.rstrip("/")
        found = []
        with smbclient.scandir(self.unc(path), port=self._port) as entries:
            for entry in entries:
                about = entry.smb_info
                found.append({"name": f"{folder}/{entry.name}", "size": about.end_of_file, "type": _kind(about)})
        return found if detail else [one["name"] for one in found]

    def mv(self, path1: str, path2: str, **_: Any) -> None:  # noqa: ANN401
        """Move a file into a place, where one may be already."""
        smbclient.replace(self.unc(path1), self.unc(path2), port=self._port)

    def room(self, path: str) -> int:
        """How many bytes whoever signed in may still write there."""
        return int(smbclient.stat_volume(self.unc(path), port=self._port).caller_available_size)

    def unc(self, path: str) -> str:
        """A path as Windows writes it."""
        return f"\\\\{self.host}" + path.rstrip("/").replace("/", "\\")


def _impatient(receive: Callable[..., Any]) -> Callable[..., Any]:
    """The library's way to wait for an answer, but not for ever; once a server has been silent, not at all."""
    silent = False

    def received(request: Any, *, timeout: float | None = None, **more: Any) -> Any:  # noqa: ANN401
        nonlocal silent
        if silent:
            raise TimeoutError("no answer")
        try:
            return receive(request, timeout=timeout or _PATIENCE, **more)
        except SMBException as error:
            if type(error) is not SMBException:
                raise
            silent = True  # (it has no error of its own for this)
            raise TimeoutError(str(error)) from error

    return received


def _kind(about: Any) -> str:  # noqa: ANN401
    if about.file_attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT:
        return "link"
    return "directory" if about.file_attributes & stat.FILE_ATTRIBUTE_DIRECTORY else "file"
