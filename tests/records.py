"""Records of one invented person, written as short as the worked examples of the model are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from netjudge_plugin import in_force
from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.records import gather
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Contact, Decision, Event, Exchange, Impression, Word
from netjudge_plugin.model.people import Encounter, Person
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.judge.words import Lexicon
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.judgement import Judgement

STANDARD = in_force.shipped("standard", "ja")
RULES = Rules.of(STANDARD)
LEXICON, STEPS = RULES.lexicon, RULES.steps
TODAY = datetime.date(2026, 11, 23)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def impression(written: str | dict[str, str], place: Place) -> Impression:
    """`業務分野が近い`, or {"無理のなさ": "○ 自然に話せた"}."""
    if isinstance(written, dict):
        ((axis, mark),) = written.items()
        return Impression(mark, place, axis)
    return Impression(written, place)


def met(
    date: str | datetime.date, *words: str | dict[str, str], file: str = "", unsure: Iterable[str] = ()
) -> Encounter:
    """A meeting on that day with those impressions."""
    on = day(date) if isinstance(date, str) else date
    path = file or f"journal/{on}.md"
    contact = Contact(
        name="佐藤 美咲",
        place=Place(path, 4, 13),
        impressions=tuple(impression(word, Place(path, 6 + nth, 9)) for nth, word in enumerate(words)),
        unsure=tuple(Word(axis, Place(path, 5, 9)) for axis in unsure),
    )
    event = Event(date=on, title="士業交流会", place=Place(path, 2, 7), inside=path, contacts=(contact,))
    return Encounter(event, contact)


def sent(date: str | datetime.date) -> Exchange:
    return _exchange(date, "out")


def received(date: str | datetime.date) -> Exchange:
    return _exchange(date, "in")


def _exchange(date: str | datetime.date, direction: str) -> Exchange:
    on = day(date) if isinstance(date, str) else date
    return Exchange(on, direction, Place("journal/people/sato.md", 9, 5))


def decided(
    date: str | datetime.date,
    verdict: str = "",
    *,
    reason: str = "恩師の紹介",
    until: str = "",
    released: Sequence[str] = (),
) -> Decision:
    place = Place("journal/people/sato.md", 5, 5)
    on = day(date) if isinstance(date, str) else date
    return Decision(
        date=on,
        place=place,
        verdict=Word(verdict, place) if verdict else None,
        reason=reason,
        until=day(until) if until else None,
        released=tuple(Word(sign, place) for sign in released),
    )


def person(
    *encounters: Encounter, exchanges: Iterable[Exchange] = (), decisions: Iterable[Decision] = (), profession: str = ""
) -> Person:
    return Person(
        id="sato-misaki",
        name="佐藤 美咲",
        place=Place("journal/people/sato.md"),
        professions=(professions().find(profession),) if profession else (),
        encounters=tuple(sorted(encounters, key=lambda e: e.date)),
        exchanges=tuple(sorted(exchanges, key=lambda e: e.date)),
        decisions=tuple(sorted(decisions, key=lambda d: d.date)),
    )


def gathered(
    someone: Person, today: datetime.date = TODAY, lexicon: Lexicon = LEXICON
) -> tuple[Records, tuple[Diagnostic, ...]]:
    return gather(someone, lexicon, today)


def judged(someone: Person, today: str | datetime.date = TODAY, criteria: Criteria = STANDARD) -> Judgement:
    """The judgement as of that day by the standard criteria (or others)."""
    on = day(today) if isinstance(today, str) else today
    rules = RULES if criteria is STANDARD else Rules.of(criteria)
    return judge(gathered(someone, on, rules.lexicon)[0], rules.steps, on)


def signs(judgement: Judgement) -> str:
    """The axes in the order of the criteria: ○○？？…"""
    return "".join(state.mark for state in judgement.axes.values())
