"""Dates as people write them: 2026年11月20日（金）, 20 Nov 2026 (Fri). No locale of the machine has a say in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = {"ja": "月火水木金土日", "en": "Mon Tue Wed Thu Fri Sat Sun".split()}


def day(date: datetime.date, language: str) -> str:
    """The date alone."""
    if language == "ja":
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def weekday(date: datetime.date, language: str) -> str:
    """The date with its day of the week."""
    name = _WEEKDAYS[language][date.weekday()]
    return f"{day(date, language)}（{name}）" if language == "ja" else f"{day(date, language)} ({name})"


def span(first: datetime.date, last: datetime.date, language: str) -> str:
    """Two days with their days of the week; the year stands once where it is the same."""
    if first.year != last.year:
        one, other = weekday(first, language), weekday(last, language)
    elif language == "ja":
        one, other = weekday(first, language), f"{last.month}月{last.day}日（{_WEEKDAYS[language][last.weekday()]}）"
    else:
        one = f"{first.day} {_MONTHS[first.month - 1]} ({_WEEKDAYS[language][first.weekday()]})"
        other = weekday(last, language)
    return f"{one} 〜 {other}" if language == "ja" else f"{one} to {other}"


def month(date: datetime.date, language: str) -> str:
    """The month of the date."""
    return f"{date.year}年{date.month}月" if language == "ja" else f"{_MONTHS[date.month - 1]} {date.year}"


def month_day(month: int, date: int, language: str) -> str:
    """A day of any year."""
    return f"{month}月{date}日" if language == "ja" else f"{date} {_MONTHS[month - 1]}"


def month_alone(month: int, language: str) -> str:
    """A month of any year."""
    return f"{month}月" if language == "ja" else _MONTHS[month - 1]
