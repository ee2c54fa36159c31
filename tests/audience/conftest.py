"""A small journal with a private text of every kind, a site without it, and the means to plant one in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawn import draw as draw_journal
from drawn import settings as settings_of

from netjudge_plugin import proving
from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.audience.scan import prove
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.proof import Secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netjudge_plugin.model.proof import Leak, Proof
    from netjudge_plugin.settings import Settings

#: One canary for every private field, each of them a text that stands nowhere else.
CANARIES = {
    "name": "秘密 太郎",
    "reading": "ひみつ たろう",
    "alias": "闇夜 鴉丸",
    "address": "himitsu-taro-x",
    "email": "kanaria@himitsu.example",
    "phone": "090-8765-4321",
    "firm": "秘密の森法務事務所",
    "title": "金糸雀倶楽部の夜会",
    "place": "地下二階の隠し部屋",
    "tag": "金糸雀印",
    "impression": "鳥籠の話ばかりする",
    "topic": "羽根ペンの収集と手入れ",
    "note": "声が小さくて、鳥籠を三つ持っている。\n来月は旅に出るらしい。",
    "promise": "金色の止まり木を届ける",
    "reason": "羽根が合わないと感じたので",
    "share-note": "まだ伝えない覚え書き",
    "exchange": "鳴き声を録音して送った",
    "comment": "籠の鍵は植木鉢の下",
    "unknown": "裏口は青い扉の向こう",
    "body": "夜明け前に歌の練習をした",
    "hidden": "本文の隠し書きも鳥のこと",
    "file": "2026-11-20-kanaria-no-yoru",
}

EVENT = f"""
    ---
    title: {CANARIES["title"]}
    date: 2026-11-20
    place: {CANARIES["place"]}
    tags: [{CANARIES["tag"]}]
    # {CANARIES["comment"]}
    secret_thing: {CANARIES["unknown"]}
    contacts:
      - person: {CANARIES["name"]}
        id: {CANARIES["address"]}
        reading: {CANARIES["reading"]}
        firm: {CANARIES["firm"]}
        impressions:
          - 業務分野が近い
          - comfort: × {CANARIES["impression"]}
        topics: [{CANARIES["topic"]}]
        note: |
          声が小さくて、鳥籠を三つ持っている。
          来月は旅に出るらしい。
        promise: {CANARIES["promise"]}
        decision: 今回は連絡しない
        reason: {CANARIES["reason"]}
    ---

    {CANARIES["body"]}

    <!-- {CANARIES["hidden"]} -->
    """
PERSON = f"""
    ---
    person: {CANARIES["name"]}
    id: {CANARIES["address"]}
    reading: {CANARIES["reading"]}
    aliases: [{CANARIES["alias"]}]
    email: {CANARIES["email"]}
    phone: {CANARIES["phone"]}
    share_note: {CANARIES["share-note"]}
    exchanges:
      - date: 2026-11-21
        direction: out
        note: {CANARIES["exchange"]}
    ---
    """
SHARED = """
    ---
    person: 佐藤 健一
    reading: さとう けんいち
    profession: 税理士
    firm: みなと税理士事務所
    share: team
    share_note: 相続のことなら気軽に聞けます
    ---
    """
JOURNAL = {f"2026/{CANARIES['file']}.md": EVENT, "people/himitsu.md": PERSON, "people/sato.md": SHARED}

PAGE = """<!doctype html>
<html lang="ja"><head><title>事務所の名簿</title><link rel="stylesheet" href="style.css"></head>
<body><h1>事務所の名簿</h1><p>佐藤 健一（みなと税理士事務所）</p><p>相続のことなら気軽に聞けます</p>
<img src="p.jpg"></body></html>
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of the journal with the canaries."""
    return settings_of(draw_journal(tmp_path, JOURNAL), language="ja")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that holds nothing of them."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "style.css").write_text("body { margin: 0 }", encoding="utf-8")
    (folder / "p.jpg").write_bytes(b"\xff\xd8\xff\xda\x00\x02\xff\xd9")
    return folder


@pytest.fixture
def proof(settings: Settings, site: Path) -> Callable[..., Proof]:
    """The proof of the site against the journal."""
    return lambda **more: proving.prove(site, settings, **more)


def needles_of(*texts: str, kind: str = "name", shared: tuple[str, ...] = (), known: tuple[str, ...] = ()) -> Needles:
    """Needles for secrets of one kind."""
    places = (Place("journal/x.md", number) for number in range(1, len(texts) + 1))
    return Needles([Secret(text, kind, place) for text, place in zip(texts, places, strict=True)], shared, known)


def leaks_in(folder: Path, needles: Needles, name: str, data: bytes) -> tuple[Leak, ...]:
    """What is found in a folder with one file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return prove(folder, needles).leaks


