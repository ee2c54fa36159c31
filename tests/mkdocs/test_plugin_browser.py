"""In a real browser: no name runs as a script, and each is read as it is written, also in the search results."""

from __future__ import annotations

import html

import pytest

from netjudge_plugin.model.pages import Heading, Page

#: Each ends in a word that every search can find (MkDocs' own finds no Japanese).
NAMES = {
    "p1": "<img src=x onerror=alert(1)> quartz",
    "p2": "</title><script>alert(2)</script> walnut",
    "p3": "\"><svg/onload='alert(3)'> zephyr",
    "p4": "A&amp;B & <i>C</i> falcon",
    "p5": "&lt;img src=x onerror=alert(5)&gt; jigsaw",
}
FEATURES = "navigation.path, navigation.tabs, navigation.footer, navigation.instant, search.highlight, search.suggest"
THEMES = {
    "material": f"{{name: material, language: ja, font: false, features: [{FEATURES}]}}",
    "mkdocs": "{name: mkdocs, highlightjs: false}",
    "readthedocs": "{name: readthedocs, highlightjs: false}",
}


def person(uri: str, name: str) -> Page:
    escaped = html.escape(name)
    text = f'<h1 id="top">{escaped}</h1><h2 id="part">{escaped}</h2><p>{escaped}</p>'
    return Page(f"people/{uri}", name, text, (Heading("part", name, 2),), "people/index", f"journal/{uri}<b>.md")


@pytest.fixture(params=THEMES)
def site(request, hosted, serve_folder):
    yml = f"site_name: 記録\ntheme: {THEMES[request.param]}\nplugins: [search, netjudge: {{language: ja}}]"
    built = hosted(tuple(person(*item) for item in NAMES.items()), tree={"mkdocs.yml": yml})
    return request.param, built, serve_folder(built.folder)


def test_names_are_text_on_every_page(site, browse):
    theme, built, url = site
    seen = browse()
    for path in built.pages():
        seen.page.goto(url + path)
        seen.page.wait_for_load_state("networkidle")
    for uri, name in NAMES.items():
        seen.page.goto(f"{url}people/{uri}/")
        assert seen.page.title() == f"{name} - 記録"
        assert seen.page.inner_text("h1#top") == name
        assert seen.page.locator("body script:text('alert')").count() == 0
        shown = seen.page.inner_text("body", timeout=5000)
        assert "&lt;" not in shown.replace(NAMES["p5"], ""), "escaped twice"
    assert seen.dialogs == []
    assert seen.page.locator("img[src=x]").count() == 0
    assert seen.strangers(url) == []
    assert [error for error in seen.errors if "404" not in error and "favicon" not in error] == []
    assert theme in THEMES


def test_search_results_show_names_as_they_are_written(site, browse):
    theme, _, url = site
    seen = browse()
    for name in NAMES.values():
        assert name in SEARCH[theme](seen, url, name.split()[-1])
    assert seen.dialogs == []
    assert seen.page.locator("img[src=x]").count() == 0
    assert seen.strangers(url) == []


def search_material(seen, url: str, words: str) -> list[str]:
    seen.page.goto(url)
    seen.page.click("input.md-search__input")
    seen.page.fill("input.md-search__input", words)
    seen.page.wait_for_selector(".md-search-result__item h1", timeout=15000)
    return seen.page.locator(".md-search-result__item h1").all_inner_texts()


def search_mkdocs(seen, url: str, words: str) -> list[str]:
    seen.page.goto(url)
    seen.page.wait_for_load_state("networkidle")
    seen.page.click("a[data-bs-target='#mkdocs_search_modal']")
    return typed(seen, words)


def search_readthedocs(seen, url: str, words: str) -> list[str]:
    seen.page.goto(f"{url}search.html")
    seen.page.wait_for_load_state("networkidle")
    return typed(seen, words)


def typed(seen, words: str) -> list[str]:
    field = seen.page.locator("#mkdocs-search-query")
    field.wait_for(state="visible")
    field.press_sequentially(words)
    seen.page.wait_for_selector("#mkdocs-search-results article h3", timeout=15000)
    return seen.page.locator("#mkdocs-search-results article h3").all_inner_texts()


SEARCH = {"material": search_material, "mkdocs": search_mkdocs, "readthedocs": search_readthedocs}
