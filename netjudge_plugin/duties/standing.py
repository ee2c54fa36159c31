"""Whether a name that was found in a text stands there by itself, or only as a part of something else.

The search of the proof looks past spaces, signs and line ends, as whoever looks for a leak must: 田中、健康 holds
田中 健 for it, and 小林明子 holds 林明子. Whoever changes a text must not: what does not stand by itself is asked
about.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from netjudge_plugin.audience import letters
from netjudge_plugin.model.people import COURTESIES

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What may stand between the parts of a name (an initial has its full stop); in a number, anything on one line.
_BETWEEN = re.compile("[ \\t\u3000\xa0]*[・･·‐'’=＝_-]?[ \\t\u3000\xa0]*|(?<=\\b\\w)\\.[ \u3000]?")
#: How many signs around a name are looked at; a title is shorter.
_NEAR = 16
_IN_MAIL = frozenset(".-_+@＠．")
#: What stands behind a name in kanji, besides the professions that are looked for with it.
_BEHIND = (
    "殿",
    "君",
    "女史",
    "宛",
    "代表",
    "所長",
    "社長",
    "会長",
    "部長",
    "課長",
    "夫妻",
    *COURTESIES,
)
_SIGNS = re.compile(r"[\W_]+")
_PARTICLES = frozenset("はがをにとものへやかでよね")
_KANJI = re.compile("[\u3400-\u9fff\uf900-\ufaff々〆\U00020000-\U0003ffff]")
_KATAKANA = re.compile("[ァ-ヺー-ヿｦ-ﾟ]")
_HIRAGANA = re.compile("[ぁ-ゟ]")
_MAIL_BEFORE, _MAIL_BEHIND = re.compile(r"[\w.+%-]\Z", re.ASCII), re.compile(r"[\w-]|[.@](?=\w)", re.ASCII)
_WORD = re.compile(r"[\w-]", re.ASCII)
_NUMBER_BEFORE, _NUMBER_BEHIND = re.compile(r"\d[-‐−ー ]?\Z"), re.compile(r"[-‐−ー]?\d")


def stands(text: str, start: int, end: int, kind: str, titles: Iterable[str] = ()) -> bool:
    """Whether a name, an address or a number of a text stands by itself there; `titles` may follow a name."""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    inside = letters.decoded(text[start:end])
    plain = "".join(sign for sign in inside if unicodedata.category(sign) != "Cf")
    if "\n" in inside or "\r" in inside:
        return False
    if kind == "phone":
        return not _NUMBER_BEFORE.search(before) and not _NUMBER_BEHIND.match(behind)
    if kind == "email" and not all(sign.isalnum() or sign in _IN_MAIL for sign in inside):
        return False
    if kind != "email" and not all(_BETWEEN.fullmatch(plain, *found.span()) for found in _SIGNS.finditer(plain)):
        return False
    if kind in {"email", "address"}:
        more = _MAIL_BEHIND if kind == "email" else _WORD
        return not _MAIL_BEFORE.search(before) and not more.match(behind)
    return _begins(before, inside) and _ends(behind, inside, titles)


def _begins(before: str, name: str) -> bool:
    last = _seen(before[::-1])
    return last in _PARTICLES or _script(last) is None or _script(last) != _script(name[:1])


def _ends(behind: str, name: str, titles: Iterable[str]) -> bool:
    first = _seen(behind)
    if first in _PARTICLES or behind.startswith((*titles, *_BEHIND)):
        return True
    return _script(first) is None or _script(first) != _script(name[-1:])


def _seen(text: str) -> str:
    """The first sign that has a width."""
    return next((sign for sign in text if unicodedata.category(sign) not in {"Cf", "Mn"}), "")


def _script(sign: str) -> str | None:
    """What a sign is written in; None for a blank or a mark."""
    for name, some in (("kanji", _KANJI), ("katakana", _KATAKANA), ("hiragana", _HIRAGANA)):
        if some.match(sign):
            return name
    return "latin" if sign.isalnum() else None
