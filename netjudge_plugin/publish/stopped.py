"""Why a publish ended early: a name with its facts, whose words stand in the catalogue (`publish.stopped`)."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Ending(StrEnum):
    """What is left to do for the one who published."""

    MEND = "mend"  # something asked for, or set, cannot be done
    AGAIN = "again"  # the same once more, when the share is ready
    PRIVATE = "private"  # nothing: something private would have left
    LOCKED = "locked"  # wait for another


#: Every reason there is; each has its text in both languages (a test proves it).
REASONS: Mapping[str, Ending] = MappingProxyType(
    {
        # the site that was built
        "no-index": Ending.MEND,
        "clash": Ending.MEND,
        "unusable-name": Ending.MEND,
        "too-long": Ending.MEND,
        # the target's address
        "no-folder-above": Ending.MEND,
        "not-a-folder": Ending.MEND,
        "overlap": Ending.MEND,
        "unc-elsewhere": Ending.MEND,
        "no-driver": Ending.MEND,
        "driver-unknown": Ending.MEND,
        "no-such-kind": Ending.MEND,
        "password-elsewhere": Ending.MEND,
        "unopened": Ending.MEND,
        "denied": Ending.MEND,
        "unknown-server": Ending.MEND,
        "other-server": Ending.MEND,
        "unreachable": Ending.AGAIN,
        # what the target holds
        "foreign": Ending.MEND,
        "foreign-inside": Ending.MEND,
        "marker-unreadable": Ending.MEND,
        "other-member": Ending.MEND,
        "unmarked": Ending.MEND,
        "read-only": Ending.MEND,
        "other-audience": Ending.PRIVATE,
        # what may be otherwise later
        "gone": Ending.AGAIN,
        "full": Ending.AGAIN,
        "full-unmeasured": Ending.AGAIN,
        "failed": Ending.AGAIN,
        "locked": Ending.LOCKED,
        "lock-lost": Ending.LOCKED,
    }
)


class Stopped(Exception):  # noqa: N818 - an end, not always an error
    """The publish goes no further. `listed` are names to be shown below the sentence."""

    def __init__(
        self, reason: str, known: Mapping[str, str] | None = None, *, listed: Sequence[str] = (), **facts: str | int
    ) -> None:
        """One of REASONS, with what its words need."""
        super().__init__(reason)
        self.reason = reason
        self.facts = {**(known or {}), **facts}
        self.listed = tuple(listed)

    @property
    def ending(self) -> Ending:
        """What is left to do."""
        return REASONS[self.reason]
