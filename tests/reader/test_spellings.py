"""Whatever way a name is typed, the search has it."""

from __future__ import annotations

import pytest

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import PersonFile, Word
from netjudge_plugin.model.people import Person
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.spellings import spellings

PLACE = Place("journal/people/x.md")


def person(name: str, reading: str | None = None, *, profession: str = "", alias: str = "") -> Person:
    file = PersonFile(name, PLACE, "people/x.md", aliases=(Word(alias, PLACE),)) if alias else None
    work = (professions().find(profession),) if profession else ()
    return Person("x", name, PLACE, reading=reading, professions=work, file=file)


@pytest.mark.parametrize(
    ("found", "typed"),
    [
        (person("髙橋 恵", "たかはし めぐみ"), {"高橋恵", "たかはしめぐみ", "タカハシメグミ", "takahashi megumi"}),
        (person("大野 陽子", "おおの ようこ"), {"オオノ ヨウコ", "ono yoko", "oono youko"}),
        (person("渡邊 さやか", alias="渡辺 沙也加"), {"渡辺さやか", "渡辺沙也加"}),
        (person("林 千尋", profession="社会保険労務士"), {"社会保険労務士", "社労士", "特定社会保険労務士"}),
        (person("Anna Lee", "アンナ・リー"), {"アンナリー", "annalee"}),
    ],
)
def test_other_spellings(found, typed):
    assert typed <= set(spellings(found))


def test_the_name_itself_is_not_repeated():
    assert spellings(person("佐藤")) == ()
    found = spellings(person("佐藤 美咲", "さとう みさき"))
    assert len(set(found)) == len(found)
