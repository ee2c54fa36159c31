"""`week`: what I promised and with whom it would be natural to be in touch this week, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.judge import mention_errors, say_why_not
from netjudge_plugin.cli.source import Asked, Looked, look, which_judgement
from netjudge_plugin.cli.who import told_apart
from netjudge_plugin.cli.wording import Command
from netjudge_plugin.interop import judgement_json, week_json
from netjudge_plugin.reader.gojuon import gojuon_key
from netjudge_plugin.views import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import Promised


@click.command("week", cls=Command)
@which_judgement
@click.option("--json", "as_json", is_flag=True)
def week(*, as_json: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.week`."""
    looked = look(asked)
    judged = not looked.causes
    if as_json:
        say_exactly(judgement_json.written(week_json.report(looked.outlook, looked.message, judged=judged)))
    if not judged:
        say_why_not(looked)
        return ERRORS
    if not as_json:
        say("\n".join(_Telling(looked).lines()))
        mention_errors(looked)
    return FINE


@dataclass(frozen=True)
class _Telling:
    """The plan in words."""

    looked: Looked

    @cached_property
    def _people(self) -> dict[str, Person]:
        """All people by id, in the order of their readings."""
        people = self.looked.outlook.people
        return {p.id: p for p in sorted(people, key=lambda p: (gojuon_key(p.reading or p.name), p.id))}

    def lines(self) -> Iterator[str]:
        """The whole plan, an empty section left out but for the week itself."""
        plan, rules = self.looked.outlook.week, self.looked.outlook.criteria.plan
        yield self._text("cli.title", monday=plan.monday, sunday=plan.sunday)
        yield natural.pace(rules, self.looked.words)
        yield from self._section("promises", [self._promise(promised) for promised in plan.promises])
        yield from self._section("now", list(self._now()) or [f"  {natural.none_now(plan, self.looked.words)}"])
        yield from self._section("waiting", self._named(touch.person_id for touch in plan.waiting))
        for name in ("written", "at_next_meeting", "dormant"):
            yield from self._section(name, self._named(getattr(plan, name)))
        yield from self._section("layers", list(self._layers()))

    def _section(self, name: str, lines: list[str]) -> Iterator[str]:
        if lines:
            yield ""
            yield click.style(self._text(f"{name}.title"), bold=True)
            yield from lines

    def _promise(self, promised: Promised) -> str:
        outlook, words, promise = self.looked.outlook, self.looked.words, promised.promise
        said = promise.what
        if promise.by:
            key = "cli.by" if promise.by >= outlook.today else "promises.any_day"
            said = self._text(key, what=promise.what, date=promise.by)
        verdict = outlook.judged[promised.person_id].now.verdict
        free = natural.free_to_choose(verdict, outlook.criteria.verdicts, words)
        return "\n      ".join(filter(None, [self._line(promised.person_id, said), free]))

    def _now(self) -> Iterator[str]:
        touches = {touch.person_id: touch for touch in self.looked.outlook.week.now}
        for person in self._people.values():
            if person.id in touches:
                yield self._line(person.id, natural.why_now(touches[person.id], person, self.looked.words))

    def _layers(self) -> Iterator[str]:
        seats = self.looked.outlook.week.seats.values()
        for layer in self.looked.outlook.criteria.plan.layers:
            here = {seat.person_id for seat in seats if seat.layer == layer.id}
            names = self.looked.words.text("lists.between").join(p.name for p in self._people.values() if p.id in here)
            if names:
                name = natural.layer_name(layer, self.looked.words)
                every = self._text("layers.every", days=layer.every_days)
                yield self._text("cli.layer", layer=name, every=every, names=names)

    def _named(self, ids: Iterable[str]) -> list[str]:
        wanted = set(ids)
        people = (person for person in self._people.values() if person.id in wanted)
        return [self._text("cli.name", name=told_apart(person, self.looked)) for person in people]

    def _line(self, person_id: str, said: str) -> str:
        return self._text("cli.person", name=told_apart(self._people[person_id], self.looked), said=said)

    def _text(self, key: str, **facts: object) -> str:
        return self.looked.words.text(f"week.{key}", **facts)
