"""Events: by year with the coming ones first, and one page each with the verdicts of then and now."""

from __future__ import annotations

import pytest

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"

JOURNAL = {
    "2025/haru.md": """\
        ---
        title: 春の会
        date: 2025-04-01
        kind: 勉強会
        place: 横浜
        tags: [定例, 横浜]
        contacts:
          - person: 佐藤 美咲
            reading: さとう みさき
            impressions: [話をよく聞く]
            topics: [相続]
          - person: 田中 健
            impressions: [返信を急かされそう, 話が盛り上がった]
            note: "[[佐藤 美咲]]さんの隣"
        ---

        よい夜だった。[[佐藤 美咲]]さん。

        # 帰り道
        """,
    "2026/aki.md": f"""\
        ---
        title: 秋の会
        date: 2026-11-20
        contacts:
          - {{person: 佐藤 美咲, impressions: [{GOOD}]}}
        ---
        """,
    "2026/bonen.md": """\
        ---
        title: 忘年会
        date: 2026-12-04
        attending: [佐藤 美咲, まだ 見ぬ人]
        ---
        """,
    "2026/mendan.md": """\
        ---
        title: 面談
        date: 2026-03-01
        contacts:
          - {person: 田中 健}
        ---
        """,
}


@pytest.fixture
def pages(show):
    return show(JOURNAL)


def test_a_day_to_come_of_which_nobody_is_known_yet_is_fine(show, seen, part):
    pages = show({"a.md": "---\ntitle: 秋の会\ndate: 2026-12-04\n---\n"})
    assert "気になるところはありません。" in seen(pages["checkup"].html)
    assert "秋の会" in seen(part(pages["events/index"].html, "coming"))
    assert "秋の会" in seen(part(pages["index"].html, "next"))
    assert "参加予定の方は、まだ書かれていません。" in seen(pages["events/a"].html)
    for uri, page in pages.items():
        assert "brief" not in uri
        assert "読み取れていない" not in seen(page.html)
    past = show({"a.md": "---\ntitle: 秋の会\ndate: 2026-11-04\n---\n"})
    assert "journal/a.md:2:1 field-missing" in seen(past["checkup"].html)


def test_the_index_has_the_coming_ones_first_then_the_years(pages, part, seen):
    page = pages["events/index"]
    assert [heading.text for heading in page.headings] == ["これから", "2026年", "2025年"]
    assert "2026年12月4日（金） 忘年会 交流会 参加予定 佐藤 美咲 、まだ 見ぬ人" in seen(part(page.html, "coming"))
    year = seen(part(page.html, "y2026"))
    assert year.index("秋の会") < year.index("面談")
    assert "2025年4月1日（火） 春の会 勉強会・横浜 会った人 佐藤 美咲 、 田中 健" in seen(part(page.html, "y2025"))


def test_an_evening_with_many_names_the_first_and_how_many_more(show, seen):
    contacts = "".join(f"  - {{person: 山田 {n}}}\n" for n in range(12))
    html = show({"a.md": f"---\ntitle: 会\ndate: 2026-11-20\ncontacts:\n{contacts}---\n"})["events/index"].html
    assert "山田 7 、ほか4人" in seen(html)
    assert "山田 8" not in html


def test_the_page_of_an_event(pages, seen):
    page = pages["events/haru"]
    assert (page.title, page.parent, page.source) == ("春の会", "events/index", "journal/2025/haru.md")
    assert seen(page.html).startswith("春の会 日付 2025年4月1日（火） 種類 勉強会 場所 横浜 タグ 定例 、 横浜")


def test_who_was_met_with_the_verdict_of_then_and_now(pages, part, seen):
    met = seen(part(pages["events/haru"].html, "met"))
    assert "佐藤 美咲 さとう みさき この日の判断 次の機会まで見送る（もう少し相手を知ってから）" in met
    assert "いまの判断 連絡する（無理なくやり取りできそう）" in met
    assert "話題 相続" in met
    same = seen(part(pages["events/mendan"].html, "met"))
    assert "この日の判断 今回は連絡しない（自分に無理が出る）" in same
    aki = seen(part(pages["events/aki"].html, "met"))
    assert "この日も、いまも 連絡する（無理なくやり取りできそう）" in aki


def test_impressions_of_that_evening_by_their_side(pages, part, seen):
    html = part(pages["events/haru"].html, "met")
    assert "気になる材料 返信を急かされそう 記録だけ 話が盛り上がった" in seen(html)
    assert '<a href="../../people/sato-misaki/">佐藤 美咲</a>さんの隣' in html


def test_where_nobody_is_to_be_contacted_that_is_said(pages, seen):
    assert "今回は連絡なし。それも選択です。" in seen(pages["events/mendan"].html)
    assert "今回は連絡なし" not in seen(pages["events/haru"].html)


def test_an_event_without_contacts_is_no_verdict(show, seen):
    html = show({"a.md": "---\ntitle: 会\ndate: 2026-11-20\ncontacts: []\n---\n"})["events/a"].html
    assert "この日に会った人の記録はありません。" in seen(html)
    assert "今回は連絡なし" not in seen(html)


def test_the_users_own_text(pages, part):
    body = part(pages["events/haru"].html, "body")
    assert "よい夜だった。" in body
    assert "<h3>帰り道</h3>" in body
    assert "もとのファイル" in body
    assert "journal/2025/haru.md" in body


def test_a_coming_event_says_who_will_be_there_and_no_verdict(pages, part, seen):
    html = pages["events/bonen"].html
    attending = seen(part(html, "attending"))
    assert "佐藤 美咲 さとう みさき" in attending
    assert "前回の話題 相続" in attending
    assert "まだ 見ぬ人" in attending
    assert "見送る" not in html
    assert "連絡する" not in html


def test_the_users_text_is_found_by_the_search_and_the_rest_is_not(pages):
    from material.plugins.search.plugin import Parser

    parser = Parser()
    parser.feed(pages["events/haru"].html)
    parser.close()
    (section,) = [section for section in parser.data if not section.is_excluded()]
    text = "".join(section.text)
    assert "よい夜だった。" in text
    assert "返信を急かされそう" not in text
