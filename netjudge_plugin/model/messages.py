"""Words to begin with: how a first line to somebody may read, and which of them fit today.

A text holds placeholders of a closed list, such as `{name}`; what cannot be filled drops out line by line. `referral`
holds what such a text never speaks of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.model.journal import Event

#: The occasions, in the order in which they are offered, with their Japanese words.
WHENS: Mapping[str, str] = MappingProxyType(
    {
        "promise": "約束",
        "reply": "返信",
        "thanks": "お礼",
        "later": "あとから",
        "again": "再会",
        "cadence": "折にふれて",
    }
)
#: What a text may leave to be filled in, with the Japanese words for it.
PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "name": "名前",
        "firm": "事務所",
        "me": "自分",
        "event": "会",
        "date": "日付",
        "topic": "話題",
        "promise": "約束",
        "material": "資料",
        "busy": "繁忙期",
    }
)
#: A placeholder in a text that was read.
PLACEHOLDER = re.compile(r"\{(\w+)\}", re.ASCII)

#: The ways to put a line, the first that can be filled is taken.
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A text to begin with. All conditions that are given must hold.

    `professions` are ids (or texts), `layers` ids of the criteria's layers, `met_at_least` counts days on which we met.
    `added` says that it is my own, beside those that are shipped.
    """

    id: str
    name: str
    when: str
    body: tuple[Line, ...]
    subject: Line = ()
    professions: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    met_at_least: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class Templates:
    """The texts in force, my own first. `me` is how I call myself in them."""

    texts: tuple[Template, ...] = ()
    me: str = ""


@dataclass(frozen=True, slots=True)
class Starter:
    """A text that fits today, and what it can be filled with: nothing of what I thought of the person.

    `event` is the latest meeting, `promise` an open promise of mine; `busy` says that it is a busy season for them.
    """

    template: Template
    event: Event | None = None
    topic: str = ""
    promise: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What could be said to a person with the verdict contact today.

    `at_next_meeting` says that a first message is better left to the next meeting.
    """

    starters: tuple[Starter, ...] = ()
    at_next_meeting: bool = False
