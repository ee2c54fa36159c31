"""The plugin as MkDocs and ProperDocs load it: the events of the host in their order, each a line or two.

The journal is read before the host cleans the site's folder, so that a strict build with an error changes nothing.
Under `serve` nothing that a journal may hold is raised: it would end the server, or leave the browser waiting.
"""

from __future__ import annotations

import logging
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Literal

import click
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File

from netjudge_plugin import pipeline
from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.mkdocs.chrome import named
from netjudge_plugin.mkdocs.elsewhere import pages_ask
from netjudge_plugin.mkdocs.loading import ConfigProblem
from netjudge_plugin.mkdocs.options import NetjudgeConfig, policy_of, settings_from
from netjudge_plugin.mkdocs.pages import JournalPage, Placed, place, shown, too_long, with_fixed_pages
from netjudge_plugin.mkdocs.report import LOG, MOST_LINES, errors, report
from netjudge_plugin.mkdocs.search import SCRIPT, cut_words, for_folders, index_early, plain_titles, set_up
from netjudge_plugin.mkdocs.shell import TEMPLATE, install
from netjudge_plugin.mkdocs.watching import outermost, watch_return
from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as HostPage
    from mkdocs.utils.templates import TemplateContext

    from netjudge_plugin.mkdocs.policy import Policy
    from netjudge_plugin.settings import Settings

#: By this file a site with pages of ours is known.
STYLE = "assets/netjudge.css"
#: The style sheets of all pages, each with the parts of the package that it is made of, in their order.
STYLES: Mapping[str, tuple[str, ...]] = {
    STYLE: tuple(f"assets/styles/{part}.css" for part in ("words", "people", "facts", "paper", "theme")),
    "assets/netjudge-pictures.css": ("assets/netjudge-pictures.css",),
}
#: All files that come with the site.
_ASSETS: Mapping[str, tuple[str, ...]] = {**STYLES, SCRIPT: (SCRIPT,), **pipeline.ASSETS}


class NetjudgePlugin(BasePlugin[NetjudgeConfig]):  # type: ignore[no-untyped-call] # the host's __init_subclass__
    """Shows a journal as pages of the site."""

    settings: Settings
    site: pipeline.Site | None = None
    placed: Placed
    policy: Policy | None
    asked: set[str]
    serving: bool = False
    assets: Mapping[str, tuple[str, ...]] = _ASSETS

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Once: learn whether this is a server (`serve --clean` calls itself a build)."""
        context = click.get_current_context(silent=True)
        self.serving = command == "serve" or (context is not None and context.info_name == "serve")

    @event_priority(50)  # before the search reads its options
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options; announce the style sheets, before the user's own, and what the search needs."""
        try:
            self.settings = settings_from(config)
        except ConfigProblem as problem:
            raise ConfigurationError(str(problem)) from None
        config.extra_css[:0] = [style for style in STYLES if style not in config.extra_css]
        self.policy = policy_of(config, self.config, serving=self.serving)
        self.asked = {address for _, address in self.settings.asks_elsewhere}
        set_up(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and judge the journal, and say what is wrong with it."""
        self.site = site = self._site(config)
        config.watch.extend(str(path) for path in outermost(site.watch) if path.exists())
        failed = errors(site.diagnostics) if config.strict and not self.serving else 0
        self._report(config, site.diagnostics, most=None if failed else MOST_LINES)
        if failed:
            raise Abort(self._words.text("mkdocs.log.aborted", count=failed))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages among the user's."""
        site = self._built
        self.placed = place(site.pages, files, config, site.today)
        long = () if self.serving else too_long(self.placed, site.pages)
        self._report(config, (*self.placed.diagnostics, *long), most=MOST_LINES)
        for asset, parts in self.assets.items():
            if files.get_file_from_path(asset) is None:
                files.append(File.generated(config, asset, content=_asset(*parts)))
        return files

    @event_priority(-50)  # after plugins that make a navigation of their own
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Add the fixed pages to the navigation."""
        return with_fixed_pages(nav, self.placed, self._built.fixed)

    @event_priority(-100)  # after plugins that change the templates
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Let pages that differ only in their text share what the theme makes of the rest."""
        if install(env, config):
            for uri in self.placed.unlisted:
                self.placed.pages[uri].meta["template"] = TEMPLATE
        return env

    @event_priority(50)  # before the search
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: HostPage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Spare the search the parts of our pages that it would not index."""
        if isinstance(page, JournalPage):
            index_early(page, config)
        return context

    @event_priority(-100)  # after plugins that change the finished page
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Say what the page would load from other servers, and let the browser load nothing of it."""
        return self._finished(output, shown(page.file, config), config)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that are no pages to the host, such as 404.html."""
        html = template_name.endswith(".html")
        return self._finished(output_content, template_name, config) if html else output_content

    @event_priority(-100)  # after the search has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the search's index right: titles for MkDocs' own, and a second form for sites in a folder."""
        plain_titles(config, self.placed.pages.values())
        cut_words(config)
        for_folders(config)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Also see a journal that is not there yet."""
        watch_return(server, outermost(self._built.watch), config.docs_dir)
        return server

    @property
    def _words(self) -> Catalogue:
        return catalogue(self.settings.language, era=self.settings.era)

    @property
    def _built(self) -> pipeline.Site:
        assert self.site is not None, "the host runs on_pre_build first"
        return self.site

    def _site(self, config: MkDocsConfig) -> pipeline.Site:
        """The judged site; under `serve` an error of ours shows the last good one, or says that there is none."""
        try:
            return pipeline.build_site(self.settings)
        except Exception:
            if not self.serving:
                raise
            level = logging.INFO if config.strict else logging.ERROR
            LOG.log(level, "%s", self._words.text("mkdocs.log.crashed"), exc_info=True)
            return self.site or _apology(self.settings, self._words)

    def _finished(self, html: str, where: str, config: MkDocsConfig) -> str:
        """A page with all its names and its policy; an address of another server is reported once."""
        for address in pages_ask(html, config.site_url):
            known = any(address.startswith(asked) for asked in self.asked)
            if not known and not (self.policy and self.policy.allows(address)):
                self.asked.add(address)
                found = Diagnostic(Place(where), "asks-elsewhere", {"url": address})
                self._report(config, (found,), most=None)
        html = named(html, self._words)
        return self.policy.within(html) if self.policy else html

    def _report(self, config: MkDocsConfig, diagnostics: Iterable[Diagnostic], *, most: int | None) -> None:
        report(tuple(diagnostics), self._words, softly=self.serving and bool(config.strict), most=most)


def _asset(*parts: str) -> bytes:
    """A file of the package, or several in one; a script's in a block of their own, where they know each other."""
    found = b"\n".join((resources.files("netjudge_plugin") / name).read_bytes() for name in parts)
    return b'"use strict";\n{\n' + found + b"}\n" if len(parts) > 1 and parts[0].endswith(".js") else found


def _apology(settings: Settings, words: Catalogue) -> pipeline.Site:
    title, text = words.text("mkdocs.crashed.title"), words.text("mkdocs.crashed.text")
    page = Page(settings.home_uri, title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")
    return pipeline.Site((page,), (page.uri,), (), (settings.journal_dir,), settings.clock)
