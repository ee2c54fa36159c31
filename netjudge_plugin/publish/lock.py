"""One publisher at a time: a lock file on the target that says who holds it, from which computer, and since when.

Locks of an operating system do not reach across all shares, and a file does. A lock is a promise that can be broken by
a crash, so it may be taken over: at once from a process of this computer that has ended, after a while without a sign
of life from another computer, and when the user says so. Whoever takes over writes the lock anew, waits a moment and
looks again: of two who do so at once, the later one holds it and the earlier one sees that.
"""

from __future__ import annotations

import datetime
import json
import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import LOCK

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.publish.target import Target

FORMAT = 1
#: How long another computer's lock counts without a sign of life.
STALE = datetime.timedelta(minutes=30)
#: How often a long publish gives one.
SIGN_OF_LIFE = datetime.timedelta(minutes=1)
_MOMENT = 0.5
_STILL_ACTIVE = 259


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock. `token` is another for every run; `since` and `seen` are in UTC."""

    host: str
    user: str
    pid: int
    token: str
    since: datetime.datetime
    seen: datetime.datetime


@dataclass(frozen=True, slots=True)
class Us:
    """Who we are and how we know: the things a lock takes from the computer."""

    host: str
    user: str
    pid: int
    token: str
    now: Callable[[], datetime.datetime]
    is_running: Callable[[int], bool] = lambda pid: is_running(pid)  # noqa: PLW0108 - defined below
    sleep: Callable[[float], object] = time.sleep


@dataclass(slots=True)
class Lock:
    """A lock that is held. `former` is who held it before, if it was taken over."""

    target: Target
    us: Us
    mine: Holder
    former: Holder | None = None

    def confirm(self) -> None:
        """Make sure that it is still ours, and from time to time give a sign of life; raises Stopped if it is not."""
        self.ensure_ours()
        now = self.us.now()
        if now - self.mine.seen >= SIGN_OF_LIFE:
            self.mine = replace(self.mine, seen=now)
            self.target.write(LOCK, written(self.mine))

    def ensure_ours(self) -> None:
        """Raise Stopped if another has taken over."""
        found = read(self.target.read(LOCK))
        if found is None or found.token != self.mine.token:
            raise Stopped("lock-lost", _facts(found), target=self.target.shown)

    def release(self) -> None:
        """Take the lock away, unless it is another's by now. What cannot be taken away is taken over next time."""
        try:
            found = read(self.target.read(LOCK))
            if found is not None and found.token == self.mine.token:
                self.target.delete(LOCK)
        except OSError:
            return


def acquire(target: Target, us: Us, *, by_force: bool = False) -> Lock:
    """The lock of a target; raises Stopped if another holds it. Interrupted, it leaves none of ours behind."""
    now = us.now()
    attempt = _Attempt(target, Holder(us.host, us.user, us.pid, us.token, since=now, seen=now))
    try:
        return _acquired(attempt, us, by_force=by_force)
    except (KeyboardInterrupt, OSError):
        attempt.withdraw()
        raise


@dataclass(slots=True)
class _Attempt:
    """A lock on its way to a target, and what of it may be there by now: interrupted, that has to go, and nothing else.

    An unfinished file is ours only while we write: at any other time it is one that another has just begun.
    """

    target: Target
    mine: Holder
    before: bytes | None = None
    is_written: bool = False
    is_being_written: bool = False

    def create(self) -> bool:
        """Write the lock where there is none; False if there is one."""
        self.is_being_written = True
        self.is_written = self.target.create(LOCK, written(self.mine))
        self.is_being_written = False
        return self.is_written

    def replace(self, before: bytes | None) -> None:
        """Write the lock in the place of another."""
        self.before, self.is_being_written = before, True
        self.target.write(LOCK, written(self.mine))
        self.is_written, self.is_being_written = True, False

    def withdraw(self) -> None:
        """Take away what was written."""
        try:
            there = self.target.read(LOCK)
            if there is not None and self._is_ours(there):
                self.target.delete(LOCK)
        except OSError:
            return

    def _is_ours(self, there: bytes) -> bool:
        ours = written(self.mine)
        if self.is_being_written:
            return there != self.before and ours.startswith(there)
        return self.is_written and there == ours


def _acquired(attempt: _Attempt, us: Us, *, by_force: bool) -> Lock:
    target, mine = attempt.target, attempt.mine
    if attempt.create():
        return _settled(Lock(target, us, mine))
    there, holder = _there(target, us)
    if there is None:  # released in this very moment
        if attempt.create():
            return _settled(Lock(target, us, mine))
        there, holder = _there(target, us)
    if holder is not None and not by_force and _is_alive(holder, us):
        raise Stopped("locked", _facts(holder), target=target.shown)
    if target.read(LOCK) != there:
        raise Stopped("locked", _facts(read(target.read(LOCK))), target=target.shown)
    attempt.replace(there)
    us.sleep(_MOMENT)
    lock = Lock(target, us, mine, former=holder)
    lock.ensure_ours()
    return lock


def written(holder: Holder) -> bytes:
    """A lock as a file."""
    times = {"since": holder.since.isoformat(), "seen": holder.seen.isoformat()}
    whom = {"host": holder.host, "user": holder.user, "pid": holder.pid, "token": holder.token}
    return (json.dumps({"format": FORMAT, **whom, **times}, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes | None) -> Holder | None:
    """A lock that was written; None for no lock, or one that was not finished."""
    try:
        table = json.loads(data or b"")
        times = [datetime.datetime.fromisoformat(table[name]) for name in ("since", "seen")]
        found = Holder(*(table[name] for name in ("host", "user", "pid", "token")), *times)
    except (ValueError, TypeError, KeyError):
        return None
    texts = (found.host, found.user, found.token)
    sound = all(isinstance(text, str) for text in texts) and type(found.pid) is int and all(one.tzinfo for one in times)
    return found if sound else None


def is_running(pid: int) -> bool:
    """Whether there is a process of that number on this computer."""
    if os.name == "nt":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _is_running_on_windows(pid: int) -> bool:
    """Asked of the system itself, since os.kill would end the process there."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined] # on Windows alone
    handle = kernel.OpenProcess(0x1000, False, pid)  # noqa: FBT003 - may only be asked about
    if not handle:
        return False
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not known or code.value == _STILL_ACTIVE


def _settled(lock: Lock) -> Lock:
    """Where a new file is not made in one step (most servers), look again after a moment who came last."""
    if not lock.target.creates_at_once:
        lock.us.sleep(_MOMENT)
        lock.ensure_ours()
    return lock


def _there(target: Target, us: Us) -> tuple[bytes | None, Holder | None]:
    """The lock that is there; one that is being written is waited for, one that was never finished has no holder."""
    data = target.read(LOCK)
    if data is not None and read(data) is None:
        us.sleep(_MOMENT)
        data = target.read(LOCK)
    return data, read(data)


def _is_alive(holder: Holder, us: Us) -> bool:
    if holder.host == us.host:  # (in a container every process may have the same number: ours is not the holder's)
        return holder.pid != us.pid and us.is_running(holder.pid)
    return us.now() - holder.seen < STALE


def _facts(holder: Holder | None) -> dict[str, str]:
    """What is told of who holds it."""
    if holder is None:
        return {"host": "?", "user": "?", "since": "?"}
    return {"host": holder.host, "user": holder.user, "since": f"{holder.since.astimezone():%Y-%m-%d %H:%M}"}
