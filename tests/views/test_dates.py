"""Dates in words: the calendar of each language, and the eras of Japan where they are asked for."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.locale import catalogue
from netjudge_plugin.views import dates

JA, EN, ERA = catalogue("ja"), catalogue("en"), catalogue("ja", era=True)


def on(text):
    return datetime.date.fromisoformat(text)


def test_a_day_in_each_language():
    assert dates.weekday(on("2026-11-23"), JA) == "2026年11月23日（月）"
    assert dates.weekday(on("2026-11-23"), EN) == "23 Nov 2026 (Mon)"
    assert dates.weekday(on("2026-11-23"), ERA) == "令和8年11月23日（月）"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-08", "平成元年1月8日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1926-12-24", "1926年12月24日"),
    ],
)
def test_an_era_begins_on_its_day_with_its_first_year(date, told):
    assert dates.day(on(date), ERA) == told


def test_a_month_is_in_the_era_of_its_day():
    assert dates.month(on("2019-05-01"), ERA) == "令和元年5月"
    assert dates.month(on("2027-02-01"), JA) == "2027年2月"


def test_a_span_says_the_year_once_where_it_is_the_same():
    assert dates.span(on("2026-11-23"), on("2026-11-29"), ERA) == "令和8年11月23日（月） 〜 11月29日（日）"
    assert dates.span(on("2026-11-23"), on("2026-11-29"), EN) == "23 Nov (Mon) to 29 Nov 2026 (Sun)"
    assert dates.span(on("2019-04-29"), on("2019-05-05"), ERA) == "平成31年4月29日（月） 〜 令和元年5月5日（日）"
    assert dates.span(on("2026-12-28"), on("2027-01-03"), JA) == "2026年12月28日（月） 〜 2027年1月3日（日）"


@given(st.dates(datetime.date(1873, 1, 1)))
def test_eras_are_a_matter_of_japanese_alone(date):
    english = catalogue("en", era=True)
    assert dates.weekday(date, english) == dates.weekday(date, EN)
    assert dates.month(date, english) == dates.month(date, EN)


@given(st.dates(datetime.date(1926, 12, 25)))
def test_an_era_changes_nothing_but_the_year(date):
    assert dates.weekday(date, ERA).partition("年")[2] == dates.weekday(date, JA).partition("年")[2]
    assert dates.day(date, ERA)[:2] in {"令和", "平成", "昭和"}
