"""How a person is addressed: by the surname where it can be told, with one honorific and never two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import PersonFile
from netjudge_plugin.model.people import Person
from netjudge_plugin.reader.addressing import addressed
from netjudge_plugin.reader.professions import professions

PLACE = Place("journal/people/x.md")


def named(name, profession="", honorific=None, reading=None):
    file = PersonFile(name, PLACE, "people/x.md", honorific=honorific) if honorific else None
    work = (professions().find(profession),) if profession else ()
    return Person("x", name, PLACE, reading=reading, professions=work, file=file)


@pytest.mark.parametrize(
    ("name", "profession", "honorific", "expected"),
    [
        ("佐藤 美咲", "弁護士", None, "佐藤先生"),
        ("佐藤　美咲", "弁護士", None, "佐藤先生"),
        ("佐藤 美咲", "", None, "佐藤様"),
        ("佐藤 美咲", "信用金庫職員", None, "佐藤様"),
        ("佐藤美咲", "弁護士", None, "佐藤美咲先生"),
        ("佐藤 美咲", "弁護士", "さん", "佐藤さん"),
        ("佐藤 健", "弁護士", "くん", "佐藤くん"),
        # written with an honorific or a title already
        ("佐藤先生", "弁護士", None, "佐藤先生"),
        ("佐藤先生", "信用金庫職員", None, "佐藤先生"),
        ("佐藤 美咲先生", "弁護士", None, "佐藤先生"),
        ("佐藤さん", "弁護士", None, "佐藤さん"),
        ("佐藤さん", "弁護士", "先生", "佐藤先生"),
        ("佐藤弁護士", "弁護士", None, "佐藤先生"),
        ("佐藤弁護士先生", "弁護士", None, "佐藤先生"),
        ("弁護士 佐藤 美咲", "弁護士", None, "佐藤先生"),
        ("弁護士佐藤 美咲 様", "弁護士", None, "佐藤様"),
        # where a surname cannot be told
        ("サトウ ミサキ", "弁護士", None, "サトウ ミサキ先生"),
        ("ジョン・スミス", "", None, "ジョン・スミス様"),
        ("John Smith", "", None, "John Smith 様"),
        ("佐藤 エリカ", "弁護士", None, "佐藤先生"),
        ("エリカ 佐藤", "弁護士", None, "エリカ 佐藤先生"),
        ("髙橋 恵", "弁護士", None, "髙橋先生"),
        ("𠮷田 茂", "弁護士", None, "𠮷田先生"),
        ("佐々木 光", "弁護士", None, "佐々木先生"),
        ("さくら ももこ", "", None, "さくら様"),
        # hostile ones
        ('佐藤 "美咲" & %0D%0A', "弁護士", None, "佐藤先生"),
        ("{topic} 100%", "", None, "{topic} 100% 様"),
        ("佐藤\u200b先生", "弁護士", None, "佐藤先生"),
        ("🙂", "", None, "🙂 様"),
        ("先生", "", None, "先生様"),
    ],
)
def test_in_japanese(name, profession, honorific, expected):
    assert addressed(named(name, profession, honorific), "ja") == expected


@pytest.mark.parametrize(
    ("name", "reading", "honorific", "expected"),
    [
        ("Misaki Sato", None, None, "Misaki Sato"),
        ("Misaki Sato", "さとう みさき", None, "Misaki Sato"),
        ("Misaki Sato", None, "Dr.", "Dr. Misaki Sato"),
        ("Misaki Sato", None, "-san", "Misaki Sato-san"),
        ("Misaki Sato", None, "様", "Misaki Sato"),
        ("佐藤 美咲", "さとう みさき", None, "Sato-san"),
        ("佐藤 美咲", "サトウ・ミサキ", None, "Sato-san"),
        ("佐藤 美咲", "さとう みさき", "先生", "Sato-sensei"),
        ("佐藤 美咲", "さとうみさき", None, "佐藤様"),
        ("大野", "おおの", None, "Ono-san"),
        ("佐藤 美咲", None, None, "佐藤様"),
    ],
)
def test_in_english(name, reading, honorific, expected):
    assert addressed(named(name, reading=reading, honorific=honorific), "en") == expected


COURTESIES = ("先生", "さん", "さま", "様", "くん", "ちゃん")
surnames = st.sampled_from(["佐藤", "髙橋", "王", "さくら", "サトウ", "Smith"])


names = st.tuples(
    surnames,
    st.sampled_from(["", " 美咲", "　健", " ミサキ"]),
    st.sampled_from(["", "弁護士", "税理士"]),
    st.sampled_from(["", *COURTESIES]),
)


@given(names, st.sampled_from([None, *COURTESIES]), st.sampled_from(["", "弁護士", "税理士", "会社員"]))
def test_there_is_exactly_one_honorific(parts, chosen, profession):
    said = addressed(named("".join(parts), profession, chosen), "ja")
    (ending,) = [one for one in COURTESIES if said.endswith(one)]
    assert said.startswith(parts[0])
    assert not said.removesuffix(ending).strip().endswith((*COURTESIES, "弁護士", "税理士"))
    assert ending == (chosen or parts[-1] or named("x", profession).honorific)
