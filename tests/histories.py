"""Histories drawn at random, for the laws of the judgement: meetings, messages and decisions of one person."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import strategies as st
from records import STANDARD, TODAY, decided, met, person, received, sent

from netjudge_plugin.model.criteria import VERDICTS

GOOD = [word for axis in STANDARD.axes for word in axis.good]
CONCERN = [word for axis in STANDARD.axes for word in axis.concern]
SIGNS = [sign for kind in STANDARD.stops for sign in kind.signs]
NOTES = list(STANDARD.notes_only)
CLEARING = [word for axis in STANDARD.axes for word in axis.clears]
MARKS = ["◎", "○ 同じ研修", "×", "×× 急がされた", "△ どちらとも", "？", "○"]

days = st.dates(datetime.date(2023, 6, 1), TODAY)
words = st.sampled_from([*GOOD, *CONCERN, *SIGNS, *NOTES])
marked = st.builds(
    lambda axis, mark: {axis: mark}, st.sampled_from([axis.id for axis in STANDARD.axes]), st.sampled_from(MARKS)
)
meetings = st.lists(st.builds(lambda on, said: met(on, *said), days, st.lists(words | marked, max_size=8)), max_size=4)
messages = st.lists(st.builds(sent, days) | st.builds(received, days), max_size=4)
professions = st.sampled_from(["", "税理士", "社労士", "弁護士"])
own_decisions = st.lists(
    st.builds(
        lambda on, verdict, released: decided(on, verdict, released=released),
        days,
        st.sampled_from(["", *VERDICTS]),
        st.lists(st.sampled_from([*SIGNS, "slight_unease"]), max_size=2),
    ).filter(lambda d: d.verdict or d.released),
    max_size=2,
    unique_by=lambda d: d.date,
)
people = st.builds(
    lambda met_on, said, work: person(*met_on, exchanges=said, profession=work), meetings, messages, professions
)
people_who_decide = st.builds(
    lambda someone, mine: replace(someone, decisions=tuple(sorted(mine, key=lambda d: d.date))), people, own_decisions
)
dates = st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 3, 31))
