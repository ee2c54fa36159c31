"""Names that a share could not hold, found before anything is sent.

A share is read on Windows and on Macs, whatever the computer that publishes to it: what differs by case alone is one
file there, and some names do not exist there at all.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from netjudge_plugin.publish.stopped import Stopped
from netjudge_plugin.publish.target import OURS, TEMPORARY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

#: The most units of UTF-16 that a path may have on Windows, where it is not told otherwise.
LONGEST = 259
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\.|$)", re.IGNORECASE)


def folded(name: str) -> str:
    """What two names have in common that are one where case and the form of letters do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def check(names: Collection[str], root: str = "") -> None:
    """Raise Stopped for names that cannot all be held; `root` is the folder's path where its length counts."""
    if "index.html" not in names:
        raise Stopped("no-index")
    if unusable := sorted(name for name in names if _is_unusable(name)):
        raise Stopped("unusable-name", listed=unusable)
    if clashing := list(_clashes(names)):
        raise Stopped("clash", listed=clashing)
    room = LONGEST - _units(root) - 1
    if root and (long := sorted(name for name in names if _units(name) > room)):
        raise Stopped("too-long", listed=long, limit=LONGEST)


def _is_unusable(name: str) -> bool:
    parts = name.split("/")
    ours = name in OURS or parts[-1].startswith(TEMPORARY)
    return ours or any(_FORBIDDEN.search(part) or _DEVICE.match(part) for part in parts)


def _clashes(names: Iterable[str]) -> Iterator[str]:
    """Pairs of files or folders that are one where case does not count."""
    seen: dict[str, str] = {}
    for path in sorted({path for name in names for path in with_folders(name)}):
        there = seen.setdefault(folded(path), path)
        if there != path:
            yield f"{there} / {path}"


def with_folders(name: str) -> Iterator[str]:
    """A file's name and those of the folders it is in, the outermost first."""
    parts = name.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
