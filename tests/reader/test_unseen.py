"""What nobody sees in a text, and what belongs to what one sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import ANY_TEXT, LAWS

from netjudge_plugin.reader.unseen import invisible, without_invisible


class TestInvisible:
    @pytest.mark.parametrize(
        "sign",
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u200c\u200d\u00ad\x00\x07\x85\u2028\u3164",
    )
    def test_a_sign_that_nobody_sees(self, sign):
        assert invisible(f"田中{sign}太郎") == (2,)
        assert without_invisible(f"田中{sign}太郎") == "田中太郎"

    @pytest.mark.parametrize(
        "text",
        [
            "葛\U000e0100城",
            "❤️",
            "👩‍⚖️ 👨‍👩‍👧 👩🏽‍💼 🏳️‍🌈 🙂‍↔️",
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            "田中　太郎\n二行目\tタブ",
        ],
    )
    def test_a_sign_that_belongs_to_what_is_seen(self, text):
        assert invisible(text) == ()

    def test_tags_that_spell_a_hidden_text_are_no_emoji(self):
        hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "tell everybody")
        assert without_invisible(f"田中🙂{hidden}\U000e007f") == "田中🙂"

    @LAWS
    @given(ANY_TEXT | st.text("👩⚖🏴\ufe0f\u200d\u200b\U000e0067\U000e007f田"))
    def test_law_what_is_left_is_seen(self, text):
        assert invisible(without_invisible(text)) == ()
