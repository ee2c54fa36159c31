"""Readings: what is one, and which are the same."""

from __future__ import annotations

import pytest

from netjudge_plugin.reader.kana import is_kana, reading_key


class TestReadings:
    @pytest.mark.parametrize(
        "reading", ["さとう みさき", "サトウ　ミサキ", "ｻﾄｳ ﾐｻｷ", "ジョン・スミス", "ヴィクトリア", "みすゞ", "が"]
    )
    def test_kana(self, reading):
        assert is_kana(reading)

    @pytest.mark.parametrize(
        "text", ["", " ", "・", "ー", "佐藤", "さとう美咲", "sato", "さとう1", "さとう-みさき", "か、き"]
    )
    def test_not_kana(self, text):
        assert not is_kana(text)

    @pytest.mark.parametrize("reading", ["さとう みさき", "サトウミサキ", "サトウ・ミサキ", "ｻﾄｳ　ﾐｻｷ"])
    def test_one_reading(self, reading):
        assert reading_key(reading) == "さとうみさき"

    @pytest.mark.parametrize(
        ("reading", "key"), [("ｶﾞｳﾞ", "がゔ"), ("みすゞ", "みすず"), ("かゝみ", "かかみ"), ("サーラ", "さーら")]
    )
    def test_marks_are_kept_and_repetitions_written_out(self, reading, key):
        assert reading_key(reading) == key
