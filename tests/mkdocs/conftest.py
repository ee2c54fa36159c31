"""A real build of a drawn project, with the judged site handed to the plugin ready made."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from netjudge_plugin import pipeline
from netjudge_plugin.mkdocs import plugin
from netjudge_plugin.model.pages import Heading, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from netjudge_plugin.model.diagnostics import Diagnostic

FIXED = {
    "index": "ホーム",
    "week": "今週",
    "contact": "連絡する人",
    "defer": "次の機会まで見送る人",
    "not-this-time": "今回は連絡しない人",
    "people/index": "人",
    "events/index": "交流会",
    "criteria": "判断基準",
    "checkup": "要確認",
}

MKDOCS_YML = """
    site_name: 記録
    theme: {name: material, language: ja, font: false}
    plugins:
      - search
      - netjudge: {today: 2026-11-23}
    """


def fixed_page(uri: str, title: str) -> Page:
    """A page as the views make them."""
    html = f'<h1 id="top">{escape(title)}</h1>\n<h2 id="part">{escape(title)} 一</h2>\n<p>本文</p>'
    return Page(uri, title, html, (Heading("part", f"{title} 一", 2),))


@dataclass
class Built:
    """The outcome of a build."""

    folder: Path
    config: MkDocsConfig

    def page(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def pages(self) -> dict[str, str]:
        """All HTML by path."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in found}

    def bytes(self) -> dict[str, bytes]:
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def hosted(draw, monkeypatch) -> Callable[..., Built]:
    """Build a project around ready pages; `tree` adds files, keywords override the configuration."""

    def built(
        pages: tuple[Page, ...] = (),
        diagnostics: tuple[Diagnostic, ...] = (),
        tree: dict[str, str] | None = None,
        command: str = "build",
        **overrides: object,
    ) -> Built:
        folder = draw({"mkdocs.yml": MKDOCS_YML, "docs/.keep": "", "journal/.keep": "", **(tree or {})})

        def build_site(settings):
            fixed = {settings.home_uri if uri == "index" else uri: title for uri, title in FIXED.items()}
            front = tuple(fixed_page(uri, title) for uri, title in fixed.items())
            return pipeline.Site((*front, *pages), tuple(fixed), diagnostics, (settings.journal_dir,), settings.today)

        monkeypatch.setattr(plugin.pipeline, "build_site", build_site)
        config = load_config(config_file=str(folder / "mkdocs.yml"), **overrides)
        config.plugins.on_startup(command=command, dirty=False)
        build(config, serve_url="http://127.0.0.1/" if command == "serve" else None)
        return Built(folder / "site", config)

    return built


@pytest.fixture(autouse=True)
def _no_notice(monkeypatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
