"""Pages that share what the theme makes of them: the same bytes as if the theme had rendered every one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from netjudge_plugin.mkdocs import plugin, shell

ROOT = Path(__file__).parents[2]


def project(folder: Path, more: str = "") -> Path:
    """The sample journal with a plain configuration."""
    shutil.copytree(ROOT / "journal", folder / "journal")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: 見本\nsite_url: https://example.jp/\nrepo_url: https://example.jp/repo\nedit_uri: edit/main/docs/\n"
        "theme: {name: material, language: ja, font: false, custom_dir: theme,\n"
        "        features: [navigation.path, content.action.edit]}\n"
        f"plugins: [search, netjudge: {{today: 2026-11-23}}]\n{more}",
        encoding="utf-8",
    )
    (folder / "theme").mkdir()
    return folder


def built(folder: Path, to: str, *plugins: tuple[str, BasePlugin]) -> dict[str, bytes]:
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / to))
    for name, one in plugins:
        config.plugins[name] = one
    build(config)
    return {
        path.relative_to(folder / to).as_posix(): path.read_bytes()
        for path in sorted((folder / to).rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def filled(monkeypatch):
    """How often a shell was filled instead of asking the theme."""
    count = []
    fill = shell._Shell.fill
    monkeypatch.setattr(shell._Shell, "fill", lambda self, page: count.append(page.url) or fill(self, page))
    return count


def by_the_theme_alone(folder, monkeypatch):
    monkeypatch.setattr(plugin, "install", lambda *_, **__: False)
    return built(folder, "themed")


def test_filling_gives_the_bytes_that_the_theme_gives(tmp_path, monkeypatch, filled):
    folder = project(tmp_path)
    shared = built(folder, "shared")
    assert len(filled) > 30
    assert shared == by_the_theme_alone(folder, monkeypatch)


@pytest.mark.parametrize(
    "extra",
    [
        "{% extends 'base.html' %}{% block footer %}{% if page %}{{ page.file.src_uri }}{% endif %}{% endblock %}",
        "{% extends 'base.html' %}{% block footer %}{{ page.title | length }}{% endblock %}",
        "{% extends 'base.html' %}{% block content %}{{ page.content | upper }}{% endblock %}",
        "{% extends 'base.html' %}{% block content %}{{ page.content | length }}{% endblock %}",
    ],
)
def test_a_theme_that_says_more_of_a_page_renders_every_one(tmp_path, monkeypatch, extra):
    folder = project(tmp_path)
    (folder / "theme" / "main.html").write_text(extra, encoding="utf-8")
    assert built(folder, "shared") == by_the_theme_alone(folder, monkeypatch)


class Chatty(BasePlugin):
    """Another plugin that gives each page a variable of its own."""

    def on_page_context(self, context, *, page, config, nav):  # noqa: ARG002
        context["said"] = page.url
        return context


def test_another_plugins_variables_switch_sharing_off(tmp_path, filled):
    built(project(tmp_path), "site", ("chatty", Chatty()))
    assert filled == []
