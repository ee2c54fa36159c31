"""What counts on a day, against its plainest form: every fact asked about every clearing, axis by axis."""

from __future__ import annotations

from histories import dates, people_who_decide
from hypothesis import given
from records import STANDARD, TODAY, gathered

from netjudge_plugin.judge.evidence import _no_reply, _they_busy, fold
from netjudge_plugin.judge.records import name_of
from netjudge_plugin.model.judgement import Facts


def plain(records, as_of):
    """The definition, word by word."""

    def alive(fact):
        if fact.date > as_of or (fact.until is not None and as_of >= fact.until):
            return False
        return not any(fact.date < day <= as_of for day in records.cleared.get(name_of(fact), ()))

    live = [o for o in records.observations if alive(o)] + _no_reply(records, STANDARD, as_of)
    counted = []
    for axis in STANDARD.axes:
        here = [o for o in live if o.axis == axis.id]
        newest = max((o.date for o in here), default=None)
        counted += [o for o in here if axis.count != "latest" or o.date == newest]
    counted += _they_busy(records, STANDARD, counted, as_of)
    return Facts(
        tuple(sorted(counted, key=lambda o: (o.date, o.word, o.axis, -o.polarity, o.ordinal))),
        tuple(stop for stop in records.stops if alive(stop)),
        tuple(note for note in records.notes if note.date <= as_of),
    )


@given(people_who_decide, dates)
def test_law_what_counts_is_what_the_plainest_form_says(someone, as_of):
    records, _ = gathered(someone, max(as_of, TODAY))
    assert fold(records, STANDARD, as_of) == plain(records, as_of)
