"""The sample's sites in both languages: the journal's own and its office's; and which pages are worth a close look.

Pages are found by walking the built site, so a new kind of page is looked at without being named here: of every folder
the fewest pages that together show every element and every class that any page of that folder has.
"""

from __future__ import annotations

import re
from collections import UserDict, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from netjudge_plugin.cli.app import netjudge

ROOT = Path(__file__).parents[2]
_SHOWN = re.compile(r"<\w+|\bnj-[\w-]+")
#: Where the pages are that were written by hand, and in which language; an office's are in that of its site.
_BY_HAND = {"manual": "ja", "en": "en", "architecture.html": "en", "rules.html": None}
#: A page that an office has written for itself, in each language.
_RULES = {
    "ja": """
        # ご紹介のときのお約束

        先に、[知っている人](members/index.md)へ声をかけます。

        ## 順番

        1. だれが知っているかを調べる
        2. 声をかけて、ご都合をうかがう

        | いつ | だれに |
        |---|---|
        | 登記 | [司法書士](professions/shihoshoshi.md) |
        """,
    "en": """
        # Before you introduce somebody

        Have a word with [those who know them](members/index.md) first.

        ## In this order

        1. See who knows whom
        2. Ask whether it suits

        | When | Whom |
        |---|---|
        | To register something | [A judicial scrivener](professions/shihoshoshi.md) |
        """,
}


@dataclass(frozen=True)
class Built:
    """A built site and its language."""

    folder: Path
    language: str

    @cached_property
    def generated(self) -> dict[str, str]:
        """Those of the pages that the program has written."""
        return {path: html for path, html in self.pages.items() if path.split("/")[0] not in _BY_HAND}

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of all pages by path."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in found}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Pages that show together all there is to see; what is written by hand, on the site of its own language."""
        found = (path for group in self._groups.values() for path in _fewest(group))
        return tuple(path for path in found if _BY_HAND.get(path.split("/")[0]) in {None, self.language})

    @cached_property
    def few(self) -> tuple[str, ...]:
        """The first page, and of each folder the one with the most to see."""
        chosen = (_fewest(group)[0] for folder, group in self._groups.items() if folder not in group)
        return ("index.html", *(path for path in chosen if path in self.kinds))

    @cached_property
    def _groups(self) -> dict[str, dict[str, set[str]]]:
        """What each page shows, by folder; a first page and a page beside it stand alone."""
        groups = defaultdict(dict)
        for path, html in self.pages.items():
            folder, _, name = path.rpartition("/")
            groups[folder if folder and name != "index.html" else path][path] = set(_SHOWN.findall(html))
        return dict(groups)


def _fewest(group: dict[str, set[str]]) -> list[str]:
    missing, chosen = set().union(*group.values()), []
    while missing:
        chosen.append(max(group, key=lambda path: len(group[path] & missing)))
        missing -= group[chosen[-1]]
    return chosen


class Sites(UserDict):
    """Sites by name (a language for one's own, `team-` and a language for the office's), built when asked for."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        super().__init__()
        self.folders = folders

    def __missing__(self, name: str) -> Built:
        kind, _, language = name.rpartition("-")
        made = (_office if kind else _own)(language, self.folders.mktemp(name))
        self[name] = Built(made, language)
        return self[name]


@pytest.fixture(scope="session")
def sites(tmp_path_factory) -> Sites:
    return Sites(tmp_path_factory)


@pytest.fixture(params=["ja", "en", "team-ja", "team-en"])
def site(request, sites) -> Built:
    return sites[request.param]


def _own(language: str, folder: Path) -> Path:
    """The sample journal with the theme and the plugin."""
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
    return folder / "site"


def _office(language: str, folder: Path) -> Path:
    """The sample office's shares, and a page of its own."""
    name = {"ja": "みなと坂事務所", "en": "Minatozaka Office"}[language]
    options = f"language: {language}, team_name: {name}, share_docs: pages"
    tree = {"pages/rules.md": _RULES[language], "mkdocs.yml": f"site_name: x\nplugins: [netjudge: {{{options}}}]\n"}
    for path, text in {**tree, "docs/.keep": "", "journal/.keep": ""}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(dedent(text), encoding="utf-8")
    command = ["team", "--in", ROOT / "shares", "-d", folder / "site", "-f", folder / "mkdocs.yml"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        made = CliRunner().invoke(netjudge, [str(word) for word in command])
    assert made.exit_code == 0, made.output
    return folder / "site"
