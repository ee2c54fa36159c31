"""What the theme leaves unsaid on every page for those who listen to it or use the keyboard alone.

Material's search is a dialog without a name, its breadcrumb is called as the navigation is, and on a narrow screen the
navigation is opened by a checkbox that nothing can reach (the style sheet shows it to the keyboard, and hides the links
of a closed navigation). Each of these is one attribute, added where the theme writes the element as we know it; where
it does not, the page stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue

_DRAWER = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"'
_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'
_PATH = '<nav class="md-path" aria-label="'


def named(html: str, words: Catalogue) -> str:
    """The page with the names that the theme has not given."""
    for element, name in ((_DRAWER, "drawer"), (_SEARCH, "search")):
        html = html.replace(element, f'{element} aria-label="{words.text(f"mkdocs.chrome.{name}")}"', 1)
    before, found, after = html.partition(_PATH)
    if found:
        _, quote, rest = after.partition('"')
        html = "".join((before, found, words.text("mkdocs.chrome.path"), quote, rest))
    return html
