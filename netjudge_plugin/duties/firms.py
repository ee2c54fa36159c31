"""Firms that tell of whom one speaks: 「みなと坂法律事務所の方」 is as good as a name where only one person is of it.

Left alone is what may be a word as well: a firm of several people, 「法律事務所」 and other names that are made of
everybody's words, a short name without any of these (横浜 may be the town), and a word that the journal uses as a topic
or a tag.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from netjudge_plugin.audience.needles import weight
from netjudge_plugin.duties.called import key
from netjudge_plugin.model.proof import Secret
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from netjudge_plugin.model.people import Person

#: Words that say of a name that it is a firm's, and nothing more.
_FORMS = (
    "事務所 法人 株式会社 合同会社 有限会社 会社 オフィス センター グループ パートナーズ コンサルティング 研究会 協会 "
    "office firm partners group consulting law tax accounting inc llc ltd"
)
_GENERAL = "総合 会計 法律 法務 税務 労務 特許 登記 経営 国際 個人 共同 合同 業務 監査 独立 開業 自営 フリーランス"
#: From this weight on (five kanji, ten kana) a name says enough without them.
_LONG = 20


def firms_of(person: Person) -> tuple[Secret, ...]:
    """The firms that a person is or was of, as they are written, each once."""
    return tuple(Secret(firm, "name", person.place) for firm in person.firms)


def telling(others: Iterable[Person], common: Iterable[str] = ()) -> Iterator[Secret]:
    """The firms of others that point at one of them; `common` are words that stand for themselves."""
    firms = [firms_of(one) for one in others]
    people = Counter(name for some in firms for name in {key(firm.text) for firm in some})
    words = {key(word) for word in common}
    for firm in (firm for some in firms for firm in some):
        name = key(firm.text)
        if people[name] == 1 and name not in words and _is_name(name):
            yield firm


def topics(people: Collection[Person]) -> Iterator[str]:
    """What the journal has as topics and tags."""
    for met in (met for one in people for met in one.encounters):
        yield from (*met.contact.topics, *met.event.tags)


def _is_name(name: str) -> bool:
    """Whether a firm's name (without spaces) has more than words of everybody's, and enough of it."""
    rest = _everybodys().sub("", name)
    return bool(rest) and (rest != name or weight(name) >= _LONG)


@cache
def _everybodys() -> re.Pattern[str]:
    """All professions and the words for kinds of firms, the longest first."""
    table = professions()
    words = [name for one in table.table for name in (one.ja, one.en, *table.aliases[one.id])]
    words = [key(word) for word in (*words, *_FORMS.split(), *_GENERAL.split())]
    return re.compile(
        "|".join(re.escape(word) for word in sorted(filter(None, words), key=lambda word: (-len(word), word)))
    )
