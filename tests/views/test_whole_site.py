"""The sample journal's whole site, as a careful reader with any device would check it."""

from __future__ import annotations

import datetime
import posixpath
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from netjudge_plugin import pipeline
from netjudge_plugin.settings import Settings
from netjudge_plugin.views import FIXED

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 23)
VOID = {"br", "hr", "input", "link"}
#: Words that would rate a person, hurry me, or pretend to measure.
NEVER = "期限切れ 遅れ スコア ランキング 偏差 不可 不合格 失格 overdue score ranking rating % ％".split()


def site(language, **more):
    journal = {"journal_dir": ROOT / "journal", "today": TODAY, "clock": TODAY, "root": ROOT, "purpose": "見本"}
    return pipeline.build_site(Settings(**journal, language=language, **more))


@pytest.fixture(scope="module", params=["ja", "en"])
def pages(request):
    return {page.uri: page for page in site(request.param).pages}


class Careful(HTMLParser):
    """Refuses what a browser would have to mend."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.levels, self.hrefs = [], [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        assert self.open.count("section") < 2, "the search would lose count"
        assert not {"p", "ul"} <= set(self.open[-2:]) or self.open[-2] != "p", "a list in a paragraph"
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            elif name == "href" and tag == "a":
                self.hrefs.append(value)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


def careful(html):
    parser = Careful()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def test_the_fixed_pages_come_first(pages):
    assert tuple(pages)[: len(FIXED)] == FIXED
    kinds = [uri.split("/")[0] for uri in list(pages)[len(FIXED) :]]
    assert kinds == sorted(kinds, key=["criteria-changes", "capture", "people", "events", "brief"].index)


def test_the_html_is_well_formed_with_headings_in_order(pages):
    for uri, page in pages.items():
        parser = careful(page.html)
        assert len(parser.ids) == len(set(parser.ids)), uri
        headings = ["top", *(heading.id for heading in page.headings)]
        assert [i for i in parser.ids if i in headings] == headings, uri
        assert all(i.startswith(("axis-", "net-")) for i in set(parser.ids) - set(headings)), uri
        assert all(i.isascii() for i in parser.ids), uri
        assert parser.levels[0] == 1, uri
        assert parser.levels.count(1) == 1, uri
        assert all(after - before <= 1 for before, after in zip(parser.levels, parser.levels[1:], strict=False)), uri


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_page(directory_urls):
    built = {page.uri: page for page in site("ja", directory_urls=directory_urls).pages}
    files = {address(uri, directory_urls): uri for uri in built}
    for uri, page in built.items():
        for href in careful(page.html).hrefs:
            if href.startswith(("https://", "mailto:", "tel:")):
                continue
            path, _, fragment = href.partition("#")
            path, _, query = path.partition("?")
            here = address(uri, directory_urls)
            target = here if not path else posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            if path.endswith("/"):
                target = posixpath.normpath(posixpath.join(target, "index.html"))
            assert target in files, (uri, href)
            for name, value in parse_qsl(query):
                box = f'name="{name}" value="{escape(value)}"'
                assert box in built[files[target]].html, f"{uri}: {href} filters by what does not occur"
            assert not fragment or f'id="{fragment}"' in built[files[target]].html, (uri, href)


def address(uri, directory_urls):
    """The file of a page in the built site."""
    if not directory_urls or uri == "index" or uri.endswith("/index"):
        return f"{uri}.html"
    return f"{uri}/index.html"


def test_no_word_rates_a_person_or_hurries_me(pages):
    for uri, page in pages.items():
        text = re.sub(r'<div class="nj-(body|note)">.*?</div>', "", page.html, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", " ", text)
        assert not [word for word in NEVER if word in text.casefold()], uri


def test_no_page_is_without_a_word_in_the_sites_language(pages):
    for uri, page in pages.items():
        assert page.title, uri
        assert "{" not in re.sub(r'<div class="nj-(body|note)">.*?</div>', "", page.html, flags=re.DOTALL), uri


def test_a_mark_never_stands_without_words(pages):
    marks = "○×△？"
    for page in pages.values():
        for found in re.finditer(rf'aria-hidden="true">([{marks}])</span>(.{{0,40}})', page.html, re.DOTALL):
            assert re.search(r"[ぁ-んa-z]", re.sub(r"<[^>]*>", "", found[2])), found[0]


def test_the_same_journal_gives_the_same_pages():
    assert site("ja").pages == site("ja").pages
