"""Five people on the way home: written with a thumb on a small screen, read and judged by the command line."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest
from capture_journal import JOURNAL
from click.testing import CliRunner

from netjudge_plugin.cli.app import netjudge

QUOTED = '田中 "けん": 太郎'
EMOJI = "#花 🌸"
WIDE = "Ｙａｍａｄａ：　山田"
NOTE = "一行目: よい\n---\n# 三行目 'とても'"


def five_people(writer):
    """An evening, written down the way its writer thinks of it."""
    writer.write(writer.field("title"), "東京: 士業交流会 #5")
    writer.write(writer.field("place"), "神田")

    writer.pick(1, "さと", "佐藤 美咲")
    writer.choose(1, "将来のやり取り", "業務分野が近い", "考え方が似ている")
    writer.choose(1, "無理のなさ", "返信のペースが合いそう")
    writer.choose(1, "会話の進め方", "質問をしてくれる")
    writer.choose(1, "線引きの明確さ", "業務の線引きが明確")

    writer.next()
    writer.write(writer.field("name", 2), QUOTED)
    writer.choose(2, "将来のやり取り", "業務分野が近い")
    writer.choose(2, "無理のなさ", "返信を急かされそう")

    writer.next()
    writer.write(writer.field("name", 3), EMOJI)
    writer.choose(3, "ほかの印象", "話が盛り上がった")
    writer.opened(writer.card(3).locator("[data-part=also]"))
    writer.write(writer.field("note", 3), NOTE)

    writer.next()
    writer.write(writer.field("name", 4), WIDE)
    writer.choose(4, "将来のやり取り", "対応が丁寧", "連携する場面が浮かぶ")
    writer.choose(4, "無理のなさ", "自然体でいられる")
    writer.choose(4, "心地よさ・違和感", "小さな違和感", "まだわからない")

    writer.next()
    writer.pick(5, "すずき", "鈴木 健一", "測量士")
    writer.say(5, "立場の尊重", "×", "「先生」と呼ばない: 二度")


WANTED = {
    "佐藤 美咲": ("contact", "fits"),
    QUOTED: ("not_this_time", "strain"),
    EMOJI: ("defer", "feeling_only"),
    WIDE: ("defer", "unease"),
    "鈴木 健一": ("not_this_time", "respect"),
}


def run(*arguments):
    return CliRunner(env={"NETJUDGE_LANG": "ja"}).invoke(netjudge, [str(argument) for argument in arguments])


def put_away(folder, name, text):
    """The file in its place in the journal that the site was built from."""
    for inside, entry in {**JOURNAL, f"2026/{name}": text}.items():
        path = folder / "journal" / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if entry is text else dedent(entry).lstrip("\n"), encoding="utf-8")
    return folder / "journal"


@pytest.mark.parametrize("how", ["folder", "served"])
def test_five_people_become_a_file_that_is_read_without_a_word_and_judged(write, tmp_path, how):
    writer = write(how)
    five_people(writer)
    assert writer.taps / 5 < 12, "more than that takes more than two minutes"
    assert writer.part("path").inner_text() == "journal/2026/2026-11-23-kai.md"
    name, text = writer.download()
    assert name == "2026-11-23-kai.md"
    assert text == writer.text()
    journal = put_away(tmp_path, name, text)

    checked = run("check", "--journal", journal, "--strict")
    assert checked.exit_code == 0, checked.output
    found = json.loads(run("check", "--journal", journal, "--json").output)["diagnostics"]
    assert {one["name"] for one in found} <= {"missing-reading", "similar-name"}

    people = json.loads(run("judge", "--journal", journal, "--today", "2026-11-23", "--json").output)["people"]
    judged = {one["name"]: (one["verdict"], one["why"]) for one in people if met_that_evening(one)}
    assert judged == WANTED
    ids = {one["id"] for one in people if met_that_evening(one)}
    assert {"sato-misaki", "suzuki-b"} < ids, "whoever was picked is met again"
    assert len(people) == 8, "five known before (two of one name), three new"


def met_that_evening(person):
    return "2026-11-23" in {fact["date"] for fact in person["observations"]} or person["name"] == EMOJI
