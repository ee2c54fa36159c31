"""The search of the built sites: a word and a reading lead to somebody, on a server and in a folder, and it asks nobody
else. In an office's site what it shows is the answer already: who it is, and who of us knows them.
"""

from __future__ import annotations

import pytest
from waiting import found

TYPED = {"測量士": "鈴木 健一", "さとう": "佐藤 美咲", "nakamura": "中村 浩司", "サトウ": "佐藤 美咲"}


@pytest.mark.parametrize(("how", "width"), [("served", 1280), ("folder", 375)])
def test_a_word_and_a_reading_lead_to_somebody(site, browse, serve_folder, how, width):
    url = serve_folder(site.folder) if how == "served" else f"{site.folder.as_uri()}/"
    seen = browse(viewport={"width": width, "height": 800})
    seen.page.goto(f"{url}index.html")
    seen.page.keyboard.press("f")  # the theme's key for the search, which is out of sight on a phone
    for words, name in TYPED.items():
        assert any(title.startswith(name) for title in found(seen.page, words)), words  # an honorific may follow
    seen.page.locator(".md-search-result__item a", has_text="美咲").first.click()
    seen.page.wait_for_url("**/people/sato-misaki.html*")
    assert (seen.errors, seen.dialogs, seen.strangers(url)) == ([], [], [])


@pytest.mark.parametrize(("name", "known_to"), [("team-ja", "知っている人"), ("team-en", "Known to")])
def test_a_search_of_the_office_says_whom_to_ask(sites, browse, name, known_to):
    seen = browse()
    seen.page.goto((sites[name].folder / "index.html").as_uri())
    for words in ("司法書士", "なかむら"):
        asked = found(seen.page, words)["中村 浩司"].partition(known_to)[2]
        assert all(member in asked for member in ("大野 真", "川島 ゆかり", "横山 拓", "白井 翔"))


@pytest.mark.parametrize(("name", "profession"), [("team-ja", "司法書士"), ("team-en", "Judicial Scrivener")])
def test_one_click_says_who_of_us_knows_a_judicial_scrivener(sites, browse, name, profession):
    seen = browse()
    seen.page.goto((sites[name].folder / "index.html").as_uri())
    with seen.page.expect_navigation():
        seen.page.locator(".nj-jump a", has_text=profession).click()
    known = {
        one.locator(".nj-name").inner_text(): one.locator(".nj-knowers .nj-called").count()
        for one in seen.page.locator(".nj-index > li").all()
    }
    assert known == {"塚本 凛": 1, "中村 浩司": 4, "土生 公平": 1, "四月一日 大樹": 1}
