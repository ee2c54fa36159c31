"""A server over SSH, addressed by `sftp://`, which has to be the one that this computer knows.

fsspec's own driver takes any server for the right one. Whoever could pose as it would be handed a whole journal, so
the server's key must stand in the user's `known_hosts`, as it does once somebody has signed in with `ssh` or `sftp`.
"""

from __future__ import annotations

from typing import Any

import paramiko  # type: ignore[import-untyped] # it has no types
from fsspec.implementations.sftp import SFTPFileSystem  # type: ignore[import-untyped]

from netjudge_plugin.publish.stopped import Stopped

#: How many seconds a server may be silent.
_PATIENCE = 60


class Server(SFTPFileSystem):  # type: ignore[misc]
    """fsspec's file system, signed in to a server that is known."""

    def _connect(self) -> None:
        self.client = paramiko.SSHClient()
        self.client.load_system_host_keys()
        self.client.set_missing_host_key_policy(_Unknown())
        try:
            self.client.connect(self.host, **{"timeout": _PATIENCE, **self.ssh_kwargs})
        except paramiko.BadHostKeyException:
            raise Stopped("other-server", host=self.host) from None
        except paramiko.SSHException as error:
            transport = self.client.get_transport()
            if transport is not None and transport.is_active():  # it is there, and nothing was there to sign in with
                raise PermissionError(str(error)) from error
            raise
        self.ftp = self.client.open_sftp()
        self.ftp.get_channel().settimeout(_PATIENCE)  # it may fall silent at any time

    def exists(self, path: str, **_: Any) -> bool:  # noqa: ANN401 - the library's signature
        """Whether something is there (the library's own takes an interruption for a no)."""
        try:
            self.info(path)
        except FileNotFoundError:
            return False
        return True


class _Unknown(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
    """Whoever is not known is not handed anything."""

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:  # noqa: ARG002
        raise Stopped("unknown-server", host=hostname, fingerprint=key.fingerprint)
