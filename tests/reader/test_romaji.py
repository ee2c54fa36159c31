"""What an address is made of: readings in Latin letters, and ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pathvalidate import is_valid_filename
from texts import ANY_TEXT, KANA, LAWS

from netjudge_plugin.reader.kana import is_kana, reading_key
from netjudge_plugin.reader.romaji import slug, valid_id


class TestSlug:
    @pytest.mark.parametrize(
        ("reading", "address"),
        [
            ("さとう みさき", "sato-misaki"),
            ("サトウ・ミサキ", "sato-misaki"),
            ("ｻﾄｳ　ﾐｻｷ", "sato-misaki"),
            ("おおの ゆうき", "ono-yuki"),
            ("こうの しんいち", "kono-shinichi"),
            ("おおおか しょうた", "ooka-shota"),
            ("はっとり じゅんいちろう", "hattori-junichiro"),
            ("べっぷ はっちょう", "beppu-hatcho"),
            ("しんば けいこ", "shinba-keiko"),
            ("ジャン＝リュック ゴダール", "jan-ryukku-godaru"),
            ("ファティマ ヴィヴィアン ウェンディ ジョー", "fatima-vivian-wendi-jo"),
            ("つちや づか ぢ を", "tsuchiya-zuka-ji-o"),
            ("みすゞ", "misuzu"),
        ],
    )
    def test_hepburn(self, reading, address):
        assert slug(reading) == address

    @pytest.mark.parametrize(
        ("reading", "address"),
        [
            ("いのうえ", "inoue"),
            ("やまのうち", "yamanouchi"),
            ("まつうら", "matsuura"),
            ("ひろおか", "hirooka"),
            ("かのう", "kano"),
        ],
    )
    def test_vowels_of_two_words_are_not_one_long_vowel(self, reading, address):
        assert slug(reading) == address

    @pytest.mark.parametrize(
        ("text", "address"),
        [("Renée O'Hara", "renee-ohara"), ("a?b#c%2F:*", "abc2f"), ("../../etc/passwd", "etc-passwd")],
    )
    def test_latin_letters_stay_and_signs_go(self, text, address):
        assert slug(text) == address

    @pytest.mark.parametrize("text", ["", "　", "佐藤 美咲", "🙂", "っ", "..", "---"])
    def test_nothing_left(self, text):
        assert slug(text) == ""

    @pytest.mark.parametrize("text", ["CON", "aux", "Com1", "lpt9", "index", "README", "404"])
    def test_reserved_names_take_a_suffix(self, text):
        assert slug(text) == f"{text.lower()}-x"

    def test_a_long_reading_is_cut_and_told_apart_by_a_hash(self):
        first, second = slug("か" * 300), slug("か" * 301)
        assert re.fullmatch(r"(ka){40}-[0-9a-f]{8}", first)
        assert first != second
        assert slug("か" * 40) == "ka" * 40

    @LAWS
    @given(ANY_TEXT | st.text(min_size=60) | st.text("かんっー ", min_size=60))
    @example("か" * 39 + "ん　き")
    def test_law_an_address_is_a_short_plain_file_name_everywhere(self, text):
        address = slug(text)
        if address:
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", address)
            assert len(address) <= 100
            assert is_valid_filename(address, platform="windows")
            assert address not in {"index", "readme", "404"}

    @LAWS
    @given(KANA.filter(is_kana).filter(lambda text: reading_key(text).strip("っー")))
    def test_law_every_reading_has_an_address(self, reading):
        assert slug(reading)


class TestIds:
    @pytest.mark.parametrize("text", ["sato-misaki", "Sato_1", "7", "a" * 80, "context", "p-1a2b3c4d"])
    def test_valid(self, text):
        assert valid_id(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "-a",
            "_a",
            "a b",
            "佐藤",
            "ａ",
            "a/b",
            "..",
            "a.b",
            "a\n",
            "a" * 81,
            "CON",
            "nul",
            "Com1",
            "Index",
            "README",
            "404",
        ],
    )
    def test_invalid(self, text):
        assert not valid_id(text)
