"""One person's page: the verdict with its facts and dates, the questions, what happened, and how the verdict moved."""

from __future__ import annotations

import datetime
import re

import pytest

FILE = """\
    ---
    名前: 佐藤 美咲
    読み: さとう みさき
    別名: [佐藤 みさき]
    士業: [税理士, 行政書士]
    事務所: 佐藤美咲税理士事務所
    敬称: 先生
    メール: sato@example.jp
    電話: ０３-0000-0000
    距離感: 近い
    共有: 事務所内
    同意: 2026-10-08
    共有メモ: 相続税の申告
    メモ: 次に困りそうなところを一つ置いていく。
    やり取り:
      - {日付: 2026-09-22, 向き: こちらから, 手段: メール, メモ: お礼}
      - {日付: 2026-09-24, 向き: 相手から, 手段: 電話, 印象: [対応が丁寧]}
    ---

    ## 相続のこと

    [[田中 健]]さんを引き合わせてくださった。
    """

FIRST = """\
    ---
    件名: 勉強会
    日付: 2026-09-04
    相手:
      - 名前: 佐藤 美咲
        印象: [業務分野が近い, 話をよく聞く, 話が盛り上がった, 謎のことば]
        未確認: [無理のなさ]
        話題: [相続, 研修]
        約束: {内容: 名簿を送る, 済: はい}
        メモ: "静かな方。*星* は文字のまま"
      - 名前: 田中 健
    ---
    """

SECOND = """\
    ---
    件名: 秋の会
    日付: 2026-11-20
    相手:
      - 名前: 佐藤 美咲
        印象:
          - 話をよく聞く
          - 自然体でいられる
          - 話題の共有しやすさ: ○ 同じ研修
          - 線引きの明確さ: ◎
    ---
    """

BONEN = """\
    ---
    件名: 忘年会
    日付: 2026-12-04
    参加予定: [佐藤 美咲]
    ---
    """

JOURNAL = {"people/sato.md": FILE, "2026/first.md": FIRST, "2026/second.md": SECOND, "2026/bonen.md": BONEN}


@pytest.fixture
def page(show):
    return show(JOURNAL)["people/sato-misaki"]


def only(show, contact, **more):
    """The page of one person met once, on 2026-11-20."""
    who = f"{{person: 佐藤 美咲, reading: さとう みさき, {contact}}}"
    text = f"---\ntitle: 秋の会\ndate: 2026-11-20\ncontacts:\n  - {who}\n---\n"
    return show({"aki.md": text}, **more)["people/sato-misaki"]


def test_who_it_is(page, seen):
    assert page.title == "佐藤 美咲"
    assert page.parent == "people/index"
    assert page.source == "journal/people/sato.md"
    assert seen(page.html).startswith(
        "佐藤 美咲 先生 さとう みさき 税理士 ・ 行政書士 佐藤美咲税理士事務所 別の表記: 佐藤 みさき"
    )


def test_the_verdict_is_a_sentence_with_facts_dates_and_links(page, part, seen):
    verdict = part(page.html, "verdict")
    text = seen(verdict)
    assert "連絡する — 無理なくやり取りできそう いまの材料では" in text
    assert "将来のやり取り 業務分野が近い 2026年9月4日 対応が丁寧 2026年9月24日" in text
    assert "○ 良い材料のほうが多い 無理のなさ 自然体でいられる 2026年11月20日" in text
    assert '<a href="../../events/first/" title="勉強会"><time datetime="2026-09-04">2026年9月4日</time></a>' in verdict
    assert "この判断が変わりうる点 心地よさ・違和感、立場の尊重" in text


def test_the_questions_with_what_was_observed(page, part, seen):
    text = seen(part(page.html, "axes"))
    assert "○ 良い材料のほうが多い 会話の進め方 相手の話をよく聞き、質問を交えながら会話を進める人か 良い材料" in text
    assert "未確認の印あり" not in text  # marked on 4 September, and no more when we met again
    assert "？ まだわからない 心地よさ・違和感" in text
    assert "同じ研修 2026年11月20日" in text
    assert "線引きの明確さ：○ ◎ 2026年11月20日" in text  # both of ◎ at once
    assert "記録だけ 話が盛り上がった 2026年9月4日" in text
    assert "基準にないことば 謎のことば" in text
    assert len(re.findall('class="nj-axis"', page.html)) == 8


def test_what_happened_newest_first(page, part, seen):
    text = seen(part(page.html, "history"))
    order = [
        "忘年会",
        "2026年11月20日",
        "2026年9月24日 相手から（電話）",
        "2026年9月22日 こちらから（メール）",
        "2026年9月4日",
    ]
    assert [text.index(item) for item in order] == sorted(text.index(item) for item in order)
    assert "業務分野が近い 話をよく聞く 記録だけ 話が盛り上がった 未確認 無理のなさ 基準にないことば 謎のことば" in text
    assert "話題 相続、研修 約束 名簿を送る（済） 静かな方。*星* は文字のまま" in text


def test_how_the_verdict_moved(page, part, seen):
    text = seen(part(page.html, "moves"))
    assert (
        "2026年11月20日 次の機会まで見送る（もう少し相手を知ってから） → 連絡する（無理なくやり取りできそう） "
        "「線引きの明確さ：○」「話をよく聞く」「自然体でいられる」を書き留めました。 秋の会" in text
    )
    assert "2026年9月4日 次の機会まで見送る（もう少し相手を知ってから） 勉強会" in text
    assert "9月22日" not in text  # a day that changed nothing


def test_contact_data_and_notes(page, part, seen):
    card = part(page.html, "card")
    assert 'href="mailto:sato@example.jp"' in card
    assert '<a href="tel:0300000000">０３-0000-0000</a>' in card
    for expected in (
        "距離感 近い",
        "共有 事務所内",
        "同意 2026年10月8日",
        "共有メモ 相続税の申告",
        "次に困りそうなところ",
    ):
        assert expected in seen(card)
    body = part(page.html, "body")
    assert "<h3>相続のこと</h3>" in body
    assert 'href="../../people/' in body


def test_the_sources_with_their_lines(page, seen):
    assert "もとのファイル journal/people/sato.md:2 journal/2026/second.md:5 journal/2026/first.md:5" in seen(page.html)


def test_the_search_is_handed_what_we_talked_about(page):
    unseen = re.findall(r"<p hidden>(.*?)</p>", page.html[: page.html.index("<section")])
    assert "相続、研修" in unseen[-1]


def test_the_headings_are_declared(page):
    assert [heading.id for heading in page.headings] == [
        "verdict",
        "messages",
        "axes",
        "moves",
        "history",
        "network",
        "card",
        "body",
    ]


@pytest.mark.parametrize("email", ["なし", "a@b?subject=x", "javascript:alert(1)", "a@b@c", '"><script>@x'])
def test_what_is_no_address_is_text(show, email):
    file = f"---\nperson: 佐藤 美咲\nreading: さとう みさき\nemail: '{email}'\nphone: 内線は受付へ\n---\n"
    html = show({"people/sato.md": file})["people/sato-misaki"].html
    assert "mailto:" not in html
    assert "tel:" not in html


def test_a_deferral_says_what_is_not_known_and_when_to_look_again(show, part, seen):
    text = seen(part(only(show, "impressions: [話をよく聞く, 質問をしてくれる]").html, "verdict"))
    assert "次の機会まで見送る — もう少し相手を知ってから" in text
    assert "いまの材料では" not in text
    assert "○ 良い材料のほうが多い 会話の進め方 質問をしてくれる 2026年11月20日 話をよく聞く 2026年11月20日" in text
    assert "まだわからないこと 将来のやり取り、無理のなさ、線引きの明確さ" in text
    assert "見直し 再会したとき。遅くとも 2027年11月23日 。" in text


def test_stop_signs_with_their_dates(show, part, seen):
    html = part(only(show, "impressions: [はっきりした違和感, 紹介料や名義貸しを持ちかける]").html, "verdict")
    text = seen(html)
    assert "今回は連絡しない — 職業上の一線を越えている 確か" in text
    assert "はっきりした違和感 2026年11月20日 — 2028年11月19日 まで" in text
    assert "紹介料や名義貸しを持ちかける 2026年11月20日 — 自分で解除するまで" in text


def test_a_decision_of_my_own_beside_what_the_criteria_say(show, part, seen):
    contact = "impressions: [返信を急かされそう], decision: 連絡する, reason: 恩師の紹介, until: 2027-05-31"
    text = seen(part(only(show, contact).html, "verdict"))
    assert "連絡する 自分の判断 理由 恩師の紹介" in text
    assert "2026年11月20日 に決め、 2027年5月31日 から先はまた基準で見ます。" in text
    assert "基準による判断 今回は連絡しない（自分に無理が出る） 確か" in text
    assert "× 気になる材料のほうが多い 無理のなさ 返信を急かされそう" in text


def test_what_stands_against_a_decision_is_said(show, part, seen):
    over = "impressions: [はっきりした違和感], decision: 連絡する, reason: 確かめたい"
    assert "即見送りのサインがあるなかで、自分で決めています。" in seen(part(only(show, over).html, "verdict"))
    same = "impressions: [返信を急かされそう], decision: 今回は連絡しない, reason: 同じ考え"
    assert "いまは基準による判断と同じです。" in seen(part(only(show, same).html, "verdict"))


@pytest.mark.parametrize(
    ("words", "expected"), [("話をよく聞く", "材料が1つ"), ("話をよく聞く, 心地よかった", "材料が2つ")]
)
def test_facts_noted_after_a_decision_are_said(show, part, seen, words, expected):
    pages = show(
        {
            "a.md": """\
                ---
                title: 会
                date: 2026-09-01
                contacts:
                  - {person: 佐藤 美咲, reading: さとう みさき, decision: 連絡する, reason: 恩師の紹介}
                ---
                """,
            "b.md": f"""\
                ---
                title: 会
                date: 2026-10-01
                contacts:
                  - {{person: 佐藤 美咲, impressions: [{words}]}}
                ---
                """,
        }
    )
    html = pages["people/sato-misaki"].html
    assert f"判断のあとに{expected}増えています。" in seen(part(html, "verdict"))
    history = seen(part(html, "history"))
    assert "2026年9月1日 自分の判断 連絡すると決めた 理由 恩師の紹介" in history


def test_a_release_is_part_of_the_history(show, part, seen):
    contact = "released: [紹介料や名義貸しを持ちかける], reason: 誤解だった"
    history = seen(part(only(show, contact).html, "history"))
    assert "自分の判断 「紹介料や名義貸しを持ちかける」を解除 理由 誤解だった" in history


def test_a_change_by_time_alone_has_its_own_day_and_no_event(show, part, seen):
    page = only(show, "impressions: [はっきりした違和感]", today=datetime.date(2029, 1, 1))
    assert (
        "2028年11月20日 今回は連絡しない（違和感を大切にする） → 次の機会まで見送る（もう少し相手を知ってから） "
        "「はっきりした違和感」から24か月がたちました。 2026年11月20日" in seen(part(page.html, "moves"))
    )


def test_words_written_in_english_show_in_the_sites_language(show, part, seen):
    text = seen(part(only(show, "impressions: [listens, would press me for replies]").html, "history"))
    assert "話をよく聞く 気になる材料 返信を急かされそう" in text
    english = only(show, "impressions: [話をよく聞く]", language="en")
    assert "listens well 20 Nov 2026" in seen(english.html)


def test_only_what_one_looks_for_reaches_the_search_index(page):
    from material.plugins.search.plugin import Parser

    parser = Parser()
    parser.feed(page.html)
    parser.close()
    found = [section for section in parser.data if not section.is_excluded()]
    assert len(found) == 1
    text = re.sub(r"<[^>]*>", " ", "".join(found[0].text))
    assert " ".join(text.split()) == (
        "さとう みさき 税理士・行政書士 佐藤美咲税理士事務所 別の表記: 佐藤 みさき "
        "佐藤美咲 佐藤みさき さとうみさき サトウ ミサキ サトウミサキ sato misaki satou misaki 特定行政書士 相続、研修"
    )
