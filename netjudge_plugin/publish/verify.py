"""Is a published site what was published? Every file is read, and compared with the manifest beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.publish import state
from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.trouble import LOOKING, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.publish.target import Target


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: names of files that differ, that are missing, and that are not ours, and how many are right.

    `unread` are files that somebody has open so that nobody else may read them.
    """

    right: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    strangers: tuple[str, ...]
    unfinished: bool
    unread: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether everything is as it was published."""
        return not (self.changed or self.missing or self.strangers or self.unread)

    @property
    def is_known(self) -> bool:
        """Whether nothing was found that is wrong, though it could not all be read."""
        return not (self.changed or self.missing or self.strangers)


def verify(target: Target, audience: str, tell: Callable[[str, int, int], None] = lambda *_: None) -> Verified:
    """Read the whole target; it is not changed. An unfinished publish is only said to be one."""
    with told(target, reasons=LOOKING):
        found = state.find(target, audience)
        if not found.marked:
            raise Stopped("unmarked", target=target.shown)
        if not found.known.complete:
            return Verified(0, (), (), found.strangers, unfinished=True)
    changed, unread = [], []
    with told(target):
        for nth, name in enumerate(sorted(found.names)):
            tell("compare", nth, len(found.names))
            content = state.content(target, found.names[name], found.size(name))
            if not content.sha256:
                unread.append(name)
            elif content != found.known.files[name]:
                changed.append(name)
    missing = tuple(sorted(found.known.files.keys() - found.names.keys()))
    right = len(found.names) - len(changed) - len(unread)
    return Verified(right, tuple(changed), missing, found.strangers, unfinished=False, unread=tuple(unread))
