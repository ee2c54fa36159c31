"""The sheet before a meeting, as it is printed, and as it is read on the way."""

from __future__ import annotations

import re

import pytest

GOOD = "業務分野が近い, 考え方が似ている, 返信のペースが合いそう, 質問をしてくれる, 業務の線引きが明確"
KINDS = (
    f"{GOOD}, {{会話の進め方: ○ 二人の話を順番に引き出してくれた}}",
    "話をよく聞く, {話題の共有しやすさ: ○ 同じ研修を受けていた}, 小さな違和感",
    "業務の考え方が近い, できないことを言える, 返信を急かされそう",
)

#: 一郎 … 三十太郎, with their readings.
GIVEN = [
    (f"{tens}{ones}郎", f"{tens_read}{ones_read}ろう")
    for tens, tens_read in zip(("", "十", "二十", "三十"), ("", "じゅう", "にじゅう", "さんじゅう"), strict=True)
    for ones, ones_read in zip("一二三四五六七八九太", "いち に さん し ご ろく しち はち く た".split(), strict=True)
]


def journal(people, *, strangers=2):
    """So many people of the sample's kind, each with topics and some with a promise, and some names that are new."""
    contacts = "".join(
        f"  - person: 佐々木 {name}\n    reading: ささき {reading}\n    profession: 社会保険労務士\n"
        f"    firm: 佐々木{name}社会保険労務士事務所\n    impressions: [{KINDS[number % 3]}]\n"
        f"    topics: [住所変更登記の義務化, 引き継ぎのひな形]\n"
        + ("    promise: {what: 次の勉強会の日程が決まったら知らせる, by: 2026-12-20}\n" if number % 4 == 0 else "")
        for number, (name, reading) in enumerate(GIVEN[:people])
    )
    names = [f"佐々木 {name}" for name, _ in GIVEN[:people]] + [f"新顔 {number}子" for number in range(strangers)]
    coming = f"title: 士業忘年交流会\ndate: 2026-12-04\nplace: 横浜・関内\nattending: [{', '.join(names)}]"
    return {
        "aki.md": f"---\ntitle: 湘南士業ネットワーク 秋の回\ndate: 2026-09-10\ncontacts:\n{contacts}---\n",
        "bonen.md": f"---\n{coming}\n---\n",
    }


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_twelve_people_fit_on_one_sheet(built, browse, language, scheme):
    seen = browse(color_scheme=scheme)
    seen.page.goto((built(journal(12), language=language) / "brief" / "bonen.html").as_uri())
    assert seen.page.locator(".nj-brief-people > li").count() == 12
    assert pages_of(seen.page.pdf(prefer_css_page_size=True)) == 1


def test_a_sheet_of_forty_takes_more(built, browse):
    seen = browse()
    seen.page.goto((built(journal(40)) / "brief" / "bonen.html").as_uri())
    assert pages_of(seen.page.pdf(prefer_css_page_size=True)) > 1


def test_on_paper_there_is_room_to_write_and_nothing_to_click(built, browse):
    seen = browse()
    seen.page.goto((built(journal(2)) / "brief" / "bonen.html").as_uri())
    room = seen.page.locator(".nj-brief-room")
    assert [one.is_visible() for one in room.all()] == [False, False]
    seen.page.emulate_media(media="print")
    assert [one.is_visible() for one in room.all()] == [True, True]
    assert not any(seen.page.locator(part).first.is_visible() for part in (".nj-brief-lead", ".md-path", ".md-footer"))


@pytest.mark.parametrize("path", ["index.html", "brief/bonen.html"])
def test_on_a_phone_nothing_is_wider_than_the_screen(built, browse, path):
    seen = browse(viewport={"width": 375, "height": 812})
    seen.page.goto(f"{built(journal(5)).as_uri()}/{path}")
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 375


def test_home_is_read_in_a_few_screens_of_a_phone(built, browse):
    seen = browse(viewport={"width": 375, "height": 812})
    seen.page.goto(f"{built(journal(12)).as_uri()}/index.html")
    assert seen.page.evaluate("document.documentElement.scrollHeight") < 4 * 812
