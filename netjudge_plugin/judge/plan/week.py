"""How to go on with those whom I chose to contact: this week's few messages, the queue behind them, and the rest.

The plan reads verdicts and changes none. It knows no lateness: a moment is natural this week, later, or at the next
meeting. What is not said by the numbers of the criteria is held like this:

- A week runs from Monday to Sunday. Its room is the weekly limit less those whom I have written to since Monday; they
  are done with for this week.
- Without any message so far a first one is in place, as long as the latest meeting is recent; after that the next
  meeting is more natural, and so it is with somebody whom I never met nor wrote to. With any message it is the cadence.
- After years of silence there is no next touch, and no seat is taken, unless I decided myself to contact the person.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.judge.calendar import add_days
from netjudge_plugin.judge.plan.seats import fitting, seated
from netjudge_plugin.judge.plan.ties import last_touch, tie_of
from netjudge_plugin.model.plan import Promised, Seat, Touch, Week

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.judge.plan.ties import Tie
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Judged
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.plan import Layer, PlanRules


@dataclass(frozen=True, slots=True)
class _Moment:
    """A touch with the day from which it is natural, which may have passed: for the order alone, it never gets out."""

    tie: Tie
    touch: Touch
    on: datetime.date

    @property
    def place(self) -> tuple[bool, bool, int, datetime.date, str]:
        """The place in the queue: first messages, then firm before provisional, more ○, the earlier day, the id."""
        return self.touch.kind != "first", not self.tie.firm, -self.tie.ok, self.on, self.tie.person_id


def week(people: Iterable[Person], judged: Mapping[str, Judged], criteria: Criteria, today: datetime.date) -> Week:
    """The plan of the week around `today`; `judged` holds the judgement of each of the people by id."""
    everyone, rules = sorted(people, key=lambda person: person.id), criteria.plan
    monday, sunday = add_days(today, -today.weekday()), add_days(today, 6 - today.weekday())
    written = dict.fromkeys(person.id for person in everyone if _wrote(person, monday, today))
    dormant = dict.fromkeys(person.id for person in everyone if _dormant(person, judged[person.id], rules, today))
    chosen = (person for person in everyone if judged[person.id].now.verdict == "contact")
    ties = [tie_of(person, judged[person.id].now, today) for person in chosen]
    awake = [tie for tie in ties if tie.person_id not in dormant]
    layers = seated(awake, rules.layers)
    found = ((tie.person_id, _moment(tie, layers.get(tie.person_id), rules, today)) for tie in awake)
    moments = {person_id: moment for person_id, moment in found if moment}
    due = [moment for person_id, moment in moments.items() if moment.on <= sunday and person_id not in written]
    due.sort(key=lambda moment: moment.place)
    room = max(0, rules.weekly_limit - len(written))
    return Week(
        monday=monday,
        sunday=sunday,
        room=room,
        promises=tuple(sorted(_promises(everyone, today), key=_by_date)),
        now=tuple(moment.touch for moment in due[:room]),
        waiting=tuple(moment.touch for moment in due[room:]),
        written=tuple(written),
        at_next_meeting=tuple(tie.person_id for tie in awake if tie.person_id not in moments),
        dormant=tuple(dormant),
        seats={tie.person_id: _seat(tie, layers, moments, rules, today) for tie in ties},
    )


def _wrote(person: Person, monday: datetime.date, today: datetime.date) -> bool:
    return any(exchange.direction == "out" and monday <= exchange.date <= today for exchange in person.exchanges)


def _dormant(person: Person, judged: Judged, rules: PlanRules, today: datetime.date) -> bool:
    """Not in touch for years, with somebody whom I would have contacted then, and nothing against it today."""
    last, now = last_touch(person, today), judged.now
    if last is None or (today - last).days < rules.dormant_after_days:
        return False
    then = next((turn.judgement.verdict for turn in judged.timeline if turn.date == last), "")
    mine = now.override is not None and now.verdict == "contact"
    return then == "contact" and not now.facts.stops and now.verdict != "not_this_time" and not mine


def _moment(tie: Tie, layer: Layer | None, rules: PlanRules, today: datetime.date) -> _Moment | None:
    """The next natural moment; None where the next meeting is more natural."""
    if layer is None or tie.last_touch is None:
        return None
    if tie.exchanged:
        touch = Touch(tie.person_id, "cadence", tie.last_touch)
        return _Moment(tie, touch, next_touch(tie.person_id, tie.last_touch, layer, rules))
    window = _window((today - tie.last_touch).days, rules)
    return _Moment(tie, Touch(tie.person_id, "first", tie.last_touch, window), tie.last_touch) if window else None


def _window(days: int, rules: PlanRules) -> str:
    """How natural a first message is so many days after the meeting: "good", "fine", or not at all."""
    if days <= rules.first_good_within_days:
        return "good"
    return "fine" if days <= rules.first_fine_until_days else ""


def next_touch(person_id: str, last: datetime.date, layer: Layer, rules: PlanRules) -> datetime.date:
    """The day around which the next touch comes: from the last one, spread so that one evening's people part ways."""
    spread = zlib.crc32(person_id.encode()) % (2 * rules.spread_days + 1) - rules.spread_days
    return max(add_days(last, layer.every_days + spread), add_days(last, 1))


def _seat(
    tie: Tie, layers: Mapping[str, Layer], moments: Mapping[str, _Moment], rules: PlanRules, today: datetime.date
) -> Seat:
    layer, moment = layers.get(tie.person_id), moments.get(tie.person_id)
    return Seat(
        person_id=tie.person_id,
        fits=fitting(tie, rules.layers).id,
        layer=layer.id if layer else None,
        last_touch=tie.last_touch,
        next_on=max(moment.on, today) if moment and moment.touch.kind == "cadence" else None,
    )


def _promises(people: Iterable[Person], today: datetime.date) -> Iterator[Promised]:
    for person in people:
        for encounter in person.encounters:
            promise = encounter.contact.promise
            if promise and not promise.done and encounter.date <= today:
                yield Promised(person.id, promise, encounter.date)


def _by_date(promised: Promised) -> tuple[bool, datetime.date, datetime.date, str]:
    """Promises in the order of the days they were given for, those without one last, then of when they were made."""
    by = promised.promise.by
    return by is None, by or promised.made, promised.made, promised.person_id
