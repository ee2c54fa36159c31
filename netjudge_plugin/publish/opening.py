"""An address becomes a file system of fsspec's, signed in, or the reason why not.

Nothing has been looked at or changed by then: what goes wrong here is a wrong address, a wrong password, a library that
is not installed, or a server that is not there.
"""

from __future__ import annotations

import logging
from typing import Any

from netjudge_plugin.publish.address import has_password
from netjudge_plugin.publish.meanings import as_oserror
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.trouble import LOOKING, trouble

#: Drivers of our own, where fsspec's leave out what is needed.
_OURS = {
    "smb": "netjudge_plugin.publish.smb.Share",
    "sftp": "netjudge_plugin.publish.sftp.Server",
    "ssh": "netjudge_plugin.publish.sftp.Server",
}
#: Libraries that tell what went wrong a second time, as a traceback, if nobody listens.
_TALKATIVE = ("smbclient", "smbprotocol", "paramiko", "s3fs", "asyncio")
#: What has to be installed for a kind of server.
_EXTRAS = {"smb": "smb", "sftp": "sftp", "ssh": "sftp", "webdav": "webdav", "dav": "webdav", "s3": "s3", "s3a": "s3"}
#: The same for kinds that netjudge has no extra for: the package that fsspec's list of them asks for.
_PACKAGES = {
    "gcs": "gcsfs", "gs": "gcsfs", "abfs": "adlfs", "az": "adlfs", "hdfs": "pyarrow", "arrow_hdfs": "pyarrow",
    "box": "boxfs", "dropbox": "dropboxdrivefs", "gdrive": "gdrive-fsspec", "oci": "ocifs", "oss": "ossfs",
}  # fmt: skip


def opened(url: str, shown: str) -> tuple[Any, str]:
    """The file system of an address, and the path on it; raises Stopped if it cannot be opened."""
    kind = url.partition("://")[0]
    for name in _TALKATIVE:
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        _ensure_driver(kind, shown)
        from fsspec.core import url_to_fs  # type: ignore[import-untyped] # it has no types

        with as_oserror(url):
            files, path = url_to_fs(url, skip_instance_cache=True)
    except ImportError as error:
        raise _not_installed(kind, shown, error) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise Stopped(LOOKING.get(trouble(error), "unopened"), target=shown, why=why) from None
    if has_password(str(path)):
        raise Stopped("password-elsewhere", target=shown, kind=kind)
    return files, str(path)


def _not_installed(kind: str, shown: str, error: ImportError) -> Stopped:
    """What to install, where that is known; else what is missing."""
    if kind in _PACKAGES and error.name != "fsspec":
        return Stopped("no-driver", target=shown, how=f"pip install {_PACKAGES[kind]}")
    if kind in _EXTRAS or error.name == "fsspec":
        return Stopped("no-driver", target=shown, how=f"pip install 'netjudge[{_EXTRAS.get(kind, 'remote')}]'")
    missing = error.name or getattr(error.__cause__, "name", None) or f"{kind}://"
    return Stopped("driver-unknown", target=shown, kind=kind, missing=missing)


def protocols_of(files: Any) -> set[str]:  # noqa: ANN401 - fsspec has no types
    """What a file system goes by."""
    return {files.protocol} if isinstance(files.protocol, str) else set(files.protocol)


def _ensure_driver(kind: str, shown: str) -> None:
    """Have fsspec know our drivers, and this kind; raises Stopped or ImportError if it does not."""
    import fsspec  # type: ignore[import-untyped]

    for name, driver in _OURS.items():
        fsspec.register_implementation(name, driver, clobber=True)
    try:
        fsspec.get_filesystem_class(kind.rpartition("::")[2])
    except ValueError:
        raise Stopped("no-such-kind", target=shown, kind=kind) from None
