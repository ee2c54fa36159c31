"""A briefing: who is expected, how one meets again, and nothing that a sheet on a table should not tell."""

from __future__ import annotations

import dataclasses

import drawn
import pytest

from netjudge_plugin.model.briefing import REUNIONS, Expected

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"


def coming(*names, date="2026-12-04"):
    return f"---\ntitle: 忘年会\ndate: {date}\nattending: [{', '.join(names)}]\n---\n"


def met(date, *, impressions="", more=""):
    return drawn.event(date, f"{{person: 佐藤 美咲, impressions: [{impressions}]{more}}}")


@pytest.fixture
def briefed(tmp_path):
    """The briefing of 2026-12-04; entries without a path of their own are events."""

    def brief(*entries, **files):
        tree = {f"{number}.md": text for number, text in enumerate(entries)}
        tree |= {f"people/{name}.md": text for name, text in files.items()}
        (found,) = drawn.look(tmp_path, {"z.md": coming("佐藤 美咲"), **tree}).briefings
        return found

    return brief


def wrote(date, direction="in"):
    return f"---\nperson: 佐藤 美咲\nexchanges: [{{date: {date}, direction: {direction}}}]\n---\n"


@pytest.mark.parametrize(
    ("reunion", "entries", "person"),
    [
        ("first", [], "---\nperson: 佐藤 美咲\n---\n"),
        ("by_letter", [], wrote("2026-10-01", "out")),
        ("in_touch", [met("2026-06-01")], wrote("2026-10-01")),
        ("", [met("2026-06-01")], wrote("2026-10-01", "out")),  # what nobody answered is no exchange
        ("", [met("2026-06-01")], wrote("2026-05-01")),  # it was before we met
        ("long", [met("2024-06-01")], wrote("2025-12-04")),  # it was a year ago
        ("recent", [met("2026-11-04")], ""),
        ("", [met("2026-11-03")], ""),
        ("long", [met("2025-12-04")], ""),
        ("", [met("2025-12-05")], ""),
        ("often", [met("2026-06-01"), met("2026-07-01"), met("2026-08-01")], ""),
        ("long", [met("2024-06-01"), met("2024-07-01"), met("2024-08-01")], ""),
        ("", [met("2026-06-01"), met("2026-07-01")], ""),
        ("good", [met("2026-06-01", impressions="話をよく聞く")], ""),
        ("", [met("2026-06-01", impressions="専門性が高い")], ""),
    ],
)
def test_how_one_meets_again_is_told_by_the_first_rule_that_holds(briefed, reunion, entries, person):
    (expected,) = briefed(*entries, **({"sato": person} if person else {})).people
    assert expected.reunion == reunion
    assert reunion in {*REUNIONS, ""}


def test_what_lies_after_today_tells_nothing_yet(briefed):
    (expected,) = briefed(met("2026-06-01"), sato=wrote("2026-12-01")).people
    assert (expected.last, expected.reunion) == ("0.md", "")


def test_each_coming_event_has_its_own(tmp_path):
    files = {"a.md": met("2026-06-01"), "b.md": met("2026-12-01"), "c.md": coming("佐藤 美咲", date="2027-06-01")}
    found = drawn.look(tmp_path, files).briefings
    assert [(one.event, one.people[0].last, one.people[0].reunion) for one in found] == [
        ("b.md", "a.md", ""), ("c.md", "a.md", "long"),
    ]  # fmt: skip


def test_the_last_topics_good_facts_promises_and_one_question(briefed):
    more = ", topics: [相続, 測量], promise: {what: 資料を送る}"
    (expected,) = briefed(met("2026-06-01", more=more), met("2026-09-01", impressions=GOOD)).people
    assert expected.topics == ("相続", "測量")
    assert [promised.promise.what for promised in expected.promises] == ["資料を送る"]
    assert len(expected.good) == 3
    assert expected.last == "1.md"


def test_an_open_question_is_asked_once_and_never_about_a_feeling(briefed):
    (expected,) = briefed(met("2026-09-01", impressions="話をよく聞く")).people
    assert expected.ask == "どんな場面で他士業に相談しますか"


@pytest.mark.parametrize(
    "impressions",
    [
        "小さな違和感",
        "違和感が解けた",
        "心地よさ・違和感: △ 早口だった",
        "無理のなさ: ○",
        "話題の共有しやすさ: × 早口だった",
    ],
)
def test_no_good_fact_lets_a_concern_be_guessed(briefed, impressions):
    (expected,) = briefed(met("2026-09-01", impressions=impressions)).people
    assert expected.good == ()


def test_no_question_that_belongs_to_a_concern(briefed):
    concerns = "小さな違和感, 返信を急かされそう, 自然体でいられる"
    (expected,) = briefed(met("2026-09-01", impressions=f"{concerns}, 業務の線引きが明確, 線引きが曖昧")).people
    assert expected.ask not in {"", "どこまでを自分で受け、どこから他士業に渡しますか"}
    assert "違和感" not in expected.ask


def test_of_whom_i_chose_not_to_contact_no_more_than_the_meeting_and_what_i_promised(briefed):
    more = ", topics: [相続], promise: {what: 資料を送る}"
    (expected,) = briefed(met("2026-09-01", impressions=f"{GOOD}, 紹介料や名義貸しを持ちかける", more=more)).people
    bare = Expected("p-" + expected.person_id[2:], last="0.md", promises=expected.promises)
    assert expected == bare
    assert [promised.promise.what for promised in expected.promises] == ["資料を送る"]


def test_a_deferral_and_whom_i_would_rather_meet_than_write_to_have_an_occasion(tmp_path):
    long_ago = drawn.event("2026-06-20", f"{{person: 森 健, impressions: [{GOOD}]}}", "{person: 林 誠}")
    lately = drawn.event("2026-11-20", f"{{person: 佐藤 美咲, impressions: [{GOOD}]}}")
    files = {"a.md": long_ago, "b.md": lately, "c.md": coming("森 健", "林 誠", "佐藤 美咲")}
    (found,) = drawn.look(tmp_path, files).briefings
    assert [one.occasion for one in found.people] == [True, True, False]


def test_names_that_lead_to_nobody_and_names_of_several(tmp_path):
    files = {
        "people/a.md": "---\nperson: 鈴木 健一\nid: suzuki-a\nreading: すずき けんいち\n---\n",
        "people/b.md": "---\nperson: 鈴木 健一\nid: suzuki-b\nreading: すずき けんいち\n---\n",
        "z.md": coming("まだ 見ぬ人", "鈴木 健一", "suzuki-b", "まだ 見ぬ人"),
    }
    (found,) = drawn.look(tmp_path, files).briefings
    assert (found.unknown, found.several) == (("まだ 見ぬ人",), ("鈴木 健一",))
    assert [one.person_id for one in found.people] == ["suzuki-b"]


def test_contacts_written_down_beforehand_are_expected_too(tmp_path):
    later = drawn.event("2026-12-04", "{person: 佐藤 美咲}", "{person: まだ 見ぬ人}")
    (found,) = drawn.look(tmp_path, {"a.md": met("2026-09-01"), "b.md": later}).briefings
    assert [one.last for one in found.people] == ["a.md"]
    assert found.unknown == ("まだ 見ぬ人",)


def test_events_of_the_past_and_those_without_anybody_have_none(tmp_path):
    nobody = "---\ntitle: 会\ndate: 2026-12-10\n---\n"
    files = {"a.md": coming("佐藤 美咲", date="2026-11-23"), "b.md": nobody}
    assert drawn.look(tmp_path, files).briefings == ()


def test_a_briefing_has_no_place_for_a_verdict():
    fields = {field.name for field in dataclasses.fields(Expected)}
    assert fields == {"person_id", "last", "reunion", "topics", "promises", "good", "ask", "occasion"}
