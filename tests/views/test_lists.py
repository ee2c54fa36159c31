"""The three lists and the index of people: grouped by why, in the criteria's order, told in sentences."""

from __future__ import annotations

import re

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"


def journal(*contacts, date="2026-11-20"):
    listed = "".join(f"  - {{{contact}}}\n" for contact in contacts)
    return f"---\ntitle: 秋の会\ndate: {date}\ncontacts:\n{listed}---\n"


def headings(page):
    return [(heading.id, heading.text) for heading in page.headings]


DEFERRED = journal(
    "person: 小林 一, impressions: [小さな違和感, 業務分野が近い]",
    "person: 小林 二, impressions: [自分が手一杯]",
    "person: 小林 三, impressions: [話が盛り上がった]",
    "person: 小林 四, impressions: [話をよく聞く, 質問がない]",
    "person: 小林 五, impressions: [一方的に実績を語る]",
    "person: 小林 六",
    "person: 小林 七, impressions: [返信を急かされそう], decision: 次の機会まで見送る, reason: 年明けに考える",
)

NOT_NOW = journal(
    "person: 中島 一, impressions: [紹介料や名義貸しを持ちかける]",
    "person: 中島 二, impressions: [はっきりした違和感]",
    "person: 中島 三, impressions: [返信を急かされそう]",
    "person: 中島 四, impressions: [他士業を軽く見る]",
    "person: 中島 五, impressions: [接点が浮かばない, 売り込みが目的]",
    "person: 中島 六, impressions: [将来のやり取り: ×× 話の入口がなかった]",
)


def test_the_deferred_stand_under_their_whys_in_the_order_of_the_criteria(show):
    page = show({"a.md": DEFERRED})["defer"]
    assert headings(page) == [
        ("unease", "小さな違和感が残っている"),
        ("timing", "今はタイミングではない"),
        ("conflicting", "材料が食い違っている"),
        ("feeling-only", "印象だけで、判断材料がまだない"),
        ("know-more", "もう少し相手を知ってから"),
        ("decision", "自分の判断"),
    ]


def test_what_is_said_of_the_deferred(show, part, seen):
    html = show({"a.md": DEFERRED})["defer"].html
    assert "見送りは終わりではなく" in seen(html)
    assert "「小さな違和感」と書き留めています。" in seen(part(html, "unease"))
    assert "再会したとき。遅くとも 2027年2月20日 。" in seen(part(html, "timing"))
    assert "「会話の進め方」に、良い材料と気になる材料の両方があります。" in seen(part(html, "conflicting"))
    assert "「話が盛り上がった」と書き留めています。" in seen(part(html, "feeling-only"))
    known = seen(part(html, "know-more"))
    assert "一方的" not in known  # of those I want to know better only the good is told
    assert "小林 六" in known
    assert "いま数える材料は、まだありません。" in known
    assert "まだわからないこと 将来のやり取り、無理のなさ、会話の進め方" in known
    assert "タイミング" not in known  # not to know it is fine
    mine = seen(part(html, "decision"))
    assert "自分の判断" in mine
    assert "理由：年明けに考える" in mine
    assert "確か" not in seen(re.sub(r"<p>.*?</p>", "", html))  # a deferral is neither settled nor provisional


def test_those_not_contacted_this_time(show, part, seen):
    page = show({"a.md": NOT_NOW})["not-this-time"]
    assert headings(page) == [
        ("red-line", "職業上の一線を越えている"),
        ("discomfort", "違和感を大切にする"),
        ("strain", "自分に無理が出る"),
        ("respect", "立場を尊重し合いにくい"),
        ("no-future", "今後のやり取りが想像しにくい"),
    ]
    assert "連絡しないことも、よい判断です。" in seen(page.html)
    assert "まだわからないこと" not in seen(page.html)  # no question to ask, no way to go
    assert "確か" in seen(part(page.html, "discomfort"))
    assert "「話の入口がなかった」と書き留めています。" in seen(part(page.html, "no-future"))


def test_in_a_group_the_last_met_comes_first(show, part):
    pages = show(
        {
            "a.md": journal(f"person: 川口 一, impressions: [{GOOD}]", date="2026-09-01"),
            "b.md": journal(f"person: 川口 二, impressions: [{GOOD}]", date="2026-11-01"),
        }
    )
    html = part(pages["contact"].html, "fits")
    assert html.index("川口 二") < html.index("川口 一")
    assert "最後に会った日の新しい順に並べています。" in html


def test_a_fact_of_another_day_says_which(show, part, seen):
    pages = show(
        {
            "a.md": journal("person: 川口 一, impressions: [はっきりした違和感]", date="2026-09-01"),
            "b.md": journal("person: 川口 一", date="2026-11-01"),
        }
    )
    assert "2026年9月1日に「はっきりした違和感」と書き留めています。" in seen(
        part(pages["not-this-time"].html, "discomfort")
    )


def test_what_the_records_say_by_themselves_is_marked(show, part, seen):
    person = """\
        ---
        person: 川口 一
        profession: 行政書士
        exchanges:
          - {date: 2026-09-02, direction: out}
          - {date: 2026-09-10, direction: out}
        ---
        """
    pages = show({"a.md": journal(f"person: 川口 一, impressions: [{GOOD}]", date="2026-09-01"), "people/k.md": person})
    assert "「返事がない」（記録から自動）" in seen(part(pages["defer"].html, "timing"))


def test_empty_lists_say_so_calmly(show, seen):
    pages = show({})
    assert "いま連絡する人はいません。それも選択です。" in seen(pages["contact"].html)
    assert "いま見送っている人はいません。" in seen(pages["defer"].html)
    assert "今回は連絡しないと判断した人はいません。" in seen(pages["not-this-time"].html)
    assert "まだ誰も記録されていません。" in seen(pages["people/index"].html)


def test_a_why_of_ones_own_has_a_heading_and_an_ascii_id(show):
    criteria = """\
        format: 1
        name: 私の基準
        axes:
          - {id: ease, name: 楽さ, question: 楽か, ok_needs: 1, no_needs: 1, keeps: 12, count: latest, style: balance,
             good: {easy: 楽だった}, concern: {hard: 疲れた}, ask: []}
        steps:
          - {step: S1, any_no: [ease], then: not_this_time, why: 自分の都合}
          - {step: S2, all_ok: [ease], then: contact, why: fits}
        otherwise: defer
        verdicts: {contact: 連絡する, defer: 見送る, not_this_time: しない}
        whys: {自分の都合: 自分の都合による, fits: 合う, know_more: まだ, conflicting: 食い違い, feeling_only: 印象だけ}
        """
    page = show({"a.md": journal("person: 川口 一, impressions: [疲れた]"), "criteria.yml": criteria})["not-this-time"]
    ((identifier, text),) = headings(page)
    assert re.fullmatch(r"x[0-9a-f]{8}", identifier)
    assert text == "自分の都合による"


def test_people_stand_in_the_rows_of_their_readings(show, part, seen):
    page = show(
        {
            "a.md": journal(
                "person: 渡辺 一, reading: わたなべ はじめ",
                "person: 佐藤 二, reading: さとう じ, profession: 税理士, firm: 佐藤事務所",
                "person: 斎藤 三, reading: さいとう さん",
                "person: Smith John",
                "person: 東海林 薫",
            )
        }
    )["people/index"]
    assert headings(page) == [
        ("sa", "さ行"), ("wa", "わ行"), ("latin", "A–Z"), ("unread", "読み未登録"),
    ]  # fmt: skip
    row = part(page.html, "sa")
    assert row.index("斎藤 三") < row.index("佐藤 二")
    assert "佐藤 二 さとう じ 税理士 佐藤事務所 次の機会まで見送る（もう少し相手を知ってから）" in seen(row)
    assert re.findall(r'href="#([a-z]+)"', page.html) == ["sa", "wa", "latin", "unread"]
    assert "東海林 薫" in part(page.html, "unread")
