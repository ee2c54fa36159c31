"""A target's address becomes a target: a folder's path, or an address with `://` for fsspec."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from netjudge_plugin.publish.folder import FolderTarget, overlapping
from netjudge_plugin.publish.stopped import Stopped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.publish.target import Target
    from netjudge_plugin.publish.trouble import Patience

#: A path that begins at a server or a drive. Elsewhere it would be a folder of that odd name, beside mkdocs.yml.
_OF_WINDOWS = re.compile(r"\\\\|[A-Za-z]:[\\/]")


def locate(
    address: str, base: Path, token: str, away_from: Iterable[Path] = (), patience: Patience | None = None
) -> Target:
    """The target of an address. A relative path starts at `base`; a link to a folder is followed here, once.

    Raises Stopped for a folder that is, is in, or is around one of `away_from`.
    """
    if "://" in address and not address.startswith("file://"):
        from netjudge_plugin.publish.remote import RemoteTarget

        return RemoteTarget(address, token, patience)
    if address.startswith("file://"):
        parts = urlsplit(address)
        address = url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path)
    if _OF_WINDOWS.match(address) and os.name != "nt":
        raise Stopped("unc-elsewhere", target=address)
    path = (base / Path(address).expanduser()).resolve()
    if there := overlapping(path, away_from):
        raise Stopped("overlap", target=str(path), folder=str(there))
    return FolderTarget(path, token, patience)
