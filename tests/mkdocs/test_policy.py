"""The policy in the head of every page: as strict as the theme permits, and widened by name alone."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from netjudge_plugin.mkdocs.policy import DIRECTIVES, Policy, read


def directives(html: str) -> dict[str, list[str]]:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert found, "a page without a policy"
    return {name: sources for name, *sources in (part.split() for part in found[1].split("; "))}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(head: str = "", body: str = "") -> str:
    return f'<!doctype html><html><head>\n<meta charset="utf-8">{head}</head><body>{body}</body></html>'


def test_nothing_is_allowed_but_the_sites_own():
    found = directives(Policy().within(page()))
    assert tuple(found) == DIRECTIVES
    assert {name for name, sources in found.items() if sources == ["'none'"]} == {
        *("default-src", "frame-src", "object-src", "base-uri", "form-action")
    }
    assert found["script-src"] == found["connect-src"] == ["'self'"]
    assert found["img-src"] == ["'self'", "data:"]


def test_it_stands_before_anything_that_loads():
    html = Policy().within(page('<link rel="stylesheet" href="a.css">'))
    assert html.index('charset="utf-8"') < html.index("http-equiv") < html.index("<link")


def test_a_text_without_a_head_is_left_alone():
    assert Policy().within("<urlset></urlset>") == "<urlset></urlset>"


def test_inline_scripts_run_by_their_hash_and_data_needs_none():
    html = page(
        "<script>one()</script>\n<script src='a.js'></script>",
        '<script id="c" type="application/json">{"a": 1}</script><SCRIPT type=module>two(\r\n)</SCRIPT >',
    )
    found = directives(Policy().within(html))
    assert found["script-src"] == ["'self'", digest("one()"), digest("two(\n)")]


def test_inline_styles_by_their_hash_too():
    found = directives(Policy().within(page("<style>p {}</style>")))
    assert found["style-src"] == ["'self'", digest("p {}")]


def test_under_serve_the_hosts_script_may_run():
    found = directives(Policy(serving=True).within(page("<script>one()</script>")))
    assert found["script-src"] == ["'self'", "'unsafe-inline'"]


def test_a_site_in_a_folder_names_the_scheme():
    found = directives(Policy(from_folder=True).within(page()))
    assert found["script-src"] == ["'self'", "file:"]
    assert found["default-src"] == ["'none'"]


def test_a_search_that_is_a_form_may_be_sent():
    sent = page(body='<form id="s" action="./search.html">')
    assert directives(Policy().within(sent))["form-action"] == ["'self'"]


def test_what_the_user_adds():
    policy = Policy(read({"img-src": "https://a.example", "frame-src": ["https://b.example/maps/"]}))
    found = directives(policy.within(page()))
    assert found["img-src"] == ["'self'", "data:", "https://a.example"]
    assert found["frame-src"] == ["https://b.example/maps/"]
    assert policy.allows("https://a.example/x.png")
    assert not policy.allows("https://c.example/x.png")
    assert not Policy().allows("https://a.example/x.png")


@pytest.mark.parametrize("value", [None, True, {}])
def test_nothing_added(value):
    assert read(value) == {}


def test_no_policy_at_all():
    assert read(value=False) is None


@pytest.mark.parametrize(
    "value",
    ["strict", 5, ["img-src"], {"image-src": "https://a"}, {"img-src": ""}, {"img-src": []}, {"img-src": 5}]
    + [{"img-src": text} for text in ("https://a; script-src *", 'https://a" onload=x', "<b>", "'self")],
)
def test_what_cannot_be_meant_is_refused(value):
    with pytest.raises((TypeError, ValueError)):
        read(value)
