"""Which 士業 I know somebody of, and which not yet: a mark for each person, in the order of the table.

Whom I have not met is an invitation and no gap, so those professions stand by themselves. People are named
in 五十音 order, whatever I think of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views import professions

if TYPE_CHECKING:
    from netjudge_plugin.model.people import Person, Profession
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
    english = look.catalogue.language == "en"
    people: dict[str, dict[str, Person]] = {}
    for person in sorted(look.outlook.people, key=lambda one: (look.rows[one.id][1], one.id)):
        for profession in person.professions:
            people.setdefault(_called(profession, english=english), {})[person.id] = person
    known = tuple(_known(name, people[name], look) for name in _of_sets(look) if name in people)
    beyond = sorted(people.keys() - set(_of_sets(look)))
    return Coverage(
        known=known,
        unmet=tuple(name for name in _of_sets(look) if name not in people),
        others=tuple(_known(name, people[name], look) for name in beyond[:MOST_OTHERS]),
        more=max(0, len(beyond) - MOST_OTHERS),
    )


def _called(profession: Profession, *, english: bool) -> str:
    return profession.en if english else profession.ja


def _of_sets(look: Lookup) -> tuple[str, ...]:
    return professions.of_sets(look.catalogue.language)


def _known(name: str, people: dict[str, Person], look: Lookup) -> Known:
    names = tuple(look.name(person) for person in list(people.values())[:MOST_NAMES])
    marks = tuple(_PITCH * nth + _PITCH // 2 for nth in range(min(len(people), MOST_MARKS)))
    return Known(name, names, len(people) - len(names), marks)
