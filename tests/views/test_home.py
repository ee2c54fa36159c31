"""Home: this week, promises, the next event, what changed and what waits, read in a minute and without haste."""

from __future__ import annotations

import datetime
import re

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
    assert "田中 健" not in now
    assert 'href="people/sato-misaki/"' in home
    assert 'href="events/aki/"' in home


def test_the_day_as_of_which_all_is_said(home, seen):
    assert "2026年11月23日（月） 時点" in seen(home)


def test_what_has_changed_lately(home, part, seen):
    changed = seen(part(home, "changed"))
    assert "2026年11月20日 佐藤 美咲 次の機会まで見送る（もう少し相手を知ってから） → 連絡する" in changed
    assert (
        "（無理なくやり取りできそう） 「質問をしてくれる」「業務の線引きが明確」「業務分野が近い」"
        "「返信のペースが合いそう」「考え方が似ている」を書き留めました。 秋の会" in changed
    )
    assert "田中 健" not in changed  # the first verdict is no change


def test_a_change_longer_ago_is_none_of_lately(show, part, seen):
    home = show({"2026/aki.md": AUTUMN, "2026/lunch.md": LUNCH}, today=datetime.date(2027, 6, 20))
    assert "この3か月、判断が変わった人はいません。" in seen(part(home["index"].html, "changed"))


def test_what_comes_next_without_haste(home, part, seen):
    coming = part(home, "next")
    assert "忘年会 2026年12月4日（金） 横浜 参加予定の方 佐藤 美咲 、知らない 人 会う前に読む" in seen(coming)
    assert 'href="brief/bonen/"' in coming
    assert not any(word in seen(home) for word in ("期限切れ", "過ぎ", "遅れ", "至急", "急いで"))


def test_the_events_after_the_next_one_are_folded(show, part, seen):
    later = "---\ntitle: 新年会\ndate: 2027-01-10\nattending: [佐藤 美咲]\n---\n"
    home = show({"2026/aki.md": AUTUMN, "2026/bonen.md": COMING, "2027.md": later})["index"].html
    before, folded = part(home, "next").split("<details")
    assert "新年会" not in before
    assert "2027年1月10日（日） 新年会 会う前に読む" in seen(folded)


def test_without_a_coming_event_there_is_a_hint_how_to_get_one(show, part, seen):
    home = show({"2026/aki.md": AUTUMN})["index"].html
    assert "これからの会は、まだ書かれていません。日付が先の会を日誌に書き" in seen(part(home, "next"))


def test_a_day_of_a_promise_that_has_passed_is_none(home, part, seen):
    promises = seen(part(home, "promises"))
    assert "佐藤 美咲 さとう みさき 資料を送る（今週なら、いつでも）" in promises
    assert "11月10日" not in seen(home)
    order = [home.index(f'id="{part}"') for part in "now promises next changed waiting rest".split()]
    assert order == sorted(order)


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
    revisits = seen(part(home, "waiting"))
    assert "急ぐ必要はありません" in revisits
    assert "2027年1月10日 ごろ 佐藤 美咲 次の機会まで見送る（今はタイミングではない）" in revisits


def test_time_alone_may_have_changed_something_on_its_day(show, part, seen):
    journal = f"""\
        ---
        title: 会
        date: 2026-08-20
        contacts:
          - {{person: 佐藤 美咲, impressions: [{GOOD}, 自分が手一杯]}}
        ---
        """
    day = datetime.date(2026, 11, 23)
    changed = seen(part(show({"a.md": journal}, today=day)["index"].html, "changed"))
    assert "2026年11月20日 佐藤 美咲 次の機会まで見送る（今はタイミングではない） → 連絡する" in changed
    assert "（無理なくやり取りできそう） 「自分が手一杯」から3か月がたちました。" in changed


def test_nobody_to_contact_is_a_choice(show, seen):
    html = show({"a.md": LUNCH})["index"].html
    assert "いま連絡する人はいません。それも選択です。" in seen(html)


def test_a_new_journal_is_welcomed(show, seen):
    html = show({})["index"].html
    assert "記録はこれからです" in seen(html)
    assert "最近変わった判断" not in seen(html)


def test_both_other_lists_are_offered_as_good_verdicts(home, part, seen):
    rest = part(home, "rest")
    assert "いま連絡しないという判断も、よい判断です。" in seen(rest)
    assert 'href="defer/"' in rest
    assert 'href="not-this-time/"' in rest


def test_home_may_stand_elsewhere(show):
    pages = show({"2026/aki.md": AUTUMN}, home_uri="home", directory_urls=False)
    assert next(iter(pages)) == "home"
    assert 'href="people/sato-misaki.html"' in pages["home"].html


def test_no_more_people_than_the_week_has_room_for_and_the_others_wait(show, part):
    contacts = "".join(f"  - {{person: 佐藤 {n}郎, impressions: [{GOOD}]}}\n" for n in "一二三四五六七八九")
    home = show({"a.md": f"---\ntitle: 会\ndate: 2026-11-20\ncontacts:\n{contacts}---\n"})["index"].html
    now, waiting = part(home, "now"), part(home, "waiting")
    assert now.count("佐藤") == 4
    assert waiting.count("佐藤") == 5
    assert all(f"佐藤 {n}郎" in now + waiting for n in "一二三四五六七八九")
    assert 'href="week/"' in now


def test_nothing_that_waits_is_said_to_be_fine(show, part, seen):
    home = show({"2026/lunch.md": LUNCH})["index"].html
    assert "待っていることは、いまはありません。" in seen(part(home, "waiting"))


def test_what_is_worth_a_look_in_the_files_waits_too(show, part, seen):
    home = show({"2026/aki.md": AUTUMN.replace("話をよく聞く]", "話をよく聞く, 基準にない]")})["index"].html
    waiting = part(home, "waiting")
    assert "日誌の書き方で、確かめたいところがあります。" in seen(waiting)
    assert 'href="checkup/"' in waiting


def digests(home):
    letters = re.search(r'data-part="digests">([\w-]*)<', home)[1]
    return [letters[at : at + 8] for at in range(0, len(letters), 8)]


def test_everybody_has_a_digest_that_changes_with_the_verdict_alone(show):
    before = digests(show({"2026/aki.md": AUTUMN})["index"].html)
    touched = digests(show({"2026/aki.md": AUTUMN.replace("秋の会", "秋の交流会")})["index"].html)
    changed = digests(show({"2026/aki.md": AUTUMN.replace("[話をよく聞く]", "[返信を急かされそう]")})["index"].html)
    assert len(set(before)) == 2
    assert touched == before
    assert [one[:4] for one in changed] == [one[:4] for one in before]
    assert sum(one != other for one, other in zip(before, changed, strict=True)) == 1


def test_a_digest_tells_neither_the_name_nor_the_verdict(home):
    assert re.fullmatch(r"[A-Za-z0-9_-]{16}", "".join(digests(home)))


def test_changes_of_long_ago_stand_in_the_page_unseen_and_not_without_end(show):
    names = [f"佐藤 {number}" for number in range(100)]
    early = "".join(f"  - {{person: {name}, impressions: [話をよく聞く]}}\n" for name in names)
    late = "".join(f"  - {{person: {name}, impressions: [{GOOD}]}}\n" for name in names)
    files = {
        "a.md": f"---\ntitle: 会\ndate: 2026-01-10\ncontacts:\n{early}---\n",
        "b.md": f"---\ntitle: 会\ndate: 2026-03-10\ncontacts:\n{late}---\n",
    }
    home = show(files)["index"].html
    unseen = re.search(r'<template data-part="unseen">.*?</template>', home, re.DOTALL)[0]
    assert unseen.count("data-digest=") == 60
    assert home.count("data-digest=") == 60
    assert len(digests(home)) == 100


@pytest.mark.parametrize("wrong", ["contacts:\n  - {person: 不明}\n", "contacts: []\nimpresion: x\n", "date: x\n"])
def test_the_check_up_page_is_named_once_where_something_could_not_be_read(show, seen, wrong):
    files = {"2026/aki.md": AUTUMN, "b.md": f"---\ntitle: 会\ndate: 2026-03-10\n{wrong}---\n"}
    home = show(files)["index"].html
    assert seen(home).count("要確認") == 1
    assert 'role="note"' in home


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
    assert "Now is a natural moment." in html
    assert "No coming event is in the journal yet." in html
    assert "Nothing is waiting at present." in html
