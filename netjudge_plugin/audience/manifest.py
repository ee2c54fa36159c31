"""Which files a site may hold: those that a page or the theme brings along, and nothing that lay about beside them.

The host copies whatever lies in `docs_dir`: a memo, an editor's copy of a page, the list of pictures that Windows
leaves behind. Nobody links to them, and anybody can open them.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from netjudge_plugin.model.proof import Leak, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

#: What editors, systems and version control leave behind; it is never expected, whoever asks for it.
_LEFTOVER = re.compile(
    r"^\.|~$|^~\$|^#.*#$|\.(?:bak|old|orig|tmp|temp|swp|swo|part|crdownload|md|markdown|yml|yaml|toml|py|log)$"
    r"|^(?:thumbs\.db|desktop\.ini|ehthumbs\.db)$|conflicted copy|競合",
    re.IGNORECASE,
)
_LINK = re.compile(r"""(?:\b(?:src|href|data|poster|content)\s*=\s*["']?|url\(\s*["']?)([^"'\s>)]+)""", re.IGNORECASE)
_MAY_LINK = re.compile(rb"[=(]")
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
#: Files of the host, and of a place that a site was published to, that no page names.
HOST_FILES = frozenset(
    {
        "netjudge-target.json",
        "netjudge-manifest.json",
        "404.html",
        "index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "search/search_index.json",
        "search/search_index.js",
    }
)
_READ_LINKS = (".html", ".css")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a built site; `data` is None for what is no plain file (a link, a pipe)."""

    path: str
    data: bytes | None = field(repr=False)


def entries(folder: Path) -> Iterator[Entry]:
    """Everything below a folder in the order of the paths; links are named and not followed."""
    for path, plain in _listing(folder):
        yield Entry(path, (folder / path).read_bytes() if plain else None)


def names(folder: Path) -> frozenset[str]:
    """The paths of everything below a folder."""
    return frozenset(path for path, _ in _listing(folder))


def strangers(folder: Path, expected: Collection[str], shown: Callable[[str], str] = str) -> tuple[Leak, ...]:
    """The files of a built site that are not expected (paths with `/`), links, and leftovers, expected or not.

    `shown` is how a path is told, should a part of it be a secret.
    """
    wanted = frozenset(expected)
    return tuple(
        Leak(shown(path), Trouble.STRANGER)
        for path, plain in _listing(folder)
        if not plain or path not in wanted or _is_leftover(path)
    )


def reachable(folder: Path, also: Collection[str] = (), *, pages: Collection[str] | None = None) -> frozenset[str]:
    """The files that a finished site itself accounts for: its pages, and what they name.

    `pages` are what the build made, if that is known, else those that its sitemap lists; `also` are files that are
    known otherwise: the theme's, those of the journal's pages.
    """
    data = {entry.path: entry.data for entry in entries(folder) if entry.data is not None}
    waiting = [path for path in {*HOST_FILES, *also, *(_listed(data) if pages is None else pages)} if path in data]
    reached, read = set(waiting), defaultdict[str, set[bytes]](set)
    while waiting:
        path = waiting.pop()
        if not path.endswith(_READ_LINKS):
            continue
        known = read[posixpath.dirname(path)]  # from there, the same line leads to the same files
        lines = set(data[path].split(b"\n")) - known
        known |= lines
        links = {
            link for line in lines if _MAY_LINK.search(line) for link in _LINK.findall(line.decode("utf-8", "replace"))
        }
        named = {_target(path, link) for link in links}
        fresh = {name for name in named if name in data and name not in reached}
        reached |= fresh
        waiting += fresh
    return frozenset(reached)


def _listing(folder: Path) -> Iterator[tuple[str, bool]]:
    """The paths of everything below a folder, in their order, and whether each is a plain file."""
    waiting = [""]
    found = []
    while waiting:
        inside = waiting.pop()
        for item in os.scandir(folder / inside):
            path = f"{inside}{item.name}"
            if item.is_dir(follow_symlinks=False):
                waiting.append(f"{path}/")
            else:
                found.append(path)
    for path in sorted(found):
        yield path, stat.S_ISREG((folder / path).lstat().st_mode)


def _listed(data: dict[str, bytes]) -> Iterator[str]:
    """The pages that the sitemap lists; without a `site_url` it lists none, and then all pages count."""
    found = _LOCATION.findall(data.get("sitemap.xml", b"").decode("utf-8", "replace"))
    pages = [path for path in data if path.endswith(".html")]
    if not found:
        yield from pages
        return
    addresses = [unquote(urlsplit(address).path) for address in found]
    home = min(addresses, key=len)
    base = home[: home.rfind("/") + 1]
    for address in addresses:
        inside = address.removeprefix(base)
        yield inside + "index.html" if inside.endswith("/") or not inside else inside


def _target(page: str, link: str) -> str:
    """The path inside the site that a link of a page leads to; itself where it leads elsewhere."""
    parts = urlsplit(link) if "[" not in link else urlsplit("")
    if parts.scheme or parts.netloc or not parts.path:
        return page
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    return f"{inside}/index.html".removeprefix("./") if parts.path.endswith("/") else inside


def _is_leftover(path: str) -> bool:
    return any(_LEFTOVER.search(part) for part in path.split("/"))
