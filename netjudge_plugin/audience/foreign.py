"""What a page loads from elsewhere by itself: a request tells a stranger who reads which page, and when.

Links that a reader may follow are no requests. Own address and addresses inside the site are fine.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOREIGN = r"(?:(?:https?|wss?|ftp):)?//"
#: Elements that load what their attributes name; of `a` and `area` only `ping` is sent by itself.
_TAG = re.compile(
    r"<(script|img|iframe|frame|link|source|video|audio|track|embed|object|input|image|use|feimage|meta|base|body|a|area|"
    r"form|button)\b((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_LOADING = frozenset(
    {"src", "srcset", "href", "xlink:href", "data", "poster", "background", "ping", "imagesrcset", "manifest"}
)
#: Kinds of `<link>` that load or connect; the others (canonical, license, author, next …) only say something.
_CONNECTING = frozenset(
    "stylesheet preload prefetch preconnect dns-prefetch modulepreload prerender icon manifest apple-touch-icon "
    "apple-touch-icon-precomposed mask-icon shortcut import".split()
)
_STYLE = re.compile(rf"(?:url\(\s*|@import\s+)[\"']?({_FOREIGN}[^\"'\s)]+)", re.IGNORECASE)
_SCRIPT = re.compile(
    r"(?:\b(?:fetch|import|importScripts|Worker|SharedWorker|EventSource|WebSocket|sendBeacon|register|open|require|"
    rf"src|href|url)\b[^\"'`\n]{{0,40}})[\"'`]({_FOREIGN}[^\"'`\s]+)"
)
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_BLOCK = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_INLINE = re.compile(r"\bstyle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


#: Without these there is no foreign address in a text: two slashes (or what becomes slashes) in a row.
_ELSEWHERE = re.compile(r"&|[/\\][\t\r\n]*[/\\]")


def loads(path: str, text: str, origin: str = "") -> Iterator[str]:
    """The foreign addresses that a file makes a browser ask for, each once, without what is asked there."""
    if not _ELSEWHERE.search(text):
        return
    path = path.lower().removesuffix(".gz")
    found = dict.fromkeys(_told(address) for address in _addresses(path, text) if _is_foreign(address, origin))
    yield from found


def site_of(address: str) -> str:
    """Where an address leads, without the rest of it."""
    return "/".join(address.split("/", 3)[:3]) + "/"


def _addresses(path: str, text: str) -> Iterator[str]:
    if path.endswith((".html", ".htm", ".svg", ".svgz", ".xhtml")):
        yield from _in_page(text)
    elif path.endswith(".css"):
        yield from _STYLE.findall(text)
    elif path.endswith((".js", ".mjs")):
        yield from _SCRIPT.findall(text)
    elif path.endswith((".webmanifest", "manifest.json")):
        yield from re.findall(rf'"src"\s*:\s*"({_FOREIGN}[^"]+)"', text)


def _in_page(text: str) -> Iterator[str]:
    for element, inside in _TAG.findall(text):
        attributes = {
            name.lower(): html.unescape(one or two or three) for name, one, two, three in _ATTRIBUTE.findall(inside)
        }
        yield from _of_element(element.lower(), attributes)
    for element, inside in _BLOCK.findall(text):
        yield from (_SCRIPT if element.lower() == "script" else _STYLE).findall(inside)
    for one, two in _INLINE.findall(text):
        yield from _STYLE.findall(html.unescape(one or two))


def _of_element(element: str, attributes: dict[str, str]) -> Iterator[str]:
    if element == "meta":
        if attributes.get("http-equiv", "").lower() == "refresh":
            yield from _REFRESH.findall(attributes.get("content", ""))
        return
    if element in {"form", "button"}:
        yield from (attributes[name] for name in ("action", "formaction") if name in attributes)
        return
    if element == "link" and not _CONNECTING.intersection(attributes.get("rel", "").lower().split()):
        return
    for name in _LOADING.intersection(attributes):
        if element not in {"a", "area"} or name == "ping":
            yield from _each(attributes[name]) if name.endswith("srcset") or name == "ping" else [attributes[name]]


def _each(value: str) -> Iterator[str]:
    """The addresses of a list such as `a.png 1x, b.png 2x`."""
    yield from (part.split()[0] for part in value.split(",") if part.strip())


def _is_foreign(address: str, origin: str) -> bool:
    address = re.sub(r"[\t\r\n]", "", address).strip().replace("\\", "/")
    if not re.match(_FOREIGN, address, re.IGNORECASE):
        return False
    parts, own = urlsplit(address), urlsplit(origin)
    return not (own.netloc and parts.netloc.lower() == own.netloc.lower())


def _told(address: str) -> str:
    return re.split(r"[?#]", address.strip(), maxsplit=1)[0][:200]
