"""The page for writing an event down: what its script is given, and what no page may give away."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from netjudge_plugin.locale import catalogue
from netjudge_plugin.views.capture import ASSETS

JOURNAL = {
    "2026/aki.md": """\
        ---
        件名: 秋の会
        日付: 2026-11-20
        場所: 極秘の場所
        相手:
          - 名前: 佐藤 美咲
            読み: さとう みさき
            士業: 税理士
            事務所: 佐藤税理士事務所
            印象: [はっきりした違和感, {無理のなさ: × 極秘のことば}]
            話題: [極秘の話題]
            メモ: 極秘のメモ
            約束: 極秘の約束
          - {名前: 髙橋 恵, 読み: たかはし めぐみ}
        ---

        極秘の本文
        """,
    "2026/bonen.md": """\
        ---
        件名: 忘年会
        日付: 2026-12-04
        相手: [{名前: 未来 会子}]
        ---
        """,
    "people/a.md": "---\n名前: 鈴木 健一\n識別子: suzuki-a\n別名: [極秘の別名]\nメール: gokuhi@example.jp\n---\n",
    "people/b.md": "---\n名前: 鈴木 健一\n識別子: suzuki-b\n---\n",
}


class Parts(HTMLParser):
    """What stands in the page: attributes by tag, and the text of list items."""

    def __init__(self):
        super().__init__()
        self.tags, self.path = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), []))
        if tag not in {"input", "link", "br"}:
            self.path.append(self.tags[-1])

    def handle_endtag(self, _):
        self.path.pop()

    def handle_data(self, data):
        if self.path:
            self.path[-1][2].append(data)

    def all(self, tag, name=""):
        found = [(attrs, "".join(text)) for one, attrs, text in self.tags if one == tag]
        return [(attrs, text) for attrs, text in found if not name or name in attrs]


def parts(html):
    found = Parts()
    found.feed(html)
    found.close()
    return found


@pytest.fixture
def page(show):
    return show(JOURNAL)["capture"]


def test_it_lies_below_the_events_and_in_no_navigation(page, show):
    assert (page.uri, page.title, page.parent) == ("capture", "書き留める", "events/index")
    pages = show(JOURNAL)
    for uri in ("index", "events/index"):
        assert 'href="../capture/"' in pages[uri].html or 'href="capture/"' in pages[uri].html


def test_whom_one_may_pick_and_what_is_known_of_them(page):
    known = [(attrs, text) for attrs, text in parts(page.html).all("li", "data-name")]
    assert known == [
        (
            {"data-name": "佐藤 美咲", "data-reading": "さとう みさき", "data-also": "sato misaki\nsatou misaki"},
            "税理士　佐藤税理士事務所",
        ),
        ({"data-name": "髙橋 恵", "data-reading": "たかはし めぐみ", "data-also": "高橋恵\ntakahashi megumi"}, ""),
        ({"data-name": "鈴木 健一", "data-by-person": "鈴木 健一", "data-by-id": "suzuki-a"}, ""),
        ({"data-name": "鈴木 健一", "data-by-person": "鈴木 健一", "data-by-id": "suzuki-b"}, ""),
        ({"data-name": "未来 会子"}, ""),
    ]


def test_nothing_else_of_the_journal_is_on_it(page):
    assert "極秘" not in page.html
    assert "gokuhi" not in page.html
    assert "秋の会" not in page.html
    assert "忘年会" not in page.html
    words = page.html.replace("はっきりした違和感", "", 2)
    assert "はっきりした違和感" not in words, "it stands there as a word to choose, once as value and once as text"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_word_of_the_criteria_in_force_can_be_pressed_once(show, language):
    from netjudge_plugin import in_force
    from netjudge_plugin.model.wording import labels

    criteria = in_force.shipped("standard", language)
    found = parts(show(JOURNAL, language=language)["capture"].html)
    words = [attrs for attrs, _ in found.all("button", "data-word")]
    axes = [attrs["data-axis"] for attrs, _ in found.all("details", "data-axis")]
    assert sorted(one["data-word"] for one in words) == sorted(labels(criteria).values())
    assert axes == [axis.name for axis in criteria.axes]
    assert {one["aria-pressed"] for one in words} == {"false"}


def test_criteria_of_ones_own_and_what_stands_in_for_broken_ones(show, seen):
    assert "この日誌の判断基準が読めないため" not in seen(show(JOURNAL)["capture"].html)
    assert "この日誌の判断基準が読めないため" in seen(show({"criteria.yml": "format: 1\n"})["capture"].html)
    few = parts(show({}, criteria="simple")["capture"].html)
    assert [attrs["data-axis"] for attrs, _ in few.all("details", "data-axis")] == ["無理のなさ", "立場の尊重"]


def test_the_words_of_a_file_are_those_of_the_language(show):
    for language, title, kind in (("ja", "件名", "勉強会"), ("en", "title", "study")):
        found = parts(show(JOURNAL, language=language)["capture"].html)
        names = [text for _, text in found.all("dt")]
        words = dict(zip(names, [text for _, text in found.all("dd")], strict=True))
        assert words["title"] == title
        assert kind in [attrs.get("value") for attrs, _ in found.all("option")]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_sentence_the_script_may_say_is_there(show, language):
    html = show(JOURNAL, language=language)["capture"].html
    said = {attrs["data-say"] for attrs, _ in parts(html).all("p", "data-say")}
    keys = {key.removeprefix("capture.") for key in catalogue(language).texts if key.startswith("capture.")}
    assert said == {key for key in keys if key.split(".")[0] in {"say", "ask", "check"}}
    slots = set(re.findall(r'data-fact="(\w+)"', html))
    assert slots <= {"number", "name", "axis"}


def test_the_search_finds_nothing_of_it(page):
    outside = re.sub(r"<section.*</section>", "", page.html, flags=re.DOTALL)
    assert re.fullmatch(r'\s*<h1 id="top" data-search-exclude="1">書き留める</h1>\s*', outside)
    assert re.search(r'<section [^>]*data-search-exclude="1"', page.html)


def test_its_own_files_are_asked_for_from_where_it_stands(show):
    for addresses, start in ((True, "../assets/"), (False, "assets/")):
        html = show(JOURNAL, directory_urls=addresses)["capture"].html
        assert f'<link rel="stylesheet" href="{start}netjudge-capture.css">' in html
        assert f'<script src="{start}netjudge-capture.js"></script>' in html
    assert set(ASSETS) == {"assets/netjudge-capture.css", "assets/netjudge-capture.js"}


def test_a_page_of_which_all_is_the_same_is_the_same(show):
    assert show(JOURNAL)["capture"] == show(JOURNAL)["capture"]


def test_sentences_of_the_script_are_all_used():
    """Each key is named in the script: as a finding, a notice, a question or a word on a button."""
    from importlib import resources

    package = resources.files("netjudge_plugin")
    script = "".join((package / part).read_text(encoding="utf-8") for part in ASSETS["assets/netjudge-capture.js"])
    questions = {"remove", "anew", "done", "remove_yes", "anew_yes", "done_yes", "no"}
    for key in catalogue("ja").texts:
        table, _, name = key.removeprefix("capture.").partition(".")
        if key.startswith("capture.") and table in {"say", "check"}:
            assert re.search(rf'["`.]{name}["`]', script), key
        elif key.startswith("capture.ask."):
            assert name in questions
