"""今週: promises, a few natural moments, a calm queue, and the distance to everybody; nothing on it is ever late."""

from __future__ import annotations

import datetime
import re

import pytest

from netjudge_plugin.reader import presets

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"

MET = f"""\
    ---
    件名: 秋の会
    日付: 2026-11-20
    相手:
      - 名前: 佐藤 美咲
        読み: さとう みさき
        士業: 税理士
        印象: [{GOOD}]
        話題: [相続の入口, 研修]
        約束: {{内容: 資料を送る, 期日: 2026-11-30}}
      - {{名前: 田中 健, 読み: たなか けん, 印象: [返信を急かされそう], 約束: 名簿を渡す}}
    ---
    """


def entry(date: str, *names: str, kind: str = "交流会") -> str:
    """An event at which everybody fits."""
    contacts = "".join(f"  - {{名前: {name}, 印象: [{GOOD}]}}\n" for name in names)
    return f"---\n件名: 会\n日付: {date}\n種類: {kind}\n相手:\n{contacts}---\n"


def file(name: str, *exchanges: str, **fields: str) -> str:
    """A person file; exchanges as `out 2026-11-23`."""
    said = ", ".join("{{direction: {}, date: {}}}".format(*exchange.split()) for exchange in exchanges)
    more = "".join(f"{field}: {value}\n" for field, value in fields.items())
    return f"---\nperson: {name}\nexchanges: [{said}]\n{more}---\n"


@pytest.fixture
def week(show):
    def shown(files, **more):
        return show(files, **more)["week"].html

    return shown


def headings(page):
    return [heading.id for heading in page.headings]


def test_the_week_and_its_pace(week, seen):
    html = seen(week({"a.md": MET}))
    assert "今週 2026年11月23日（月） 〜 11月29日（日） 連絡することは義務ではありません。" in html
    assert "自分から連絡するのは、1週間に4人までと決めています。" in html
    assert "2026年12月28日（月） 〜 2027年1月3日（日）" in seen(week({"a.md": MET}, today=datetime.date(2026, 12, 31)))


def test_promises_stand_first_whatever_the_verdict(week, part, seen):
    promises = part(week({"a.md": MET}), "promises")
    assert "佐藤 美咲 さとう みさき 資料を送る（ 2026年11月30日 まで）" in seen(promises)
    assert (
        "田中 健 たなか けん 名簿を渡す いまの判断は「今回は連絡しない」です。約束をどうするかは、自分で選べます。"
        in seen(promises)
    )
    assert seen(promises).count("自分で選べます") == 1


def test_who_is_natural_now_and_why(week, part, seen):
    now = seen(part(week({"a.md": MET}), "now"))
    assert "佐藤 美咲 さとう みさき 税理士 11月20日の交流会で会ったばかりです。今が自然です。 無理なく" in now
    assert (
        "「業務の線引きが明確」と書き留めています。 前回の話題 相続の入口、研修 連絡のことばを見る 最後に会った日"
        in now
    )
    assert "田中" not in now
    assert "約束" not in now  # it stands above


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("交流会", "11月2日の交流会で会った方です。一言添えれば、今でも自然です。"),
        ("勉強会", "11月2日の勉強会で会った方です。"),
        ("面談", "11月2日の面談で会った方です。"),
        ("電話", "11月2日に電話で話した方です。"),
        ("その他", "11月2日に会った方です。"),
    ],
)
def test_a_first_message_may_still_be_fine_after_any_kind_of_meeting(week, part, seen, kind, sentence):
    assert sentence in seen(part(week({"a.md": entry("2026-11-02", "佐藤 美咲", kind=kind)}), "now"))


def test_after_a_while_somebody_comes_back(week, part, seen):
    files = {
        "a.md": entry("2026-05-11", "佐藤 美咲"),
        "people/s.md": file("佐藤 美咲", "out 2026-05-12", distance="near"),
    }
    assert "前回（2026年5月12日）から間があいたころです。" in seen(part(week(files), "now"))


def test_the_rest_waits_by_name_alone(week, part, seen):
    names = [f"川口 {n}" for n in "一二三四五六"]
    html = week({"a.md": entry("2026-11-20", *names)})
    waiting = part(html, "waiting")
    assert seen(part(html, "now")).count("川口") == 4
    assert seen(waiting).count("川口") == 2
    assert "nj-person" not in waiting
    assert "急ぐことはありません" in seen(waiting)
    assert not re.search(r"\d", seen(waiting).replace("1週間", ""))


def test_whom_i_have_written_to_is_thanked_with_a_place_of_its_own(week, part, seen):
    files = {"a.md": entry("2026-11-20", "佐藤 美咲"), "people/s.md": file("佐藤 美咲", "out 2026-11-23")}
    html = week(files)
    assert "佐藤 美咲" in seen(part(html, "written"))
    assert "今週は連絡する予定がありません。それで十分です。" in seen(part(html, "now"))


def test_a_full_week_and_a_resting_one_are_good_weeks(week, part, seen):
    wrote = {f"people/{n}.md": file(f"中島 {n}", "out 2026-11-23", id=f"nakajima-{n}") for n in range(4)}
    html = week({"a.md": entry("2026-11-20", "佐藤 美咲"), **wrote})
    assert "今週は、決めた数だけ連絡しました。あとは来週からで十分です。" in seen(part(html, "now"))
    assert "佐藤 美咲" in seen(part(html, "waiting"))


def test_with_a_limit_of_none_the_week_rests(week, seen):
    text = presets.preset("standard", "ja").data.decode().replace("weekly_limit: 4", "weekly_limit: 0")
    html = seen(week({"a.md": entry("2026-11-20", "佐藤 美咲"), "criteria.yml": text}))
    assert "いまは、自分からの連絡を休むと決めています。" in html
    assert "自分からの連絡は休んでいます。返事や再会は、そのつど自然に。" in html


def test_the_next_meeting_is_named_where_it_is_known(week, part, seen):
    coming = "---\n件名: 忘年会\n日付: 2026-12-04\n参加予定: [佐藤 美咲]\n---\n"
    html = week({"a.md": entry("2026-06-20", "佐藤 美咲", "青木 一"), "b.md": coming})
    people = part(html, "next-meeting")
    assert re.search("佐藤 美咲 2026年12月4日 の「 忘年会 」で会えそうです。 青木 一$", seen(people))
    assert 'href="../events/b/"' in people


def test_those_not_in_touch_for_years_are_remembered_without_urging(week, part, seen):
    dormant = seen(part(week({"a.md": entry("2023-09-04", "佐藤 美咲")}), "dormant"))
    assert "佐藤 美咲" in dormant
    assert "連絡を促すものではありません。" in dormant


def test_the_layers_with_who_sits_there(week, part, seen):
    files = {
        "a.md": entry("2026-11-20", "渡辺 一", "青木 二", "佐藤 三"),
        "b.md": entry("2026-09-04", "青木 二"),
        "people/s.md": file("佐藤 三", distance="near"),
    }
    layers = seen(part(week(files), "layers"))
    assert "近い およそ30日ごと 佐藤 三 ほどよい およそ90日ごと いまは、いません。" in layers
    assert "ゆるやか およそ180日ごと 青木 二 年に一度 およそ365日ごと 渡辺 一" in layers


def test_layers_without_a_name_are_called_as_usual(week, part, seen):
    text = presets.preset("standard", "ja").data.decode()
    without = text[: text.index("\nplan:")] + text[text.index("\nbusy_seasons:") :]
    files = {"a.md": entry("2026-11-20", "佐藤 美咲"), "criteria.yml": without}
    assert "年に一度 およそ365日ごと 佐藤 美咲" in seen(part(week(files), "layers"))


def test_an_empty_week_is_a_good_week(show, seen):
    page = show({})["week"]
    assert headings(page) == ["now"]
    assert "今週は連絡する予定がありません。それで十分です。" in seen(page.html)


def test_nothing_is_shown_as_due_on_a_day_that_has_passed(show, seen):
    files = {"a.md": MET, "people/s.md": file("佐藤 美咲", "out 2026-11-21", distance="near")}
    pages = show(files, today=datetime.date(2027, 2, 1))
    for uri in ("index", "week", "people/sato-misaki"):
        text = seen(pages[uri].html)
        assert "資料を送る" in text
        assert "11月30日" not in text, uri
    assert "資料を送る（今週なら、いつでも）" in seen(pages["week"].html)


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({"a.md": entry("2026-11-20", "佐藤 美咲")}, "年に一度。今週なら、自然に連絡できそうです。"),
        ({"a.md": entry("2026-06-20", "佐藤 美咲")}, "年に一度。次は、また会ったときが自然です。"),
        (
            {"a.md": entry("2026-11-20", "佐藤 美咲"), "people/s.md": file("佐藤 美咲", "in 2026-11-21")},
            "年に一度。次は2027年11月ごろが目安です。",
        ),
        (
            {"a.md": entry("2026-11-20", *(f"佐藤 {n}" for n in "一二三四五六"), "佐藤 美咲")},
            "年に一度。今週でなくても、次の週からで十分です。",
        ),
    ],
)
def test_a_persons_page_says_how_it_goes_on(show, seen, part, files, line):
    pages = show(files)
    page = next(page for page in pages.values() if page.title == "佐藤 美咲")
    assert f"距離感 {line}" in seen(part(page.html, "verdict"))


def test_whom_i_do_not_contact_has_no_such_line(show, seen):
    assert "距離感" not in seen(show({"a.md": MET})["people/tanaka-ken"].html)


def test_in_english(show, part, seen):
    pages = show({"a.md": MET, "people/s.md": file("佐藤 美咲", "in 2026-11-21")}, language="en")
    html = seen(pages["week"].html)
    assert "This week 23 Nov (Mon) to 29 Nov 2026 (Sun) Getting in touch is no duty." in html
    assert "My verdict at present: Not contacting this time." in html
    assert "Nothing is planned for this week. That is quite enough." in html
    assert "Once a year about every 365 days 佐藤 美咲" in html
    line = "Distance Once a year. The next time might be around Nov 2027."
    assert line in seen(part(pages["people/sato-misaki"].html, "verdict"))
