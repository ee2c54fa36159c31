"""How I see it: a finished page, before any site generator has touched it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page for its table of contents: plain text (not HTML), an ASCII id, and the level (2, 3)."""

    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `uri` without suffix (`people/sato-misaki`, `index`), plain-text title, ready HTML and headings.

    `parent` is the uri of the fixed page it belongs to (None for the fixed pages themselves); `source` the journal
    file behind it, as shown to the user, if there is one.
    """

    uri: str
    title: str
    html: str
    headings: tuple[Heading, ...] = ()
    parent: str | None = None
    source: str | None = None
