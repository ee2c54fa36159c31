"""What an edit of the criteria does: the same people judged by both versions, and what was in force on a day.

Pure, like every judgement: records, two criteria and a day. It tells what differs, never what is better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.records import gather
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.model.versions import Comparison, SinceDecision, Turned, Versions

if TYPE_CHECKING:
    import datetime
    from collections.abc import Container, Iterable

    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.versions import Kept


def compare(people: Iterable[Person], before: Rules, after: Rules, today: datetime.date) -> Comparison:
    """Everybody judged by both as of `today`, sorted by what changes; the people stay in their order."""
    groups: dict[str, list[Turned]] = {"verdicts": [], "whys": [], "beneath": [], "same": []}
    for person in people:
        turned = Turned(person.id, _judged(person, before, today), _judged(person, after, today))
        groups[_group(turned)].append(turned)
    return Comparison(
        before=before.criteria,
        after=after.criteria,
        verdicts=tuple(groups["verdicts"]),
        whys=tuple(groups["whys"]),
        beneath=tuple(groups["beneath"]),
        same=tuple(turned.person_id for turned in groups["same"]),
    )


def versions(
    kept: tuple[Kept, ...], same: Container[str], people: tuple[Person, ...], rules: Rules, today: datetime.date
) -> Versions:
    """The kept versions beside the criteria in force, whose digests (of every language) are `same`."""
    in_use = next((one for one in reversed(kept) if one.criteria.digest in same), None)
    decided = last_decision(people, today)
    then = kept_on(kept, decided) if decided else None
    if decided is None or then is None or then.criteria.digest in same:
        return Versions(kept, in_use)
    comparison = compare(people, Rules.of(then.criteria), rules, today)
    return Versions(kept, in_use, SinceDecision(decided, then, comparison))


def kept_on(kept: Iterable[Kept], day: datetime.date) -> Kept | None:
    """The version that was in force on a day: the newest one dated up to it, None if nothing had been kept yet."""
    return max((one for one in kept if one.since <= day), key=lambda one: one.since, default=None)


def last_decision(people: Iterable[Person], today: datetime.date) -> datetime.date | None:
    """The day of my newest decision on anybody, up to today; a mere release of a sign is none."""
    days = (d.date for person in people for d in person.decisions if d.verdict and d.date <= today)
    return max(days, default=None)


def _judged(person: Person, rules: Rules, today: datetime.date) -> Judgement:
    return judge(gather(person, rules.lexicon, today)[0], rules.steps, today)


def _group(turned: Turned) -> str:
    before, after = turned.before, turned.after
    if before.verdict != after.verdict:
        return "verdicts"
    if before.why != after.why:
        return "whys"
    computed = [(side.computed.verdict, side.computed.why) for side in (before, after)]
    return "beneath" if computed[0] != computed[1] else "same"
