"""The theme's part of a page, rendered once for all pages that share it.

Two persons' pages differ in title, text and addresses; header, navigation, search and footer are the same to the byte,
and yet the theme's templates take most of a build to write them anew for each of thousands of pages. So the theme
renders a page of each kind with marks in the places that differ, and the marks are filled for the others.

That is only done where it is proved to give the same bytes: the second page of every kind is rendered by the theme as
well, and if filling gives anything else, the theme renders every page of that kind. It is not done at all where another
plugin gives the templates things of its own.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader, pass_context
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

#: The template that our pages name; it only asks `Shells.render`.
TEMPLATE = "netjudge-page.html"
_THEME = "main.html"
#: Plugins that are known to leave the templates' variables alone.
_QUIET = {"netjudge", "search", "material/search", "material/offline"}
_MARK = re.compile("<h1\x02content\x03|\x02(?:title|edit_url|canonical_url)\x03")


def install(env: Environment, config: MkDocsConfig) -> bool:
    """Teach the host's templates ours; False where another plugin has a say in the variables of a page."""
    listening = {name for name, plugin in config.plugins.items() if hasattr(plugin, "on_page_context")}
    if not listening <= _QUIET or env.loader is None:
        return False
    shells = Shells(env)
    env.globals["netjudge_page"] = shells.render
    env.loader = ChoiceLoader([DictLoader({TEMPLATE: "{{ netjudge_page() }}"}), env.loader])
    return True


@dataclass(slots=True)
class _Shell:
    """The theme's text around the places that differ; `proved` once a second page came out the same."""

    between: list[str]
    marks: list[str]
    proved: bool = False

    def fill(self, page: Page) -> str:
        """The whole page."""
        values = _values(page)
        parts = [self.between[0]]
        for mark, text in zip(self.marks, self.between[1:], strict=True):
            parts += (values[mark], text)
        return "".join(parts)


@dataclass(slots=True)
class Shells:
    """The shells of one build by kind of page; None for a kind that the theme has to render itself."""

    env: Environment
    known: dict[tuple[object, ...], _Shell | None] = field(default_factory=dict)

    @pass_context
    def render(self, context: Context) -> str:
        """The page that the context is about, as the theme would render it."""
        page: Page = context["page"]
        kind = _kind(page, context["base_url"])
        shell = self.known.get(kind)
        if shell is not None and shell.proved:
            return shell.fill(page)
        html = self._themed(context, page)
        if kind not in self.known:
            self.known[kind] = self._shell(context, page)
        elif shell is not None:
            shell.proved = shell.fill(page) == html
            if not shell.proved:
                self.known[kind] = None
        return html

    def _themed(self, context: Context, page: Page) -> str:
        return self.env.get_template(_THEME).render({**context.get_all(), "page": page})

    def _shell(self, context: Context, page: Page) -> _Shell | None:
        """A shell made from a copy of the page with marks; None if the theme has changed or dropped the text's mark."""
        html = self._themed(context, _marked(page))
        marks = _MARK.findall(html)
        if "<h1\x02content\x03" not in marks or html.count("\x02") != len(marks):
            return None
        return _Shell(_MARK.split(html), marks)


def _kind(page: Page, base_url: str) -> tuple[object, ...]:
    """What two pages must share to share a shell: their parent, depth, contents and the links they have at all."""
    return (
        id(page.parent),
        base_url,
        bool(page.edit_url),
        bool(page.canonical_url),
        tuple(_headings(page.toc, page.title)),
    )


def _headings(toc: Sequence[AnchorLink] | TableOfContents, title: object) -> Iterator[tuple[object, ...]]:
    """A table of contents as plain values; the page's own title, where it stands in it, does not count."""
    for link in toc:
        yield (link.level, link.id, None if link.title == title else link.title)
        yield from _headings(link.children, title)


def _marked(page: Page) -> Page:
    """A copy of the page with marks for what is its own. (Themes look whether the text brings an `<h1>`.)"""
    marked = copy.copy(page)
    marked.__dict__["title"] = "\x02title\x03"
    marked.meta = {**page.meta, **({"title": "\x02title\x03"} if "title" in page.meta else {})}
    marked.content = "<h1\x02content\x03"
    marked.edit_url = page.edit_url and "\x02edit_url\x03"
    marked.canonical_url = page.canonical_url and "\x02canonical_url\x03"
    marked.toc = TableOfContents([_without(link, page.title) for link in page.toc])
    return marked


def _without(link: AnchorLink, title: object) -> AnchorLink:
    """A copy of an entry of the contents with the page's title marked."""
    marked = copy.copy(link)
    if link.title == title:
        marked.title = "\x02title\x03"
    return marked


def _values(page: Page) -> dict[str, str]:
    return {
        "<h1\x02content\x03": page.content or "",
        "\x02title\x03": str(page.title),
        "\x02edit_url\x03": page.edit_url or "",
        "\x02canonical_url\x03": page.canonical_url or "",
    }
