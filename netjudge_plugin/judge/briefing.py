"""Who is expected at the coming events, and what of the records helps to meet them again.

How natural it is to meet again is told from what was written down, by the first of these that holds:

    first       we have not met yet                     by_letter  ... but have written to each other
    in_touch    they have written since, within a year  recent     the last meeting is as near as a first message may be
    long        the last meeting is a year ago or more  often      we have met on three days or more
    good        there is a good fact                    (none)     otherwise: there is nothing particular to say

Of somebody whom I chose not to contact there are the last meeting and my promises alone, and nothing says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from netjudge_plugin.judge.calendar import add_months
from netjudge_plugin.model.briefing import Briefing, Expected
from netjudge_plugin.model.judgement import AxisState

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Container, Iterable, Iterator

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.judgement import Judged, Observation
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import Promised

#: So many days of meeting are "often", so many months are long, and so many good facts can be kept in mind.
OFTEN = 3
LONG = 12
MOST_FACTS = 3


def briefings(outlook: Outlook, find: Callable[[str], tuple[str, ...]]) -> tuple[Briefing, ...]:
    """A briefing for each coming event for which somebody is written down, in the order of the events.

    `find` leads from a written name to the ids it may mean.
    """
    today, judged = outlook.today, outlook.judged
    coming = [event for event in outlook.events if event.date > today and (event.attending or event.contacts)]
    if not coming:
        return ()
    known = {person.id: person for person in outlook.everyone.people}
    written = {place: person.id for person in known.values() for place in _coming(person, today)}
    look = _Look(outlook)
    found = []
    for event in coming:
        names = [(word.text, find(word.text)) for word in event.attending]
        names += [(contact.name, (written[contact.place],)) for contact in event.contacts if contact.place in written]
        alone = dict.fromkeys(ids[0] for _, ids in names if len(ids) == 1)
        found.append(
            Briefing(
                event=event.inside,
                date=event.date,
                people=tuple(look.expected(known[one], event.date) for one in alone if one in judged),
                unknown=_unknown(names, judged),
                several=tuple(dict.fromkeys(name for name, ids in names if len(ids) > 1)),
            )
        )
    return tuple(found)


def _coming(person: Person, today: datetime.date) -> Iterator[Place]:
    """Where the person is written down as a contact of a coming event."""
    for encounter in reversed(person.encounters):
        if encounter.date <= today:
            break
        yield encounter.contact.place


def _unknown(names: Iterable[tuple[str, tuple[str, ...]]], judged: Container[str]) -> tuple[str, ...]:
    """The names of those whom I do not know yet: each person once, and each name that leads nowhere."""
    unmet = {name: name for name, ids in names if not ids} | {
        ids[0]: name for name, ids in names if len(ids) == 1 and ids[0] not in judged
    }
    return tuple(unmet.values())


@dataclass(frozen=True)
class _Look:
    """What is looked up for everybody who is expected."""

    outlook: Outlook

    @cached_property
    def _promises(self) -> dict[str, tuple[Promised, ...]]:
        found: dict[str, tuple[Promised, ...]] = {}
        for promised in self.outlook.week.promises:
            found[promised.person_id] = (*found.get(promised.person_id, ()), promised)
        return found

    @cached_property
    def _at_next_meeting(self) -> frozenset[str]:
        return frozenset(self.outlook.week.at_next_meeting)

    def expected(self, person: Person, day: datetime.date) -> Expected:
        """The person as expected on a day; of somebody whom I chose not to contact no more than anybody may see."""
        judged, today = self.outlook.judged[person.id], self.outlook.today
        met = person.met_by(today)
        plain = Expected(
            person_id=person.id,
            last=met[-1].event.inside if met else None,
            promises=self._promises.get(person.id, ()),
        )
        if judged.now.verdict == "not_this_time":
            return plain
        good = tuple(self._good(judged.now.facts.observations))[:MOST_FACTS]
        by_days = _reunion(person, day, today, self.outlook.criteria.plan.first_fine_until_days)
        return replace(
            plain,
            reunion=by_days or ("good" if good else ""),
            topics=person.last_topics(today),
            good=good,
            ask=self._ask(judged),
            occasion=judged.now.verdict == "defer" or person.id in self._at_next_meeting,
        )

    def _good(self, observations: Iterable[Observation]) -> Iterator[Observation]:
        """The good facts, each word once and the newest first, without any that would let a concern be guessed.

        These are the words that clear one, and my own words behind a △, which stand for both sides.
        """
        clearing = {word for axis in self.outlook.criteria.axes for word in axis.clears}
        concerns = {o.word for o in observations if o.polarity < 0}
        seen: set[str] = set()
        for one in reversed(tuple(observations)):
            bare = one.place is None or not one.word
            if one.polarity > 0 and not bare and one.word not in clearing | concerns | seen:
                seen.add(one.word)
                yield one

    def _ask(self, judged: Judged) -> str:
        """The one thing to ask: the first that is open without any concern, and not about how I felt."""
        axes = {axis.id: axis for axis in self.outlook.criteria.axes}
        for question in judged.whatif.next:
            axis = axes[question.axis]
            if judged.now.axes[axis.id] is AxisState.UNKNOWN and not axis.feeling and axis.ask:
                return axis.ask[0]
        return ""


def _reunion(person: Person, day: datetime.date, today: datetime.date, near: int) -> str:
    """How one meets again, as far as the days tell; `near` is how many days after a meeting it is still fresh."""
    met = sorted({encounter.date for encounter in person.met_by(today)})
    exchanged = [exchange for exchange in person.exchanges if exchange.date <= today]
    if not met:
        return "by_letter" if exchanged else "first"
    answers = (exchange.date for exchange in exchanged if exchange.direction == "in" and exchange.date > met[-1])
    if any(add_months(answer, LONG) > day for answer in answers):
        return "in_touch"
    if (day - met[-1]).days <= near:
        return "recent"
    if add_months(met[-1], LONG) <= day:
        return "long"
    return "often" if len(met) >= OFTEN else ""
