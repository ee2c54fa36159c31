"""Greetings, names and closes alone are no message; whatever else is said counts."""

from __future__ import annotations

import pytest

from netjudge_plugin.model.courtesy import only_courtesy


@pytest.mark.parametrize(
    "line",
    [
        "",
        "、",
        "様",
        "です。",
        "と申します。",
        "いつも大変お世話になっております。",
        "ご無沙汰しております",
        "こんにちは！",
        "どうぞよろしくお願いいたします。",
        "今後とも宜しくお願い申し上げます",
        "敬具",
        "Dear Dr. ,",
        "Good morning,",
        "This is  .",
        "I am",
        "Kind regards",
        "Yours sincerely,",
        "Ｈｅｌｌｏ",
    ],
)
def test_a_courtesy_says_nothing_yet(line):
    assert only_courtesy(line)


@pytest.mark.parametrize(
    "line",
    [
        "先日はありがとうございました。",
        "お元気ですか",
        "またお目にかかれましたら幸いです。",
        "資料をお送りします",
        "Thank you.",
        "I hope you are well.",
        "Dear friend, it was good to see you",
        "年表",
    ],
)
def test_anything_else_is_something(line):
    assert not only_courtesy(line)
