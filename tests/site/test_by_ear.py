"""The plan of every page for those who hear it: headings, landmarks, names, languages, and marks with their words.

Laws over all built pages, whatever kinds there are; parsed by lxml, which mends nothing that matters here.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from netjudge_plugin.views.tongues import JAPANESE

_JAPANESE = re.compile(f"[{JAPANESE}]")
MARKS = re.compile(r"[○◎×△？]")
#: Signs that are read out as nothing or as a mystery, where they stand alone.
ALONE = {"○", "◎", "×", "△", "？", "→", "—", "＋"}


@pytest.fixture
def trees(site):
    return {path: lxml_html.fromstring(text) for path, text in site.pages.items()}


def content(tree):
    """The text of a page, without what the theme puts around it."""
    return tree.xpath("//article | //*[@data-md-component='content']")[0]


def test_one_heading_of_the_first_level_and_none_skipped(trees):
    for path, tree in trees.items():
        levels = [int(heading.tag[1]) for heading in content(tree).xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_every_landmark_has_a_name_where_it_is_not_the_only_one(trees):
    for path, tree in trees.items():
        assert len(tree.xpath("//main")) == 1, path
        for nav in tree.xpath("//nav | //*[@role='dialog']"):
            assert nav.get("aria-label") or nav.get("aria-labelledby"), (path, nav.attrib)


def test_ids_stand_once_and_what_points_to_them_finds_them(trees):
    for path, tree in trees.items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        pointed = " ".join(tree.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls")).split()
        assert set(pointed) <= set(ids), path


def test_every_picture_says_what_it_shows(trees):
    for path, tree in trees.items():
        assert [image for image in tree.xpath("//img") if not image.get("alt")] == [], path
        for picture in content(tree).xpath(".//*[local-name()='svg'][@role='img']"):
            assert picture.xpath("string(*[local-name()='title'])") or picture.get("aria-label"), path


def test_every_page_says_its_language(site, trees):
    assert {tree.get("lang") for tree in trees.values()} == {site.language}


@pytest.mark.parametrize("name", ["en", "team-en"])
def test_japanese_on_an_english_page_is_marked(sites, name):
    for path, text in sites[name].generated.items():
        for element in content(lxml_html.fromstring(text)).iter():
            if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
                continue
            pieces = [(element, element.text)] + [(element, child.tail) for child in element]
            for holder, piece in pieces:
                if piece and _JAPANESE.search(piece):
                    assert holder.xpath("ancestor-or-self::*[@lang='ja']"), (path, piece.strip()[:60])


def test_a_mark_is_never_the_only_carrier_of_meaning(site, trees):
    """A mark that stands alone is hidden from those who listen, and words follow it."""
    for path in site.generated:
        for element in content(trees[path]).iter():
            if isinstance(element.tag, str) and (element.text or "").strip() in ALONE and not len(element):
                assert element.get("aria-hidden") == "true", (path, element.text)
                after = "".join(element.xpath("following-sibling::node()//text() | following-sibling::text()"))
                assert re.search(r"\w", after), (path, element.text)
