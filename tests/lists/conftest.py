"""The sample journal's site, built once for each language, and a reader of its lists who is at a desk or on the way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]
MKDOCS_YML = """
site_name: 記録
site_url: {url}
use_directory_urls: false
theme:
  name: {theme}
{more}
plugins:
  - search
  - netjudge: {{journal_dir: {journal}, today: 2026-11-23, language: {language}, purpose: 見本}}
"""
MATERIAL = "  language: {language}\n  font: false\n  features: [{features}]"


@dataclass
class Listing:
    """A list in the browser."""

    page: Page

    @property
    def form(self) -> Locator:
        return self.page.locator("[data-part=filter]")

    def names(self) -> list[str]:
        """Who or what is shown, in order."""
        shown = ".nj [data-part=entries] > li :is(.nj-name, strong > a)"
        return self.page.locator(shown).evaluate_all(
            "all => all.filter(one => !one.closest('[hidden]')).map(one => one.textContent)"
        )

    def said(self) -> str:
        return self.form.locator("[data-part=count]").inner_text()

    def applied(self) -> str:
        return self.form.locator("[data-part=applied]").inner_text()

    def opened(self, name: str) -> Locator:
        """The values of a filter, unfolded."""
        for summary in (self.form.locator("[data-part=fold] > summary"), self.summary(name)):
            if summary.is_visible() and not summary.evaluate("one => one.parentElement.open"):
                summary.click()
        return self.form.locator(f"[data-filter={name}]")

    def summary(self, name: str) -> Locator:
        return self.form.locator(f"[data-filter={name}] summary")

    def tick(self, name: str, *labels: str) -> None:
        for label in labels:
            self.opened(name).get_by_label(label, exact=True).click()

    def type(self, text: str) -> None:
        self.form.locator("[name=words]").fill(text)

    def sort(self, order: str) -> None:
        self.form.locator("[name=sort]").select_option(order)

    def query(self) -> str:
        """What the address has after its `?`, readable."""
        return self.page.evaluate("decodeURIComponent(location.search)")

    def headings(self) -> list[str]:
        found = self.page.locator(".nj h2")
        return found.evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.textContent)")


@pytest.fixture(scope="session")
def listed(tmp_path_factory) -> Callable[..., Path]:
    """The built site of the sample journal."""
    built: dict[tuple[str, ...], Path] = {}

    def site(language: str = "ja", theme: str = "material", features: str = "", url: str = "''") -> Path:
        key = (language, theme, features, url)
        if key not in built:
            folder = tmp_path_factory.mktemp("site")
            more = (
                MATERIAL.format(language=language, features=features) if theme == "material" else "  highlightjs: false"
            )
            facts = {"language": language, "theme": theme, "url": url, "journal": ROOT / "journal", "more": more}
            (folder / "mkdocs.yml").write_text(MKDOCS_YML.format(**facts), encoding="utf-8")
            (folder / "docs").mkdir()
            os.environ["NO_MKDOCS_2_WARNING"] = "1"
            build(load_config(str(folder / "mkdocs.yml")))
            built[key] = folder / "site"
        return built[key]

    return site


@pytest.fixture
def read(browse, listed, serve_folder) -> Callable[..., Listing]:
    """Open a list of the sample; the test fails on any error, dialog, or request to elsewhere."""
    opened = []

    def on(path: str, how: str = "folder", width: int = 1280, site: dict[str, str] | None = None, **more) -> Listing:
        folder = listed(**(site or {}))
        url = serve_folder(folder) if how == "served" else folder.as_uri() + "/"
        if site and "url" in site:  # the address of the server, which nobody knew when the site was built
            sitemap = folder / "sitemap.xml"
            sitemap.write_text(sitemap.read_text(encoding="utf-8").replace(site["url"], url), encoding="utf-8")
        seen = browse(viewport={"width": width, "height": 900}, **more)
        seen.page.goto(url + path)
        opened.append((seen, url))
        return Listing(seen.page)

    yield on
    for seen, url in opened:
        assert seen.dialogs == []
        assert [error for error in seen.errors if "404" not in error] == []  # a theme without its favicon
        assert seen.strangers(url) == []
