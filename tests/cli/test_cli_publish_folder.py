"""The sample journal published to a folder, for each audience, and read from there in a browser without a server."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from waiting import found

SAMPLE = Path(__file__).parents[2]
#: What every page names: where it leads, and what it is made of.
NAMED = """() => [...document.querySelectorAll("[href], [src]")].map((one) =>
  new URL(one.getAttribute("href") ?? one.getAttribute("src"), document.baseURI).href)"""
#: A page as it should be: its heading in sight, the site's own style in force, and nothing wider than the screen.
WORKS = """() => document.querySelector("h1").checkVisibility()
  && getComputedStyle(document.documentElement).getPropertyValue("--md-primary-fg-color") !== ""
  && document.scrollingElement.scrollWidth <= innerWidth"""
#: What is typed for each audience, and whose page it leads to.
TYPED = {
    "private": {"測量士": "鈴木 健一", "なかむら": "中村 浩司", "sato": "佐藤 美咲"},
    "team": {"測量士": "鈴木 健一", "なかむら": "中村 浩司", "sato": "佐藤 美咲", "約束": "ご紹介のときのお約束"},
    "partners": {"司法書士": "中村 浩司", "ナカムラ": "中村 浩司", "約束": "ご紹介のときのお約束"},
}
#: One page in so many is opened: those of one's own site are much alike, and tests/site has looked at each kind.
EACH = {"private": 6, "team": 1, "partners": 1}


@pytest.fixture
def published(run, tmp_path, monkeypatch):
    """Publish the sample for an audience, with a page written for others; the folder, in a path that is no ASCII."""
    project = tmp_path / "project"
    shutil.copytree(SAMPLE / "journal", project / "journal")
    shutil.copytree(SAMPLE / "docs", project / "docs")
    yml = (SAMPLE / "mkdocs.yml").read_text(encoding="utf-8")
    options = "  - netjudge:\n"
    assert options in yml
    (project / "mkdocs.yml").write_text(yml.replace(options, f"{options}      share_docs: office\n"), encoding="utf-8")
    (project / "office").mkdir()
    page = "# ご紹介のときのお約束\n\n先に[知っている人](members/index.md)へ声をかけます。\n"
    (project / "office" / "rules.md").write_text(page, encoding="utf-8")
    monkeypatch.chdir(project)

    def to_folder(audience: str) -> Path:
        target = tmp_path / "共有 フォルダ"
        ran = run("publish", audience, "--to", target)
        assert ran.code == 0, ran.err
        return target

    return to_folder


def missing(page, root: str) -> list[str]:
    """What the page names in the folder and what is not there; addresses elsewhere are links, which ask for nothing."""
    addresses = {urldefrag(address)[0] for address in page.evaluate(NAMED)}
    here = [address for address in addresses if address.startswith("file:")]
    return [address for address in here if not (address.startswith(root) and _file(address).is_file())]


def _file(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))


@pytest.mark.parametrize("audience", TYPED)
def test_every_page_and_the_search_work_and_no_request_leaves(published, browse, audience):
    target = published(audience)
    root = f"{target.as_uri()}/"
    seen = browse(viewport={"width": 375, "height": 800})
    pages = [path for path in sorted(target.rglob("*.html")) if path.name != "404.html"]  # that one is for servers
    for path in pages[:: EACH[audience]]:
        seen.page.goto(path.as_uri())
        assert seen.page.evaluate(WORKS), path
        assert missing(seen.page, root) == [], path
    for words, name in TYPED[audience].items():
        seen.page.goto(f"{root}index.html")
        seen.page.keyboard.press("f")  # the theme's key for the search
        found(seen.page, words)
        as_shown = re.compile("\u200b?".join(name))  # with the breaks of the index
        seen.page.locator(".md-search-result__item a", has_text=as_shown).first.click()
        seen.page.locator("article h1", has_text=name).wait_for()
    assert (seen.dialogs, seen.errors, seen.strangers(root)) == ([], [], [])
