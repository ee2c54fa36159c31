"""Words to begin with, for one person on one day: which of the texts fit, and whether the next meeting is better.

Only a person with the verdict contact is ever offered any. What is held besides the plan:

- An open promise of mine has its text, whatever else holds. Their unanswered message comes before a thank-you.
- The thank-you is over once I have written since the meeting; `again` is the one for somebody met before.
- Where the plan leaves a person to the next meeting there is no first message.
- Of the shipped texts for one occasion the first that fits is offered, and of those I added all that fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.judge.calendar import in_season
from netjudge_plugin.model.messages import WHENS, Offer, Starter

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.messages import Template, Templates
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import PlanRules, Week


def offers(
    people: Iterable[Person], week: Week, criteria: Criteria, templates: Templates, today: datetime.date
) -> dict[str, Offer]:
    """What could be said today to each person who has a seat in the plan: those with the verdict contact, by id."""
    promises: dict[str, str] = {}
    for promised in week.promises:
        promises.setdefault(promised.person_id, promised.promise.what)
    places = week.places | {t.person_id: "cadence" for t in (*week.now, *week.waiting) if t.kind == "cadence"}
    found: dict[str, Offer] = {}
    for person in people:
        if seat := week.seats.get(person.id):
            now = _Situation(person, promises.get(person.id, ""), seat.layer or seat.fits, places[person.id], today)
            starters = tuple(now.starters(templates, criteria))
            found[person.id] = Offer(starters, at_next_meeting=now.place == "at_next_meeting")
    return found


@dataclass(frozen=True, slots=True)
class _Situation:
    """A person to be contacted: an open promise, the layer, and where the plan has the person."""

    person: Person
    promise: str
    layer: str
    place: str
    today: datetime.date

    def starters(self, templates: Templates, criteria: Criteria) -> Iterator[Starter]:
        """The texts that fit, in the order of the occasions."""
        met, busy = self.person.met_by(self.today), self._busy(criteria)
        event = met[-1].event if met else None
        occasions = {*self._occasions(criteria.plan), *(["promise"] if self.promise else [])}
        for when in WHENS:
            if when in occasions:
                fitting = [text for text in templates.texts if text.when == when and self._fits(text)]
                usual = [text for text in fitting if not text.added]
                for text in (*(text for text in fitting if text.added), *usual[:1]):
                    yield Starter(text, event, self._topic(when), self.promise, busy)

    def _occasions(self, rules: PlanRules) -> Iterator[str]:
        """What there is to write about today, promises apart: at most one thing."""
        days = [encounter.date for encounter in self.person.met_by(self.today)]
        last = days[-1] if days else None
        sent, heard = self._newest("out"), self._newest("in")
        unanswered = heard and (sent is None or sent < heard) and (last is None or last <= heard)
        if heard and unanswered and self._ago(heard) <= rules.first_fine_until_days:
            yield "reply"
        elif self.place == "at_next_meeting":
            return
        elif last and (sent is None or sent < last) and self._ago(last) <= rules.first_fine_until_days:
            lately = self._ago(last) <= rules.first_good_within_days
            yield "again" if len(set(days)) > 1 else "thanks" if lately else "later"
        elif self.place == "cadence":
            yield "cadence"

    def _fits(self, text: Template) -> bool:
        mine = {profession.key for profession in self.person.professions}
        return (
            (not text.professions or not mine.isdisjoint(text.professions))
            and (not text.layers or self.layer in text.layers)
            and len({encounter.date for encounter in self.person.met_by(self.today)}) >= text.met_at_least
        )

    def _topic(self, when: str) -> str:
        """The first topic of the latest meeting; between meetings of the latest at which one was noted."""
        met = self.person.met_by(self.today)[-1:]
        topics = self.person.last_topics(self.today) if when == "cadence" else met[0].contact.topics if met else ()
        return topics[0] if topics else ""

    def _newest(self, direction: str) -> datetime.date | None:
        days = (exchange.date for exchange in self.person.exchanges if exchange.direction == direction)
        return max((day for day in days if day <= self.today), default=None)

    def _ago(self, day: datetime.date) -> int:
        return (self.today - day).days

    def _busy(self, criteria: Criteria) -> bool:
        """Whether it is a busy season of the main profession."""
        mine = (season for season in criteria.busy_seasons if season.profession == self.person.main_profession)
        return any(in_season(season, self.today) for season in mine)
