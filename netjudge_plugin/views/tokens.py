"""Finding the links in a user's text, with their places, before anything else looks at it.

Every link becomes a token made of two noncharacters of Unicode and a number; noncharacters of the user's own are taken
out first, so a token cannot be forged. Whoever turns the text into HTML asks the token what to show. What no token was
made for is no link, whatever it looks like later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.views import links
from netjudge_plugin.views.addresses import person_uri

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TOKEN = re.compile("\ufdd0([0-9]+)\ufdd1")
PAGE = re.compile("\ufdd4([^\ufdd5]*)\ufdd5")
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")

# the lengths keep a text of nothing but brackets from taking for ever
_PERSON = r"(?P<embed>!?)\[\[(?P<name>[^\[\]|\n]{1,200})(?:\|(?P<shown>[^\[\]\n]{1,200}))?\]\]"
_LINK = (
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\\n]|\\.|\n(?![ \t]*\n)|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\((?P<to>(?:[^()\\\n]|\\.|\n(?![ \t]*\n)|\([^()\n]{0,500}\)){0,2000})\)"
)
_BARE = r"(?P<bare>https?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]{1,2000})"
_DEFINITION = r"(?P<definition>^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*(?:[A-Za-z][\w+.&#;-]*:|[./\\<])[^\n]*)"
_AUTO = r"<(?P<auto>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{1,2000}|[^<>\s@:\"'&]{1,100}@[^<>\s@:\"'&]{1,200})>"
_IN_NOTES = re.compile(f"{_PERSON}|{_LINK}|{_BARE}")
_IN_BODIES = re.compile(rf"\\.|{_DEFINITION}|{_PERSON}|{_LINK}|{_AUTO}|{_BARE}", re.MULTILINE)
_QUOTED = re.compile(r"""[\[\]{}*&!|>'"%@`#,]|.*(?::\s| #)""")
_INSIDE_A_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,200})\](?:\([^()\n]{0,2000}\))?")
_AT_THE_END = re.compile(r"[.,;:!?'*_~)]+\Z")


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the user: the path of its file inside the journal, and where it begins.

    A body begins at the start of a line. Of a note only the place of its value in the front matter is known.
    """

    text: str
    inside: str
    start: Place
    note: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A link as written, the text to show for it, and where it leads: an allowed address, a page (PAGE), or None."""

    source: str
    text: str
    href: str | None = None
    problems: tuple[Diagnostic, ...] = ()

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of the link in HTML, not yet escaped."""
        if self.href is None:
            return {}
        web = self.href.lower().startswith("http")
        return {"href": self.href} | ({"rel": "noopener noreferrer"} if web else {})

    @property
    def html(self) -> str:
        """The link as HTML with its text taken literally."""
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        return f"<a{attributes}>{escape(self.text)}</a>" if attributes else escape(self.text)


@dataclass
class Finder:
    """Finds the links of one text. `find`, `people` and `pages` are those of the notes."""

    written: Written
    find: Callable[[str], tuple[str, ...]]
    people: frozenset[str]
    pages: Mapping[str, str]
    tokens: list[Token] = field(default_factory=list)

    def replaced(self) -> str:
        """The text with a token in the place of every link."""
        pattern = _IN_NOTES if self.written.note else _IN_BODIES
        return pattern.sub(self._token, self._text)

    @cached_property
    def _text(self) -> str:
        return _NONCHARACTERS.sub("\ufffd", self.written.text)

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.written.text)]

    def _token(self, found: re.Match[str]) -> str:
        token = self._meaning(found)
        if token is None:
            return found.group()
        self.tokens.append(token)
        return f"\ufdd0{len(self.tokens) - 1}\ufdd1{found.group()[len(token.source) :]}"

    def _meaning(self, found: re.Match[str]) -> Token | None:
        parts = found.groupdict()
        if parts["name"] is not None:
            return self._person(found)
        if parts["to"] is not None:
            return self._image(found) if parts["image"] else self._link(found)
        if parts["bare"] is not None:
            address = _AT_THE_END.sub("", parts["bare"])
            return Token(address, address, links.web(address)) if links.web(address) else None
        if parts.get("auto") is not None:
            return self._auto(found)
        if parts.get("definition") is not None:
            return Token(found.group(), found.group(), None, self._problem("link-blocked", found))
        return None

    def _person(self, found: re.Match[str]) -> Token:
        name = found["name"].strip()
        shown = (found["shown"] or name).strip()
        if found["embed"]:
            return Token(found.group(), shown, None, self._problem("image-blocked", found))
        ids = self.find(name)
        if not ids:
            return Token(found.group(), shown, None, self._problem("unknown-person-link", found))
        if len(ids) > 1:
            problems = self._problem("ambiguous-person-link", found, choices=", ".join(ids))
            return Token(found.group(), shown, None, problems)
        return Token(found.group(), shown, _page(person_uri(ids[0])) if ids[0] in self.people else None)

    def _link(self, found: re.Match[str]) -> Token:
        text, images = _flat(found["text"])
        page = links.entry(found["to"], self.written.inside, self.pages)
        href = _page(page) if page else links.outside(found["to"])
        problems = self._problem("image-blocked", found) if images else ()
        if href is None:
            problems += self._problem("link-blocked", found)
        return Token(found.group(), text, href, problems)

    def _image(self, found: re.Match[str]) -> Token:
        href = links.web(found["to"])
        return Token(found.group(), found["text"] or href or "", href, self._problem("image-blocked", found))

    def _auto(self, found: re.Match[str]) -> Token:
        address = found["auto"]
        href = links.outside(address if ":" in address else f"mailto:{address}")
        return Token(found.group(), address, href, () if href else self._problem("link-blocked", found))

    def _problem(self, name: str, found: re.Match[str], **facts: str) -> tuple[Diagnostic, ...]:
        return (Diagnostic(self._place(found.start()), name, facts),)

    def _place(self, offset: int) -> Place:
        start = self.written.start
        line = bisect_left(self._line_ends, offset)
        column = offset - (self._line_ends[line - 1] if line else -1)
        if self.written.note:
            return _in_front_matter(self.written.text, start, line, column)
        return Place(start.path, start.line + line, column)


def _in_front_matter(text: str, start: Place, line: int, column: int) -> Place:
    """Where a character of a value stands, as far as its first place tells.

    A text of several lines is a block (`|`) and begins below; one that YAML would not take bare begins with a quote.
    """
    if "\n" in text:
        return Place(start.path, start.line + 1 + line, column)
    return Place(start.path, start.line, start.column + column - 1 + bool(_QUOTED.match(text)))


def _page(uri: str) -> str:
    """A page as an address to be filled in: the relative one depends on where the text is shown."""
    return f"\ufdd4{uri}\ufdd5"


def _flat(text: str) -> tuple[str, bool]:
    """The text of a link without links and images inside, and whether there was an image."""
    images = any(found[1] for found in _INSIDE_A_LINK.finditer(text))
    return _INSIDE_A_LINK.sub(r"\2", text), images
