"""A small journal with a private text of every kind, and a page without any of them."""

from __future__ import annotations

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
