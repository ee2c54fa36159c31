"""The order of a Japanese dictionary, and a heading for everybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import ANY_TEXT, KANA, LAWS

from netjudge_plugin.reader.gojuon import GOJUON_ROWS, gojuon_key, gojuon_row
from netjudge_plugin.reader.kana import reading_key


class TestOrder:
    @pytest.mark.parametrize(
        "readings",
        [
            ["かき", "かぎ", "がき", "がぎ", "かきく"],
            ["はは", "はば", "はぱ", "ばば", "ぱぱ"],
            ["はあと", "ハーブ", "はあぶん", "はい"],
            ["きって", "きつて", "きつね"],
            ["しゃ", "しや", "じゃ", "じや"],
            ["さとう ゆい", "さとうだ あい", "さとむら"],
            ["あ", "い", "う", "ゔ", "え", "を", "ん"],
            ["ジョー", "じょお", "じよお"],
        ],
    )
    def test_the_order_of_a_dictionary(self, readings):
        backwards = readings[::-1]
        assert sorted(backwards, key=gojuon_key) == readings

    def test_a_long_mark_is_the_vowel_before_it(self):
        assert gojuon_key("ハーブ")[0] == gojuon_key("はあぶ")[0]
        assert gojuon_key("ハーブ") < gojuon_key("はあぶ")

    def test_hiragana_katakana_and_the_width_of_spaces_do_not_matter(self):
        assert gojuon_key("サトウ　ミサキ") == gojuon_key("さとう みさき") == gojuon_key("ｻﾄｳ･ﾐｻｷ")

    @LAWS
    @given(KANA)
    def test_law_no_kana_is_lost(self, reading):
        plain, voices, sizes = gojuon_key(reading)
        assert len(plain) == len(voices) == len(sizes)
        assert len(plain.replace(" ", "")) == len(reading_key(reading))


class TestRows:
    @pytest.mark.parametrize(
        ("reading", "row"),
        [
            ("さとう", "さ"),
            ("ガルシア", "か"),
            ("ぱく", "は"),
            ("ヴィクトル", "あ"),
            ("ん", "わ"),
            ("を", "わ"),
            ("ゃ", "や"),
            (" ｱｲ", "あ"),
            ("ヷ", "わ"),
        ],
    )
    def test_by_the_reading(self, reading, row):
        assert gojuon_row(reading, "名") == row

    @pytest.mark.parametrize(
        ("name", "row"),
        [
            ("スミス ジョン", "さ"),
            ("John Smith", "A-Z"),
            ("Ｊｏｈｎ", "A-Z"),
            ("Ångström", "A-Z"),
            ("佐藤 美咲", ""),
            ("さくら 美咲", ""),
            ("김", ""),
            ("🙂", ""),
        ],
    )
    def test_without_a_reading(self, name, row):
        assert gojuon_row(None, name) == gojuon_row("", name) == gojuon_row(" ", name) == row

    @LAWS
    @given(st.none() | ANY_TEXT, ANY_TEXT)
    def test_law_there_is_a_heading_for_everybody(self, reading, name):
        assert gojuon_row(reading, name) in GOJUON_ROWS
