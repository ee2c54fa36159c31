"""Japanese on an English page is marked as such, wherever it stands; everything else stays as it is."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.views.tongues import marked


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<a href="x">佐藤 美咲</a>', '<a href="x" lang="ja">佐藤 美咲</a>'),
        ("<p>met 佐藤 美咲 at noon</p>", '<p>met <span lang="ja">佐藤 美咲</span> at noon</p>'),
        ("<p>佐藤 and 鈴木</p>", '<p><span lang="ja">佐藤</span> and <span lang="ja">鈴木</span></p>'),
        ("<p>ABC税理士法人 (Tokyo)</p>", '<p>ABC<span lang="ja">税理士法人</span> (Tokyo)</p>'),
        ("<p>話した。よかった。</p>", '<p lang="ja">話した。よかった。</p>'),
        ("<li>第2回 交流会（秋）</li>", '<li lang="ja">第2回 交流会（秋）</li>'),
        ("<li>さとう<br>ｻﾄｳ</li>", '<li><span lang="ja">さとう</span><br><span lang="ja">ｻﾄｳ</span></li>'),
        ("<option value=会>会 day</option>", '<option value=会 lang="ja">会 day</option>'),
        ("<text x=1>連絡する</text>", '<text x=1 lang="ja">連絡する</text>'),
        ("<script>'会'</script>", "<script>'会'</script>"),
        ('<p title="会">a</p>', '<p title="会">a</p>'),
        ("<p>？ ○ × △ 23 Nov</p>", "<p>？ ○ × △ 23 Nov</p>"),
    ],
)
def test_where_the_mark_stands(html, wanted):
    assert marked(html, "en") == wanted
    assert marked(html, "ja") == html


texts = st.text("佐々木 アa1、。（）&<>\"'𠮷", max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["p", "b", "li"]), texts), max_size=5))
def test_nothing_is_added_but_marks(parts):
    html = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in parts)
    found = marked(html, "en")
    assert re.sub(r' lang="ja"|<span lang="ja">|</span>', "", found) == html
    assert found.count("<span") == found.count("</span>")
