"""What would change a verdict, and what to learn next: both follow from the steps, so no advice has to be made up.

About the computed verdict always, whatever I decided myself. Never a demand on anybody: only which facts are open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.judge.decide import judge
from netjudge_plugin.model.judgement import AxisState
from netjudge_plugin.model.whatif import Counterfactual, WhatIf

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.judge.records import Records
    from netjudge_plugin.judge.rules import Rules
    from netjudge_plugin.model.judgement import Judgement


def what_if(records: Records, now: Judgement, unsure: tuple[str, ...], rules: Rules) -> WhatIf:
    """What would make the judgement contact, and what to learn; `unsure` are the axes that I marked so."""
    change = None if now.computed.verdict == "contact" else _change(records, now, rules)
    return WhatIf(change, rules.learning.next(now, change, unsure))


def _change(records: Records, now: Judgement, rules: Rules) -> Counterfactual:
    sets = rules.fewest.sets(rules.standings.of(records, now.facts, now.as_of))
    return Counterfactual(
        cost=sum(further.count for further in sets[0]) if sets else None,
        sets=sets,
        by_me=_by_me(now, rules),
        from_date=_day_of_contact(records, now, rules),
    )


def _by_me(now: Judgement, rules: Rules) -> bool:
    """Whether only a release of mine ends it: a sign that neither time nor a word clears decides against all else."""
    lasting = [stop.sign for stop in now.facts.stops if stop.until is None]
    mine = rules.fewest.by_my_release(lasting)
    if not mine or now.computed.verdict != "not_this_time":
        return False
    best = (AxisState.OK,) * len(rules.criteria.axes)
    return rules.steps.verdict(best, rules.fewest.kinds(mine)) == "not_this_time"


def _day_of_contact(records: Records, now: Judgement, rules: Rules) -> datetime.date | None:
    """The first day of contact if nothing more is noted, where the timing alone stands in the way.

    Not guessed but judged: on each day on which a concern about the timing ends, for as long as another one follows.
    """
    while now.computed.why == "timing":
        step = next(step for step in rules.criteria.steps if step.id == now.computed.step)
        concerns = (o for o in now.facts.observations if o.axis in step.axes and o.polarity < 0)
        ends = [o.until for o in concerns if o.until and o.until > now.as_of]
        if not ends:
            return None
        now = judge(records, rules.steps, min(ends))
    return now.as_of if now.computed.verdict == "contact" else None
