"""In a real browser: no name runs as a script, and each is read as it is written, also in the search results."""

from __future__ import annotations

import html
import json

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from waiting import found, redrawn

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
        redrawn(seen.page)  # for what starts after loading
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


def test_a_hostile_journal_through_all_rooms(draw, serve_folder, browse):
    contacts = "".join(
        f"  - person: {json.dumps(name)}\n    reading: てすと{number}\n    note: {json.dumps(name)}\n"
        f"    firm: {json.dumps(name)}\n"
        for number, name in zip("あいうえお", NAMES.values(), strict=True)
    )
    title = json.dumps(NAMES["p2"])
    entry = (
        f"---\ntitle: {title}\nplace: {title}\ndate: 2026-04-01\ncontacts:\n{contacts}---\n\n{NAMES['p1']} <!-- x -->\n"
    )
    yml = f"site_name: 記録\ntheme: {THEMES['material']}\nplugins: [search, netjudge: {{today: 2026-11-23}}]"
    folder = draw({"mkdocs.yml": yml, "docs/.keep": "", "journal/2026/a.md": entry})
    build(load_config(config_file=str(folder / "mkdocs.yml")))
    url, seen = serve_folder(folder / "site"), browse()
    paths = [path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*.html")]
    titles = set()
    for path in paths:
        seen.page.goto(url + path)
        redrawn(seen.page)
        titles.add(seen.page.title().removesuffix(" - 記録"))
        assert seen.page.locator("img[src=x], svg[onload]").count() == 0
    assert set(NAMES.values()) <= titles
    assert seen.dialogs == []
    assert seen.strangers(url) == []


def search_material(seen, url: str, words: str) -> list[str]:
    seen.page.goto(url)
    seen.page.click("input.md-search__input")
    seen.page.locator("input.md-search__input").press_sequentially(words)
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


JAPANESE = """
---
件名: 京都士業交流会
日付: 2026-11-20
相手:
  - {名前: 渡邊 さやか, 読み: わたなべ さやか, 士業: 社会保険労務士, 事務所: 渡邊社会保険労務士事務所}
  - {名前: 髙橋 恵, 読み: たかはし めぐみ, 士業: 税理士, 事務所: 東京都中央税理士事務所}
---
"""
TYPED = {
    "わたなべ": ["渡邊 さやか"],
    "ワタナベ": ["渡邊 さやか"],
    "watanabe": ["渡邊 さやか"],
    "渡辺": ["渡邊 さやか"],
    "社労士": ["渡邊 さやか"],
    "髙橋": ["髙橋 恵"],
    "高橋": ["髙橋 恵"],
    "たかはし めぐみ": ["髙橋 恵"],
    "税理士": ["髙橋 恵"],
    "東京都": ["髙橋 恵"],
    "京都": ["京都士業交流会"],
    "交流会": ["京都士業交流会"],
}


@pytest.mark.parametrize("opened", ["served", "folder"])
def test_people_are_found_however_they_are_typed(draw, browse, serve_folder, opened):
    yml = f"""
        site_name: 記録
        use_directory_urls: false
        theme: {THEMES["material"]}
        plugins: [search, netjudge: {{today: 2026-11-23}}]
        """
    folder = draw({"mkdocs.yml": yml, "docs/.keep": "", "journal/a.md": JAPANESE})
    build(load_config(config_file=str(folder / "mkdocs.yml")))
    site = folder / "site"
    url = serve_folder(site) if opened == "served" else site.as_uri() + "/"
    seen = browse()
    seen.page.goto(f"{url}index.html")
    for words, wanted in TYPED.items():
        shown = set(found(seen.page, words))
        assert shown & {"渡邊 さやか", "髙橋 恵", "京都士業交流会"} == set(wanted), words
    assert seen.errors == []
    assert seen.strangers(url) == []


def test_a_site_opened_from_a_folder_keeps_its_switches(draw, browse):
    """Without the index as a script Material's own script ends early there, and light and dark cannot be changed."""
    folder = draw(
        {
            "docs/x.md": "# x",
            "journal/a.md": "---\ndate: 2026-11-20\ncontacts: []\n---\n",
            "mkdocs.yml": """
                site_name: x
                use_directory_urls: false
                theme:
                  name: material
                  font: false
                  palette:
                    - {scheme: default, toggle: {icon: material/weather-night, name: dark}}
                    - {scheme: slate, toggle: {icon: material/weather-sunny, name: light}}
                plugins: [search, netjudge: {today: 2026-11-23}]
                """,
        }
    )
    build(load_config(str(folder / "mkdocs.yml")))
    witness = browse()
    witness.page.goto((folder / "site" / "index.html").as_uri())
    witness.page.locator("label[for=__palette_1]").click()
    assert witness.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert witness.errors == []


LONG = """
    ---
    date: 2026-11-20
    contacts:
      - {person: ヴォルフガング・フォン・リッテルスドルフ・ウント・ツー・シュヴァルツェンベルク,
         reading: ゔぉるふがんぐふぉんりってるすどるふうんとつーしゅゔぁるつぇんべるく}
      - {person: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch}
    ---
    """


def test_no_name_is_cut_off_on_a_phone(draw, browse):
    """A list draws what is in sight alone, so what would be wider than the screen does not widen the page."""
    yml = f"site_name: x\nuse_directory_urls: false\ntheme: {THEMES['material']}\nplugins: [search, netjudge]\n"
    folder = draw({"mkdocs.yml": yml, "docs/.keep": "", "journal/a.md": LONG})
    build(load_config(str(folder / "mkdocs.yml")))
    seen = browse(viewport={"width": 375, "height": 800})
    seen.page.goto((folder / "site" / "people" / "index.html").as_uri())
    names = seen.page.locator(":is(.nj-name, .nj-reading):visible")
    assert names.count() == 3
    assert names.evaluate_all("all => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length") == 0
