"""What counts on a day: expiry, the latest day, clearing, releases, and the two facts derived from the records."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from records import STANDARD, STEPS, day, decided, gathered, judged, met, person, received, sent, signs

from netjudge_plugin.judge.calendar import add_months, day_after_season, in_season
from netjudge_plugin.judge.decide import judge
from netjudge_plugin.judge.logic import Truth, is_no
from netjudge_plugin.model.criteria import BusySeason
from netjudge_plugin.model.judgement import AxisState


def words(someone, today):
    return [(o.date.isoformat(), o.word) for o in judged(someone, today).facts.observations]


def test_a_word_counts_until_its_months_are_over():
    someone = person(met("2024-11-20", "near_field"))
    assert words(someone, "2026-11-19") == [("2024-11-20", "near_field")]
    assert words(someone, "2026-11-20") == []


def test_what_is_dated_later_does_not_count_yet():
    assert words(person(met("2026-11-20", "near_field")), "2026-11-19") == []


def test_the_same_word_on_one_day_counts_once_on_two_days_twice():
    twice = person(met("2026-11-20", "near_field"), met("2026-11-20", "near_field", file="journal/b.md"))
    assert words(twice, "2026-11-23") == [("2026-11-20", "near_field")]
    again = person(met("2026-10-20", "near_field"), met("2026-11-20", "near_field"))
    assert signs(judged(again))[0] == "○"


def test_a_mark_written_twice_on_one_day_counts_once_and_a_double_mark_twice():
    assert signs(judged(person(met("2026-11-20", {"future": "○"}, {"将来のやり取り": "○"}))))[0] == "？"
    assert signs(judged(person(met("2026-11-20", {"future": "◎"}))))[0] == "○"
    assert signs(judged(person(met("2026-11-20", {"future": "○ 研修"}, {"future": "○ 紹介"}))))[0] == "○"
    assert signs(judged(person(met("2026-11-20", {"dialogue": "××"}))))[2] == "×"


def test_latest_looks_at_the_newest_day_only():
    someone = person(met("2026-06-05", "drained", "rushed"), met("2026-11-20", "natural_self"))
    assert signs(judged(someone))[1] == "○"
    assert signs(judged(someone, "2026-11-19"))[1] == "×"


def test_unease_is_cleared_by_a_later_day_not_by_the_same():
    same = person(met("2026-11-20", "slight_unease", "unease_gone"))
    assert signs(judged(same))[4] == "△"
    later = person(
        met("2026-08-20", "slight_unease", "out_of_step", "clear_discomfort"), met("2026-11-20", "unease_gone")
    )
    assert signs(judged(later))[4] == "○"
    assert judged(later).facts.stops == ()


def test_unease_in_my_own_words_is_cleared_as_well():
    someone = person(met("2026-08-20", {"comfort": "× 話が遠い"}), met("2026-11-20", "unease_gone"))
    assert signs(judged(someone))[4] == "○"


def test_a_red_line_stays_until_i_release_it():
    crossed = met("2015-01-10", "kickback")
    assert judged(person(crossed)).why == "red_line"
    released = person(crossed, decisions=[decided("2026-11-21", released=["紹介料や名義貸しを持ちかける"])])
    assert judged(released).why == "know_more"
    on_that_day = person(met("2026-11-21", "kickback"), decisions=[decided("2026-11-21", released=["kickback"])])
    assert judged(on_that_day).why == "red_line"


def test_two_messages_and_a_month_of_silence_are_no_reply():
    someone = person(met("2026-07-03"), exchanges=[sent("2026-07-06"), sent("2026-09-01")])
    assert words(someone, "2026-09-30") == []
    assert words(someone, "2026-10-01") == [("2026-10-01", "no_reply")]
    assert words(someone, "2026-12-31") == [("2026-10-01", "no_reply")]
    assert words(someone, "2027-01-01") == []
    assert judged(someone, "2026-10-01").facts.observations[0].place is None


@pytest.mark.parametrize("answer", [{"exchanges": [received("2026-07-20")]}, {"encounters": [met("2026-07-20")]}])
def test_an_answer_or_a_meeting_ends_the_count(answer):
    meetings = [met("2026-07-03"), *answer.get("encounters", [])]
    someone = person(*meetings, exchanges=[sent("2026-07-06"), sent("2026-09-01"), *answer.get("exchanges", [])])
    assert words(someone, "2026-10-15") == []


def test_two_messages_of_one_day_count_as_two():
    someone = person(met("2026-07-03"), exchanges=[sent("2026-09-01"), sent("2026-09-01")])
    assert words(someone, "2026-10-01") == [("2026-10-01", "no_reply")]


def test_no_reply_is_added_beside_what_was_written_and_the_latest_decides():
    someone = person(
        met("2026-07-03"), met("2026-09-01", "good_moment"), exchanges=[sent("2026-09-02"), sent("2026-09-03")]
    )
    assert signs(judged(someone, "2026-09-20"))[7] == "○"
    assert signs(judged(someone, "2026-10-20"))[7] == "×"


@pytest.mark.parametrize("profession", ["税理士", "Certified Public Tax Accountant", "zeirishi"])
def test_the_busy_season_counts_where_nothing_personal_is_known(profession):
    someone = person(met("2026-02-10", "near_field"), profession=profession)
    assert words(someone, "2026-03-15")[-1] == ("2026-03-15", "they_busy")
    assert judged(someone, "2026-03-15").facts.observations[-1].until == day("2026-03-16")
    assert words(someone, "2026-03-16") == [("2026-02-10", "near_field")]
    asked = person(met("2026-02-10", "asked_me"), profession=profession)
    assert words(asked, "2026-03-15") == [("2026-02-10", "asked_me")]


def test_an_alias_of_the_profession_has_its_season():
    assert words(person(met("2026-06-02"), profession="社労士"), "2026-06-10") == [("2026-06-10", "they_busy")]


def test_a_season_may_run_over_the_new_year():
    season = BusySeason("x", (12, 15), (1, 10))
    assert [in_season(season, day(d)) for d in ("2026-12-14", "2026-12-15", "2027-01-10", "2027-01-11")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert day_after_season(season, day("2026-12-20")) == day("2027-01-11")
    assert day_after_season(BusySeason("x", (2, 1), (2, 29)), day("2027-02-28")) == day("2027-03-01")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_months_are_clamped_to_their_end(start, months, end):
    assert add_months(day(start), months) == day(end)


def test_months_end_with_the_calendar():
    assert add_months(datetime.date(9999, 12, 1), 24) == datetime.date.max


def test_a_coming_entry_is_ignored_with_one_warning():
    someone = person(met("2026-11-20", "near_field"), met("2026-12-04", "rushed", "kickback"))
    records, problems = gathered(someone)
    assert len(records.observations) == 1
    assert [p.name for p in problems] == ["coming-ignored"]
    assert gathered(person(met("2026-12-04")))[1] == ()


def test_two_different_decisions_on_one_day_hold_neither():
    someone = person(met("2026-11-20"), decisions=[decided("2026-11-21", "contact"), decided("2026-11-21", "defer")])
    assert [p.name for p in gathered(someone)[1]] == ["two-decisions"]
    assert judged(someone).override is None


def as_of(someone, date, today="2026-11-23"):
    """The judgement on an earlier day of records that go on until today, as the timeline replays it."""
    return judge(gathered(someone, day(today))[0], STEPS, day(date))


def test_on_an_earlier_day_nothing_later_counts():
    cleared = person(met("2026-08-20", "slight_unease"), met("2026-11-20", "unease_gone"))
    assert signs(as_of(cleared, "2026-11-19"))[4] == "△"
    noted = person(met("2026-08-20"), met("2026-11-20", "lively"))
    assert as_of(noted, "2026-11-19").why == "know_more"
    exchanges = [sent("2026-07-06"), sent("2026-08-01"), received("2026-11-01")]
    answered = person(met("2026-07-03"), exchanges=exchanges)
    assert [o.word for o in as_of(answered, "2026-09-01").facts.observations] == ["no_reply"]
    assert as_of(answered, "2026-11-01").facts.observations == ()


def test_a_message_of_the_day_of_the_answer_is_not_after_it():
    exchanges = [received("2026-09-01"), sent("2026-09-01"), sent("2026-09-02")]
    assert words(person(met("2026-07-03"), exchanges=exchanges), "2026-10-15") == []


def test_the_silence_can_be_released_too():
    silent = person(met("2026-07-03"), exchanges=[sent("2026-07-06"), sent("2026-08-01")])
    assert words(silent, "2026-10-01") == [("2026-08-31", "no_reply")]
    released = replace(silent, decisions=(decided("2026-09-15", released=["返事がない"]),))
    assert words(released, "2026-10-01") == []


def test_of_one_fact_in_two_files_the_first_place_is_kept():
    later = met("2026-11-20", "near_field", "rude", file="journal/b.md")
    first = met("2026-11-20", "near_field", "rude", file="journal/a.md")
    facts = judged(person(later, first)).facts
    assert {o.place.path for o in (*facts.observations, *facts.stops)} == {"journal/a.md"}


def test_a_coming_exchange_or_decision_is_ignored_with_a_warning():
    someone = person(met("2026-11-20"), exchanges=[sent("2026-12-01")])
    assert [p.name for p in gathered(someone)[1]] == ["coming-ignored"]


def test_not_knowing_the_moment_is_fine_and_neither_is_a_mixed_one_against_it():
    timing = STANDARD.axes[-1]
    assert [is_no(timing, state) for state in AxisState] == [Truth.FALSE, Truth.TRUE, Truth.FALSE, Truth.FALSE]


def test_own_words_are_the_same_however_a_machine_writes_their_letters():
    for one, same in (("○ ｶﾞﾗｽ", "○ ガラス"), ("○ ガラス", "○ カ\u3099ラス")):
        assert signs(judged(person(met("2026-11-20", {"future": one}, {"future": same}))))[0] == "？"
