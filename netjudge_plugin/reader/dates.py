"""Dates as people in Japan write them: ISO, slashes, 年月日 and the eras, in half or full width.

The eras' first days: https://www.ndl.go.jp/ publishes them; 令和 began on 2019-05-01, 平成 on 1989-01-08.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

JST = datetime.timezone(datetime.timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class _Era:
    name: str
    letter: str
    first: datetime.date


#: Newest first; a date is refused in an era that had ended by then.
ERAS = (
    _Era("令和", "R", datetime.date(2019, 5, 1)),
    _Era("平成", "H", datetime.date(1989, 1, 8)),
    _Era("昭和", "S", datetime.date(1926, 12, 25)),
    _Era("大正", "T", datetime.date(1912, 7, 30)),
    _Era("明治", "M", datetime.date(1868, 10, 23)),
)
_PLAIN = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)"
)
_ERA = re.compile(
    r"(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|\.(\d{1,2})\.(\d{1,2})|/(\d{1,2})/(\d{1,2})"
    r"|-(\d{1,2})-(\d{1,2}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateError(Exception):
    """Why a text is no date: the diagnostic's name, and the date it may have meant."""

    name: str
    hint: str = ""


def read_date(text: str) -> datetime.date:
    """The date that a text means.

    `2026-11-23`, `2026/11/23`, `2026.11.23`, `2026年11月23日`, `令和8年11月23日`, `R8.11.23`, full-width digits and
    元年; a date with a time of day is that day, with a time zone the day it was in Japan.

    Raises:
        DateError: `date-unreadable`, `date-impossible` (30 February) or `date-era` (平成31年5月1日, with a hint).

    """
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if found := _PLAIN.fullmatch(plain):
        year, month, day = (int(part) for part in found.groups() if part is not None)
        return _possible(year, month, day)
    if found := _ERA.fullmatch(plain):
        era, year_of_era, *rest = (part for part in found.groups() if part is not None)
        return _in_era(era, 1 if year_of_era == "元" else int(year_of_era), int(rest[0]), int(rest[1]))
    return _with_time(unicodedata.normalize("NFKC", text).strip())


def _possible(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise DateError("date-impossible") from None


def _in_era(name: str, year: int, month: int, day: int) -> datetime.date:
    place, era = next((p, e) for p, e in enumerate(ERAS) if name.upper() in {e.name, e.letter})
    if year == 0:
        raise DateError("date-impossible")
    date = _possible(era.first.year + year - 1, month, day)
    end = ERAS[place - 1].first if place else datetime.date.max
    if not era.first <= date < end:
        raise DateError("date-era", in_era(date))
    return date


def in_era(date: datetime.date) -> str:
    """The date in its era, as 令和8年11月23日 (the first year is 元年)."""
    era = next((e for e in ERAS if e.first <= date), None)
    if era is None:
        return date.isoformat()
    year = date.year - era.first.year + 1
    return f"{era.name}{'元' if year == 1 else year}年{date.month}月{date.day}日"


def _with_time(text: str) -> datetime.date:
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise DateError("date-unreadable") from None
    if len(text) <= len("2026-11-23") or "W" in text:
        # what fromisoformat reads besides (20261123, 2026-W47-1) is more likely a slip than a date
        raise DateError("date-unreadable")
    return (moment.astimezone(JST) if moment.tzinfo else moment).date()
