"""What a site would ask of other servers: scripts, styles, images and typefaces that do not come with it.

A journal's pages are to work without a network, and nobody else is to learn when they are opened. The settings tell
some of it before anything is built (so `netjudge check` tells it, too), the finished pages tell the rest. A link that
one follows by choice is none of this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_ABROAD = re.compile(r"(?:https?:)?//\S")
_ELEMENT = re.compile(
    r"<(?P<tag>script|link|img|iframe|embed|object|audio|video|source|track|input)\b(?P<attributes>[^<>]*?"
    r"(?:https?:)?//[^<>]*)>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"""\s(src|srcset|href|data|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_REL = re.compile(r"""\srel\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
#: What a <link> may be without being loaded.
_ONLY_TOLD = {"canonical", "alternate", "next", "prev", "author", "license", "edit", "search", "help"}


def settings_that_ask(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The settings by which pages would ask other servers, each with an address."""
    theme = str(config.theme.name)
    if theme == "material" and "material/privacy" not in config.plugins:  # which lays it all beside the site
        if config.theme.get("font") is not False:
            yield "theme.font", "https://fonts.googleapis.com/"
        analytics = dict(config.extra).get("analytics")
        if isinstance(analytics, dict) and analytics.get("provider") == "google":
            yield "extra.analytics", "https://www.googletagmanager.com/"
    if theme in ("mkdocs", "readthedocs") and config.theme.get("highlightjs"):
        yield "theme.highlightjs", "https://cdnjs.cloudflare.com/"
    for setting in ("extra_css", "extra_javascript"):
        for file in getattr(config, setting):
            if _ABROAD.match(str(file)):
                yield setting, shortened(str(file))


def pages_ask(html: str, site_url: str | None) -> Iterator[str]:
    """The addresses that a finished page would load from other servers."""
    own = urlsplit(site_url or "").netloc
    for element in _ELEMENT.finditer(html):
        rel = _REL.search(element["attributes"])
        if element["tag"].lower() == "link" and rel and set(rel[1].lower().split()) <= _ONLY_TOLD:
            continue
        for name, *values in _ADDRESS.findall(element["attributes"]):
            value = next(filter(None, values), "")
            for address in value.split(",") if name.lower() == "srcset" else (value,):
                if _ABROAD.match(address.strip()) and urlsplit(address.strip()).netloc != own:
                    yield shortened(address.strip().split()[0])


def shortened(address: str) -> str:
    """The address without what may follow its path: it is to be recognised, not to be repeated."""
    parts = urlsplit(address, scheme="https")
    return f"{parts.scheme}://{parts.netloc}{parts.path}"
