"""A name is changed where it stands by itself; where it may be a part of something else, it is asked about."""

from __future__ import annotations

import pytest

from netjudge_plugin.duties.standing import stands


@pytest.mark.parametrize(
    "text",
    [
        "【田中健】",
        "きのう【田中健】さんと",
        "【田中　健】の紹介",
        "「【田中・健】」",
        "【田中健】税理士と",
        "【田中健】殿",
        "Dr【田中健】",
        "【田\u200b中健】が",
        "は【たなか けん】さん",
        "【タナカ ケン】さん",
        "by 【Ken Tanaka】, who",
        "【Ken-Tanaka】",
        "【K. Tanaka】",
        "【J.P. Tanaka】",
    ],
)
def test_it_stands_by_itself(text):
    assert _stands(text, "name")


@pytest.mark.parametrize(
    "text",
    [
        "小【林明子】さん",
        "【田中健】太さん",
        "【田中健】一郎",
        "今日【田中健】が",
        "【田中、健】康経営",
        "【田中\n健】が",
        "| 【田中 | 健】康 |",
        "- 【田中\n- 健】二",
        "【田中/健】.png",
        "コ【タナカ ケン】",
        "【タナカ ケン】ジ",
        "こ【やまだ たろう】さん",
        "【やまだ たろう】た",
        "Mc【Ken Tanaka】",
        "【Ken Tanaka】s",
        "Ken 【Tanaka、Ken】 Tanaka",
        "KEN 【TANAKA. Ken】 Tanaka",
        "the 【Tanaka - - Ken】",
    ],
)
def test_it_may_be_a_part_of_something_else(text):
    assert not _stands(text, "name")


@pytest.mark.parametrize(
    ("text", "kind", "whole"),
    [
        ("メールは【sato@abc.jp】です", "email", True),
        ("<【sato@abc.jp】>.", "email", True),
        ("mi【sato@abc.jp】", "email", False),
        ("x.【sato@abc.jp】", "email", False),
        ("【sato@abc.jp】.au", "email", False),
        ("people/【tanaka-ken】.md", "address", True),
        ("【tanaka-ken】-2", "address", False),
        ("電話【090-1234-5678】まで", "phone", True),
        ("電話【(090) 1234 5678】まで", "phone", True),
        ("1【090-1234-5678】", "phone", False),
        ("【090-1234-5678】-9", "phone", False),
    ],
)
def test_an_address_and_a_number_stand_as_a_whole(text, kind, whole):
    assert _stands(text, kind) is whole


def _stands(text, kind):
    before, _, rest = text.partition("【")
    name, _, behind = rest.partition("】")
    return stands(before + name + behind, len(before), len(before + name), kind, ["税理士"])
