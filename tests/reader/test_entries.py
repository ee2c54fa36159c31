"""Fields: both languages, their types, and what one mistake costs (the value, the contact, seldom the file)."""

from __future__ import annotations

import datetime
import textwrap

import jsonschema
import pytest
from drawn import look, said

from netjudge_plugin.model.journal import Event, Journal, PersonFile, SourceFile, Undated
from netjudge_plugin.reader import sheet
from netjudge_plugin.reader.dates import DateError, in_era, read_date
from netjudge_plugin.reader.entries import check, unpeopled
from netjudge_plugin.reader.schema import EventFields, PersonFields, json_schema


def entry(text, inside="2026-11-20.md", extra=frozenset()):
    read, found = sheet.read(SourceFile(f"journal/{inside}", inside, text.encode()))
    assert read, found
    made, problems = check(read, inside=inside, extra_fields=extra)
    return made, [f"{d.place.line}:{d.place.column} {d.name}" for d in problems]


JAPANESE = """---
件名: 東京士業交流会
日付: 令和8年11月20日
場所: 10:30
種類: 勉強会
タグ: [相続, 建設業]
相手:
  - 名前: 佐藤 美咲
    識別子: sato
    読み: サトウ ミサキ
    士業: 税理士、行政書士
    事務所: 0312
    印象:
      - 業務分野が近い
      - 無理のなさ: ○ 話しやすい
    未確認: 線引きの明確さ
    話題: [電子申告]
    メモ: "[[田中 健]]と同席"
    約束: {内容: 資料を送る, 期日: 2026/12/1, 済: いいえ}
    判断: 連絡する
    理由: 恩師の紹介
    期限: 2027-05-31
    解除: [断っても勧誘が続く]
---
本文
"""
ENGLISH = """---
title: 東京士業交流会
date: 2026-11-20
place: 10:30
kind: study
tags: [相続, 建設業]
contacts:
  - person: 佐藤 美咲
    id: sato
    reading: サトウ ミサキ
    profession: [税理士, 行政書士]
    firm: 0312
    impressions:
      - 業務分野が近い
      - 無理のなさ: ○ 話しやすい
    unsure: [線引きの明確さ]
    topics: 電子申告
    note: "[[田中 健]]と同席"
    promise: {what: 資料を送る, by: 2026-12-01, done: no}
    decision: 連絡する
    reason: 恩師の紹介
    until: 2027年5月31日
    released: 断っても勧誘が続く
---
本文
"""


def plain(value):
    """A value of the journal without its places, for comparing what was said."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__ if name != "place"}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def test_a_file_can_be_all_japanese_or_all_english():
    one, nothing = entry(JAPANESE)
    other, also_nothing = entry(ENGLISH)
    assert nothing == also_nothing == []
    assert isinstance(one, Event)
    assert plain(one) == plain(other)
    (contact,) = one.contacts
    assert (one.date, one.kind, one.venue) == (datetime.date(2026, 11, 20), "study", "10:30")
    assert (contact.firm, contact.professions) == ("0312", ("税理士", "行政書士"))
    assert [(i.axis, i.text) for i in contact.impressions] == [(None, "業務分野が近い"), ("無理のなさ", "○ 話しやすい")]
    assert (contact.promise.what, contact.promise.by, contact.promise.done) == (
        "資料を送る",
        datetime.date(2026, 12, 1),
        False,
    )
    assert (contact.decision.verdict.text, contact.decision.until) == ("連絡する", datetime.date(2027, 5, 31))
    assert [word.text for word in contact.decision.released] == ["断っても勧誘が続く"]


def test_a_person_file():
    text = """---
名前: 佐藤 美咲
読み: さとう みさき
別名: [佐藤みさき]
別人: tanaka
メール: sato@example.jp
電話: "03-0000-0000"
敬称: 先生
距離感: ほどよい
やり取り:
  - {日付: 2026-11-21, 向き: こちらから, 手段: メール, メモ: お礼, 印象: [対応が丁寧]}
  - {date: 2026-11-22, direction: in}
判断の記録:
  - {日付: 2026-11-23, 判断: 連絡する, 理由: 恩師の紹介}
共有: 事務所外
同意: 2026-11-01
---
"""
    made, problems = entry(text, "people/sato.md")
    assert problems == []
    assert isinstance(made, PersonFile)
    assert [(x.direction, x.date.day) for x in made.exchanges] == [("out", 21), ("in", 22)]
    assert made.decisions[0].verdict.text == "連絡する"
    assert (made.distance, made.share, made.consent) == ("steady", "partners", datetime.date(2026, 11, 1))
    assert [word.text for word in made.not_same_as] == ["tanaka"]


HEAD = "---\ndate: 2026-11-20\ncontacts:\n"
MISAKI = "  - person: 佐藤 美咲\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("    impresion: [話をよく聞く]\n", ["5:5 unknown-field"]),
        ("    印像: [話をよく聞く]\n", ["5:5 unknown-field"]),
        ("    content: x\n    handler: y\n", ["5:5 unknown-field", "6:5 unknown-field"]),
        ("    1: a\n    true: b\n    2026-01-01: c\n", ["5:5 unknown-field", "6:5 unknown-field", "7:5 unknown-field"]),
        ("    firm: A\n    事務所: B\n", ["6:5 field-twice"]),
        ("    reading: 佐藤\n", ["5:14 reading-not-kana"]),
        ("    id: さとう\n", ["5:9 invalid-id"]),
        ("    id: index\n", ["5:9 invalid-id"]),
        ("    until: 2026-02-30\n", ["5:12 date-impossible"]),
        ("    until: 平成31年5月1日\n", ["5:12 date-era"]),
        ("    until: そのうち\n", ["5:12 date-unreadable"]),
        ("    firm: [a, b]\n", ["5:11 value-not-text"]),
        ("    impressions: {a: {b: c}}\n", ["5:18 value-not-list"]),
        ("    impressions:\n      - 話をよく聞く\n      - {無理のなさ: [○]}\n", ["7:9 value-not-text"]),
        ("    topics: [a, {b: c}]\n", ["5:17 value-not-text"]),
        ("    promise: {by: 2026-12-01}\n", ["5:14 field-missing"]),
        ("    promise: [{what: 資料}]\n", ["5:14 value-not-table"]),
        ("    profession: [税理士、行政書士, [x]]\n", ["5:28 value-not-text"]),
        ("    promise: {what: 資料, by: あした, when: x}\n", ["5:29 date-unreadable", "5:34 unknown-field"]),
        ("    promise: {what: 資料, done: たぶん}\n", ["5:31 value-not-choice"]),
        ("    decision: 連絡する\n", ["5:5 reason-missing"]),
        ("    解除: [断っても勧誘が続く]\n", ["5:5 reason-missing"]),
    ],
)  # fmt: skip
def test_a_mistake_costs_the_value_and_the_rest_goes_on(lines, found):
    made, problems = entry(HEAD + MISAKI + lines + "    note: 残る\n  - person: 田中 健\n---\n")
    assert sorted(problems) == sorted(found)
    assert [contact.name for contact in made.contacts] == ["佐藤 美咲", "田中 健"]
    assert made.contacts[0].note.text == "残る"
    assert made.contacts[0].decision is None


@pytest.mark.parametrize(
    ("contact", "found"),
    [
        ("  - firm: A\n", "4:5 field-missing"),
        ("  - person:\n", "4:5 field-missing"),
        ("  - 佐藤 美咲\n", "4:5 value-not-table"),
        ("  - 名前：佐藤 美咲\n", "4:7 yaml-full-width-colon"),
        ("  - person: 不明\n", "4:13 name-unusable"),
        ("  - person: [佐藤]\n", "4:13 value-not-text"),
    ],
)
def test_a_contact_without_a_name_drops_out_and_the_others_stay(contact, found):
    made, problems = entry(HEAD + contact + MISAKI + "---\n")
    assert problems == [found]
    assert [c.name for c in made.contacts] == ["佐藤 美咲"]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("", "2:1 field-missing"),
        ("date: 2026-13-01\n", "2:7 date-impossible"),
        ("date: [2026]\n", "2:7 value-not-text"),
    ],
)
def test_without_a_date_the_file_is_left_out(date, found):
    made, problems = entry(f"---\n{date}contacts: []\n---\n")
    assert made == Undated(())
    assert problems == [found]


@pytest.mark.parametrize("date", ["", "date: 2026-13-01\n", "date: [2026]\n"])
def test_a_mistake_in_the_date_hides_no_other_one(tmp_path, date):
    """
    title: [会]
    contacts:
      - {person: 佐藤 美咲, impressions: [話をよく聞く, 謎のことば, 会話: ○, 無理のなさ: 可], unsure: [謎の軸]}
      - {person: 田中 健, reading: 健, decision: いつか, reason: x, released: [謎のサイン]}
      - {person: 鈴木 一, decision: 連絡する}
      - {person: 不明}
    """
    text = textwrap.dedent(test_a_mistake_in_the_date_hides_no_other_one.__doc__).strip("\n")
    outlook = look(tmp_path, {"a.md": f"---\n{date}{text}\n---\n"})
    assert outlook.people == ()
    of_the_date, *others = [d.name for d in outlook.diagnostics]
    assert of_the_date in {"field-missing", "date-impossible", "value-not-text"}
    with_date = look(tmp_path, {"a.md": f"---\ndate: 2026-11-20\n{text}\n---\n"})
    assert others == [d.name for d in with_date.diagnostics if d.name != "missing-reading"]
    assert {"unknown-word", "unknown-axis", "unknown-mark", "unknown-verdict", "reason-missing"} <= set(others)


@pytest.mark.parametrize("contacts", ["contacts: []\n", "attending: [佐藤 美咲]\n"])
def test_an_empty_event_says_so(contacts):
    assert entry(f"---\ndate: 2026-11-20\n{contacts}---\n")[1] == []


def test_an_event_that_forgot_its_contacts_is_an_error_and_stays():
    made, problems = entry("---\ndate: 2026-11-20\n---\n")
    assert made.contacts == ()
    assert problems == []
    journal = Journal(events=(made,))
    for today, found in ((21, ["2:1 field-missing"]), (20, []), (19, [])):  # one comes home in the evening
        problems = unpeopled(journal, datetime.date(2026, 11, today))
        assert [f"{p.place.line}:{p.place.column} {p.name}" for p in problems] == found
    assert entry("---\ndate: 2026-11-20\ncontacts:\n---\n")[1] == ["3:10 value-empty"]


def test_a_field_left_empty_is_as_good_as_not_there():
    made, problems = entry(HEAD + MISAKI + "    firm:\n    reading:\n    impressions:\n    until:\n    promise:\n---\n")
    assert problems == []
    assert made.contacts[0].firm is None


def test_a_contact_that_is_a_blank_form_is_as_good_as_not_there():
    made, problems = entry(
        HEAD + "  - person:\n    reading:\n    impressions:\n      # - 話をよく聞く\n" + MISAKI + "---\n"
    )
    assert problems == []
    assert [contact.name for contact in made.contacts] == ["佐藤 美咲"]
    assert entry(HEAD + "  - person:\n    reading: さとう\n---\n")[1] == ["4:5 field-missing"]


def test_fields_of_another_program_are_passed_over_where_the_settings_say_so():
    text = "---\ndate: 2026-11-20\ncssclasses: [wide]\ncontacts: []\n---\n"
    assert entry(text)[1] == ["3:1 unknown-field"]
    assert entry(text, extra=frozenset({"cssclasses"}))[1] == []


def test_an_unknown_field_names_the_nearest_known_one():
    read, _ = sheet.read(SourceFile("a.md", "a.md", b"---\ndate: 2026-11-20\ncontact: []\ncontacts: []\n---\n"))
    (problem,) = check(read)[1]
    assert problem.facts == {"nearest": "contacts（相手）"}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23", "2026/11/23", "2026.11.23", "2026年11月23日", "令和8年11月23日", "R8.11.23", "r8/11/23",
        "２０２６－１１－２３", "2026-11-23T09:00", "2026-11-22T20:00:00Z", "2026-11-23 23:59:59+09:00",
    ],
)  # fmt: skip
def test_dates_as_people_write_them(text):
    assert read_date(text) == datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("令和8年2月29日", "date-impossible", ""),
        ("平成31年5月1日", "date-era", "令和元年5月1日"),
        ("平成38年11月23日", "date-era", "令和8年11月23日"),
        ("令和元年4月30日", "date-era", "平成31年4月30日"),
        ("令和0年1月1日", "date-impossible", ""),
        ("11/23", "date-unreadable", ""),
        ("2026-11", "date-unreadable", ""),
        ("", "date-unreadable", ""),
    ],
)
def test_dates_that_are_none(text, name, hint):
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert (caught.value.name, caught.value.hint) == (name, hint)


def test_the_first_year_of_an_era_is_gannen():
    assert in_era(datetime.date(2019, 5, 1)) == "令和元年5月1日"
    assert read_date("令和元年5月1日") == read_date("令和1年5月1日") == datetime.date(2019, 5, 1)


@pytest.mark.parametrize("date", ["0226-11-23", "2062-11-23", "2005-01-01", "2028-01-01"])
def test_a_date_far_away_is_a_warning(tmp_path, date):
    assert said(look(tmp_path, {"a.md": f"---\ndate: {date}\ncontacts: []\n---\n"})) == ["a.md:2:7 date-far"]


def test_the_json_schema_knows_both_names_and_what_is_needed():
    schema = json_schema(EventFields)
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid
    assert valid(
        {"date": "2026-11-20", "contacts": [{"person": "佐藤 美咲", "impressions": ["話をよく聞く", {"ease": "○"}]}]}
    )
    assert valid(
        {"日付": "2026-11-20", "相手": [{"名前": "佐藤 美咲", "印象": [], "約束": {"内容": "資料"}}], "種類": "面談"}
    )
    assert not valid({"件名": "交流会"})
    assert not valid({"date": "2026-11-20", "contact": []})
    assert not valid({"date": "2026-11-20", "kind": "party"})
    person = jsonschema.Draft202012Validator(json_schema(PersonFields)).is_valid
    assert person({"名前": "佐藤 美咲", "やり取り": [{"日付": "2026-11-21", "向き": "こちらから"}]})
    assert not person({"読み": "さとう"})


def test_only_the_folder_people_of_the_journal_holds_person_files():
    assert isinstance(entry("---\ndate: 2026-11-20\ncontacts: []\n---\n", "2026/people/a.md")[0], Event)
    assert isinstance(entry("---\nperson: 佐藤 美咲\n---\n", "people/sa/a.md")[0], PersonFile)
