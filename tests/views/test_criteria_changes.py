"""基準が変わって: there only while the criteria are not those of my last decision; never a word of better or worse."""

from __future__ import annotations

import re

import pytest
from drawn import event

from netjudge_plugin.reader import presets

STANDARD = presets.preset("standard", "ja").data.decode()
#: Not to mind what would strain me, and not to wait for a better moment.
EDITED = re.sub(r"  - step: S4\n.*?(?=  - step: S5)", "", STANDARD, flags=re.DOTALL)
EDITED = re.sub(r"  - step: S9\n.*?(?=  - step: S10)", "", EDITED, flags=re.DOTALL).replace("標準の", "私の", 1)

EVENT = event(
    "2026-11-20",
    "{person: 田中 健, reading: たなか けん, profession: 税理士, impressions: [返信を急かされそう]}",
    "{person: 佐藤 花, reading: さとう はな, impressions: [自分が手一杯]}",
    "{person: 鈴木 一, reading: すずき はじめ, impressions: [返信を急かされそう], decision: 連絡する, reason: 恩師}",
    "{person: 高橋 恵, reading: たかはし めぐみ, impressions: [話をよく聞く]}",
)
FILES = {"2026-11-20.md": EVENT, "criteria/2026-01-01.yml": STANDARD, "criteria.yml": EDITED}


@pytest.fixture
def page(show):
    return show(FILES)["criteria-changes"]


def test_which_two_criteria(page, seen):
    text = seen(page.html)
    assert (page.title, page.parent) == ("基準が変わって", "criteria")
    assert "自分でいちばん新しい判断をした日（ 2026年11月20日 ）に使っていた基準と、いまの基準とで" in text
    assert re.search(
        r"前 標準の判断基準 （ 2026年1月1日 から） [0-9a-f]{12} いま 私の判断基準 （いまの基準） [0-9a-f]{12}", text
    )


def test_who_changes_from_what_to_what_by_which_step(page, part, seen):
    assert seen(part(page.html, "verdicts")).endswith(
        "田中 健 たなか けん 税理士 前 今回は連絡しない — S4「自分に無理が出る」"
        " いま 次の機会まで見送る — どの順番にも当てはまらない「もう少し相手を知ってから」"
    )
    assert 'href="../people/tanaka-ken/"' in page.html


def test_whose_why_alone_changes_and_what_changes_beneath_a_decision(page, part, seen):
    assert "佐藤 花 さとう はな 前 次の機会まで見送る — S9「今はタイミングではない」 いま 次の機会まで" in seen(
        part(page.html, "whys")
    )
    beneath = seen(part(page.html, "beneath"))
    assert "自分で決めた判断は変わりません。" in beneath
    assert "鈴木 一 すずき はじめ 前 今回は連絡しない — S4" in beneath


def test_how_many_stay_as_they_are(page, part, seen, show):
    assert "ほかの1人の判断と理由は、変わりません。" in seen(part(page.html, "same"))
    assert "どの方の判断も理由も、変わりません。" in seen(
        show(FILES | {"criteria.yml": STANDARD + "# a comment"})["criteria-changes"].html
    )


def test_nothing_is_called_better_or_worse(page, seen, show):
    english = seen(show(FILES, language="en")["criteria-changes"].html)
    assert not re.search(r"改善|悪化|良くな|悪くな|正しい", seen(page.html))
    assert not re.search(r"\b(better|worse|improved?|wrong|correct)\b", english, re.IGNORECASE)
    assert "Since the criteria changed" in english
    assert "Not contacting this time — S4 “it would strain me”" in english


def test_the_way_there_from_the_criteria_and_from_home(show):
    pages = show(FILES)
    for name, link in (("criteria", "../criteria-changes/"), ("index", "criteria-changes/")):
        assert f'href="{link}"' in pages[name].html


@pytest.mark.parametrize(
    "files",
    [
        FILES | {"criteria.yml": STANDARD},
        {name: text for name, text in FILES.items() if not name.startswith("criteria/")},
        FILES | {"criteria/2026-11-20.yml": EDITED},
        FILES | {"2026-11-20.md": event("2026-11-20", "{person: 田中 健}")},
        FILES | {"criteria.yml": "axes: []\n"},
    ],
    ids=["unchanged", "nothing kept", "the same on that day", "no decision", "criteria with a mistake"],
)
def test_otherwise_there_is_no_such_page_and_no_way_there(show, files):
    pages = show(files)
    assert "criteria-changes" not in pages
    assert not any("criteria-changes" in page.html for page in pages.values())


def test_a_preset_that_was_kept_is_the_same_in_the_other_language(show):
    files = {name: text for name, text in FILES.items() if name != "criteria.yml"}
    assert "criteria-changes" not in show(files)
    assert "criteria-changes" not in show(files, language="en")
    assert "criteria-changes" in show(files, criteria="simple")


def test_names_and_labels_are_escaped(show):
    hostile = EDITED.replace("know_more: もう少し相手を知ってから", 'know_more: "<script>alert(1)</script>"')
    html = show(FILES | {"criteria.yml": hostile})["criteria-changes"].html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_page_of_the_criteria_lists_what_was_kept(show, part, seen):
    text = seen(part(show(FILES)["criteria"].html, "kept"))
    assert re.search(
        r"2026年1月1日 から 標準の判断基準 [0-9a-f]{12} いま使っている基準は、まだ取っておいていません", text
    )
    text = seen(part(show(FILES | {"criteria/2026-11-22.yml": EDITED})["criteria"].html, "kept"))
    newest, oldest = re.split(r"(?<=いま使っている基準) ", text.removeprefix("取っておいた基準 "))
    assert re.search(r"2026年11月22日 から 私の判断基準 [0-9a-f]{12} いま使っている基準$", newest)
    assert re.fullmatch(r"2026年1月1日 から 標準の判断基準 [0-9a-f]{12}", oldest)


def test_with_nothing_kept_the_page_of_the_criteria_is_silent(show):
    assert 'id="kept"' not in show({})["criteria"].html


def test_the_sentence_of_the_article_stands_with_the_axis(show, part, seen):
    html = show({})["criteria"].html
    assert "もとの記事のことば：「相手の立場を尊重できそうか」" in seen(part(html, "axis-respect"))
