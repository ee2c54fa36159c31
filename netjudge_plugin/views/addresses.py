"""Addresses: which uri a page has, and how one page is reached from another by a relative link.

Uris are ASCII and safe on every file system, links are relative: a site opened from a folder works like one on a
server. Nothing is numbered in order, so no address depends on which other entries exist (but for a clash of names,
where every one of them gives way alike).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netjudge_plugin.model.journal import Event

PEOPLE = "people/index"
EVENTS = "events/index"

_PLAIN_STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
_PLAIN_ANCHOR = re.compile(r"[a-z][a-z0-9_-]{0,60}", re.ASCII)
#: Names that a file system or a site keeps for itself.
_RESERVED = frozenset(
    "index readme 404 search assets con prn aux nul".split()
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)


def person_uri(person_id: str) -> str:
    """The address of a person's page."""
    return f"people/{person_id}"


def event_uris(events: Iterable[Event]) -> dict[str, str]:
    """The address of each event's page, by the path of its file inside the journal.

    A plain ASCII file name is kept, anything else becomes the date and a part of the path's hash. Events whose names
    would be the same (case apart) all carry a part of the hash.
    """
    stems = {event.inside: _stem(event) for event in events}
    for length in (4, 16, 64):
        clashing = _clashing(stems)
        for inside in clashing:
            stems[inside] = f"{clashing[inside]}-{_digest(inside, length)}"
    return {inside: f"events/{stem}" for inside, stem in stems.items()}


def brief_uri(event_uri: str) -> str:
    """The address of the briefing for an event: the event's own name in another folder, so it is as unique."""
    return f"brief/{event_uri.removeprefix('events/')}"


def anchor(text: str) -> str:
    """An ASCII id for a heading: the text itself where it is one already, else a part of its hash."""
    return text if _PLAIN_ANCHOR.fullmatch(text) else hashed(text)


def hashed(text: str) -> str:
    """An ASCII id for any text, whatever it is."""
    return f"x{_digest(text, 8)}"


@dataclass(frozen=True)
class Here:
    """The page from which links start. `directory_urls` says whether an address ends in `/` (else in `.html`)."""

    uri: str
    directory_urls: bool = True

    def link(self, uri: str) -> str:
        """The relative address of the page `uri`, as seen from here."""
        return self._back + (_address(uri) or ("" if self._back else "./")) if self.directory_urls else self._file(uri)

    def asset(self, path: str) -> str:
        """The relative address of a file of the site, such as `assets/netjudge.css`, as seen from here."""
        return self._back + path

    @cached_property
    def _back(self) -> str:
        address = _address(self.uri) if self.directory_urls else self.uri
        return "../" * address.count("/")

    def _file(self, uri: str) -> str:
        return f"{self._back}{uri}.html"


def _address(uri: str) -> str:
    """The address of a page below the site's root where addresses end in `/`; the root itself is empty."""
    return "" if uri == "index" else uri.removesuffix("/index") + "/"


def _stem(event: Event) -> str:
    name = PurePosixPath(event.inside).name.removesuffix(".md")
    stem = name.lower().replace(".", "-")
    if _PLAIN_STEM.fullmatch(name) and stem not in _RESERVED:
        return stem
    return f"{event.date.isoformat()}-{_digest(event.inside, 8)}"


def _clashing(stems: Mapping[str, str]) -> dict[str, str]:
    by_stem: dict[str, list[str]] = {}
    for inside, stem in stems.items():
        by_stem.setdefault(stem, []).append(inside)
    return {inside: stem for stem, insides in by_stem.items() if len(insides) > 1 for inside in insides}


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
