"""Both searches: the same index in a third of the time, and titles as they are written."""

from __future__ import annotations

import json

import pytest

from netjudge_plugin.mkdocs import plugin
from netjudge_plugin.mkdocs.search import SEPARATOR, without_excluded
from netjudge_plugin.model.pages import Heading, Page

BODY = """
<h1 id="top">佐藤 &lt;b&gt;</h1>
<p>前文 data-search-exclude です</p>
<table data-search-exclude><tr><td>表</td></tr></table>
<div class="a" data-search-exclude="true"><p>箱</p></div>
<h2 id="part">経緯 &amp; 約束</h2>
<p>本文 <span data-search-exclude>印</span> の続き</p><img alt="" data-search-exclude>
<ul><li>一</li><li data-search-exclude>二</li></ul>
<h2 id="left-out" data-search-exclude>除く</h2>
<p>除かれる文</p>
<h2 id="last">終</h2>
<svg data-search-exclude viewBox="0 0 1 1"><text>図</text></svg>
<p>終わり</p>
"""


def page(number: int = 1) -> Page:
    headings = (Heading("part", "経緯 & 約束", 2), Heading("left-out", "除く", 2), Heading("last", "終", 2))
    return Page(f"people/p{number}", "佐藤 <b>", BODY, headings, "people/index")


def index(built) -> dict[str, dict[str, str]]:
    docs = json.loads(built.page("search/search_index.json"))["docs"]
    return {entry["location"]: entry for entry in docs}


def test_materials_index_is_the_same_with_and_without_our_help(hosted, monkeypatch):
    tree = {"docs/guide.md": "# 手引き\n\n本文"}
    with_help = hosted((page(),), tree=tree)
    found, html = index(with_help), with_help.page("people/p1/index.html")
    monkeypatch.setattr(plugin, "index_early", lambda *_: None)
    without = hosted((page(),), tree=tree)
    assert index(without) == found
    assert without.page("people/p1/index.html") == html
    assert list(found) == list(index(without)), "in the same order"
    assert found["people/p1/"]["title"] == "佐藤 &lt;b&gt;", "HTML, as this search shows it"
    text = "".join(entry["text"] for entry in found.values())
    assert "本文" in text
    assert not any(word in text for word in ("表", "箱", "印", "図", "除かれる文"))


def test_what_lies_in_an_excluded_part_is_excluded_too(hosted):
    """Material ends the part at the first closing tag of that name, and indexes the rest of it."""
    html = '<h1 id="top">a</h1><div data-search-exclude><div>箱</div><h2 id="x">見出し</h2>内</div><p>外</p>'
    found = index(hosted((Page("people/p1", "a", html, (), "people/index"),)))
    assert [entry for location, entry in found.items() if location.startswith("people/p1/")] == [
        {"location": "people/p1/", "title": "a", "text": "<p>外</p>"}
    ]


def test_what_the_search_cannot_parse_is_found_by_its_name(hosted):
    part = '<h2 id="z">b</h2>'
    html = f'<h1 id="top">a</h1><blockquote>{part}{part}</blockquote><ul><li>{part}</li></ul>'
    built = hosted((Page("people/p1", "a &", html, (), "people/index"),))
    assert index(built)["people/p1/"]["title"] == "a &amp;"
    assert html in built.page("people/p1/index.html")


def test_the_page_itself_is_whole(hosted):
    html = hosted((page(),)).page("people/p1/index.html")
    assert all(word in html for word in ("表", "箱", "印", "図", "除かれる文"))


def test_with_the_search_switched_off(hosted):
    yml = "site_name: x\ntheme: material\nplugins: [search: {enabled: false}, netjudge: {language: ja}]"
    built = hosted((page(),), tree={"mkdocs.yml": yml})
    assert not (built.folder / "search/search_index.json").exists()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_titles_in_the_hosts_own_search_are_plain(hosted, theme):
    yml = f"site_name: x\ntheme: {theme}\nplugins: [search, netjudge: {{language: ja}}]"
    found = index(hosted((page(),), tree={"mkdocs.yml": yml, "docs/guide.md": "# a &amp;lt; b"}))
    assert found["people/p1/"]["title"] == "佐藤 <b>", "this search escapes it"
    assert found["people/p1/#part"]["title"] == "経緯 & 約束"
    assert "&amp;lt;" in found["guide/"]["title"], "pages of the user's are left alone"


def test_a_site_without_any_search(hosted):
    yml = "site_name: x\ntheme: mkdocs\nplugins: [netjudge: {language: ja}]"
    assert not (hosted((page(),), tree={"mkdocs.yml": yml}).folder / "search/search_index.json").exists()


def test_elements_are_taken_out_whole():
    assert without_excluded("a<p data-search-exclude>b<p>c</p>d</p>e") == "ae"
    assert without_excluded("<h2 data-search-exclude>b</h2>") == "<h2 data-search-exclude>b</h2>"
    assert without_excluded("a<br data-search-exclude>b") == "ab"
    assert without_excluded("<p>&lt;p data-search-exclude&gt;</p>") == "<p>&lt;p data-search-exclude&gt;</p>"
    assert without_excluded('<p title="x data-search-exclude">b</p>c') in (
        "c",
        '<p title="x data-search-exclude">b</p>c',
    )


def configured(built) -> dict[str, object]:
    return json.loads(built.page("search/search_index.json"))["config"]


def test_words_are_looked_for_by_their_beginnings(hosted):
    built = hosted((page(),), tree={"docs/guide.md": "# 東京士業交流会\n\n税理士会の**手引き**"})
    assert configured(built)["lang"] == ["en"]
    assert configured(built)["separator"] == SEPARATOR
    guide = index(built)["guide/"]
    assert guide["title"] == "東京\u200b士業\u200b交流会"
    assert guide["text"] == "<p>税理士\u200b会の\u200b手引き</p>"


@pytest.mark.parametrize("chosen", ["lang: ja", "separator: ' '"])
def test_a_search_that_the_user_has_set_up_stays_as_it_is(hosted, chosen):
    yml = f"site_name: x\ntheme: {{name: material, language: ja}}\nplugins: [search: {{{chosen}}}, netjudge]"
    built = hosted((page(),), tree={"mkdocs.yml": yml, "docs/guide.md": "# 東京士業交流会"})
    assert configured(built)["lang"] == ["ja"]
    assert configured(built)["separator"] != SEPARATOR
    assert index(built)["guide/"]["title"] == "東京士業交流会"


def test_the_script_for_folders_comes_with_addresses_that_open_from_one(hosted):
    yml = "site_name: x\ntheme: material\nuse_directory_urls: {}\nplugins: [search, netjudge]"
    assert "netjudge-search.js" in hosted(tree={"mkdocs.yml": yml.format("false")}).page("index.html")
    assert "netjudge-search.js" not in hosted(tree={"mkdocs.yml": yml.format("true")}).page("index.html")
