"""What I noted of one person, with every word understood: ready to be looked at as of any day.

Observations are a set: the same word on the same day counts once however many files repeat it, on two days twice;
that is how meetings accumulate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netjudge_plugin.judge.calendar import add_months
from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.judgement import NoteWord, Observation, StopSign
from netjudge_plugin.model.wording import normal

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.judge.words import Lexicon, Meaning
    from netjudge_plugin.model.criteria import Axis, Criteria
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Contact, Decision, Impression, Word
    from netjudge_plugin.model.people import Person


@dataclass(frozen=True, slots=True)
class MyDecision:
    """A decision whose words are understood: `verdict` is an id, or None for a mere release."""

    date: datetime.date
    verdict: str | None
    reason: str
    until: datetime.date
    released: frozenset[str]
    place: Place


@dataclass(frozen=True, slots=True)
class Records:
    """One person's records up to today with every word understood, ready to be folded as of any day.

    `cleared` maps what a clearing word or a release names to the days of it, in order; `meetings`, `sent` and
    `received` are days in order, one for each record. `unsure` pairs a day with the axes marked as unsure then.
    """

    profession: str
    observations: tuple[Observation, ...]
    stops: tuple[StopSign, ...]
    notes: tuple[NoteWord, ...]
    cleared: Mapping[str, tuple[datetime.date, ...]]
    meetings: tuple[datetime.date, ...]
    sent: tuple[datetime.date, ...]
    received: tuple[datetime.date, ...]
    decisions: tuple[MyDecision, ...]
    unsure: tuple[tuple[datetime.date, tuple[str, ...]], ...]
    unknown_words: tuple[tuple[str, Place], ...]


def gather(person: Person, lexicon: Lexicon, today: datetime.date) -> tuple[Records, tuple[Diagnostic, ...]]:
    """The person's records dated up to today, with a diagnostic for every word that could not be understood.

    What a coming entry says already is ignored, with `coming-ignored`.
    """
    problems: list[Diagnostic] = list(_coming(person, today))
    understood: list[tuple[datetime.date, Impression, Meaning]] = []
    unknown: list[tuple[str, Place]] = []
    for date, impression in _impressions(person, today):
        meanings, found = lexicon.read(impression)
        problems += found
        unknown += [(impression.text, d.place) for d in found if d.name == "unknown-word"]
        understood += [(date, impression, meaning) for meaning in meanings]
    decisions, found = _decisions(person, lexicon, today)
    problems += found
    unsure, found = _unsure(person, lexicon, today, understood)
    problems += found
    return (
        Records(
            profession=person.main_profession,
            observations=_observations(understood, lexicon.criteria),
            stops=_stops(understood, lexicon.criteria),
            notes=_notes(understood),
            cleared=_days_by_name(_cleared(understood, decisions, lexicon.criteria)),
            meetings=tuple(encounter.date for encounter in person.met_by(today)),
            sent=tuple(x.date for x in person.exchanges if x.direction == "out" and x.date <= today),
            received=tuple(x.date for x in person.exchanges if x.direction == "in" and x.date <= today),
            decisions=decisions,
            unsure=unsure,
            unknown_words=tuple(unknown),
        ),
        tuple(problems),
    )


def misread(contact: Contact, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """A diagnostic for every word that could not be understood in a contact of which the day is not known."""
    for impression in contact.impressions:
        yield from lexicon.read(impression)[1]
    for word in contact.unsure:
        yield from lexicon.axes_of(word)[1]
    if contact.decision:
        yield from _words_of(contact.decision, lexicon)[2]


def clearing(axis: Axis, word: str) -> frozenset[str]:
    """The names that a word clears: those listed and, if one of them is of its axis, my own words beside them.

    「違和感が解けた」 would be untrue if an unease in my own words stayed alive where 「小さな違和感」 does not.
    """
    listed = frozenset(axis.clears[word])
    other_side, polarity = (axis.concern, -1) if word in axis.good else (axis.good, 1)
    return listed | {_own_words(axis.id, polarity)} if listed & set(other_side) else listed


def by_date_and_word(o: Observation) -> tuple[datetime.date, str, str, int, int]:
    """The order in which observations are listed."""
    return (o.date, o.word, o.axis, -o.polarity, o.ordinal)


def name_of(fact: Observation | StopSign) -> str:
    """The name under which a clearing word or a release takes a fact back.

    It is the word or the sign, or for the user's own words their axis and side.
    """
    if isinstance(fact, StopSign):
        return fact.sign
    return _own_words(fact.axis, fact.polarity) if fact.own else fact.word


def _own_words(axis: str, polarity: int) -> str:
    return f"{axis}:{polarity:+d}"


def _impressions(person: Person, today: datetime.date) -> Iterator[tuple[datetime.date, Impression]]:
    for encounter in person.encounters:
        if encounter.date <= today:
            yield from ((encounter.date, impression) for impression in encounter.contact.impressions)
    for exchange in person.exchanges:
        if exchange.date <= today:
            yield from ((exchange.date, impression) for impression in exchange.impressions)


def _coming(person: Person, today: datetime.date) -> Iterator[Diagnostic]:
    """One warning for each entry of a day to come that already says what only that day can tell."""
    for encounter in person.encounters:
        contact = encounter.contact
        said = [impression.place for impression in contact.impressions] + [word.place for word in contact.unsure]
        said += [contact.decision.place] if contact.decision else []
        if encounter.date > today and said:
            yield Diagnostic(min(said), "coming-ignored")
    dated = [(exchange.date, exchange.place) for exchange in person.exchanges]
    dated += [(decision.date, decision.place) for decision in (person.file.decisions if person.file else ())]
    yield from (Diagnostic(place, "coming-ignored") for date, place in dated if date > today)


def _observations(
    understood: Iterable[tuple[datetime.date, Impression, Meaning]], criteria: Criteria
) -> tuple[Observation, ...]:
    keeps = {axis.id: axis.keeps for axis in criteria.axes}
    found: dict[tuple[object, ...], Observation] = {}
    for date, impression, meaning in understood:
        if meaning.kind not in {"word", "mark"}:
            continue
        own = meaning.kind == "mark"
        new = Observation(
            date, meaning.id, meaning.axis, meaning.polarity, impression.place,
            own=own, ordinal=meaning.ordinal, until=add_months(date, keeps[meaning.axis]),
        )  # fmt: skip
        said = normal(meaning.id) if own else meaning.id  # one text, whichever way a machine writes its letters
        key = (date, meaning.axis, meaning.polarity, said, own, meaning.ordinal)
        found[key] = _earlier(found.get(key), new)
    return tuple(sorted(found.values(), key=by_date_and_word))


def _earlier(known: Observation | None, new: Observation) -> Observation:
    """Of two notes of one fact the one that stands first, so that no order of files matters."""
    return new if known is None or (new.place and known.place and new.place < known.place) else known


def _stops(understood: Iterable[tuple[datetime.date, Impression, Meaning]], criteria: Criteria) -> tuple[StopSign, ...]:
    keeps = {kind.id: kind.keeps for kind in criteria.stops}
    found: dict[tuple[datetime.date, str], StopSign] = {}
    for date, impression, meaning in understood:
        if meaning.kind != "stop":
            continue
        months = keeps[meaning.kind_of_stop]
        until = None if months is None else add_months(date, months)
        new = StopSign(date, meaning.id, meaning.kind_of_stop, impression.place, until)
        known = found.get((date, meaning.id))
        if known is None or new.place < known.place:
            found[date, meaning.id] = new
    return tuple(found[key] for key in sorted(found))


def _notes(understood: Iterable[tuple[datetime.date, Impression, Meaning]]) -> tuple[NoteWord, ...]:
    found: dict[tuple[datetime.date, str], NoteWord] = {}
    for date, impression, meaning in understood:
        if meaning.kind == "note":
            known = found.get((date, meaning.id))
            if known is None or impression.place < known.place:
                found[date, meaning.id] = NoteWord(date, meaning.id, impression.place)
    return tuple(found[key] for key in sorted(found))


def _cleared(
    understood: Iterable[tuple[datetime.date, Impression, Meaning]],
    decisions: Iterable[MyDecision],
    criteria: Criteria,
) -> tuple[tuple[datetime.date, frozenset[str]], ...]:
    clears = {word: clearing(axis, word) for axis in criteria.axes for word in axis.clears}
    found = {(date, clears[m.id]) for date, _, m in understood if m.kind == "word" and m.id in clears}
    found |= {(decision.date, decision.released) for decision in decisions if decision.released}
    return tuple(sorted(found, key=lambda item: (item[0], sorted(item[1]))))


def _days_by_name(
    cleared: Iterable[tuple[datetime.date, frozenset[str]]],
) -> dict[str, tuple[datetime.date, ...]]:
    """For each name that is cleared its days, in order."""
    days: dict[str, list[datetime.date]] = {}
    for day, names in cleared:
        for name in sorted(names):
            days.setdefault(name, []).append(day)
    return {name: tuple(found) for name, found in days.items()}


def _decisions(
    person: Person, lexicon: Lexicon, today: datetime.date
) -> tuple[tuple[MyDecision, ...], tuple[Diagnostic, ...]]:
    found: list[MyDecision] = []
    problems: list[Diagnostic] = []
    for decision in person.decisions:
        if decision.date <= today:
            mine, said = _understood(decision, lexicon)
            found.append(mine)
            problems += said
    torn = _two_on_one_day(found)
    problems += torn.values()
    return tuple(replace(d, verdict=None) if d.date in torn else d for d in found), tuple(problems)


def _understood(decision: Decision, lexicon: Lexicon) -> tuple[MyDecision, tuple[Diagnostic, ...]]:
    verdict, words, problems = _words_of(decision, lexicon)
    until = decision.until or add_months(decision.date, lexicon.criteria.decision_keeps)
    return MyDecision(decision.date, verdict, decision.reason, until, words, decision.place), problems


def _words_of(decision: Decision, lexicon: Lexicon) -> tuple[str | None, frozenset[str], tuple[Diagnostic, ...]]:
    """The verdict that a decision names, the words that it releases, and what could not be understood."""
    verdict, problems = lexicon.verdict(decision.verdict) if decision.verdict else (None, ())
    released = [lexicon.releases(word) for word in decision.released]
    words = frozenset(word for found, _ in released for word in found)
    return verdict, words, (*problems, *(d for _, found in released for d in found))


def _two_on_one_day(decisions: Iterable[MyDecision]) -> dict[datetime.date, Diagnostic]:
    """The days on which two different decisions were written: neither holds until I say which one I mean."""
    first: dict[datetime.date, MyDecision] = {}
    torn: dict[datetime.date, Diagnostic] = {}
    for decision in sorted(decisions, key=lambda d: (d.date, d.place)):
        if decision.verdict is None:
            continue
        other = first.setdefault(decision.date, decision)
        if other.verdict != decision.verdict:
            facts = {"other": f"{other.place.path}:{other.place.line}"}
            torn.setdefault(decision.date, Diagnostic(decision.place, "two-decisions", facts))
    return torn


def _unsure(
    person: Person,
    lexicon: Lexicon,
    today: datetime.date,
    understood: Iterable[tuple[datetime.date, Impression, Meaning]],
) -> tuple[tuple[tuple[datetime.date, tuple[str, ...]], ...], tuple[Diagnostic, ...]]:
    marked: dict[datetime.date, set[str]] = {}
    problems: list[Diagnostic] = []
    for date, _, meaning in understood:
        if meaning.kind == "unsure":
            marked.setdefault(date, set()).add(meaning.axis)
    for date, word in _unsure_words(person, today):
        axes, found = lexicon.axes_of(word)
        problems += found
        if axes:
            marked.setdefault(date, set()).update(axes)
    order = [axis.id for axis in lexicon.criteria.axes]
    return tuple((day, tuple(a for a in order if a in marked[day])) for day in sorted(marked)), tuple(problems)


def _unsure_words(person: Person, today: datetime.date) -> Iterator[tuple[datetime.date, Word]]:
    for encounter in person.encounters:
        if encounter.date <= today:
            yield from ((encounter.date, word) for word in encounter.contact.unsure)
