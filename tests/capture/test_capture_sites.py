"""The page on other sites: in English, with hostile names, under other themes and with addresses of both kinds."""

from __future__ import annotations

import json

import pytest

HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</template><svg onload=alert(3)>",
    "{{ 7*7 }} {name}",
]
NAMES = [f"悪意 {evil}" for evil in HOSTILE]
INSTANT = "{name: material, language: ja, font: false, features: [navigation.instant]}"


def hostile_journal():
    contacts = "".join(
        f"  - person: {json.dumps(name)}\n    reading: あくい {kana}\n"
        f"    firm: {json.dumps(name)}\n    profession: {json.dumps(name)}\n"
        for kana, name in zip("あいうえ", NAMES, strict=True)
    )
    axis = json.dumps(HOSTILE[0])
    criteria = f"""
format: 1
name: {json.dumps(HOSTILE[1])}
axes:
  - {{id: ease, name: {axis}, question: {json.dumps(HOSTILE[1])}, ok_needs: 1, no_needs: 1, keeps: 12, count: latest,
     style: balance, good: {{easy: {json.dumps(HOSTILE[2])}}}, concern: {{hard: '{{number}}: "x" #'}}, ask: []}}
stops: {{}}
notes_only: {{}}
steps:
  - {{step: S1, any_no: [ease], then: not_this_time, why: strain}}
  - {{step: S2, all_ok: [ease], then: contact, why: fits}}
otherwise: defer
verdicts: {{contact: 連絡する, defer: 見送る, not_this_time: 今回はしない}}
whys: {{fits: 合う, strain: 無理, know_more: 知る, conflicting: 食い違う, feeling_only: 印象}}
revisit: {{at_next_meeting: true, latest_after_months: 12}}
decision_keeps: 12
"""
    return {
        "2026/evil.md": f"---\ndate: 2026-11-20\ncontacts:\n{contacts}---\n",
        "criteria.yml": criteria,
    }


def test_hostile_names_and_words_are_text(write):
    writer = write(**hostile_journal())
    writer.field("name", 1).fill("あくい")
    assert [text.split("\n")[0].strip() for text in writer.suggestions(1).all_inner_texts()] == NAMES
    writer.tap(writer.suggestions(1).first)
    name = NAMES[0]
    assert writer.part("status").text_content() == f"{name}さんを選びました。"
    writer.choose(1, HOSTILE[0], HOSTILE[2], '{number}: "x" #')
    writer.next()
    writer.field("name", 2).fill(name)
    writer.tap(writer.page.locator("[data-do=copy]"))
    assert writer.problems()[0].startswith(f"「{name}」さんが二度")
    text = writer.text()
    assert f"  - 名前: {json.dumps(name, ensure_ascii=False)}\n" in text
    assert f"      - {json.dumps(HOSTILE[2], ensure_ascii=False)}\n" in text
    assert writer.page.locator("img[src=x], svg[onload]").count() == 0
    writer.kept()
    writer.page.reload()
    assert writer.text() == text


def test_in_english(write):
    writer = write(language="en")
    assert writer.page.inner_text("h1#top") == "Write it down"
    writer.write(writer.field("title"), "Tokyo evening")
    writer.field("kind").select_option("study")
    writer.pick(1, "sato", "佐藤 美咲")
    known = writer.card(1).locator("[data-part=known]")
    assert known.inner_text() == "Certified Public Tax Accountant, 佐藤税理士事務所"
    writer.choose(1, "Ease for me", "I can be myself", "Not known yet")
    writer.next()
    writer.write(writer.field("name", 2), "O'Brien: Pat")
    writer.say(2, "Timing", "○", "now")
    assert writer.card(2).locator("legend").inner_text() == "Person 2"
    name, text = writer.download()
    assert name == "2026-11-23-tokyo-evening.md"
    assert text == (
        "---\ntitle: Tokyo evening\ndate: 2026-11-23\nkind: study\ncontacts:\n"
        "  - person: 佐藤 美咲\n    impressions:\n      - I can be myself\n    unsure:\n      - Ease for me\n"
        '  - person: "O\'Brien: Pat"\n    impressions:\n      - Timing: ○ now\n'
        "---\n"
    )
    writer.kept()
    writer.page.reload()
    assert writer.notices() == ["There was a draft. You can go on from here."]


def test_one_gets_there_from_home_and_from_the_list_of_events(write):
    writer = write("served", addresses="true")
    for page in ("", "events/"):
        writer.page.goto(writer.page.url.split("/capture")[0].rstrip("/") + "/" + page)
        writer.page.get_by_role("link", name="書き留める").click()
        writer.part("form").wait_for()
        assert writer.page.url.endswith("/capture/")
        writer.page.goto(writer.page.url.removesuffix("capture/"))


@pytest.mark.parametrize("theme", ["{name: readthedocs, highlightjs: false}", INSTANT], ids=["readthedocs", "instant"])
def test_under_other_themes(write, theme):
    writer = write("served", theme=theme)
    writer.write(writer.field("title"), "会")
    writer.pick(1, "さと", "佐藤 美咲")
    assert "名前: 佐藤 美咲" in writer.text()


def test_pages_that_the_theme_changes_without_loading_keep_the_draft(write):
    writer = write("served", theme=INSTANT, url="http://site.invalid/")
    writer.page.evaluate("window.sameDocument = true")
    writer.write(writer.field("title"), "会")
    writer.page.get_by_role("link", name="判断基準", include_hidden=True).first.evaluate("link => link.click()")
    writer.page.wait_for_selector("h1#top:text-is('判断基準')")
    assert writer.page.evaluate("window.sameDocument"), "the theme has changed the page"
    writer.page.go_back()
    writer.part("form").wait_for()
    assert writer.field("title").input_value() == "会"
    writer.write(writer.field("place"), "神田")
    writer.kept()
    assert writer.page.locator(".nj-capture-person").count() == 1
    assert writer.page.evaluate("JSON.parse(localStorage['netjudge-capture:/capture.html']).entry.place") == "神田"
