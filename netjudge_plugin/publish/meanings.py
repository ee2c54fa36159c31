"""What the libraries behind fsspec raise becomes an error of Python's own, with the number that tells what it means.

Each has errors of its own: some are an OSError without a number, some none at all. They are told by their names, so
that nothing needs to be installed that is not used.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from netjudge_plugin.publish.address import hushed
from netjudge_plugin.publish.stopped import Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How much of what a library says is shown.
_LONGEST = 120
_EDQUOT = getattr(errno, "EDQUOT", errno.ENOSPC)
#: By the name of the class, or of one that it is a kind of.
_BY_NAME = {
    # whoever signs in is not known, or may not
    "SMBAuthenticationError": errno.EACCES, "LogonFailure": errno.EACCES, "WrongPassword": errno.EACCES,
    "PasswordExpired": errno.EACCES, "SpnegoError": errno.EACCES, "AuthenticationException": errno.EACCES,
    "NoCredentialsError": errno.EACCES, "PartialCredentialsError": errno.EACCES, "ProfileNotFound": errno.EACCES,
    "CredentialRetrievalError": errno.EACCES, "ForbiddenOperation": errno.EACCES,
    # nobody there
    "gaierror": errno.EHOSTUNREACH, "NoValidConnectionsError": errno.ECONNREFUSED, "SSHException": errno.ENOTCONN,
    "TimeoutError": errno.ETIMEDOUT,
    "EOFError": errno.ENOTCONN, "SMBConnectionClosed": errno.ENOTCONN, "EndpointConnectionError": errno.ECONNREFUSED,
    "ConnectTimeoutError": errno.ETIMEDOUT, "ReadTimeoutError": errno.ETIMEDOUT, "HTTPClientError": errno.ENOTCONN,
    "TransportError": errno.ENOTCONN, "ClientConnectionError": errno.ENOTCONN, "BadGatewayError": errno.ENOTCONN,
    # one file, or its folder
    "ResourceLocked": errno.EBUSY, "InsufficientStorage": errno.ENOSPC, "ResourceNotFound": errno.ENOENT,
    "ResourceConflict": errno.ENOENT,
}  # fmt: skip
#: What a server of Windows says, as numbers of NT.
_BY_NT_STATUS = {
    0xC0000022: errno.EACCES, 0xC0000061: errno.EACCES, 0xC0000121: errno.EACCES,  # may not
    0xC0000043: errno.EBUSY, 0xC0000054: errno.EBUSY, 0xC0000056: errno.EBUSY,  # open elsewhere, locked, going
    0xC000007F: errno.ENOSPC, 0xC0000044: _EDQUOT,
    0xC00000A2: errno.EROFS,
    0xC0000034: errno.ENOENT, 0xC000003A: errno.ENOENT, 0xC0000225: errno.ENOENT, 0xC00000CC: errno.ENOENT,
    0xC0000035: errno.EEXIST, 0xC0000101: errno.ENOTEMPTY, 0xC0000103: errno.ENOTDIR, 0xC00000BA: errno.EISDIR,
    0xC0000033: errno.EINVAL,
    0xC00000B5: errno.ETIMEDOUT, 0xC00000C9: errno.ENOTCONN, 0xC0000203: errno.ENOTCONN, 0xC000020C: errno.ENOTCONN,
    0xC000020D: errno.ECONNRESET, 0xC0000128: errno.ENOTCONN,
}  # fmt: skip
_OF_CONNECTIONS = {
    errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE, errno.EHOSTUNREACH, errno.ENETUNREACH,
    errno.ENETDOWN, errno.ETIMEDOUT, errno.ENOTCONN,
}  # fmt: skip
_BY_HTTP_STATUS = {401: errno.EACCES, 403: errno.EACCES, 423: errno.EBUSY, 429: errno.EBUSY, 503: errno.EBUSY}


@contextmanager
def as_oserror(url: str = "") -> Iterator[None]:
    """Whatever is raised inside becomes an OSError that does not repeat the password of the address."""
    try:
        yield
    except (ImportError, Stopped):
        raise
    except Exception as error:
        raise translated(error, url) from error


def translated(error: Exception, url: str = "") -> OSError:
    """The error as one of Python's; its text is the library's first line, where that says more than the number."""
    number = _number(error)
    if number is None:
        kind = type(error) if isinstance(error, OSError) and _is_telling(error) else OSError
        return kind(hushed(_said(error), url))
    return OSError(number, os.strerror(number) if _nt_status(error) is not None else hushed(_said(error), url))


def _number(error: Exception) -> int | None:
    """What the error means as one of Python's numbers; one that says nothing may come from a connection that broke."""
    number = _own_number(error)
    if number is not None or _is_telling(error):
        return number
    came_from = error.__cause__ or error.__context__
    while came_from is not None:
        number = _own_number(came_from)
        if number in _OF_CONNECTIONS:
            return number
        came_from = came_from.__cause__ or came_from.__context__
    return None


def _own_number(error: BaseException) -> int | None:
    if (status := _nt_status(error)) in _BY_NT_STATUS:
        return _BY_NT_STATUS[status]
    for kind in type(error).__mro__:
        if kind.__name__ in _BY_NAME:
            return _BY_NAME[kind.__name__]
    if (http := getattr(getattr(error, "response", None), "status_code", None)) in _BY_HTTP_STATUS:
        return _BY_HTTP_STATUS[http]
    if str(error) == "Socket is closed":  # (paramiko's, of a connection that broke before)
        return errno.ENOTCONN
    return error.errno or None if isinstance(error, OSError) else None


def _is_telling(error: Exception) -> bool:
    """Whether the class alone says what it is, as Python's FileNotFoundError does without any number."""
    return isinstance(error, OSError) and type(error).__module__ == "builtins" and type(error) is not OSError


def _nt_status(error: BaseException) -> int | None:
    found = getattr(error, "ntstatus", getattr(error, "status", None))
    return found if isinstance(found, int) and found >= 0xC0000000 else None  # noqa: PLR2004 - errors begin there


def _said(error: Exception) -> str:
    """The first line of what a library says; where it says nothing, the name of its error."""
    text = (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).strip()
    first = text.splitlines()[0] if text else ""
    first = first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"
    number = _number(error)
    if not first and number is not None:
        return os.strerror(number)
    known = isinstance(error, OSError) and type(error).__module__ == "builtins"
    return first if first and (known or number) else f"{type(error).__name__}: {first}".removesuffix(": ")
