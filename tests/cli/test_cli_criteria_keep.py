"""`criteria keep`: a copy to the byte, under a date, never over anything, and not twice."""

from __future__ import annotations

import datetime

import pytest

from netjudge_plugin.reader import presets

STANDARD = presets.preset("standard", "ja").data
#: With Windows' line ends and a comment at the end: nothing of it may be tidied.
MINE = STANDARD.replace(b"\n", b"\r\n") + b"# mine"


@pytest.fixture
def own(journal):
    (journal / "criteria.yml").write_bytes(MINE)
    return journal


def test_a_copy_to_the_byte(run, own):
    ran = run("criteria", "keep", "--date", "2026-11-23")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "いまの基準を journal/criteria/2026-11-23.yml に取っておきました。\n"
    assert (own / "criteria" / "2026-11-23.yml").read_bytes() == MINE
    assert run("check", "--strict").code == 0


def test_today_without_a_date(run, own):
    run("criteria", "keep")
    now = datetime.datetime.now().astimezone().date().isoformat()
    assert [path.name for path in (own / "criteria").iterdir()] == [f"{now}.yml"]


def test_a_preset_is_kept_as_well(run, journal):
    assert run("criteria", "keep", "--date", "2026-11-23").code == 0
    assert (journal / "criteria" / "2026-11-23.yml").read_bytes() == STANDARD


def test_the_same_content_is_kept_once(run, own, fingerprint):
    run("criteria", "keep", "--date", "2026-01-01")
    before = fingerprint(own)
    for date in ("2026-01-01", "2026-11-23"):
        ran = run("criteria", "keep", "--date", date)
        assert (ran.code, ran.err) == (0, "")
        assert (
            ran.out == "いまの基準は、もう取っておいてあります（journal/criteria/2026-01-01.yml）。何もしていません。\n"
        )
    assert fingerprint(own) == before


def test_an_earlier_day_is_another_thing(run, own):
    run("criteria", "keep", "--date", "2026-11-23")
    assert run("criteria", "keep", "--date", "2026-01-01").code == 0
    assert sorted(path.name for path in (own / "criteria").iterdir()) == ["2026-01-01.yml", "2026-11-23.yml"]


def test_back_to_former_criteria(run, own):
    run("criteria", "keep", "--date", "2026-01-01")
    (own / "criteria.yml").write_bytes(STANDARD)
    run("criteria", "keep", "--date", "2026-02-01")
    (own / "criteria.yml").write_bytes(MINE)
    assert run("criteria", "keep", "--date", "2026-03-01").code == 0
    assert (own / "criteria" / "2026-03-01.yml").read_bytes() == MINE


def test_what_exists_is_never_overwritten(run, own, fingerprint):
    (own / "criteria").mkdir()
    (own / "criteria" / "2026-11-23.yml").write_text("mine", encoding="utf-8")
    before = fingerprint(own)
    ran = run("criteria", "keep", "--date", "2026-11-23")
    assert (ran.code, ran.out) == (2, "")
    assert "journal/criteria/2026-11-23.yml は、すでにあります" in ran.err
    assert fingerprint(own) == before


def test_a_broken_link_is_something_that_exists(run, own, tmp_path):
    (own / "criteria").mkdir()
    (own / "criteria" / "2026-11-23.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert run("criteria", "keep", "--date", "2026-11-23").code == 2
    assert not (tmp_path / "elsewhere.yml").exists()


def test_criteria_with_a_mistake_are_not_kept(run, own):
    (own / "criteria.yml").write_bytes(MINE.replace(b"then: contact", b"then: call"))
    ran = run("criteria", "keep")
    assert (ran.code, ran.out) == (1, "")
    assert "criteria-unknown-verdict" in ran.err
    assert not (own / "criteria").exists()


def test_without_a_journal(run, tmp_path):
    ran = run("criteria", "keep", "--journal", tmp_path / "nowhere", NETJUDGE_LANG="en")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no journal folder" in ran.err
    assert not (tmp_path / "nowhere").exists()
