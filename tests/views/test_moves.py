"""How a verdict moved, in words: each way in which a fact comes or goes, in both languages."""

from __future__ import annotations

import datetime

import pytest

from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.moves import BEGINNINGS, ENDS
from netjudge_plugin.views.moves import _ORDER

GOOD = "業務分野が近い, 考え方が似ている, 自然体でいられる, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"
LATER = datetime.date(2028, 12, 1)


def met(date, impressions, more=""):
    return f"""\
        ---
        title: {date}の会
        date: {date}
        contacts:
          - {{person: 佐藤 美咲, reading: さとう みさき, impressions: [{impressions}]{more}}}
        ---
        """


def file(**more):
    lines = ["---", "person: 佐藤 美咲", "reading: さとう みさき", *(f"{key}: {more[key]}" for key in more), "---", ""]
    return "\n".join(lines)


@pytest.fixture
def moves(show, part, seen):
    """The words below the picture, by day."""

    def told(files, today=LATER, **more):
        html = part(show(files, today=today, **more)["people/sato-misaki"].html, "moves")
        return seen(html.split("</figure>")[-1].split("</ol>")[0])

    return told


def test_what_was_noted_with_the_event_it_comes_from(moves):
    text = moves({"a.md": met("2026-09-04", "話をよく聞く"), "b.md": met("2026-11-20", "返信を急かされそう")})
    assert (
        "2026年11月20日 次の機会まで見送る（もう少し相手を知ってから） → 今回は連絡しない（自分に無理が出る） "
        "「返信を急かされそう」を書き留めました。 2026-11-20の会" in text
    )
    assert "2026年9月4日 次の機会まで見送る（もう少し相手を知ってから） 2026-09-04の会" in text


def test_time_speaks_of_months_and_names_no_event(moves):
    text = moves({"a.md": met("2026-11-20", f"返信を急かされそう, {GOOD}")})
    assert "2027年11月20日 今回は" not in text
    assert "2027年11月20日" in text
    assert "「返信を急かされそう」から12か月がたちました。 2026年11月20日" in text


def test_a_newer_note_and_what_it_took_the_place_of(moves):
    text = moves({"a.md": met("2026-09-04", "気を張って疲れた"), "b.md": met("2026-11-20", "自然体でいられる")})
    assert "「自然体でいられる」を書き留めました。「気を張って疲れた」は前の日の材料になりました。" in text


def test_a_word_that_clears(moves):
    text = moves({"a.md": met("2026-09-04", "小さな違和感"), "b.md": met("2026-11-20", "違和感が解けた")})
    assert "「違和感が解けた」を書き留めました。「小さな違和感」は数えなくなりました。" in text


def test_a_release_and_what_counts_again(moves):
    release = ", released: [自然体でいられる], reason: 思い違い"
    text = moves(
        {
            "a.md": met("2026-08-04", "返信を急かされそう"),
            "b.md": met("2026-09-04", "自然体でいられる"),
            "c.md": met("2026-10-04", "", release),
        }
    )
    assert "「返信を急かされそう」をまた数えるようになりました。「自然体でいられる」を自分で解除しました。" in text


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("in", "返事がありました。 相手から連絡があった日"),
        ("out", "こちらからあらためて連絡し、返事を待つ日を数え直しています。 こちらから連絡した日"),
    ],
)
def test_a_silence_and_what_ended_it(moves, answer, words):
    sent = [f"{{date: 2026-{day}, direction: out}}" for day in ("07-06", "09-01")]
    exchanges = f"[{', '.join([*sent, f'{{date: 2026-11-01, direction: {answer}}}'])}]"
    text = moves({"a.md": met("2026-07-03", GOOD), "people/sato.md": file(exchanges=exchanges)})
    assert "2026年10月1日" in text
    assert "最後にこちらから連絡して30日、返事はまだありません。" in text
    assert words in text


def test_to_meet_again_ends_a_silence_too(moves):
    exchanges = "[{date: 2026-07-06, direction: out}, {date: 2026-09-01, direction: out}]"
    people = {"people/sato.md": file(exchanges=exchanges)}
    text = moves({"a.md": met("2026-07-03", GOOD), "b.md": met("2026-11-01", ""), **people})
    assert "また会いました。 2026-11-01の会" in text


def test_a_busy_season_comes_goes_and_gives_way(moves):
    work = {"people/sato.md": file(profession="税理士")}
    text = moves({"a.md": met("2026-11-20", GOOD), **work}, today=datetime.date(2027, 4, 1))
    assert "2027年2月1日" in text
    assert "暦のうえで「相手が忙しい時期」にあたります。" in text
    assert "2027年3月16日" in text
    assert "「相手が忙しい時期」が過ぎました。" in text
    asked = {"a.md": met("2027-02-10", GOOD), "b.md": met("2027-02-12", "連絡してほしいと言われた")}
    assert "「連絡してほしいと言われた」を書き留めました。暦より、この方について書いた材料を先に見ます。" in moves(
        {**asked, **work}
    )


def test_my_own_decision_begins_and_ends(moves):
    decides = ", decision: 連絡する, reason: 恩師の紹介, until: 2026-12-01"
    text = moves({"a.md": met("2026-07-03", "返信を急かされそう"), "b.md": met("2026-08-03", "", decides)})
    assert "連絡する（自分の判断） 自分で決めました（恩師の紹介）。 2026-08-03の会" in text
    assert (
        "2026年12月1日 連絡する（自分の判断） → 今回は連絡しない（自分に無理が出る） 自分で決めた期間が終わりました。"
        in text
    )


def test_in_english(moves):
    files = {"a.md": met("2026-09-04", "slight unease"), "b.md": met("2026-11-20", "the unease has cleared")}
    text = moves(files, language="en")
    assert "I noted “the unease has cleared”. No longer counted: “slight unease”." in text
    assert "24 months have passed since “the unease has cleared”." in text


def test_somebody_never_met_has_a_verdict_of_now(moves):
    assert moves({"people/sato.md": file()}) == "判断の移り変わり いま 次の機会まで見送る（もう少し相手を知ってから）"


def test_every_way_has_words_and_its_place():
    assert sorted(_ORDER) == sorted((*BEGINNINGS, *ENDS))
    assert all(catalogue(language).has(f"moves.by.{how}") for language in ("ja", "en") for how in _ORDER)
