"""What an error of a file system means for a publish: a file in use, no room, no right to write, or nobody there."""

from __future__ import annotations

import errno
import time
from contextlib import contextmanager
from enum import Enum, auto
from typing import TYPE_CHECKING

from netjudge_plugin.publish.stopped import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from netjudge_plugin.publish.target import Target


_TENTH = 100_000


class Trouble(Enum):
    """What an OSError comes down to."""

    IN_USE = auto()  # one file: somebody has it open, or it may not be changed
    FULL = auto()
    READ_ONLY = auto()
    GONE = auto()
    OTHER = auto()


#: The reason for which a publish ends, by what it was about: looking for the first time, beginning, and being at it.
LOOKING = {Trouble.READ_ONLY: "read-only", Trouble.IN_USE: "denied", Trouble.GONE: "unreachable"}
BEGINNING = {Trouble.READ_ONLY: "read-only", Trouble.IN_USE: "read-only", Trouble.GONE: "gone"}
AT_WORK = {Trouble.READ_ONLY: "read-only", Trouble.GONE: "gone"}

_OF_ERRNO = {
    Trouble.IN_USE: ("EACCES", "EPERM", "EBUSY", "ETXTBSY"),
    Trouble.FULL: ("ENOSPC", "EDQUOT", "EFBIG"),
    Trouble.READ_ONLY: ("EROFS",),
    Trouble.GONE: (
        "ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "EIO", "ESTALE", "ENOTCONN", "ECONNREFUSED", "ECONNRESET",
        "ECONNABORTED", "EPIPE", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENETRESET", "ETIMEDOUT",
    ),
}  # fmt: skip
#: Windows' own numbers; it says EACCES or EINVAL for most of them.
_OF_WINDOWS = {
    Trouble.IN_USE: (5, 32, 33),
    Trouble.FULL: (39, 112, 1295),
    Trouble.READ_ONLY: (19,),
    Trouble.GONE: (3, 21, 53, 55, 59, 64, 67, 121, 1203, 1222, 1231, 1232),
}


def trouble(error: OSError) -> Trouble:
    """What the error comes down to."""
    windows = getattr(error, "winerror", None)
    for found, numbers in _OF_WINDOWS.items():
        if windows in numbers:
            return found
    for found, names in _OF_ERRNO.items():
        if error.errno in {getattr(errno, name, None) for name in names} - {None}:
            return found
    if isinstance(error, PermissionError):  # from fsspec: without a number
        return Trouble.IN_USE
    return Trouble.GONE if isinstance(error, FileNotFoundError | ConnectionError | TimeoutError) else Trouble.OTHER


class Patience:
    """How long it is worth waiting for somebody to close a file: some seconds for each, and not for ever."""

    def __init__(
        self,
        each: float = 5.0,
        together: float = 30.0,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """So many seconds for each file, and for all of them together."""
        self._each = each
        self._left = together
        self._sleep = sleep
        self._clock = clock

    def insist(self, act: Callable[[], object]) -> None:
        """Do something, again and again while a file is in use; raises the last error.

        A server may take its time to say no, and that counts, too.
        """
        spent, pause = 0.0, 0.05
        while True:
            begun = self._clock()
            try:
                act()
            except OSError as error:
                if trouble(error) is not Trouble.IN_USE or spent >= self._each or self._left <= 0:
                    raise
            else:
                return
            self._sleep(pause)
            gone = max(pause, self._clock() - begun)
            spent, self._left, pause = spent + gone, self._left - gone, min(pause * 2, 1.0)


@contextmanager
def told(
    target: Target, needed: Callable[[], int] = lambda: 0, reasons: Mapping[Trouble, str] = AT_WORK
) -> Iterator[None]:
    """Turn an error of the target's into the reason for which the publish ends; `needed` is the room it would take."""
    try:
        yield
    except OSError as error:
        kind = trouble(error)
        if kind is Trouble.FULL:
            raise full(target, needed()) from error
        raise Stopped(reasons.get(kind, "failed"), target=target.shown, why=error.strerror or str(error)) from error


def full(target: Target, needed: int) -> Stopped:
    """The reason that is told where there is not enough room."""
    try:
        free = target.free()
    except OSError:
        free = None
    if free is None:  # a quota, or a server that does not say
        return Stopped("full-unmeasured", target=target.shown, needed=_megabytes(needed + _TENTH - 1))
    return Stopped("full", target=target.shown, needed=_megabytes(needed + _TENTH - 1), free=_megabytes(free))


def _megabytes(count: int) -> str:
    """Bytes as megabytes with one digit, rounded down."""
    return f"{count // _TENTH // 10}.{count // _TENTH % 10}"
