"""Large invented journals for the other benchmarks: the same bytes for the same numbers, on every machine."""

from __future__ import annotations

import datetime
import random
from typing import TYPE_CHECKING

from netjudge_plugin import in_force
from netjudge_plugin.model.wording import labels

if TYPE_CHECKING:
    from pathlib import Path

TODAY = datetime.date(2026, 11, 23)
FAMILY = "佐藤さとう 鈴木すずき 高橋たかはし 田中たなか 伊藤いとう 渡辺わたなべ 山本やまもと 中村なかむら 小林こばやし"
GIVEN = "美咲みさき 健けん 恵めぐみ 太郎たろう 由紀ゆき 浩司こうじ 真理まり 大地だいち 千尋ちひろ 章あきら"
PROFESSIONS = ("税理士", "弁護士", "司法書士", "社会保険労務士", "行政書士", "弁理士", "中小企業診断士")
TOPICS = ("電子申告", "相続登記の義務化", "建設業許可の更新", "顧問料の考え方", "事務所の採用", "研修会の感想")


def write(folder: Path, events: int, contacts: int, people: int) -> None:
    """A journal of so many events with so many contacts each, drawn from so many people."""
    draw = random.Random(20261123)  # noqa: S311 - a sample, no secret
    words = list(labels(in_force.shipped("standard", "ja")).values())
    everyone = [person(number) for number in range(people)]
    order = [nth % people for nth in range(events * contacts)]  # everybody occurs before anybody recurs
    for number in range(events):
        date = TODAY - datetime.timedelta(days=(events - number) * 700 // events + 1)
        met = order[number * contacts : (number + 1) * contacts]
        lines = ["---", f"件名: 士業交流会 第{number + 1}回", f"日付: {date}", "場所: 東京", "相手:"]
        for who in met:
            name, reading, profession = everyone[who]
            lines += [f"  - 名前: {name}", f"    読み: {reading}", f"    士業: {profession}"]
            lines += [f"    印象: [{', '.join(draw.sample(words, 4))}]", f"    話題: [{draw.choice(TOPICS)}]"]
            lines += [f"    メモ: {draw.choice(TOPICS)}の話。次に会ったら続きを聞く。"]
        lines += ["---", "", "落ち着いた会でした。", "", "- 名刺は**八枚**。", "- 次回も参加の予定。", ""]
        path = folder / str(date.year) / f"{date}-{number + 1:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")


def person(number: int) -> tuple[str, str, str]:
    """A name that nobody else has, with its reading and profession."""
    family, given = FAMILY.split(), GIVEN.split()
    surname, first = family[number % len(family)], given[number // len(family) % len(given)]
    kanji, kana = "".join(c for c in surname if c >= "一"), "".join(c for c in surname if c < "一")
    kanji2, kana2 = "".join(c for c in first if c >= "一"), "".join(c for c in first if c < "一")
    count = number // (len(family) * len(given))
    mark = "".join("零一二三四五六七八九"[int(digit)] for digit in str(count))
    sound = "".join(
        ("ぜろ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")[int(d)] for d in str(count)
    )
    return f"{kanji} {kanji2}{mark}", f"{kana} {kana2}{sound}", PROFESSIONS[number % len(PROFESSIONS)]
