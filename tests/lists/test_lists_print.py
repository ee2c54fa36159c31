"""On paper: black on white, nothing to press, the filter in words, and nothing cut in two."""

from __future__ import annotations

import re

import pytest

PAGES = [
    "index.html",
    "week.html",
    "contact.html",
    "defer.html",
    "people/index.html",
    "people/sato-misaki.html",
    "events/index.html",
    "criteria.html",
    "review.html",
    "checkup.html",
]
COLOURS = """() => [...document.querySelectorAll(".md-content :is(h1, h2, p, a, li, dt, dd, strong)")]
    .filter(one => one.checkVisibility())
    .map(one => getComputedStyle(one).color)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_black_on_white_with_nothing_to_press(read, scheme):
    listing = read("index.html", color_scheme=scheme)
    listing.page.emulate_media(media="print", color_scheme=scheme)
    root = listing.page.url.removesuffix("index.html")
    for path in PAGES:
        listing.page.goto(root + path)
        assert set(listing.page.evaluate(COLOURS)) == {"rgb(0, 0, 0)"}, path
        away = listing.page.locator(
            ".md-header, .md-sidebar, .md-footer, .nj-buttons, .nj-jump, .nj button, .nj select"
        )
        assert not [one for one in away.all() if one.is_visible()], path
        assert listing.page.locator("h1").is_visible(), path


def test_a_printed_list_says_by_what_it_was_filtered(read):
    people = read("people/index.html?profession=zeirishi&sort=last")
    people.page.emulate_media(media="print")
    said = people.form.locator("p").inner_text()
    assert said == "6人を表示しています。 絞り込み — 士業：税理士 ／ 並べ順：最後に会った日の新しい順"
    assert people.names()[0] == "佐藤 美咲"
    whole = read("people/index.html")
    whole.page.emulate_media(media="print")
    assert not whole.form.locator("p").is_visible(), "a whole list needs no words"


def test_nothing_is_cut_across_two_sheets(read):
    for path, entry in (("people/index.html", "li"), ("defer.html", "li.nj-person"), ("events/index.html", "li")):
        listing = read(path)
        listing.page.emulate_media(media="print")
        kinds = listing.page.locator(f"[data-part=entries] > {entry}").evaluate_all(
            "all => [...new Set(all.map(one => getComputedStyle(one).breakInside))]"
        )
        assert kinds == ["avoid"], path
        heading = listing.page.locator(".nj h2").first.evaluate("one => getComputedStyle(one).breakAfter")
        assert heading == "avoid"
        seen = listing.page.locator("[data-part=entries]").first.evaluate(
            "one => getComputedStyle(one).contentVisibility"
        )
        assert seen == "visible"


@pytest.mark.parametrize(
    ("path", "most"), [("people/sato-misaki.html", 4), ("people/abe-jun.html", 2), ("people/index.html?row=sa", 1)]
)
def test_a_page_takes_few_sheets(read, path, most):
    sheets = read(path).page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", sheets)) <= most
