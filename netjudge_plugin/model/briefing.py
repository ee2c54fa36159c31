"""Before a meeting: who is expected, and the little that helps to meet them again.

A briefing is a projection: there is no field for a concern, a sign, a note, a reason or a verdict, so that nothing of
them can get onto a sheet that may lie on a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.judgement import Observation
    from netjudge_plugin.model.plan import Promised

#: How one meets again, told from dates and good facts alone; `judge.briefing` has the rule. Where the records say
#: nothing particular it is "".
REUNIONS = ("first", "by_letter", "in_touch", "recent", "long", "often", "good")


@dataclass(frozen=True, slots=True)
class Expected:
    """Someone who is expected, as written down up to today.

    `last` is the path of the event at which we last met, `good` are the newest good facts, `ask` is the one thing to
    ask or "". `occasion` says that this meeting is a natural one to go on with the person.
    """

    person_id: str
    last: str | None = None
    reunion: str = ""
    topics: tuple[str, ...] = ()
    promises: tuple[Promised, ...] = ()
    good: tuple[Observation, ...] = ()
    ask: str = ""
    occasion: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """One coming event, by its path inside the journal, and who is expected, in the order of its file.

    `unknown` are the names that lead to nobody in the journal, `several` those that more than one person goes by.
    """

    event: str
    date: datetime.date
    people: tuple[Expected, ...] = ()
    unknown: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
