"""Several shares together: who may be the same person stands side by side, and nobody is ever merged."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from shared import DAY, knows, someone

from netjudge_plugin.audience.addresses import told_apart
from netjudge_plugin.audience.roster import MOST_ALIKE, roster
from netjudge_plugin.model.team import Share, TeamEvent, TeamPerson


def pages(*shares):
    """Each page as who knows whom."""
    return [tuple((one.member.name, one.person.name) for one in known.acquaintances) for known in roster(shares).known]


def test_the_same_name_with_a_profession_in_common_is_one_page():
    one = knows("大野", someone("中村 浩司", "司法書士", firm="中村事務所", reading="なかむら こうじ"))
    other = knows("林", someone("中村　浩司", "行政書士", "司法書士", firm="別の事務所"))
    assert pages(one, other) == [(("大野", "中村 浩司"), ("林", "中村　浩司"))]
    (known,) = roster([one, other]).known
    assert known.differs == ("profession", "firm")
    assert [one.person.firm for one in known.acquaintances] == ["中村事務所", "別の事務所"]


def test_the_same_name_with_another_profession_is_another_page_and_they_know_of_each_other():
    one, other = knows("大野", someone("鈴木 健一", "税理士")), knows("林", someone("鈴木 健一", "測量士"))
    first, second = roster([one, other]).known
    assert len(pages(one, other)) == 2
    assert (first.alike, second.alike) == ((second.id,), (first.id,))


def test_a_colleague_who_tells_two_apart_keeps_them_apart():
    mine = [replace(someone("鈴木 健一", "税理士", firm=firm), id=firm) for firm in ("A", "B")]
    shares = knows("大野", *mine), knows("林", someone("鈴木 健一", "税理士"))
    assert sorted(pages(*shares)) == [(("大野", "鈴木 健一"),), (("大野", "鈴木 健一"),), (("林", "鈴木 健一"),)]
    assert all(len(known.alike) == 2 for known in roster(shares).known)


def test_without_a_profession_a_name_meets_only_one_without():
    shares = knows("大野", someone("佐藤")), knows("林", someone("佐藤")), knows("森", someone("佐藤", "税理士"))
    assert sorted(map(len, pages(*shares))) == [1, 2]


def test_variants_of_a_kanji_are_other_names():
    assert len(pages(knows("大野", someone("髙橋 恵", "弁護士")), knows("林", someone("高橋 恵", "弁護士")))) == 2


def test_many_namesakes_do_not_fill_every_page():
    many = [replace(someone("鈴木 健一", f"士業{nth}"), id=f"x{nth}") for nth in range(60)]
    assert {len(known.alike) for known in roster([knows("大野", *many)]).known} == {MOST_ALIKE}


def test_people_stand_in_the_order_of_their_readings():
    people = [someone(name, reading=kana) for name, kana in (("和田", "わだ"), ("阿部", "あべ"), ("加藤", "かとう"))]
    assert [page[0][1] for page in pages(knows("大野", *people))] == ["阿部", "加藤", "和田"]


def test_names_in_latin_letters_come_after_the_kana_and_unread_ones_last():
    people = [someone("李"), someone("Liam O'Connor"), someone("和田", reading="わだ"), someone("ひかり")]
    found = roster([knows("大野", *people)])
    assert [known.name for known in found.known] == ["ひかり", "和田", "Liam O'Connor", "李"]


def test_who_is_read_in_two_ways_is_found_under_both():
    shares = [
        knows("大野", someone("東 亮", reading="あずま りょう"), someone("原 章", reading="はら あきら")),
        knows("林", someone("東 亮", reading="ヒガシ リョウ"), someone("原 章", reading="はら しょう")),
    ]
    rows = {row.label: [known.name for known in row.known] for row in roster(shares).rows}
    assert rows == {"あ": ["東 亮"], "は": ["原 章", "東 亮"]}


def test_what_colleagues_write_in_the_same_sense_is_shown_once():
    shares = [
        knows("大野", someone("東 亮", reading="あずま りょう", firm="東　鑑定")),
        knows("林", someone("東 亮", reading="アズマ・リョウ", firm="東鑑定")),
        knows("森", someone("東 亮", firm="みなと鑑定")),
    ]
    (known,) = roster(shares).known
    assert (known.readings, known.firms, known.differs) == (("あずま りょう",), ("東　鑑定", "みなと鑑定"), ("firm",))


def test_the_search_finds_every_way_to_write_a_name():
    shares = [
        knows("大野", someone("髙橋 恵", "社会保険労務士", reading="たかはし めぐみ")),
        knows("林", someone("髙橋　恵", "社会保険労務士", reading="タカハシ ケイ")),
    ]
    (known,) = roster(shares).known
    assert {"高橋恵", "takahashi megumi", "takahashi kei", "社労士"} <= set(known.spellings)


def test_events_lead_to_the_pages_of_those_who_were_there():
    nakamura = someone("中村 浩司", "司法書士", reading="なかむら こうじ")
    events = (TeamEvent(DAY, "研究会", people=(nakamura.id,)), TeamEvent(DAY.replace(year=2025), "前の会"))
    found = roster([knows("大野", nakamura, events=events), knows("林", nakamura)])
    assert [(one.event.title, one.people) for one in found.events] == [("研究会", ("nakamura-koji",)), ("前の会", ())]


def test_a_site_is_for_other_offices_only_if_every_share_is():
    mine, theirs = knows("大野", audience="team"), knows("林", audience="partners")
    assert roster([theirs]).audience == "partners"
    assert roster([mine, theirs]).audience == roster([]).audience == "team"


NAMES = ("佐藤 美咲", "佐藤　美咲", "鈴木 健一", "髙橋 恵")
people = st.builds(
    TeamPerson,
    id=st.just(""),
    name=st.sampled_from(NAMES),
    reading=st.sampled_from(["", "さとう みさき", "すずき けんいち"]),
    professions=st.lists(st.sampled_from(["税理士", "弁護士", "測量士"]), max_size=2, unique=True).map(tuple),
    firm=st.sampled_from(["", "A", "B"]),
    since=st.none() | st.dates(datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)),
)
shares = st.lists(st.lists(people, max_size=4), max_size=4).map(
    lambda all_of_them: [
        Share("team", f"m{n}", DAY, tuple(replace(one, id=f"i{k}") for k, one in enumerate(some)))
        for n, some in enumerate(all_of_them)
    ]
)


@given(shares)
@settings(max_examples=300, deadline=None)
def test_nobody_is_lost_merged_or_doubled(given_shares):
    found = roster(given_shares)
    written = [(share.member, person) for share in given_shares for person in share.people]
    shown = [(one.member.name, one.person) for known in found.known for one in known.acquaintances]
    assert sorted(written, key=repr) == sorted(shown, key=repr)
    for known in found.known:
        members = [one.member.id for one in known.acquaintances]
        assert len(set(members)) == len(members)
    assert len({known.id for known in found.known}) == len(found.known)


@given(shares, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_files_does_not_matter(given_shares, order):
    shuffled = [*given_shares]
    order.shuffle(shuffled)
    assert roster(shuffled) == roster(given_shares)


@given(shares)
@settings(max_examples=200, deadline=None)
def test_addresses_and_order_are_a_function_of_what_is_shown(given_shares):
    """A member's share as JSON has ids of its own; other ids give the same pages."""
    renamed = [
        replace(share, people=tuple(replace(one, id=f"other-{one.id}") for one in share.people))
        for share in given_shares
    ]
    alone = {name for share in given_shares for name in _told_apart_by_one(share)}
    for one, other in zip(roster(given_shares).known, roster(renamed).known, strict=True):
        if one.name not in alone:
            assert one.id == other.id


def _told_apart_by_one(share):
    names = [person.name.replace("　", " ") for person in share.people]
    return {name for name in NAMES if names.count(name.replace("　", " ")) > 1}


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), max_size=6))
def test_no_two_addresses_are_the_same_and_the_order_does_not_matter(some):
    own, tellers = [one for one, _ in some], [other for _, other in some]
    found = told_apart(own, tellers)
    assert len(set(found)) == len(found)
    turned = told_apart(own[::-1], tellers[::-1])
    assert sorted(found) == sorted(turned)
