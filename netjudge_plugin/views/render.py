"""Templates to pages: the one place that knows Jinja.

Everything a template prints is escaped, unless it is HTML that came out of `notes` or of this module; a name that a
template does not know is an error. Headings are declared in the templates and collected on the way, with ASCII ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.pages import Heading, Page
from netjudge_plugin.views import dates
from netjudge_plugin.views.tongues import marked

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.views.addresses import Here

_HEADING = Markup('<h{0} id="{1}">{2}</h{0}>')
_QUIET_HEADING = Markup('<h{0} id="{1}" data-search-exclude="1">{2}</h{0}>')


@dataclass(slots=True)
class Sheet:
    """One page while it is being written: where it is, and the headings declared so far."""

    here: Here
    headings: list[Heading] = field(default_factory=list)

    def link(self, uri: str) -> str:
        """The relative address of another page."""
        return self.here.link(uri)

    def filtered(self, uri: str, **by: str) -> str:
        """The relative address of a list, filtered by values."""
        return f"{self.here.link(uri)}?{urlencode(by)}"

    def asset(self, path: str) -> str:
        """The relative address of a file that the site brings along."""
        return self.here.asset(path)

    def h2(self, id_: str, text: str, *, found: bool = False) -> Markup:
        """A heading of the page; `found` says whether the search may lead to it."""
        return self._heading(2, id_, text, found=found)

    def h3(self, id_: str, text: str, *, found: bool = False) -> Markup:
        """A heading one level below."""
        return self._heading(3, id_, text, found=found)

    def _heading(self, level: int, id_: str, text: str, *, found: bool) -> Markup:
        self.headings.append(Heading(id_, text, level))
        heading = _HEADING if found else _QUIET_HEADING
        return heading.format(level, id_, text)


def page(  # noqa: PLR0913 - a page's own facts, by name
    template: str,
    here: Here,
    texts: Catalogue,
    title: str,
    /,
    *,
    parent: str | None = None,
    source: str | None = None,
    **shown: object,
) -> Page:
    """A page from its template and what is to be shown on it."""
    sheet = Sheet(here)
    html = _environment(texts.language, texts.era).get_template(template).render(page=sheet, title=title, **shown)
    html = marked(html, texts.language)
    return Page(here.uri, title, html, tuple(sheet.headings), parent, source)


@cache
def _environment(language: str, era: bool) -> Environment:  # noqa: FBT001 - the key of a cache
    """The templates of one language, compiled once."""
    words = catalogue(language, era=era)
    environment = Environment(
        loader=PackageLoader("netjudge_plugin", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals["t"] = words.text
    environment.globals["tell"] = partial(told, words)
    # the same days come up again and again
    environment.filters["day"] = lru_cache(maxsize=10_000)(partial(_time, words, dates.day))
    environment.filters["weekday"] = lru_cache(maxsize=10_000)(partial(_time, words, dates.weekday))
    environment.filters["listed"] = words.text("lists.between").join
    return environment


def told(texts: Catalogue, key: str, /, **facts: object) -> Markup:
    """A text with facts that may be HTML: whatever is not gets escaped."""
    return escape(texts.text(key)).format(**facts)


def leading(href: str, text: str) -> Markup:
    """A link."""
    return Markup('<a href="{}">{}</a>').format(href, text)


def _time(words: Catalogue, form: Callable[[datetime.date, Catalogue], str], date: datetime.date) -> Markup:
    """A date for people and for programs."""
    return Markup('<time datetime="{}">{}</time>').format(date.isoformat(), form(date, words))
