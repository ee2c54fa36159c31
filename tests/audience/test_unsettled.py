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


WHOSE = {
    "a field of the event below the contacts": (
        f"contacts:\n{{ours}}\n{{other}}\n件名: {{plain}}\n場所: 丘\nmemo: {CARE}",
        True,
    ),
    "a comment at the margin below them": (f"contacts:\n{{ours}}\n{{other}}\n# {CARE}", True),
    "a comment within the last of them": (f"contacts:\n{{ours}}\n{{other}}\n    # {CARE}", False),
    "a note above the name of one who is not shared": (
        f"contacts:\n{{ours}}\n  - note: {CARE}\n    person: 林 誠",
        False,
    ),
    "a note above the name of one who is": (f"contacts:\n{{other}}\n  - note: {CARE}\n    person: 中村 浩司", True),
    "a comment above the first of them": (f"contacts:\n  # {CARE}\n{{other}}\n{{ours}}", True),
    "in one line": (f"contacts: [{{{{person: 中村 浩司}}}}, {{{{person: 林 誠, note: {CARE}}}}}]", True),
    "in one line without ours": (f"contacts: [{{{{person: 田中 健}}}}, {{{{person: 林 誠, note: {CARE}}}}}]", False),
}


@pytest.mark.parametrize("where", WHOSE)
def test_whom_a_line_of_an_event_is_about(tmp_path, where):
    text, is_ours = WHOSE[where]
    front = text.format(ours="  - person: 中村 浩司", other="  - person: 田中 健\n    note: 隣の席", plain="会")
    files = {"people/nakamura.md": SHARED, "2026/a.md": f"---\ndate: 2026-06-01\n{front}\n---\n"}
    files["2026/b.md"] = "---\ndate: 2026-06-02\ncontacts:\n  - person: 中村 浩司\n---\n"
    found = unsettled(tmp_path, files, extra_fields=frozenset({"memo"}))
    assert bool(found) is is_ours


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
