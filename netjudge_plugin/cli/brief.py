"""`brief`: what to read before the next event, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.judge import mention_errors, say_why_not
from netjudge_plugin.cli.source import Asked, Looked, look, which_judgement
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.interop import brief_json, judgement_json
from netjudge_plugin.model.wording import normal
from netjudge_plugin.reader.dates import DateError, read_date
from netjudge_plugin.views import dates, meeting
from netjudge_plugin.views.cards import open_promise, work
from netjudge_plugin.views.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from netjudge_plugin.model.briefing import Briefing, Expected
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.judgement import Observation
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import Promised


@click.command("brief", cls=Command)
@click.argument("event", required=False, metavar="[EVENT]")
@which_judgement
@click.option("--json", "as_json", is_flag=True)
def brief(event: str | None, *, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.brief`."""
    looked = look(asked)
    judged = not looked.causes
    found = _meant(event, looked) if judged else None
    telling = _Telling(looked)
    if as_json:
        report = brief_json.report(looked.outlook, found, looked.message, telling.fact)
        say_exactly(judgement_json.written(report))
    if not judged:
        say_why_not(looked)
        return ERRORS
    if not as_json:
        say("\n".join(telling.lines(found)))
        mention_errors(looked)
    return FINE


def _meant(written: str | None, looked: Looked) -> Event | None:
    """The coming event that is meant, the next one if none is named; raises Problem if that is none or several."""
    coming = [event for event in looked.outlook.events if event.date > looked.outlook.today]
    if written is None:
        return coming[0] if coming else None
    found = _named(written, coming)
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(looked.words.text("brief.cli.several", event=written) + _listed(found, looked))
    hint = f"\n{looked.words.text('brief.cli.coming')}{_listed(coming, looked)}" if coming else ""
    raise Problem(looked.words.text("brief.cli.unknown_event", event=written) + hint)


def _named(written: str, coming: Iterable[Event]) -> list[Event]:
    """The events that a file, a day or a part of a title names: the first of these ways that leads anywhere."""
    coming = list(coming)
    path = written.replace("\\", "/").removeprefix("./")
    if by_file := [event for event in coming if path in {event.inside, event.place.path}]:
        return by_file
    try:
        day = read_date(written)
    except DateError:
        day = None
    by_day = [event for event in coming if event.date == day]
    return by_day or [event for event in coming if normal(written) in normal(event.title)]


def _listed(events: Iterable[Event], looked: Looked) -> str:
    lines = (
        looked.words.text("brief.cli.listed", path=event.place.path, date=event.date, title=event.title)
        for event in events
    )
    return "".join(f"\n{line}" for line in lines)


@dataclass(frozen=True)
class _Telling:
    """A briefing in words."""

    looked: Looked

    @cached_property
    def fact(self) -> Callable[[Observation], str]:
        """A good fact in words."""
        return partial(meeting.good_fact, words=Words(self.looked.outlook.criteria))

    def lines(self, event: Event | None) -> Iterator[str]:
        """Everything about the event."""
        if event is None:
            yield self._text("cli.no_event")
            return
        date = dates.weekday(event.date, self.looked.words)
        yield click.style(self._text("cli.title", title=event.title, date=date), bold=True)
        if event.venue:
            yield self._text("cli.venue", venue=event.venue)
        found = next((one for one in self.looked.outlook.briefings if one.event == event.inside), None)
        yield from self._briefing(found) if found else ["", self._text("cli.no_people")]

    def _briefing(self, found: Briefing) -> Iterator[str]:
        people = {person.id: person for person in self.looked.outlook.people}
        occasion = [self._called(people[one.person_id]) for one in found.people if one.occasion]
        if occasion:
            yield from self._section("occasion", [self._listed(occasion), self._text("occasion.text")])
        for one in found.people:
            yield ""
            yield from self._person(one, people[one.person_id])
        if found.unknown:
            yield from self._section("unknown", [self._listed(found.unknown)])
        if found.several:
            yield from ["", self._text("several.text"), self._text("cli.names", names=self._listed(found.several))]

    def _section(self, name: str, said: Iterable[str]) -> Iterator[str]:
        yield ""
        yield click.style(self._text(f"{name}.title"), bold=True)
        yield from (self._text("cli.names", names=line) for line in said)

    def _person(self, one: Expected, person: Person) -> Iterator[str]:
        texts, called = self.looked.words, self._called(person)
        yield self._text("cli.reading", name=called, reading=person.reading) if person.reading else called
        if does := work(person, texts):
            yield self._text("cli.said", said=does)
        yield self._met(one.last) if one.last else self._text("cli.said", said=self._text("never"))
        for promised in one.promises:
            yield self._line(texts.text("pages.common.promise"), self._promise(promised))
        if said := meeting.reunion(one, texts):
            yield self._text("cli.said", said=said)
        for key, things in (("topics", one.topics), ("good", [self.fact(observation) for observation in one.good])):
            if things:
                yield self._line(self._text(key), self._listed(things))
        if one.ask:
            yield self._line(self._text("ask"), one.ask)

    def _met(self, inside: str) -> str:
        event = next(event for event in self.looked.outlook.events if event.inside == inside)
        return self._line(self._text("last"), self._text("cli.last", date=event.date, title=event.title))

    def _promise(self, promised: Promised) -> str:
        still = open_promise(promised.promise, self.looked.outlook.today)
        if still.by:
            return self.looked.words.text("week.cli.by", what=still.what, date=still.by)
        return self.looked.words.text("week.promises.any_day", what=still.what) if still.any_day else still.what

    def _called(self, person: Person) -> str:
        title = meeting.honorific(person, self.looked.words.language)
        return self._text("cli.person", name=person.name, honorific=title) if title else person.name

    def _line(self, about: str, said: str) -> str:
        return self._text("cli.line", about=about, said=said)

    def _listed(self, things: Iterable[str]) -> str:
        return self.looked.words.text("lists.between").join(things)

    def _text(self, key: str, **facts: object) -> str:
        return self.looked.words.text(f"brief.{key}", **facts)
