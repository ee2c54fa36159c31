"""A team's site as files: no byte and no name of it knows anything private, and it opens from a folder."""

from __future__ import annotations

import gzip
import html
import json
import re
import urllib.parse
from dataclasses import replace
from typing import TYPE_CHECKING

import drawn
import pytest
from shared import knows, someone
from waiting import found, redrawn

from netjudge_plugin import pipeline
from netjudge_plugin.mkdocs import team
from netjudge_plugin.mkdocs.options import settings_from_file
from netjudge_plugin.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

#: A journal in which every field that is private holds a canary; `{n}` makes two versions of it.
JOURNAL = {
    "people/sato.md": """\
        ---
        person: 佐藤 美咲
        id: kanaria-{n}
        reading: さとう みさき
        profession: 税理士
        firm: 佐藤事務所
        aliases: [カナリア別名{n}]
        not_same_as: [カナリア別人{n}]
        email: canary-mail{n}@example.com
        phone: 03-0000-{n}{n}{n}{n}
        honorific: カナリア敬称{n}
        distance: near
        note: カナリアメモ{n} <b>強い</b>
        exchanges:
          - {{date: 2026-08-0{n}, direction: out, via: カナリア手段{n}, note: カナリア文{n}, impressions: [対応が丁寧]}}
        decisions:
          - {{date: 2026-07-0{n}, decision: 連絡する, reason: カナリア理由{n}, until: 2029-01-0{n}}}
        share: team
        consent: 2026-01-0{n}
        share_note: 相続の相談はメールで。
        ---
        カナリア本文{n}
        """,
    "people/himitsu-{n}.md": """\
        ---
        person: カナリア太郎{n}
        reading: さとう みさき
        note: カナリア
        ---
        """,
    "2026/kanaria-file-{n}.md": """\
        ---
        title: カナリア題名{n}
        date: 2026-05-01
        place: カナリア場所{n}
        kind: study
        tags: [カナリア札{n}]
        attending: [カナリア参加{n}]
        contacts:
          - person: 佐藤 美咲
            firm: カナリア前事務所{n}
            impressions: [話をよく聞く, 話題: ○ カナリア印象{n}]
            unsure: [心地よさ]
            topics: [カナリア話題{n}]
            note: カナリア会話{n}
            promise: {{what: カナリア約束{n}, by: 2028-03-0{n}}}
          - person: カナリア次郎{n}
            profession: カナリア士{n}
        ---
        ![カナリア画像{n}](x.png) # カナリア見出し{n}
        """,
    "2026/b.md": """\
        ---
        title: 研究会
        date: 2026-06-01
        place: 横浜
        share: team
        contacts:
          - {{person: 佐藤 美咲, note: カナリア{n}}}
          - {{person: カナリア三郎{n}, impressions: [話をよく聞く]}}
        ---
        カナリア会の本文{n}
        """,
}
CONFIG = """\
site_name: カナリアサイト
site_description: カナリア説明
copyright: カナリア権利
repo_url: https://example.com/kanaria
edit_uri: edit/
theme: {name: material, language: ja, font: false, custom_dir: overrides}
extra: {kanaria: カナリア余分}
extra_css: [kanaria.css]
nav: [カナリア案内: index.md]
hooks: [hook.py]
plugins:
  - search
  - tags
  - netjudge: {today: 2026-11-23, purpose: カナリア目的, member: 大野 真, criteria: standard}
"""


def project(folder: Path, version: int = 1) -> Path:
    files = {name.format(n=version): text.format(n=version) for name, text in JOURNAL.items()}
    drawn.draw(folder, files)
    for name, text in {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# カナリア日記\n",
        "docs/kanaria.css": "/* カナリア */",
        "overrides/main.html": '{% extends "base.html" %}{% block footer %}カナリア枠{% endblock %}',
        "hook.py": "def on_post_page(output, **_):\n    return output + 'カナリア hook'\n",
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def built(folder: Path, audience: str = "team") -> Path:
    settings = replace(settings_from_file(folder / "mkdocs.yml"), audience=audience)
    team.build(pipeline.build_team, settings, folder / "office")
    return folder / "office"


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def views(data: bytes) -> list[str]:
    """A file as anybody might read it: unpacked, unescaped, decoded."""
    raw = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    text = raw.decode("utf-8", "replace")
    plain = re.sub("[\u200b\u200c\u200d\ufeff]", "", text)
    unescaped = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), plain)
    return [text, plain, unescaped, html.unescape(plain), re.sub("<[^>]*>", "", plain), urllib.parse.unquote(plain)]


def leaks(site: Path, secrets: list[str]) -> list[tuple[str, str]]:
    return [
        (name, secret)
        for name, data in contents(site).items()
        if not name.startswith("assets/javascripts/lunr")
        for view in [name, *views(data)]
        for secret in secrets
        if secret in view
    ]


SECRETS = [
    "カナリア", "kanaria", "canary-mail", "03-0000", "よく聞く", "丁寧", "心地よさ", "2026-07-01", "2026-08-01", "2028",
    "2029", "2026-01-01", "himitsu", "mkdocs.yml", "journal/", "netjudge-capture",
]  # fmt: skip


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Two journals that differ in every private value, each built for the office."""
    return tuple(built(project(tmp_path_factory.mktemp(f"project{version}"), version)) for version in (1, 2))


def test_private_values_of_any_kind_change_no_byte(sites):
    one, other = map(contents, sites)
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert "佐藤 美咲" in one["people/sato-misaki.html"].decode()
    assert "研究会" in one["events/index.html"].decode()


def test_no_canary_in_any_byte_or_name(sites):
    assert leaks(sites[0], SECRETS) == []


def test_the_same_canaries_are_found_in_the_private_site(tmp_path):
    """The positive control: the scan sees what there is to see."""
    folder = project(tmp_path)
    settings = settings_from_file(folder / "mkdocs.yml")
    for page in pipeline.build_site(settings).pages:
        path = tmp_path / "private" / f"{page.uri}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.title + page.html, encoding="utf-8")
    found = {secret for _, secret in leaks(tmp_path / "private", SECRETS)}
    assert {"カナリア", "kanaria", "canary-mail", "03-0000", "よく聞く", "丁寧", "2026-07-01", "himitsu"} <= found
    texts = " ".join(path.read_text(encoding="utf-8") for path in (tmp_path / "private").rglob("*.html"))
    for field in "別名 敬称 メモ 手段 文 理由 本文 題名 場所 印象 話題 会話 約束 目的".split():
        assert f"カナリア{field}" in texts, field


def test_only_what_was_projected_makes_files(sites):
    names = {name for name in contents(sites[0]) if not name.startswith("assets/")}
    assert {name for name in names if name.endswith(".html")} == {
        "404.html", "index.html", "events/index.html", "members/index.html", "kana/sa.html",
        "professions/zeirishi.html", "people/sato-misaki.html", f"members/{member(sites[0])}.html",
    }  # fmt: skip
    assert {name for name in names if not name.endswith(".html")} == {
        "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", "search/search_index.js",
    }  # fmt: skip
    ours = {name for name in contents(sites[0]) if name.startswith("assets/netjudge")}
    assert ours == {"assets/netjudge.css", "assets/netjudge-team.css", "assets/netjudge-search.js"}


def member(site: Path) -> str:
    return next(path.stem for path in (site / "members").iterdir() if path.stem != "index")


def test_the_index_of_the_search_holds_what_the_pages_show(sites):
    docs = json.loads((sites[0] / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    locations = {doc["location"].partition("#")[0] for doc in docs}
    assert "people/sato-misaki.html" in locations
    assert locations <= {"", *(name for name in contents(sites[0]))}


def test_other_offices_see_nobody_without_consent(tmp_path):
    site = built(project(tmp_path), "partners")
    assert leaks(site, [*SECRETS, "佐藤", "さとう", "sato", "研究会", "横浜"]) == []


#: A word that no line has room for.
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2


@pytest.fixture
def office(tmp_path):
    people = [
        someone("中村 浩司", "司法書士", reading="なかむら こうじ", firm="みなと坂事務所"),
        someone("髙橋 恵", "社会保険労務士", reading="たかはし めぐみ", firm="青空労務"),
        someone("<img src=x onerror=alert(1)>", "弁護士", reading="てすと", note="</title><script>alert(2)</script>"),
        someone(LONG, LONG, firm=LONG, note=LONG),
    ]
    shares = [knows("大野 真", *people), knows('"><script>alert(3)</script>', people[0])]
    settings = Settings(tmp_path, today=drawn.TODAY, clock=drawn.TODAY)
    team.build(lambda final: pipeline.team_site(shares, final), settings, tmp_path / "site")
    return tmp_path / "site"


def test_the_way_back_to_the_first_page_is_there_once(office):
    for page in ("people/nakamura-koji", "professions/shihoshoshi", "kana/na"):
        text = (office / f"{page}.html").read_text(encoding="utf-8")
        path = text[text.index('class="md-path"') : text.index("<article")]
        assert re.findall(r'href="([^"]*)" class="md-path__link"', path) == ["../index.html"]


def test_it_opens_from_a_folder_and_asks_nobody(office, browse):
    root = office.as_uri() + "/"
    seen = browse()
    for path in sorted(office.rglob("*.html")):
        if path.name != "404.html":  # it has absolute addresses, for servers
            seen.page.goto(path.as_uri())
            redrawn(seen.page)
            assert seen.page.locator("img[src=x]").count() == 0
    assert (seen.dialogs, seen.errors, seen.strangers(root)) == ([], [], [])


TYPED = {
    "中村": "中村 浩司", "なかむら": "中村 浩司", "nakamura": "中村 浩司", "司法書士": "中村 浩司",
    "みなと": "中村 浩司", "高橋": "髙橋 恵", "社労士": "髙橋 恵", "青空": "髙橋 恵",
    "onerror": "<img src=x onerror=alert(1)>",
}  # fmt: skip


def test_the_search_finds_people_by_name_reading_profession_and_firm(office, browse):
    seen = browse()
    seen.page.goto((office / "index.html").as_uri())
    for words, name in TYPED.items():
        assert name in found(seen.page, words), words
    assert (seen.dialogs, seen.errors, seen.strangers(office.as_uri() + "/")) == ([], [], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_no_page_is_wider_than_the_screen(width, scheme, office, browse):
    seen = browse(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in sorted(office.rglob("*.html")):
        seen.page.goto(path.as_uri())
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, path
