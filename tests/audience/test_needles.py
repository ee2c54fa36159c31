"""What of a secret is looked for: enough to find it, and not so little that every page holds it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planted import needles_of


def found(text: str, *secrets: str, **more: object) -> list[int]:
    return sorted({one.secret for one in needles_of(*secrets, **more).within(text)})


def test_a_topic_is_found_where_it_stands_alone():
    assert found("<li>相続</li>".replace("<", " <"), "相続", kind="topic") == [0]
    assert found("話題: 「相続」", "相続", kind="topic") == [0]


def test_a_topic_is_not_found_inside_a_sentence():
    assert not found("相続の手続きと登記について", "相続", kind="topic")


def test_a_short_name_is_found_with_and_without_its_space():
    assert found("名簿: 林 健（税理士）", "林 健") == found("名簿: 林健", "林 健") == [0]
    assert found("きょうは、林健先生と話した", "林 健") == [0]
    assert not found("森林健康診断", "林 健")


def test_a_name_of_three_kanji_is_found_anywhere():
    assert found("きのう佐藤健から電話", "佐藤 健") == [0]


def test_latin_names_are_words():
    assert found("met Ann Lee there", "Ann Lee") == [0]
    assert not found("Hannleeds", "Ann Lee")


@pytest.mark.parametrize(
    "written", ["090-8765-4321", "(090) 8765 4321", "+81 90 8765 4321", "０９０８７６５４３２１", "+819087654321"]
)
def test_a_number_is_found_however_it_is_written(written):
    assert found(f"tel: {written}", "090-8765-4321", kind="phone") == [0]
    assert found(f"tel: {written}", "+81 90-8765-4321", kind="phone") == [0]


def test_a_number_is_not_found_in_a_row_of_noughts():
    assert not found("[0,4,5,0,0,0,0,0,0,0,0,0,0]", "045-000-0000", kind="phone")


def test_what_is_shared_is_no_secret_where_it_stands():
    shared = ("佐藤 健一",)
    assert not found("担当は佐藤健一です", "佐藤 健", shared=shared)
    assert found("担当は佐藤健一と、佐藤健です", "佐藤 健", shared=shared) == [0]


def test_what_is_shared_as_a_whole_is_not_looked_for():
    needles = needles_of("佐藤 健一", "秘密 太郎", shared=("佐藤　健一",))
    assert needles.dropped == (0,)


def test_what_the_theme_says_is_not_looked_for():
    needles = needles_of("検索", "業務分野が近い", kind="impression", known=("検索する", "<li>業務分野が近い</li>"))
    assert needles.dropped == (1,)
    assert needles.short == ()
    assert not list(needles.within("業務分野が近い"))


def test_a_single_letter_is_too_short():
    assert needles_of("A", kind="topic").short == (0,)


@settings(deadline=None)
@given(
    st.text("今日は声が小さくて鳥籠を三つ持っている人と会った来月旅に出るらしい", min_size=40, max_size=90), st.data()
)
def test_any_part_of_some_length_of_a_long_text_is_found(text, data):
    start = data.draw(st.integers(0, len(text) - 30))
    assert found(f"引用 {text[start : start + 30]} 以上", text, kind="note") == [0]
