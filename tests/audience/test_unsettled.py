"""Nobody is shared while words that need special care by law stand in the notes about them, unsettled."""

from __future__ import annotations

import pytest
from shared import looked, person_file

SHARED = person_file("中村 浩司", reading="なかむら こうじ", share="team")
EVENING = """\
---
date: 2026-06-01
{above}contacts:
  - person: 田中 健
    note: {other}
  - person: 中村 浩司
    note: {ours}
  - person: 林 誠
    note: {last}
---
{body}
"""
PLAIN = {"above": "", "other": "隣の席", "ours": "向かいの席", "last": "遠い席", "body": "静かな会。"}
CARE = "うつ病で休んでいた"


def unsettled(folder, files, **more):
    return [found.place.line for found in looked(folder, files, **more)[1] if found.name == "shared-unsettled"]


def evening(**changes):
    return {"people/nakamura.md": SHARED, "2026/a.md": EVENING.format(**PLAIN | changes)}


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, []),
        ({"ours": CARE}, [7]),
        ({"body": CARE}, [11]),
        ({"above": f"# {CARE}\n"}, [3]),
        ({"other": CARE}, []),
        ({"last": CARE}, []),
    ],
)
def test_where_it_may_be_about_somebody_shared(tmp_path, changes, lines):
    assert unsettled(tmp_path, evening(**changes)) == lines


def test_in_the_file_of_somebody_shared(tmp_path):
    files = {"people/nakamura.md": person_file("中村 浩司", share="team", note=CARE)}
    assert unsettled(tmp_path, files) == [4]


def test_what_was_confirmed_is_settled(tmp_path):
    files = {"people/nakamura.md": person_file("中村 浩司", share="team", note=CARE, confirmed="ご本人が公にしている")}
    assert unsettled(tmp_path, files) == []


def test_whoever_is_not_shown_to_the_audience_is_nobody_s_question(tmp_path):
    files = {"people/nakamura.md": person_file("中村 浩司", share="team", note=CARE)}
    assert unsettled(tmp_path, files, audience="partners") == []
    assert unsettled(tmp_path, {"people/nakamura.md": person_file("中村 浩司", note=CARE)}) == []
