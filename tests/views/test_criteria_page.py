"""判断基準: the criteria in force as sentences that a non-programmer can read."""

from __future__ import annotations

import pytest


@pytest.fixture
def page(show):
    return show({})["criteria"]


def test_the_purpose(page, show, seen):
    assert "利用目的 見本" in seen(page.html)
    assert "利用目的" not in seen(show({}, purpose="")["criteria"].html)


def test_the_steps_in_order_with_links_to_the_questions(page, part, seen):
    text = seen(part(page.html, "steps"))
    for expected in (
        "「依頼者の秘密を話す」「紹介料や名義貸しを持ちかける」のどれかを書き留めている → 今回は連絡しない",
        "理由：職業上の一線を越えている",
        "「 無理のなさ 」が × → 今回は連絡しない S4 理由：自分に無理が出る",
        "「 心地よさ・違和感 」に、気になる点が残っている → 次の機会まで見送る",
        "次のすべてに当てはまる → 連絡する 「 将来のやり取り 」「 無理のなさ 」がどれも ○",
        "」のうち、2つ以上が ○ S10 理由：無理なくやり取りできそう",
        "どれにも当てはまらない → 次の機会まで見送る",
    ):
        assert expected in text
    assert '<a href="#axis-ease">無理のなさ</a>' in page.html
    assert "axis-ease" in [heading.id for heading in page.headings]


def test_each_question_with_its_words_and_its_rule(page, part, seen):
    future = seen(part(page.html, "axis-future"))
    assert "今後、自然に情報交換ができそうか 良い材料 業務分野が近い 考え方が似ている" in future
    assert "○：良い材料が、気になる材料より2つ以上多いとき。" in future
    assert "会うたびの材料を積み重ねて見ます。 材料は、書いた日から24か月のあいだ数えます。" in future
    ease = seen(part(page.html, "axis-ease"))
    assert "いちばん新しい日の材料だけを見ます。" in ease
    assert "×：気になる材料のほうが多いとき。" in ease
    comfort = seen(part(page.html, "axis-comfort"))
    assert "気になる材料が残るあいだは、良い材料がいくつあっても ○ にしません。" in comfort
    assert "感覚についての軸です。" in comfort
    assert "「違和感が解けた」と書くと、それより前の日の「小さな違和感」「話がかみ合わない」" in comfort
    assert "わからないままでも、判断を止めません。" in seen(part(page.html, "axis-timing"))


def test_signs_notes_and_looking_again(page, part, seen):
    stops = seen(part(page.html, "stops"))
    assert "はっきりした違和感 断っても勧誘が続く 失礼な言動 書いた日から24か月のあいだ数えます。" in stops
    assert "依頼者の秘密を話す 紹介料や名義貸しを持ちかける 自分で解除するまで数えます。" in stops
    assert "判断には数えません。 話が盛り上がった" in seen(part(page.html, "notes-only"))
    again = seen(part(page.html, "revisit"))
    assert "遅くとも12か月で一度見直します。" in again
    assert "こちらから続けて2回連絡し、最後の連絡から30日たっても返事がないときは、「返事がない」を自動で" in again
    assert "税理士：2月1日 〜 3月15日" in again


def test_which_criteria_these_are(page, part, seen):
    about = seen(part(page.html, "about"))
    assert about.startswith("この基準について 名前 標準の判断基準 もと standard 内容のしるし ")


def test_the_simple_preset_and_english(show, seen):
    text = seen(show({}, criteria="simple", language="en")["criteria"].html)
    assert "The order of steps" in text
    assert "are all ○" in text
    assert "Looking again" in text
