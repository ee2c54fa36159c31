"""A person at a glance, as in every list: who it is, why the verdict is what it is, and when we last met.

Never a number: a card says in a sentence what was written down, and in a list nobody stands above anybody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.judgement import AxisState, Observation
from netjudge_plugin.views.addresses import person_uri
from netjudge_plugin.views.reasons import open_questions, reasons

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.journal import Promise
    from netjudge_plugin.model.judgement import Judgement, StopSign
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.lookup import EventLink, Lookup
    from netjudge_plugin.views.reasons import Reason

#: More would be a table again; the rest is on the person's own page.
MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """What I promised and have not done yet. A day that has passed is none any more: then it is `any_day` this week."""

    what: str
    by: datetime.date | None
    any_day: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A person as shown in a list; `firm` is None for a deferral and for a decision of my own."""

    id: str
    uri: str
    name: str
    honorific: str
    reading: str
    work: str
    verdict: str
    verdict_label: str
    why: str
    why_label: str
    firm: bool | None
    mine: bool
    facts: str
    unknown: tuple[str, ...]
    revisit: datetime.date | None
    last: EventLink | None
    promises: tuple[OpenPromise, ...]


def card(person: Person, look: Lookup) -> Card:
    """The card of a person."""
    now = look.judged(person.id).now
    last = last_met(person, look)
    return Card(
        id=person.id,
        uri=person_uri(person.id),
        name=person.name,
        honorific=person.honorific if person.chosen_honorific else "",
        reading=person.reading or "",
        work=work(person, look.catalogue),
        verdict=now.verdict,
        verdict_label=look.verdict(now.verdict),
        why=now.why,
        why_label=look.why(now.why),
        firm=now.firm,
        mine=now.override is not None,
        facts=_facts(now, last.date if last else None, look),
        unknown=tuple(axis.name for axis in open_questions(now, look.outlook.criteria)),
        revisit=now.revisit,
        last=last,
        promises=tuple(open_promise(found.promise, look.today) for found in look.promises.get(person.id, ())),
    )


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """In the order of the last meeting, the newest first; whom I never met comes last."""
    by_id = sorted(cards, key=lambda c: c.id)
    return sorted(by_id, key=lambda c: c.last.date.toordinal() if c.last else 0, reverse=True)


def last_met(person: Person, look: Lookup) -> EventLink | None:
    """The event at which we last met, up to today."""
    met = person.met_by(look.today)
    return look.events[met[-1].event.inside] if met else None


def work(person: Person, texts: Catalogue) -> str:
    """The professions and the firm in one line."""
    names = [profession.called(texts.language) for profession in person.professions]
    professions = texts.text("pages.common.between").join(names)
    if not professions or not person.firm:
        return professions or person.firm or ""
    return texts.text("pages.common.work", professions=professions, firm=person.firm)


def open_promise(promise: Promise, today: datetime.date) -> OpenPromise:
    """An open promise as it is shown today."""
    passed = promise.by is not None and promise.by < today
    return OpenPromise(promise.what, None if passed else promise.by, any_day=passed)


def fact_label(observation: Observation, look: Lookup) -> str:
    """An observation in words: the label of the word, my own words, or the bare mark on its axis."""
    if not observation.own:
        return look.words.label(observation.word)
    if observation.word:
        return observation.word
    key = "own_good" if observation.polarity > 0 else "own_concern"
    return look.catalogue.text(f"judgement.facts.{key}", axis=look.words.axis_name(observation.axis))


def _facts(now: Judgement, met: datetime.date | None, look: Lookup) -> str:
    """The facts of the verdict in one sentence; of a deferral only the good ones, unless a concern decided it."""
    text = look.catalogue.text
    if now.override:
        return text("judgement.facts.reason", reason=now.override.reason)
    if now.computed.why == "conflicting" and now.computed.step is None:
        mixed = [a.name for a in look.outlook.criteria.axes if now.axes[a.id] is AxisState.MIXED]
        return text("judgement.facts.conflict", axes=quoted(mixed, look))
    if now.computed.step is None:
        return _known_so_far(now, met, look)
    return _noted(list(_main(reasons(now, look.outlook.criteria))), met, look)


def _known_so_far(now: Judgement, met: datetime.date | None, look: Lookup) -> str:
    good = [(o.date, fact_label(o, look)) for o in now.facts.observations if o.polarity > 0]
    notes = [(note.date, look.words.label(note.word)) for note in now.facts.notes]
    if not now.facts.observations and not notes:
        return look.catalogue.text("judgement.facts.nothing")
    return _sentence([*notes, *good][-MOST_FACTS:], met, look)


def _main(found: Iterable[Reason]) -> Iterator[Observation | StopSign]:
    """The newest fact of every axis, and all signs."""
    for reason in found:
        yield from reason.stops
        yield from reason.observations[-1:]


def _noted(facts: list[Observation | StopSign], met: datetime.date | None, look: Lookup) -> str:
    derived = [f for f in facts if f.place is None]
    if derived and len(derived) == len(facts):
        labels = [_label(fact, look) for fact in derived]
        return look.catalogue.text("judgement.facts.automatic", facts=quoted(labels, look))
    return _sentence([(fact.date, _label(fact, look)) for fact in facts], met, look)


def _label(fact: Observation | StopSign, look: Lookup) -> str:
    return fact_label(fact, look) if isinstance(fact, Observation) else look.words.label(fact.sign)


def _sentence(facts: list[tuple[datetime.date, str]], met: datetime.date | None, look: Lookup) -> str:
    """Up to MOST_FACTS facts, each once; with their day if all were noted on another than that of the last meeting."""
    days = dict(reversed([(label, date) for date, label in facts]))
    shown = list(reversed(days))[:MOST_FACTS]
    if not shown:
        return ""
    noted_on = {days[label] for label in shown}
    if len(noted_on) == 1 and noted_on != {met}:
        date = look.day(noted_on.pop())
        return look.catalogue.text("judgement.facts.noted_on", facts=quoted(shown, look), date=date)
    return look.catalogue.text("judgement.facts.noted", facts=quoted(shown, look))


def quoted(labels: Iterable[str], look: Lookup) -> str:
    """Several facts in a sentence."""
    text = look.catalogue.text
    return text("lists.between-quoted").join(text("lists.quoted", text=label) for label in labels)
