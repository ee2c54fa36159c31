"""The network: who stands where, that its lines meet, that a part is said to be one, and that one can walk through."""

from __future__ import annotations

import re
from itertools import pairwise

import drawn
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjudge_plugin import pipeline
from netjudge_plugin.locale import catalogue
from netjudge_plugin.views.lookup import Lookup
from netjudge_plugin.views.pictures import parts
from netjudge_plugin.views.pictures.network import MIDDLE, ROW, TWIG, of_event, of_everyone, of_person

EVENINGS = {
    "a.md": drawn.event("2026-09-01", "{person: 佐藤 美咲, id: sato}", "{person: 田中 健, id: tanaka}", title="秋の会"),
    "b.md": drawn.event("2026-10-01", "{person: 田中 健, id: tanaka}", "{person: 林 恵, id: hayashi}", title="朝の会"),
    "c.md": drawn.event("2026-11-01", "{person: 佐藤 美咲, id: sato}", title="昼の会"),
    "d.md": drawn.event("2026-12-24", "{person: 未来 花子, id: mirai}", title="これからの会"),
}


@pytest.fixture
def look(tmp_path):
    def looked(files, language="ja"):
        return looking(drawn.draw(tmp_path, files), language)

    return looked


def looking(journal, language="ja"):
    """A journal as the views see it."""
    outlook, notes = pipeline.look(drawn.settings(journal, language=language))
    rows = {person.id: ("", person.id) for person in outlook.people}
    return Lookup(outlook, catalogue(language), notes, rows, {})


def told(network):
    """The picture in words: the titles of the events, each with the names beside it."""
    return [(one.event.title, [beside.who.name for beside in one.people]) for one in network.events]


def person(look, name):
    (found,) = (one for one in look.outlook.people if one.name == name)
    return of_person(found, look)


def event(look, title):
    (found,) = (one for one in look.outlook.events if one.title == title)
    return of_event(found, look)


def test_everyone_stands_once_at_the_newest_event_and_a_thread_leads_to_the_others(look):
    found = of_everyone(look(EVENINGS))
    assert told(found) == [("昼の会", ["佐藤 美咲"]), ("朝の会", ["田中 健", "林 恵"]), ("秋の会", [])]
    sato, tanaka, hayashi = (beside for evening in found.events for beside in evening.people)
    assert (sato.again, tanaka.again) == ("2026年9月1日にも", "2026年9月1日にも")
    assert (bool(sato.thread), bool(tanaka.thread), hayashi.thread, hayashi.again) == (True, True, "", "")
    assert not found.cut


def test_around_a_person_are_the_events_and_whom_else_i_met_there(look):
    found = person(look(EVENINGS), "田中 健")
    assert found.person == "田中 健"
    assert told(found) == [("朝の会", ["林 恵"]), ("秋の会", ["佐藤 美咲"])]
    assert not found.threads


def test_around_an_event_are_its_people_and_the_other_events_with_them(look):
    found = event(look(EVENINGS), "秋の会")
    assert told(found) == [("秋の会", ["佐藤 美咲", "田中 健"]), ("昼の会", []), ("朝の会", [])]
    assert [evening.here for evening in found.events] == [True, False, False]
    assert found.threads


def test_nobody_met_is_no_picture(look):
    found = look({"people/a.md": "---\nperson: 佐藤 美咲\nid: sato\n---\n", "d.md": EVENINGS["d.md"]})
    assert of_everyone(found) is None
    assert person(found, "佐藤 美咲") is None
    assert event(found, "これからの会") is None


def test_whoever_is_written_twice_at_an_event_stands_there_once(look):
    twice = drawn.event("2026-09-01", "{person: 佐藤 美咲, id: sato}", "{person: 佐藤 美咲, id: sato}")
    assert told(of_everyone(look({"a.md": twice}))) == [("士業交流会", ["佐藤 美咲"])]


def crowd(count, date="2026-09-01", first=0):
    return drawn.event(date, *(f"{{person: 人 {nth}番, id: p{nth}}}" for nth in range(first, first + count)))


def test_a_part_of_a_persons_connections_is_the_newest_and_said_to_be_one(look):
    found = look({f"{nth:02}.md": crowd(4, f"2026-10-{nth:02}", first=3 * nth) for nth in range(1, 15)})
    whole = person(found, "人 5番")
    assert not whole.cut
    crowded = look({f"{nth:02}.md": crowd(4, f"2026-10-{nth:02}", first=0) for nth in range(1, 15)})
    part = person(crowded, "人 0番")
    assert part.cut
    assert len(part.events) == parts.MOST_EVENTS
    assert part.events[0].event.date.day == 14


def test_a_crowd_is_shown_from_the_top_of_the_entry(look):
    found = look({"a.md": crowd(40)})
    for part in (event(found, "士業交流会"), person(found, "人 39番")):
        assert part.cut
        (evening,) = part.events
        assert [one.who.name for one in evening.people] == [f"人 {nth}番" for nth in range(parts.MOST_PEOPLE)]


def test_the_whole_is_shown_up_to_three_hundred_people(look):
    exactly = {"a.md": crowd(200, "2026-09-02"), "b.md": crowd(100, "2026-09-01", first=200)}
    found = of_everyone(look(exactly))
    assert not found.cut
    assert sum(len(evening.people) for evening in found.events) == 300


def test_beyond_that_the_latest_whole_evenings_are_shown(look):
    more = {"a.md": crowd(200, "2026-09-02"), "b.md": crowd(101, "2026-09-01", first=200)}
    found = of_everyone(look(more))
    assert found.cut
    assert [(evening.event.date.day, len(evening.people)) for evening in found.events] == [(2, 200)]


def test_one_event_with_more_people_than_that_is_cut_itself(look):
    found = of_everyone(look({"a.md": crowd(301)}))
    assert found.cut
    assert len(found.events[0].people) == 300


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "多いので、 2026年9月2日 以降の会と人を描いています。"), ("en", "since 2 Sep 2026")]
)
def test_the_page_says_that_it_shows_a_part(show, seen, language, said):
    files = {"a.md": crowd(200, "2026-09-02"), "b.md": crowd(101, "2026-09-01", first=200)}
    assert said in seen(show(files, language=language)["connections"].html)
    assert said not in seen(show(EVENINGS, language=language)["connections"].html)


def test_a_page_says_that_its_neighbourhood_is_a_part(show, part, seen):
    pages = show({"a.md": crowd(40)})
    for uri in ("people/p3", "events/a"):
        assert "多いので、" in seen(part(pages[uri].html, "network"))
    assert "多いので、" not in seen(part(show({"a.md": crowd(20)})["people/p3"].html, "network"))


def test_every_node_leads_to_a_picture_that_leads_back(show, part):
    pages = show(EVENINGS)
    for uri in ("people/sato", "people/tanaka", "people/hayashi", "events/a", "events/b", "events/c"):
        hrefs = re.findall(r'href="\.\./\.\./((?:people|events)/\w+)/#network"', part(pages[uri].html, "network"))
        assert hrefs, uri
        assert uri not in hrefs
        for there in hrefs:
            assert f'href="../../{uri}/#network"' in part(pages[there].html, "network")


HOSTILE = ["<b>", "佐藤\u3000'\"&", "👩‍⚖️ 法子", "さとう みさき", "سارة النجار", "長" * 300]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_stands_whole_in_the_picture(show, part, seen, name):
    quoted = name.replace("'", "''")
    met = drawn.event("2026-09-01", "{person: 林 恵, id: hayashi}", f"{{person: '{quoted}', id: other}}")
    html = part(show({"a.md": met})["people/hayashi"].html, "network")
    assert " ".join(name.split()) in seen(html)
    assert "<b>" not in html


contacts = st.lists(st.integers(0, 12), max_size=8)
journals = st.lists(contacts, min_size=1, max_size=10)


@given(journals)
@settings(max_examples=60)
def test_law_everyone_stands_once_and_every_line_ends_at_a_row(tmp_path_factory, evenings):
    folder = tmp_path_factory.mktemp("drawn")
    written = {
        f"{nth:02}.md": drawn.event(f"2026-10-{nth + 1:02}", *(f"{{person: 人 {one}番, id: p{one}}}" for one in who))
        for nth, who in enumerate(evenings)
    }
    found = looking(drawn.draw(folder, written))
    whole = of_everyone(found)
    pictures = [whole, *(of_person(one, found) for one in found.outlook.people)]
    pictures += [of_event(one, found) for one in found.outlook.events]
    for picture in filter(None, pictures):
        names = [beside.who.id for evening in picture.events for beside in evening.people]
        assert len(names) == len(set(names))
        assert picture.person not in names
        well_drawn(picture)
    if whole:
        shown = {beside.who.id for evening in whole.events for beside in evening.people}
        assert shown == {f"p{one}" for who in evenings for one in who}


def well_drawn(picture):
    """Lines stay between the left edge and the words, and run from row to row, a thread from event to event."""
    rows = [None] * bool(picture.person)
    for evening in picture.events:
        rows += [evening, *evening.people]
    hubs = {nth for nth, row in enumerate(rows) if row in picture.events}
    for nth, row in enumerate(rows):
        if row is None:
            continue
        assert all(0 <= x <= picture.width for x in map(int, re.findall(r"M(\d+) ", row.lines)))
        if row in picture.events:
            paths = [bow.path for bow in row.bows]
            assert all(len(ends(path)) == 1 for path in paths)
        else:
            paths = [row.thread + row.onward]
            assert f"h{TWIG}" in row.lines
            assert len(ends(row.thread)) <= 1
            assert bool(row.thread) >= bool(row.onward)
            assert bool(row.thread) == bool(row.again) or picture.person or picture.events[0].here
        for path in paths:
            assert all((y - MIDDLE) % ROW == 0 and nth + (y - MIDDLE) // ROW in hubs for y in ends(path))
            assert all(one < other for one, other in pairwise([0, *ends(path)]))
            bows = [int(x) for x in re.findall(r"C(-?\d+) ", path)]
            # a bow comes as far as three quarters of the way to the points that pull it
            assert all(picture.x - (picture.x - x) * 3 / 4 >= 0 for x in bows)
    # every step of anybody's way from event to event is part of one bow there
    ways = [
        step for nth, row in enumerate(rows) if row not in (None, *picture.events) for step in pairwise(at(nth, row))
    ]
    assert set(ways) == {
        (nth, nth + (ends(bow.path)[0] - MIDDLE) // ROW)
        for nth, row in enumerate(rows)
        if nth in hubs
        for bow in row.bows
    }


def ends(path):
    """Where the bows of a path end, from the top of its row."""
    return [int(y) for y in re.findall(r"C-?\d+ -?\d+ -?\d+ -?\d+ \d+ (\d+)", path)]


def at(nth, row):
    """The rows of the events to which somebody's way leads."""
    return [nth + (y - MIDDLE) // ROW for y in ends(row.thread + row.onward)]


def regulars(count, evenings):
    """So many people who were all there on so many evenings."""
    return {f"{nth:02}.md": crowd(count, f"2026-09-{nth:02}") for nth in range(1, evenings + 1)}


@pytest.mark.parametrize(("count", "strength"), [(1, "one"), (2, "few"), (4, "few"), (5, "many"), (20, "many")])
def test_people_met_again_on_the_same_days_share_a_bow_that_tells_how_many_they_are(look, count, strength):
    found = of_everyone(look(regulars(count, 10)))
    bows = [bow for evening in found.events for bow in evening.bows]
    assert [bow.strength for bow in bows] == [strength] * 8  # from the second evening on to the tenth
    assert found.strengths == (() if strength == "one" else (strength,))
    newest, *others = found.events
    assert all(len(ends(one.thread)) == 1 and len(ends(one.onward)) == 8 for one in newest.people)
    assert [evening.people for evening in others] == [()] * 9


@pytest.mark.parametrize(("language", "said"), [("ja", "五人以上"), ("en", "five or more")])
def test_the_legend_tells_the_strengths_that_are_there(show, seen, part, language, said):
    for count, there in ((1, False), (20, True)):
        html = part(show(regulars(count, 3), language=language)["connections"].html, "network")
        assert (said in seen(html)) == there
        assert html.count("nj-net__thread--many") == 2 * there  # the one bow, and its sample
        assert "二人から四人" not in seen(html)


def test_the_stem_reaches_from_an_event_to_the_last_of_its_people(look):
    (evening,) = of_everyone(look({"a.md": crowd(3)})).events
    x = of_everyone(look({"a.md": crowd(3)})).x
    assert evening.lines == f"M{x} {MIDDLE}V{ROW}"
    assert [one.lines.split("M")[1] for one in evening.people] == [f"{x} 0V{ROW}", f"{x} 0V{ROW}", f"{x} 0V{MIDDLE}"]


@given(st.permutations(list(EVENINGS)), st.sampled_from(["ja", "en"]))
@settings(max_examples=10)
def test_law_the_order_of_files_changes_nothing(tmp_path_factory, order, language):
    one = looking(drawn.draw(tmp_path_factory.mktemp("one"), EVENINGS), language)
    other = looking(drawn.draw(tmp_path_factory.mktemp("other"), {name: EVENINGS[name] for name in order}), language)
    assert of_everyone(one) == of_everyone(other)
