"""The sample journal's whole site in both languages, and which of its pages are worth looking at closely.

Pages are found by walking the built site, so a new kind of page is looked at without being named here: of every folder
the fewest pages that together show every element and every class that any page of that folder has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
_SHOWN = re.compile(r"<\w+|\bnj-[\w-]+")


@dataclass(frozen=True)
class Built:
    """A built site and its language."""

    folder: Path
    language: str

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of all pages by path."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in found}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Pages that show together all there is to see."""
        groups = defaultdict(dict)
        for path, html in self.pages.items():
            folder, _, name = path.rpartition("/")
            groups[folder if folder and name != "index.html" else path][path] = set(_SHOWN.findall(html))
        return tuple(path for group in groups.values() for path in _fewest(group))


def _fewest(group: dict[str, set[str]]) -> list[str]:
    missing, chosen = set().union(*group.values()), []
    while missing:
        chosen.append(max(group, key=lambda path: len(group[path] & missing)))
        missing -= group[chosen[-1]]
    return chosen


@pytest.fixture(scope="session")
def sites(tmp_path_factory) -> dict[str, Built]:
    """The sample with the theme and the plugin in each language."""
    return {language: _built(language, tmp_path_factory.mktemp(language)) for language in ("ja", "en")}


@pytest.fixture(params=["ja", "en"])
def site(request, sites) -> Built:
    return sites[request.param]


def _built(language: str, folder: Path) -> Built:
    yml = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for ours, here in (
        ("docs_dir: docs", f"docs_dir: {ROOT / 'docs'}"),
        ("journal_dir: journal", f"journal_dir: {ROOT / 'journal'}"),
        ("language: ja", f"language: {language}"),
    ):
        assert ours in yml
        yml = yml.replace(ours, here)
    config = folder / "mkdocs.yml"
    config.write_text(yml, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build(load_config(str(config), site_dir=str(folder / "site")))
    return Built(folder / "site", language)
