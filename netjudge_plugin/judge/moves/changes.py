"""What changed between two days: the facts that began to count, those that ceased to, and how it came.

The second day is the very day on which it happened, so that every end has its cause: time, a release, a word that
clears, an answer, a newer note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.evidence import THEY_BUSY
from netjudge_plugin.judge.records import name_of
from netjudge_plugin.model.judgement import NoteWord, Observation, Override, StopSign
from netjudge_plugin.model.moves import Change

if TYPE_CHECKING:
    import datetime
    from collections.abc import Hashable

    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Facts, Judgement
    from netjudge_plugin.model.moves import Fact


def changes(before: Judgement, after: Judgement, records: Records, criteria: Criteria) -> tuple[Change, ...]:
    """Every fact that began or ceased to count on the day of `after`, in order of date and word.

    `before` is the judgement right before that day. My own decisions are left to `decision`.
    """
    old, new = _by_identity(before.facts), _by_identity(after.facts)
    found = [Change(fact, _begun(fact, after.as_of)) for key, fact in new.items() if key not in old]
    found += [_ended(fact, after, records, criteria) for key, fact in old.items() if key not in new]
    return tuple(sorted(found, key=by_date_and_word))


def decision(before: Judgement, after: Judgement) -> Change | None:
    """My own decision that began or ended on the day of `after`; None where the same is in force, or none."""
    old, new = before.override, after.override
    if new and (old is None or old.date < new.date):
        return Change(new, "decided")
    if old and (new is None or new.date < old.date):
        return Change(old, "ended")
    return None


def identity(fact: Fact) -> Hashable:
    """What makes a fact the same on another day; a busy season is one, though dated anew on each of its days."""
    if isinstance(fact, Observation) and fact.place is None:
        return (fact.word, fact.until)
    if isinstance(fact, Observation):
        return (fact.date, fact.word, fact.axis, fact.polarity, fact.own, fact.ordinal)
    return (fact.date, word_of(fact))


def word_of(fact: Fact) -> str:
    """The id of a fact's word or sign, or my own words."""
    return fact.sign if isinstance(fact, StopSign) else fact.word


def by_date_and_word(change: Change) -> tuple[datetime.date, str]:
    """The order in which changes are told."""
    fact = change.fact
    return (fact.date, "" if isinstance(fact, Override) else word_of(fact))


def _by_identity(facts: Facts) -> dict[Hashable, Fact]:
    every: tuple[Fact, ...] = (*facts.observations, *facts.stops, *facts.notes)
    return {identity(fact): fact for fact in every}


def _begun(fact: Fact, day: datetime.date) -> str:
    """How a fact began to count on that day."""
    if fact.place is None:
        return "season" if word_of(fact) == THEY_BUSY else "silence"
    return "noted" if fact.date == day else "again"


def _ended(fact: Fact, after: Judgement, records: Records, criteria: Criteria) -> Change:
    """How a fact ceased to count on the day of `after`."""
    assert not isinstance(fact, NoteWord)  # notes are never lost
    day = after.as_of
    if fact.until and fact.until <= day:
        season = fact.place is None and word_of(fact) == THEY_BUSY
        return Change(fact, "over" if season else "expired")
    if any(name_of(fact) in mine.released for mine in records.decisions if mine.date == day):
        return Change(fact, "released")
    clearing = tuple(o for o in records.observations if o.date == day and _clears(o, fact, criteria))
    if clearing:
        return Change(fact, "cleared", clearing)
    assert isinstance(fact, Observation)  # nothing else ends a stop sign
    answer = _answer(fact, day, records)
    if answer:
        return Change(fact, answer)
    return Change(fact, "newer", tuple(o for o in after.facts.observations if o.axis == fact.axis))


def _clears(word: Observation, fact: Observation | StopSign, criteria: Criteria) -> bool:
    """Whether a word takes the fact back: it lists it, or the fact is in my own words on the word's axis."""
    listed = next(axis.clears.get(word.word, ()) for axis in criteria.axes if axis.id == word.axis)
    own = isinstance(fact, Observation) and fact.own and (fact.axis, fact.polarity) == (word.axis, -word.polarity)
    return not word.own and bool(listed) and (own or name_of(fact) in listed)


def _answer(fact: Observation, day: datetime.date, records: Records) -> str | None:
    """What ended a silence on that day: an answer, a meeting, or one more message of mine, which starts it anew."""
    if fact.place is not None or fact.word == THEY_BUSY:
        return None
    ends = (("answered", records.received), ("met", records.meetings), ("wrote", records.sent))
    return next((how for how, days in ends if day in days), None)
