"""ふりかえり: my choices beside the criteria's, what came of them, and changes to think about; nobody is rated."""

from __future__ import annotations

import re

import pytest

from netjudge_plugin.reader import presets

FITS = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 業務の線引きが明確, 業務の考え方が近い"
GIVEN = "一郎 二郎 三郎 四郎 五郎 六郎 七郎 八郎 九郎 十郎 士郎 史郎 志郎 詩郎 紫郎".split()


def met(name, words, decision=""):
    """One contact of an evening, with my decision on it."""
    mine = f", 判断: {decision}, 理由: 自分で決めた" if decision else ""
    return f"  - {{名前: 佐藤 {name}, 印象: [{words}]{mine}}}\n"


def evening(*contacts, date="2026-10-01"):
    return f"---\n件名: 秋の会\n日付: {date}\n相手:\n{''.join(contacts)}---\n"


#: Five decisions: those with whom it felt comfortable I contact, the others I defer.
WISH = [met(name, f"{FITS}, 心地よかった", "連絡する") for name in GIVEN[:2]]
WISH += [met(name, FITS, "次の機会まで見送る") for name in GIVEN[2:5]]


@pytest.fixture
def review(show):
    return lambda files, **more: show(files, **more)["review"].html


def test_without_anything_to_look_back_on_it_waits_kindly(review, seen):
    text = seen(review({}))
    assert "振り返る記録は、これからです。" in text
    assert "自分で決めた判断は、まだ書かれていません。" in text
    assert "自分で決めた判断が5件になると" in text
    assert "急ぐことはありません。" in text
    assert "判断は、うまくいくかどうかの予測ではありません。" in text


def test_my_choices_beside_the_criterias(review, part, seen):
    html = review({"a.md": evening(*WISH)})
    assert "自分で決めた判断5件のうち、連絡するかしないかが基準と同じだったのは2件です。" in seen(part(html, "own"))
    assert "自分も基準も、連絡する 2 0 0 0 自分は連絡しない、基準は連絡する 3 0 0 0" in seen(part(html, "own"))
    differing = seen(part(html, "differing"))
    assert (
        "2026年10月1日 佐藤 三郎 自分 次の機会まで見送る 理由 自分で決めた 基準 連絡する（無理なくやり取りできそう）"
        in differing
    )
    assert "佐藤 一郎" not in differing


def test_what_came_of_first_meetings_by_why_and_by_question(review, part, seen):
    first = evening(met("一郎", FITS), met("二郎", "返信を急かされそう"), met("三郎", FITS))
    again = evening(met("一郎", "心地よかった"), date="2026-11-01")
    letter = "---\n名前: 佐藤 三郎\nやり取り:\n  - {日付: 2026-10-02, 向き: こちらから}\n---\n"
    html = review({"a.md": first, "b.md": again, "people/saburo.md": letter})
    assert "連絡する 無理なくやり取りできそう 2 1 0 1" in seen(part(html, "first"))
    assert "今回は連絡しない 自分に無理が出る 1 0 0 0" in seen(part(html, "first"))
    assert "無理のなさ ○ 良い材料のほうが多い 2人のうち1人とまた会った" in seen(part(html, "axes"))
    assert "× 気になる材料のほうが多い 1人のうち0人とまた会った" in seen(part(html, "axes"))
    assert "たまたまのことも多い" in seen(html)


def test_a_proposal_in_words_with_the_lines_to_edit(review, part, seen):
    others = [met(name, FITS) for name in GIVEN[5:]]
    html = part(review({"a.md": evening(*WISH), "b.md": evening(*others)}), "proposals")
    text = seen(html)
    assert "案1 「連絡する」（S10）に、「心地よさ・違和感」が ○ であることを加える。" in text
    assert "自分の判断5件のうち、基準も同じ選び方になるのは、いまは2件、この案では5件です。" in text
    assert "steps の S10 いま all_ok: [future, ease] 変えるなら all_ok: [future, ease, comfort]" in text
    assert "いまは用意された基準（standard）をそのまま使っています。" in text
    assert "佐藤 六郎" in text
    assert "（連絡する → 次の機会まで見送る）" in text
    assert "佐藤 三郎 自分で決めた" in text, "with my reason"
    assert "佐藤 三郎" not in text.partition("いまの判断が変わる方")[2], "what I decided myself stays"
    assert re.findall('href="([^"]*)"', html)[0].startswith("../people/")


def test_of_many_only_some_are_named(review, part, seen):
    others = [met(f"{name}{more}", FITS) for name in GIVEN for more in ("太", "次")]
    text = seen(part(review({"a.md": evening(*WISH), "b.md": evening(*others)}), "proposals"))
    assert text.partition("いまの判断が変わる方")[2].count("佐藤") == 12
    assert "ほか18人" in text


def test_criteria_of_my_own_are_named_with_the_line(review, part, seen):
    own = presets.preset("standard", "ja").data.decode()
    text = seen(part(review({"a.md": evening(*WISH), "criteria.yml": own}), "proposals"))
    line = own.split("\n").index("  - step: S10") + 1
    assert f"journal/criteria.yml の{line}行目からの S10" in re.sub(r"\S*journal/", "journal/", text)
    assert "用意された基準" not in text


def test_a_step_to_take_out_or_to_move_is_told_as_a_whole(review, part, seen):
    """Those who would have to be written to now are all people of whom I decided otherwise."""
    tired = [met(name, f"{FITS}, 相手が忙しい時期", "連絡する") for name in GIVEN[:5]]
    text = seen(part(review({"a.md": evening(*tired)}), "proposals"))
    assert "「連絡する」（S10）を、「今はタイミングではない」（S9）より先に確かめる。" in text
    assert "変えるなら このまとまりを、S9 のすぐ上に移します" in text
    assert "いまの判断が変わる方はいません。" in text


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        (["連絡する"] * 5, "自分で決めた判断は、どれも基準と同じ選び方でした。"),
        ([*["連絡する"] * 5, "次の機会まで見送る"], "例外は、例外のままでかまいません。"),
    ],
)
def test_the_criteria_may_do_as_they_are(review, part, seen, decisions, said):
    contacts = [met(name, FITS, decision) for name, decision in zip(GIVEN, decisions, strict=False)]
    text = seen(part(review({"a.md": evening(*contacts)}), "proposals"))
    assert "いまの基準で十分です。" in text
    assert said in text


def test_the_same_in_english(review, seen):
    text = seen(review({"a.md": evening(*WISH)}, language="en"))
    assert "Of my own decisions (5), the criteria made the same choice, to contact or not, in 2." in text
    assert "For “Contact” (S10), also ask that “Comfort or unease” be ○." in text
    assert "A verdict does not foretell whether something will come of it." in text


def test_it_says_when_something_could_not_be_read(review, seen):
    text = seen(review({"a.md": evening(*WISH), "criteria.yml": "format: 9\n"}))
    assert "この日誌の判断基準が読めないため" in text


def test_it_stands_between_the_connections_and_the_criteria(show):
    pages = show({})
    at = list(pages).index("review")
    assert list(pages)[at - 1 : at + 2] == ["connections", "review", "criteria"]
    assert pages["review"].title == "ふりかえり"
