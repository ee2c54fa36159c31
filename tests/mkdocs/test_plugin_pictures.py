"""The pictures in a real browser: nothing scrolls sideways, the keyboard walks through the network, nothing is cut."""

from __future__ import annotations

import re
from itertools import pairwise

import drawn
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

SITE = """\
site_name: 記録
use_directory_urls: false
theme:
  name: material
  language: ja
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: teal, accent: teal}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: teal, accent: teal}
plugins: [search, netjudge: {today: 2026-12-31, purpose: 見本}]
"""
FITS = "業務分野が近い, 考え方が似ている, 自然体でいられる, 話をよく聞く, 質問をしてくれる, 業務の線引きが明確"
LONG = "どこまでも続く長い名前の研究会と懇親会を兼ねた集まり"


def event(date, numbers):
    contacts = (
        f"{{person: 長い名字の 人物第{nth}番, id: p{nth}, profession: 税理士, impressions: [{FITS}]}}"
        for nth in numbers
    )
    return drawn.event(date, *contacts, title=LONG)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """300 people at 60 events, most of whom are met again, and some often; opened from the folder."""
    root = tmp_path_factory.mktemp("three-hundred")
    files = {}
    for nth in range(60):
        met = {*range(nth * 5, nth * 5 + 5), *range(nth * 35 % 300, nth * 35 % 300 + 5)}
        met |= set(range(10)) if nth % 10 == 0 else set()
        files[f"{nth:03}.md"] = event(f"20{24 + nth // 20}-{nth % 12 + 1:02}-{nth % 28 + 1:02}", sorted(met))
    drawn.draw(root, files)
    (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (root / "docs").mkdir()
    build(load_config(config_file=str(root / "mkdocs.yml")))
    return (root / "site").as_uri()


def test_three_hundred_people_are_readable_on_a_telephone(site, browse):
    seen = browse(viewport={"width": 375, "height": 800})
    for path in ("connections.html", "people/p7.html", "events/003.html"):
        seen.page.goto(f"{site}/{path}")
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 375, path
    seen.page.goto(f"{site}/connections.html")
    names = seen.page.locator(".nj-net li li a")
    assert names.count() == 300
    sizes = seen.page.evaluate(
        "[...document.querySelectorAll('.nj-net :is(a, small, li)')].map(e => getComputedStyle(e).fontSize)"
    )
    assert min(float(size.removesuffix("px")) for size in sizes) >= 12
    boxes = seen.page.evaluate(
        "[...document.querySelectorAll('.nj-net > ol span')].map(e => e.getBoundingClientRect().toJSON())"
    )
    boxes.sort(key=lambda box: box["top"])
    assert all(one["bottom"] <= other["top"] + 0.5 for one, other in pairwise(boxes))
    assert all(box["left"] >= 0 and box["right"] <= 375 for box in boxes)
    assert seen.errors == []


def test_every_line_ends_at_its_event_on_the_screen(site, browse):
    """The rows are as high as the drawing takes them to be: threads end in the middle of the rows of events."""
    seen = browse(viewport={"width": 1280, "height": 800})
    seen.page.goto(f"{site}/connections.html")
    ends, dots = seen.page.evaluate("""() => {
        const at = (path, length) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
        const threads = [...document.querySelectorAll('.nj-net > ol .nj-net__thread')];
        const dots = [...document.querySelectorAll('.nj-net > ol .nj-net__event')].map(e => e.getBoundingClientRect());
        return [threads.map(e => at(e, e.getTotalLength())).map(p => [p.x, p.y]),
                dots.map(box => [box.x + box.width / 2, box.y + box.height / 2])];
    }""")
    assert ends
    assert all(any(abs(x - a) < 1 and abs(y - b) < 1 for a, b in dots) for x, y in ends)


def test_the_keyboard_walks_from_a_person_to_an_event_and_on(site, browse):
    seen = browse(viewport={"width": 375, "height": 800})
    seen.page.goto(f"{site}/people/p7.html#network")
    first = seen.page.locator(".nj-net a").first
    first.focus()
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Shift+Tab")
    assert first.evaluate("e => e === document.activeElement")
    assert first.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url(re.compile(r"/events/\d+\.html#network$"))
    there = seen.page.locator(".nj-net a").first
    there.focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url(re.compile(r"/people/p\d+\.html#network$"))


@pytest.mark.parametrize(("scheme", "media"), [("light", "screen"), ("dark", "screen"), ("dark", "print")])
def test_lines_and_letters_stand_out(site, browse, scheme, media):
    seen = browse(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    for path, parts in {"connections.html": LINES | LETTERS, "people/p296.html": AXES}.items():
        seen.page.goto(f"{site}/{path}")
        seen.page.emulate_media(media=media, color_scheme=scheme)
        ground = seen.page.evaluate("getComputedStyle(document.body).getPropertyValue('background-color')")
        if media == "print":
            ground = "rgb(255, 255, 255)"
        for selector, (prop, least) in parts.items():
            ink = seen.page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).{prop}")
            assert contrast(ink, ground) >= least, selector


#: What is drawn, its property of colour, and how much it has to stand out.
LINES = {".nj-net li path": ("stroke", 3), ".nj-net__event": ("fill", 3), ".nj-net__thread": ("stroke", 3)}
LINES |= {".nj-net__thread--many": ("stroke", 3)}
LINES |= {".nj-year line": ("stroke", 3), ".nj-year circle": ("fill", 3), ".nj-marks-of circle": ("fill", 3)}
LETTERS = {".nj-year text": ("fill", 4.5), ".nj-net li li small": ("color", 4.5)}
AXES = {".nj-sign circle": ("stroke", 3), ".nj-cells a": ("color", 3), ".nj-frame--may-change": ("stroke", 3)}


def contrast(ink, ground):
    """The ratio of WCAG between two colours of CSS, the first of which may be transparent."""
    (*below, _), (*above, opaque) = rgba(ground), rgba(ink)
    mixed = [a * opaque + b * (1 - opaque) for a, b in zip(above, below, strict=True)]
    one, other = sorted((luminance(mixed), luminance(below)), reverse=True)
    return (one + 0.05) / (other + 0.05)


def rgba(colour):
    red, green, blue, *opaque = (float(part) for part in re.findall(r"[\d.]+", colour))
    if colour.startswith("color(srgb "):  # what was mixed is told in parts of one
        red, green, blue = (255 * part for part in (red, green, blue))
    return red, green, blue, opaque[0] if opaque else 1.0


def luminance(colour):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
