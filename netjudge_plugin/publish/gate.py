"""What must not leave: looked for in the finished site, before anything is sent.

One's own site holds everything, so only requests to elsewhere are looked for here; a site for others passes the proof.
What is found names a file and a kind, never what was found there, so that a message leaks nothing either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from netjudge_plugin.publish.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a file that must not leave: `kind` has its words in the catalogue, `about` is safe to be shown."""

    name: str
    kind: str
    about: str = ""


_TAG = re.compile(
    r"<(script|img|iframe|frame|source|video|audio|embed|track|input|object|image|use|link)\b"
    r"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?<![\w:-])(rel|src|srcset|poster|data|href|xlink:href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
#: Links of a head that only tell where something is; browsers ask for all others.
_TELLING = {"canonical", "alternate", "next", "prev", "author", "license", "help", "me", "edit"}
_STYLES = re.compile(r"<style\b.*?</style>|\sstyle\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE | re.DOTALL)
_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')\s;]+)", re.IGNORECASE)


def private(site: Path, files: Manifest) -> tuple[Leak, ...]:
    """The gate of one's own site: whoever opens it asks nobody else for anything."""
    return tuple(foreign_requests(site, files))


def foreign_requests(site: Path, files: Manifest) -> Iterator[Leak]:
    """Each address elsewhere that a page or a style sheet would load something from, once a file."""
    for name in sorted(files.files):
        if name.endswith((".html", ".css", ".svg")):
            text = (site / name).read_text(encoding="utf-8", errors="replace")
            hosts = {host for address in _loaded(text, name) if (host := _elsewhere(address))}
            yield from (Leak(name, "foreign-request", host) for host in sorted(hosts))


def _loaded(text: str, name: str) -> Iterator[str]:
    styles = [text] if name.endswith(".css") else [unescape(found[0]) for found in _STYLES.finditer(text)]
    yield from (found[1] for style in styles for found in _STYLE.finditer(style))
    for tag in () if name.endswith(".css") else _TAG.finditer(text):
        values = {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag[2])
        }
        if tag[1].lower() == "link" and _TELLING.intersection(values.get("rel", "").lower().split()):
            continue
        several = values.pop("srcset", "")
        yield from (piece.split()[0] for piece in several.split(", ") if piece.split())
        yield from (value for attribute, value in values.items() if attribute != "rel")


def _elsewhere(address: str) -> str:
    """The host that an address asks, "" if it stays inside the site."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return "?"
    return host if parts.scheme.lower() in ("", "http", "https", "ftp", "ws", "wss") else ""
