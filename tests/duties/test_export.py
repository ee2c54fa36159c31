"""The export of one person: everything on them, nobody else by any name."""

from __future__ import annotations

import json
import re

import pytest
from drawn import draw, settings
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from netjudge_plugin import pipeline
from netjudge_plugin.duties.export import held, masked, others
from netjudge_plugin.duties.reading_copy import ReadingCopy
from netjudge_plugin.interop import person_json
from netjudge_plugin.locale import catalogue
from netjudge_plugin.reader import disk

WORD = "（ほかの方）"
FILES = {
    "people/t.md": "---\nperson: 田中 健\nreading: たなか けん\nemail: ken@tanaka.example\nphone: 03-1234-5678\n"
    "note: |\n  [[佐藤 花]]さんの紹介。\n  hana@sato.example に写しを送る。林先生も同席。\nexchanges:\n"
    "  - {date: 2026-11-21, direction: out, note: サトウ ハナさんにも}\ndecisions:\n"
    "  - {date: 2026-11-22, decision: 連絡する, reason: 佐藤花さんの勧め, until: 2027-01-01}\n---\n覚え書き\n",
    "people/s.md": "---\nperson: 佐藤 花\nid: hana-s\nreading: さとう はな\nemail: hana@sato.example\n---\n"
    "田中 健さんに紹介した。\n",
    "2026/a.md": "---\ntitle: 佐藤花さんの会\ndate: 2026-11-20\ncontacts:\n  - person: 田中 健\n"
    "    impressions: [業務分野が近い, comfort: ○ 佐藤さんの話]\n    topics: [相続]\n    promise: 林 明さんを紹介\n"
    "  - person: 林 明\n    note: 田中 健さんの隣、森 茂さんの前\n---\n",
    "2027/b.md": "---\ndate: 2027-01-20\nattending: [田中 健, 森 茂子]\n---\n",
}


@pytest.fixture
def export(tmp_path):
    """The masked report on somebody, and the finder of all others."""

    def made(name, files=FILES):
        folder = draw(tmp_path, files)
        outlook, _ = pipeline.look(settings(folder))
        journal, _ = pipeline.read_journal(settings(folder))
        person = next(one for one in outlook.everyone.people if one.name == name)
        finder = others(person, outlook)
        report = held(person, outlook, journal, disk.load(folder, "journal")[0], ["office"])
        text = "\n".join(ReadingCopy(catalogue("ja"), outlook.criteria).lines(masked(report, finder, WORD)))
        return report, masked(report, finder, WORD), text

    return made


def test_everything_on_the_person_is_there(export):
    raw, report, text = export("田中 健")
    assert report["person"]["email"] == "ken@tanaka.example"
    assert report["person"]["text"] == "覚え書き"
    assert [one["text"] for one in raw["encounters"][0]["impressions"]] == ["業務分野が近い", "○ 佐藤さんの話"]
    assert (report["encounters"][0]["path"], report["encounters"][0]["line"]) == ("journal/2026/a.md", 5)
    assert report["verdict"]["verdict"] == "contact"
    assert [one["date"] for one in report["expected"]] == ["2027-01-20"]
    assert [(one["path"], one["line"]) for one in report["records"]] == [
        ("journal/2026/a.md", 5),
        ("journal/people/t.md", 1),
    ]
    assert [(one["path"], one["line"]) for one in report["mentions"]] == [
        ("journal/2026/a.md", 10),
        ("journal/2027/b.md", 3),
        ("journal/people/s.md", 7),
    ]
    assert report["published_to"] == ["office"]
    for said in (
        "ken@tanaka.example",
        "03-1234-5678",
        "覚え書き",
        "連絡する",
        "2027-01-20",
        "journal/people/t.md:1–14",
    ):
        assert said in text


def test_nobody_else_is(export):
    _, report, text = export("田中 健")
    for written in (json.dumps(report, ensure_ascii=False), text):
        for other in ("佐藤", "サトウ", "hana@", "林", "森 茂"):
            assert other not in written.replace("森 茂さん", "")
    assert report["person"]["note"].startswith("[[（ほかの方）]]さんの紹介。")
    assert report["encounters"][0]["title"] == "（ほかの方）さんの会"
    assert "03-1234-5678" in text


def test_the_keys_are_those_that_are_told(export):
    report, _, _ = export("田中 健")
    told = person_json.__doc__
    for key in report:
        assert re.search(rf"^    (\w+, +)?{key}\b", told, flags=re.MULTILINE), key
    assert list(report)[:3] == ["format", "today", "person"]


def test_a_namesake_of_a_part_keeps_the_own_name(export):
    files = FILES | {
        "people/i.md": "---\nperson: 田中 健一\n---\n",
        "c.md": "---\ndate: 2026-11-01\ncontacts: []\n---\n田中健一と田中 健さん\n",
    }
    _, report, _ = export("田中 健", files)
    assert [one["text"] for one in report["mentions"] if one["path"] == "journal/c.md"] == ["（ほかの方）と田中 健さん"]


NAMES = st.sampled_from(
    ["佐藤 花", "佐藤花", "林 明さん", "さとう はな", "hana@sato.example", "田中 健", "森", "相続", "と", "。", " "]
)


@effort(max_examples=80, deadline=None)
@given(note=st.lists(NAMES, min_size=1, max_size=8).map("".join))
def test_no_text_lets_another_name_through(tmp_path_factory, note):
    files = FILES | {"people/t.md": f"---\nperson: 田中 健\nnote: '会 {note}'\n---\n{note}\n"}
    folder = draw(tmp_path_factory.mktemp("j"), files)
    outlook, _ = pipeline.look(settings(folder))
    person = next(one for one in outlook.everyone.people if one.name == "田中 健")
    finder = others(person, outlook)
    text = masked(f"会 {note}", finder, WORD)
    assert not finder.spots(text)
