"""Who will come, by a name that the journal does not have quite so."""

from __future__ import annotations

import pytest
from drawn import event, look, said

MET = event(
    "2026-11-20", "{person: 中川 みほ, reading: なかがわ みほ}", "{person: 小林 さくら🌸, reading: こばやし さくら}"
)


def expecting(*names: str, date: str = "2026-12-04") -> str:
    return f"---\ntitle: 忘年会\ndate: {date}\nattending: [{', '.join(names)}]\n---\n"


@pytest.mark.parametrize("name", ["中川", "中川さん", "小林 さくら", "小林　さくら"])
def test_a_name_close_to_somebodys_is_a_notice_that_names_the_place(tmp_path, name):
    outlook = look(tmp_path, {"2026-11-20.md": MET, "2026-12-04.md": expecting(name)})
    assert said(outlook) == ["2026-12-04.md:4:13 attending-unclear"]
    line = 5 if name.startswith("中川") else 6
    assert outlook.diagnostics[0].facts == {"other": f"journal/2026-11-20.md:{line}"}
    assert outlook.briefings[0].unknown


@pytest.mark.parametrize("name", ["中川 みほ", "中村", "川", "みほ", "鈴木 一"])
def test_names_that_are_known_or_far_are_none(tmp_path, name):
    assert said(look(tmp_path, {"2026-11-20.md": MET, "2026-12-04.md": expecting(name)})) == []


def test_several_are_said_to_be_several(tmp_path):
    more = event("2026-10-20", "{person: 中川 一, reading: なかがわ はじめ}")
    outlook = look(tmp_path, {"2026-10-20.md": more, "2026-11-20.md": MET, "2026-12-04.md": expecting("中川")})
    assert [(found.name, dict(found.facts)) for found in outlook.diagnostics] == [("attending-unclear", {})]


def test_what_is_past_needs_no_hint(tmp_path):
    assert said(look(tmp_path, {"2026-11-20.md": MET, "2026-11-22.md": expecting("中川", date="2026-11-22")})) == []
