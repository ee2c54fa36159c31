"""Forgetting: exactly the spans of one person go, everything else stays to the byte."""

from __future__ import annotations

import pytest

from netjudge_plugin.model.forgetting import Kind

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
