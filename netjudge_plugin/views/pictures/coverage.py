"""Which 士業 I know somebody of, and which not yet: a mark for each person, in the order of the table.

Whom I have not met is an invitation and no gap, so those professions stand by themselves. People are named
in 五十音 order, whatever I think of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import professions

if TYPE_CHECKING:
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.lookup import Lookup, Name

#: As many names as fit a line or two, and as many marks as fit a telephone.
MOST_NAMES, MOST_MARKS = 8, 24
#: Names of work outside the sets are the users' own, and may be as many as the people.
MOST_OTHERS = 24
_PITCH = 10


@dataclass(frozen=True, slots=True)
class Known:
    """A profession with those I know: `marks` are places of the marks in pixels, `more` are not named here."""

    name: str
    people: tuple[Name, ...]
    more: int
    marks: tuple[int, ...]

    @property
    def width(self) -> int:
        """How wide the row of marks is."""
        return len(self.marks) * _PITCH


@dataclass(frozen=True, slots=True)
class Coverage:
    """`known` and `unmet` of the 8士業 and 10士業, `others` beyond them; `more` are others that are not shown."""

    known: tuple[Known, ...]
    unmet: tuple[str, ...]
    others: tuple[Known, ...]
    more: int


def coverage(look: Lookup) -> Coverage:
    """All professions of the sets, and those beyond that somebody has."""
    people: dict[str, dict[str, Person]] = {}
    for person in sorted(look.outlook.people, key=lambda one: (look.rows[one.id][1], one.id)):
        for profession in person.professions:
            people.setdefault(profession.called(look.catalogue.language), {})[person.id] = person
    sets = professions.of_sets(look.catalogue.language)
    beyond = sorted(people.keys() - set(sets))
    return Coverage(
        known=tuple(_known(name, people[name], look) for name in sets if name in people),
        unmet=tuple(name for name in sets if name not in people),
        others=tuple(_known(name, people[name], look) for name in beyond[:MOST_OTHERS]),
        more=max(0, len(beyond) - MOST_OTHERS),
    )


def _known(name: str, people: dict[str, Person], look: Lookup) -> Known:
    names = tuple(look.name(person) for person in list(people.values())[:MOST_NAMES])
    marks = tuple(_PITCH * nth + _PITCH // 2 for nth in range(min(len(people), MOST_MARKS)))
    return Known(name, names, len(people) - len(names), marks)
