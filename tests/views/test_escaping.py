"""C1–C3: whatever a user writes anywhere is text on every page, in both forms of addresses and both languages."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(2)</script>",
    '"><script>alert(3)</script>',
    "' onmouseover='alert(4)",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;&#60;",
    "${alert(5)} {0} {name} %s",
]
TAGS = set(
    "a article br code dd details div dl dt em footer h1 h2 h3 h4 h5 h6 li nav ol p section small span strong summary "
    "table tbody td th thead time tr ul blockquote pre hr "
    "figure figcaption svg title desc text rect line circle path".split()
)
ATTRIBUTES = set("href id class rel title datetime hidden aria-hidden aria-label role lang".split())
ATTRIBUTES |= set("x y x1 x2 y1 y2 cx cy r rx d width height viewbox text-anchor stroke-width".split())  # of pictures
#: What the page with a form has besides.
FORM_TAGS = set("b button dialog fieldset form input label legend link option script select template textarea".split())
FORM_ATTRIBUTES = set(
    "aria-live aria-pressed autocomplete autofocus max novalidate placeholder readonly role rows spellcheck src "
    "tabindex type value data-also data-axis data-by-id data-by-person data-by-reading data-comma data-do data-fact "
    "data-field data-file data-folder data-known data-mark data-name data-own data-part data-reading data-say "
    "data-signs data-unsure data-word".split()
)
#: What lists that can be filtered have, with a script of their own.
LISTS = {"people/index", "events/index", "contact", "defer", "not-this-time"}
LIST_TAGS = set("b button fieldset form i input label legend link option script select template".split())
LIST_ATTRIBUTES = set(
    "aria-live autocomplete enterkeyhint name rel spellcheck src tabindex type value data-also data-between data-date "
    "data-fact data-filter data-gojuon data-groups data-kind data-label data-met data-of-meeting data-pairs data-part "
    "data-place data-profession data-row data-say data-tag data-verdict data-year".split()
)
_LINK = r"[\w./#-]*(\?[a-z]+=[\w.%+-]*)?|tel:[\d+]+|mailto:\?subject=[\w.%~-]+(&body=[\w.%~-]+)?"
#: What the pages with files of their own have besides; a script that is not listed here is no script of theirs.
OWN_FILES = {
    **dict.fromkeys(LISTS, (LIST_TAGS, LIST_ATTRIBUTES)),
    "capture": (FORM_TAGS, FORM_ATTRIBUTES),
    "index": ({"link", "script", "template"}, {"src", "data-part", "data-digest"}),
    "brief/bonen": ({"link"}, set()),
    "review": ({"link"}, set()),
    "people/evil": (
        {"button", "link", "script", "textarea"},  # the words to begin with
        {"data-copied", "data-selected", "readonly", "rows", "src", "translate", "type"},
    ),
}


class Reader(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text, self.hrefs = set(), set(), "", []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs if name != "data-search-exclude"}
        self.hrefs += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def journal(evil):
    told = json.dumps(evil)
    event = f"""\
---
title: {told}
date: 2026-11-20
place: {told}
tags: [{told}]
contacts:
  - person: {json.dumps("悪意 " + evil)}
    id: evil
    profession: {told}
    firm: {told}
    impressions: [{told}, {{"将来のやり取り": {json.dumps("○ " + evil)}}}, 返信を急かされそう]
    unsure: [{told}]
    topics: [{told}]
    note: {told}
    promise: {{what: {told}}}
    decision: 連絡する
    reason: {told}
---

{evil}

# {evil}

- {evil}
"""
    person = f"""\
---
person: {json.dumps("悪意 " + evil)}
id: evil
aliases: [{told}]
honorific: {told}
email: {told}
phone: {told}
share_note: {told}
note: {told}
exchanges:
  - {{date: 2026-11-21, direction: out, via: {told}, note: {told}, impressions: [{told}]}}
decisions:
  - {{date: 2026-11-22, released: [{told}], reason: {told}}}
---

{evil}
"""
    coming = f"---\ntitle: {told}\ndate: 2026-12-04\nattending: [{told}, {json.dumps('悪意 ' + evil)}]\n---\n"
    return {"2026/aki.md": event, "people/evil.md": person, "2026/bonen.md": coming}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("evil", HOSTILE)
def test_what_is_written_is_text_on_every_page(show, evil, language):
    pages = show(journal(evil), language=language, purpose=evil, directory_urls=language == "ja")
    plain = " ".join(evil.split())
    for uri, page in pages.items():
        found = read(page.html)
        tags, attributes = OWN_FILES.get(uri, (set(), set()))
        assert found.tags <= TAGS | tags, uri
        assert found.attributes <= ATTRIBUTES | attributes, uri
        assert page.html.count("<script") == ("script" in found.tags), uri
        assert not [href for href in found.hrefs if not re.fullmatch(_LINK, href)], uri
        assert all(re.fullmatch(r"[a-z0-9-]+", heading.id) for heading in page.headings)
    person = read(pages["people/evil"].html).text
    assert person.count(plain) >= 10
    assert pages["people/evil"].title == "悪意 " + plain
    assert plain in read(pages["index"].html).text
    assert read(pages["brief/bonen"].html).text.count(plain) >= 4
    assert plain in read(pages["criteria"].html).text
    assert read(pages["events/aki"].html).text.count(plain) >= 8
