"""Who is who over all files: part B of the hostile cases, and the rule that nobody is merged or written over."""

from __future__ import annotations

import datetime
import re

import pytest
from drawn import TODAY, event, look, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pathvalidate import is_valid_filename
from records import judged

from netjudge_plugin.locale import catalogue
from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Contact, Event, Impression, Journal
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.romaji import slug


def ids(outlook):
    return {person.id: person.name for person in outlook.people}


def met(outlook, identifier):
    return next(len(person.encounters) for person in outlook.people if person.id == identifier)


def test_the_same_name_is_one_person_and_meeting_again_the_usual_case(tmp_path):
    outlook = look(
        tmp_path,
        {
            "2026-09-04.md": event("2026-09-04", "{person: 佐藤 美咲, reading: さとう みさき}"),
            "2026-11-20.md": event("2026-11-20", "{person: 佐藤　美咲}"),
        },
    )
    assert ids(outlook) == {"sato-misaki": "佐藤 美咲"}
    assert met(outlook, "sato-misaki") == 2
    assert said(outlook) == []


def test_the_honorific_is_my_own_choice_else_the_profession_s_else_sama(tmp_path):
    contacts = ("{person: 甲野 一}", "{person: 乙野 二, profession: 弁護士}", "{person: 丙野 三, profession: 占い師}")
    outlook = look(
        tmp_path,
        {
            "2026-09-04.md": event("2026-09-04", *contacts),
            "people/a.md": "---\nperson: 丁野 四\nprofession: 弁護士\nhonorific: さん\n---\n",
        },
    )
    assert {person.name: person.honorific for person in outlook.people} == {
        "甲野 一": "様",
        "乙野 二": "先生",
        "丙野 三": "様",
        "丁野 四": "さん",
    }


def test_b1_two_person_files_of_one_name_are_two_people_and_a_question(tmp_path):
    outlook = look(
        tmp_path,
        {
            "people/a.md": "---\nperson: 田中 太郎\nreading: たなか たろう\n---\n",
            "people/b.md": "---\nperson: 田中 太郎\nreading: たなか たろう\n---\n",
            "2026-11-20.md": event("2026-11-20", "{person: 田中 太郎}"),
        },
    )
    assert len(ids(outlook)) == 2
    assert len({identifier.casefold() for identifier in ids(outlook)}) == 2
    names = [line.split(" ")[1] for line in said(outlook)]
    assert "same-name" in names
    question = next(d for d in outlook.diagnostics if d.name == "same-name")
    assert (question.place.path, question.place.line) == ("journal/people/b.md", 2)
    assert question.facts["other"] == "journal/people/a.md:2"
    # the meeting could be of either: it is given to neither, and said so with both
    lost = next(d for d in outlook.diagnostics if d.name == "ambiguous-person")
    assert "people/a.md:2" in lost.facts["other"]
    assert "people/b.md:2" in lost.facts["other"]
    assert all(not person.encounters for person in outlook.people)


@pytest.mark.parametrize(
    "how", ["{person: 田中 太郎, id: tanaka-b}", "{person: 田中 太郎, firm: 横浜事務所}", "{person: tanaka-b}"]
)
def test_b1_an_id_or_the_office_tells_them_apart(tmp_path, how):
    outlook = look(
        tmp_path,
        {
            "people/a.md": "---\nperson: 田中 太郎\nid: tanaka-a\nreading: たなか たろう\nfirm: 東京事務所\n---\n",
            "people/b.md": "---\nperson: 田中 太郎\nid: tanaka-b\nreading: たなか たろう\nfirm: 横浜事務所\n---\n",
            "2026-11-20.md": event("2026-11-20", how),
        },
    )
    assert ids(outlook) == {"tanaka-a": "田中 太郎", "tanaka-b": "田中 太郎"}
    assert (met(outlook, "tanaka-a"), met(outlook, "tanaka-b")) == (0, 1)
    assert said(outlook) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("reading: さいとう ゆうこ", "reading: さいとう ひろこ"), ("id: saito-a", "id: saito-b")],
)
def test_different_readings_or_ids_are_a_question_and_two_people(tmp_path, one, other):
    outlook = look(
        tmp_path,
        {
            "2026-09-04.md": event("2026-09-04", f"{{person: 斎藤 裕子, {one}}}"),
            "2026-11-20.md": event("2026-11-20", f"{{person: 斎藤 裕子, {other}}}"),
        },
    )
    assert len(ids(outlook)) == 2
    question = next(d for d in outlook.diagnostics if d.name == "same-name")
    assert (question.place.path, question.place.line) == ("journal/2026-11-20.md", 5)
    assert question.facts["other"] == "journal/2026-09-04.md:5"


def test_a_changed_office_is_a_notice_not_another_person(tmp_path):
    outlook = look(
        tmp_path,
        {
            "a.md": event("2026-09-04", "{person: 佐藤 美咲, reading: さとう みさき, firm: 東京事務所}"),
            "b.md": event("2026-11-20", "{person: 佐藤 美咲, firm: 横浜事務所}"),
        },
    )
    assert ids(outlook) == {"sato-misaki": "佐藤 美咲"}
    assert said(outlook) == ["b.md:5:14 changed-firm"]
    assert outlook.people[0].firm == "横浜事務所"


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("ｶﾞﾗｼｬ", "ガラシャ"),  # B4: half width
        ("カ\u3099ラシャ", "ガラシャ"),  # B2: as macOS decomposes it
        ("田中　太郎", "田中太郎"),  # B4: full-width space, and none
        (" 田中 太郎 ", "田中 太郎"),
        ("葛\U000e0100城 恵", "葛城 恵"),  # B12: a variation selector
    ],
)
def test_b2_b4_b12_widths_spaces_and_selectors_do_not_make_a_twin(tmp_path, one, same):
    files = {
        "a.md": event("2026-09-04", f'{{person: "{one}", reading: かな}}'),
        "b.md": event("2026-11-20", f'{{person: "{same}"}}'),
    }
    outlook = look(tmp_path, files)
    assert len(outlook.people) == 1
    assert said(outlook) == []


@pytest.mark.parametrize(("one", "other"), [("髙橋", "高橋"), ("山﨑", "山崎"), ("𠮷田", "吉田"), ("齋藤", "斎藤")])
def test_b3_variants_of_kanji_stay_two_people_with_a_hint(tmp_path, one, other):
    files = {
        "a.md": event("2026-09-04", f"{{person: {one} 恵, reading: かな けい}}"),
        "b.md": event("2026-11-20", f"{{person: {other} 恵}}"),
    }
    outlook = look(tmp_path, files)
    assert {person.name for person in outlook.people} == {f"{one} 恵", f"{other} 恵"}
    hint = next(d for d in outlook.diagnostics if d.name == "similar-name")
    assert hint.severity == "notice"
    assert hint.facts["other"] == "journal/a.md:5"


def test_b3_an_alias_merges_and_keeps_the_own_spelling(tmp_path):
    files = {
        "people/x.md": "---\n名前: 髙橋 恵\n読み: たかはし めぐみ\n別名: 高橋 恵\n---\n",
        "b.md": event("2026-11-20", "{person: 高橋 恵}"),
    }
    outlook = look(tmp_path, files)
    assert ids(outlook) == {"takahashi-megumi": "髙橋 恵"}
    assert met(outlook, "takahashi-megumi") == 1
    assert said(outlook) == []


def test_b3_another_person_silences_the_hint(tmp_path):
    files = {
        "people/x.md": "---\n名前: 髙橋 恵\n読み: たかはし けい\n別人: 高橋 恵\n---\n",
        "b.md": event("2026-11-20", "{person: 高橋 恵}"),
    }
    assert [line for line in said(look(tmp_path, files)) if "similar" in line] == []


def test_an_alias_that_is_somebody_elses_name_means_nobody(tmp_path):
    files = {
        "people/x.md": "---\n名前: 髙橋 恵\n読み: たかはし けい\n別名: 高橋 恵\n---\n",
        "people/y.md": "---\n名前: 高橋 恵\n読み: たかはし めぐみ\n---\n",
        "b.md": event("2026-11-20", "{person: 高橋 恵}"),
    }
    outlook = look(tmp_path, files)
    assert "people/x.md:4:5 alias-taken" in said(outlook)
    assert met(outlook, "takahashi-megumi") == 1


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd", r"..\\..\\x", "/abs", r"C:\\x",  # B5
        "CON", "aux", "NUL.txt", "COM1", "a.", "b ",  # B6
        r"a?b#c%2F:*\"<>|",  # B7
        "あ" * 300, "あ" * 90,  # B8
        "README", "index", "404", "search", "assets", ".hidden",  # B10
        "👩‍⚖️ 弁護士", "葛󠄀城",  # B12
        "<img src=x onerror=alert(1)>", "{{ config }}",
    ],
)  # fmt: skip
def test_b5_to_b12_any_name_has_a_safe_address(tmp_path, name):
    outlook = look(tmp_path, {"a.md": event("2026-11-20", f'{{person: "{name}"}}')})
    (person,) = outlook.people
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", person.id)
    assert len(person.id.encode()) <= 100
    assert is_valid_filename(f"{person.id}.html", platform="universal")


def test_b9_addresses_differ_without_regard_to_case(tmp_path):
    files = {"a.md": event("2026-11-20", "{person: 田中 一, id: Tanaka}", "{person: 田中 二, id: tanaka}")}
    outlook = look(tmp_path, files)
    assert len({identifier.casefold() for identifier in ids(outlook)}) == 2
    assert all(re.fullmatch("[Tt]anaka-[0-9a-f]{4}", identifier) for identifier in ids(outlook))
    assert [d.name for d in outlook.diagnostics if d.name == "id-clash"] == ["id-clash"] * 2


def test_b9_the_same_reading_gives_both_a_part_of_their_names_hash(tmp_path):
    files = {
        "a.md": event(
            "2026-11-20", "{person: 佐藤 愛, reading: さとう あい}", "{person: 佐藤 藍, reading: さとう あい}"
        )
    }
    both = set(ids(look(tmp_path / "1", files)))
    assert all(re.fullmatch("sato-ai-[0-9a-f]{4}", identifier) for identifier in both)
    # no counters: with a third one they keep their addresses
    files["b.md"] = event("2026-11-21", "{person: 佐藤 亜衣, reading: さとう あい}")
    assert both < set(ids(look(tmp_path / "2", files)))


def test_b11_signs_that_nobody_sees_are_taken_out_and_said(tmp_path):
    files = {
        "a.md": event(
            "2026-11-20", '{person: "田中\u202egpj.exe", reading: たなか}', '{person: "鈴木\u200b一", reading: すずき}'
        )
    }
    outlook = look(tmp_path, files)
    assert {person.name for person in outlook.people} == {"田中gpj.exe", "鈴木一"}
    assert [(d.name, d.facts["code"]) for d in outlook.diagnostics] == [
        ("invisible-character", "U+202E"),
        ("invisible-character", "U+200B"),
    ]


@pytest.mark.parametrize("name", ['""', '"　"', '"-"', "不明", '"?"', "unknown"])
def test_b13_what_is_no_name_is_an_error_and_costs_only_that_contact(tmp_path, name):
    files = {"a.md": event("2026-11-20", f"{{person: {name}}}", "{person: 佐藤 美咲, reading: さとう みさき}")}
    outlook = look(tmp_path, files)
    assert list(ids(outlook)) == ["sato-misaki"]
    assert [d.severity for d in outlook.diagnostics] == ["error"]
    assert outlook.diagnostics[0].place.line == 5


def test_the_same_person_twice_at_one_event_is_said(tmp_path):
    files = {"a.md": event("2026-11-20", "{person: 佐藤 美咲, reading: さとう みさき}", "{person: 佐藤美咲}")}
    assert said(look(tmp_path, files)) == ["a.md:6:14 listed-twice"]


def test_a_person_who_is_only_expected_is_nobody_yet(tmp_path):
    files = {
        "a.md": "---\ndate: 2026-12-04\nattending: [佐藤 美咲, 新しい 方]\n---\n",
        "people/s.md": "---\nperson: 佐藤 美咲\nreading: さとう みさき\n---\n",
    }
    outlook = look(tmp_path, files)
    assert list(ids(outlook)) == ["sato-misaki"]
    assert [event.date.isoformat() for event in outlook.people[0].expected] == ["2026-12-04"]


def test_p11_a_person_is_judged_alone(tmp_path):
    """Adding or removing another person never changes this one's judgement."""
    words = "業務分野が近い, 考え方が似ている, 自然体でいられる, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"
    mine = f"{{person: 佐藤 美咲, reading: さとう みさき, impressions: [{words}]}}"
    others = [f"{{person: 人{nth}, reading: ひと, impressions: [はっきりした違和感]}}" for nth in "一二三"]
    alone = look(tmp_path / "1", {"a.md": event("2026-11-20", mine)})
    among = look(tmp_path / "2", {"a.md": event("2026-11-20", mine, *others), "b.md": event("2026-11-21", *others)})
    one, same = alone.judged["sato-misaki"].now, among.judged["sato-misaki"].now
    assert (one.verdict, one.why, one.axes, one.computed) == (same.verdict, same.why, same.axes, same.computed)


WORDS = st.sampled_from(
    [
        "業務分野が近い",
        "自然体でいられる",
        "話をよく聞く",
        "小さな違和感",
        "違和感が解けた",
        "はっきりした違和感",
        "返信を急かされそう",
    ]
)
DAYS = st.dates(datetime.date(2025, 1, 1), TODAY)
CONTACTS = st.lists(st.tuples(DAYS, st.lists(WORDS, max_size=4)), max_size=4)


def judged_from(meetings):
    """Everybody's judgement from (name, day, words), one event a meeting, without a detour over files."""
    events = []
    for nth, (name, day, words) in enumerate(meetings):
        place = Place(f"journal/{nth}.md", 5, 13)
        impressions = tuple(Impression(word, Place(place.path, 6 + at, 9)) for at, word in enumerate(words))
        contact = Contact(name, place, impressions=impressions)
        events.append(Event(day, "会", Place(place.path), f"{nth}.md", contacts=(contact,)))
    people = identify(Journal(tuple(events)), professions())[0].people
    return {person.name: judged(person, TODAY) for person in people}


@settings(max_examples=200)
@given(CONTACTS.filter(bool), st.lists(st.tuples(st.sampled_from(["髙橋 恵", "田中 健"]), CONTACTS), max_size=2))
def test_p11_no_other_person_changes_a_judgement(mine, others):
    own = [("佐藤 美咲", day, words) for day, words in mine]
    more = [(name, day, words) for name, meetings in others for day, words in meetings]
    alone, among = judged_from(own)["佐藤 美咲"], judged_from(own + more)["佐藤 美咲"]
    assert alone == among


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


@settings(max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
@given(texts | st.text("あいうえおかがきゃゅょっーんアイウ 　・", min_size=1, max_size=90))
def test_b14_any_text_gives_a_slug_that_every_system_can_store(text):
    made = slug(text)
    assert made == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made.encode()) <= 100
    assert not made or is_valid_filename(f"{made}.html", platform="universal")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(["佐藤 美咲", "佐藤 美咲（東京）", "髙橋 恵", "高橋 恵", "田中 太郎"]), st.integers(0, 4))
def test_h2_the_order_of_contacts_and_files_changes_nobody(tmp_path_factory, names, cut):
    first, second = names[:cut], names[cut:]

    def drawn(folder, one, other):
        files = {
            "a.md": event("2026-11-20", *(f"{{person: {n}}}" for n in one)),
            "b.md": event("2026-11-20", *(f"{{person: {n}}}" for n in other)),
        }
        return ids(look(folder, files))

    folder = tmp_path_factory.mktemp("order")
    assert drawn(folder / "1", first, second) == drawn(folder / "2", second, first)


def test_what_a_coming_entry_says_of_a_new_person_is_ignored_with_one_warning(tmp_path):
    """Most often the year is mistyped."""
    files = {"a.md": event("2027-11-20", "{person: 佐藤 美咲, reading: さとう みさき, impressions: [話をよく聞く]}")}
    outlook = look(tmp_path, files)
    assert outlook.people == ()
    assert said(outlook) == ["a.md:5:53 coming-ignored"]


@pytest.mark.parametrize(
    ("one", "other", "hint"),
    [
        ("reading: たなか いちろう", "reading: たなか いちろ", "読みをそろえて"),
        ("id: a-one", "id: b-two", "people フォルダに"),
    ],
)
def test_a_question_says_what_speaks_of_two(tmp_path, one, other, hint):
    files = {
        "a.md": event("2026-09-04", f"{{person: 田中 一郎, {one}}}"),
        "b.md": event("2026-11-20", f"{{person: 田中 一郎, {other}}}"),
    }
    question = next(d for d in look(tmp_path, files).diagnostics if d.name == "same-name")
    assert hint in message(question, catalogue("ja"))[1]


def test_a_contact_with_an_id_is_heard_before_one_without(tmp_path):
    """Whoever is named by id or reading founds the person that a firm alone can then point to."""
    files = {
        "a.md": event("2026-09-01", "{person: 田中 一郎, firm: 横浜事務所}"),
        "b.md": event("2026-09-02", "{person: 田中 一郎, id: a-one, firm: 東京事務所}"),
        "c.md": event("2026-09-03", "{person: 田中 一郎, id: b-two, firm: 横浜事務所}"),
    }
    outlook = look(tmp_path, files)
    assert (met(outlook, "a-one"), met(outlook, "b-two")) == (1, 2)


def test_a_firm_that_nobody_of_the_name_has_points_to_nobody(tmp_path):
    files = {
        "people/a.md": "---\nperson: 田中 一郎\nid: a-one\nreading: たなか いちろう\nfirm: 東京事務所\n---\n",
        "people/b.md": "---\nperson: 田中 一郎\nid: b-two\nreading: たなか いちろう\nfirm: 横浜事務所\n---\n",
        "c.md": event("2026-09-03", "{person: 田中 一郎, firm: 大阪事務所}"),
    }
    outlook = look(tmp_path, files)
    assert (met(outlook, "a-one"), met(outlook, "b-two")) == (0, 0)
    assert said(outlook) == ["c.md:5:14 ambiguous-person"]


def test_a_hint_is_silenced_by_an_id_as_well(tmp_path):
    files = {
        "people/x.md": "---\n名前: 髙橋 恵\n読み: たかはし けい\n識別子: taka-x\n別人: taka-y\n---\n",
        "people/y.md": "---\n名前: 高橋 恵\n読み: たかはし けい\n識別子: taka-y\n---\n",
    }
    assert said(look(tmp_path, files)) == []


def test_a_file_and_a_contact_that_give_different_ids_are_two(tmp_path):
    files = {
        "people/x.md": "---\n名前: 田中 一郎\n読み: たなか いちろう\n識別子: a-one\n---\n",
        "b.md": event("2026-11-20", "{person: 田中 一郎, id: b-two}"),
    }
    outlook = look(tmp_path, files)
    assert set(ids(outlook)) == {"a-one", "b-two"}
    assert "same-name" in {d.name for d in outlook.diagnostics}


def test_an_id_with_another_reading_than_the_files_is_somebody_else_and_a_question(tmp_path):
    files = {
        "people/x.md": "---\n名前: 斎藤 裕子\n読み: さいとう ゆうこ\n---\n",
        "b.md": event("2026-11-20", "{person: 斎藤 裕子, reading: さいとう ひろこ, id: saito-hiroko}"),
    }
    outlook = look(tmp_path, files)
    assert set(ids(outlook)) == {"saito-yuko", "saito-hiroko"}
    assert "same-name" in {d.name for d in outlook.diagnostics}


def test_one_id_with_two_readings_is_a_question(tmp_path):
    files = {
        "a.md": event("2026-09-20", "{person: 斎藤 裕子, reading: さいとう ゆうこ, id: saito}"),
        "b.md": event("2026-11-20", "{person: 斎藤 裕子, reading: さいとう ひろこ, id: saito}"),
    }
    assert "same-name" in {d.name for d in look(tmp_path, files).diagnostics}


def test_the_id_in_an_address_is_understood_as_a_name(tmp_path):
    two = ("{person: 佐藤 愛, reading: さとう あい}", "{person: 佐藤 藍, reading: さとう あい}")
    first = next(
        i for i, name in ids(look(tmp_path / "1", {"a.md": event("2026-09-20", *two)})).items() if name == "佐藤 愛"
    )
    files = {"a.md": event("2026-09-20", *two), "b.md": event("2026-11-20", f"{{person: {first}}}")}
    outlook = look(tmp_path / "2", files)
    assert met(outlook, first) == 2
    files["b.md"] = event("2026-11-20", "{person: sato-ai}")
    assert "ambiguous-person" in {d.name for d in look(tmp_path / "3", files).diagnostics}


#: 佐藤 美咲 and somebody of the same reading whose name might be an id: their addresses clash.
MISAKI, LATIN = "{person: 佐藤 美咲, reading: さとう みさき}", "{person: Misaki Sato, reading: さとう みさき}"


@pytest.mark.parametrize("name", ["佐藤 美咲", "Misaki Sato"])
def test_an_address_with_a_part_of_the_hash_is_understood_beside_a_name_that_might_be_an_id(tmp_path, name):
    """Also that of the one whose own name might be an id."""
    files = {"a.md": event("2026-09-20", MISAKI, LATIN)}
    address = next(i for i, found in ids(look(tmp_path / "1", files)).items() if found == name)
    assert re.fullmatch("sato-misaki-[0-9a-f]{4}", address)
    outlook = look(tmp_path / "2", files | {"b.md": event("2026-11-20", f"{{person: {address}}}")})
    assert sorted(ids(outlook).values()) == ["Misaki Sato", "佐藤 美咲"]
    assert met(outlook, address) == 2
    plain = look(tmp_path / "3", files | {"b.md": event("2026-11-20", "{person: sato-misaki}")})
    assert [d.name for d in plain.diagnostics if d.place.path.endswith("b.md")] == ["ambiguous-person"]


def test_an_address_from_the_days_of_a_clash_is_still_understood(tmp_path):
    address = next(
        i for i, n in ids(look(tmp_path / "1", {"a.md": event("2026-09-20", MISAKI, LATIN)})).items() if n[0] == "佐"
    )
    files = {"a.md": event("2026-09-20", MISAKI), "b.md": event("2026-11-20", f"{{person: {address}}}")}
    outlook = look(tmp_path / "2", files)
    assert ids(outlook) == {"sato-misaki": "佐藤 美咲"}
    assert met(outlook, "sato-misaki") == 2


def test_a_latin_name_is_called_by_its_id_too(tmp_path):
    files = {
        "a.md": event("2026-09-20", "{person: Anna Lee, reading: アンナ・リー}"),
        "b.md": event("2026-11-20", "{person: anna-ri}"),
    }
    assert ids(look(tmp_path, files)) == {"anna-ri": "Anna Lee"}


def test_two_names_that_are_each_others_ids_stay_two(tmp_path):
    files = {
        "a.md": event("2026-09-20", "{person: anna, id: beth}"),
        "b.md": event("2026-11-20", "{person: beth, id: anna}"),
    }
    assert ids(look(tmp_path, files)) == {"beth": "anna", "anna": "beth"}


def test_nobody_is_called_by_an_id(tmp_path):
    files = {
        "a.md": event("2026-09-20", "{person: saito-yuko}"),
        "b.md": event("2026-11-20", "{person: 斎藤 裕子, reading: さいとう ゆうこ}"),
    }
    assert ids(look(tmp_path, files)) == {"saito-yuko": "斎藤 裕子"}


def test_strangers_of_one_name_do_not_move_a_third_persons_address(tmp_path):
    two = ["{person: 佐藤 愛, reading: さとう あい}", "{person: 佐藤 藍, reading: さとう あい}"]
    before = {name: i for i, name in ids(look(tmp_path / "1", {"a.md": event("2026-09-20", *two)})).items()}
    files = {
        "a.md": event("2026-09-20", two[1]),
        "people/a.md": "---\nperson: 佐藤 愛\nreading: さとう あい\nfirm: 東京\n---\n",
        "people/b.md": "---\nperson: 佐藤 愛\nreading: さとう あい\nfirm: 横浜\n---\n",
    }
    assert before["佐藤 藍"] in ids(look(tmp_path / "2", files))
