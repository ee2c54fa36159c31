"""What a page loads from elsewhere is found; what a reader may follow is not."""

from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjudge_plugin.audience import foreign
from netjudge_plugin.audience.foreign import loads

LOADING = [
    '<script src="https://cdn.example/x.js"></script>',
    "<SCRIPT SRC=//cdn.example/x.js></SCRIPT>",
    '<img alt="a > b" src="https://cdn.example/x.js">',
    '<img srcset="a.png 1x, https://cdn.example/x.js 2x">',
    '<link rel="stylesheet" href="https://cdn.example/x.js">',
    '<link rel="preconnect" href="https://cdn.example/x.js" crossorigin>',
    '<link href="&#104;ttps://cdn.example/x.js" rel="icon">',
    '<iframe src="https://cdn.example/x.js"></iframe>',
    '<meta http-equiv="refresh" content="0; url=https://cdn.example/x.js">',
    '<p style="background: url(https://cdn.example/x.js)">',
    "<style>@import 'https://cdn.example/x.js';</style>",
    '<script>fetch("https://cdn.example/x.js")</script>',
    "<script>new Worker(`https://cdn.example/x.js`)</script>",
    "<script>s.src = 'https://cdn.example/x.js'</script>",
    '<a href="page.html" ping="https://cdn.example/x.js">x</a>',
    '<form action="https://cdn.example/x.js">',
    '<svg><image xlink:href="https://cdn.example/x.js"/></svg>',
    '<object data="https://cdn.example/x.js"></object>',
    '<video poster="https://cdn.example/x.js?who=himitsu">',
    '<base href="https://cdn.example/x.js">',
]
FOLLOWED = [
    '<a href="https://cdn.example/x.js">read</a>',
    '<link rel="canonical" href="https://cdn.example/x.js">',
    '<script src="assets/x.js"></script>',
    '<script src="https://own.example/x.js"></script>',
    '<img src="data:image/png;base64,aa//bb">',
    '<meta name="generator" content="https://cdn.example/x.js">',
    "<p>see https://cdn.example/x.js for more</p>",
    '<script>const text = "https://cdn.example/x.js"</script>',
]


@pytest.mark.parametrize("text", LOADING)
def test_what_loads_is_named_without_what_is_asked(text):
    (address,) = loads("index.html", text, "https://own.example/site/")
    assert address in {"https://cdn.example/x.js", "//cdn.example/x.js"}


@pytest.mark.parametrize("text", FOLLOWED)
def test_what_a_reader_follows_is_fine(text):
    assert list(loads("index.html", text, "https://own.example/site/")) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.css", "@import url(//cdn.example/x)"),
        ("a.js", "importScripts('https://cdn.example/x')"),
        ("a.svg", "<image href='https://cdn.example/x'/>"),
        ("manifest.json", '{"icons": [{"src": "https://cdn.example/x"}]}'),
    ],
)
def test_other_files_load_too(path, text):
    assert len(list(loads(path, text))) == 1
    assert list(loads("a.txt", text)) == []


PIECES = [
    "<img src=",
    "<script>fetch(",
    "<p style='",
    "url(",
    "https:",
    "/",
    "/",
    "\\",
    "&#47;",
    "&sol;",
    "\t",
    "\n",
    "x.js",
]
PIECES += ["x.js", "'", '"', ">", ")", " ", "<a href=", "ping="]


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(["a.html", "a.css", "a.js"]))
def test_a_text_is_passed_over_only_if_nothing_is_loaded_in_it(text, path):
    with mock.patch.object(foreign, "_ELSEWHERE", re.compile("")):
        slow = list(loads(path, text))
    assert list(loads(path, text)) == slow
