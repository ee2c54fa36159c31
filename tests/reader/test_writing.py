"""How known people are called in a new entry: by the name, and by what tells namesakes apart where there are some."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import replace

import pytest
from drawn import event, look
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Contact, Event, Journal, PersonFile
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.names import usable
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.writing import writing

DAY = datetime.date(2026, 11, 20)


def called(folder, files):
    """The fields by which each person of a drawn journal is written, by id."""
    everyone = look(folder, files).everyone
    return {identifier: dict(how.fields) for identifier, how in writing(everyone, "ja", "journal").people.items()}


def test_the_name_is_enough_for_whoever_bears_it_alone(tmp_path):
    file = event("2026-11-20", "{person: 佐藤 美咲, reading: さとう みさき, firm: 佐藤}")
    assert called(tmp_path, {"a.md": file}) == {"sato-misaki": {"person": "佐藤 美咲"}}


def test_namesakes_are_told_apart_by_the_id_that_was_written(tmp_path):
    files = {
        "people/a.md": "---\nperson: 鈴木 健一\nid: suzuki-a\nfirm: 甲\n---\n",
        "people/b.md": "---\nperson: 鈴木 健一\nid: suzuki-b\nfirm: 乙\n---\n",
    }
    assert called(tmp_path, files) == {
        "suzuki-a": {"person": "鈴木 健一", "id": "suzuki-a"},
        "suzuki-b": {"person": "鈴木 健一", "id": "suzuki-b"},
    }


def test_without_ids_the_reading_tells_them_apart_and_without_readings_the_firm(tmp_path):
    contacts = ("{person: 渡辺 健, reading: わたなべ けん}", "{person: 渡辺 健, reading: わたなべ たける}")
    assert called(tmp_path / "1", {"a.md": event("2026-11-20", *contacts)}) == {
        "watanabe-ken": {"person": "渡辺 健", "reading": "わたなべ けん"},
        "watanabe-takeru": {"person": "渡辺 健", "reading": "わたなべ たける"},
    }
    files = {
        "people/a.md": "---\nperson: 田中 太郎\nreading: たなか たろう\nfirm: 甲\n---\n",
        "people/b.md": "---\nperson: 田中 太郎\nreading: たなか たろう\nfirm: 乙\n---\n",
    }
    assert sorted(how["firm"] for how in called(tmp_path / "2", files).values()) == ["乙", "甲"]


def test_where_nothing_tells_them_apart_the_address_does(tmp_path):
    file = "---\nperson: 田中 太郎\nreading: たなか たろう\n---\n"
    found = called(tmp_path, {"people/a.md": file, "people/b.md": file})
    assert found == {identifier: {"person": identifier} for identifier in found}
    assert len(found) == 2


def test_a_variant_of_a_kanji_is_a_name_of_its_own_and_found_by_the_usual_one(tmp_path):
    contacts = ("{person: 髙橋 恵, reading: たかはし めぐみ}", "{person: 高橋 恵, reading: たかはし けい}")
    everyone = look(tmp_path, {"a.md": event("2026-11-20", *contacts)}).everyone
    people = writing(everyone, "ja", "journal").people
    assert [(how.fields, how.also) for how in people.values()] == [
        ({"person": "高橋 恵"}, ("takahashi kei",)),
        ({"person": "髙橋 恵"}, ("高橋恵", "takahashi megumi")),
    ]


@pytest.mark.parametrize(("language", "title", "kind"), [("ja", "件名", "勉強会"), ("en", "title", "study")])
def test_the_words_of_fields_and_kinds_are_those_of_the_language(tmp_path, language, title, kind):
    words = writing(look(tmp_path, {}).everyone, language, "journal")
    assert (words.fields["title"], words.kinds["study"]) == (title, kind)
    assert {"date", "contacts", "person", "impressions", "unsure", "promise", "what", "by"} <= set(words.fields)


def test_what_is_said_to_be_no_name_is_none():
    words = writing(identify(Journal(), professions())[0], "ja", "journal").no_names
    assert {"不明", "unknown", "先生", "税理士"} <= set(words)
    assert not any(usable(word) for word in words)


NAMES = st.sampled_from(["佐藤 美咲", "佐藤美咲", "佐藤 実"])
SOMETIMES_ID = st.sampled_from([None, None, None, "one", "two"])
SOMETIMES_READING = st.sampled_from([None, None, "さとう みさき", "さとう みさ"])
SOMETIMES_FIRM = st.sampled_from([None, None, "甲事務所", "乙事務所"])


@st.composite
def journals(draw):
    """Few names, and anything that may tell their bearers apart or fail to."""
    files = tuple(
        PersonFile(name, Place(f"people/{n}.md"), f"people/{n}.md", id=identifier, reading=reading, firm=firm)
        for n, (name, identifier, reading, firm) in enumerate(
            draw(st.lists(st.tuples(NAMES, SOMETIMES_ID, SOMETIMES_READING, SOMETIMES_FIRM), max_size=3))
        )
    )
    events = tuple(
        Event(
            DAY + datetime.timedelta(days=n),
            "会",
            Place(f"{n}.md", 3),
            f"{n}.md",
            contacts=tuple(
                Contact(name, Place(f"{n}.md", 5 + at), id=identifier, reading=reading, firm=firm)
                for at, (name, identifier, reading, firm) in enumerate(met)
            ),
        )
        for n, met in enumerate(
            draw(
                st.lists(
                    st.lists(st.tuples(NAMES, SOMETIMES_ID, SOMETIMES_READING, SOMETIMES_FIRM), max_size=3), max_size=3
                )
            )
        )
    )
    return Journal(events, files)


def traces(everyone):
    """For each person what was written of them: places of files and contacts, by the id."""
    found = defaultdict(set)
    for person in everyone.people:
        if person.file:
            found[person.id].add(person.file.place)
        found[person.id] |= {encounter.contact.place for encounter in person.encounters}
    return found


@given(journals())
def test_whoever_is_written_as_called_is_met_again_and_nobody_else_changes(journal):
    everyone, _ = identify(journal, professions())
    before = traces(everyone)
    for identifier, how in writing(everyone, "ja", "journal").people.items():
        fields = dict(how.fields)
        name, again = fields.pop("person"), Place("new.md", 5)
        met = (Contact(name, again, **fields),)
        new = Event(DAY + datetime.timedelta(days=30), "会", Place("new.md", 3), "new.md", contacts=met)
        after, _ = identify(replace(journal, events=(*journal.events, new)), professions())
        groups = sorted(map(sorted, traces(after).values()))
        wanted = [{*of, again} if one == identifier else of for one, of in before.items()]
        assert groups == sorted(map(sorted, wanted)), (identifier, how)
