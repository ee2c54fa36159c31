"""`week`: the page's words in the terminal, and the plan as JSON for other programs."""

from __future__ import annotations

import json

import jsonschema
import pytest
from shapes import DAY, table

from netjudge_plugin.interop import week_json

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"

JOURNAL = {
    "journal/2026/aki.md": f"""
    ---
    件名: 秋の交流会
    日付: 2026-11-20
    相手:
      - 名前: 佐藤 美咲
        読み: さとう みさき
        士業: 税理士
        印象: [{GOOD}]
        約束: {{内容: 資料を送る, 期日: 2026-11-30}}
      - {{名前: 青木 一, 読み: あおき はじめ, 印象: [{GOOD}]}}
      - {{名前: 田中 健, 読み: たなか けん, 印象: [返信を急かされそう], 約束: {{内容: 名簿を渡す, 期日: 2026-11-21}}}}
    ---
    """,
    "journal/2026/natsu.md": f"""
    ---
    件名: 夏の交流会
    日付: 2026-06-20
    相手:
      - {{名前: 森 健, 読み: もり けん, 印象: [{GOOD}]}}
      - {{名前: 林 誠, 読み: はやし まこと, 印象: [{GOOD}]}}
    ---
    """,
    "journal/2023.md": f"""
    ---
    日付: 2023-06-20
    相手: [{{名前: 渡辺 静, 読み: わたなべ しずか, 印象: [{GOOD}]}}]
    ---
    """,
    "journal/people/hayashi.md": "---\n名前: 林 誠\nやり取り: [{日付: 2026-11-23, 向き: こちらから}]\n---\n",
}

DAY_OR_NULL = {"anyOf": [DAY, {"type": "null"}]}


def rows(**properties):
    return {"type": "array", "items": table(id={"type": "string"}, name={"type": "string"}, **properties)}


TOUCHES = rows(kind={"enum": ["first", "cadence"]}, last=DAY, window={"enum": ["good", "fine", None]})
SHAPE = table(
    format={"const": 1},
    today=DAY,
    monday=DAY,
    sunday=DAY,
    room={"type": "integer", "minimum": 0},
    promises=rows(what={"type": "string"}, by=DAY_OR_NULL, made=DAY),
    now=TOUCHES,
    waiting=TOUCHES,
    written=rows(),
    at_next_meeting=rows(),
    dormant=rows(),
    layers=rows(every_days={"type": "integer"}, limit={"type": "integer"}, people=rows(next_on=DAY_OR_NULL)),
    diagnostics={"type": "array"},
)


@pytest.fixture
def planned(draw, run):
    folder = draw(JOURNAL)

    def ran(*arguments, today="2026-11-23", **environment):
        return run("week", "--journal", folder / "journal", "--today", today, *arguments, **environment)

    return ran


def test_the_week_in_words(planned):
    ran = planned()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "今週（2026-11-23 〜 2026-11-29）\n"
        "自分から連絡するのは、1週間に4人までと決めています。\n\n"
        "約束していること\n"
        "  田中 健 — 名簿を渡す（今週なら、いつでも）\n"
        "      いまの判断は「今回は連絡しない」です。約束をどうするかは、自分で選べます。\n"
        "  佐藤 美咲（税理士） — 資料を送る（2026-11-30まで）\n\n"
        "今週、連絡するなら\n"
        "  青木 一 — 11月20日の交流会で会ったばかりです。今が自然です。\n"
        "  佐藤 美咲（税理士） — 11月20日の交流会で会ったばかりです。今が自然です。\n\n"
        "今週、連絡した方\n"
        "  林 誠\n\n"
        "次に会ったとき自然に\n"
        "  森 健\n\n"
        "久しぶりの人\n"
        "  渡辺 静\n\n"
        "距離感\n"
        "  年に一度（およそ365日ごと）：青木 一、佐藤 美咲、林 誠、森 健\n"
    )


def test_the_week_in_english(planned):
    out = planned(NETJUDGE_LANG="en").out
    assert out.startswith(
        "This week (2026-11-23 to 2026-11-29)\nI have chosen to write to 4 people a week at most.\n\nWhat I promised\n"
    )
    assert "  青木 一 — We met at the event on 20 Nov. Now is a natural moment.\n" in out


def test_nothing_to_do_is_said_kindly(draw, run):
    out = run("week", "--journal", draw({"journal/.keep": ""}) / "journal", "--today", "2026-11-23").out
    assert out.endswith("今週、連絡するなら\n  今週は連絡する予定がありません。それで十分です。\n")


def test_two_of_one_name_are_told_apart_by_their_ids(draw, run):
    said = "やり取り: [{{日付: 2026-11-23, 向き: こちらから}}]"
    person = f"---\n名前: 鈴木 健一\n識別子: {{id}}\n読み: すずき けんいち\n{said}\n---\n"
    folder = draw({f"journal/people/{name}.md": person.format(id=name) for name in ("suzuki-a", "suzuki-b")})
    out = run("week", "--journal", folder / "journal", "--today", "2026-11-23").out
    assert "  鈴木 健一 [suzuki-a]\n  鈴木 健一 [suzuki-b]\n" in out


def test_errors_in_the_data_are_mentioned_beside_it(draw, planned):
    draw({"journal/x.md": "---\n日付: いつか\n---\n"})
    ran = planned()
    assert ran.code == 0
    assert "誤りが 1 件" in ran.err


def test_the_json_has_the_shape_that_it_says(planned):
    report = planned("--json").json
    jsonschema.validate(report, SHAPE)
    assert list(report) == list(SHAPE["properties"])
    for name in report:
        assert name in week_json.__doc__


def test_what_the_json_says(planned):
    report = planned("--json").json
    assert (report["today"], report["monday"], report["sunday"], report["room"]) == (
        "2026-11-23", "2026-11-23", "2026-11-29", 3,
    )  # fmt: skip
    assert report["promises"] == [
        {"id": "tanaka-ken", "name": "田中 健", "what": "名簿を渡す", "by": None, "made": "2026-11-20"},
        {"id": "sato-misaki", "name": "佐藤 美咲", "what": "資料を送る", "by": "2026-11-30", "made": "2026-11-20"},
    ]
    first = {"kind": "first", "last": "2026-11-20", "window": "good"}
    assert report["now"] == [
        {"id": "aoki-hajime", "name": "青木 一", **first},
        {"id": "sato-misaki", "name": "佐藤 美咲", **first},
    ]
    assert report["written"] == [{"id": "hayashi-makoto", "name": "林 誠"}]
    assert report["at_next_meeting"] == [{"id": "mori-ken", "name": "森 健"}]
    assert report["dormant"] == [{"id": "watanabe-shizuka", "name": "渡辺 静"}]
    assert [(layer["id"], len(layer["people"])) for layer in report["layers"]] == [
        ("near", 0), ("steady", 0), ("light", 0), ("annual", 4),
    ]  # fmt: skip
    days = {person["id"]: person["next_on"] for person in report["layers"][-1]["people"]}
    assert days.pop("hayashi-makoto").startswith("2027-11-")
    assert set(days.values()) == {None}


def test_waiting_comes_in_the_order_of_the_queue(draw, planned):
    names = "".join(f"  - {{名前: 佐藤 {n}, id: sato-{n}, 印象: [{GOOD}]}}\n" for n in "edcba")
    draw({"journal/2026/more.md": f"---\n日付: 2026-11-19\n相手:\n{names}---\n"})
    report = planned("--json").json
    jsonschema.validate(report, SHAPE)
    assert [person["id"] for person in report["now"]] == ["sato-a", "sato-b", "sato-c"]
    assert [person["id"] for person in report["waiting"]] == ["sato-d", "sato-e", "aoki-hajime", "sato-misaki"]


def test_only_messages_depend_on_the_language(planned):
    japanese, english = planned("--json").json, planned("--json", NETJUDGE_LANG="en").json
    for report in (japanese, english):
        report.pop("diagnostics")
        for layer in report["layers"]:
            layer.pop("name")
    assert japanese == english


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_criteria_with_errors_plan_nothing(draw, planned, arguments):
    folder = draw({"journal/criteria.yml": "format: 1\nname: x\naxes: []\nunknown: 1\n"})
    ran = planned(*arguments)
    assert ran.code == 1
    assert f"{(folder / 'journal' / 'criteria.yml').as_posix()}:4:1: criteria-unknown-key " in ran.err
    if arguments:
        jsonschema.validate(ran.json, SHAPE)
        assert not any(ran.json[name] for name in ("promises", "now", "written", "at_next_meeting", "layers", "room"))
        assert "criteria-unknown-key" in {found["name"] for found in ran.json["diagnostics"]}
    else:
        assert ran.out == ""


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed(draw, really):
    folder = draw(JOURNAL)
    outs = {
        really("week", "--journal", folder / "journal", "--today", "2026-11-23", "--json", PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outs) == 1
    jsonschema.validate(json.loads(outs.pop()), SHAPE)
