"""Meetings over the years, and whose work I know somebody of: what is shown, where it leads, and in which words."""

from __future__ import annotations

import re

import drawn
import pytest


@pytest.fixture
def page(show):
    def shown(files, **more):
        return show(files, **more)["connections"].html

    return shown


SATO = "{person: 佐藤 美咲, reading: さとう みさき, id: sato, profession: 税理士}"


def months(html):
    """Each month as (where it leads, words, dots)."""
    found = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"><title>.*?</title>(.*?)</a>', html)
    return [(href, told, drawn_.count("<circle")) for href, told, drawn_ in found]


def test_a_month_with_one_event_leads_to_it(page):
    html = page({"a.md": drawn.event("2026-09-17", SATO, title="朝会")})
    assert months(html) == [("../events/a/", "2026年9月：朝会（2026年9月17日）", 1)]
    assert 'href="../events/#y2026">2026年</a>' in html


def test_a_month_with_more_leads_to_the_list_of_the_year(page):
    html = page({f"{day}.md": drawn.event(f"2026-09-{day}", SATO) for day in (10, 11)})
    assert months(html) == [("../events/#y2026", "2026年9月：会は2回", 2)]


def test_many_events_in_a_month_are_a_number(page):
    html = page({f"{day}.md": drawn.event(f"2026-09-{day}", SATO) for day in range(10, 20)})
    assert months(html)[0][2] == 6
    assert re.search(r'<text x="70.8%" y="\d+" text-anchor="middle" aria-hidden="true">10</text>', html)


def test_years_are_newest_first_and_only_those_with_meetings(page):
    dates = ("2024-01-05", "2026-12-24", "2022-12-31", "2026-01-05")  # one of them is still to come
    html = page({f"{nth}.md": drawn.event(date, SATO) for nth, date in enumerate(dates)})
    assert re.findall(r'role="group" aria-label="(\d+)年"', html) == ["2026", "2024", "2022"]


def test_everything_lies_inside_the_strip(page):
    dates = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, month + 1)]
    html = page({f"{nth}.md": drawn.event(date, SATO) for nth, date in enumerate(dates)})
    strip = re.search(r'<svg role="group".*?</svg>', html, re.DOTALL)[0]
    height = int(re.search(r'height="(\d+)"', strip)[1])
    assert all(3 <= int(y) <= height - 3 for y in re.findall(r'cy="(\d+)"', strip))
    assert all(8 <= int(y) <= height for y in re.findall(r' y="(\d+)"', strip))
    assert max(float(x) for x in re.findall(r'cx="([\d.]+)%"', strip)) < 100


def test_a_profession_has_its_people_in_the_order_of_their_readings(page, part, seen):
    tanaka = "{person: 田中 健, reading: たなか けん, id: tanaka, profession: 税理士}"
    html = page({"a.md": drawn.event("2026-09-17", tanaka, SATO)})
    assert "税理士 佐藤 美咲 、 田中 健" in seen(part(html, "coverage"))
    assert part(html, "coverage").count('class="nj-chart__full"') == 2


def test_those_not_met_are_invited_in_the_order_of_the_table(page, part, seen):
    told = seen(part(page({"a.md": drawn.event("2026-09-17", SATO)}), "unmet"))
    assert told.startswith("まだお会いしていない士業 どこかで会えたら、お仕事の話を聞いてみてください。")
    names = "弁護士 司法書士 土地家屋調査士 弁理士 社会保険労務士 行政書士 海事代理士 公認会計士 中小企業診断士"
    assert f"困ることはありません。 {names} 不動産鑑定士 " in told


def test_more_people_than_a_line_holds_are_on_the_list(page, part, seen):
    many = [f"{{person: 人 {nth}番, reading: ひと {nth}, id: p{nth}, profession: 弁理士}}" for nth in range(30)]
    found = part(page({"a.md": drawn.event("2026-09-17", *many)}), "coverage")
    assert "ほか22人" in seen(found)
    assert 'href="../people/">ほか22人</a>' in found
    assert found.count('class="nj-chart__full"') == 24


def test_other_work_is_listed_up_to_a_number(page, part, seen):
    many = [f"{{person: 人 {nth}番, id: p{nth}, profession: 仕事{nth:02}}}" for nth in range(30)]
    told = seen(part(page({"a.md": drawn.event("2026-09-17", *many)}), "others"))
    assert "仕事23" in told
    assert "仕事24" not in told
    assert "ほかに6種類のお仕事があります。" in told


def test_one_person_of_two_professions_is_known_for_both(page, part, seen):
    both = "{person: 佐藤 美咲, id: sato, profession: [税理士, 行政書士]}"
    told = seen(part(page({"a.md": drawn.event("2026-09-17", both)}), "coverage"))
    assert "税理士 佐藤 美咲 行政書士 佐藤 美咲" in told


def test_in_english(page, seen):
    told = seen(page({"a.md": drawn.event("2026-09-17", SATO, title="朝会")}, language="en"))
    assert "Meetings over the years" in told
    assert "Patent Attorney" in told.split("Not met yet")[1]


def test_an_empty_journal_is_an_empty_page(page, seen):
    html = page({})
    assert "まだ誰も記録されていません。" in seen(html)
    assert 'id="years"' not in html
    assert 'id="network"' not in html


def test_someone_known_but_never_met_is_somebody(page, seen):
    told = seen(page({"people/a.md": "---\nperson: 佐藤 美咲\nid: sato\nprofession: 税理士\n---\n"}))
    assert "まだ誰も記録されていません。" not in told
    assert "税理士 佐藤 美咲" in told
