"""A drawn journal as its finished pages, and what a reader of a page sees."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import drawn
import pytest

from netjudge_plugin import pipeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netjudge_plugin.model.pages import Page


@pytest.fixture
def show(tmp_path: Path) -> Callable[..., dict[str, Page]]:
    """Draw a journal and look at it; its pages by uri."""

    def shown(files: dict[str, str], **more: object) -> dict[str, Page]:
        site = pipeline.build_site(drawn.settings(drawn.draw(tmp_path, files), **more))
        return {page.uri: page for page in site.pages}

    return shown


@pytest.fixture
def seen() -> Callable[[str], str]:
    """The text that a reader sees on a page, in one line."""

    def read(page: str) -> str:
        visible = re.sub(r"<p hidden>.*?</p>", "", page)
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", visible)).split())

    return read


@pytest.fixture
def part() -> Callable[[str, str], str]:
    """The HTML below a heading, up to the next one of the same level."""

    def cut(page: str, heading: str) -> str:
        found = re.search(rf'<h(\d) id="{heading}".*?(?=<h\1|\Z)', page, re.DOTALL)
        assert found, f"no heading {heading}"
        return found[0]

    return cut
