"""Users' texts as safe HTML: C4–C12 of the hostile cases, one by one, and what a careful writer expects."""

from __future__ import annotations

import datetime
import re

import pytest
from growth import EVENLY, growth
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.journal import Contact, Event, Exchange, PersonFile, Word
from netjudge_plugin.model.people import Person
from netjudge_plugin.views import notes
from netjudge_plugin.views.addresses import Here

NAMES = {"佐藤 美咲": ("sato-misaki",), "鈴木 健一": ("suzuki-1", "suzuki-2"), "未来 花子": ("mirai",)}
HERE = Here("events/aki")


def find(name):
    return NAMES.get(name, ())


def event(body="", note=None, inside="2026/aki.md"):
    place = Place(f"journal/{inside}", 2)
    contacts = (Contact("佐藤 美咲", place, note=note),) if note else ()
    date = datetime.date(2026, 11, 20)
    return Event(date, "秋の会", place, inside, body=body, body_line=9, contacts=contacts)


PEOPLE = tuple(Person(identifier, "x", Place("journal/x.md")) for identifier in ("sato-misaki", "suzuki-1", "suzuki-2"))


def body(text):
    """The body as HTML, and what is said of it."""
    entry = event(text)
    found, problems = notes.read([entry, event(inside="2026/haru.md")], PEOPLE, find)
    return str(found.body(entry, HERE)), [f"{d.place.line}:{d.place.column} {d.name}" for d in problems]


def note(text, column=11):
    """The value of a note as HTML, and what is said of it."""
    word = Word(text, Place("journal/2026/aki.md", 6, column))
    found, problems = notes.read([event(note=word)], PEOPLE, find)
    return str(found.note(word, "2026/aki.md", HERE)), [f"{d.place.line}:{d.place.column} {d.name}" for d in problems]


def hrefs(html):
    return re.findall(r'href="([^"]*)"', html)


# what a careful writer expects


def test_markdown_in_a_body():
    html, said = body("# 見出し\n\n**太字** と\n次の行\n\n- 一\n- 二\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    for expected in ("<h3>見出し</h3>", "<strong>太字</strong>", "<br", "<li>一</li>", "<td>1</td>"):
        assert expected in html
    assert said == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\n\n## b\n\n### c", ["h3", "h4", "h5"]),
        ("### a\n\n#### b", ["h3", "h4"]),
        ("# a\n\n###### b", ["h3", "h6"]),
        ("a\n=\n\nb\n-\n", ["h3", "h4"]),
    ],
)
def test_headings_begin_below_the_pages_own_and_have_no_ids(text, expected):
    html, _ = body(text)
    assert re.findall(r"<(h\d)>", html) == expected


def test_a_name_in_brackets_leads_to_the_person_wherever_it_is_shown():
    assert hrefs(body("[[佐藤 美咲]]さん")[0]) == ["../../people/sato-misaki/"]
    entry = event("[[佐藤 美咲|美咲]]さん")
    found, _ = notes.read([entry], PEOPLE, find)
    assert found.body(entry, Here("people/x")) == '<p><a href="../../people/sato-misaki/">美咲</a>さん</p>'
    assert found.body(entry, Here("index", directory_urls=False)) == (
        '<p><a href="people/sato-misaki.html">美咲</a>さん</p>'
    )


def test_a_name_inside_a_table_keeps_the_table():
    html, _ = body("| 誰 |\n|---|\n| [[佐藤 美咲|さとう]] |\n")
    assert '<td><a href="../../people/sato-misaki/">さとう</a></td>' in html


def test_a_name_without_a_page_is_text_without_a_warning():
    assert body("[[未来 花子]]") == ("<p><span>未来 花子</span></p>", [])


def test_an_unknown_name_is_text_with_its_place():
    assert body("一行目\n\n次は [[田中 健]] さん") == (
        "<p>一行目</p>\n<p>次は <span>田中 健</span> さん</p>",
        ["11:4 unknown-person-link"],
    )


def test_an_ambiguous_name_is_text_with_the_ids_to_choose_from():
    entry = event("[[鈴木 健一]]")
    _, problems = notes.read([entry], PEOPLE, find)
    assert [(d.name, d.facts) for d in problems] == [("ambiguous-person-link", {"choices": "suzuki-1, suzuki-2"})]


def test_links_to_the_web_carry_rel_and_others_do_not():
    html, said = body("[a](https://example.com) [b](mailto:a@example.jp) <https://example.org/x_y_z>")
    assert html.count('rel="noopener noreferrer"') == 2
    assert hrefs(html) == ["https://example.com", "mailto:a@example.jp", "https://example.org/x_y_z"]
    assert said == []


def test_a_bare_address_is_a_link_up_to_where_japanese_goes_on():
    html, _ = body("詳しくは https://example.com/a_b_c。次へ")
    assert hrefs(html) == ["https://example.com/a_b_c"]
    assert "</a>。次へ" in html


def test_a_link_to_another_entry_leads_to_its_page():
    assert hrefs(body("[春](haru.md) [春](../2026/haru.md#x)")[0]) == ["../../events/haru/", "../../events/haru/"]


def test_what_is_code_stays_what_was_written():
    html, said = body("`[[田中 健]] [x](javascript:1)`\n\n    [[田中 健]]\n")
    assert "<code>[[田中 健]] [x](javascript:1)</code>" in html
    assert hrefs(html) == []
    assert said == []


def test_an_escaped_bracket_is_no_link():
    assert body(r"\[\[田中 健\]\] \[x](javascript:1)")[1] == []


def test_texts_are_found_in_events_and_person_files():
    place = Place("journal/people/sato.md", 2)
    word = Word("[[誰]]", Place("journal/people/sato.md", 5, 5))
    other = Word("[[誰]]", Place("journal/people/sato.md", 7, 5))
    file = PersonFile(
        "佐藤", place, "people/sato.md", note=word, body="[[誰]]", body_line=12,
        exchanges=(Exchange(datetime.date(2026, 1, 1), "out", place, note=other),),
    )  # fmt: skip
    _, problems = notes.read([], [Person("sato", "佐藤", place, file=file)], find)
    assert [d.place.line for d in problems] == [5, 7, 12]


# C4–C12


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<b onmouseover=alert(1)>x</b>", "<!-- x -->", "<img src=x onerror=alert(1)>",
        "a <svg/onload=alert(1)>", "<div markdown>\n\nx\n\n</div>", "<![CDATA[x]]>", "<?php x ?>", "<a href=x>x</a>",
        "<script\n>alert(1)</script\n>", "</p><script>alert(1)</script>", "<style>*{}</style>", "<br>",
    ],
)  # fmt: skip
def test_c4_raw_html_is_text(text):
    for html, said in (body(text), note(text)):
        left = re.sub(r"</?(p|span|br|blockquote)( /)?>", "", html)
        assert "<" not in left
        assert "&lt;" in html
        assert said == []


@pytest.mark.parametrize(
    "text", ['見出し {: onclick="alert(1)" }', '# 見出し {: #x onclick="alert(1)" }', "## x {#top}"]
)
def test_c5_attribute_lists_are_text(text):
    html, _ = body(text)
    assert "{" in html
    assert re.findall(r"<\w+ [^>]*>", html) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#115;cript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "java\x00script:alert(1)", "data:text/html;base64,x", "vbscript:x", "file:///etc/passwd",
        "x:y", "//evil/x", "\\\\evil\\share", "<javascript:alert(1)>", "会議のあとで",
    ],
)  # fmt: skip
def test_c6_c7_an_address_not_on_the_list_is_taken_off(address):
    for html, said in (body(f"見て [文字]({address}) ね"), note(f"見て [文字]({address}) ね")):
        assert hrefs(html) == []
        assert "<a" not in html
        assert "文字" in html
        assert [line.split()[1] for line in said] == ["link-blocked"]


def test_c6_a_definition_of_a_link_is_text_with_a_warning_at_its_line():
    html, said = body("[文字][r]\n\n[r]: javascript:alert(1)\n")
    assert hrefs(html) == []
    assert "文字" in html
    assert said == ["11:1 link-blocked"]


def test_a_remark_that_only_looks_like_a_definition_is_none():
    assert body("[注]: 10:30 に集合")[1] == []
    assert body("[1]: https://example.com")[1] == ["9:1 link-blocked"]


def test_c6_an_automatic_link_not_on_the_list():
    html, said = body("<javascript:alert(1)>")
    assert hrefs(html) == []
    assert said == ["9:1 link-blocked"]


def test_c8_an_image_is_never_loaded():
    html, said = body(
        '![会場](http://evil/p.png "x") ![図](p.png) ![[p.png]] [![印](http://evil/b.png)](https://ok.example)'
    )
    assert "<img" not in html
    assert hrefs(html) == ["http://evil/p.png", "https://ok.example"]
    assert [line.split()[1] for line in said] == ["image-blocked"] * 4
    assert "<img" not in note("![p](http://evil/p.png)")[0]


@pytest.mark.parametrize("text", ['--8<-- "mkdocs.yml"', "{{ config }}", "{% include 'x' %}", "[[toc]]x", "[TOC]"])
def test_c9_c10_nothing_is_put_in_or_worked_out(text):
    html, _ = body(text)
    assert re.sub(r"</?(p|span)>", "", html).replace("&lt;", "<") == text.replace("[[toc]]", "toc")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", "<p>a | b</p>"),
        ("一\n二", "<p>一<br>二</p>"),
        ("一\n\n二", "<p>一</p><p>二</p>"),
        ("`x` *y* **z** _w_", "<p>`x` *y* **z** _w_</p>"),
        ("# 見出しではない", "<p># 見出しではない</p>"),
        ("1. 一覧ではない", "<p>1. 一覧ではない</p>"),
        ("a ] b < c & d > e", "<p>a ] b &lt; c &amp; d &gt; e</p>"),
        ("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>"),
        ("[r]: https://example.com", '<p>[r]: <a href="https://example.com" rel="noopener noreferrer">'),
        ("    字下げ", "<p>字下げ</p>"),
        (r"C:\dir \[x\]", r"<p>C:\dir \[x\]</p>"),
    ],
)
def test_c12_a_note_is_literal_but_for_lines_and_links(text, expected):
    html, said = note(text)
    assert html.startswith(expected)
    assert said == []


# places


def test_the_place_of_a_link_in_a_note():
    assert note("次に [[誰]]")[1] == ["6:14 unknown-person-link"]
    assert note("[[誰]]さん")[1] == ["6:12 unknown-person-link"]  # behind the quote that YAML needs there
    assert note("一行目\n[[誰]]")[1] == ["8:1 unknown-person-link"]  # a block: its text begins a line below


# nothing forged, nothing slow


def test_a_token_cannot_be_forged():
    html, said = body("\ufdd00\ufdd1 \ufdd4people/x\ufdd5 [a](https://example.com)")
    assert hrefs(html) == ["https://example.com"]
    assert "\ufffd" in html
    assert said == []
    literal = 'href="page:people/x" \x02klzzwxh:0000\x03'
    assert 'href="page:people/x"' in body(literal)[0].replace("&quot;", '"')


def test_ten_thousand_quotations_in_each_other_are_shown_as_they_stand():
    html, _ = body(">" * 10_000 + " 中")
    assert "中" in html


@pytest.mark.parametrize(
    ("signs", "times"),
    [("[", 12_500), ("[](", 5_000), ("![", 7_500), ("[[a|", 5_000), ("<a", 7_500), ("[a](b", 2_250)],
)
def test_the_work_grows_evenly_with_a_text_of_nothing_but_signs(signs, times):
    def work(text):
        note(text)
        notes.Notes(find).problems(notes._body(event(text)))

    assert growth(work, signs * times, signs * 4 * times) < EVENLY


@given(st.text(alphabet=st.sampled_from("[]()!<>`*_#|\\\"'&;:/\n\t xyあ佐藤\ufdd0\ufdd11")))
def test_whatever_is_written_only_known_tags_come_out(text):
    for html, _ in (body(text), note(text)):
        tags = set(re.findall(r"</?([a-z0-9!?]+)", html))
        known = "a p br span em strong code pre ul ol li hr blockquote table thead tbody tr th td h3 h4 h5 h6"
        assert tags <= set(known.split())
        attributes = set(re.findall(r"<\w+ ([a-z]+)=", html))
        assert attributes <= {"href", "style"}
