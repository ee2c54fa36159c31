"""Home: this week, what has changed lately, what comes next, without haste."""

from __future__ import annotations

import datetime

import pytest

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"

AUTUMN = f"""\
    ---
    title: 秋の会
    date: 2026-11-20
    contacts:
      - person: 佐藤 美咲
        reading: さとう みさき
        profession: 税理士
        firm: 佐藤税理士事務所
        impressions: [{GOOD}]
        promise: {{what: 資料を送る, by: 2026-11-10}}
      - person: 田中 健
        impressions: [話をよく聞く]
    ---
    """

LUNCH = """\
    ---
    title: 昼食会
    date: 2026-09-04
    contacts:
      - person: 佐藤 美咲
        impressions: [話をよく聞く]
    ---
    """

COMING = """\
    ---
    title: 忘年会
    date: 2026-12-04
    place: 横浜
    attending: [佐藤 美咲, 知らない 人]
    ---
    """


@pytest.fixture
def home(show):
    return show({"2026/aki.md": AUTUMN, "2026/lunch.md": LUNCH, "2026/bonen.md": COMING})["index"].html


def test_whom_to_contact_now_and_why(home, part, seen):
    now = seen(part(home, "now"))
    assert "佐藤 美咲 さとう みさき 税理士 佐藤税理士事務所 11月20日の交流会で会ったばかりです。今が自然です。" in now
    assert "無理なくやり取りできそう いまの材料では" in now
    assert (
        "「考え方が似ている」「返信のペースが合いそう」「話をよく聞く」「業務の線引きが明確」と書き留めています。"
        in now
    )
    assert "最後に会った日 2026年11月20日 秋の会" in now
    assert "田中 健" not in now
    assert 'href="people/sato-misaki/"' in home
    assert 'href="events/aki/"' in home


def test_the_day_as_of_which_all_is_said(home, seen):
    assert "2026年11月23日（月） 時点" in seen(home)


def test_what_has_changed_lately(home, part, seen):
    changed = seen(part(home, "changed"))
    assert "2026年11月20日 佐藤 美咲 次の機会まで見送る（もう少し相手を知ってから） → 連絡する" in changed
    assert "（無理なくやり取りできそう） 秋の会" in changed
    assert "田中 健" not in changed  # the first verdict is no change


def test_a_change_longer_ago_is_none_of_lately(show, part, seen):
    home = show({"2026/aki.md": AUTUMN, "2026/lunch.md": LUNCH}, today=datetime.date(2027, 3, 20))
    assert "この3か月、判断が変わった人はいません。" in seen(part(home["index"].html, "changed"))


def test_what_comes_next_without_haste(home, part, seen):
    coming = seen(part(home, "coming"))
    assert "2026年12月4日（金） 忘年会 横浜 参加予定の人 佐藤 美咲 、知らない 人" in coming
    assert not any(word in seen(home) for word in ("期限切れ", "過ぎ", "遅れ", "至急", "急いで"))


def test_a_promise_stands_first_and_a_day_that_has_passed_is_none(home, part, seen):
    promises = seen(part(home, "promises"))
    assert "佐藤 美咲 さとう みさき 資料を送る（今週なら、いつでも）" in promises
    assert "11月10日" not in seen(home)
    assert home.index('id="promises"') < home.index('id="touches"')


def test_a_pause_that_ends_before_long_is_time_for_a_fresh_look(show, part, seen):
    journal = """\
        ---
        title: 会
        date: 2026-10-10
        contacts:
          - {person: 佐藤 美咲, impressions: [自分が手一杯]}
        ---
        """
    home = show({"a.md": journal})["index"].html
    revisits = seen(part(home, "revisits"))
    assert "急ぐ必要はありません" in revisits
    assert "2027年1月10日 ごろ 佐藤 美咲 次の機会まで見送る（今はタイミングではない）" in revisits


def test_time_alone_may_have_changed_something(show, part, seen):
    journal = f"""\
        ---
        title: 会
        date: 2026-08-20
        contacts:
          - {{person: 佐藤 美咲, impressions: [{GOOD}, 自分が手一杯]}}
        ---
        """
    day = datetime.date(2026, 11, 20)
    changed = seen(part(show({"a.md": journal}, today=day)["index"].html, "changed"))
    assert "いま 佐藤 美咲 次の機会まで見送る（今はタイミングではない） → 連絡する" in changed
    assert "日がたって" in changed


def test_nobody_to_contact_is_a_choice(show, seen):
    html = show({"a.md": LUNCH})["index"].html
    assert "いま連絡する人はいません。それも選択です。" in seen(html)


def test_a_new_journal_is_welcomed(show, seen):
    html = show({})["index"].html
    assert "記録はこれからです" in seen(html)
    assert "最近変わったこと" not in seen(html)


def test_both_other_lists_are_offered_as_good_verdicts(home, part, seen):
    rest = part(home, "rest")
    assert "いま連絡しないという判断も、よい判断です。" in seen(rest)
    assert 'href="defer/"' in rest
    assert 'href="not-this-time/"' in rest


def test_home_may_stand_elsewhere(show):
    pages = show({"2026/aki.md": AUTUMN}, home_uri="home", directory_urls=False)
    assert next(iter(pages)) == "home"
    assert 'href="people/sato-misaki.html"' in pages["home"].html


def test_no_more_cards_than_the_week_has_room_for_and_the_others_by_name(show, part, seen):
    contacts = "".join(f"  - {{person: 佐藤 {n}郎, impressions: [{GOOD}]}}\n" for n in "一二三四五六七八九")
    home = show({"a.md": f"---\ntitle: 会\ndate: 2026-11-20\ncontacts:\n{contacts}---\n"})["index"].html
    now = part(home, "now")
    assert now.count('class="nj-person"') == 4
    assert all(f"佐藤 {n}郎" in now for n in "一二三四五六七八九")
    assert seen(now).count("佐藤") == 9
    assert 'href="week/"' in now


def test_whom_i_have_just_written_to_is_not_asked_for_again(show, part, seen):
    wrote = """\
        ---
        person: 佐藤 美咲
        exchanges: [{date: 2026-11-23, direction: out}]
        ---
        """
    now = seen(part(show({"2026/aki.md": AUTUMN, "people/sato.md": wrote})["index"].html, "now"))
    assert "今週は連絡する予定がありません。それで十分です。" in now
    assert "今週、連絡した方 佐藤 美咲" in now
    assert "ほかに" not in now


def test_in_english(show, seen):
    html = seen(show({"2026/aki.md": AUTUMN}, language="en")["index"].html)
    assert "As of 23 Nov 2026 (Mon)" in html
    assert "さとう みさき Certified Public Tax Accountant, 佐藤税理士事務所 We met at the event on 20 Nov. " in html
    assert "Now is a natural moment. an easy exchange seems likely" in html
    assert "I noted “thinks in a similar way”, “reply pace suits me”, “listens well”" in html
