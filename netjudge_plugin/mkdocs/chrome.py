"""What the theme leaves unsaid on every page for those who listen to it or use the keyboard alone.

Material's search is a dialog without a name, its breadcrumb is called as the navigation is, and on a narrow screen the
navigation is opened by a checkbox that nothing can reach (the style sheet shows it to the keyboard, and hides the links
of a closed navigation). Each of these is one attribute, added where the theme writes the element as we know it; where
it does not, the page stays as it is. And the breadcrumb of a page right below the first page names that one twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue

_DRAWER = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"'
_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'
_PATH = '<nav class="md-path" aria-label="'
_TWICE = re.compile(r'(<li class="md-path__item">.*?</li>)\s*\1', re.DOTALL)


def named(html: str, words: Catalogue) -> str:
    """The page with the names that the theme has not given."""
    for element, name in ((_DRAWER, "drawer"), (_SEARCH, "search")):
        html = html.replace(element, f'{element} aria-label="{words.text(f"mkdocs.chrome.{name}")}"', 1)
    before, found, after = html.partition(_PATH)
    if found:
        _, quote, rest = after.partition('"')
        path, end, rest = rest.partition("</nav>")
        path = _TWICE.sub(r"\1", path)
        html = "".join((before, found, words.text("mkdocs.chrome.path"), quote, path, end, rest))
    return html
