"""Markdown without anything that could do harm: the one place that knows Python-Markdown.

All of its own ways to make a link, an image or raw HTML are taken out; links come in as tokens alone. Headings begin
at h3, below the page's own, and carry no ids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from netjudge_plugin.views.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netjudge_plugin.views.tokens import Token

#: Everything in the library that makes a link, an image or markup out of the user's text ("…2" in older versions).
_UNSAFE = (
    "reference link image_link image_reference short_reference short_image_ref autolink automail html entity"
).split()
_TOP_HEADING, _LAST_HEADING = 3, 6
_HREF = re.compile('="\ufdd2([0-9]+)\ufdd3"')
_BREAK = re.compile(r"\n[ \t\u3000]*(?:\n\s*)+")


def paragraphs(source: str, tokens: Sequence[Token]) -> str:
    """A text as paragraphs and line breaks, with its links; everything else is literal."""
    html = TOKEN.sub(lambda found: tokens[int(found[1])].html, escape(source.strip()))
    return "".join(f"<p>{part}</p>".replace("\n", "<br>") for part in _BREAK.split(html) if part)


@dataclass
class SafeMarkdown:
    """Converts texts whose links are tokens; made once, used for every text."""

    _links: _Links = field(init=False)

    def convert(self, source: str, tokens: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
        """The HTML of a text, and the tokens that became links (those inside code stay what was written)."""
        self._library.reset()
        self._links.begin(tokens)
        try:
            html = self._library.convert(source)
        except RecursionError:  # a thousand quotations in each other: shown as it stands
            return paragraphs(source, tokens), tuple(tokens)
        html = _HREF.sub(lambda found: f'="{escape(tokens[int(found[1])].href or "")}"', html)
        return TOKEN.sub(lambda found: escape(tokens[int(found[1])].source), html), tuple(self._links.used)

    @cached_property
    def _library(self) -> markdown.Markdown:
        library = markdown.Markdown(extensions=["tables", "sane_lists", "nl2br"])
        library.preprocessors.deregister("html_block")
        library.parser.blockprocessors.deregister("reference")
        for name in _UNSAFE:
            library.inlinePatterns.deregister(name, strict=False)
        self._links = _Links(TOKEN.pattern, library)
        library.inlinePatterns.register(self._links, "netjudge-links", 185)  # after code, before everything else
        library.treeprocessors.register(_Headings(library), "netjudge-headings", 5)
        return library


class _Links(InlineProcessor):
    """Turns tokens into links. An address is a token again: it is escaped once, at the very end."""

    tokens: Sequence[Token] = ()
    used: dict[Token, None]

    def begin(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.used = tokens, {}

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override] # noqa: N802, ARG002
        token = self.tokens[int(m[1])]
        self.used[token] = None
        element = ET.Element("a" if token.href else "span", token.attributes)
        if token.href:
            element.set("href", f"\ufdd2{m[1]}\ufdd3")
        element.text = token.text
        return element, m.start(), m.end()


class _Headings(Treeprocessor):
    """The highest heading of a text becomes h3, the others follow."""

    def run(self, root: ET.Element) -> None:
        found = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        shift = _TOP_HEADING - min((int(element.tag[1]) for element in found), default=_TOP_HEADING)
        for element in found:
            element.tag = f"h{min(int(element.tag[1]) + shift, _LAST_HEADING)}"
