"""The picture of a timeline: what it shows, and that its labels never meet on any screen."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

import drawn
import pytest
from histories import people_who_decide
from hypothesis import given
from hypothesis import strategies as st
from records import RULES, day, decided, met, person, received, sent

from netjudge_plugin import pipeline
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.locale import catalogue
from netjudge_plugin.views.lookup import Lookup
from netjudge_plugin.views.pictures.letters import GAP, NARROWEST, wide
from netjudge_plugin.views.pictures.timeline import chart

FITS = ("near_field", "similar_view", "natural_self", "listens", "asks", "clear_scope")
TODAY = day("2026-11-23")


@pytest.fixture(scope="module", params=["ja", "en"])
def look(request, tmp_path_factory):
    """The words of a journal in which nothing is written."""
    settings = drawn.settings(drawn.draw(tmp_path_factory.mktemp("none"), {}), language=request.param)
    outlook, notes = pipeline.look(settings)
    return Lookup(outlook, catalogue(request.param), notes, {}, {})


def draw(someone, look, today=TODAY):
    return chart(judge_person(someone, RULES, today)[0], look)


def number(percent):
    return round(float(percent.removesuffix("%")) * 10)


def test_nothing_dated_is_no_picture(look):
    assert draw(person(), look) is None


def test_one_meeting_of_today(look):
    found = draw(person(met(TODAY, "listens")), look)
    assert [(span.kind, span.x, span.width) for span in found.spans] == [("defer", "0.0%", "86.0%")]
    assert found.marks == (("meeting", "0.0%"),)
    assert found.revisit
    assert [kind for kind, _ in found.keys] == ["defer", "meeting", "beyond"]


def test_where_there_is_no_day_for_a_fresh_look_today_is_the_end(look):
    found = draw(person(met("2026-11-20", *FITS)), look)
    assert (found.today, found.revisit, found.spans[0].kind) == ("100.0%", "", "contact")


def test_stretches_marks_and_my_own_decision(look):
    someone = person(
        met("2026-01-01", "rushed"),
        met("2026-10-01", *FITS),
        exchanges=[sent("2026-02-01"), received("2026-02-01")],
        decisions=[decided("2026-02-01", "contact", until="2026-06-01")],
    )
    found = draw(someone, look)
    assert [span.kind for span in found.spans] == ["not_this_time", "contact", "not_this_time", "contact"]
    ((mine,),) = (found.mine,)
    assert (mine.x, mine.width) == (found.spans[1].x, found.spans[1].width)
    assert [kind for kind, _ in found.marks] == ["meeting", "message", "decision", "meeting"]
    assert dict(found.keys).keys() == {"contact", "not_this_time", "mine", "meeting", "message", "decision"}


def test_a_label_of_a_verdict_stands_only_where_it_fits(look):
    someone = person(met("2026-01-20", *FITS), met("2026-11-20", "rushed"))
    found = draw(someone, look, day("2026-11-21"))
    assert [bool(span.label) for span in found.spans] == [True, False]


@given(people_who_decide, st.sampled_from([TODAY, day("2027-03-01"), day("2039-05-05")]))
def test_law_labels_never_meet_and_stretches_fill_the_band(look, someone, today):
    found = draw(someone, look, today)
    if found is None:
        return
    assert number(found.spans[0].x) == 0
    for one, other in pairwise(found.spans):
        assert number(one.x) + number(one.width) == number(other.x)
        assert one.kind != other.kind
    assert number(found.spans[-1].x) + number(found.spans[-1].width) == number(found.today)
    for width in (NARROWEST, 700):
        rows = [
            [extent(label.text, label.x, label.anchor, width) for label in found.labels],
            [extent(span.label, span.middle, "middle", width) for span in found.spans if span.label],
            [extent(found.revisit, "100.0%", "end", width)],
        ]
        for row in rows:
            assert all(left >= -1 and right <= width + 1 for left, right in row)
            assert all(a[1] + GAP - 3 <= b[0] for a, b in pairwise(sorted(row)))


def extent(text, x, anchor, width):
    at, length = number(x) * width / 1000, wide(text)
    left = at - {"start": 0, "middle": length / 2, "end": length}[anchor]
    return left, left + length


@given(people_who_decide)
def test_law_a_place_shows_the_verdict_of_its_day(look, someone):
    judged, _ = judge_person(someone, RULES, TODAY)
    found = chart(judged, look)
    if found is None:
        return
    first, end = judged.timeline[0].date, number(found.today)
    days = (TODAY - first).days + 1
    for before, after in pairwise([*judged.moves, None]):
        until = after.date if after else TODAY + datetime.timedelta(days=1)
        middle = ((before.date - first).days + (until - first).days) / 2 * end / days
        if (until - before.date).days * end / days > 2:  # places are whole thousandths
            (span,) = (s for s in found.spans if number(s.x) <= middle < number(s.x) + number(s.width))
            assert span.kind == before.after.verdict


def test_the_picture_on_the_page_is_told_in_words(show, part, seen):
    contact = "{person: 佐藤 美咲, reading: さとう みさき, impressions: [返信を急かされそう]}"
    html = part(show({"a.md": drawn.event("2026-11-20", contact)})["people/sato-misaki"].html, "moves")
    assert '<svg role="img"' in html
    assert "<title>判断の移り変わりの図</title>" in html
    assert "2026年11月20日から2026年11月23日までを、左から右へ一本の帯にした図です。" in seen(html)
    assert "いまは「今回は連絡しない」です。" in seen(html)
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb|color|style=", html)  # the theme's colours alone, by its classes
