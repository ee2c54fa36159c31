"""Where a link may lead (C6, C7): an allow-list on the whole address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjudge_plugin.views import links


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://example.com/a?b=1&c=2#d", "https://example.com/a?b=1&c=2#d"),
        ("HTTPS://EXAMPLE.COM", "HTTPS://EXAMPLE.COM"),
        ("https://example.com/?a=1&amp;b=2", "https://example.com/?a=1&b=2"),
        ('https://example.com "題"', "https://example.com"),
        ("<https://example.com>", "https://example.com"),
        ("https://example.com/東京", "https://example.com/%E6%9D%B1%E4%BA%AC"),
        ("https://example.com/a(b)", "https://example.com/a(b)"),
        ("mailto:sato@example.jp", "mailto:sato@example.jp"),
        ("tel:03-0000-0000", "tel:03-0000-0000"),
        ("tel:+81-3-0000-0000", "tel:+81-3-0000-0000"),
        ("#history", "#history"),
    ],
)
def test_what_is_allowed(written, expected):
    assert links.outside(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java&#115;cript:alert(1)",
        "&#106;avascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "java\x00script:alert(1)",
        "\x01javascript:alert(1)", "java&Tab;script:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc",
        "x:y", "//evil/x", "\\\\evil\\share", "/\\evil", "/etc/passwd", "https:\\\\evil", "https:evil", "https://",
        "https:///x", "https://a b", "https://a\u202eb", "ftp://x", "ws://x", "about:blank", "blob:x", "view-source:x",
        "mailto:", "mailto:a@b?body=x y", "tel:javascript:1", "tel:", "", " ", "会議室", "あとで読む", "a.md?x", "?x",
    ],
)  # fmt: skip
def test_what_is_not(written):
    assert links.outside(written) is None


@given(st.text())
def test_no_text_becomes_a_scheme_that_is_not_on_the_list(written):
    found = links.outside(written)
    assert found is None or found.lower().startswith(("http://", "https://", "mailto:", "tel:", "#"))
    assert found is None or not set(found) & set("\"'<> \t\n\r\x00\\") - {"'"}


def test_another_file_of_the_journal_leads_to_its_page():
    pages = {"2026/b.md": "events/b", "people/sato.md": "people/sato", "2026/秋.md": "events/x"}
    assert links.entry("b.md", "2026/a.md", pages) == "events/b"
    assert links.entry("b.md#x", "2026/a.md", pages) == "events/b"
    assert links.entry("../people/sato.md", "2026/a.md", pages) == "people/sato"
    assert links.entry("%E7%A7%8B.md", "2026/a.md", pages) == "events/x"
    assert links.entry("2026/b.md", "2026/a.md", pages) is None
    assert links.entry("/2026/b.md", "2026/a.md", pages) is None
    assert links.entry("../../../etc/b.md", "2026/a.md", pages) is None
    assert links.entry("x:b.md", "2026/a.md", pages) is None
