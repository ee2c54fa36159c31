"""What a list can be filtered and sorted by: the values that occur in it, and which of them each entry has.

The page is complete without it; the script in `assets/lists/` brings the bar to life. Every value stands in the page
once, as a box to tick, and entries name it by its number there: so nothing that a journal holds ever becomes part of a
program, and a list of thousands stays light. What a box is called in an address is an id where there is one (税理士 is
`zeirishi` in every language), else the value itself in the form in which words are compared.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.wording import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from netjudge_plugin.views.lookup import Lookup

#: The pages' own files by their place in the site, with the parts that they are made of; the last part begins.
STYLE, SCRIPT = "assets/netjudge-lists.css", "assets/netjudge-lists.js"
_PARTS = "words matching address entries bar page start".split()
ASSETS: Mapping[str, tuple[str, ...]] = {
    STYLE: ("assets/styles/form.css", STYLE),
    SCRIPT: tuple(f"assets/lists/{part}.js" for part in _PARTS),
}
#: Katakana to hiragana, as the script does with what is typed.
_KANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

#: What an entry has, ready to be its attributes.
Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter: what it is called in an address, and how it is shown."""

    id: str
    label: str


@dataclass(frozen=True)
class Filter:
    """One thing to filter by, with the values that occur. `of_meeting` says that it is about when and where we met."""

    name: str
    values: tuple[Value, ...]
    of_meeting: bool = False
    _numbers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbers", {value.id: number for number, value in enumerate(self.values)})

    def numbers(self, values: Iterable[Value]) -> str:
        """The values of one entry by their numbers, as the script reads them."""
        return " ".join(map(str, sorted({self._numbers[value.id] for value in values})))


@dataclass(frozen=True, slots=True)
class Bar:
    """All that stands above a list: `sorts` begins with the order in which the page is written.

    `entries` has the attributes of every entry, `meetings` those of the meetings that entries name by their number.
    `of` is what is counted, people or events; `grouped` says that the groups of the list stay in any order.
    """

    of: str
    filters: tuple[Filter, ...]
    sorts: tuple[str, ...]
    entries: Mapping[str, Attributes]
    meetings: tuple[Attributes, ...] = ()
    grouped: bool = False
    style: str = STYLE
    script: str = SCRIPT


def written(text: str | None) -> tuple[Value, ...]:
    """A text of the user's as a value, or none."""
    found = normal(text or "")
    return (Value(found, (text or "").strip()),) if found else ()


def year(of: int, look: Lookup) -> Value:
    """A year as a value."""
    return Value(str(of), look.text("events.year", year=of))


def filtering(
    name: str, values: Iterable[Value], order: Sequence[str] | None = None, *, of_meeting: bool = False
) -> Filter:
    """A filter by the values that occur, each once as it was first written: in an order of ids, the rest by label."""
    places = {identifier: number for number, identifier in enumerate(order or ())}
    once: dict[str, Value] = {}
    for value in values:
        once.setdefault(value.id, value)
    found = sorted(once.values(), key=lambda value: (places.get(value.id, len(places)), value.label, value.id))
    return Filter(name, tuple(found), of_meeting)


def plain(text: str) -> str:
    """A text as it is compared with what is typed: of one width and case, in hiragana, without spaces.

    The script does the same to what it can read on the page, so that only other spellings have to be sent along.
    """
    return "".join(unicodedata.normalize("NFKC", text).lower().translate(_KANA).split())


def unseen(spellings: Iterable[str], *shown: str) -> str:
    """The spellings that are not to be found in what is shown anyway."""
    known = [plain(text) for text in shown]
    found = dict.fromkeys(plain(text) for text in spellings)
    return " ".join(text for text in found if not any(text in one for one in known))
