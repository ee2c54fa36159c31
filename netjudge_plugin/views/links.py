r"""Where a link in a note may lead: a short list of what is allowed, everything else loses its address.

An allow-list on the whole address, never a search for bad ones: `java&#115;cript:`, a tab inside, `//host` and
`\\host` all fail simply because they do not look like anything on the list.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Mapping

_WEB = re.compile(r"https?://[^\s/?#\\<>\"]+[^\s\\<>\"]*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s\\<>\":/]+@[^\s\\<>\":/]+", re.IGNORECASE)
_PHONE = re.compile(r"tel:[+0-9().\-*#;=a-z]+", re.IGNORECASE | re.ASCII)
_FRAGMENT = re.compile(r"#[^\s\\<>\"]*")
_ENTRY = re.compile(r"([^\s:\\?#<>\"]+\.md)(#[^\s]*)?", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef]")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*\Z""")


def web(written: str) -> str | None:
    """The address if it leads to the web (http, https), else None."""
    address = _plain(written)
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~") if address and _WEB.fullmatch(address) else None


def outside(written: str) -> str | None:
    """The address if it is one of the web, of a mailbox, of a telephone or of a place on the same page, else None."""
    address = _plain(written)
    if address is None:
        return None
    if any(known.fullmatch(address) for known in (_MAIL, _PHONE, _FRAGMENT)):
        return quote(address, safe="%/:?#[]@!$&'()*+,;=~")
    return web(written)


def entry(written: str, inside: str, pages: Mapping[str, str]) -> str | None:
    """The uri of the page of another journal file that a relative address leads to, else None.

    `inside` is the path of the file that holds the link; `pages` maps paths inside the journal to uris.
    """
    found = _ENTRY.fullmatch(_plain(written) or "")
    if not found or found[1].startswith("/"):
        return None
    return pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(inside), unquote(found[1]))))


def _plain(written: str) -> str | None:
    """What a browser would make of the text, without a title; None if anything invisible hides in it."""
    address = _TITLE.sub("", written.strip(" \n"))
    if address.startswith("<") and address.endswith(">"):
        address = address[1:-1]
    address = html.unescape(address)
    return None if _UNSEEN.search(address) else address
