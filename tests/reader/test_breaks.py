"""Words are cut where somebody begins to type one, and nowhere inside a place or a profession."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.reader.breaks import BREAK, broken


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("東京士業交流会", "東京|士業|交流会"),
        ("佐藤美咲税理士事務所", "佐藤美咲|税理士|事務所"),
        ("京都府行政書士会", "京都府|行政書士|会"),
        ("東京都", "東京都"),
        ("みらい異業種朝会", "みらい|異業種|朝会"),
        ("行政書士法人みなと", "行政書士法人|みなと"),
        ("相続登記の義務化", "相続登記の|義務化"),
        ("電子申告はe-Taxで", "電子申告は|e-Tax|で"),
        ("CFPの研修会", "CFP|の|研修会"),
        ("quiet words", "quiet words"),
    ],
)
def test_where_words_are_cut(text, cut):
    assert broken(text) == cut.replace("|", BREAK)


def test_tags_and_entities_stay_whole():
    assert broken('<p title="東京士業">士業&amp;交流会</p>') == '<p title="東京士業">士業&amp;交流会</p>'


@given(st.text(alphabet="東京士業交流会のはカナaZ 1<>&;税理行政書法人", max_size=30))
def test_nothing_but_breaks_is_added(text):
    assert broken(text).replace(BREAK, "") == text
    assert BREAK * 2 not in broken(text)
