"""`brief`: what to read before the next event, in the words of the page, and as JSON for other programs."""

from __future__ import annotations

import json

import jsonschema
import pytest
from shapes import DAY, table

from netjudge_plugin.interop import brief_json
from netjudge_plugin.model.briefing import REUNIONS

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"

JOURNAL = {
    "journal/2026/aki.md": f"""
    ---
    件名: 秋の交流会
    日付: 2026-10-02
    相手:
      - 名前: 佐藤 美咲
        読み: さとう みさき
        士業: 税理士
        事務所: 佐藤税理士事務所
        印象: [{GOOD}]
        話題: [相続, 測量]
        約束: {{内容: 資料を送る, 期日: 2026-12-10}}
      - 名前: 林 誠
        読み: はやし まこと
        印象: [返信を急かされそう]
        メモ: CANARY
        約束: {{内容: 名簿を渡す, 期日: 2026-11-01}}
    ---
    """,
    "journal/2026/bonen.md": """
    ---
    件名: 忘年会
    日付: 2026-12-04
    場所: 横浜
    参加予定: [佐藤 美咲, 林 誠, 小野寺 蓮]
    ---
    """,
    "journal/2027/shinnen.md": "---\n件名: 新年会\n日付: 2027-01-22\n相手: []\n---\n",
}

TEXT, OR_NULL = {"type": "string"}, {"type": ["string", "null"]}
DAY_OR_NULL = {"anyOf": [DAY, {"type": "null"}]}
TEXTS = {"type": "array", "items": TEXT}
LAST = {"anyOf": [table(file=TEXT, title=TEXT, date=DAY), {"type": "null"}]}
PERSON = table(
    id=TEXT,
    name=TEXT,
    reading=OR_NULL,
    honorific=TEXT,
    professions=TEXTS,
    firm=OR_NULL,
    last=LAST,
    reunion={"enum": [*REUNIONS, None]},
    topics=TEXTS,
    promises={"type": "array", "items": table(what=TEXT, by=DAY_OR_NULL, made=DAY)},
    good=TEXTS,
    ask=OR_NULL,
    occasion={"type": "boolean"},
)
EVENT = table(file=TEXT, title=TEXT, date=DAY, kind=TEXT, venue=OR_NULL)
SHAPE = table(
    format={"const": 1},
    today=DAY,
    event={"anyOf": [EVENT, {"type": "null"}]},
    people={"type": "array", "items": PERSON},
    unknown=TEXTS,
    several=TEXTS,
    diagnostics={"type": "array"},
)


@pytest.fixture
def briefed(draw, run):
    folder = draw(JOURNAL)

    def ran(*arguments, **environment):
        return run("brief", *arguments, "--journal", folder / "journal", "--today", "2026-11-23", **environment)

    return ran


def test_the_next_event_in_words(briefed):
    ran = briefed()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "忘年会　2026年12月4日（金）\n"
        "  場所：横浜\n\n"
        "会えたら、話の続きを\n"
        "  佐藤 美咲先生\n"
        "  次に顔を合わせたときに、と思っていた方々です。ひと言の挨拶で十分です。\n\n"
        "佐藤 美咲先生（さとう みさき）\n"
        "  税理士　佐藤税理士事務所\n"
        "  前回：2026-10-02 秋の交流会\n"
        "  約束：資料を送る（2026-12-10まで）\n"
        "  よいと感じたことが日誌にあります。その続きから、自然に話せます。\n"
        "  前回の話題：相続、測量\n"
        "  よかったこと：考え方が似ている、返信のペースが合いそう、業務分野が近い\n"
        "  ひとつだけ：他士業と組んでよかった経験を聞く\n\n"
        "林 誠様（はやし まこと）\n"
        "  前回：2026-10-02 秋の交流会\n"
        "  約束：名簿を渡す（今週なら、いつでも）\n\n"
        "はじめての方\n"
        "  小野寺 蓮\n"
    )


def test_in_english(briefed):
    out = briefed(NETJUDGE_LANG="en").out
    assert out.startswith("忘年会  4 Dec 2026 (Fri)\n  Place: 横浜\n\nIf we meet, to go on from there\n  佐藤 美咲\n")
    assert "\n林 誠 (はやし まこと)\n  Last time: 2026-10-02 秋の交流会\n" in out


@pytest.mark.parametrize(
    "written", ["忘年", "2026-12-04", "令和8年12月4日", "2026/bonen.md", ".\\2026\\bonen.md", "忘年会 "]
)
def test_an_event_is_named_by_its_title_its_day_or_its_file(briefed, written):
    assert briefed(written).out == briefed().out


def test_the_file_as_it_is_shown_names_it_too(briefed, tmp_path):
    assert briefed(f"{tmp_path.as_posix()}/journal/2026/bonen.md").out == briefed().out


def test_an_event_without_names_says_how_to_get_a_briefing(briefed):
    ran = briefed("新年会")
    assert ran.code == 0
    assert ran.out == (
        "新年会　2027年1月22日（金）\n\n"
        "この会の参加予定は、まだ書かれていません。「参加予定」として名前を書き足すと、ここに出ます。\n"
    )


def test_a_journal_without_a_coming_event(draw, run):
    ran = run("brief", "--journal", draw({"journal/.keep": ""}) / "journal", "--today", "2026-11-23")
    assert ran.code == 0
    assert ran.out.startswith("これからの会は、まだ日誌に書かれていません。")


def test_an_event_of_the_past_or_none_lists_the_coming_ones(briefed):
    for written in ("秋の交流会", "2026-10-02"):
        ran = briefed(written)
        assert (ran.code, ran.out) == (2, "")
        assert f"「{written}」に当たる、これからの会が見つかりません。\nこれからの会:\n" in ran.err
        assert "2026/bonen.md  2026-12-04 忘年会\n" in ran.err


def test_several_events_are_not_guessed_at(draw, briefed):
    draw({"journal/2026/second.md": "---\n件名: 忘年会 その二\n日付: 2026-12-05\n---\n"})
    ran = briefed("忘年")
    assert ran.code == 2
    assert "「忘年」に当たる会がいくつかあります。" in ran.err
    assert "2026/second.md  2026-12-05 忘年会 その二" in ran.err


def test_the_json_has_the_shape_that_it_says(briefed):
    report = briefed("--json").json
    jsonschema.validate(report, SHAPE)
    assert list(report) == list(SHAPE["properties"])
    for name in (*report, *report["event"], *report["people"][0]):
        assert name in brief_json.__doc__


def test_what_the_json_says(briefed):
    report = briefed("--json").json
    assert report["event"] == {
        "file": "2026/bonen.md", "title": "忘年会", "date": "2026-12-04", "kind": "event", "venue": "横浜",
    }  # fmt: skip
    assert report["unknown"] == ["小野寺 蓮"]
    chosen_not = report["people"][1]
    assert chosen_not == {
        "id": "hayashi-makoto",
        "name": "林 誠",
        "reading": "はやし まこと",
        "honorific": "様",
        "professions": [],
        "firm": None,
        "last": {"file": "2026/aki.md", "title": "秋の交流会", "date": "2026-10-02"},
        "reunion": None,
        "topics": [],
        "promises": [{"what": "名簿を渡す", "by": None, "made": "2026-10-02"}],
        "good": [],
        "ask": None,
        "occasion": False,
    }


def test_no_verdict_no_concern_and_no_note_in_either(briefed):
    for out in (briefed().out, briefed("--json").out):
        never = ("CANARY", "連絡しない", "見送", "急かされ", "not_this_time", "defer", "strain")
        assert [word for word in never if word in out] == []


def test_an_event_without_names_or_no_event_at_all_has_the_same_shape(briefed, draw, run):
    empty = run("brief", "--json", "--journal", draw({"other/.keep": ""}) / "other", "--today", "2026-11-23").json
    for report in (empty, briefed("新年会", "--json").json):
        jsonschema.validate(report, SHAPE)
        assert report["people"] == []
    assert empty["event"] is None


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_criteria_with_errors_tell_nothing(draw, briefed, arguments):
    draw({"journal/criteria.yml": "format: 1\nname: x\naxes: []\nunknown: 1\n"})
    ran = briefed(*arguments)
    assert ran.code == 1
    assert "criteria-unknown-key " in ran.err
    if arguments:
        jsonschema.validate(ran.json, SHAPE)
        assert (ran.json["event"], ran.json["people"]) == (None, [])
    else:
        assert ran.out == ""


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed(draw, really):
    folder = draw(JOURNAL)
    outs = {
        really("brief", "--journal", folder / "journal", "--today", "2026-11-23", "--json", PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1")
    }
    assert len(outs) == 1
    jsonschema.validate(json.loads(outs.pop()), SHAPE)
