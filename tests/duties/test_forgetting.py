"""Forgetting: exactly the spans of one person go, everything else stays to the byte."""

from __future__ import annotations

import pytest
from growth import EVENLY, growth

from netjudge_plugin.duties.changing import pieces
from netjudge_plugin.model.forgetting import Kind
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.reader import spans

TANAKA = "---\nperson: 田中 健\nreading: たなか けん\naliases: [たなけん]\nemail: ken@tanaka.example\n---\n"


def kinds(plan):
    return [(str(cut.kind), cut.place.line, cut.last_line) for cut in plan.cuts]


def test_a_contact_goes_with_its_lines_and_the_comments_inside_it(journal):
    files = journal(
        {
            "a.md": "\ufeff---\r\ndate: 2026-11-20   # 秋\r\ncontacts:\r\n"
            "  # 一人め\r\n  - person: 田中 健\r\n    note: |\r\n      明るい\r\n\r\n      方\r\n    # また会う\r\n"
            "  # 二人め\r\n  - {person: '佐藤 花', topics: [相続, ] }\r\n---\r\n本文  \r\n"
        }
    )
    plan = files.forget("田中 健")
    assert files.text("a.md") == (
        "\ufeff---\r\ndate: 2026-11-20   # 秋\r\ncontacts:\r\n"
        "  # 一人め\r\n  # 二人め\r\n  - {person: '佐藤 花', topics: [相続, ] }\r\n---\r\n本文  \r\n"
    )
    assert kinds(plan) == [("contact", 5, 10)]


def test_the_last_contact_leaves_an_empty_list(journal):
    files = journal({"a.md": "---\ndate: 2026-11-20\ncontacts:   # 一人だけ\n- person: 田中 健\n---\n"})
    files.forget("田中 健")
    assert files.text("a.md") == "---\ndate: 2026-11-20\ncontacts: []   # 一人だけ\n---\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[佐藤 花, 田中 健, 林 明]", "[佐藤 花, 林 明]"),
        ("[田中 健, 佐藤 花]", "[佐藤 花]"),
        ("[佐藤 花, 田中 健]", "[佐藤 花]"),
        ("[ 田中 健 ]", "[]"),
        ("['田中　健', \"たなけん\"]", "[]"),
        ("[佐藤 花, 田中 健, たなけん,]", "[佐藤 花,]"),
        ("[\n  佐藤 花, # 一\n  田中 健, # 二\n  林 明]", "[\n  佐藤 花, # 一\n   # 二\n  林 明]"),
        ("田中健", "[]"),
        ("\n- 佐藤 花\n- 田中 健 # 二次会も\n- 林 明", "\n- 佐藤 花\n- 林 明"),
        ("\n  - 田中 健", " []"),
    ],
)
def test_names_go_from_lists_however_they_are_written(journal, before, after):
    text = f"---\ndate: 2026-12-04\nattending: {before}\n---\n".replace(": \n", ":\n")
    files = journal({"a.md": text, "people/t.md": TANAKA})
    files.forget("田中 健")
    want = f"---\ndate: 2026-12-04\nattending: {after}\n---\n".replace(": \n", ":\n").replace(":  []", ": []")
    assert files.text("a.md").replace("[佐藤 花, ]", "[佐藤 花]").replace("\n\n---", "\n---") == want


def test_a_name_in_a_text_becomes_a_word_and_the_sentence_stays(journal):
    files = journal(
        {
            "people/t.md": TANAKA,
            "people/h.md": "---\nperson: 林 明\nnote: たなけん、田 中健さん、ＫＥＮ@tanaka.example\n---\n"
            "[田中先生](t.md#x)と[[田中 健|健さん]]、タナカ ケンさん、田中健一、"
            "[%E7%94%B0](a.md?%E7%94%B0%E4%B8%AD%E5%81%A5)\n",
            "a.md": "---\ndate: 2026-11-20\n# 田中健さんの紹介\ncontacts:\n  - person: 田中 健一\n---\n",
        }
    )
    files.forget("田中 健")
    assert files.text("people/h.md") == (
        "---\nperson: 林 明\nnote: （削除）、（削除）さん、（削除）\n---\n"
        "田中先生と（削除）、（削除）さん、田中健一、[%E7%94%B0](a.md?（削除）)\n"
    )
    assert files.text("a.md") == (
        "---\ndate: 2026-11-20\n# （削除）さんの紹介\ncontacts:\n  - person: 田中 健一\n---\n"
    )
    assert not (files.folder / "people" / "t.md").exists()


SUZUKI = {
    "people/one.md": "---\nperson: 鈴木 健一\nid: suzuki-one\nemail: one@suzuki.example\n---\n",
    "people/two.md": "---\nperson: 鈴木 健一\nid: suzuki-two\nnot_same_as: [suzuki-one]\n---\n鈴木さんの事務所\n",
    "a.md": "---\ndate: 2026-11-20\ncontacts:\n  - person: 鈴木 健一\n    id: suzuki-two\n    note: 鈴木 健一さん\n"
    "  - {person: 鈴木 健一, id: suzuki-one}\n  - person: 林 明\n    note: 鈴木健一さんの隣。鈴木先生とも\n---\n",
}


def test_a_namesake_is_never_touched_and_what_may_be_either_is_asked(journal):
    files = journal(SUZUKI)
    plan = files.forget("suzuki-one")
    assert files.text("people/two.md") == SUZUKI["people/two.md"].replace("[suzuki-one]", "[]")
    assert files.text("a.md") == SUZUKI["a.md"].replace("  - {person: 鈴木 健一, id: suzuki-one}\n", "")
    assert [(cut.kind, cut.place.line) for cut in plan.questions] == [(Kind.MENTION, 9), (Kind.MENTION, 9)]


def test_what_may_be_either_goes_when_it_is_said_so(journal):
    files = journal(SUZUKI)
    files.forget("suzuki-one", ambiguous=True)
    assert "note: （削除）さんの隣。（削除）先生とも" in files.text("a.md")
    assert "person: 鈴木 健一\n    id: suzuki-two\n    note: 鈴木 健一さん\n" in files.text("a.md")
    assert files.text("people/two.md").endswith("鈴木さんの事務所\n")


def test_a_contact_that_may_be_of_two_is_asked(journal):
    files = journal(SUZUKI | {"b.md": "---\ndate: 2026-11-21\ncontacts:\n  - person: 鈴木 健一\n---\n"})
    _, plan = files.planned("suzuki-one")
    assert (Kind.CONTACT, "journal/b.md") in [(cut.kind, cut.place.path) for cut in plan.questions]
    files.forget("suzuki-one", ambiguous=True)
    assert files.text("b.md") == "---\ndate: 2026-11-21\ncontacts: []\n---\n"


def test_a_short_name_in_the_middle_of_a_text_is_asked(journal):
    text = "---\ndate: 2026-11-20\ncontacts: []\n---\n林明と会い、林明さん、森林明け\n"
    files = journal({"people/h.md": "---\nperson: 林 明\n---\n", "a.md": text})
    plan = files.forget("林 明")
    assert files.text("a.md") == text.replace("林明さん", "（削除）さん")
    assert [cut.place.column for cut in plan.questions] == [1, 13]


def test_a_bare_surname_and_the_own_firm_are_asked(journal):
    person = TANAKA.replace("email", "firm: 田中総合法務事務所\nemail")
    text = "---\ndate: 2026-11-20\ncontacts: []\n---\n田中 の紹介。田中総合法務事務所にて\n"
    files = journal({"people/t.md": person, "a.md": text})
    plan = files.forget("田中 健")
    assert [(cut.kind, cut.place.column) for cut in plan.questions] == [(Kind.MENTION, 1), (Kind.MENTION, 8)]
    assert files.text("a.md") == text


def asked(plan):
    return [(cut.place.path, cut.place.line, cut.around) for cut in plan.questions]


def test_what_is_a_part_of_another_name_or_of_two_lines_is_asked_about(journal):
    body = "小林明子さん、林明子さん\n| 林 | 明子さん |\n"
    files = journal(
        {"people/h.md": "---\nperson: 林 明子\n---\n", "a.md": f"---\ndate: 2026-11-20\ncontacts: []\n---\n{body}"}
    )
    plan = files.forget("林 明子")
    assert files.text("a.md").endswith("---\n小林明子さん、（削除）さん\n| 林 | 明子さん |\n")
    assert [(line, around) for _, line, around in asked(plan)] == [
        (5, "小【林明子】さん、林明子さん"),
        (6, "| 【林 | 明子】さん |"),
    ]


def test_the_firms_of_others_stay_and_one_that_bears_the_name_is_asked_about(journal):
    event = "---\ndate: 2026-11-20\ncontacts:\n  - {person: 林 明, firm: 田中税理士法人}\n"
    event += "  - {person: 佐藤 花, firm: 田中健税理士事務所}\n---\n"
    files = journal({"people/t.md": TANAKA.replace("aliases", "profession: 税理士\naliases"), "a.md": event})
    plan = files.forget("田中 健")
    assert files.text("a.md") == event
    assert [around for *_, around in asked(plan)] == [
        "{person: 林 明, firm: 【田中】税理士法人}",
        "person: 佐藤 花, firm: 【田中健】税理士事務所}",
    ]


def test_a_name_that_is_a_word_is_asked_about_and_fields_keep_their_names(journal):
    person = "---\nperson: Ann Other\naliases: [Note, Steps]\n---\n"
    event = "---\ndate: 2026-11-20\ncontacts:\n  - {person: 林 明, note: steps}\n---\nNote: see the steps\n"
    files = journal({"people/a.md": person, "a.md": event, "criteria.yml": "steps: [a]\n# Ann Other\n"})
    plan = files.forget("Ann Other")
    assert (files.text("a.md"), len(plan.questions)) == (event, 3)
    assert files.text("criteria.yml") == "steps: [a]\n# （削除）\n"


def test_one_who_is_recorded_under_a_word_goes_all_the_same(journal):
    files = journal({"a.md": "---\ndate: 2026-11-20\ncontacts:\n  - person: Yu\n  - person: あ\n---\nYu\n"})
    files.forget("Yu")
    files.forget("あ")
    assert files.text("a.md") == "---\ndate: 2026-11-20\ncontacts: []\n---\nYu\n"


def test_somebody_known_by_the_name_is_asked_about(journal):
    event = "---\ndate: 2026-11-20\ncontacts:\n  - person: 田中健の秘書\n  - person: 田中 健一\n---\n"
    files = journal({"people/t.md": TANAKA, "a.md": event})
    plan = files.forget("田中 健")
    assert (files.text("a.md"), [around for *_, around in asked(plan)]) == (event, ["- person: 【田中健】の秘書"])


def test_the_given_name_may_come_first(journal):
    text = "---\ndate: 2026-11-20\ncontacts: []\n---\nwith Ken Tanaka, KEN TANAKA. Ken Tanakas\n"
    files = journal({"people/t.md": TANAKA, "a.md": text})
    files.forget("田中 健")
    assert files.text("a.md").endswith("with （削除）, （削除）. Ken Tanakas\n")


@pytest.mark.parametrize(
    "dash",
    ["  -\n    person: 田中 健\n", "  - # c-d\n    # e\n    person: 田中 健\n", "  -   \n\n    person: 田中 健\n"],
)
def test_a_dash_on_a_line_of_its_own_goes_too(journal, dash):
    files = journal({"a.md": f"---\ndate: 2026-11-20\ncontacts:\n{dash}  - person: 林 明\n---\n"})
    files.forget("田中 健")
    assert files.text("a.md") == "---\ndate: 2026-11-20\ncontacts:\n  - person: 林 明\n---\n"


def test_a_name_over_the_end_of_a_line_is_asked_about(journal):
    text = "---\ndate: 2026-11-20\ncontacts:\n  - person: 林 明\n    note: >\n      田中 健、田中\n      健さん\n---\n"
    files = journal({"people/t.md": TANAKA, "a.md": text})
    plan = files.forget("田中 健")
    assert files.text("a.md") == text.replace("田中 健、", "（削除）、")
    assert len(plan.questions) == 1


def test_a_name_in_escapes_of_yaml_is_the_name(journal):
    name = "\\U00007530\\u4E2D\\U00005065"
    event = (
        f'---\ndate: 2026-11-20\ncontacts:\n  - {{person: "{name}"}}\n  - {{person: 林 明, note: "{name}さん"}}\n---\n'
    )
    files = journal({"people/t.md": TANAKA, "a.md": event})
    files.forget("田中 健")
    assert files.text("a.md") == ('---\ndate: 2026-11-20\ncontacts:\n  - {person: 林 明, note: "（削除）さん"}\n---\n')


@pytest.mark.parametrize("blank", [" ", "\u3000", "・"])
def test_a_surname_is_known_by_any_blank(journal, blank):
    person = (
        f"---\nperson: 佐藤{blank}美咲\nreading: さとう みさき\nprofession: 税理士\naliases: [中村{blank}美咲]\n---\n"
    )
    text = "---\ndate: 2026-11-20\ncontacts: []\n---\n佐藤先生、佐藤さん、佐藤税理士、さとうさん、中村の話\n"
    files = journal({"people/s.md": person, "a.md": text})
    plan = files.forget(f"佐藤{blank}美咲")
    assert files.text("a.md").endswith("---\n（削除）先生、（削除）さん、（削除）税理士、（削除）さん、中村の話\n")
    assert [around[around.index("【") :] for *_, around in asked(plan)] == ["【中村】の話"]


def test_the_work_grows_with_the_fields_of_a_file():
    def layout(count):
        contacts = "".join(f"  - {{person: 人{nth}, note: x, firm: y}}\n" for nth in range(count))
        text = f"---\ndate: 2026-11-20\ncontacts:\n{contacts}---\n"
        return spans.read(SourceFile("a.md", "a.md", text.encode()))

    assert growth(lambda one: list(pieces(one)), layout(200), layout(800)) < EVENLY
