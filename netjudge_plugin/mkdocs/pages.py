"""Finished pages as pages of the host: never through its Markdown reader, and never over a page of the user's.

The templates of the host and of its themes do not escape what they print, so every title handed over is escaped here.
Their traps, each of which lets a person's name become markup on some page:

- `page.title` is printed bare in the header, the navigation, tabs, breadcrumbs, the footer and attributes: escaped.
- Material prints `<title>` as `page.title | striptags`, and striptags *un*escapes: a name `</title><script>` comes back
  to life. A `page.meta.title` is printed as it is instead, there and in the header; so each page carries one, escaped.
  (Not the homepage: it would replace the site's name.)
- A title in the table of contents is HTML by contract: escaped.
- Material's search takes titles from the `<h1>` and shows them as HTML; MkDocs' own search takes `page.title` and the
  table of contents and escapes them again (see `search`).
- `page.edit_url` is printed bare inside an attribute: the path of the journal's file is percent-encoded.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from netjudge_plugin.model.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from netjudge_plugin.model import pages as model

#: A path with more units of UTF-16 than this cannot be opened everywhere on Windows (260 with drive and a margin).
LONGEST_PATH = 240

_H1_ID = re.compile(r'<h1[^>]*?\sid="([\w-]+)"', re.ASCII)


class JournalPage(Page):
    """A page whose content is ready: other plugins' hooks on Markdown see an empty text, those on HTML see the page."""

    def __init__(self, ready: model.Page, file: File, config: MkDocsConfig, *, title: str | None, date: str) -> None:
        """`title` is HTML (the user's own, from `nav:`) and None for the page's; `date` is shown in the sitemap."""
        super().__init__(escape(ready.title) if title is None else title, file, config)
        self.update_date = date  # not the day of the build: the same journal gives the same sitemap
        self._ready = ready

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the host's signature
        """Instead of reading a file: no Markdown, and no front matter but the title."""
        self.markdown = ""
        self.meta = {} if self.is_homepage else {"title": self.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the host's signature
        """Instead of converting Markdown."""
        self.content = self._ready.html
        self.toc = _contents(self._ready)


@dataclass
class Placed:
    """What became of the finished pages: the host's by uri (also the user's in their place), and findings.

    `parents` are uris; `unlisted` are the pages that are not in the navigation, once that is known.
    """

    pages: dict[str, JournalPage] = field(default_factory=dict)
    taken: dict[str, File] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    unlisted: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def host_page(self, uri: str) -> Page | None:
        """The page that stands at a uri, whoever wrote it."""
        return self.pages.get(uri) or (self.taken[uri].page if uri in self.taken else None)


def place(ready: Iterable[model.Page], files: Files, config: MkDocsConfig, date: datetime.date) -> Placed:
    """Add the pages to the host's files; one whose place is taken by a file of the user's is left out, with a notice.

    (`Files.append` would replace the user's page silently.)
    """
    placed = Placed()
    taken = {file.dest_uri.casefold(): file for file in files}  # one folder for A and a on Windows and macOS
    titles = dict(_nav_titles(config.nav))
    edit = _EditUris(config)
    for page in ready:
        file = _file(page.uri, config)
        there = files.get_file_from_path(file.src_uri) or taken.get(file.dest_uri.casefold())
        if there is not None:
            placed.taken[page.uri] = there
            placed.diagnostics.append(Diagnostic(Place(shown(there, config)), "page-exists", {"page": file.src_uri}))
            continue
        file.edit_uri = edit.of(page.source)
        files.append(file)
        title = titles.get(file.src_uri)
        placed.pages[page.uri] = JournalPage(page, file, config, title=title, date=date.isoformat())
        if page.parent is not None:
            placed.parents[page.uri] = page.parent
    return placed


def with_fixed_pages(nav: Navigation, placed: Placed, fixed: Sequence[str]) -> Navigation:
    """The navigation with the fixed pages before the rest (but for those the user's own `nav:` has), all linked.

    2,000 pages in the navigation would be 2,000 entries on each of 2,000 pages; so all others only know their parent,
    which the themes need for the breadcrumb and for the highlight.
    """
    known = {id(page) for page in nav.pages}
    ours = [placed.pages[uri] for uri in fixed if uri in placed.pages and id(placed.pages[uri]) not in known]
    pages: list[Page] = [*ours, *nav.pages]
    for before, page, after in zip([None, *pages[:-1]], pages, [*pages[1:], None], strict=True):
        page.previous_page, page.next_page = before, after
    for uri, parent in placed.parents.items():
        if id(placed.pages[uri]) not in known:
            # the host says Section; its templates only ask a parent for title, url, children and active
            placed.pages[uri].parent = placed.host_page(parent)  # type: ignore[assignment]
            placed.unlisted.append(uri)
    return Navigation([*ours, *nav.items], pages)


def too_long(placed: Placed, ready: Iterable[model.Page]) -> Iterator[Diagnostic]:
    """A warning for each page whose file would have a path that Windows cannot open."""
    for page in ready:
        if page.uri in placed.pages:
            path = placed.pages[page.uri].file.abs_dest_path
            if len(path) * 2 > LONGEST_PATH and len(path.encode("utf-16-le")) // 2 > LONGEST_PATH:
                place = Place(page.source or f"{page.uri}.md")
                yield Diagnostic(place, "path-too-long", {"limit": str(LONGEST_PATH)})


def _file(uri: str, config: MkDocsConfig) -> File:
    """The host's file of a page, empty: only its place matters. It is out of the navigation, so not missed there."""
    file = File.generated(config, f"{uri}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    # said outright, since the host would make an index of a person called README
    file.name = posixpath.basename(uri)
    flat = file.name == "index" or not config.use_directory_urls
    file.dest_uri = f"{uri}.html" if flat else f"{uri}/index.html"
    return file


def _contents(ready: model.Page) -> TableOfContents:
    """The headings as the host's table of contents: below the `<h1>`, as on any page (one theme skips a level)."""
    top: list[AnchorLink] = []
    for heading in ready.headings:
        link = AnchorLink(escape(heading.text), heading.id, heading.level)
        if top and heading.level > top[-1].level:
            top[-1].children.append(link)
        else:
            top.append(link)
    if found := _H1_ID.search(ready.html):
        title = AnchorLink(escape(ready.title), found[1], 1)
        title.children = top
        top = [title]
    if top:
        top[0].active = True  # type: ignore[attr-defined] # as the host does
    return TableOfContents(top)


def _nav_titles(nav: object) -> Iterator[tuple[str, str]]:
    """The titles that the user's `nav:` gives to files; the host would ask for them only for pages it makes itself."""
    if isinstance(nav, list):
        for item in nav:
            yield from _nav_titles(item)
    elif isinstance(nav, dict):
        for title, item in nav.items():
            if isinstance(item, str):
                yield posixpath.normpath(item), str(title)
            else:
                yield from _nav_titles(item)


def shown(file: File, config: MkDocsConfig) -> str:
    """A file of docs_dir as it is named in a place."""
    return posixpath.join(Path(config.docs_dir).name, file.src_uri)


class _EditUris:
    """The sources of pages as seen from docs_dir, from where the host counts its edit links."""

    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        docs = Path(config.docs_dir).absolute()
        self._back = "../" * len(docs.relative_to(root).parts) if docs.is_relative_to(root) else None
        # a template that quotes by itself gets the path as it is
        template = str(config.edit_uri_template or "{path}")
        self._quotes = re.search(r"{path(_noext)?}", template) is not None

    def of(self, source: str | None) -> str | None:
        """The path to a source, or None where there is none inside the project."""
        if source is None or self._back is None or source.startswith(("../", "/")) or Path(source).is_absolute():
            return None
        return self._back + (quote(source) if self._quotes else source)
