"""A firm that only one other person is of tells who that is, and is masked like a name; a common word is not."""

from __future__ import annotations

import pytest
from drawn import draw, settings

from netjudge_plugin import pipeline
from netjudge_plugin.duties.export import held, masked, others
from netjudge_plugin.reader import disk

WORD = "（ほかの方）"
OWN = "---\nperson: 田中 健\nfirm: 田中健法律事務所\nnote: 会 {note}\n---\n"
EVENT = (
    "---\ndate: 2026-11-20\ntags: [みなと総合法律事務所]\ncontacts:\n"
    "  - person: 田中 健\n    firm: 横浜みなと法律事務所\n  - person: 佐藤 花\n    firm: 佐藤花税理士事務所\n---\n"
)


def note_of(tmp_path, note, firm, *more, event=EVENT):
    """The note on 田中 健 as it is exported, where 佐藤 花 (and whoever else) is of that firm."""
    files = {
        "people/t.md": OWN.format(note=note),
        "a.md": event,
        "people/s.md": f"---\nperson: 佐藤 花\nfirm: {firm}\n---\n",
    }
    files |= {
        f"people/{nth}.md": f"---\nperson: {name}\nfirm: {their}\n---\n" for nth, (name, their) in enumerate(more)
    }
    folder = draw(tmp_path, files)
    outlook, _ = pipeline.look(settings(folder))
    journal, _ = pipeline.read_journal(settings(folder))
    person = next(one for one in outlook.everyone.people if one.name == "田中 健")
    report = held(person, outlook, journal, disk.load(folder, "journal")[0])
    return masked(report, others(person, outlook), WORD)["person"]["note"].removeprefix("会 ")


@pytest.mark.parametrize(
    ("firm", "note", "left"),
    [
        ("みなと坂法律事務所", "みなと坂法律事務所の方と同席", "（ほかの方）の方と同席"),
        ("みなと坂法律事務所", "みなと坂 法律事務所とミナト", "（ほかの方）とミナト"),
        ("森事務所", "森事務所で打ち合わせ", "（ほかの方）で打ち合わせ"),
        ("Hill Partners", "Hill Partnersの会", "（ほかの方）の会"),
        ("マネーコンパス研究会", "マネーコンパス研究会にて", "（ほかの方）にて"),
    ],
)
def test_the_firm_of_one_other_person_is_masked(tmp_path, firm, note, left):
    assert note_of(tmp_path, note, firm) == left


def test_a_firm_that_was_only_written_at_a_meeting_is_masked(tmp_path):
    assert note_of(tmp_path, "佐藤花税理士事務所の紹介", "別の坂事務所") == "（ほかの方）の紹介"


@pytest.mark.parametrize(
    "word",
    [
        "事務所",
        "法律事務所",
        "税理士法人",
        "社労士事務所",
        "個人事務所",
        "独立",
        "横浜",
        "みなと",
        "相続",
        "会計事務所",
        "Office",
    ],
)
def test_a_common_word_stays(tmp_path, word):
    assert note_of(tmp_path, f"{word}、{word}の話", word) == f"{word}、{word}の話"


def test_a_word_that_the_journal_has_as_a_tag_stays(tmp_path):
    assert note_of(tmp_path, "みなと総合法律事務所の話", "みなと総合法律事務所") == "みなと総合法律事務所の話"


def test_a_firm_of_two_others_points_at_nobody_and_stays(tmp_path):
    note = "みなと坂法律事務所の方"
    assert note_of(tmp_path, note, "みなと坂法律事務所", ("林 明", "みなと坂 法律事務所")) == note


@pytest.mark.parametrize("own", ["田中健法律事務所", "横浜みなと法律事務所"])
def test_the_own_firm_stays_also_where_another_firm_is_a_part_of_it(tmp_path, own):
    assert note_of(tmp_path, f"{own}へ", own) == f"{own}へ"
    assert note_of(tmp_path, f"{own}へ", "みなと法律事務所") == f"{own}へ"
    assert note_of(tmp_path, "みなと法律事務所へ", "みなと法律事務所") == "（ほかの方）へ"
