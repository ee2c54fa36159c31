"""What a journal lets others see: nothing by itself, and of what is shared only the fields of the list."""

from __future__ import annotations

import datetime

import pytest
from drawn import event
from shared import looked, person_file, shared_by

from netjudge_plugin import pipeline
from netjudge_plugin.model.audience import PRIVATE
from netjudge_plugin.model.team import TeamPerson

D = datetime.date.fromisoformat
SATO = {"reading": "さとう みさき", "profession": "社労士", "firm": "佐藤事務所", "share": "team"}


def names(share):
    return [person.name for person in share.people]


def test_without_a_word_nobody_is_shared(tmp_path):
    files = {
        "people/sato.md": person_file("佐藤 美咲", share_note="相続"),
        "a.md": event("2026-01-10", "{person: 佐藤 美咲}"),
    }
    share = shared_by(tmp_path, files)
    assert (share.people, share.events) == ((), ())


def test_a_shared_person_with_everything_that_a_team_sees(tmp_path):
    files = {
        "people/sato.md": person_file("佐藤 美咲", **SATO, share_note="相続の相談はメールで。", note="ひみつ"),
        "2025/a.md": event("2025-01-10", "{person: 佐藤 美咲, note: ひみつ}"),
        "2026/b.md": event("2026-03-10", "{person: 佐藤 美咲, firm: 前の事務所}"),
        "2027/c.md": event("2027-03-10", "{person: 佐藤 美咲}"),
    }
    assert shared_by(tmp_path, files).people == (
        TeamPerson(
            id="sato-misaki",
            name="佐藤 美咲",
            reading="さとう みさき",
            professions=("社会保険労務士",),
            firm="佐藤事務所",
            since=D("2025-01-10"),
            last_met=D("2026-03-10"),
            note="相続の相談はメールで。",
        ),
    )


def test_what_only_a_meeting_says_is_not_shared(tmp_path):
    files = {
        "people/sato.md": person_file("佐藤 美咲", share="team"),
        "a.md": event("2026-01-10", "{person: 佐藤 美咲, reading: さとう, profession: 税理士, firm: 佐藤事務所}"),
    }
    (found,) = shared_by(tmp_path, files).people
    assert (found.reading, found.professions, found.firm) == ("", (), "")
    assert found.id.startswith("p-")


CONSENTS = [
    ({"share": "team"}, True, False),
    ({"share": "team", "consent": "2026-01-01"}, True, False),
    ({"share": "partners", "consent": "2026-01-01"}, True, True),
    ({"share": "partners", "consent": "2026-11-23"}, True, True),
    ({"share": "partners", "consent": "2026-11-24"}, True, False),
    ({"share": "partners"}, True, False),
    ({"consent": "2026-01-01"}, False, False),
    ({"共有": "事務所外", "同意": "令和8年1月1日"}, True, True),
]


@pytest.mark.parametrize(("fields", "office", "others"), CONSENTS)
def test_other_offices_see_only_those_who_consented(fields, office, others, tmp_path):
    files = {"people/sato.md": person_file("佐藤 美咲", **fields)}
    assert bool(shared_by(tmp_path, files, "team").people) == office
    assert bool(shared_by(tmp_path, files, "partners").people) == others


def test_other_offices_do_not_see_when_i_last_met_somebody(tmp_path):
    files = {
        "people/sato.md": person_file("佐藤 美咲", share="partners", consent="2026-01-01"),
        "a.md": event("2026-01-10", "{person: 佐藤 美咲}"),
    }
    (found,) = shared_by(tmp_path, files, "partners").people
    assert (found.since, found.last_met) == (D("2026-01-10"), None)


@pytest.mark.parametrize(
    ("fields", "name"),
    [({}, "consent-missing"), ({"consent": "2026-11-24"}, "consent-ahead"), ({"consent": "2026-11-23"}, "")],
)
def test_a_consent_that_is_wanting_is_named_at_its_line(fields, name, tmp_path):
    files = {"people/sato.md": person_file("佐藤 美咲", share="partners", reading="さとう", **fields)}
    for audience in ("team", "partners"):
        _, problems = looked(tmp_path, files, audience)
        assert [f"{problem.place} {problem.name}" for problem in problems] == (
            [f"journal/people/sato.md:3:8 {name}"] if name else []
        )


SHARED_EVENT = """\
---
{head}
contacts:
  - {{person: 佐藤 美咲, note: ひみつ}}
  - {{person: 秘密 太郎}}
tags: [ひみつ]
---
ひみつの本文
"""


def test_an_event_is_named_only_if_it_is_shared_itself(tmp_path):
    files = {
        "people/sato.md": person_file("佐藤 美咲", **SATO),
        "a.md": SHARED_EVENT.format(head="title: 研究会\ndate: 2026-05-01\nplace: 横浜\nkind: 勉強会\nshare: team"),
        "b.md": SHARED_EVENT.format(head="title: ひみつの会\ndate: 2026-06-01"),
    }
    share = shared_by(tmp_path, files)
    (only,) = share.events
    assert (only.title, only.date, only.place, only.kind) == ("研究会", D("2026-05-01"), "横浜", "study")
    assert only.people == ("sato-misaki",)
    assert share.people[0].last_met == D("2026-06-01")
    assert shared_by(tmp_path, files, "partners").events == ()


def test_the_name_of_a_file_is_never_the_title_of_a_shared_event(tmp_path):
    files = {"himitsu-no-kai.md": SHARED_EVENT.format(head="date: 2026-05-01\nshare: partners")}
    for audience in ("team", "partners"):
        assert shared_by(tmp_path, files, audience).events[0].title == ""


def test_nobody_has_been_at_an_event_that_is_to_come(tmp_path):
    files = {
        "people/sato.md": person_file("佐藤 美咲", **SATO),
        "a.md": SHARED_EVENT.format(head="title: 忘年会\ndate: 2026-12-20\nshare: team"),
    }
    share = shared_by(tmp_path, files)
    assert share.events[0].people == ()
    assert share.people[0].since is None


def test_an_address_is_made_of_what_is_shared_alone(tmp_path):
    files = {"people/sato.md": person_file("佐藤 美咲", id="nigate-na-hito", **SATO)}
    assert [person.id for person in shared_by(tmp_path, files).people] == ["sato-misaki"]
    clash = files | {"people/other.md": person_file("佐藤 岬", reading="さとう みさき")}
    assert [person.id for person in shared_by(tmp_path, clash).people] == ["sato-misaki"]
    both = files | {"people/other.md": person_file("佐藤 岬", reading="さとう みさき", share="team")}
    ids = [person.id for person in shared_by(tmp_path, both).people]
    assert len(set(ids)) == 2
    assert all(one.startswith("sato-misaki-") for one in ids)


def test_two_people_who_are_shared_alike_are_still_two(tmp_path):
    files = {f"people/{n}.md": person_file("佐藤 美咲", **SATO, id=f"s{n}", note=f"ひみつ{n}") for n in "ab"}
    assert min(person.id[-2:] for person in shared_by(tmp_path, files).people) == "-2"
    assert len({person.id for person in shared_by(tmp_path, files).people}) == 2


def test_the_order_is_that_of_the_readings(tmp_path):
    readings = {"和田": "わだ", "阿部": "あべ", "加藤": "かとう", "阿倍": "あべ"}
    files = {
        f"people/{nth}.md": person_file(f"{name} 一", reading=f"{kana} はじめ", share="team")
        for nth, (name, kana) in enumerate(readings.items())
    }
    assert names(shared_by(tmp_path, files)) == ["阿倍 一", "阿部 一", "加藤 一", "和田 一"]


def test_the_newest_event_has_no_say_in_the_day(tmp_path):
    """`latest_event` would tell of an event that nobody else knows of."""
    files = {"people/sato.md": person_file("佐藤 美咲", **SATO), "a.md": event("2026-02-01", "{person: 秘密 太郎}")}
    assert shared_by(tmp_path, files, today="latest_event").as_of == D("2026-11-23")


def test_a_private_site_and_a_shared_one_are_never_mistaken(tmp_path):
    import drawn

    journal = drawn.draw(tmp_path, {})
    with pytest.raises(ValueError, match="projected"):
        pipeline.build_site(drawn.settings(journal, audience="team"))
    for make in (pipeline.share, pipeline.build_team):
        with pytest.raises(ValueError, match="chosen"):
            make(drawn.settings(journal, audience=PRIVATE))
