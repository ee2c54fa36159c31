"""The JSON of `judge` is an interface: its shape, the order of its keys, and what each of them means."""

from __future__ import annotations

import json

import jsonschema
import pytest
from shapes import DAY, TEXT, VERDICT, listing, maybe, table

SHAPE = table(
    format={"const": 1},
    today=DAY,
    people=listing(
        table(
            id=TEXT,
            name=TEXT,
            verdict=VERDICT,
            why=TEXT,
            step=maybe(TEXT),
            firm={"enum": [True, False, None]},
            axes={"type": "object", "additionalProperties": {"enum": ["ok", "no", "mixed", "unknown"]}},
            stops=listing(table(sign=TEXT, kind=TEXT, date=DAY)),
            revisit=maybe(table(next_meeting={"const": True}, date=DAY)),
            reason=maybe(TEXT),
            computed=maybe(table(verdict=VERDICT, why=TEXT)),
            criteria=table(name=TEXT, digest={"type": "string", "pattern": "^[0-9a-f]{12}$"}),
            counterfactual=maybe(
                table(
                    cost=maybe({"type": "integer", "minimum": 1, "maximum": 6}),
                    sets=listing(
                        listing(
                            table(
                                kind={"enum": ["good", "clear", "release"]},
                                axis=maybe(TEXT),
                                count={"type": "integer", "minimum": 1},
                                words=listing(TEXT),
                            )
                        )
                    ),
                    by_me={"type": "boolean"},
                    **{"from": maybe(DAY)},
                )
            ),
            next=listing(table(axis=TEXT, ask=listing(TEXT), unsure={"type": "boolean"})),
            observations=listing(
                table(
                    date=DAY,
                    word={"type": "string"},
                    axis=TEXT,
                    polarity={"enum": ["+", "-"]},
                    path=maybe(TEXT),
                    line=maybe({"type": "integer", "minimum": 1}),
                )
            ),
        )
    ),
    diagnostics=listing(
        table(
            path=TEXT,
            line={"type": "integer", "minimum": 1},
            column={"type": "integer", "minimum": 1},
            name=TEXT,
            severity={"enum": ["error", "warning", "notice"]},
            message=TEXT,
        )
    ),
)

FULL = {
    "journal/2024.md": """
        ---
        日付: 2024-12-02
        相手:
          - 名前: 林 誠
            読み: はやし まこと
            印象: [はっきりした違和感, 紹介料や名義貸しを持ちかける]
        ---
        """,
    "journal/2026.md": """
        ---
        日付: 2026-11-20
        相手:
          - 名前: 佐藤 美咲
            読み: さとう みさき
            印象:
              - 業務分野が近い
              - 業務分野が近い
              - 話題の共有しやすさ: ○ 同じ研修を受けていた
              - 会話の進め方: ◎
              - 知らないことば
          - 名前: 田中 健
            読み: たなか けん
            士業: 税理士
            印象: [無理のなさ: ×]
            判断: 連絡する
            理由: 恩師の紹介
            期限: 2027-05-31
        ---
        """,
    "journal/2027.md": """
        ---
        日付: 2027-06-01
        相手:
          - 名前: 未来 太郎
            読み: みらい たろう
        参加予定: [佐藤 美咲]
        ---
        """,
    "journal/people/mori.md": """
        ---
        名前: 森 健
        読み: もり けん
        やり取り:
          - {日付: 2026-09-01, 向き: こちらから}
          - {日付: 2026-09-05, 向き: こちらから}
        ---
        """,
}


@pytest.fixture
def full(draw, run):
    """A journal with a bit of everything, judged."""
    folder = draw(FULL)

    def judged(*more: str, today: str = "2026-11-23", **environment: str):
        return run("judge", "--journal", folder / "journal", "--today", today, "--json", *more, **environment)

    return judged


def test_shape(full):
    ran = full()
    assert (ran.code, ran.err) == (0, "")
    jsonschema.validate(ran.json, SHAPE)


def test_keys_stand_in_the_documented_order(full):
    report = full().json
    person = SHAPE["properties"]["people"]["items"]
    assert list(report) == list(SHAPE["properties"])
    assert all(list(found) == list(person["properties"]) for found in report["people"])
    observation = person["properties"]["observations"]["items"]
    seen = [fact for found in report["people"] for fact in found["observations"]]
    assert seen
    assert all(list(fact) == list(observation["properties"]) for fact in seen)
    finding = SHAPE["properties"]["diagnostics"]["items"]
    assert all(list(found) == list(finding["properties"]) for found in report["diagnostics"])


def test_text_is_readable_utf_8_with_two_spaces(full):
    out = full().out
    assert out.startswith('{\n  "format": 1,\n  "today": "2026-11-23",\n  "people": [\n    {\n      "id": ')
    assert '"name": "佐藤 美咲"' in out
    assert out.endswith("}\n")


def test_people_are_those_with_a_file_or_an_entry_up_to_today_in_order_of_id(full):
    assert [p["id"] for p in full().json["people"]] == ["hayashi-makoto", "mori-ken", "sato-misaki", "tanaka-ken"]
    early = [p["id"] for p in full(today="2025-01-01").json["people"]]
    assert early == ["hayashi-makoto", "mori-ken"]


def test_observations(full):
    facts = full().person("sato-misaki")["observations"]
    path = facts[0]["path"]
    assert path.endswith("/journal/2026.md")
    assert [(f["word"], f["axis"], f["polarity"], f["line"]) for f in facts] == [
        ("", "dialogue", "+", 10),  # a bare ◎ is two, in no words
        ("", "dialogue", "+", 10),
        ("near_field", "future", "+", 7),  # written twice, counted once
        ("同じ研修を受けていた", "topics", "+", 9),
    ]


def test_a_decision_of_my_own_stands_beside_the_computed_verdict(full):
    person = full().person("tanaka-ken")
    assert (person["verdict"], person["why"], person["reason"]) == ("contact", "decision", "恩師の紹介")
    assert person["computed"] == {"verdict": "not_this_time", "why": "strain"}
    assert (person["step"], person["firm"], person["revisit"]) == ("S4", None, None)
    assert person["axes"]["ease"] == "no"
    assert [(f["axis"], f["polarity"]) for f in person["observations"]] == [("ease", "-")]


def test_derived_facts_have_no_place(full):
    person = full().person("mori-ken")
    (fact,) = person["observations"]
    assert fact == {
        "date": "2026-10-05", "word": "no_reply", "axis": "timing", "polarity": "-", "path": None, "line": None,
    }  # fmt: skip
    assert (person["verdict"], person["why"], person["firm"]) == ("defer", "timing", None)
    assert person["revisit"] == {"next_meeting": True, "date": "2027-01-05"}


def test_stops(full):
    person = full().person("hayashi-makoto")
    assert (person["verdict"], person["why"], person["step"], person["firm"]) == (
        "not_this_time", "red_line", "S1", True,
    )  # fmt: skip
    assert person["stops"] == [
        {"sign": "clear_discomfort", "kind": "discomfort", "date": "2024-12-02"},
        {"sign": "kickback", "kind": "red_line", "date": "2024-12-02"},
    ]


def test_which_criteria_judged(full):
    criteria = full().person("mori-ken")["criteria"]
    assert criteria["name"] == "標準の判断基準"
    assert {person["criteria"]["digest"] for person in full().json["people"]} == {criteria["digest"]}
    assert full("--criteria", "simple").person("mori-ken")["criteria"]["digest"] != criteria["digest"]


def test_what_would_change_it(full):
    assert full().person("sato-misaki")["counterfactual"] == {
        "cost": 2,
        "sets": [[{"kind": "good", "axis": axis, "count": 1, "words": []} for axis in ("future", "ease")]],
        "by_me": False,
        "from": None,
    }


def test_where_only_i_can_release_it(full):
    change = full().person("hayashi-makoto")["counterfactual"]
    assert (change["by_me"], change["cost"]) == (True, 6)
    assert change["sets"][0] == [
        {"kind": "release", "axis": None, "count": 1, "words": ["kickback"]},
        {"kind": "good", "axis": "future", "count": 2, "words": []},
        {"kind": "good", "axis": "ease", "count": 1, "words": []},
        {"kind": "good", "axis": "boundary", "count": 1, "words": []},
        {"kind": "clear", "axis": "comfort", "count": 1, "words": ["unease_gone"]},
    ]


def test_a_decision_of_my_own_leaves_the_counterfactual_to_the_criteria(full):
    assert full().person("tanaka-ken")["counterfactual"]["cost"] == 5


def test_the_day_from_which_it_is_contact_by_itself(draw, run):
    words = "業務分野が近い, 考え方が似ている, 自然体でいられる, 業務の線引きが明確, 共通の話題がある, 自分が手一杯"
    text = f"---\n日付: 2026-11-20\n相手:\n  - {{名前: 佐藤 美咲, 読み: さとう みさき, 印象: [{words}]}}\n---\n"
    folder = draw({"journal/a.md": text})
    ran = run("judge", "--journal", folder / "journal", "--today", "2026-11-23", "--json")
    found = ran.person("sato-misaki")["counterfactual"]
    assert (found["from"], found["cost"], found["sets"][0][0]["axis"]) == ("2027-02-20", 1, "timing")
    later = run("judge", "--journal", folder / "journal", "--today", "2027-02-20", "--json").person("sato-misaki")
    assert (later["verdict"], later["counterfactual"]) == ("contact", None)


def test_what_to_learn_next(full):
    asked = full().person("sato-misaki")["next"]
    assert [question["axis"] for question in asked] == ["future", "ease", "comfort"]
    assert asked[1] == {"axis": "ease", "ask": ["ふだんの連絡手段とペースを聞く"], "unsure": False}
    assert full().person("hayashi-makoto")["next"] == []


def test_no_step_is_null(full):
    assert full().person("sato-misaki")["step"] is None


def test_diagnostics_say_what_and_how_to_mend_it_in_the_language(full):
    ja, en = full().json, full(NETJUDGE_LANG="en").json
    (found,) = [one for one in ja["diagnostics"] if one["name"] == "unknown-word"]
    assert (found["severity"], found["line"], found["column"]) == ("warning", 11, 9)
    assert " / " in found["message"]
    assert {one["message"] for one in ja["diagnostics"]}.isdisjoint(one["message"] for one in en["diagnostics"])
    assert [without_words(person) for person in ja["people"]] == [without_words(person) for person in en["people"]]


def without_words(person):
    """A person of the report without what stands in the criteria of one language."""
    asked = [{**question, "ask": len(question["ask"])} for question in person["next"]]
    return {**person, "next": asked, "criteria": None}


def test_without_a_site_there_is_no_word_about_its_settings(full):
    assert "missing-purpose" not in {one["name"] for one in full().json["diagnostics"]}


def test_some_people_only(full):
    report = full("田中健", "sato-misaki").json
    assert [person["id"] for person in report["people"]] == ["sato-misaki", "tanaka-ken"]
    assert report["diagnostics"] == full().json["diagnostics"]


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed(draw, really):
    folder = draw(FULL)
    outs = {
        really("judge", "--journal", folder / "journal", "--today", "2026-11-23", "--json", PYTHONHASHSEED=seed).stdout
        for seed in ("0", "0", "1", "4242")
    }
    assert len(outs) == 1
    jsonschema.validate(json.loads(outs.pop()), SHAPE)


def test_json_is_utf_8_whatever_the_terminal_speaks(draw, really):
    folder = draw({"journal/a.md": "---\ndate: 2026-11-20\ncontacts: [{person: 𠮷田 髙子 🙂, reading: よしだ}]\n---\n"})
    ran = really("judge", "--journal", folder / "journal", "--json", PYTHONIOENCODING="cp932")
    assert ran.returncode == 0
    assert json.loads(ran.stdout.decode("utf-8"))["people"][0]["name"] == "𠮷田 髙子 🙂"
