"""A judgement in words for the terminal: all people by verdict, or one person with everything that speaks for it.

The tone is the pages': what I saw and chose, never what somebody is; no counts, no order of merit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.changing import ahead, made_by
from netjudge_plugin.cli.who import described, told_apart
from netjudge_plugin.judge.words import MARKS
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader.gojuon import gojuon_key

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.cli.source import Looked
    from netjudge_plugin.model.criteria import Axis
    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.judgement import Judgement, Observation, Override
    from netjudge_plugin.model.people import Person

#: The verdicts in the order in which they are told.
_ORDER = ("contact", "defer", "not_this_time")
_MARKS = {polarities: mark for mark, polarities in MARKS.items()}


@dataclass(frozen=True)
class Teller:
    """What was looked at, and the words to tell it."""

    looked: Looked

    @cached_property
    def _labels(self) -> dict[str, str]:
        return labels(self.looked.outlook.criteria)

    @cached_property
    def _axes(self) -> dict[str, Axis]:
        return {axis.id: axis for axis in self.looked.outlook.criteria.axes}

    def everyone(self, people: Iterable[Person], *, whole: bool) -> Iterator[str]:
        """The people by verdict, in the order of their readings; a `whole` journal also names an empty verdict."""
        yield self._text("all.title", today=self.looked.outlook.today)
        told = sorted(people, key=lambda person: (gojuon_key(person.reading or person.name), person.id))
        for verdict in _ORDER:
            some = [person for person in told if self._now(person).verdict == verdict]
            if some or whole:
                yield ""
                yield click.style(self._verdict(verdict), bold=True)
                yield from (self._line(person) for person in some)
            if not some and whole:
                yield self._text("all.nobody")

    def person(self, person: Person) -> Iterator[str]:
        """One person's judgement with the facts behind it and where they were written."""
        now = self._now(person)
        who = described(person, self.looked.words)
        yield self._text("one.title", name=who, id=person.id, today=now.as_of)
        yield ""
        yield from self._heading(now)
        yield from self._stops(now)
        yield from self._states(now)
        yield from self._besides(now, person)
        yield from ahead(self.looked.outlook.judged[person.id], self.looked)
        if now.revisit:
            yield self._text("one.revisit", date=now.revisit)
        yield from self._written(now)
        yield from made_by(now, self.looked)

    def _line(self, person: Person) -> str:
        """A person among others."""
        now = self._now(person)
        said = self._said(now)
        if now.revisit:
            said += self._text("all.revisit", date=now.revisit)
        return self._text("all.person", name=told_apart(person, self.looked), said=said)

    def _said(self, now: Judgement) -> str:
        """Why, and how settled it is; for a decision of my own the reason."""
        if now.override:
            return self._text("all.mine", reason=now.override.reason)
        return self._why(now.why) + self._settled(now.firm)

    def _heading(self, now: Judgement) -> Iterator[str]:
        """The verdict that holds, and beside a decision of my own the computed one."""
        verdict, computed = self._verdict(now.verdict), now.computed
        if now.override is None:
            said = self._text("one.verdict", verdict=verdict, why=self._why(now.why)) + self._settled(now.firm)
            yield click.style(said, bold=True)
        else:
            mine = self.looked.words.text("judgement.decision.name")
            yield click.style(self._text("one.verdict", verdict=verdict, why=mine), bold=True)
            yield from self._decision(now.override)
            beside = self._text("one.verdict", verdict=self._verdict(computed.verdict), why=self._why(computed.why))
            yield self._text("one.computed", said=beside + self._settled(computed.firm))
        if computed.firm is False:
            yield self._text("one.open", axes=self._axes_named(computed.open_axes))

    def _decision(self, mine: Override) -> Iterator[str]:
        """My own decision: since when, why, until when, and what has become of it."""
        yield self._text("one.reason", date=mine.date, reason=mine.reason)
        yield self._text("one.until", date=mine.until)
        if mine.over_stop:
            yield self._text("one.over-stop")
        if mine.same_as_computed:
            yield self._text("one.same")
        if mine.facts_since:
            yield self._text("one.since", count=mine.facts_since)

    def _stops(self, now: Judgement) -> Iterator[str]:
        facts = [self._dated(self._labels[stop.sign], stop.date) for stop in now.facts.stops]
        if facts:
            yield self._text("one.stops", facts=self._listed(facts))

    def _states(self, now: Judgement) -> Iterator[str]:
        """Each axis that something is known of, with what was observed; then those that are still open."""
        unknown = [axis for axis, state in now.axes.items() if state is AxisState.UNKNOWN]
        seen = {axis: [o for o in now.facts.observations if o.axis == axis] for axis in now.axes}
        for axis in (*(axis for axis in now.axes if axis not in unknown), *unknown):
            if seen[axis]:
                facts = self._listed(list(dict.fromkeys(self._fact(o, seen[axis]) for o in seen[axis])))
                yield self._text("one.axis", mark=now.axes[axis].mark, axis=self._axes[axis].name, facts=facts)
        silent = [axis for axis in unknown if not seen[axis] and not self._axes[axis].unknown_is_fine]
        if silent:
            yield self._text("one.unknown", axes=self._axes_named(silent))

    def _besides(self, now: Judgement, person: Person) -> Iterator[str]:
        """What was written and counts for nothing: notes-only words, and words that the criteria do not know."""
        notes = [self._dated(self._labels[note.word], note.date) for note in now.facts.notes]
        if notes:
            yield self._text("one.notes", facts=self._listed(notes))
        unknown = dict.fromkeys(word for word, _ in self.looked.outlook.judged[person.id].unknown_words)
        if unknown:
            yield self._text("one.unknown-words", words=self._listed([self._quoted(word) for word in unknown]))

    def _written(self, now: Judgement) -> Iterator[str]:
        """Where everything that was told stands in the files."""
        facts = now.facts
        places = [(o.place, self._name_of(o, facts.observations)) for o in facts.observations if o.place]
        places += [(stop.place, self._labels[stop.sign]) for stop in facts.stops]
        places += [(note.place, self._labels[note.word]) for note in facts.notes]
        places += [(now.override.place, self.looked.words.text("judgement.decision.name"))] if now.override else []
        if places:
            yield ""
            yield self._text("one.places")
            yield from (self._place(place, name) for place, name in sorted(set(places)))

    def _place(self, place: Place, name: str) -> str:
        return f"  {place.path}:{place.line}  {name}"

    def _fact(self, observation: Observation, all_seen: Iterable[Observation]) -> str:
        said = self._dated(self._name_of(observation, all_seen), observation.date)
        return said if observation.place else self.looked.words.text("judgement.facts.automatic", facts=said)

    def _name_of(self, observation: Observation, all_seen: Iterable[Observation]) -> str:
        """A word's label; or the mark that was set, which may stand for two observations, with my own words."""
        if not observation.own:
            return self._labels[observation.word]
        same = [o for o in all_seen if o.own and _mark_of(o) == _mark_of(observation)]
        return f"{_marks([o.polarity for o in same])} {observation.word}".rstrip()

    def _dated(self, fact: str, date: datetime.date) -> str:
        return self._text("one.fact", fact=fact, date=date)

    def _settled(self, firm: bool | None) -> str:  # noqa: FBT001 - the three values of the model
        if firm is None:
            return ""
        return self._text("one.settled", firm=self.looked.words.text(f"judgement.firm.{'yes' if firm else 'no'}"))

    def _axes_named(self, axes: Iterable[str]) -> str:
        return self._listed([self._quoted(self._axes[axis].name) for axis in axes], between="lists.between-quoted")

    def _quoted(self, text: str) -> str:
        return self.looked.words.text("lists.quoted", text=text)

    def _listed(self, items: list[str], between: str = "lists.between") -> str:
        return self.looked.words.text(between).join(items)

    def _now(self, person: Person) -> Judgement:
        return self.looked.outlook.judged[person.id].now

    def _verdict(self, verdict: str) -> str:
        return self.looked.outlook.criteria.verdicts.get(verdict, verdict)

    def _why(self, why: str) -> str:
        return self.looked.outlook.criteria.whys.get(why, why)

    def _text(self, key: str, **facts: object) -> str:
        return self.looked.words.text(f"cli.{key}", **facts)


def _marks(polarities: list[int]) -> str:
    """The mark that stands for these; several in a row where one day had marks of both sides."""
    together = tuple(sorted(polarities, reverse=True))
    if together in _MARKS:
        return _MARKS[together]
    sides = (tuple(p for p in together if p == side)[:2] for side in (1, -1))
    return "".join(_MARKS[side] for side in sides if side)


def _mark_of(observation: Observation) -> tuple[object, ...]:
    """What the observations of one mark have in common."""
    return observation.date, observation.axis, observation.word
