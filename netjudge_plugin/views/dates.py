"""Dates as people write them: 2026年11月20日（金）, 20 Nov 2026 (Fri). No locale of the machine has a say in it.

The catalogue says in which way: its language, and whether Japanese years are counted by era (令和8年11月20日).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = {"ja": "月火水木金土日", "en": "Mon Tue Wed Thu Fri Sat Sun".split()}
#: The first day of each era; what lies before them all is counted as in the rest of the world.
_ERAS = (
    (datetime.date(2019, 5, 1), "令和"),
    (datetime.date(1989, 1, 8), "平成"),
    (datetime.date(1926, 12, 25), "昭和"),
)


def day(date: datetime.date, words: Catalogue) -> str:
    """The date alone."""
    if words.language == "ja":
        return f"{_year(date, words)}{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def weekday(date: datetime.date, words: Catalogue) -> str:
    """The date with its day of the week."""
    name = _WEEKDAYS[words.language][date.weekday()]
    return f"{day(date, words)}（{name}）" if words.language == "ja" else f"{day(date, words)} ({name})"


def span(first: datetime.date, last: datetime.date, words: Catalogue) -> str:
    """Two days with their days of the week; the year stands once where it is the same."""
    ja = words.language == "ja"
    names = _WEEKDAYS[words.language]
    if first.year != last.year or (ja and _year(first, words) != _year(last, words)):
        one, other = weekday(first, words), weekday(last, words)
    elif ja:
        one, other = weekday(first, words), f"{last.month}月{last.day}日（{names[last.weekday()]}）"
    else:
        one = f"{first.day} {_MONTHS[first.month - 1]} ({names[first.weekday()]})"
        other = weekday(last, words)
    return f"{one} 〜 {other}" if ja else f"{one} to {other}"


def month(date: datetime.date, words: Catalogue) -> str:
    """The month of the date."""
    ja = words.language == "ja"
    return f"{_year(date, words)}{date.month}月" if ja else f"{_MONTHS[date.month - 1]} {date.year}"


def month_day(month: int, date: int, words: Catalogue) -> str:
    """A day of any year."""
    return f"{month}月{date}日" if words.language == "ja" else f"{date} {_MONTHS[month - 1]}"


def month_alone(month: int, words: Catalogue) -> str:
    """A month of any year."""
    return f"{month}月" if words.language == "ja" else _MONTHS[month - 1]


def _year(date: datetime.date, words: Catalogue) -> str:
    """The year in Japanese; the first of an era is 元年."""
    if words.era:
        for first, era in _ERAS:
            if date >= first:
                count = date.year - first.year + 1
                return f"{era}{'元' if count == 1 else count}年"
    return f"{date.year}年"
