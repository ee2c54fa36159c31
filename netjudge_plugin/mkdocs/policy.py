"""What a page may load: nothing but what the site itself brings, said to the browser in the head of every page.

A content security policy is a second wall behind the escaping: whatever got into a page, no script of it runs, and
nothing is asked of another server. The theme's own inline scripts are let through by their hashes, computed from the
finished page. Styles written into elements have to stay allowed: aligned cells of tables are written so, and a style
can load no more than the other directives let it.

Under `serve` the host puts a script into each page as it hands it out; there inline scripts are allowed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_POLICY: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "style-src-attr": "'unsafe-inline'",
        "img-src": "'self' data:",  # the theme's icons are data: in its style sheet
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
)
DIRECTIVES = tuple(_POLICY)
#: What may be added to a directive: a scheme, an address without a path of its own making, or a keyword in quotes.
_SOURCE = re.compile(r"[A-Za-z0-9*:/._~%+-]+|'[A-Za-z0-9+/=-]+'")
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_INLINE = re.compile(r"<(script|style)\b([^<>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_DATA_BLOCK = re.compile(r"\btype=[\"']?(?!module\b|(?:text|application)/javascript\b)", re.IGNORECASE)
_SENT = re.compile(r"<form\b[^<>]*\saction=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy of a site: what the user adds, whether pages are served live, and whether from a folder, too."""

    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    serving: bool = False
    from_folder: bool = False

    def within(self, html: str) -> str:
        """The page with its policy as early in the head as may be; a text without a head is no page."""
        head = _HEAD.search(html)
        if head is None:
            return html
        meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(self.of(html), quote=False)}">'
        return f"{html[: head.end()]}{meta}{html[head.end() :]}"

    def of(self, html: str) -> str:
        """The policy as it is written."""
        found: dict[str, dict[str, None]] = {"script-src": {}, "style-src": {}}
        for kind, attributes, text in _INLINE.findall(html):
            if kind.lower() == "style":
                found["style-src"][_digest(text)] = None
            elif " src=" not in attributes.lower() and not _DATA_BLOCK.search(attributes):
                found["script-src"][_digest(text)] = None
        if self.serving:
            found["script-src"] = {"'unsafe-inline'": None}
        own = dict(_POLICY)
        if _SENT.search(html):  # a theme whose search is a form that leads to a page
            own["form-action"] = "'self'"
        return "; ".join(self._directive(name, own[name], tuple(found.get(name, ()))) for name in own)

    def _directive(self, name: str, own: str, found: tuple[str, ...]) -> str:
        # a folder has no origin that every browser would take for 'self'
        folder = ("file:",) if self.from_folder and "'self'" in own else ()
        added = self.added.get(name, ())
        kept = () if added and own == "'none'" else (own,)
        return " ".join((name, *kept, *folder, *found, *added))

    def allows(self, address: str) -> bool:
        """Whether the user has let this address in: by its host, or by its scheme."""
        parts = urlsplit(address, scheme="https")
        let_in = {source.rstrip("/") for sources in self.added.values() for source in sources}
        return bool(let_in & {f"{parts.scheme}://{parts.netloc}", parts.netloc, f"{parts.scheme}:", "*"})


def read(value: object) -> dict[str, tuple[str, ...]] | None:
    """The option as it is written: what the user adds to each directive, and None for no policy at all.

    Raises ValueError or TypeError for what cannot be meant.
    """
    if value is False:
        return None
    if value in (None, True):
        return {}
    added = {}
    for name, sources in dict(value).items():  # type: ignore[call-overload] # what is no table is refused here
        found = sources.split() if isinstance(sources, str) else sources
        if name not in DIRECTIVES or not isinstance(found, list) or not found:
            raise ValueError(name)
        if not all(isinstance(source, str) and _SOURCE.fullmatch(source) for source in found):
            raise ValueError(sources)
        added[name] = tuple(found)
    return added


@lru_cache(maxsize=100)
def _digest(text: str) -> str:
    """The hash of an inline script as a source; a browser reads every line end as one sign."""
    read_as = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    return f"'sha256-{base64.b64encode(hashlib.sha256(read_as).digest()).decode()}'"
