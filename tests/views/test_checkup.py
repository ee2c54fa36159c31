"""要確認: what was found, by weight, with its place and how to mend it; never a value of a broken field."""

from __future__ import annotations

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
