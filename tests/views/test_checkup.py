"""要確認: what was found, by weight, with its place and how to mend it; never a value of a broken field."""

from __future__ import annotations

import re

import pytest

from netjudge_plugin.reader.presets import preset

BROKEN = """\
    ---
    title: 会
    date: 2026-11-20
    impresion: 秘密の値
    contacts:
      - {person: 佐藤 美咲, reading: さとう みさき, impressions: [謎のことば, 話をよく聞く]}
      - {person: 田中 健, impressions: [謎のことば]}
    ---

    [[誰でもない]]
    """


def test_all_clear(show, seen):
    text = seen(show({})["checkup"].html)
    assert "気になるところはありません。" in text
    assert "直し方" not in text


def test_findings_by_weight_with_place_and_how_to_mend(show, part, seen):
    page = show({"a.md": BROKEN})["checkup"]
    assert [heading.id for heading in page.headings] == ["error", "warning", "notice", "words"]
    assert "journal/a.md:4:1 unknown-field この項目の名前は知られていません。 直し方" in seen(part(page.html, "error"))
    warning = seen(part(page.html, "warning"))
    assert "journal/a.md:10:1 unknown-person-link [[ ]] の名前の方が見つからないため" in warning
    assert "missing-reading" in seen(part(page.html, "notice"))
    assert "秘密の値" not in page.html


def test_words_the_criteria_do_not_know_with_where_they_stand(show, part, seen):
    html = part(show({"a.md": BROKEN})["checkup"].html, "words")
    assert "謎のことば journal/a.md:6:53 佐藤 美咲 journal/a.md:7:34 田中 健" in seen(html)
    assert 'href="../people/sato-misaki/"' in html


def test_in_english(show, seen):
    text = seen(show({"a.md": BROKEN}, language="en")["checkup"].html)
    assert "Could not be read" in text
    assert "No field has this name." in text


UNSOUND = preset("standard", "ja").data.decode().replace("no_at_least: 3", "no_at_least: 6")


def test_what_the_criteria_say_stands_apart_from_what_could_not_be_read(show, part, seen):
    page = show({"criteria.yml": UNSOUND})["checkup"]
    assert [heading.id for heading in page.headings] == ["criteria"]
    text = seen(part(page.html, "criteria"))
    assert "そのまま使われていますが、抜けか矛盾があります。" in text
    assert "criteria-dead-step 「S7」で決まる組み合わせがありません" in text


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "判断基準に、抜けか矛盾があります"), ("en", "The criteria have a gap or contradict")]
)
def test_pages_say_when_the_criteria_are_unsound_and_do_not_call_it_unreadable(show, seen, language, said):
    pages = show({"criteria.yml": UNSOUND}, language=language)
    for uri in ("index", "contact", "criteria"):
        assert said in seen(pages[uri].html)
        assert not re.search("読み取れていない|could not be read|cannot be used", seen(pages[uri].html))
    both = show({"criteria.yml": UNSOUND, "a.md": BROKEN}, language=language)
    assert said in seen(both["index"].html)
    assert re.search("読み取れていない|could not be read", seen(both["index"].html))


@pytest.mark.parametrize("name", ["messages.yml", "criteria.yml"])
def test_a_mistake_beside_the_records_is_not_called_unread(show, part, seen, name):
    pages = show({name: "format: nine\n"})
    assert "value-not-choice" in seen(part(pages["checkup"].html, "error")) or name == "criteria.yml"
    assert "error" in [heading.id for heading in pages["checkup"].headings]
    assert "読み取れていない" not in seen(pages["index"].html)
    assert ("標準の基準で見ています" in seen(pages["index"].html)) == (name == "criteria.yml")


def test_a_warning_about_the_criteria_is_for_the_check_up_page_alone(show, part, seen):
    text = preset("standard", "ja").data.decode().replace("weekly_limit: 4", "weekly_limit: 2")
    pages = show({"criteria.yml": text})
    assert "criteria-weekly-overload" in seen(part(pages["checkup"].html, "warning"))
    assert "抜けか矛盾" not in seen(pages["index"].html)
