"""Sites built for real, as they are opened in the morning, from a folder or from a server."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MKDOCS_YML = """
    site_name: 記録
    site_url: {url}
    use_directory_urls: false
    theme: {{name: material, language: ja, font: false, features: [{features}]}}
    plugins:
      - search
      - netjudge: {{today: 2026-11-23, language: {language}, purpose: 見本}}
    """


@pytest.fixture
def built(draw, monkeypatch) -> Callable[..., Path]:
    """Build the journal of these files; built again, the same folder holds the new site."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")

    def site(files: dict[str, str], *, features: str = "", url: str = "''", language: str = "ja") -> Path:
        yml = dedent(MKDOCS_YML).format(features=features, url=url, language=language)
        tree = {"mkdocs.yml": yml, "docs/guide.md": "# 手引き\n", **{f"journal/{i}": t for i, t in files.items()}}
        folder = draw(tree)
        build(load_config(str(folder / "mkdocs.yml")))
        return folder / "site"

    return site
