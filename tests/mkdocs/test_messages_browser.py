"""The words to begin with in a real browser: copied with a button, from a folder and from a server, or by hand."""

from __future__ import annotations

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

MKDOCS_YML = """
    site_name: 記録
    use_directory_urls: false
    theme: {name: material, language: ja, font: false, features: [navigation.instant]}
    plugins:
      - search
      - netjudge: {today: 2026-11-23, purpose: 見本}
    """
EVENT = """
    ---
    件名: 秋の交流会
    日付: 2026-11-20
    相手:
      - 名前: 佐藤 美咲
        読み: さとう みさき
        士業: 弁護士
        印象: [業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く,
               質問をしてくれる, 業務の線引きが明確]
        話題: ["</textarea><b>年表</b>"]
    ---
    """
SAID = "</textarea><b>年表</b>のお話ができ、うれしく思いました。"
DENIED = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(Error('no'))}})"


@pytest.fixture
def site(draw):
    folder = draw({"mkdocs.yml": MKDOCS_YML, "docs/other.md": "# 手引き", "journal/2026-11-20.md": EVENT})
    build(load_config(config_file=str(folder / "mkdocs.yml")))
    return folder / "site"


@pytest.fixture(params=["file", "http"])
def address(request, site, serve_folder):
    return f"{site.as_uri()}/" if request.param == "file" else serve_folder(site)


def copied(page):
    """What a paste brings."""
    page.evaluate("document.body.prepend(Object.assign(document.createElement('textarea'), {id: 'paste'}))")
    page.focus("#paste")
    page.keyboard.press("Control+V")
    return page.input_value("#paste")


def test_the_button_copies_the_text(address, browse):
    seen = browse()
    seen.page.goto(f"{address}people/sato-misaki.html#messages")
    text = seen.page.input_value(".nj-message textarea")
    assert SAID in text
    seen.page.click(".nj-message button")
    seen.page.wait_for_selector("text=コピーしました。")
    assert copied(seen.page) == text
    assert seen.errors == []
    assert seen.strangers(address) == []


def test_where_the_clipboard_is_closed_the_older_way_is_gone(address, browse):
    seen = browse()
    seen.page.add_init_script(DENIED)
    seen.page.goto(f"{address}people/sato-misaki.html")
    seen.page.click(".nj-message button")
    seen.page.wait_for_selector("text=コピーしました。")
    assert SAID in copied(seen.page)


def test_where_nothing_copies_the_text_is_selected(site, browse):
    seen = browse()
    seen.page.add_init_script(f"{DENIED}; document.execCommand = () => false")
    seen.page.goto(f"{site.as_uri()}/people/sato-misaki.html")
    seen.page.click(".nj-message button")
    seen.page.wait_for_selector("text=文を選びました。")
    selected = "(area => area.value.slice(area.selectionStart, area.selectionEnd))(document.querySelector('textarea'))"
    assert seen.page.evaluate(selected) == seen.page.input_value(".nj-message textarea")


def test_without_scripts_there_is_no_button_and_the_text_stays(site, browse):
    seen = browse(java_script_enabled=False)
    seen.page.goto(f"{site.as_uri()}/people/sato-misaki.html")
    assert not seen.page.locator(".nj-message button").is_visible()
    assert seen.page.locator(".nj-message textarea").is_visible()
    assert seen.page.get_attribute(".nj-message a", "href").startswith("mailto:?subject=")


def test_the_button_works_once_after_the_theme_has_changed_pages(site, browse, serve_folder):
    address = serve_folder(site)
    seen = browse()
    seen.page.goto(f"{address}week.html")
    for _ in range(2):
        seen.page.click(".nj-person a:text('連絡のことば')")
        seen.page.wait_for_selector(".nj-message button:visible")
        seen.page.click(".nj-message button")
        seen.page.wait_for_selector("text=コピーしました。")
        seen.page.go_back()
        seen.page.wait_for_selector("#now")
    assert seen.errors == []


@pytest.mark.parametrize("width", [1280, 375])
def test_a_text_is_seen_whole_and_fits_the_screen(site, browse, width):
    seen = browse(viewport={"width": width, "height": 800})
    seen.page.goto(f"{site.as_uri()}/people/sato-misaki.html")
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.page.evaluate("(a => a.scrollHeight <= a.clientHeight + 1)(document.querySelector('textarea'))")
