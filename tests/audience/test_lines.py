"""What is worked out once a line is the same as what is worked out for the whole text, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjudge_plugin.audience import letters, lines

#: Pieces of texts, most of them such as change what stands before or behind them, also over the end of a line.
PIECES = [
    "\n", "\n", "\n", "\r\n", " ", "佐藤", "健一", "かが", "ｶﾞ", "\u3099", "\u200b", "①", "ﬁ", "Ａb", "x", "D0",
    "ᄀ", "\u1161", "<b>", "</b>", "<", ">", "<a", " href='x'>", "<!--", "-->", "<ruby>", "<rt>", "</rt>",
    "<rp>(</rp>", "&lt;b&gt;", "%3Cb", "%E4%BD%90", "%", "%0A", "%26", "%5C", "%3D", "&amp;", "&#x4f50;", "&#x4f50",
    "&#10;", "&#92;", "&", "#x4f50;", "&para", "\\u4f50", "\\4f50", "\\4f50 ", "\\", "u4f50", "\\n", "=E4=BD=90",
    "=E4=BD=", "=\n", "=", "90", "=3D=3D=3D", "E4",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=3000)
@given(TEXTS)
def test_lines_give_the_words_of_the_whole_text(text):
    whole = [letters.bounded(form).split() for form in lines.forms(text)]
    assert [words.split() for words in lines.Lines().forms(text)] == whole


@settings(max_examples=500)
@given(st.lists(TEXTS, max_size=6))
def test_what_was_seen_before_makes_no_difference(texts):
    known = lines.Lines()
    for text in texts:
        assert list(known.forms(text)) == list(lines.Lines().forms(text))


def test_words_stand_between_single_spaces():
    """As `bounded` gives them: needles of words that stand alone are sought with a space on either side."""
    assert list(lines.Lines().forms("<p>佐藤、\n\n健一</p>\n.")) == [" p 佐藤 健一 p ", " 佐藤 健一 "]


@pytest.mark.parametrize("text", ["<p>佐藤\n健一</p>", "<a href='%E4%BD%90'>x</a>\n<i>&#x4f50;</i>"])
def test_a_page_is_put_together_of_lines(text, monkeypatch):
    monkeypatch.setattr(lines, "forms", None)  # the long way
    assert list(lines.Lines().forms(text))


def test_more_lines_than_are_remembered(monkeypatch):
    monkeypatch.setattr(lines, "_MOST", 3)
    known = lines.Lines()
    for number in range(10):
        assert list(known.forms(f"{number}\nx")) == [f" {number} x "]
