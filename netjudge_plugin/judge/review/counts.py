"""Looking back: what the criteria said when I decided for myself, and what came of first meetings.

It counts, and claims no more: a first meeting foretells little, and a verdict says whether I want to go on, not
whether something will come of it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from netjudge_plugin.judge.review.proposals import NEEDED, propose
from netjudge_plugin.model.criteria import VERDICTS
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.review import AfterState, AfterWhy, Choices, Counts, OwnDecision, Review, Sequel

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Judged, Judgement
    from netjudge_plugin.model.people import Person

    First = tuple[Judgement, Sequel]

_STATES = (AxisState.OK, AxisState.MIXED, AxisState.NO, AxisState.UNKNOWN)


def review(people: Iterable[Person], judged: Mapping[str, Judged], criteria: Criteria, today: datetime.date) -> Review:
    """Everything that looking back on the journal shows; `judged` has each person's judgements by these criteria."""
    decisions: list[OwnDecision] = []
    firsts: list[First] = []
    for person in people:
        mine = list(_decisions(person, judged[person.id], today))
        decisions += mine
        first = None if mine else _first_meeting(person, judged[person.id], today)
        firsts += [first] if first else []
    decisions.sort(key=lambda decision: (decision.date, decision.person_id))
    return Review(
        decisions=tuple(decisions),
        by_choice=tuple(_by_choice(decisions)),
        by_why=tuple(_by_why(firsts, criteria)),
        by_axis=tuple(_by_axis(firsts, criteria)),
        proposals=propose(decisions, judged, criteria),
        needed=NEEDED,
    )


def _decisions(person: Person, judged: Judged, today: datetime.date) -> Iterator[OwnDecision]:
    """The days on which I decided for myself: the decision of that very day is the one in force."""
    if not person.decisions:
        return
    for turn in judged.timeline:
        mine = turn.judgement.override
        if mine and mine.date == turn.date:
            yield OwnDecision(person.id, turn.date, turn.judgement, _sequel(person, turn.date, today))


def _first_meeting(person: Person, judged: Judged, today: datetime.date) -> First | None:
    """The judgement on the evening of the first meeting, and what came after; None where we never met."""
    if not person.encounters or person.encounters[0].date > today:
        return None
    day = person.encounters[0].date
    turn = judged.timeline[bisect_left(judged.timeline, day, key=lambda turn: turn.date)]
    return turn.judgement, _sequel(person, day, today)


def _sequel(person: Person, day: datetime.date, today: datetime.date) -> Sequel:
    """What came after a day: messages of the same day followed what was noted on it, a meeting again is another day."""
    exchanged = {exchange.direction for exchange in person.exchanges if day <= exchange.date <= today}
    met_again = any(day < encounter.date <= today for encounter in person.encounters)
    return Sequel("out" in exchanged, "in" in exchanged, met_again)


def _counts(sequels: Sequence[Sequel]) -> Counts:
    return Counts(
        cases=len(sequels),
        wrote=sum(sequel.wrote for sequel in sequels),
        answered=sum(sequel.answered for sequel in sequels),
        met_again=sum(sequel.met_again for sequel in sequels),
    )


def _by_choice(decisions: Sequence[OwnDecision]) -> Iterator[Choices]:
    for mine in (True, False):
        for theirs in (mine, not mine):
            some = [
                decision.sequel
                for decision in decisions
                if (decision.judgement.verdict == "contact") is mine
                and (decision.judgement.computed.verdict == "contact") is theirs
            ]
            if some:
                yield Choices(mine, theirs, _counts(some))


def _by_why(firsts: Sequence[First], criteria: Criteria) -> Iterator[AfterWhy]:
    """By verdict, contact first, and in it by why in the order of the criteria."""
    found: dict[tuple[str, str], list[Sequel]] = {}
    for judgement, sequel in firsts:
        found.setdefault((judgement.computed.verdict, judgement.computed.why), []).append(sequel)
    order = [step.why for step in criteria.steps] + list(criteria.whys)
    for verdict, why in sorted(found, key=lambda key: (-VERDICTS.index(key[0]), order.index(key[1]))):
        yield AfterWhy(verdict, why, _counts(found[verdict, why]))


def _by_axis(firsts: Sequence[First], criteria: Criteria) -> Iterator[AfterState]:
    """By axis in the order of the criteria, the states in which it was after some first meeting."""
    found: dict[tuple[str, AxisState], list[Sequel]] = {}
    for judgement, sequel in firsts:
        for key in judgement.axes.items():
            found.setdefault(key, []).append(sequel)
    for axis in criteria.axes:
        for state in _STATES:
            if (axis.id, state) in found:
                yield AfterState(axis.id, state, _counts(found[axis.id, state]))
